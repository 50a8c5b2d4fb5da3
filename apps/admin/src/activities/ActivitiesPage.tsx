import type { ActivityRow } from '@kepu/contracts';
import { activityLifecycle, type ActivityState } from '@kepu/domain';
import Add from '@mui/icons-material/Add';
import { Button, Typography } from '@mui/material';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { StateChip } from '../ui/StateChip.js';
import { StateTabs } from '../ui/StateTabs.js';
import { useFormat } from '../ui/format.js';
import { DivisionInput, TopicInput, UnitInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { Places } from './Places.js';

const filters = (office: boolean) => [
  <SelectInput key="kind" source="kind" label="admin.activities.kind" choices={words.activityKinds} alwaysOn />,
  ...(office ? [<UnitInput key="unitId" source="unitId" label="admin.activities.unit" {...{ alwaysOn: true }} />, <DivisionInput key="county" source="county" label="terms.unitFields.county" county {...{ alwaysOn: true }} />] : []),
  <TopicInput key="topicId" source="topicId" label="admin.activities.topics" {...{ alwaysOn: true }} />,
];
const count = async (state: ActivityState): Promise<number> => (await api.listActivities({ query: { managed: 'true', state, perPage: 1 } })).total;
/** Far enough back for every activity: without a state or a first day the API answers what is still to come. */
const ever = '2000-01-01';

/** The activities that one manages, by state. */
const ActivitiesPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { period } = useFormat();
  const columns: readonly Column<ActivityRow>[] = [
    { label: 'admin.activities.title_field', sort: 'title', title: true, value: ({ title }) => title },
    { label: 'admin.shell.state', nowrap: true, value: ({ state }) => <StateChip of="activityStates" state={state} /> },
    { label: 'admin.activities.time', sort: 'startsAt', value: ({ startsAt, endsAt, shiftCount }) => <>{period(startsAt, endsAt)}{shiftCount > 1 && <Typography component="div" color="textSecondary">{t('admin.activities.shifts_count', { count: shiftCount })}</Typography>}</> },
    { label: 'admin.activities.place', value: ({ county, place }) => `${county.name} ${place}` },
    { label: 'admin.activities.unit', value: ({ unit }) => unit.name },
    { label: 'admin.activities.kind', nowrap: true, wideOnly: true, value: ({ kind }) => t(`terms.activityKinds.${kind}`) },
    { label: 'admin.activities.places', nowrap: true, value: ({ state, wanted, free }) => (state === 'open' ? <Places wanted={wanted} free={free} /> : null) },
  ];
  return (
    <>
      <PageHeader
        title={t('admin.menu.activities')} subtitle={t('admin.activities.subtitle')}
        actions={may('activity:write') ? <Button variant="contained" startIcon={<Add />} component={Link} to="/activities/create">{t('admin.activities.create')}</Button> : undefined}
      />
      <ListBase resource="activities" filter={{ managed: 'true', from: ever }} sort={{ field: 'createdAt', order: 'DESC' }} perPage={25}>
        <StateTabs of="activityStates" name="activities" states={activityLifecycle.stateNames} label="admin.activities.states" count={count} />
        <FilterCard filters={filters(may('activity:approve'))} search="admin.activities.search" />
        <RecordTable<ActivityRow>
          caption="admin.menu.activities" columns={columns} link={({ id }) => `/activities/${id}`}
          empty={<EmptyState title="admin.activities.empty" hint="admin.activities.empty_hint" action={may('activity:write') ? { label: 'admin.activities.create', to: '/activities/create' } : undefined} />}
        />
        <Pagination />
      </ListBase>
    </>
  );
};
export default ActivitiesPage;

import type { WorkEntry } from '@kepu/contracts';
import { workEntryLifecycle, type WorkEntryState } from '@kepu/domain';
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
import { DayInput, UnitInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';

const filters = (checks: boolean) => [
  <SelectInput key="kind" source="kind" label="admin.work.kind" choices={words.workEntryKinds} alwaysOn />,
  ...(checks ? [<UnitInput key="unitId" source="unitId" label="admin.work.unit" {...{ alwaysOn: true }} />] : []),
  <DayInput key="from" source="from" label="admin.audit.from" {...{ alwaysOn: true }} />, <DayInput key="to" source="to" label="admin.audit.to" {...{ alwaysOn: true }} />,
];
const count = async (state: WorkEntryState): Promise<number> => (await api.listWorkEntries({ query: { state, perPage: 1 } })).total;

/** Proven work in reach, by state: what is written, what waits to be checked, what counts. */
const WorkEntriesPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { day, number } = useFormat();
  const columns: readonly Column<WorkEntry>[] = [
    { label: 'admin.work.title', sort: 'title', title: true, value: ({ title }) => title },
    { label: 'admin.shell.state', nowrap: true, value: ({ state, returned }) => <><StateChip of="workEntryStates" state={state} />{state === 'draft' && returned && <Typography component="div" color="warning">{t('admin.work.came_back')}</Typography>}</> },
    { label: 'admin.work.kind', nowrap: true, value: ({ kind }) => t(`terms.workEntryKinds.${kind}`) },
    { label: 'admin.work.quantity', sort: 'quantity', nowrap: true, align: 'right', value: ({ quantity, unitOfMeasure }) => `${number(quantity)} ${unitOfMeasure}` },
    { label: 'admin.work.unit', value: ({ unit }) => unit.name },
    { label: 'admin.work.day', sort: 'fromDay', nowrap: true, value: ({ fromDay, toDay }) => (fromDay === toDay ? day(fromDay) : `${day(fromDay)} – ${day(toDay)}`) },
    { label: 'admin.work.serves', wideOnly: true, value: ({ serves }) => t('admin.matrix.items', { count: serves.length }) },
  ];
  return (
    <>
      <PageHeader title={t('admin.menu.work_entries')} subtitle={t('admin.work.subtitle')} actions={may('work-entry:write') ? <Button variant="contained" startIcon={<Add />} component={Link} to="/work-entries/create">{t('admin.work.create')}</Button> : undefined} />
      <ListBase resource="work-entries" sort={{ field: 'createdAt', order: 'DESC' }} perPage={25}>
        <StateTabs of="workEntryStates" name="work-entries" states={workEntryLifecycle.stateNames} label="admin.work.states" count={count} />
        <FilterCard filters={filters(may('work-entry:check'))} search="admin.work.search" />
        <RecordTable<WorkEntry> caption="admin.menu.work_entries" columns={columns} link={({ id }) => `/work-entries/${id}`} empty={<EmptyState title="admin.work.empty" hint="admin.work.empty_hint" action={may('work-entry:write') ? { label: 'admin.work.create', to: '/work-entries/create' } : undefined} />} />
        <Pagination />
      </ListBase>
    </>
  );
};
export default WorkEntriesPage;

import type { PoolTerm } from '@kepu/contracts';
import { Box } from '@mui/material';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { ExportButton } from '../privacy/ExportButton.js';
import { DayInput, DivisionInput, TopicInput, UnitInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { Recommend } from '../appointments/NominationActions.js';
import { ChangePool, Questions } from '../appointments/PoolSettings.js';
import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';
import { Headcounts } from './Headcounts.js';
import { EndTerm, TakeIn } from './PoolTermActions.js';

const filters = [
  <SelectInput key="current" source="current" label="admin.people.current" alwaysOn choices={[{ id: 'true', name: 'admin.people.current_yes' }, { id: 'false', name: 'admin.people.current_no' }]} />, <UnitInput key="unitId" source="unitId" label="admin.volunteers.unit" {...{ alwaysOn: true }} />,
  <DivisionInput key="countyCode" source="countyCode" label="admin.appointments.county_home" county {...{ alwaysOn: true }} />, <TopicInput key="topicId" source="topicId" label="admin.appointments.topic" {...{ alwaysOn: true }} />, <SelectInput key="level" source="level" label="admin.appointments.level" choices={words.skillLevels} alwaysOn />,
  <SelectInput key="language" source="language" label="admin.appointments.language" choices={words.talkLanguages} alwaysOn />, <SelectInput key="willing" source="willing" label="admin.appointments.willing" choices={words.termAnswers} alwaysOn />,
  <SelectInput key="ending" source="ending" label="admin.appointments.ending" alwaysOn choices={['30', '60', '180'].map((id) => ({ id, name: `admin.appointments.ending_${id}` }))} />, <SelectInput key="suspended" source="suspended" label="admin.appointments.held" alwaysOn choices={[{ id: 'true', name: 'admin.appointments.held_yes' }]} />,
  <DayInput key="on" source="on" label="admin.appointments.on" {...{ alwaysOn: true }} />, <DayInput key="away" source="away" label="admin.appointments.away" {...{ alwaysOn: true }} />,
];

/** Who is in a pool, who was, since when. */
const PoolPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const may = useMay();
  const { day, today } = useFormat();
  const query = useApi(['pools', id], () => api.getPool({ params: { id } }));
  const over = ({ ended, toDay }: PoolTerm) => ended !== null || (toDay !== null && today !== null && toDay < today);
  const columns: readonly Column<PoolTerm>[] = [
    { label: 'admin.volunteers.name', sort: 'personName', title: true, value: ({ person }) => person.name }, { label: 'admin.volunteers.unit', value: ({ unit }) => unit?.name ?? t('admin.shell.none') },
    { label: 'admin.people.from', sort: 'fromDay', nowrap: true, value: ({ fromDay }) => day(fromDay, true) }, { label: 'admin.people.to', nowrap: true, value: ({ toDay, ended }) => (ended ? day(ended.on, true) : toDay ? day(toDay, true) : t('admin.people.open_end')) },
    { label: 'admin.shell.state', value: (term) => (over(term) ? <Mark tone="quiet">{term.ended?.reason ?? t('admin.people.current_no')}</Mark> : <Mark tone="good">{t('admin.people.current_yes')}</Mark>) },
  ];
  return (
    <LoadedPage query={query} list={{ to: '/pools', label: 'admin.menu.pools' }}>
      {(pool) => (
          <>
            <PageHeader title={pool.name} subtitle={pool.note ?? undefined} back={{ to: '/pools', label: 'admin.menu.pools' }} mark={<Mark tone="good">{pool.quota === null ? t('admin.pools.members', { count: pool.members }) : t('admin.appointments.quota_of', { count: pool.members, quota: pool.quota })}</Mark>} actions={<>{pool.may.recommend && <Recommend pool={pool} />}{pool.may.write && <TakeIn pool={pool} />}{pool.may.write && <ChangePool pool={pool} />}</>} />
            <ListBase resource="pool-terms" filter={{ poolId: id }} sort={{ field: 'personName', order: 'ASC' }} perPage={50} filterDefaultValues={{ current: 'true' }} storeKey={false}>
              <Headcounts poolId={id} />
              <FilterCard filters={filters} search="admin.shell.search_pinyin" />
              <Box sx={{ mb: 1.5 }}><ExportButton list="pool-terms" filter={{ poolId: id }} /></Box>
              <RecordTable<PoolTerm>
                caption="admin.pools.list" columns={columns} link={({ id: term, person }) => (may('nomination:read') ? `/pool-terms/${term}` : `/volunteers/${person.id}`)} empty={<EmptyState title="admin.pools.nobody" hint={may('pool:write') ? 'admin.pools.nobody_hint' : 'admin.shell.nothing_found_hint'} />}
                {...(may('pool:write') ? { actions: (term: PoolTerm) => (over(term) ? null : <EndTerm term={term} />) } : {})}
              />
              <Pagination />
            </ListBase>
            {pool.may.write && pool.entry === 'appointed' && <Questions key={pool.version} pool={pool} />}
          </>
      )}
    </LoadedPage>
  );
};
export default PoolPage;

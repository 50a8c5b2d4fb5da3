import type { PoolTerm } from '@kepu/contracts';
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
import { UnitInput } from '../ui/inputs.js';
import { EndTerm, TakeIn } from './PoolTermActions.js';
import { usePools } from './usePools.js';

const filters = [
  <SelectInput key="current" source="current" label="admin.people.current" alwaysOn choices={[{ id: 'true', name: 'admin.people.current_yes' }, { id: 'false', name: 'admin.people.current_no' }]} />, <UnitInput key="unitId" source="unitId" label="admin.volunteers.unit" {...{ alwaysOn: true }} />,
];

/** Who is in a pool, who was, since when. */
const PoolPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const may = useMay();
  const { day, today } = useFormat();
  const query = usePools();
  const over = ({ ended, toDay }: PoolTerm) => ended !== null || (toDay !== null && today !== null && toDay < today);
  const columns: readonly Column<PoolTerm>[] = [
    { label: 'admin.volunteers.name', sort: 'personName', title: true, value: ({ person }) => person.name }, { label: 'admin.volunteers.unit', value: ({ unit }) => unit?.name ?? t('admin.shell.none') },
    { label: 'admin.people.from', sort: 'fromDay', nowrap: true, value: ({ fromDay }) => day(fromDay, true) }, { label: 'admin.people.to', nowrap: true, value: ({ toDay, ended }) => (ended ? day(ended.on, true) : toDay ? day(toDay, true) : t('admin.people.open_end')) },
    { label: 'admin.shell.state', value: (term) => (over(term) ? <Mark tone="quiet">{term.ended?.reason ?? t('admin.people.current_no')}</Mark> : <Mark tone="good">{t('admin.people.current_yes')}</Mark>) },
  ];
  return (
    <LoadedPage query={query} list={{ to: '/pools', label: 'admin.menu.pools' }}>
      {({ data }) => {
        const pool = data.find((each) => each.id === id);
        if (!pool) return <EmptyState title="errors.resource.not_found" action={{ label: 'admin.menu.pools', to: '/pools' }} />;
        return (
          <>
            <PageHeader title={pool.name} subtitle={pool.note ?? undefined} back={{ to: '/pools', label: 'admin.menu.pools' }} mark={<Mark tone="good">{t('admin.pools.members', { count: pool.members })}</Mark>} actions={may('pool:write') ? <TakeIn pool={pool} /> : undefined} />
            <ListBase resource="pool-terms" filter={{ poolId: id }} sort={{ field: 'personName', order: 'ASC' }} perPage={50} filterDefaultValues={{ current: 'true' }} storeKey={false}>
              <FilterCard filters={filters} search="admin.shell.search_pinyin" />
              <RecordTable<PoolTerm>
                caption="admin.pools.list" columns={columns} link={({ person }) => `/volunteers/${person.id}`} empty={<EmptyState title="admin.pools.nobody" hint={may('pool:write') ? 'admin.pools.nobody_hint' : 'admin.shell.nothing_found_hint'} />}
                {...(may('pool:write') ? { actions: (term: PoolTerm) => (over(term) ? null : <EndTerm term={term} />) } : {})}
              />
              <Pagination />
            </ListBase>
          </>
        );
      }}
    </LoadedPage>
  );
};
export default PoolPage;

import type { Unit } from '@kepu/contracts';
import { Button } from '@mui/material';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark } from '../ui/StateChip.js';
import { DivisionInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';

const filters = [
  <SelectInput key="kind" source="kind" label="admin.units.kind" choices={words.unitKinds} alwaysOn />,
  <DivisionInput key="divisionCode" source="divisionCode" label="admin.units.division" {...{ alwaysOn: true }} />,
  <SelectInput key="open" source="open" label="admin.shell.state" choices={[{ id: 'true', name: 'admin.shell.in_use' }, { id: 'false', name: 'admin.shell.closed' }]} alwaysOn />,
];

/** Units in protocol order. */
const UnitsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const columns: readonly Column<Unit>[] = [
    { label: 'admin.units.name', sort: 'sortNo', title: true, value: ({ name }) => name },
    { label: 'admin.units.full_name', value: ({ fullName }) => fullName },
    { label: 'admin.units.kind', sort: 'kind', nowrap: true, value: ({ kind }) => t(`terms.unitKinds.${kind}`) },
    { label: 'admin.units.division', nowrap: true, value: ({ division }) => division.name },
    { label: 'admin.shell.state', value: ({ closedOn, successor, hostsOffice }) => (closedOn ? <Mark tone="quiet">{successor ? t('admin.shell.merged_into', { name: successor.name }) : t('admin.shell.closed')}</Mark> : hostsOffice ? <Mark tone="good">{t('admin.units.hosts_office')}</Mark> : t('admin.shell.in_use')) },
  ];
  return (
    <>
      <PageHeader title={t('admin.menu.units')} subtitle={t('admin.units.subtitle')} actions={may('unit:write') ? <Button variant="contained" component={Link} to="/units/create">{t('admin.units.create')}</Button> : undefined} />
      <ListBase resource="units" sort={{ field: 'sortNo', order: 'ASC' }} perPage={50} filterDefaultValues={{ open: 'true' }}>
        <FilterCard filters={filters} search="admin.shell.search_pinyin" />
        <RecordTable<Unit> caption="admin.menu.units" columns={columns} link={({ id }) => `/units/${id}`} empty={<EmptyState title="admin.shell.nothing_found" hint="admin.shell.nothing_found_hint" />} />
        <Pagination />
      </ListBase>
    </>
  );
};
export default UnitsPage;

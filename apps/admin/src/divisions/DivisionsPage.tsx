import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { DivisionInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { DivisionCreate } from './DivisionCreate.js';
import { DivisionTable } from './DivisionTable.js';

const filters = [
  <SelectInput key="kind" source="kind" label="admin.divisions.kind" choices={words.divisionKinds} alwaysOn />,
  <DivisionInput key="parentCode" source="parentCode" label="admin.divisions.parent" county {...{ alwaysOn: true }} />,
  <SelectInput key="open" source="open" label="admin.shell.state" choices={[{ id: 'true', name: 'admin.shell.in_use' }, { id: 'false', name: 'admin.shell.closed' }]} alwaysOn />,
];

/** Counties first; their townships one step below. */
const DivisionsPage = () => {
  const t = useTranslate();
  const may = useMay();
  return (
    <>
      <PageHeader title={t('admin.menu.divisions')} subtitle={t('admin.divisions.subtitle')} actions={may('division:write') ? <DivisionCreate /> : undefined} />
      <ListBase resource="divisions" sort={{ field: 'code', order: 'ASC' }} perPage={50} filterDefaultValues={{ kind: 'county', open: 'true' }}>
        <FilterCard filters={filters} search="admin.shell.search_pinyin" />
        <DivisionTable />
        <Pagination />
      </ListBase>
    </>
  );
};
export default DivisionsPage;

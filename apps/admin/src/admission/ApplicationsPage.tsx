import type { UnitApplication } from '@kepu/contracts';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { CopyButton } from '../ui/CopyButton.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { DivisionInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';

const filters = [
  <SelectInput key="state" source="state" label="admin.shell.state" choices={words.applicationStates} alwaysOn />,
  <DivisionInput key="countyCode" source="countyCode" label="admin.applications.county" county {...{ alwaysOn: true }} />,
];

/** Bodies that asked to be admitted. */
const ApplicationsPage = () => {
  const t = useTranslate();
  const { instant } = useFormat();
  const columns: readonly Column<UnitApplication>[] = [
    { label: 'admin.applications.unit', sort: 'unitName', title: true, value: ({ unitName }) => unitName },
    { label: 'admin.applications.kind', value: ({ kind }) => t(`terms.unitKinds.${kind}`) },
    { label: 'admin.applications.county', nowrap: true, value: ({ county }) => county.name },
    { label: 'admin.applications.person', value: ({ name, duty }) => `${name} · ${duty}` },
    { label: 'admin.shell.state', value: ({ state }) => <StateChip of="applicationStates" state={state} /> },
    { label: 'admin.applications.submitted', sort: 'submittedAt', nowrap: true, value: ({ submittedAt }) => instant(submittedAt) },
    { label: 'admin.applications.number', wideOnly: true, value: ({ number }) => number },
  ];
  return (
    <>
      <PageHeader title={t('admin.menu.applications')} subtitle={t('admin.applications.subtitle')} actions={<CopyButton text={t('admin.applications.copy_text', { link: `${window.location.origin}/join` })} label="admin.applications.copy" />} />
      <ListBase resource="unit-applications" sort={{ field: 'submittedAt', order: 'DESC' }} perPage={50} filterDefaultValues={{ state: 'submitted' }}>
        <FilterCard filters={filters} search="admin.shell.search_pinyin" />
        <RecordTable<UnitApplication> caption="admin.menu.applications" columns={columns} link={({ id }) => `/unit-applications/${id}`} empty={<EmptyState title="admin.applications.empty" hint="admin.applications.empty_hint" />} />
        <Pagination />
      </ListBase>
    </>
  );
};
export default ApplicationsPage;

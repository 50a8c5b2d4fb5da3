import type { Complaint } from '@kepu/contracts';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { DivisionInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { DueMark } from './DueMark.js';

const filters = [
  <SelectInput key="state" source="state" label="admin.shell.state" choices={words.complaintStates} alwaysOn />,
  <SelectInput key="kind" source="kind" label="admin.complaints.kind" choices={words.complaintKinds} alwaysOn />,
  <DivisionInput key="countyCode" source="countyCode" label="admin.complaints.county" county {...{ alwaysOn: true }} />,
];

/** What people complained about, the first due first. */
const ComplaintsPage = () => {
  const t = useTranslate();
  const { instant } = useFormat();
  const columns: readonly Column<Complaint>[] = [
    { label: 'admin.complaints.number', title: true, nowrap: true, value: ({ number }) => number },
    { label: 'admin.complaints.kind', value: ({ kind }) => t(`terms.complaintKinds.${kind}`) },
    { label: 'admin.complaints.subject', value: ({ subject, unit }) => subject ?? unit?.name ?? t('admin.shell.none') },
    { label: 'admin.complaints.county', nowrap: true, value: ({ county }) => county?.name ?? null },
    { label: 'admin.shell.state', value: ({ state }) => <StateChip of="complaintStates" state={state} /> },
    { label: 'admin.complaints.due', sort: 'dueOn', nowrap: true, value: (complaint) => <DueMark complaint={complaint} /> },
    { label: 'admin.complaints.submitted', sort: 'submittedAt', nowrap: true, value: ({ submittedAt }) => instant(submittedAt) },
  ];
  return (
    <>
      <PageHeader title={t('admin.complaints.title')} subtitle={t('admin.complaints.subtitle')} />
      <ListBase resource="complaints" sort={{ field: 'dueOn', order: 'ASC' }} perPage={50}>
        <FilterCard filters={filters} search="admin.complaints.search" />
        <RecordTable<Complaint> caption="admin.complaints.title" columns={columns} link={({ id }) => `/complaints/${id}`} empty={<EmptyState title="admin.complaints.empty" hint="admin.complaints.empty_hint" />} />
        <Pagination />
      </ListBase>
    </>
  );
};
export default ComplaintsPage;

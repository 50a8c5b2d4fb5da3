import type { AuditEntry } from '@kepu/contracts';
import { labels } from '@kepu/contracts/labels';
import { AutocompleteInput, DateInput, ListBase, Pagination, ReferenceInput, SelectInput, useTranslate } from 'react-admin';
import { FilterCard } from '../ui/FilterCard.js';
import { Changes } from '../ui/History.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

const find = (q: string) => ({ q });
const actions = Object.keys(labels.en.actions).map((id) => ({ id, name: `actions.${id}` }));
const filters = [
  <ReferenceInput key="actorId" source="actorId" reference="accounts" sort={{ field: 'name', order: 'ASC' }} {...{ alwaysOn: true }}>
    <AutocompleteInput label="admin.audit.who" optionText="name" filterToQuery={find} />
  </ReferenceInput>,
  <SelectInput key="action" source="action" label="admin.audit.what" choices={actions} alwaysOn />,
  <DateInput key="from" source="from" label="admin.audit.from" alwaysOn />,
  <DateInput key="to" source="to" label="admin.audit.to" alwaysOn />,
];

/** Who changed what, when. */
const AuditPage = () => {
  const t = useTranslate();
  const { instant } = useFormat();
  const columns: readonly Column<AuditEntry>[] = [
    { label: 'admin.audit.what', title: true, value: ({ action }) => t(`actions.${action}`, { _: action }) },
    { label: 'admin.audit.when', sort: 'at', nowrap: true, value: ({ at }) => instant(at) },
    { label: 'admin.audit.who', nowrap: true, value: ({ actor, actorKind }) => actor?.name ?? t(`admin.audit.kinds.${actorKind}`) },
    { label: 'admin.audit.change', value: ({ before, after }) => <Changes before={before} after={after} /> },
    { label: 'admin.audit.seal', value: ({ sealed }) => <Mark tone={sealed ? 'good' : 'waiting'}>{t(sealed ? 'admin.audit.sealed' : 'admin.audit.not_sealed')}</Mark>, wideOnly: true },
  ];
  return (
    <>
      <PageHeader title={t('admin.menu.audit')} subtitle={t('admin.audit.subtitle')} />
      <ListBase resource="audit-entries" sort={{ field: 'at', order: 'DESC' }} perPage={50}>
        <FilterCard filters={filters} />
        <RecordTable<AuditEntry> caption="admin.menu.audit" columns={columns} empty={<EmptyState title="admin.shell.nothing_found" hint="admin.shell.nothing_found_hint" />} />
        <Pagination />
      </ListBase>
    </>
  );
};
export default AuditPage;

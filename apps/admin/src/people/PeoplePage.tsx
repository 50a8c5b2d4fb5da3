import type { Account } from '@kepu/contracts';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { UnitInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { AccountCreate } from './AccountCreate.js';
import { useScopeName } from './scope.js';

const filters = [
  <SelectInput key="role" source="role" label="admin.people.role" choices={words.roles} alwaysOn />,
  <UnitInput key="unitId" source="unitId" label="admin.items.unit" {...{ alwaysOn: true }} />,
  <SelectInput key="state" source="state" label="admin.shell.state" choices={words.accountStates} alwaysOn />,
];

/** People who can sign in. */
const PeoplePage = () => {
  const t = useTranslate();
  const may = useMay();
  const scopeName = useScopeName();
  const { instant } = useFormat();
  const columns: readonly Column<Account>[] = [
    { label: 'admin.people.name', sort: 'name', title: true, value: ({ name }) => name },
    { label: 'admin.people.rights', value: ({ grants }) => (grants.length === 0 ? t('admin.people.no_rights') : grants.map((grant) => <div key={grant.id}>{t(`terms.roles.${grant.role}`)} · {scopeName(grant.scope)}</div>)) },
    { label: 'admin.people.contact', value: ({ email, phone }) => [email, phone].filter(Boolean).join(' · ') },
    { label: 'admin.people.last_seen', sort: 'lastSignInAt', value: ({ lastSignInAt }) => (lastSignInAt ? instant(lastSignInAt) : t('admin.sign_offs.never_seen')) },
    { label: 'admin.shell.state', value: ({ state }) => <StateChip of="accountStates" state={state} /> },
  ];
  return (
    <>
      <PageHeader title={t('admin.menu.people')} subtitle={t('admin.people.subtitle')} actions={may('account:write') ? <AccountCreate /> : undefined} />
      <ListBase resource="accounts" sort={{ field: 'name', order: 'ASC' }} perPage={50}>
        <FilterCard filters={filters} search="admin.shell.search_pinyin" />
        <RecordTable<Account> caption="admin.menu.people" columns={columns} link={({ id }) => `/accounts/${id}`} empty={<EmptyState title="admin.shell.nothing_found" hint="admin.shell.nothing_found_hint" />} />
        <Pagination />
      </ListBase>
    </>
  );
};
export default PeoplePage;

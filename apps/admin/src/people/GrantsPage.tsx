import type { Grant } from '@kepu/contracts';
import { Button } from '@mui/material';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { saveFile } from '../ui/download.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { UnitInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { useRun } from '../ui/useRun.js';
import { GrantCreate, GrantEnd } from './GrantActions.js';
import { RolesButton } from './RolesTable.js';
import { useScopeName } from './scope.js';

const filters = [
  <SelectInput key="role" source="role" label="admin.people.role" choices={words.roles} alwaysOn />,
  <UnitInput key="unitId" source="unitId" label="admin.items.unit" {...{ alwaysOn: true }} />,
  <SelectInput key="current" source="current" label="admin.people.current" choices={[{ id: 'true', name: 'admin.people.current_yes' }, { id: 'false', name: 'admin.people.current_no' }]} alwaysOn />,
];

/** The table for the file of the office: who may do what, and what each role means. */
const ExportButton = () => {
  const t = useTranslate();
  const { run, pending } = useRun();
  return <Button variant="outlined" disabled={pending} onClick={() => void run(async () => saveFile(await api.exportGrants({}), 'rights.xlsx'))}>{t('admin.rights.export')}</Button>;
};

/** Who may do what, and where. */
const GrantsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const scopeName = useScopeName();
  const { day, instant, today } = useFormat();
  const over = ({ endedAt, to }: Grant) => endedAt !== null || (to !== null && today !== null && to < today);
  const columns: readonly Column<Grant>[] = [
    { label: 'admin.people.person', sort: 'accountName', title: true, value: ({ accountName }) => accountName },
    { label: 'admin.people.role', sort: 'role', value: ({ role, post }) => [t(`terms.roles.${role}`), ...(post ? [t(`terms.posts.${post}`)] : [])].join(' · ') },
    { label: 'admin.people.scope', value: ({ scope }) => scopeName(scope) },
    { label: 'admin.people.from', sort: 'from', value: ({ from }) => day(from, true) },
    { label: 'admin.people.to', value: ({ to }) => (to ? day(to, true) : t('admin.people.open_end')) },
    { label: 'admin.shell.state', value: (grant) => (over(grant) ? <Mark tone="quiet">{grant.endedAt ? t('admin.people.ended_at', { when: instant(grant.endedAt) }) : t('admin.people.current_no')}</Mark> : <Mark tone="good">{t('admin.people.current_yes')}</Mark>) },
  ];
  return (
    <>
      <PageHeader title={t('admin.menu.grants')} subtitle={t('admin.people.grants_subtitle')} actions={<><RolesButton /><Button variant="outlined" component={Link} to="/access">{t('admin.rights.explain')}</Button><ExportButton />{may('grant:write') && <GrantCreate />}</>} />
      <ListBase resource="grants" sort={{ field: 'accountName', order: 'ASC' }} perPage={50} filterDefaultValues={{ current: 'true' }}>
        <FilterCard filters={filters} search="admin.shell.search_pinyin" />
        <RecordTable<Grant>
          caption="admin.menu.grants" columns={columns} link={may('account:read') ? ({ accountId }) => `/accounts/${accountId}` : () => null} empty={<EmptyState title="admin.shell.nothing_found" hint="admin.shell.nothing_found_hint" />}
          {...(may('grant:write') ? { actions: (grant: Grant) => (over(grant) ? null : <GrantEnd id={grant.id} words={`${grant.accountName} · ${t(`terms.roles.${grant.role}`)} · ${scopeName(grant.scope)}`} />) } : {})}
        />
        <Pagination />
      </ListBase>
    </>
  );
};
export default GrantsPage;

import type { Invitation } from '@kepu/contracts';
import { useState } from 'react';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { UnitInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { InviteButton, LinkDialog } from './InviteButton.js';

const filters = [
  <UnitInput key="unitId" source="unitId" label="admin.invitations.unit" {...{ alwaysOn: true }} />,
  <SelectInput key="state" source="state" label="admin.shell.state" choices={words.invitationStates} alwaysOn />,
];

/** Who was asked to speak or write for a unit. */
const InvitationsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { instant } = useFormat();
  const [link, setLink] = useState<Parameters<typeof LinkDialog>[0]['made'] | null>(null);
  const columns: readonly Column<Invitation>[] = [
    { label: 'admin.invitations.name', sort: 'name', title: true, value: ({ name }) => name },
    { label: 'admin.invitations.contact', nowrap: true, value: ({ contact }) => contact },
    { label: 'admin.invitations.role', value: ({ role, post }) => [t(`terms.roles.${role}`), ...(post ? [t(`terms.posts.${post}`)] : [])].join(' · ') },
    { label: 'admin.invitations.unit', value: ({ unit }) => unit.name },
    { label: 'admin.shell.state', value: ({ state }) => <StateChip of="invitationStates" state={state} /> },
    { label: 'admin.invitations.until', value: ({ expiresAt, state }) => (state === 'open' ? instant(expiresAt) : t('admin.shell.none')) },
    { label: 'admin.invitations.by', sort: 'createdAt', value: ({ invitedBy, createdAt }) => `${invitedBy} · ${instant(createdAt)}` },
  ];
  const actions = ({ id, name, state }: Invitation) => (state === 'open' || state === 'expired' ? (
    <>
      <ActionButton label="admin.invitations.renew" variant="text" title={t('admin.invitations.renew_title', { name })} explanation={t('admin.invitations.renew_explained')} submitLabel="admin.invitations.renew" run={async () => setLink(await api.renewInvitation({ params: { id } }))} />
      <ActionButton label="admin.invitations.withdraw" danger variant="text" title={t('admin.invitations.withdraw_title', { name })} explanation={t('admin.invitations.withdraw_explained')} submitLabel="admin.invitations.withdraw" success="admin.invitations.withdrawn" run={() => api.withdrawInvitation({ params: { id } })} />
    </>
  ) : null);
  return (
    <>
      <PageHeader title={t('admin.menu.invitations')} subtitle={t('admin.invitations.subtitle')} actions={may('invitation:write') ? <InviteButton /> : undefined} />
      <ListBase resource="invitations" sort={{ field: 'createdAt', order: 'DESC' }} perPage={50}>
        <FilterCard filters={filters} search="admin.shell.search_pinyin" />
        <RecordTable<Invitation> caption="admin.menu.invitations" columns={columns} empty={<EmptyState title="admin.invitations.empty" hint="admin.invitations.empty_hint" />} {...(may('invitation:write') ? { actions } : {})} />
        <Pagination />
      </ListBase>
      {link && <LinkDialog made={link} onClose={() => setLink(null)} />}
    </>
  );
};
export default InvitationsPage;

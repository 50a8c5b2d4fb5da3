import type { RosterEntry, RosterLinks } from '@kepu/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { ListBase, Pagination, SelectInput, useListContext, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { FilterCard } from '../ui/FilterCard.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';
import { words } from '../ui/words.js';
import { LinkDialog } from './LinkDialog.js';

type Links = RosterLinks['links'];
const filters = [<SelectInput key="state" source="state" label="admin.shell.state" choices={words.rosterEntryStates} alwaysOn />];

/** All open links of the page that is shown. */
const CopyAll = ({ show }: { show: (links: Links) => void }) => {
  const t = useTranslate();
  const { data } = useListContext<RosterEntry>();
  const { run, pending } = useRun();
  const open = (data ?? []).filter(({ state }) => state === 'pending').map(({ id }) => id);
  if (open.length < 2) return null;
  return <Button variant="outlined" sx={{ mb: 1.5, alignSelf: 'flex-start' }} disabled={pending} onClick={() => void run(async () => show((await api.createRosterLinks({ body: { ids: open } })).links))}>{t('admin.rosters.copy_all')}</Button>;
};

/** People who are asked: how each stands, and what can be done. */
export const RosterEntries = ({ importId }: { importId?: string }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { run, pending } = useRun();
  const [links, setLinks] = useState<Links | null>(null);
  const show = (found: Links): void => { if (found.length > 0) setLinks(found); };
  const columns: readonly Column<RosterEntry>[] = [
    { label: 'admin.rosters.name', sort: 'name', title: true, value: ({ name }) => name || t('admin.rosters.answered_person') },
    { label: 'admin.rosters.phone', nowrap: true, value: ({ phone }) => phone },
    { label: 'admin.shell.state', value: ({ state }) => <StateChip of="rosterEntryStates" state={state} /> },
    { label: 'admin.rosters.unit', value: ({ unit, county }) => (unit ? `${unit} · ${county}` : county) },
    { label: 'admin.rosters.until', sort: 'createdAt', value: ({ state, expiresAt, answeredAt }) => (state === 'pending' ? instant(expiresAt) : answeredAt ? instant(answeredAt) : t('admin.shell.none')) },
    { label: 'admin.rosters.reminded', value: ({ remindedAt }) => (remindedAt ? instant(remindedAt) : null) },
  ];
  const actions = ({ id, name, state }: RosterEntry) => (state === 'pending' ? (
    <>
      <Button disabled={pending} onClick={() => void run(async () => show((await api.createRosterLinks({ body: { ids: [id] } })).links))}>{t('admin.rosters.link')}</Button>
      <ActionButton label="admin.rosters.remind" variant="text" title={t('admin.rosters.remind_title', { name })} explanation={t('admin.rosters.remind_explained')} submitLabel="admin.rosters.remind" success="admin.rosters.reminded_done" run={() => api.remindRosterEntry({ params: { id } })} />
      <ActionButton label="admin.rosters.withdraw" danger variant="text" title={t('admin.rosters.withdraw_title', { name })} explanation={t('admin.rosters.withdraw_explained')} submitLabel="admin.rosters.withdraw" success="admin.rosters.withdrawn" run={() => api.withdrawRosterEntry({ params: { id } })} />
    </>
  ) : null);
  return (
    <>
      <ListBase resource="roster-entries" storeKey={false} disableSyncWithLocation sort={{ field: 'createdAt', order: 'DESC' }} perPage={25} filter={importId ? { importId } : {}}>
        <FilterCard filters={filters} search="admin.shell.search_pinyin" />
        <CopyAll show={show} />
        <RecordTable<RosterEntry> caption="admin.rosters.entries" columns={columns} actions={actions} empty={<EmptyState title="admin.rosters.entries_empty" hint="admin.rosters.entries_hint" />} />
        <Pagination />
      </ListBase>
      {links && <LinkDialog links={links} onClose={() => setLinks(null)} />}
    </>
  );
};

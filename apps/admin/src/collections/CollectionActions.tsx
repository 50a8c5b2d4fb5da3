import ContentCopy from '@mui/icons-material/ContentCopy';
import Download from '@mui/icons-material/DownloadOutlined';
import Share from '@mui/icons-material/ShareOutlined';
import Summarize from '@mui/icons-material/SummarizeOutlined';
import type { Collection } from '@kepu/contracts';
import { collectionLifecycle } from '@kepu/domain';
import { Stack } from '@mui/material';
import { useState } from 'react';
import { BooleanInput, useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useFresh } from '../drafting/useFresh.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton, ActionDialog } from '../ui/ActionDialog.js';
import { saveFile } from '../ui/download.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { MoreMenu } from '../ui/MoreMenu.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { ShareDialog } from '../ui/SharePanel.js';
import { useApi } from '../ui/useApi.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';
import { AskInputs, designDefaults, designOf, WordInputs, wordsOf } from './DesignInputs.js';

const Sharing = ({ id, onClose }: { id: string; onClose: () => void }) => <ShareDialog title="admin.collections.share_title" hint="admin.collections.share_hint" qrLabel="admin.collections.qr" query={useApi(['collection-reminder', id], () => api.getCollectionReminder({ params: { id } }))} onClose={onClose} />;

/** The steps that the lifecycle leaves open for the office, and what everybody who reads may take along. */
export const CollectionActions = ({ collection, missing }: { collection: Collection; missing: readonly string[] }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const office = useMay()('collection:write');
  const fresh = useFresh();
  const { run } = useRun();
  const [dialog, setDialog] = useState<'share' | 'copy' | null>(null);
  const allowed = useOpenActions(collectionLifecycle, collection.state);
  const { id, version, title, counts, copiedFrom } = collection;
  const params = { id };
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 2, '& button': { minHeight: 44 } }}>
      {allowed.includes('open') && <ActionButton label="admin.collections.send" variant="contained" disabled={collection.fields.length === 0 || counts.asked === 0} title={t('admin.collections.send_title', { count: counts.asked })} explanation={t('admin.collections.send_hint')} submitLabel="admin.collections.send" success="admin.collections.sent" run={() => fresh(() => api.openCollection({ params, body: { version } }))} />}
      {allowed.includes('save') && <ActionButton label="admin.collections.settings" wide title={t('admin.collections.amend_title')} submitLabel="ra.action.save" success="admin.collections.saved" defaults={{ ...designDefaults(collection), version }} run={(values) => fresh(() => api.updateCollection({ params, body: { version: Number(values['version']), ...designOf(values), ...(copiedFrom ? { prefill: Boolean(values['prefill']) } : {}) } }))}><WordInputs /><AskInputs before={copiedFrom?.title} /></ActionButton>}
      {allowed.includes('close') && counts.missing > 0 && (
        <ActionButton label="admin.collections.chase" variant="contained" title={t('admin.collections.chase_title', { count: counts.missing })} explanation={t('admin.collections.chase_hint')} submitLabel="admin.collections.chase" run={async ({ words }) => {
          const { told, skipped, unheard } = await fresh(() => api.chaseCollection({ params, body: words ? { words: String(words) } : {} }));
          // What was left out is as much news as what was done.
          notify([t('admin.collections.chased', { count: told.length }), ...(skipped > 0 ? [t('admin.collections.chase_skipped', { count: skipped })] : []), ...(unheard.length > 0 ? [t('admin.collections.chase_unheard', { names: unheard.map(({ name }) => name).join('、') })] : [])].join(' '), { type: unheard.length > 0 ? 'warning' : 'success', autoHideDuration: 10_000 });
        }}><LineInput source="words" label="admin.collections.chase_words" rows={2} /></ActionButton>
      )}
      {allowed.includes('amend') && <ActionButton label="admin.collections.amend" title={t('admin.collections.amend_title')} submitLabel="ra.action.save" success="admin.collections.saved" defaults={{ ...designDefaults(collection), version }} run={(values) => fresh(() => api.updateCollection({ params, body: { version: Number(values['version']), ...wordsOf(values) } }))}><WordInputs /></ActionButton>}
      {allowed.includes('close') && (
        <ActionButton label="admin.collections.close" title={t('admin.collections.close_title')} explanation={<>{t('admin.collections.close_hint')}{missing.length > 0 && <p>{t('admin.collections.close_gaps', { count: counts.missing, names: missing.join('、') })}</p>}</>} submitLabel="admin.collections.close" success="admin.collections.closed" run={({ withGaps }) => fresh(() => api.closeCollection({ params, body: { version, withGaps: Boolean(withGaps) } }))}>
          {missing.length > 0 && <BooleanInput source="withGaps" label="admin.collections.close_anyway" helperText={false} />}
        </ActionButton>
      )}
      {allowed.includes('reopen') && <ActionButton label="admin.collections.reopen" title={t('admin.collections.reopen_title')} submitLabel="admin.collections.reopen" success="admin.collections.reopened" run={({ dueOn }) => fresh(() => api.reopenCollection({ params, body: { version, dueOn: String(dueOn ?? '') } }))}><DayInput source="dueOn" label="admin.collections.field_due" isRequired /></ActionButton>}
      {allowed.includes('withdraw') && <ActionButton label="admin.collections.withdraw" variant="text" danger title={t('admin.collections.withdraw_title')} explanation={t('admin.collections.withdraw_hint')} submitLabel="admin.collections.withdraw" success="admin.collections.withdrawn" run={({ reason }) => fresh(() => api.withdrawCollection({ params, body: { version, reason: String(reason ?? '') } }))}><ReasonInput /></ActionButton>}
      {allowed.includes('delete') && <ActionButton label="admin.collections.remove_draft" variant="text" danger title={t('admin.collections.remove_draft_title')} submitLabel="admin.collections.remove_draft" success="admin.collections.draft_deleted" run={async () => { await api.deleteCollection({ params }); void navigate('/collections'); }} />}
      <MoreMenu entries={[
        ...(office && collection.state === 'open' ? [{ label: 'admin.collections.share', icon: <Share />, onClick: () => setDialog('share') }] : []), ...(office ? [{ label: 'admin.collections.copy', icon: <ContentCopy />, onClick: () => setDialog('copy') }] : []),
        ...(collection.state === 'draft' ? [] : [
          { label: 'admin.collections.export', icon: <Download />, onClick: () => void run(async () => saveFile(await api.exportCollection({ params }), `${title}.xlsx`)) }, { label: 'admin.collections.export_docx', icon: <Summarize />, onClick: () => void run(async () => saveFile(await api.exportCollectionSummary({ params }), `${title}.docx`)) },
        ]),
      ]} />
      {dialog === 'share' && <Sharing id={id} onClose={() => setDialog(null)} />}
      {dialog === 'copy' && (
        <ActionDialog open onClose={() => setDialog(null)} title={t('admin.collections.copy_title')} submitLabel="admin.collections.copy" success="admin.collections.copied" defaults={{ title: t('admin.collections.copy_suffix', { title }), dueOn: '', prefill: true }} run={async (values) => { const made = await api.copyCollection({ params, body: { title: String(values['title'] ?? ''), dueOn: String(values['dueOn'] ?? ''), prefill: Boolean(values['prefill']) } }); void navigate(`/collections/${made.id}`); }}>
          <LineInput source="title" label="admin.collections.field_title" isRequired />
          <DayInput source="dueOn" label="admin.collections.field_due" isRequired />
          <BooleanInput source="prefill" label="admin.collections.prefill" helperText={t('admin.collections.prefill_hint', { title })} />
        </ActionDialog>
      )}
    </Stack>
  );
};

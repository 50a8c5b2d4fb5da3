import type { WorkEntry } from '@kepu/contracts';
import { workEntryLifecycle } from '@kepu/domain';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';

/** What state and rights leave open: handing in for the unit, checking for the office and the county. */
export const WorkEntryActions = ({ entry }: { entry: WorkEntry }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const open = useOpenActions(workEntryLifecycle, entry.state);
  const { run, pending } = useRun();
  const { id, version, title } = entry;
  const target = { params: { id } };
  return (
    <>
      {open.includes('delete') && (
        <ActionButton label="admin.activities.delete" danger variant="text" title={t('admin.activities.delete_title', { title })} explanation={t('admin.activities.delete_explained')} submitLabel="admin.activities.delete" success="admin.activities.deleted" run={async () => { await api.deleteWorkEntry(target); void navigate('/work-entries'); }} />
      )}
      {open.includes('delete') && <Button variant="outlined" component={Link} to={`/work-entries/${id}/edit`}>{t('ra.action.edit')}</Button>}
      {open.includes('submit') && <Button variant="contained" disabled={pending} onClick={() => void run(() => api.submitWorkEntry({ ...target, body: { version } }), { success: 'admin.activities.submitted' })}>{t('admin.activities.save_submit')}</Button>}
      {open.includes('recall') && <ActionButton label="admin.activities.recall" title={t('admin.activities.recall_title')} explanation={t('admin.activities.recall_explained')} submitLabel="admin.activities.recall" success="admin.activities.recalled" run={() => api.recallWorkEntry({ ...target, body: { version } })} />}
      {open.includes('return') && (
        <ActionButton label="admin.work.return" title={t('admin.work.return_title', { title })} explanation={t('admin.work.return_explained', { unit: entry.unit.name })} submitLabel="admin.work.return" success="admin.activities.returned_done" run={({ reason }) => api.returnWorkEntry({ ...target, body: { version, reason: String(reason ?? '') } })}>
          <ReasonInput suggestions={['admin.work.reasons.files', 'admin.work.reasons.quantity', 'admin.work.reasons.serves']} />
        </ActionButton>
      )}
      {open.includes('accept') && <Button variant="contained" disabled={pending} onClick={() => void run(() => api.acceptWorkEntry({ ...target, body: { version } }), { success: 'admin.work.accepted' })}>{t('admin.work.accept')}</Button>}
      {open.includes('revoke') && (
        <ActionButton label="admin.work.revoke" danger variant="text" title={t('admin.work.revoke_title', { title })} explanation={t('admin.work.revoke_explained')} submitLabel="admin.work.revoke" success="admin.work.revoked" run={({ reason }) => api.revokeWorkEntry({ ...target, body: { version, reason: String(reason ?? '') } })}>
          <ReasonInput />
        </ActionButton>
      )}
    </>
  );
};

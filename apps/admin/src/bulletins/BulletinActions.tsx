import type { Bulletin } from '@kepu/contracts';
import { bulletinLifecycle } from '@kepu/domain';
import Article from '@mui/icons-material/ArticleOutlined';
import TableChart from '@mui/icons-material/TableChartOutlined';
import { Button, Stack } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { MoreMenu } from '../ui/MoreMenu.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { saveFile } from '../ui/download.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';

/** The steps that the lifecycle leaves open for this person; the first is what comes next. */
export const BulletinActions = ({ bulletin, onEdit }: { bulletin: Bulletin; onEdit: () => void }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const { run, pending } = useRun();
  const { id, version } = bulletin;
  const params = { id };
  const open = useOpenActions(bulletinLifecycle, bulletin.state);
  const recount = async ({ from, to }: Record<string, unknown>) => {
    const next = await api.recountBulletin({ params, body: { version, from: String(from), to: String(to) } });
    const before = new Map(bulletin.figures.map((figure) => [figure.key, figure.value]));
    const changed = next.figures.filter(({ key, value }) => before.get(key) !== value).length;
    notify(changed === 0 ? 'admin.bulletins.recounted_same' : 'admin.bulletins.recounted', { type: 'success', messageArgs: { count: changed } });
  };
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 2 }}>
      {open.includes('approve') && <ActionButton label="admin.bulletins.approve" variant="contained" title={t('admin.bulletins.approve_title')} explanation={t('admin.bulletins.approve_hint')} submitLabel="admin.bulletins.approve" success="admin.bulletins.approved" run={() => api.approveBulletin({ params, body: { version } })} />}
      {open.includes('turn_down') && <ActionButton label="admin.bulletins.turn_down" title={t('admin.bulletins.turn_down_title')} submitLabel="admin.bulletins.turn_down" success="admin.bulletins.turned_down" run={({ reason }) => api.turnBulletinDown({ params, body: { version, reason: String(reason ?? '') } })}><ReasonInput /></ActionButton>}
      {open.includes('issue') && (
        <ActionButton label="admin.bulletins.issue" variant="contained" title={t('admin.bulletins.issue_title')} explanation={t(bulletin.kind === 'meeting' ? 'admin.bulletins.issue_meeting_hint' : 'admin.bulletins.issue_hint')} submitLabel="admin.bulletins.issue" success="admin.bulletins.issued" run={({ number }) => api.issueBulletin({ params, body: { version, number: String(number ?? '') } })}>
          <LineInput source="number" label="admin.bulletins.number" isRequired />
        </ActionButton>
      )}
      {open.includes('request') && <ActionButton label="admin.bulletins.request" variant="contained" title={t('admin.bulletins.request_title')} {...(bulletin.loose.length > 0 ? { explanation: t('admin.bulletins.request_loose', { numbers: bulletin.loose.join('、') }) } : {})} submitLabel="admin.bulletins.request" success="admin.bulletins.requested" run={() => api.requestBulletinApproval({ params, body: { version } })} />}
      {open.includes('save') && <Button variant="outlined" onClick={onEdit}>{t('admin.bulletins.edit')}</Button>}
      {open.includes('recount') && (
        <ActionButton label="admin.bulletins.recount" title={t('admin.bulletins.recount_title')} explanation={t('admin.bulletins.recount_hint')} submitLabel="admin.bulletins.recount" defaults={{ from: bulletin.from, to: bulletin.to }} run={recount}>
          <DayInput source="from" label="admin.bulletins.from" isRequired />
          <DayInput source="to" label="admin.bulletins.to" isRequired />
        </ActionButton>
      )}
      {open.includes('take_back') && <Button variant="outlined" disabled={pending} onClick={() => void run(() => api.takeBulletinBack({ params, body: { version } }), { success: 'admin.bulletins.taken_back' })}>{t('admin.bulletins.take_back')}</Button>}
      <MoreMenu entries={[
        { label: 'admin.bulletins.word', icon: <Article />, onClick: () => void run(async () => saveFile(await api.exportBulletin({ params }), `${bulletin.title}.docx`)) },
        { label: 'admin.bulletins.sheet', icon: <TableChart />, onClick: () => void run(async () => saveFile(await api.exportBulletinSheet({ params }), `${bulletin.title}.xlsx`)) },
      ]} />
      {open.includes('withdraw') && <ActionButton label="admin.bulletins.withdraw" variant="text" title={t('admin.bulletins.withdraw_title')} explanation={t(bulletin.kind === 'meeting' ? 'admin.bulletins.withdraw_meeting_hint' : 'admin.bulletins.withdraw_hint')} submitLabel="admin.bulletins.withdraw" success="admin.bulletins.withdrawn" danger run={({ reason }) => api.withdrawBulletin({ params, body: { version, reason: String(reason ?? '') } })}><ReasonInput /></ActionButton>}
      {open.includes('delete') && <ActionButton label="admin.bulletins.delete" variant="text" title={t('admin.bulletins.delete_title')} explanation={t('admin.bulletins.delete_hint')} submitLabel="admin.bulletins.delete" success="admin.bulletins.deleted" danger run={async () => { await api.deleteBulletin({ params }); void navigate('/bulletins'); }} />}
    </Stack>
  );
};

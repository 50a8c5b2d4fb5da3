import type { Prompt, PromptKind } from '@kepu/contracts';
import { promptLifecycle, type PromptAction } from '@kepu/domain';
import Download from '@mui/icons-material/DownloadOutlined';
import { Button, Stack } from '@mui/material';
import { SelectInput, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { saveFile } from '../ui/download.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';

/** The steps that the lifecycle leaves open for this person. An order is sent after its approval alone. */
export const PromptActions = ({ prompt }: { prompt: Prompt }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { run, pending } = useRun();
  const { id, version, kind } = prompt;
  const [params, allowed] = [{ id }, useOpenActions(promptLifecycle, prompt.state)];
  const draftOrder = kind === 'order' && prompt.state === 'draft';
  const inForce = prompt.plan.state === 'issued';
  const open = (action: PromptAction): boolean => allowed.includes(action) && inForce && (action !== 'send' || !draftOrder) && (action !== 'request' || kind === 'order') && ((action !== 'reply' && action !== 'amend') || prompt.mayReply);
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 2 }}>
      {open('reply') && (
        <ActionButton label="admin.prompts.reply" variant="contained" title={t('admin.prompts.reply_title')} submitLabel="admin.prompts.reply" success="admin.prompts.replied" run={({ reason, measures, newDay }) => api.replyToPrompt({ params, body: { version, reason: String(reason ?? ''), measures: String(measures ?? ''), newDay: newDay ? String(newDay) : null } })}>
          <LineInput source="reason" label="admin.prompts.reply_reason" rows={3} isRequired />
          <LineInput source="measures" label="admin.prompts.reply_measures" rows={3} isRequired />
          <DayInput source="newDay" label="admin.prompts.reply_day" helperText="admin.prompts.reply_day_hint" />
        </ActionButton>
      )}
      {open('amend') && <Button variant="outlined" disabled={pending} onClick={() => void run(() => api.amendPromptReply({ params, body: { version } }), { success: 'admin.prompts.amended' })}>{t('admin.prompts.amend')}</Button>}
      {open('approve') && <ActionButton label="admin.prompts.approve" variant="contained" title={t('admin.prompts.approve_title')} explanation={t('admin.prompts.approve_hint')} submitLabel="admin.prompts.approve" success="admin.prompts.approved" run={() => api.approvePrompt({ params, body: { version } })} />}
      {open('turn_down') && <ActionButton label="admin.prompts.turn_down" title={t('admin.prompts.turn_down_title')} submitLabel="admin.prompts.turn_down" success="admin.prompts.turned_down" run={({ reason }) => api.turnPromptDown({ params, body: { version, reason: String(reason ?? '') } })}><ReasonInput /></ActionButton>}
      {open('send') && (
        <ActionButton label="admin.prompts.send" variant="contained" title={t('admin.prompts.send_title')} explanation={t('admin.prompts.send_hint')} submitLabel="admin.prompts.send" success="admin.prompts.sent" defaults={{ number: prompt.number ?? '', replyBy: prompt.replyBy }} run={({ number, replyBy }) => api.sendPrompt({ params, body: { version, number: String(number ?? ''), ...(replyBy ? { replyBy: String(replyBy) } : {}) } })}>
          <LineInput source="number" label="admin.prompts.number" isRequired />
          <DayInput source="replyBy" label="admin.prompts.write_reply_by" isRequired />
        </ActionButton>
      )}
      {open('request') && <ActionButton label="admin.prompts.request" variant="contained" title={t('admin.prompts.request_title')} submitLabel="admin.prompts.request" success="admin.prompts.requested" run={() => api.requestPromptApproval({ params, body: { version } })} />}
      {open('accept') && (
        <ActionButton label="admin.prompts.accept" variant="contained" title={t('admin.prompts.accept_title')} submitLabel="admin.prompts.accept" success="admin.prompts.accepted" run={({ note }) => api.acceptPromptReply({ params, body: { version, ...(note ? { note: String(note) } : {}) } })}>
          <LineInput source="note" label="admin.prompts.accept_note" rows={2} />
        </ActionButton>
      )}
      {open('return') && (
        <ActionButton label="admin.prompts.return" title={t('admin.prompts.return_title')} submitLabel="admin.prompts.return" success="admin.prompts.returned" run={({ reason, replyBy }) => api.returnPromptReply({ params, body: { version, reason: String(reason ?? ''), ...(replyBy ? { replyBy: String(replyBy) } : {}) } })}>
          <ReasonInput />
          <DayInput source="replyBy" label="admin.prompts.return_day" helperText="admin.prompts.write_reply_hint" />
        </ActionButton>
      )}
      {open('save') && (
        <ActionButton
          label="admin.prompts.change" wide title={t('admin.prompts.change_title')} submitLabel="ra.action.save" success="admin.prompts.saved" defaults={{ kind, title: prompt.title, text: prompt.text, replyBy: prompt.replyBy }}
          run={(values) => api.updatePrompt({ params, body: { version, kind: values['kind'] as PromptKind, title: String(values['title'] ?? ''), text: String(values['text'] ?? ''), replyBy: String(values['replyBy'] ?? '') } })}
        >
          <SelectInput source="kind" label="admin.prompts.kind" choices={['letter', 'order'].map((one) => ({ id: one, name: `terms.promptKinds.${one}` }))} helperText={false} />
          <LineInput source="title" label="admin.prompts.field_title" isRequired />
          <LineInput source="text" label="admin.prompts.field_text" rows={6} isRequired />
          <DayInput source="replyBy" label="admin.prompts.write_reply_by" isRequired />
        </ActionButton>
      )}
      {open('take_back') && <Button variant="outlined" disabled={pending} onClick={() => void run(() => api.takePromptBack({ params, body: { version } }), { success: 'admin.prompts.taken_back' })}>{t('admin.prompts.take_back')}</Button>}
      {open('escalate') && kind === 'letter' && (
        <ActionButton label="admin.prompts.escalate" title={t('admin.prompts.escalate_title')} explanation={t('admin.prompts.escalate_hint')} submitLabel="admin.prompts.escalate" success="admin.prompts.escalated" run={async ({ reason }) => { const next = await api.escalatePrompt({ params, body: { version, reason: String(reason ?? '') } }); void navigate(`/prompts/${next.id}`); }}><ReasonInput /></ActionButton>
      )}
      {open('withdraw') && <ActionButton label="admin.prompts.withdraw" variant="text" title={t('admin.prompts.withdraw_title')} explanation={t('admin.prompts.withdraw_hint')} submitLabel="admin.prompts.withdraw" success="admin.prompts.withdrawn" danger run={({ reason }) => api.withdrawPrompt({ params, body: { version, reason: String(reason ?? '') } })}><ReasonInput /></ActionButton>}
      <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportPrompt({ params }), `${prompt.title}.docx`))}>{t('admin.prompts.letter')}</Button>
      {open('delete') && <ActionButton label="admin.prompts.delete" variant="text" title={t('admin.prompts.delete_title')} {...(prompt.before ? { explanation: t('admin.prompts.delete_restores') } : {})} submitLabel="admin.prompts.delete" success="admin.prompts.deleted" danger run={async () => { await api.deletePrompt({ params }); void navigate('/prompts'); }} />}
    </Stack>
  );
};

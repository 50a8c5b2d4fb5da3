import type { File as HandedIn } from '@kepu/contracts';
import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { FilesInput } from '../files/FilesInput.js';
import { api } from '../providers/api.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { Loaded } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useFormat } from '../ui/format.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { Checklist } from './Checklist.js';
import { useChecklist } from './useFollowUps.js';

interface Props { assignment: { id: string; version: number }; onClose: () => void }
/** What a form holds: a text, or nothing. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
/** Ids of what was handed in with a form. */
export const idsOf = (files: unknown): string[] => (Array.isArray(files) ? (files as HandedIn[]).map(({ id }) => id) : []);
const reasons = ['place', 'people', 'money', 'weather'].map((key) => `admin.follow_ups.reasons.${key}`);

/** Asks for another day. */
export const AskExtension = ({ assignment: { id, version }, onClose }: Props) => {
  const t = useTranslate();
  return (
    <ActionDialog open onClose={onClose} title={t('admin.follow_ups.ask_extension_title')} explanation={t('admin.follow_ups.ask_extension_explained')} submitLabel="admin.follow_ups.ask_submit" success="admin.follow_ups.asked" run={({ day, reason, files }) => api.askAdjustment({ params: { id }, body: { version, kind: 'extension', day: String(day), reason: String(reason ?? ''), fileIds: idsOf(files) } })}>
      <DayInput source="day" label="admin.follow_ups.new_day" isRequired />
      <ReasonInput suggestions={reasons} />
      <FilesInput source="files" label="admin.follow_ups.files" />
    </ActionDialog>
  );
};

/** Asks for other content; the words of the paper stay as they are. */
export const AskContent = ({ assignment: { id, version }, onClose }: Props) => {
  const t = useTranslate();
  const run = ({ day, content, reason, files }: FieldValues) => {
    const wanted = textOf(day);
    return api.askAdjustment({ params: { id }, body: { version, kind: 'content', content: String(content ?? ''), reason: String(reason ?? ''), fileIds: idsOf(files), ...(wanted ? { day: wanted } : {}) } });
  };
  return (
    <ActionDialog open onClose={onClose} title={t('admin.follow_ups.ask_content_title')} explanation={t('admin.follow_ups.ask_content_explained')} submitLabel="admin.follow_ups.ask_submit" success="admin.follow_ups.asked" run={run}>
      <LineInput source="content" label="admin.follow_ups.content" rows={3} isRequired />
      <ReasonInput />
      <DayInput source="day" label="admin.follow_ups.new_day_optional" />
      <FilesInput source="files" label="admin.follow_ups.files" />
    </ActionDialog>
  );
};

/** Asks to close out: the system shows what it finds, and what is not met is said in words. */
export const AskCloseOut = ({ assignment: { id }, onClose }: Props) => {
  const t = useTranslate();
  const { list } = useFormat();
  const query = useChecklist(id);
  const found = query.data;
  const run = (values: FieldValues) => {
    const note = textOf(values['note']);
    const explanations = (found?.points ?? []).flatMap(({ point, met }) => { const text = met ? undefined : textOf(values[`explain_${point}`]); return text ? [{ point, text }] : []; });
    return api.askCloseOut({ params: { id }, body: { version: found?.assignment.version ?? 1, explanations, ...(note ? { note } : {}) } });
  };
  return (
    <ActionDialog open onClose={onClose} title={t('admin.follow_ups.ask_close_title')} explanation={t('admin.follow_ups.ask_close_explained')} submitLabel="admin.follow_ups.ask_close" success="admin.follow_ups.asked" blocked={!found || !found.open || !found.mayAsk} run={run}>
      <Loaded query={query} rows={4}>
        {({ points, leader, approvers, open, mayAsk }) => (!open || !mayAsk ? <Alert severity="info">{leader ? t('admin.follow_ups.leader_asks', { name: leader.name }) : t('admin.follow_ups.not_open')}</Alert> : (
          <>
            {approvers.length > 0 && <Alert severity="info" sx={{ mb: 1 }}>{t('admin.follow_ups.approver_first', { names: list(approvers) })}</Alert>}
            <Checklist points={points} beside={({ point, met }) => (met ? null : <LineInput source={`explain_${point}`} label="admin.follow_ups.explain" rows={2} isRequired />)} />
            <LineInput source="note" label="admin.follow_ups.note" rows={2} />
          </>
        ))}
      </Loaded>
    </ActionDialog>
  );
};

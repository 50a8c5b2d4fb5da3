import type { AssignmentLight, Plan, PromptKind } from '@kepu/contracts';
import Mail from '@mui/icons-material/MailOutlined';
import { SelectInput, useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { DayInput, LineInput } from '../ui/inputs.js';

/** Writes drafts to the units of some assignments, one each. */
export const WriteButton = ({ plan, rows }: { plan: Plan; rows: readonly AssignmentLight[] }) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  return (
    <ActionButton
      label="admin.prompts.write" icon={<Mail />} disabled={rows.length === 0} title={t('admin.prompts.write_title', { units: new Set(rows.map(({ unit }) => unit.id)).size })} explanation={t('admin.prompts.write_hint')} submitLabel="admin.prompts.write_save" defaults={{ kind: 'letter' }}
      run={async ({ kind, replyBy, text }) => {
        const { data, total } = await api.createPrompts({ params: { id: plan.id }, body: { kind: kind as PromptKind, assignmentIds: rows.map(({ assignmentId }) => assignmentId), ...(replyBy ? { replyBy: String(replyBy) } : {}), ...(text ? { text: String(text) } : {}) } });
        notify('admin.prompts.written', { type: 'success', messageArgs: { count: total } });
        void navigate(data.length === 1 && data[0] ? `/prompts/${data[0].id}` : '/prompts?show=draft');
      }}
    >
      <SelectInput source="kind" label="admin.prompts.write_kind" choices={['letter', 'order'].map((one) => ({ id: one, name: `terms.promptKinds.${one}` }))} helperText={false} />
      <DayInput source="replyBy" label="admin.prompts.write_reply_by" helperText="admin.prompts.write_reply_hint" />
      <LineInput source="text" label="admin.prompts.write_text" rows={5} helperText="admin.prompts.write_text_hint" />
    </ActionButton>
  );
};

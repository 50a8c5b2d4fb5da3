import type { Assignment, Item } from '@kepu/contracts';
import { assignmentLifecycle } from '@kepu/domain';
import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DayMarks } from '../follow-ups/DayMarks.js';
import { FollowUpMenu } from '../follow-ups/FollowUpMenu.js';
import { AssignmentLights } from '../lights/AssignmentLights.js';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { QuestionAndAnswer } from './QuestionAndAnswer.js';

/** The decisions that the lifecycle leaves open for this person; `quiet` where the page has its own first action. */
export const AssignmentActions = ({ assignment, planId, quiet = false }: { assignment: Assignment; planId: string; quiet?: boolean }) => {
  const t = useTranslate();
  const { id, state, version } = assignment;
  const open = useOpenActions(assignmentLifecycle, state);
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
      {open.includes('sign') && (
        <ActionButton label="admin.my_items.sign" variant={quiet ? 'outlined' : 'contained'} title={t('admin.my_items.sign_title', { count: 1 })} explanation={t('admin.my_items.sign_explained')} submitLabel="admin.my_items.sign" success="admin.my_items.signed" successArgs={{ count: 1 }} run={() => api.signAssignments({ body: { ids: [id], versions: [version] } })} />
      )}
      {open.includes('ask') && (
        <ActionButton label="admin.my_items.ask" variant={quiet ? 'text' : 'outlined'} title={t('admin.my_items.ask_title')} explanation={t('admin.my_items.ask_explained')} submitLabel="admin.my_items.ask_submit" success="admin.my_items.asked" run={({ text }) => api.askAboutAssignment({ params: { id }, body: { version, text: String(text ?? '') } })}>
          <LineInput source="text" label="admin.my_items.question" rows={3} isRequired />
        </ActionButton>
      )}
      {open.includes('answer') && (
        <ActionButton label="admin.sign_offs.answer" variant="contained" title={t('admin.sign_offs.answer_title', { unit: assignment.unit.name })} explanation={assignment.question?.text} submitLabel="admin.sign_offs.answer" success="admin.sign_offs.answered" run={({ text }) => api.answerAssignment({ params: { id }, body: { version, text: String(text ?? '') } })}>
          <LineInput source="text" label="admin.sign_offs.answer_text" rows={3} isRequired />
        </ActionButton>
      )}
      {open.includes('reopen') && (
        <ActionButton label="admin.sign_offs.reopen" variant="text" title={t('admin.sign_offs.reopen_title', { unit: assignment.unit.name })} explanation={t('admin.sign_offs.reopen_explained')} submitLabel="admin.sign_offs.reopen" success="admin.sign_offs.reopened" run={({ reason }) => api.reopenAssignment({ params: { id }, body: { version, reason: String(reason ?? '') } })}>
          <LineInput source="reason" label="admin.shell.reason" rows={3} isRequired />
        </ActionButton>
      )}
      <FollowUpMenu assignment={assignment} planId={planId} />
    </Stack>
  );
};

/** One unit's part in an item. */
export const AssignmentCard = ({ assignment, item }: { assignment: Assignment; item: Pick<Item, 'planId' | 'due'> }) => {
  const t = useTranslate();
  const { instant, aside } = useFormat();
  const { unit, role, state, signedAt, signedBy, signedHow, signedNote, question } = assignment;
  return (
    <Box sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600 }}>{unit.name}</Typography>
        {unit.name !== unit.printed && <Typography color="textSecondary">{t('admin.items.printed_as', { name: unit.printed })}</Typography>}
        <Typography color="textSecondary">{t(`terms.assignmentRoles.${role}`)}</Typography>
        <StateChip of="assignmentStates" state={state} />
      </Stack>
      {signedAt && <Typography color="textSecondary">{instant(signedAt)} · {signedBy ?? ''}{signedHow && aside(t(`terms.signedHow.${signedHow}`))}{signedNote && ` · ${signedNote}`}</Typography>}
      <DayMarks assignment={assignment} due={item.due} />
      {question && <QuestionAndAnswer question={question} />}
      <AssignmentLights item={item} assignment={assignment} />
      <AssignmentActions assignment={assignment} planId={item.planId} />
    </Box>
  );
};

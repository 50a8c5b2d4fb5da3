import type { ConsultationAnswer, ConsultationLine, Stance } from '@kepu/contracts';
import { can, consultationAnswerLifecycle } from '@kepu/domain';
import Check from '@mui/icons-material/Check';
import { Alert, Box, Button, Card, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { FormBar } from '../ui/FormBar.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { useRun } from '../ui/useRun.js';
import { useDue } from './DraftingLists.js';
import { LateMark, Verdict } from './Marks.js';
import { useFresh } from './useFresh.js';
import { textOrNull, useConsultationAnswer } from './useDrafting.js';

const Choices = ({ answer, line }: { answer: ConsultationAnswer; line: ConsultationLine }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const fresh = useFresh();
  const { itemId } = line;
  if (itemId === null) return null;
  const say = (stance: Stance, text: string | null) => fresh(() => api.saveConsultationAnswer({ params: { id: answer.id }, body: { version: answer.version, comments: [{ itemId, stance, text }] } }));
  return (
    <Stack direction="row" role="group" aria-label={t('admin.drafting.stance_of', { seq: line.seq })} sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
      <Button variant={line.stance === 'agree' ? 'contained' : 'outlined'} startIcon={line.stance === 'agree' ? <Check /> : undefined} aria-pressed={line.stance === 'agree'} disabled={pending} onClick={() => void run(() => say('agree', null))}>{t('terms.stances.agree')}</Button>
      {(['suggest', 'object'] as const).map((stance) => (
        <ActionButton
          key={stance} label={`terms.stances.${stance}`} variant={line.stance === stance ? 'contained' : 'outlined'} {...(line.stance === stance ? { icon: <Check /> } : {})} disabled={pending} title={t(`admin.drafting.${stance}_title`)} explanation={line.text} submitLabel="ra.action.save" success="admin.drafting.saved"
          defaults={{ text: line.comment ?? '' }} run={(values) => say(stance, textOrNull(values['text']))}
        >
          <LineInput source="text" label="admin.drafting.opinion" helperText="admin.drafting.opinion_hint" rows={4} isRequired />
        </ActionButton>
      ))}
    </Stack>
  );
};

const Line = ({ answer, line, writes }: { answer: ConsultationAnswer; line: ConsultationLine; writes: boolean }) => {
  const t = useTranslate();
  return (
    <Card component="article" aria-label={`${line.seq} ${line.text}`} sx={{ p: 2, mb: 1.5 }}>
      <Typography color="textSecondary">{[line.programme, ...line.roles.filter((role) => role !== 'responsible').map((role) => t(`terms.assignmentRoles.${role}`)), line.due?.text].filter(Boolean).join(' · ')}</Typography>
      <Typography sx={{ fontWeight: 600, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{line.seq}. {line.text}</Typography>
      {!writes && line.stance && <Box sx={{ mt: 1 }}><StateChip of="stances" state={line.stance} /></Box>}
      {line.comment && <Typography sx={{ mt: 1, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{line.comment}</Typography>}
      {writes && <Choices answer={answer} line={line} />}
      {line.verdict && <Box sx={{ mt: 1 }}><Verdict verdict={line.verdict} /></Box>}
    </Card>
  );
};

const Body = ({ answer }: { answer: ConsultationAnswer }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const fresh = useFresh();
  const { id, version, lines, missing, consultation, may, state } = answer;
  const open = consultation.state === 'open';
  const writes = open && may.write && can(consultationAnswerLifecycle, state, 'save');
  const everything = missing === lines.length;
  const step = everything ? ['all_agree', 'all_agree_title'] : missing > 0 ? ['rest_agree', 'rest_agree_title'] : ['hand_in', 'hand_in_title'];
  return (
    <>
      {consultation.note && <Alert severity="info" sx={{ mb: 1.5, whiteSpace: 'pre-line' }}>{consultation.note}</Alert>}
      {state === 'submitted' && open && <Alert severity="success" sx={{ mb: 1.5 }}>{answer.submittedBy && t('admin.drafting.submitted_by', { name: answer.submittedBy, when: instant(answer.submittedAt) })} {t('admin.drafting.told_later')}</Alert>}
      {!open && <Alert severity="info" sx={{ mb: 1.5 }}>{t('admin.drafting.ended_said')}</Alert>}
      {lines.length === 0 && <EmptyState title={may.write || may.submit ? 'admin.drafting.no_items' : 'admin.drafting.not_sent'} />}
      {lines.map((line) => <Line key={line.itemId ?? line.seq} answer={answer} line={line} writes={writes} />)}
      {open && may.submit && lines.length > 0 && (
        <FormBar label={t('admin.drafting.bar')} hint={<Box role="status">{state === 'draft' ? (missing > 0 ? t('admin.drafting.missing', { count: missing }) : t('admin.drafting.whole', { count: lines.length })) : ''}</Box>}>
          {can(consultationAnswerLifecycle, state, 'submit') && <ActionButton key={step[0]} label={`admin.drafting.${step[0] ?? ''}_button`} variant="contained" title={t(`admin.drafting.${step[1] ?? ''}`, { count: missing })} explanation={t('admin.drafting.hand_in_explained')} submitLabel="admin.drafting.hand_in" success="admin.drafting.handed_in" run={() => fresh(() => api.submitConsultationAnswer({ params: { id }, body: { version, restAgree: missing > 0 } }))} />}
          {can(consultationAnswerLifecycle, state, 'recall') && <ActionButton label="admin.drafting.recall" title={t('admin.drafting.recall_title')} explanation={t('admin.drafting.recall_explained')} submitLabel="admin.drafting.recall" success="admin.drafting.recalled" run={() => api.recallConsultationAnswer({ params: { id }, body: { version } })} />}
        </FormBar>
      )}
    </>
  );
};

/** What one unit says of its own items of a draft: a card each, one tap where there is nothing to say. */
const ConsultationAnswerPage = () => {
  const { id = '' } = useParams();
  const query = useConsultationAnswer(id);
  const due = useDue();
  return (
    <LoadedPage query={query} list={{ to: '/drafting', label: 'admin.drafting.title' }}>
      {(answer) => (
        <>
          <PageHeader title={`${answer.unit.name} · ${answer.consultation.title}`} back={{ to: `/consultations/${answer.consultation.id}`, label: 'admin.drafting.consultations' }} mark={<><StateChip of="consultationAnswerStates" state={answer.state} /><LateMark late={answer.late} overdue={answer.overdue} /></>} subtitle={due(answer.consultation)} />
          <Body answer={answer} />
        </>
      )}
    </LoadedPage>
  );
};
export default ConsultationAnswerPage;

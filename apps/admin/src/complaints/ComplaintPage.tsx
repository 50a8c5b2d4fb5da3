import type { Complaint, ComplaintOutcome } from '@kepu/contracts';
import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput, WordInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { DueMark } from './DueMark.js';

const list = { to: '/complaints', label: 'admin.complaints.title' };

const AnswerButton = ({ complaint: { id, version, number, state } }: { complaint: Complaint }) => {
  const t = useTranslate();
  const step = state === 'reopened' ? 'review' : 'answer';
  return (
    <ActionButton
      label={`admin.complaints.${step}`} variant="contained" title={t(`admin.complaints.${step}_title`, { number })} explanation={t(`admin.complaints.${step}_explained`)} submitLabel={`admin.complaints.${step}`} success="admin.complaints.answered"
      run={({ outcome, text }) => api.answerComplaint({ params: { id }, body: { version, outcome: outcome as ComplaintOutcome, text: String(text ?? '') } })}
    >
      <WordInput source="outcome" label="admin.complaints.outcome" of="complaintOutcomes" isRequired />
      <LineInput source="text" label="admin.complaints.answer_text" rows={6} isRequired />
    </ActionButton>
  );
};

/** The number to call; shown when somebody says that they want to call. */
const Contact = ({ complaint: { id, contact, mayAnswer } }: { complaint: Complaint }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const [whole, setWhole] = useState<string | null>(null);
  if (contact === null) return <>{t('admin.complaints.no_contact')}</>;
  const reveal = async () => setWhole((await run(() => api.revealComplainantContact({ params: { id } })))?.contact ?? null);
  return (
    <Box>
      {whole === null ? contact : <Link href={whole.includes('@') ? `mailto:${whole}` : `tel:${whole}`} sx={{ fontWeight: 600 }}>{whole}</Link>}
      {whole === null && mayAnswer && <Button disabled={pending} onClick={() => void reveal()} sx={{ ml: 1 }}>{t('admin.complaints.call')}</Button>}
      {mayAnswer && <Typography color="textSecondary">{t('admin.complaints.call_hint')}</Typography>}
    </Box>
  );
};

const Said = ({ text }: { text: string }) => <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Typography>;

/** One complaint: what was said, about what, and the answer. */
const ComplaintPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const { instant } = useFormat();
  const query = useApi(['complaint', id], () => api.getComplaint({ params: { id } }));
  return (
    <LoadedPage query={query} list={list}>
      {(complaint) => (
        <Box sx={{ maxWidth: 960 }}>
          <PageHeader title={`${complaint.number} · ${t(`terms.complaintKinds.${complaint.kind}`)}`} back={list} mark={<StateChip of="complaintStates" state={complaint.state} />} actions={complaint.mayAnswer ? <AnswerButton complaint={complaint} /> : undefined} />
          <Panel id="said" title={t('admin.complaints.text')}><Said text={complaint.text} /></Panel>
          <Panel id="complaint" title={t('admin.complaints.title')}>
            <Facts rows={[
              ['admin.complaints.due', <DueMark key="due" complaint={complaint} />], ['admin.complaints.level', t(`terms.complaintLevels.${complaint.level}`)], ['admin.complaints.subject', complaint.subject ?? t('admin.shell.none')],
              ...(complaint.unit ? [['admin.complaints.unit', <Link key="unit" component={RouterLink} to={`/units/${complaint.unit.id}`}>{complaint.unit.name}</Link>] as const] : []), ...(complaint.county ? [['admin.complaints.county', complaint.county.name] as const] : []),
              ...(complaint.about ? [['admin.complaints.about', <Link key="about" href={complaint.about}>{complaint.about}</Link>] as const] : []), ['admin.complaints.name', complaint.name ?? t('admin.complaints.anonymous')], ['admin.complaints.contact', <Contact key="contact" complaint={complaint} />],
              ['admin.complaints.submitted', instant(complaint.submittedAt)],
            ]} />
          </Panel>
          {complaint.answer && (
            <Panel id="answer" title={t('admin.complaints.first_answer')}>
              <Typography color="textSecondary">{t(`terms.complaintOutcomes.${complaint.answer.outcome}`)} · {t('admin.complaints.by', { name: complaint.answeredBy ?? '', when: instant(complaint.answer.at) })}</Typography><Said text={complaint.answer.text} />
            </Panel>
          )}
          {complaint.disputed && <Panel id="disputed" title={t('admin.complaints.disputed')}><Typography color="textSecondary">{instant(complaint.disputed.at)}</Typography><Said text={complaint.disputed.reason} /></Panel>}
          {complaint.review && (
            <Panel id="review" title={t('admin.complaints.reviewed')}>
              <Typography color="textSecondary">{t(`terms.complaintOutcomes.${complaint.review.outcome}`)} · {t('admin.complaints.by', { name: complaint.reviewedBy ?? '', when: instant(complaint.review.at) })}</Typography><Said text={complaint.review.text} />
            </Panel>
          )}
        </Box>
      )}
    </LoadedPage>
  );
};
export default ComplaintPage;

import type { Consultation, ConsultationComment } from '@kepu/contracts';
import { consultationLifecycle } from '@kepu/domain';
import Download from '@mui/icons-material/DownloadOutlined';
import { Alert, Box, Button, Card, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { saveFile } from '../ui/download.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';
import { ConsultationUnits } from './AnswerRows.js';
import { DecisionFilterField } from './DecisionFilterField.js';
import { CommentDecisionInputs } from './DecisionInputs.js';
import { ConsultationCounts } from './DraftingLists.js';
import { Verdict } from './Marks.js';
import { textOrNull, useComments, type DecisionFilter } from './useDrafting.js';

/** What the office does about a consultation; the tables are for everybody. */
export const ConsultationActions = ({ consultation }: { consultation: Consultation }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const open = useOpenActions(consultationLifecycle, consultation.state);
  const { id, version, counts } = consultation;
  return (
    <>
      {counts.submitted > 0 && <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportConsultationXlsx({ params: { id } }), `${consultation.title}.xlsx`))}>{t('admin.drafting.table_xlsx')}</Button>}
      {counts.submitted > 0 && <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportConsultationDocx({ params: { id } }), `${consultation.title}.docx`))}>{t('admin.drafting.table_docx')}</Button>}
      {open.includes('change') && (
        <ActionButton
          label="admin.drafting.move" title={t('admin.drafting.move_title')} explanation={t('admin.drafting.change_explained')} submitLabel="ra.action.save" success="admin.drafting.changed" defaults={{ dueOn: consultation.dueOn, note: consultation.note }}
          run={(values) => api.updateConsultation({ params: { id }, body: { version, dueOn: String(values['dueOn'] ?? ''), note: textOrNull(values['note']) } })}
        >
          <DayInput source="dueOn" label="admin.drafting.dueOn" isRequired />
          <LineInput source="note" label="admin.drafting.consult_note" rows={2} />
        </ActionButton>
      )}
      {open.includes('close') && (
        <ActionButton
          label="admin.drafting.end" danger title={t('admin.drafting.end_title')} submitLabel="admin.drafting.end" success="admin.drafting.ended"
          explanation={[t('admin.drafting.end_explained', { count: counts.units - counts.submitted }), ...(counts.undecided > 0 ? [t('admin.drafting.end_undecided', { count: counts.undecided })] : [])].join(' ')}
          run={({ reason }) => api.closeConsultation({ params: { id }, body: { version, ...(reason ? { reason: String(reason) } : {}) } })}
        >
          {counts.undecided > 0 && <ReasonInput />}
        </ActionButton>
      )}
    </>
  );
};

const Decide = ({ comment }: { comment: ConsultationComment }) => {
  const t = useTranslate();
  const { id, version, verdict, unit, item } = comment;
  return (
    <ActionButton
      label={verdict ? 'admin.drafting.decide_again' : 'admin.drafting.decide'} variant={verdict ? 'text' : 'contained'} wide title={t('admin.drafting.decide_comment_title', { unit: unit.name })} submitLabel="ra.action.save" success="admin.drafting.decided"
      explanation={<><Typography color="textSecondary" sx={{ whiteSpace: 'pre-line' }}>{item?.text ?? comment.itemText}</Typography><Typography sx={{ mt: 1, whiteSpace: 'pre-line' }}>{comment.text}</Typography></>} defaults={{ decision: verdict?.decision ?? 'adopted', reason: verdict?.reason ?? '', text: item?.text ?? '' }}
      run={(values) => {
        const [decision, words, reason] = [values['decision'] as 'adopted' | 'partly' | 'refused', textOrNull(values['text']), textOrNull(values['reason'])];
        const rewords = decision !== 'refused' && item !== null && words !== null && words !== item.text;
        return api.decideConsultationComment({ params: { id }, body: { version, decision, ...(reason ? { reason } : {}), ...(rewords ? { words: { itemVersion: item.version, text: words } } : {}) } });
      }}
    >
      <CommentDecisionInputs rewords={item !== null} />
    </ActionButton>
  );
};

const Comments = ({ consultation }: { consultation: Consultation }) => {
  const t = useTranslate();
  const may = useMay();
  const [decision, setDecision] = useState<DecisionFilter>(undefined);
  const decides = may('drafting:decide') && consultation.state === 'open';
  return (
    <Panel id="comments" title={t('admin.drafting.comments')} action={<DecisionFilterField value={decision} onChange={setDecision} />}>
      <Loaded query={useComments(consultation.id, { decision })}>
        {({ data }) => (data.length === 0 ? <EmptyState title={decision ? 'admin.drafting.nothing_found' : 'admin.drafting.no_comments'} hint={decision ? 'admin.drafting.nothing_found_hint' : 'admin.drafting.no_comments_hint'} /> : data.map((one) => (
          <Card component="article" variant="outlined" key={one.id} aria-label={`${one.seq} ${one.unit.name}`} sx={{ p: 1.5, mb: 1 }}>
            <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'flex-start' }}>
              <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
                <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}><Typography component="h3" sx={{ fontWeight: 600 }}>{one.unit.name}</Typography><StateChip of="stances" state={one.stance} /></Stack>
                <Typography color="textSecondary" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{one.seq}. {t('admin.drafting.then', { text: one.itemText })}</Typography>
                {one.item && one.item.text !== one.itemText && <Typography color="textSecondary" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{t('admin.drafting.now', { text: one.item.text })}</Typography>}
                {one.text && <Typography sx={{ mt: 0.5, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{one.text}</Typography>}
                {one.verdict && <Box sx={{ mt: 1 }}><Verdict verdict={one.verdict} /></Box>}
              </Box>
              {decides && <Decide key={`${one.version} ${one.item?.version ?? ''}`} comment={one} />}
            </Stack>
          </Card>
        )))}
      </Loaded>
    </Panel>
  );
};

/** A consultation: who has answered, what was said, what became of it. */
export const ConsultationView = ({ consultation }: { consultation: Consultation }) => {
  const t = useTranslate();
  return (
    <>
      {consultation.note && <Panel><Typography sx={{ whiteSpace: 'pre-line' }}>{consultation.note}</Typography></Panel>}
      {consultation.plan === null && <Alert severity="info" sx={{ mb: 1.5 }}>{t('admin.drafting.gone')}</Alert>}
      {consultation.closedReason && <Alert severity="info" sx={{ mb: 1.5 }}>{t('admin.drafting.ended_because', { reason: consultation.closedReason })}</Alert>}
      <ConsultationUnits id={consultation.id} counts={consultation.counts.units > 1 ? <ConsultationCounts counts={consultation.counts} /> : null} />
      <Comments consultation={consultation} />
    </>
  );
};

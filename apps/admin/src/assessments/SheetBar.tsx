import type { AssessmentSheet } from '@kepu/contracts';
import { allowedActions, assessmentSheetLifecycle, criteriaOf, type AssessmentSheetAction } from '@kepu/domain';
import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton, ActionDialog } from '../ui/ActionDialog.js';
import { FormBar } from '../ui/FormBar.js';
import { LineInput } from '../ui/inputs.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useFormat } from '../ui/format.js';
import type { useSheetWriting } from './useSheetWriting.js';

/** Which of the reader’s rights for this unit a step takes. */
const rightOf: Readonly<Record<AssessmentSheetAction, keyof AssessmentSheet['may']>> = { save: 'write', revise: 'write', hand_over: 'write', send_back: 'submit', submit: 'submit', recall: 'write', take_in: 'decide', review: 'decide', accept: 'decide', rescore: 'decide', return: 'decide', release: 'decide', admit: 'decide', admit_late: 'decide' };
/** What is open while objections run: who was left out is let in and reviewed. */
const late: ReadonlySet<AssessmentSheetAction> = new Set(['admit_late', 'review', 'accept']);

/** What can be done with the sheet now, at the lower edge of the page. Where the unit has an approver, a liaison hands it to them. */
export const SheetBar = ({ sheet, writing, approves, today }: { sheet: AssessmentSheet; writing: ReturnType<typeof useSheetWriting>; approves: boolean; today: string }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const [step, setStep] = useState<'submit' | 'hand_over' | null>(null);
  const { id, version, state, may, approvers, assessment } = sheet;
  const { dirty, contested, pending, save, ahead, ask, fresh, wrong } = writing;
  const over = today > assessment.dueOn;
  const speaks = approvers.length === 0 || approves;
  const { state: course, objectionUntil } = assessment;
  const runs = (action: AssessmentSheetAction): boolean => assessment.plan.state === 'issued' && (course === 'open' ? action !== 'admit_late' : course === 'announced' && late.has(action) && (action !== 'admit_late' || (objectionUntil !== null && today <= objectionUntil)));
  const steps = allowedActions(assessmentSheetLifecycle, state).filter((action) => runs(action) && may[rightOf[action]] && (action === 'hand_over' ? !speaks : action === 'submit' || action === 'send_back' ? speaks : action === 'take_in' ? over : action === 'recall' ? state === 'checking' || !over : true));
  if (steps.every((action) => action === 'review' || action === 'rescore')) return null;
  const at = { params: { id }, body: { version } };
  const reasoned = ({ reason }: Record<string, unknown>) => ({ params: { id }, body: { version, reason: String(reason ?? '') } });
  const begin = (next: 'submit' | 'hand_over') => { if (ask() === 0) setStep(next); };
  const names = list(approvers);
  const writes = steps.includes('save') || steps.includes('revise');
  const counted = criteriaOf(assessment.rubric).every(({ source, kind }) => source !== null || kind !== 'score');
  const hints = [...(wrong > 0 ? [t('admin.assessments.gaps', { count: wrong })] : []), ...(dirty ? [t('admin.assessments.unsaved')] : []), ...(writes && !speaks ? [t('admin.assessments.needs', { names })] : [])];
  return (
    <FormBar label={t('admin.assessments.sheet_title')} hint={<Typography component="span" role="status" color={wrong > 0 ? 'warning' : 'textSecondary'}>{hints.join(' · ')}</Typography>}>
      {writes && dirty && <Button variant="outlined" disabled={pending || contested || wrong > 0} onClick={() => void save()}>{t('admin.assessments.save_sheet')}</Button>}
      {steps.includes('hand_over') && <Button variant="contained" disabled={pending || contested} onClick={() => begin('hand_over')}>{t('admin.assessments.hand_over')}</Button>}
      {steps.includes('send_back') && <ActionButton label="admin.assessments.send_back" title={t('admin.assessments.send_back')} submitLabel="admin.assessments.send_back" success="admin.assessments.sent_back" run={(values) => fresh(() => api.sendBackAssessmentSheet(reasoned(values)))}><ReasonInput /></ActionButton>}
      {steps.includes('submit') && <Button variant="contained" disabled={pending || contested} onClick={() => begin('submit')}>{t(counted && !dirty ? 'admin.assessments.nothing_to_add' : 'admin.assessments.submit')}</Button>}
      {steps.includes('recall') && <ActionButton label="admin.assessments.recall" title={t('admin.assessments.recall')} submitLabel="admin.assessments.recall" success="admin.assessments.recalled" run={() => fresh(() => api.recallAssessmentSheet(at))} />}
      {steps.includes('take_in') && <ActionButton label="admin.assessments.take_in" title={t('admin.assessments.take_in')} explanation={t('admin.assessments.take_in_hint')} submitLabel="admin.assessments.take_in" success="admin.assessments.taken_in" run={() => fresh(() => api.takeInAssessmentSheet(at))} />}
      {steps.includes('release') && <ActionButton label="admin.assessments.release" variant="text" title={t('admin.assessments.release_title')} submitLabel="admin.assessments.release" success="admin.assessments.released" run={(values) => fresh(() => api.releaseAssessmentSheet(reasoned(values)))}><ReasonInput /></ActionButton>}
      {(steps.includes('admit') || steps.includes('admit_late')) && <ActionButton label="admin.assessments.admit" title={t('admin.assessments.admit_title')} explanation={t(steps.includes('admit') ? 'admin.assessments.admit_hint' : 'admin.assessments.admit_late_hint')} submitLabel="admin.assessments.admit" success="admin.assessments.admitted" run={(values) => fresh(() => api.admitAssessmentSheet(reasoned(values)))}><ReasonInput /></ActionButton>}
      {steps.includes('review') && <ActionButton label="admin.assessments.sample" title={t('admin.assessments.sample_title')} submitLabel="ra.action.save" success="admin.assessments.sample_saved" defaults={{ note: sheet.sample?.note ?? '' }} run={({ note }) => fresh(() => api.reviewAssessmentSheet({ params: { id }, body: { version, sample: note ? { note: String(note) } : null } }))}><LineInput source="note" label="admin.assessments.sample_note" rows={2} /></ActionButton>}
      {steps.includes('return') && <ActionButton label="admin.assessments.return" title={t('admin.assessments.return')} submitLabel="admin.assessments.return" success="admin.assessments.returned" run={(values) => fresh(() => api.returnAssessmentSheet(reasoned(values)))}><ReasonInput /></ActionButton>}
      {steps.includes('accept') && <ActionButton label="admin.assessments.accept" variant="contained" title={t('admin.assessments.accept')} submitLabel="admin.assessments.accept" success="admin.assessments.accepted" run={() => fresh(() => api.acceptAssessmentSheet(at))} />}
      {step === 'submit' && !contested && <ActionDialog open onClose={() => setStep(null)} title={t('admin.assessments.submit_title')} submitLabel="admin.assessments.submit" success="admin.assessments.submitted" run={() => fresh(async () => api.submitAssessmentSheet({ params: { id }, body: { version: (await ahead()).version } }))} />}
      {step === 'hand_over' && !contested && <ActionDialog open onClose={() => setStep(null)} title={t('admin.assessments.hand_over')} explanation={t('admin.assessments.needs', { names })} submitLabel="admin.assessments.hand_over" success="admin.assessments.handed_over" successArgs={{ names }} run={() => fresh(async () => api.handOverAssessmentSheet({ params: { id }, body: { version: (await ahead()).version } }))} />}
    </FormBar>
  );
};

import type { CollectionAnswer } from '@kepu/contracts';
import { allowedActions, collectionAnswerLifecycle, type CollectionAnswerAction } from '@kepu/domain';
import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton, ActionDialog } from '../ui/ActionDialog.js';
import { FormBar } from '../ui/FormBar.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useFormat } from '../ui/format.js';
import type { useAnswerWriting } from './useAnswerWriting.js';

/** Which of the reader’s rights for this unit a step takes. */
const rightOf: Readonly<Record<CollectionAnswerAction, keyof CollectionAnswer['may']>> = { save: 'write', revise: 'write', hand_over: 'write', send_back: 'submit', submit: 'submit', recall: 'write', accept: 'decide', return: 'decide' };

/** What can be done with the answer now, at the lower edge of the page. Where the unit has an approver, a liaison hands it to them. */
export const AnswerBar = ({ answer, writing, approves }: { answer: CollectionAnswer; writing: ReturnType<typeof useAnswerWriting>; approves: boolean }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const [step, setStep] = useState<'submit' | 'hand_over' | null>(null);
  const { id, version, collection: { state }, approvers } = answer;
  const { dirty, contested, pending, save, ahead, ask, fresh, faults } = writing;
  const isOpen = state === 'open';
  const open = allowedActions(collectionAnswerLifecycle, answer.state).filter((action) => answer.may[rightOf[action]] && (isOpen || (action === 'accept' && state === 'closed')));
  const speaks = approvers.length === 0 || approves;
  const steps = open.filter((action) => (action === 'hand_over' ? !speaks : action === 'submit' || action === 'send_back' ? speaks : true));
  if (steps.length === 0) return null;
  const whole = { params: { id }, body: { version } };
  const reasoned = (values: Record<string, unknown>) => ({ params: { id }, body: { version, reason: String(values['reason'] ?? '') } });
  const begin = (next: 'submit' | 'hand_over') => { if (ask() === 0) setStep(next); };
  const names = list(approvers);
  const writes = steps.includes('save') || steps.includes('revise');
  return (
    <FormBar label={t('admin.collections.fill_title')} hint={<Typography component="span" role="status" color={faults.size > 0 ? 'warning' : 'textSecondary'}>{[...(faults.size > 0 ? [t('admin.collections.submit_gaps', { count: faults.size })] : []), ...(dirty ? [t('admin.collections.unsaved')] : []), ...(writes && !speaks ? [t('admin.collections.needs', { names })] : [])].join(' · ')}</Typography>}>
      {writes && dirty && <Button variant="outlined" disabled={pending || contested} onClick={() => void save()}>{t('admin.collections.save_answer')}</Button>}
      {steps.includes('hand_over') && <Button variant="contained" disabled={pending || contested} onClick={() => begin('hand_over')}>{t('admin.collections.hand_over')}</Button>}
      {steps.includes('send_back') && <ActionButton label="admin.collections.send_back" title={t('admin.collections.send_back')} submitLabel="admin.collections.send_back" success="admin.collections.sent_back" run={(values) => fresh(() => api.sendBackCollectionAnswer(reasoned(values)))}><ReasonInput /></ActionButton>}
      {steps.includes('submit') && <Button variant="contained" disabled={pending || contested} onClick={() => begin('submit')}>{t('admin.collections.submit')}</Button>}
      {steps.includes('recall') && <ActionButton label="admin.collections.recall" title={t('admin.collections.recall')} submitLabel="admin.collections.recall" success="admin.collections.recalled" run={() => fresh(() => api.recallCollectionAnswer(whole))} />}
      {steps.includes('return') && <ActionButton label="admin.collections.return" title={t('admin.collections.return_title')} submitLabel="admin.collections.return" success="admin.collections.returned" run={(values) => fresh(() => api.returnCollectionAnswer(reasoned(values)))}><ReasonInput /></ActionButton>}
      {steps.includes('accept') && <ActionButton label="admin.collections.accept" variant="contained" title={t('admin.collections.accept')} submitLabel="admin.collections.accept" success="admin.collections.accepted" run={() => fresh(() => api.acceptCollectionAnswer(whole))} />}
      {step === 'submit' && !contested && <ActionDialog open onClose={() => setStep(null)} title={t('admin.collections.submit_title')} submitLabel="admin.collections.submit" success="admin.collections.submitted" run={() => fresh(async () => api.submitCollectionAnswer({ params: { id }, body: { version: (await ahead()).version } }))} />}
      {step === 'hand_over' && !contested && <ActionDialog open onClose={() => setStep(null)} title={t('admin.collections.hand_over')} explanation={t('admin.collections.needs', { names })} submitLabel="admin.collections.hand_over" success="admin.collections.handed_over" successArgs={{ names }} run={() => fresh(async () => api.handOverCollectionAnswer({ params: { id }, body: { version: (await ahead()).version } }))} />}
    </FormBar>
  );
};

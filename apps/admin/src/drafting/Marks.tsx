import type { Proposal } from '@kepu/contracts';
import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Mark, StateChip } from '../ui/StateChip.js';

/** Late, or not there in time. */
export const LateMark = ({ late, overdue }: { late: boolean; overdue: boolean }) => {
  const t = useTranslate();
  return <>{late && <Mark tone="wrong">{t('admin.drafting.late')}</Mark>}{overdue && <Mark tone="wrong">{t('admin.drafting.overdue')}</Mark>}</>;
};

/** What was decided, with its words and why. */
export const Verdict = ({ verdict }: { verdict: Proposal['verdict'] }) => {
  const t = useTranslate();
  if (!verdict) return null;
  return (
    <>
      <StateChip of="draftingDecisions" state={verdict.decision} />
      {verdict.text && <Typography sx={{ mt: 0.5, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{t('admin.drafting.used', { text: verdict.text })}</Typography>}
      {verdict.reason && <Typography color="textSecondary" sx={{ mt: 0.5, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{t('admin.drafting.because', { text: verdict.reason })}</Typography>}
    </>
  );
};

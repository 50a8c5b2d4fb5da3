import type { ReportCorrection } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { SaidWords } from './ReportLineCard.js';

type Said = ReportCorrection['before'][number];
const same = (a: Said, b: Said): boolean => a.progress === b.progress && a.problems === b.problems && a.nextStep === b.nextStep && a.nothingNew === b.nothingNew;

/** Corrections after the lock, each with what was said before and what is said since. */
export const Corrections = ({ corrections }: { corrections: readonly ReportCorrection[] }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  if (corrections.length === 0) return null;
  return (
    <Panel id="corrections" title={t('admin.reports.corrections')}>
      {corrections.map((one) => (
        <Box key={one.id} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
          <Typography sx={{ fontWeight: 600 }}>{t('admin.reports.correction_open', { name: one.askedBy, reason: one.reason })}</Typography>
          <Typography color="textSecondary">{[instant(one.askedAt), ...(one.allowed === null ? [] : [one.allowed ? t('admin.reports.correction_allowed', { name: one.decidedBy ?? '' }) : t('admin.reports.correction_refused', { name: one.decidedBy ?? '', reason: one.refusedReason ?? '' })])].join(' · ')}</Typography>
          {one.after?.flatMap((after) => {
            const before = one.before.find(({ itemId }) => itemId === after.itemId);
            return before && same(before, after) ? [] : [(
              <Box key={after.itemId} sx={{ mt: 1, display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
                <Typography sx={{ gridColumn: '1 / -1', overflowWrap: 'anywhere' }}>{after.text}</Typography>
                <Box><Typography color="textSecondary">{t('admin.reports.correction_before')}</Typography>{before && <SaidWords words={before} />}</Box>
                <Box><Typography color="textSecondary">{t('admin.reports.correction_after')}</Typography><SaidWords words={after} /></Box>
              </Box>
            )];
          })}
        </Box>
      ))}
    </Panel>
  );
};

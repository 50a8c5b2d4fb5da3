import type { Batch } from '@kepu/contracts';
import { Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Whether somebody waits for it. */
export const isRunning = ({ state }: Pick<Batch, 'state'>): boolean => state === 'waiting' || state === 'running' || state === 'sending';
/** How often one looks while it runs. */
export const LOOK_MS = 1_200;

/** How far it is, as a bar and in words. */
export const BatchRunning = ({ batch: { progress: { done, total, step }, state } }: { batch: Batch }) => {
  const t = useTranslate();
  const share = total === 0 ? 0 : Math.round((done / total) * 100);
  const name = step === null ? '' : t(`terms.batchSteps.${step}`);
  const words = state === 'waiting' || step === null ? t('admin.batches.waits')
    : total === 0 ? name : step === 'people' ? t('admin.batches.progress_people', { step: name, done, total }) : step === 'asking' ? t('admin.batches.progress_asking', { step: name, done, total }) : t('admin.batches.progress', { step: name, percent: share });
  return (
    <Box role="status" sx={{ my: 1 }}>
      <LinearProgress {...(total > 0 && state !== 'waiting' ? { variant: 'determinate', value: share } : {})} aria-label={words} sx={{ height: 10, borderRadius: 5, mb: 0.5 }} />
      <Typography>{words}</Typography>
      <Typography color="textSecondary">{t('admin.batches.leave')}</Typography>
    </Box>
  );
};

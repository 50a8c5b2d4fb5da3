import type { CloseOutPoint } from '@kepu/contracts';
import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlined';
import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** How far something is that is not there yet, with its numbers where it has any. */
const missingText = ({ name, value, target, unitOfMeasure }: CloseOutPoint['missing'][number]): string => (value === null ? name : `${name} ${target === null ? value : `${value} / ${target}`} ${unitOfMeasure ?? ''}`.trim());

/** What is met and what is not; `beside` stands below a point: what the unit says of it. */
export const Checklist = ({ points, beside }: { points: readonly CloseOutPoint[]; beside?: (point: CloseOutPoint) => ReactNode }) => {
  const t = useTranslate();
  const facts = ({ point, total, done, met }: CloseOutPoint): string | null => (point === 'measures' ? (total === 0 ? t('admin.follow_ups.no_measures') : t('admin.follow_ups.of', { done, total })) : point === 'evidence' ? t('admin.follow_ups.pieces', { count: done }) : point === 'reports' && total > 0 ? t('admin.follow_ups.of', { done, total }) : point === 'pending' && !met ? t('admin.follow_ups.pieces', { count: total }) : null);
  return (
    <Box component="ul" aria-label={t('admin.follow_ups.checklist')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {points.map((one) => (
        <Box component="li" key={one.point} sx={{ py: 0.75 }}>
          <Stack direction="row" sx={{ gap: 1, alignItems: 'flex-start' }}>
            <Box sx={{ display: 'inline-flex', pt: 0.25, color: ({ palette: { tokens: c } }) => (one.met ? c.primary : c.waiting) }} aria-hidden>{one.met ? <CheckCircle fontSize="small" /> : <ErrorOutline fontSize="small" />}</Box>
            <Box sx={{ minWidth: 0 }}>
              <Typography component="span">{t(`terms.closeOutPoints.${one.point}`)}</Typography>
              <Typography component="span" color={one.met ? 'textSecondary' : 'warning'}>{` · ${t(one.met ? 'admin.follow_ups.met' : 'admin.follow_ups.not_met')}${facts(one) ? ` · ${facts(one)}` : ''}`}</Typography>
              {one.missing.map((missing) => <Typography key={missing.name} color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{missingText(missing)}</Typography>)}
            </Box>
          </Stack>
          {beside?.(one)}
        </Box>
      ))}
    </Box>
  );
};

import type { Candidate } from '@kepu/contracts';
import { Box, Link, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useMay } from '../providers/session.js';
import { scorePoints } from './reasonWords.js';

/** Who it is: name, what the person does and where; the score where one was reckoned. */
export const PersonLine = ({ volunteer, score, children }: { volunteer: Candidate['volunteer']; score?: number | undefined; children?: ReactNode }) => {
  const t = useTranslate();
  const may = useMay();
  const { id, name, number, occupation, unit, countyName } = volunteer;
  return (
    <Stack direction="row" sx={{ gap: 1.5, alignItems: 'flex-start' }}>
      {score !== undefined && (
        <Box sx={({ palette: { tokens: c } }) => ({ minWidth: 52, px: 0.5, py: 0.25, textAlign: 'center', borderRadius: 1.5, backgroundColor: c.primarySoft, color: c.primaryStrong })}>
          <Typography component="span" sx={{ display: 'block', fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.3 }}>{scorePoints(score)}</Typography>
          <Typography component="span" sx={{ display: 'block', lineHeight: 1.2 }}>{t('admin.signups.fit')}</Typography>
        </Box>
      )}
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
          {may('volunteer:read') ? <Link component={RouterLink} to={`/volunteers/${id}`} sx={{ fontWeight: 600, display: 'inline-flex', alignItems: 'center', minHeight: { xs: 44, md: 0 } }}>{name}</Link> : <strong>{name}</strong>}
          {children}
        </Stack>
        <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{[t(`terms.occupations.${occupation}`), unit?.name, countyName, number].filter(Boolean).join(' · ')}</Typography>
      </Box>
    </Stack>
  );
};

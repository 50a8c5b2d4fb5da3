import type { Position } from '@kepu/contracts';
import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';

/** How full a position is: those who have it, where the minimum lies, and in words what is missing. */
export const PositionBar = ({ position, nameless = false }: { position: Position; nameless?: boolean }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const { name, confirmed, minimum, maximum, waiting, requires, paid } = position;
  const short = Math.max(0, minimum - confirmed);
  const demands = [...requires.occupations.map((occupation) => t(`terms.occupations.${occupation}`)), ...requires.credentials.map((kind) => kind.name), ...requires.pools.map((pool) => pool.name), ...(requires.minAge ? [t('admin.activities.from_age', { age: requires.minAge })] : []), ...(requires.note ? [requires.note] : []), ...(paid ? [t('admin.activities.paid')] : [])];
  return (
    <Box sx={{ mt: 1 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', flexWrap: 'wrap', columnGap: 2 }}>
        {!nameless && <Typography component="span">{name}</Typography>}
        <Typography component="span" color={short > 0 ? 'warning' : 'textSecondary'}>
          {t('admin.activities.places_of', { taken: confirmed, wanted: maximum })}{short > 0 && ` · ${t('admin.activities.short_of', { count: short })}`}{waiting > 0 && ` · ${t('admin.activities.waiting_count', { count: waiting })}`}
        </Typography>
      </Stack>
      <Box aria-hidden sx={({ palette: { tokens: c } }) => ({ position: 'relative', height: 8, borderRadius: 4, backgroundColor: c.line, overflow: 'hidden' })}>
        <Box sx={{ position: 'absolute', inset: 0, width: `${Math.min(100, (confirmed / maximum) * 100)}%`, backgroundColor: short > 0 ? 'warning.main' : 'primary.main' }} />
        {minimum > 0 && minimum < maximum && <Box sx={{ position: 'absolute', top: 0, bottom: 0, left: `${(minimum / maximum) * 100}%`, width: 2, backgroundColor: 'text.primary' }} />}
      </Box>
      {demands.length > 0 && <Typography color="textSecondary">{list(demands)}</Typography>}
    </Box>
  );
};

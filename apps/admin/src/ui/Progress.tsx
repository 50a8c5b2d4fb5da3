import { Box, LinearProgress, Stack, Typography } from '@mui/material';
import type { Plan } from '@kepu/contracts';
import { useTranslate } from 'react-admin';

type Tally = Plan['signOff'];

/** How many are signed for, as a bar and in words. */
export const SignedBar = ({ tally, dense }: { tally: Tally; dense?: boolean }) => {
  const t = useTranslate();
  const share = tally.total === 0 ? 0 : Math.round((tally.signed / tally.total) * 100);
  const words = t('admin.plans.signed_of', { signed: tally.signed, total: tally.total });
  return (
    <Box>
      <LinearProgress variant="determinate" value={share} aria-label={words} sx={{ height: dense ? 6 : 10, borderRadius: 5, mb: 0.5 }} />
      <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 2 }}>
        <Typography component="span" color="textSecondary">{words}</Typography>
        {!dense && tally.pending > 0 && <Typography component="span" color="warning">{t('admin.plans.pending_count', { count: tally.pending })}</Typography>}
        {!dense && tally.asked > 0 && <Typography component="span" color="warning">{t('admin.plans.asked_count', { count: tally.asked })}</Typography>}
      </Stack>
    </Box>
  );
};

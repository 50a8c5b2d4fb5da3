import { lights, type Light, type LightCounts } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

const order: readonly Light[] = ['red', 'yellow', 'grey', 'green', 'blue'];

/** How many of which light, as a bar and in words: never the colour alone. */
export const LightBar = ({ counts, dense = false }: { counts: LightCounts; dense?: boolean }) => {
  const t = useTranslate();
  const total = lights.reduce((sum, light) => sum + counts[light], 0);
  const words = t('admin.course.bar', { ...counts });
  return (
    <Box>
      <Box role="img" aria-label={words} sx={({ palette: { tokens: c } }) => ({ display: 'flex', gap: '2px', height: dense ? 8 : 12, borderRadius: 6, overflow: 'hidden', backgroundColor: c.line })}>
        {order.filter((light) => counts[light] > 0).map((light) => <Box key={light} sx={({ palette: { tokens: c } }) => ({ flexGrow: counts[light], flexBasis: 0, backgroundColor: { red: c.wrong, yellow: c.waiting, green: c.primary, blue: c.primaryStrong, grey: c.textMuted }[light], opacity: light === 'grey' ? 0.45 : 1 })} />)}
      </Box>
      {!dense && total > 0 && <Typography color="textSecondary" aria-hidden>{order.filter((light) => counts[light] > 0).map((light) => t('admin.lights.count', { light: t(`terms.lights.${light}`), count: counts[light] })).join(' · ')}</Typography>}
    </Box>
  );
};

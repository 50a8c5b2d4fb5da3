import type { Measure } from '@kepu/contracts';
import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMeasureWords } from './measureWords.js';

/** How far a measure is, as a bar and in words. What was entered by hand is hatched and named: it rests on somebody's word. */
export const MeasureBar = ({ measure, dense = false }: { measure: Measure; dense?: boolean }) => {
  const t = useTranslate();
  const { told, wanted } = useMeasureWords();
  const { value, manual, permille, state, surplus, evidence } = measure.progress;
  if (measure.kind === 'qualitative') {
    return <Typography color="textSecondary">{t('admin.measures.evidence_count', { count: evidence })}{measure.judged ? ` · ${t(measure.judged.met ? 'admin.measures.judged_met' : 'admin.measures.judged_not_met')}` : ''}</Typography>;
  }
  const share = Math.min(1, (permille ?? 0) / 1000);
  const byHand = value > 0 ? share * Math.min(1, Math.max(0, manual) / value) : 0;
  const target = wanted(measure);
  const words = target ? t('admin.measures.of', { value: told(measure, value), wanted: target }) : t('admin.measures.so_far', { value: told(measure, value), unit: measure.unitOfMeasure });
  return (
    <Box>
      <Box
        role="progressbar" aria-label={measure.name} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)} aria-valuetext={words}
        sx={({ palette: { tokens: c } }) => ({ position: 'relative', height: dense ? 6 : 10, borderRadius: 5, overflow: 'hidden', backgroundColor: c.line, mb: 0.5 })}
      >
        <Box sx={({ palette: { tokens: c } }) => ({ position: 'absolute', top: 0, bottom: 0, left: 0, width: `${(share - byHand) * 100}%`, backgroundColor: state === 'overdue' ? c.wrong : c.primary })} />
        {byHand > 0 && <Box sx={({ palette: { tokens: c } }) => ({ position: 'absolute', top: 0, bottom: 0, left: `${(share - byHand) * 100}%`, width: `${byHand * 100}%`, background: `repeating-linear-gradient(135deg, ${c.waiting} 0 4px, ${c.waitingSoft} 4px 8px)` })} />}
      </Box>
      <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 1.5 }}>
        <Typography component="span"><strong>{told(measure, value)}</strong>{target ? ` / ${target}` : ` ${measure.unitOfMeasure}`}{permille !== null && <Typography component="span" color="textSecondary"> · {Math.floor(permille / 10)}%</Typography>}</Typography>
        {manual !== 0 && <Typography component="span" color="warning">{t('admin.measures.manual', { value: told(measure, manual) })}</Typography>}
        {surplus > 0 && !dense && <Typography component="span" color="textSecondary">{t('admin.measures.surplus', { value: told(measure, surplus) })}</Typography>}
      </Stack>
    </Box>
  );
};

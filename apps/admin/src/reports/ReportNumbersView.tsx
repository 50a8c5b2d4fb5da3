import type { ReportNumbers } from '@kepu/contracts';
import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMeasureWords } from '../measures/measureWords.js';
import { StateChip } from '../ui/StateChip.js';

/** The numbers of an item in one line each: what is there, what is wanted, what came in the period. */
export const ReportNumbersView = ({ numbers }: { numbers: ReportNumbers }) => {
  const t = useTranslate();
  const { told } = useMeasureWords();
  const { measures, activities, workEntries } = numbers;
  const done = [...(activities > 0 ? [t('admin.reports.activities_n', { count: activities })] : []), ...(workEntries > 0 ? [t('admin.reports.entries_n', { count: workEntries })] : [])];
  return (
    <Box sx={{ px: 1.5, py: 1, borderRadius: 1, backgroundColor: 'background.default', mt: 1 }} role="group" aria-label={t('admin.reports.numbers')}>
      {measures.map((measure) => (
        <Stack key={measure.id} direction="row" sx={{ flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
          <span>{measure.name}</span>
          <strong>{told(measure, measure.value)}{measure.min === null ? '' : ` / ${told(measure, measure.min)}`} {measure.unitOfMeasure}</strong>
          {measure.added > 0 && <Typography component="span" color="primary">{t('admin.reports.added', { value: told(measure, measure.added) })}</Typography>}
          <StateChip of="measureStates" state={measure.state} />
        </Stack>
      ))}
      <Typography color="textSecondary">{done.length > 0 ? done.join(' · ') : t('admin.reports.no_numbers')}</Typography>
    </Box>
  );
};

/** The same in a sentence, for what was told at another time. */
export const useNumbersText = () => {
  const t = useTranslate();
  const { told } = useMeasureWords();
  return ({ measures, activities, workEntries }: ReportNumbers): string => [
    ...measures.map((measure) => `${measure.name} ${told(measure, measure.value)}${measure.min === null ? '' : `/${told(measure, measure.min)}`} ${measure.unitOfMeasure}`), t('admin.reports.activities_n', { count: activities }), t('admin.reports.entries_n', { count: workEntries }),
  ].join(' · ');
};

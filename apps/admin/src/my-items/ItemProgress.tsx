import type { Measure } from '@kepu/contracts';
import Event from '@mui/icons-material/EventOutlined';
import { Box, Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { MeasureBar } from '../measures/MeasureBar.js';
import { useMay } from '../providers/session.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { ProofButton } from './ProofButton.js';

/** How far an item is that the unit has taken on, and the two ways to bring it on: proof, or an activity. */
export const ItemProgress = ({ itemId, measures, more }: { itemId: string; measures: readonly Measure[]; more?: ReactNode }) => {
  const t = useTranslate();
  const may = useMay();
  const { day, distance } = useFormat();
  return (
    <Box sx={{ mt: 1 }}>
      {measures.map((measure) => (
        <Box key={measure.id} sx={{ py: 0.75 }}>
          <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 1, mb: 0.5 }}>
            <span>{measure.name}</span>
            <StateChip of="measureStates" state={measure.progress.state} />
            {measure.dueOn && measure.progress.state !== 'done' && <Mark tone={measure.progress.state === 'overdue' ? 'wrong' : 'quiet'} {...(measure.progress.state === 'overdue' ? {} : { icon: <Event /> })}>{day(measure.dueOn)} · {distance(measure.dueOn)}</Mark>}
          </Stack>
          <MeasureBar measure={measure} dense />
        </Box>
      ))}
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1, alignItems: 'flex-start' }}>
        {may('work-entry:write') && <ProofButton itemId={itemId} />}
        {may('activity:write') && <Button variant="outlined" startIcon={<Event />} component={Link} to={`/activities/create?item=${itemId}`}>{t('admin.my_items.post')}</Button>}
        {more}
      </Stack>
    </Box>
  );
};

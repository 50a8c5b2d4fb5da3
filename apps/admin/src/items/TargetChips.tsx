import type { Target } from '@kepu/contracts';
import Event from '@mui/icons-material/EventOutlined';
import Flag from '@mui/icons-material/FlagOutlined';
import { Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { targetText } from '../imports/preview.js';
import { Mark } from '../ui/StateChip.js';

/** The numbers and the day that the paper sets. */
export const TargetChips = ({ targets, due }: { targets: readonly Target[]; due: { text: string; date: string | null } | null }) => {
  const t = useTranslate();
  if (targets.length === 0 && !due) return null;
  const words = { about: t('admin.items.about'), atLeast: t('admin.items.at_least'), atMost: t('admin.items.at_most') };
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
      {targets.map((target) => <Mark key={target.raw} tone="good" icon={<Flag />}>{targetText(target, words)}</Mark>)}
      {due && <Mark tone="quiet" icon={<Event />}>{due.text}</Mark>}
    </Stack>
  );
};

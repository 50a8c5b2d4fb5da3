import type { Assignment, Item } from '@kepu/contracts';
import DoneAll from '@mui/icons-material/DoneAll';
import EventRepeat from '@mui/icons-material/EventRepeatOutlined';
import { Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

/** The printed day beside the one in force, and whether it is closed out. Nothing where both are as printed. */
export const DayMarks = ({ assignment: { extendedTo, doneAt }, due }: { assignment: Pick<Assignment, 'extendedTo' | 'doneAt'>; due: Item['due'] }) => {
  const t = useTranslate();
  const { day, instant } = useFormat();
  if (!extendedTo && !doneAt) return null;
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
      {extendedTo && <Mark tone="quiet" icon={<EventRepeat />}>{t('admin.follow_ups.extended', { due: due?.text ?? t('admin.follow_ups.year_end'), day: day(extendedTo, true) })}</Mark>}
      {doneAt && <Mark tone="good" icon={<DoneAll />}>{t('admin.follow_ups.done_at', { when: instant(doneAt) })}</Mark>}
    </Stack>
  );
};

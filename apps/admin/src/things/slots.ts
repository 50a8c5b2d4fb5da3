import type { BookingSlot } from '@kepu/contracts';
import { runsOf } from '@kepu/domain';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';

/** Parts of days as people say them: days that follow each other once, with their parts. */
export const useSlotWords = () => {
  const t = useTranslate();
  const { day, list } = useFormat();
  return (slots: readonly BookingSlot[]): string => list(runsOf(slots).map(({ from, to, parts }) => t('admin.things.run', { days: from === to ? day(from) : t('admin.things.span', { from: day(from), to: day(to) }), parts: list(parts.map((part) => t(`terms.dayParts.${part}`))) })));
};

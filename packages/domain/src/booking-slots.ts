import type { BookingSlot } from '@kepu/contracts';
import { addDays } from './civil-date.js';

/** The parts of days that a booking asks for: the same parts on each day from `from` to `to`, in order; nothing where `to` comes first. */
export function slotsOf({ from, to, parts }: { readonly from: string; readonly to: string; readonly parts: readonly BookingSlot['part'][] }): BookingSlot[] {
  const order: readonly BookingSlot['part'][] = ['morning', 'afternoon', 'evening'];
  const chosen = order.filter((part) => parts.includes(part));
  const slots: BookingSlot[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) slots.push(...chosen.map((part) => ({ day, part })));
  return slots;
}

/** Consecutive days with the same parts as one run each, in order: how a list or a page tells of many parts of days. */
export function runsOf(slots: readonly BookingSlot[]): { from: string; to: string; parts: BookingSlot['part'][] }[] {
  const byDay = new Map<string, BookingSlot['part'][]>();
  for (const { day, part } of slots) byDay.set(day, [...(byDay.get(day) ?? []), part]);
  const runs: { from: string; to: string; parts: BookingSlot['part'][] }[] = [];
  for (const day of [...byDay.keys()].sort()) {
    const parts = byDay.get(day) ?? [];
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day && last.parts.join() === parts.join()) last.to = day;
    else runs.push({ from: day, to: day, parts });
  }
  return runs;
}

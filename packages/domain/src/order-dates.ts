import { addDays, type CivilDate } from './civil-date.js';

/** Hours at which a talk usually begins, by the part of the day, in Asia/Shanghai. */
export const usualHours = { morning: '09:00', afternoon: '14:30', evening: '19:00' } as const;
/** Minutes of a talk of which nothing else is known. */
export const USUAL_TALK_MINUTES = 60;

/** The instant of a date that was wished for: its own hour, or the usual one. ISO 8601 in UTC. */
export const orderStart = ({ day, part, time }: { readonly day: CivilDate; readonly part: keyof typeof usualHours; readonly time: string | null }): string =>
  new Date(`${day}T${time ?? usualHours[part]}:00.000+08:00`).toISOString();

/** The first day that an order made `today` can name. */
export const firstOrderDay = (today: CivilDate, leadDays: number): CivilDate => addDays(today, leadDays);

/** The last day on which an order of a day can be called off without a mark. */
export const cancelFreeUntil = (day: CivilDate, cancelDays: number): CivilDate => addDays(day, -cancelDays);

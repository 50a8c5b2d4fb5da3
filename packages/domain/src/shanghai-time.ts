import { civilDate, weekday, type CivilDate } from './civil-date.js';

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Day, weekday (0 = Monday) and minute of the day of an instant in Asia/Shanghai, which has had no summer time since 1991. */
export function shanghaiTime(instant: string): { day: CivilDate; weekday: number; minute: number } {
  const local = Date.parse(instant) + OFFSET_MS;
  const number = Math.floor(local / DAY_MS);
  return { day: civilDate(number), weekday: (weekday(number) + 6) % 7, minute: Math.floor((local - number * DAY_MS) / 60_000) };
}

/** Where a day is parted: morning until 12:00, afternoon until 18:00, evening. */
const PARTS = [12 * 60, 18 * 60, 24 * 60] as const;

/** The places in a week's 21 parts (Monday morning = 0) that a time touches, in their order. */
export function weekParts({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): number[] {
  const parts = new Set<number>();
  for (let at = Date.parse(startsAt); at < Date.parse(endsAt); ) {
    const { weekday: day, minute } = shanghaiTime(new Date(at).toISOString());
    const part = PARTS.findIndex((end) => minute < end);
    parts.add(day * 3 + part);
    at += ((PARTS[part] ?? 24 * 60) - minute) * 60_000;
  }
  return [...parts];
}

/** Whether two times overlap; one that ends when the other begins does not. */
export function overlaps(a: { readonly startsAt: string; readonly endsAt: string }, b: { readonly startsAt: string; readonly endsAt: string }): boolean {
  return Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(b.startsAt) < Date.parse(a.endsAt);
}

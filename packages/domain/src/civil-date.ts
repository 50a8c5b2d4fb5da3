/** A date without a time, `YYYY-MM-DD`, as the office writes it (Asia/Shanghai). */
export type CivilDate = string;

const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Days since 1970-01-01 of a civil date.
 * @throws RangeError when the text is no existing date in the form `YYYY-MM-DD`
 */
export function dayNumber(date: CivilDate): number {
  const match = PATTERN.exec(date);
  const time = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  // Date.UTC rolls 02-30 over to March: the round trip finds it.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) throw new RangeError(`Not a date (YYYY-MM-DD): ${date}`);
  return time / DAY_MS;
}

/** The civil date of a day number. */
export function civilDate(day: number): CivilDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** `date` moved by whole days, forward or back. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDate(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week of a day number, 0 = Sunday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The later one of two days. */
export function laterDay(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? b : a;
}

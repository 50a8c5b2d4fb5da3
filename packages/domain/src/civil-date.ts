/** A date without a time, `YYYY-MM-DD`, as the office writes it (Asia/Shanghai). */
export type CivilDate = string;

const DAY_MS = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Days since 1970-01-01 of a civil date.
 * @throws RangeError when the text is no existing date in the form `YYYY-MM-DD`
 */
export function dayNumber(date: CivilDate): number {
  const [year, month, day] = PATTERN.test(date) ? [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))] : [Number.NaN, Number.NaN, Number.NaN];
  const made = new Date(Date.UTC(year, month - 1, day));
  // Date.UTC rolls 02-30 over to March and takes the year 50 for 1950: the way back finds it. (Through an ISO text it would cost three times as much, and ages are asked by the thousand.)
  if (made.getUTCDate() !== day || made.getUTCMonth() !== month - 1 || made.getUTCFullYear() !== year) throw new RangeError(`Not a date (YYYY-MM-DD): ${date}`);
  return made.getTime() / DAY_MS;
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

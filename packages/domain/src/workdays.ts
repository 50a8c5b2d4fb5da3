import { civilDate, dayNumber, weekday, type CivilDate } from './civil-date.js';

/** A day that is not what its weekday says: a public holiday, or a make-up workday (调休上班). */
export interface DayException {
  readonly date: CivilDate;
  readonly kind: 'holiday' | 'workday';
  readonly name: string;
}

/** Exceptions ready for look-up, and the years for which the arrangement is known. */
export interface WorkdayCalendar {
  readonly exceptions: ReadonlyMap<CivilDate, DayException>;
  readonly years: ReadonlySet<number>;
}

/**
 * An answer with its doubt. `uncertain` is true when a day counted lies in a year whose arrangement is not known: the value then
 * follows the weekdays alone and must be shown with a warning. `unknownYears` names those years, ascending.
 */
export interface WorkdayAnswer<T> {
  readonly value: T;
  readonly uncertain: boolean;
  readonly unknownYears: readonly number[];
}

/** Most workdays that one call counts: about forty years, so that a wrong argument does not spin. */
export const MAX_WORKDAYS = 10_000;

/**
 * The years that a table covers: those in which both New Year's Day and 1 October stand as holidays. The State Council's yearly
 * notice always has both; one day added by hand for a coming year therefore does not make that year known.
 */
export function coveredYears(exceptions: readonly DayException[]): number[] {
  const holidays = new Set(exceptions.filter((entry) => entry.kind === 'holiday').map((entry) => entry.date));
  const years = new Set(exceptions.map((entry) => entry.date.slice(0, 4)));
  return [...years].filter((year) => holidays.has(`${year}-01-01`) && holidays.has(`${year}-10-01`)).map(Number).sort((a, b) => a - b);
}

/**
 * Makes a calendar.
 * @param years the years whose arrangement is known; read from the table itself when left out
 * @throws RangeError for an entry that is no date, or two entries that contradict each other on one day
 */
export function workdayCalendar(exceptions: readonly DayException[], years: readonly number[] = coveredYears(exceptions)): WorkdayCalendar {
  const byDate = new Map<CivilDate, DayException>();
  for (const entry of exceptions) {
    dayNumber(entry.date);
    const other = byDate.get(entry.date);
    if (other && other.kind !== entry.kind) throw new RangeError(`Both holiday and workday: ${entry.date}`);
    byDate.set(entry.date, entry);
  }
  return { exceptions: byDate, years: new Set(years) };
}

class Count {
  private readonly unknown = new Set<number>();

  constructor(private readonly calendar: WorkdayCalendar) {}

  isWorkday(day: number): boolean {
    const date = civilDate(day);
    const entry = this.calendar.exceptions.get(date);
    const year = Number(date.slice(0, 4));
    // A day entered by hand is certain even where the rest of its year is not.
    if (entry) return entry.kind === 'workday';
    if (!this.calendar.years.has(year)) this.unknown.add(year);
    const name = weekday(day);
    return name !== 0 && name !== 6;
  }

  answer<T>(value: T): WorkdayAnswer<T> {
    const unknownYears = [...this.unknown].sort((a, b) => a - b);
    return { value, uncertain: unknownYears.length > 0, unknownYears };
  }
}

/** Whether people work on `date`. */
export function isWorkday(date: CivilDate, calendar: WorkdayCalendar): WorkdayAnswer<boolean> {
  const count = new Count(calendar);
  return count.answer(count.isWorkday(dayNumber(date)));
}

/**
 * The date `n` workdays after `from`, which itself is not counted; before it when `n` is negative. `n = 0` gives `from` when
 * people work on it, else the next workday.
 * @throws RangeError when `n` is no integer or beyond `MAX_WORKDAYS`
 */
export function addWorkdays(from: CivilDate, n: number, calendar: WorkdayCalendar): WorkdayAnswer<CivilDate> {
  if (!Number.isInteger(n) || Math.abs(n) > MAX_WORKDAYS) throw new RangeError(`Not a number of workdays: ${n}`);
  const count = new Count(calendar);
  const step = n < 0 ? -1 : 1;
  let day = dayNumber(from);
  let left = Math.abs(n);
  if (left === 0) while (!count.isWorkday(day)) day += 1;
  while (left > 0) {
    day += step;
    if (count.isWorkday(day)) left -= 1;
  }
  return count.answer(civilDate(day));
}

/**
 * Workdays after `from` up to and including `to`; negative when `to` is earlier. The inverse of `addWorkdays`:
 * `workdaysBetween(d, addWorkdays(d, n)) = n` for every n but 0 from a holiday.
 */
export function workdaysBetween(from: CivilDate, to: CivilDate, calendar: WorkdayCalendar): WorkdayAnswer<number> {
  const count = new Count(calendar);
  const start = dayNumber(from);
  const end = dayNumber(to);
  const step = end < start ? -1 : 1;
  let total = 0;
  for (let day = start; day !== end; ) {
    day += step;
    if (count.isWorkday(day)) total += step;
  }
  return count.answer(total);
}

import { addDays, type CivilDate } from './civil-date.js';
import { addWorkdays, type WorkdayCalendar } from './workdays.js';

/** Kinds of periods that follow from the year alone. */
export type CalendarPeriodKind = 'half_year' | 'year' | 'quarter' | 'month';
/** A period of a year with the days that are proposed for it. `number` counts within its kind, from 1. */
export interface ProposedPeriod {
  readonly kind: CalendarPeriodKind; readonly number: number; readonly from: CivilDate; readonly to: CivilDate; readonly opensOn: CivilDate; readonly dueOn: CivilDate;
  /** The day to report by falls into a year whose holidays are not announced. */
  readonly dueUncertain: boolean;
}

/** How many workdays a returned report waits to be handed in again, unless the office sets another number. */
export const DEFAULT_RETURN_WORKDAYS = 3;
/** How many workdays before the last day units are reminded, unless the office sets another number. */
export const DEFAULT_REMIND_WORKDAYS = 3;
/** How many days before its end a period opens: a month from the 25th or so, when most of it is known. */
const OPENS_BEFORE = 6;
/** Day of the following month by which is reported, by kind; moved to the next workday. */
const DUE_DAY: Readonly<Record<CalendarPeriodKind, number>> = { half_year: 10, year: 10, quarter: 10, month: 5 };
const MONTHS: Readonly<Record<CalendarPeriodKind, number>> = { half_year: 6, year: 12, quarter: 3, month: 1 };

const pad = (value: number): string => String(value).padStart(2, '0');

/** The period of a kind that ends with month `lastMonth` of `year`. */
function periodOf(kind: CalendarPeriodKind, year: number, number: number, calendar: WorkdayCalendar): ProposedPeriod {
  const lastMonth = number * MONTHS[kind];
  const next = lastMonth === 12 ? `${year + 1}-01` : `${year}-${pad(lastMonth + 1)}`;
  const to = addDays(`${next}-01`, -1);
  const due = addWorkdays(`${next}-${pad(DUE_DAY[kind])}`, 0, calendar);
  return { kind, number, from: `${year}-${pad(lastMonth - MONTHS[kind] + 1)}-01`, to, opensOn: addDays(to, -OPENS_BEFORE), dueOn: due.value, dueUncertain: due.uncertain };
}

/**
 * The periods that a year can be reported in, by kind and then in their order: the half year, the whole year, four quarters, twelve months. The second half
 * is the year's end, so it is no period of its own.
 */
export function proposedPeriods(year: number, calendar: WorkdayCalendar): ProposedPeriod[] {
  const some = (kind: CalendarPeriodKind, count: number) => Array.from({ length: count }, (_, index) => periodOf(kind, year, index + 1, calendar));
  return [...some('half_year', 1), ...some('year', 1), ...some('quarter', 4), ...some('month', 12)];
}

import type { AssignmentState } from './assignment-lifecycle.js';
import { daysBetween, type CivilDate } from './civil-date.js';
import { addWorkdays, type WorkdayAnswer, type WorkdayCalendar } from './workdays.js';

/** Workdays that a unit has to sign for its items, unless the office sets another number. */
export const DEFAULT_SIGNING_WORKDAYS = 3;

/** The last day to sign for a plan issued on `issuedOn` (the day of issue is not counted). */
export function signingDeadline(
  issuedOn: CivilDate,
  calendar: WorkdayCalendar,
  workdays: number = DEFAULT_SIGNING_WORKDAYS,
): WorkdayAnswer<CivilDate> {
  return addWorkdays(issuedOn, workdays, calendar);
}

/** Where a unit stands with signing, worst first: what the office's list shows. */
export type SignOffStatus = 'overdue' | 'asked' | 'pending' | 'signed' | 'none';

/** Counts of one unit's assignments. `overdue` counts the pending ones once the deadline has passed. */
export interface SignOffSummary {
  readonly total: number;
  readonly signed: number;
  readonly asked: number;
  readonly pending: number;
  readonly overdue: number;
  readonly status: SignOffStatus;
}

/** Whether the last day to sign has passed. */
export function isPastDeadline(today: CivilDate, deadline: CivilDate): boolean {
  return daysBetween(deadline, today) > 0;
}

/**
 * Sums up the assignments of one unit; what is withdrawn is none of them. A question that waits for the office's answer is not the unit's delay, so `asked` is
 * never overdue.
 */
export function signOffSummary(states: Iterable<AssignmentState>, today: CivilDate, deadline: CivilDate): SignOffSummary {
  const counts: Record<AssignmentState, number> = { pending: 0, asked: 0, signed: 0, withdrawn: 0 };
  for (const state of states) counts[state] += 1;
  const total = counts.pending + counts.asked + counts.signed;
  const overdue = isPastDeadline(today, deadline) ? counts.pending : 0;
  return { total, signed: counts.signed, asked: counts.asked, pending: counts.pending, overdue, status: statusOf(total, counts, overdue) };
}

function statusOf(total: number, counts: Record<AssignmentState, number>, overdue: number): SignOffStatus {
  if (total === 0) return 'none';
  if (overdue > 0) return 'overdue';
  if (counts.asked > 0) return 'asked';
  return counts.pending > 0 ? 'pending' : 'signed';
}

import type { Activity } from '@kepu/contracts';
import type { ActivityAction } from '@kepu/domain';

/** What comes next for an activity: an action of the lifecycle, a place to go to, or nothing. */
export type NextStep =
  | { kind: 'submit' | 'approve' | 'review_close' | 'copy' | 'share' | 'close' | 'await_submit' }
  | { kind: 'signups' | 'hours'; count: number }
  | { kind: 'day' };

const hour = 3_600_000;

/** The shifts that take place. */
export const heldShifts = ({ shifts }: Pick<Activity, 'shifts'>): Activity['shifts'] => shifts.filter(({ cancelled }) => cancelled === null);

/** Whether every shift is over at `now`. */
export const isOver = (activity: Pick<Activity, 'shifts'>, now: string): boolean => {
  const shifts = heldShifts(activity);
  return shifts.length > 0 && shifts.every(({ endsAt }) => endsAt <= now);
};

/** The shift that goes on, or begins within two hours, at `now`. */
export const presentShift = (activity: Pick<Activity, 'shifts'>, now: string): Activity['shifts'][number] | null =>
  heldShifts(activity).find(({ startsAt, endsAt }) => Date.parse(startsAt) - 2 * hour <= Date.parse(now) && now < endsAt) ?? null;

/** The one thing to do now. `open` are the actions that state and rights leave, `prepares` says whether the person works on what the unit does; people who wait come before papers. */
export const nextStep = (activity: Activity, open: readonly ActivityAction[], now: string, prepares: boolean): NextStep | null => {
  const { state, staff } = activity;
  if (!staff) return null;
  if (state === 'submitted' && open.includes('approve')) return { kind: 'approve' };
  if (state === 'reported' && open.includes('accept_report')) return { kind: 'review_close' };
  if (open.includes('submit')) return { kind: 'submit' };
  if (!prepares) return null;
  if (state === 'draft') return { kind: 'await_submit' };
  if (state === 'open') {
    if (presentShift(activity, now)) return { kind: 'day' };
    const over = isOver(activity, now);
    if (!over && staff.signups.requested > 0) return { kind: 'signups', count: staff.signups.requested };
    if (staff.hoursToConfirm > 0) return { kind: 'hours', count: staff.hoursToConfirm };
    if (!over) return { kind: 'share' };
    return open.includes('report') ? { kind: 'close' } : null;
  }
  return null;
};

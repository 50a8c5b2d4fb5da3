import { daysBetween, shanghaiTime } from '@kepu/domain';

/** A planned time: instants in ISO 8601. */
export interface ShiftTime { readonly startsAt: string; readonly endsAt: string }

const DAY_MS = 86_400_000;
const shifted = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
const byStart = (a: ShiftTime, b: ShiftTime): number => Date.parse(a.startsAt) - Date.parse(b.startsAt);

/** The same times with the first one on a day: days keep their distance, and clocks in Shanghai show the same, for it has no summer time. */
export const timesFrom = <S extends ShiftTime>(shifts: readonly S[], startsOn: string): S[] => {
  const sorted = [...shifts].sort(byStart);
  const [first] = sorted;
  if (!first) return [];
  const by = daysBetween(shanghaiTime(first.startsAt).day, startsOn) * DAY_MS;
  return sorted.map((shift) => ({ ...shift, startsAt: shifted(shift.startsAt, by), endsAt: shifted(shift.endsAt, by) }));
};

/** When the first and when the last of some shifts begin. */
export const boundsOf = (shifts: readonly Pick<ShiftTime, 'startsAt'>[]): { firstAt: Date | null; lastAt: Date | null } => {
  const starts = shifts.map((shift) => Date.parse(shift.startsAt));
  return starts.length === 0 ? { firstAt: null, lastAt: null } : { firstAt: new Date(Math.min(...starts)), lastAt: new Date(Math.max(...starts)) };
};

/** The first shift to come, else the last one: what a list shows of an activity. Cancelled ones count only where there is no other. */
export const shownShift = <S extends ShiftTime & { readonly cancelled: boolean }>(shifts: readonly S[], now: string): S | null => {
  const standing = shifts.filter((shift) => !shift.cancelled);
  const sorted = (standing.length > 0 ? standing : [...shifts]).sort(byStart);
  return sorted.find((shift) => Date.parse(shift.startsAt) > Date.parse(now)) ?? sorted.at(-1) ?? null;
};

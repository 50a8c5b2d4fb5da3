import { OVERTIME_MINUTES, type AttendanceState, type Planned } from '@kepu/domain';

/** What a leader can say of somebody on the tick list. */
export type Mark = 'present' | 'left' | 'absent' | 'clear';
/** A presence as it is noted. */
export interface Noted {
  readonly state: AttendanceState; readonly inAt: Date | null; readonly inBy: 'list' | 'code' | null; readonly outAt: Date | null; readonly outBy: 'list' | 'self' | 'assumed' | null;
}

const OVERTIME_MS = OVERTIME_MINUTES * 60_000;

/** The tick list is often kept afterwards, or while everybody is busy: whoever is ticked without a code was there from the beginning on. */
const arrival = ({ startsAt }: Planned, now: Date): Date => new Date(Math.min(now.getTime(), Date.parse(startsAt)));
/** Who is ticked off at the end left then; who is ticked off much later left at the planned end. */
const leaving = ({ endsAt }: Planned, now: Date): Date => (now.getTime() <= Date.parse(endsAt) + OVERTIME_MS ? now : new Date(endsAt));

/**
 * The presence after a mark, as the lifecycle's table allows it; null for none. The same mark again answers the same object. `settled`: the hours stand in the
 * ledger, and no mark changes them.
 */
export const markedAs = (noted: Noted | null, mark: Mark, planned: Planned, now: Date): Noted | null | 'settled' => {
  if (noted?.state === 'settled') return 'settled';
  if (mark === 'clear') return null;
  if (noted?.state === mark) return noted;
  if (mark === 'absent') return { state: 'absent', inAt: null, inBy: null, outAt: null, outBy: null };
  // Somebody who was absent, or of whom nothing was known, comes before going.
  const there: Noted = noted?.inAt ? { ...noted, state: 'present', outAt: null, outBy: null } : { state: 'present', inAt: arrival(planned, now), inBy: 'list', outAt: null, outBy: null };
  return mark === 'present' ? there : { ...there, state: 'left', outAt: leaving(planned, now), outBy: 'list' };
};

import type { activityInput, Position } from '@kepu/contracts';
import type { z } from 'zod';

/** A shift as the form gives it. */
export type GivenShift = z.output<typeof activityInput>['shifts'][number];
/** A position as the form gives it. */
export type GivenPosition = GivenShift['positions'][number];
/** A position that is there, with how many have it and how many have ever asked for it. */
export interface StoredPosition {
  readonly id: string; readonly role: Position['role']; readonly name: string; readonly minimum: number; readonly maximum: number; readonly paid: boolean; readonly requires: GivenPosition['requires'];
  readonly confirmed: number; readonly signups: number; readonly sortNo: number;
}
/** A shift that is there. Instants in ISO 8601. */
export interface StoredShift { readonly id: string; readonly startsAt: string; readonly endsAt: string; readonly cancelled: boolean; readonly positions: readonly StoredPosition[] }

/** What has to be done so that what is there becomes what is given. `place`: which one of the given shifts, from 0. */
export interface ShiftDiff {
  readonly added: readonly { readonly place: number; readonly shift: GivenShift }[];
  readonly retimed: readonly { readonly shift: StoredShift; readonly startsAt: string; readonly endsAt: string }[];
  readonly removed: readonly StoredShift[];
  readonly addedPositions: readonly { readonly shift: StoredShift; readonly sortNo: number; readonly position: GivenPosition }[];
  readonly changedPositions: readonly { readonly shift: StoredShift; readonly stored: StoredPosition; readonly sortNo: number; readonly position: GivenPosition; readonly content: boolean }[];
  readonly removedPositions: readonly { readonly shift: StoredShift; readonly stored: StoredPosition }[];
}

const sameTime = (a: string, b: string): boolean => Date.parse(a) === Date.parse(b);
const content = ({ role, name, minimum, maximum, paid, requires }: GivenPosition | StoredPosition): string =>
  JSON.stringify([role, name, minimum, maximum, paid, [...requires.occupations].sort(), [...requires.credentialIds].sort(), [...requires.poolIds].sort(), requires.minAge, requires.note]);
const once = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** Holds given shifts against those that are there; null where an id names none of them, or one twice. */
export const shiftDiff = (stored: readonly StoredShift[], given: readonly GivenShift[]): ShiftDiff | null => {
  const kept = given.flatMap((shift, place) => (shift.id === undefined ? [] : [{ place, shift, stored: stored.find((one) => one.id === shift.id) }]));
  const pairs = kept.flatMap(({ shift, stored: found }) => (found ? [{ given: shift, stored: found }] : []));
  const positionIds = given.flatMap((shift) => shift.positions.flatMap((position) => (position.id === undefined ? [] : [position.id])));
  const placed = pairs.flatMap(({ given: shift, stored: found }) => shift.positions.map((position, sortNo) => ({ shift: found, position, sortNo, stored: found.positions.find((one) => one.id === position.id) })));
  const known = placed.flatMap(({ stored: found }) => (found ? [found.id] : []));
  if (pairs.length !== kept.length || known.length !== positionIds.length || !once(positionIds) || !once(pairs.map((pair) => pair.stored.id))) return null;
  return {
    added: given.flatMap((shift, place) => (shift.id === undefined ? [{ place, shift }] : [])),
    retimed: pairs.flatMap(({ given: shift, stored: found }) => (sameTime(shift.startsAt, found.startsAt) && sameTime(shift.endsAt, found.endsAt) ? [] : [{ shift: found, startsAt: shift.startsAt, endsAt: shift.endsAt }])),
    removed: stored.filter((shift) => !pairs.some((pair) => pair.stored.id === shift.id)),
    addedPositions: placed.flatMap(({ shift, position, sortNo, stored: found }) => (found ? [] : [{ shift, position, sortNo }])),
    changedPositions: placed.flatMap(({ shift, position, sortNo, stored: found }) => {
      if (!found || (content(position) === content(found) && sortNo === found.sortNo)) return [];
      return [{ shift, stored: found, position, sortNo, content: content(position) !== content(found) }];
    }),
    removedPositions: pairs.flatMap(({ stored: found }) => found.positions.filter((position) => !known.includes(position.id)).map((position) => ({ shift: found, stored: position }))),
  };
};

/** Why a published activity cannot be changed so. */
export type OpenProblem = 'times' | 'started' | 'past' | 'positions';

/**
 * What a published activity does not allow, for people rely on it: times change by moving a shift, which tells everybody, and a shift goes by cancelling it. New shifts lie ahead
 * and want somebody. A shift that was cancelled may be left out of the form; it stays.
 */
export const openProblem = (diff: ShiftDiff, given: readonly GivenShift[], now: string): OpenProblem | null => {
  const isOver = (shift: StoredShift) => shift.cancelled || Date.parse(shift.startsAt) <= Date.parse(now);
  if (diff.retimed.length > 0 || diff.removed.some((shift) => !shift.cancelled)) return 'times';
  if ([...diff.addedPositions, ...diff.changedPositions.filter((change) => change.content), ...diff.removedPositions].some(({ shift }) => isOver(shift))) return 'started';
  if (diff.added.some(({ shift }) => Date.parse(shift.startsAt) <= Date.parse(now))) return 'past';
  return given.some((shift) => shift.positions.length === 0) ? 'positions' : null;
};

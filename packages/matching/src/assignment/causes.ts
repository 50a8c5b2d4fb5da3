import { together } from './instance.js';
import { lock, type AssignmentInput, type Places } from './input.js';

/** Why a position is not full, by what keeps most of those who could have it. */
export type UnfilledCause = 'no_candidates' | 'locked_out' | 'placed_elsewhere' | 'limits_reached';

/** A position with seats left, and what keeps its candidates. */
export interface Unfilled {
  readonly position: number;
  readonly vacant: number;
  /** How many are missing to the minimum. */
  readonly missing: number;
  readonly cause: UnfilledCause;
  /** Who may and fits, beside those who are there. */
  readonly candidates: number;
  /** Of them: not to be placed there, by a lock; placed where this would clash; with no room left in their day or week. */
  readonly lockedOut: number;
  readonly elsewhere: number;
  readonly limits: number;
}

interface Tally { candidates: number; lockedOut: number; elsewhere: number; limits: number }

function causeOf({ candidates, lockedOut, elsewhere, limits }: Tally): UnfilledCause {
  if (candidates === 0) return 'no_candidates';
  if (lockedOut === candidates) return 'locked_out';
  return elsewhere >= limits ? 'placed_elsewhere' : 'limits_reached';
}

/** Whether a person has no room for one more, beside what they have. */
function clashes(input: AssignmentInput, { first, position }: Places, volunteer: number, at: number): boolean {
  for (let index = first[volunteer]!; index < first[volunteer + 1]!; index++) if (!together(input, position[index]!, at)) return true;
  return false;
}

const holds = ({ first, position }: Places, volunteer: number, at: number): boolean => {
  for (let index = first[volunteer]!; index < first[volunteer + 1]!; index++) if (position[index] === at) return true;
  return false;
};

/** All positions that are not full, each with its cause. */
export function unfilledOf(input: AssignmentInput, places: Places): Unfilled[] {
  const { positions, volunteers, edges } = input;
  const filled = new Int32Array(positions.count);
  for (const at of places.position) filled[at]!++;
  const tallies = new Map<number, Tally>();
  for (let at = 0; at < positions.count; at++) if (filled[at]! < positions.seats[at]!) tallies.set(at, { candidates: 0, lockedOut: 0, elsewhere: 0, limits: 0 });
  if (tallies.size === 0) return [];
  for (let volunteer = 0; volunteer < volunteers.count; volunteer++) {
    for (let edge = edges.first[volunteer]!; edge < edges.first[volunteer + 1]!; edge++) {
      const at = edges.position[edge]!;
      const tally = filled[at]! < positions.seats[at]! ? tallies.get(at) : undefined;
      if (!tally || !(edges.worth[edge]! > 0) || holds(places, volunteer, at)) continue;
      tally.candidates++;
      if (edges.locks?.[edge] === lock.forbidden) tally.lockedOut++;
      else if (clashes(input, places, volunteer, at)) tally.elsewhere++;
      else tally.limits++;
    }
  }
  return [...tallies].map(([position, tally]) => ({
    position, vacant: positions.seats[position]! - filled[position]!, missing: Math.max(0, positions.minimum[position]! - filled[position]!), cause: causeOf(tally), ...tally,
  }));
}

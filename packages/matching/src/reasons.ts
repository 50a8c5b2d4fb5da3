import type { Reason } from '@kepu/contracts';
import type { PartScore } from './score.js';

/** More than three reasons are no reason. */
const MOST_REASONS = 3;

const told = ({ part, points, said }: PartScore): Reason[] => (said ? [{ code: said.code, part, points, params: said.params }] : []);

/**
 * At most three reasons for and one against, the weightiest first, each with the points of a part that was really used. A reason for adds
 * points; one against takes some away, or is a way so long that it adds none.
 */
export function reasonsOf(parts: readonly PartScore[]): { reasons: Reason[]; against: Reason | null } {
  const all = parts.flatMap(told);
  const reasons = all.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points).slice(0, MOST_REASONS);
  const [against = null] = all.filter(({ points, code }) => points < 0 || code === 'far').sort((a, b) => a.points - b.points);
  return { reasons, against };
}

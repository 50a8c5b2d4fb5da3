import type { ScorePart } from '@kepu/contracts';
import type { MatchingContext, PositionFacts, VolunteerFacts, WeightTable } from './facts.js';
import { partNames, parts, type Said } from './parts.js';

/** A part of a score: `points` = `value` × `weight`; a part that is subtracted has a negative weight. */
export interface PartScore {
  readonly part: ScorePart;
  readonly value: number;
  readonly weight: number;
  readonly points: number;
  readonly said: Said | null;
}
/** A score and what it is made of: the points of the parts are its sum. */
export interface Score {
  readonly score: number;
  readonly parts: readonly PartScore[];
}

/** Version 1 of the weights. */
export const firstWeights: WeightTable = {
  topic: 0.3, audience: 0.15, availability: 0.2, travel: 0.15, wish: 0.1, growth: 0.1, need: 0.25, rural: 0.1, first_service: 0.08, connections: 0.2, load: 0.1,
};

/**
 * How well a person and a position fit, for both sides the same: fit of the person + need of the position − sign-ups so far − recent load. A part without
 * weight is left out. With personal features switched off, only what the position itself tells is looked at. Who may have the position at all is `blocksOf`.
 */
export function score(volunteer: VolunteerFacts, position: PositionFacts, weights: WeightTable, context: MatchingContext): Score {
  const made: PartScore[] = [];
  let sum = 0;
  for (const part of partNames) {
    const { personal, sign, see } = parts[part];
    if (weights[part] === 0 || (personal && !volunteer.personal)) continue;
    const { value, said } = see(volunteer, position, context);
    const weight = sign * weights[part];
    // Zero times a negative weight would be −0.
    const points = value === 0 ? 0 : value * weight;
    made.push({ part, value, weight, points, said });
    sum += points;
  }
  return { score: sum, parts: made };
}

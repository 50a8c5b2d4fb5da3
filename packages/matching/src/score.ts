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

/** The weights that a city begins with. */
export const firstWeights: WeightTable = {
  topic: 0.3, audience: 0.15, availability: 0.2, travel: 0.15, wish: 0.1, growth: 0.1, need: 0.25, rural: 0.1, first_service: 0.08, connections: 0.2, load: 0.1, reliability: 0.1,
};

/** The parts that are used: those with a weight, and without a personal one where the person has switched those off. */
const used = (part: ScorePart, volunteer: VolunteerFacts, weights: WeightTable): boolean => weights[part] !== 0 && (volunteer.personal || !parts[part].personal);
/** Zero times a negative weight would be −0. */
export const pointsOf = (value: number, weight: number): number => (value === 0 ? 0 : value * weight);

/**
 * How well a person and a position fit, for both sides the same: fit of the person + need of the position − sign-ups so far − recent load. A part without
 * weight is left out. With personal features switched off, only what the position itself tells is looked at. Who may have the position at all is `blocksOf`.
 */
export function score(volunteer: VolunteerFacts, position: PositionFacts, weights: WeightTable, context: MatchingContext): Score {
  const made = partNames.filter((part) => used(part, volunteer, weights)).map((part): PartScore => {
    const { sign, value: valueOf, say } = parts[part];
    const value = valueOf(volunteer, position, context);
    const weight = sign * weights[part];
    return { part, value, weight, points: pointsOf(value, weight), said: say(volunteer, position, context, value) };
  });
  return { score: made.reduce((sum, { points }) => sum + points, 0), parts: made };
}

/** The sum alone, the same to the last digit: ranking thousands makes nothing that nobody will see. */
export function sumOf(volunteer: VolunteerFacts, position: PositionFacts, weights: WeightTable, context: MatchingContext): number {
  let sum = 0;
  for (const part of partNames) {
    if (used(part, volunteer, weights)) sum += pointsOf(parts[part].value(volunteer, position, context), parts[part].sign * weights[part]);
  }
  return sum;
}

/** What lists that people read are ordered by: without the parts that are never shown, for nobody is to find them by subtracting, nor by the order. */
export const openly = (weights: WeightTable): WeightTable => ({ ...weights, ...Object.fromEntries(partNames.filter((part) => parts[part].hidden).map((part) => [part, 0])) });

const personal = partNames.filter((part) => parts[part].personal);

/** The most that the parts which look at the person can add. */
export const fullFit = (weights: WeightTable): number => personal.reduce((sum, part) => sum + (parts[part].sign > 0 ? weights[part] : 0), 0);

/** The parts alone that look at the person: how well they fit, whatever the position needs. 0 where personal features are switched off. */
export function fitOf(volunteer: VolunteerFacts, position: PositionFacts, weights: WeightTable, context: MatchingContext): number {
  let sum = 0;
  for (const part of personal) {
    if (used(part, volunteer, weights)) sum += pointsOf(parts[part].value(volunteer, position, context), parts[part].sign * weights[part]);
  }
  return sum;
}

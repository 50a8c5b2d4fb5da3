import { isEligible } from './blocks.js';
import type { MatchingContext, PositionFacts, VolunteerFacts, WeightTable } from './facts.js';
import { score, sumOf, type Score } from './score.js';

/** A position with how well it fits. */
export interface RankedPosition extends Score {
  readonly position: PositionFacts;
}
/** A person with how well they fit. */
export interface RankedVolunteer extends Score {
  readonly volunteer: VolunteerFacts;
}
/** The best of all, and how many there are. */
export interface Ranking<T> {
  readonly total: number;
  readonly best: readonly T[];
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const byStart = (a: PositionFacts, b: PositionFacts): number => Date.parse(a.startsAt) - Date.parse(b.startsAt) || byId(a, b);
/** With personal features switched off, nobody looks when the person was asked. */
const askedAt = ({ personal, lastAskedAt }: VolunteerFacts): number => (personal && lastAskedAt !== null ? Date.parse(lastAskedAt) : 0);

const unscored: Score = { score: 0, parts: [] };

/**
 * What fits a person, best first, at most one position of each activity; nothing that is blocked. Ties go to the sooner one, then by id.
 * With personal features switched off there is no score: the nearest days stand first.
 */
export function rankPositions(volunteer: VolunteerFacts, positions: readonly PositionFacts[], weights: WeightTable, context: MatchingContext, limit = positions.length): Ranking<RankedPosition> {
  const ranked = positions.filter((position) => isEligible(volunteer, position, context))
    .map((position) => ({ position, sum: volunteer.personal ? sumOf(volunteer, position, weights, context) : 0 }))
    .sort((a, b) => b.sum - a.sum || byStart(a.position, b.position));
  const activities = new Set<string>();
  const first = ranked.filter(({ position: { activityId } }) => !activities.has(activityId) && activities.add(activityId));
  return {
    total: first.length,
    best: first.slice(0, limit).map(({ position }) => ({ position, ...(volunteer.personal ? score(volunteer, position, weights, context) : unscored) })),
  };
}

/** The order of people for a position: by score, then who was asked longest ago, then by id. */
export const inRank = (a: RankedVolunteer, b: RankedVolunteer): number => b.score - a.score || askedAt(a.volunteer) - askedAt(b.volunteer) || byId(a.volunteer, b.volunteer);

/** Who fits a position, best first; nobody who is blocked. Ties go to who was asked longest ago, then by id. */
export function rankVolunteers(position: PositionFacts, volunteers: readonly VolunteerFacts[], weights: WeightTable, context: MatchingContext, limit = volunteers.length): Ranking<RankedVolunteer> {
  const ranked = volunteers.filter((volunteer) => isEligible(volunteer, position, context))
    .map((volunteer) => ({ volunteer, sum: sumOf(volunteer, position, weights, context) }))
    .sort((a, b) => b.sum - a.sum || askedAt(a.volunteer) - askedAt(b.volunteer) || byId(a.volunteer, b.volunteer));
  return { total: ranked.length, best: ranked.slice(0, limit).map(({ volunteer }) => ({ volunteer, ...score(volunteer, position, weights, context) })) };
}

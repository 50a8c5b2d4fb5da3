export { blocksOf, isEligible, MOST_MINUTES_A_DAY } from './blocks.js';
export type * from './facts.js';
export type { Said } from './parts.js';
export { rankPositions, rankVolunteers, type RankedPosition, type RankedVolunteer, type Ranking } from './rank.js';
export { reasonsOf } from './reasons.js';
export { firstWeights, score, type PartScore, type Score } from './score.js';

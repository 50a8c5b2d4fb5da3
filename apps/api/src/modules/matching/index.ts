export { MatchingWeightsEntity } from './matching-weights.entity.js';

export { MatchingWeightsEntity } from './matching-weights.entity.js';
export { MatchingWeightsService } from './matching-weights.service.js';
export { MatchingModule } from './matching.module.js';
export { Recommendations } from './recommendations.service.js';

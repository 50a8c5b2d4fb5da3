export { batchEntities } from './batches/batch.entity.js';
export { placeInvitationEntities } from './invitations/place-invitation.entity.js';
export { InvitationsService, type InvitationDraft, type InvitationsSent } from './invitations/invitations.service.js';
export { MatchingWeightsEntity } from './matching-weights.entity.js';
export { MatchingWeightsService } from './matching-weights.service.js';
export { OpenPositions } from './retrieval/open-positions.js';
export { PeopleIndex } from './retrieval/people-index.js';
export { MatchingModule } from './matching.module.js';
export { Recommendations } from './recommendations.service.js';

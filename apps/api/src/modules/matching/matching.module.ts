import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { ActivitiesModule, EligibilityCheck, EligiblePositions, PlaceOffers } from '../activities/index.js';
import { IdentityModule, PersonData } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { RecordsModule } from '../records/index.js';
import { UnitsModule } from '../units/index.js';
import { VolunteersModule } from '../volunteers/index.js';
import { AUDIENCE_FIT, readAudienceFit } from './audience-fit.js';
import { BatchDesk } from './batches/batch-desk.service.js';
import { BatchGroundRows } from './batches/batch-ground.repository.js';
import { BatchPersonData } from './batches/batch-person-data.repository.js';
import { BatchPlacesRepository } from './batches/batch-places.repository.js';
import { BatchRunner } from './batches/batch-runner.js';
import { BatchSender } from './batches/batch-sender.js';
import { BatchThreads } from './batches/batch-solver.js';
import { BatchesController } from './batches/batches.controller.js';
import { BatchesRepository } from './batches/batches.repository.js';
import { BatchesService } from './batches/batches.service.js';
import { CandidatesRepository } from './candidates.repository.js';
import { Candidates } from './candidates.service.js';
import { Eligibility } from './eligibility.service.js';
import { ActivityWavesService } from './invitations/activity-waves.service.js';
import { InvitationAnswers } from './invitations/invitation-answers.service.js';
import { InvitationNotices } from './invitations/invitation-notices.js';
import { InvitationPages } from './invitations/invitation-pages.js';
import { InvitationPersonData } from './invitations/invitation-person-data.repository.js';
import { InvitationTokens } from './invitations/invitation-tokens.js';
import { PlaceInvitationsController } from './invitations/invitations.controller.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { InviteesRepository } from './invitations/invitees.repository.js';
import { PlaceInvitationsRepository } from './invitations/place-invitations.repository.js';
import { PositionInvitations } from './invitations/position-invitations.service.js';
import { WaitingOffers } from './invitations/waiting-offers.js';
import { WaveClock } from './invitations/wave-clock.js';
import { WaveRounds } from './invitations/wave-rounds.js';
import { WaveSteps } from './invitations/wave-steps.repository.js';
import { MatchingContexts } from './matching-contexts.js';
import { MatchingWeightsRepository } from './matching-weights.repository.js';
import { MatchingWeightsService } from './matching-weights.service.js';
import { MatchingController } from './matching.controller.js';
import { OfferedPositions } from './offered-positions.repository.js';
import { Recommendations } from './recommendations.service.js';
import { OpenPositions } from './retrieval/open-positions.js';
import { PeopleChanges } from './retrieval/people-changes.repository.js';
import { PeopleIndex } from './retrieval/people-index.js';
import { PositionChanges } from './retrieval/position-changes.repository.js';
import { TrailEntries } from './retrieval/trail-entries.repository.js';
import { VolunteersFacts } from './volunteers-facts.js';

/** Who may, who fits, why, and who is asked. Global, because activities, which stand to its left, ask the rules that are answered here. */
@Global()
@Module({
  imports: [IdentityModule, UnitsModule, NoticesModule, VolunteersModule, ActivitiesModule, RecordsModule],
  controllers: [BatchesController, MatchingController, PlaceInvitationsController],
  providers: [
    Candidates, CandidatesRepository, Eligibility, MatchingContexts, MatchingWeightsRepository, MatchingWeightsService, OfferedPositions, OpenPositions, PeopleChanges, PeopleIndex, PositionChanges, Recommendations, TrailEntries, VolunteersFacts,
    ActivityWavesService, InvitationAnswers, InvitationNotices, InvitationPages, InvitationPersonData, InvitationTokens, InvitationsService, InviteesRepository, PlaceInvitationsRepository, PositionInvitations, WaitingOffers, WaveClock, WaveRounds, WaveSteps,
    BatchDesk, BatchesRepository, BatchesService, BatchGroundRows, BatchPersonData, BatchPlacesRepository, BatchRunner, BatchSender, BatchThreads,
    { provide: AUDIENCE_FIT, useFactory: readAudienceFit }, { provide: EligibilityCheck, useExisting: Eligibility }, { provide: PlaceOffers, useExisting: WaitingOffers }, { provide: EligiblePositions, useExisting: Eligibility },
  ],
  exports: [EligibilityCheck, EligiblePositions, PlaceOffers, InvitationsService, MatchingWeightsService, OpenPositions, PeopleIndex, Recommendations],
})
export class MatchingModule implements OnModuleInit {
  constructor(private readonly people: PersonData) {}

  onModuleInit(): void {
    this.people.registerActs('matching_weights.created_by');
  }
}

import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { ActivitiesModule, EligibilityCheck, EligiblePositions } from '../activities/index.js';
import { IdentityModule, PersonData } from '../identity/index.js';
import { RecordsModule } from '../records/index.js';
import { UnitsModule } from '../units/index.js';
import { VolunteersModule } from '../volunteers/index.js';
import { AUDIENCE_FIT, readAudienceFit } from './audience-fit.js';
import { CandidatesRepository } from './candidates.repository.js';
import { Candidates } from './candidates.service.js';
import { Eligibility } from './eligibility.service.js';
import { MatchingContexts } from './matching-contexts.js';
import { MatchingWeightsRepository } from './matching-weights.repository.js';
import { MatchingWeightsService } from './matching-weights.service.js';
import { MatchingController } from './matching.controller.js';
import { OfferedPositions } from './offered-positions.repository.js';
import { Recommendations } from './recommendations.service.js';
import { VolunteersFacts } from './volunteers-facts.js';

/** Who may, who fits, and why. Global, because activities, which stand to its left, ask the rules that are answered here. */
@Global()
@Module({
  imports: [IdentityModule, UnitsModule, VolunteersModule, ActivitiesModule, RecordsModule],
  controllers: [MatchingController],
  providers: [
    Candidates, CandidatesRepository, Eligibility, MatchingContexts, MatchingWeightsRepository, MatchingWeightsService, OfferedPositions, Recommendations, VolunteersFacts,
    { provide: AUDIENCE_FIT, useFactory: readAudienceFit }, { provide: EligibilityCheck, useExisting: Eligibility }, { provide: EligiblePositions, useExisting: Eligibility },
  ],
  exports: [EligibilityCheck, EligiblePositions, MatchingWeightsService, Recommendations],
})
export class MatchingModule implements OnModuleInit {
  constructor(private readonly people: PersonData) {}

  onModuleInit(): void {
    this.people.registerActs('matching_weights.created_by');
  }
}

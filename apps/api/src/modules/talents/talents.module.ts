import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { PoolCounter } from '../plans/index.js';
import { UnitsModule, UnitSuccession } from '../units/index.js';
import { CourseCredentials } from './credentials/course-credentials.js';
import { CourseCredentialRows } from './credentials/course-credentials.repository.js';
import { CredentialDirectory } from './credentials/credential-directory.js';
import { CredentialFactRows } from './credentials/credential-facts.repository.js';
import { CredentialKindsRepository } from './credentials/credential-kinds.repository.js';
import { CredentialKinds } from './credentials/credential-kinds.service.js';
import { CredentialNotices } from './credentials/credential-notices.js';
import { CredentialPersonData } from './credentials/credential-person-data.repository.js';
import { CredentialsController } from './credentials/credentials.controller.js';
import { CredentialsRepository } from './credentials/credentials.repository.js';
import { Credentials } from './credentials/credentials.service.js';
import { MyCredentials } from './credentials/my-credentials.service.js';
import { LettersRepository } from './letters/letters.repository.js';
import { LettersService } from './letters/letters.service.js';
import { TalkMenu } from './menu/menu.service.js';
import { OwnTalks } from './menu/my-talks.service.js';
import { TalkDirectory } from './menu/talk-directory.js';
import { TalkNotices } from './menu/talk-notices.js';
import { TalkPersonData } from './menu/talk-person-data.repository.js';
import { TalkRatings } from './menu/talk-ratings.js';
import { TalkWriting } from './menu/talk-writing.js';
import { TalksController } from './menu/talks.controller.js';
import { TalksRepository } from './menu/talks.repository.js';
import { Talks } from './menu/talks.service.js';
import { NameSearch } from './name-search.repository.js';
import { AppointmentsController } from './nominations/appointments.controller.js';
import { Appointments } from './nominations/appointments.service.js';
import { NominationNotices } from './nominations/nomination-notices.js';
import { NominationPersonData } from './nominations/nomination-person-data.repository.js';
import { NominationsController } from './nominations/nominations.controller.js';
import { NominationsRepository } from './nominations/nominations.repository.js';
import { NominationsService } from './nominations/nominations.service.js';
import { OwnPools } from './nominations/own-pools.service.js';
import { PoolSettingsRepository } from './nominations/pool-settings.repository.js';
import { PoolSettingsService } from './nominations/pool-settings.service.js';
import { TermDetailsRepository } from './nominations/term-details.repository.js';
import { TermKeeping } from './nominations/term-keeping.service.js';
import { PoolCounts } from './pool-counts.js';
import { PoolCountsRepository } from './pool-counts.repository.js';
import { PoolDirectory } from './pool-directory.js';
import { PoolPersonData } from './pool-person-data.repository.js';
import { PoolTerms } from './pool-terms.js';
import { PoolTermsRepository } from './pool-terms.repository.js';
import { PoolsRepository } from './pools.repository.js';
import { PoolsService } from './pools.service.js';
import { TalentsController } from './talents.controller.js';

/** Pools of people and their terms, certificates, and the menu of talks. Global, because measures, which stand to its left, count people in pools. */
@Global()
@Module({
  imports: [IdentityModule, UnitsModule, NoticesModule],
  controllers: [TalentsController, NominationsController, AppointmentsController, CredentialsController, TalksController],
  providers: [
    CourseCredentialRows, CourseCredentials, CredentialDirectory, CredentialFactRows, CredentialKinds, CredentialKindsRepository, CredentialNotices, CredentialPersonData, Credentials, CredentialsRepository, MyCredentials,
    Appointments, LettersRepository, LettersService, NominationNotices, NominationPersonData, NominationsRepository, NominationsService, OwnPools, PoolSettingsRepository, PoolSettingsService, TermDetailsRepository, TermKeeping,
    OwnTalks, TalkDirectory, TalkMenu, TalkNotices, TalkPersonData, TalkRatings, TalkWriting, Talks, TalksRepository,
    NameSearch, PoolCounts, PoolCountsRepository, PoolDirectory, PoolPersonData, PoolTerms, PoolTermsRepository, PoolsRepository, PoolsService, { provide: PoolCounter, useExisting: PoolCounts },
  ],
  exports: [Credentials, NominationsService, NameSearch, CourseCredentials, CredentialDirectory, CredentialKinds, PoolCounter, PoolCounts, PoolDirectory, PoolTerms, PoolsService, TalkDirectory, TalkRatings],
})
export class TalentsModule implements OnModuleInit {
  constructor(private readonly succession: UnitSuccession, private readonly terms: PoolTermsRepository) {}

  /** The terms of a unit that ends in another one go along. */
  onModuleInit(): void {
    this.succession.register('pool terms', async (fromUnit, toUnit) => { await this.terms.moveUnit(fromUnit, toUnit); });
  }
}

import { Module, type OnModuleInit } from '@nestjs/common';
import { AccountsService, ConsentLedger, IdentityModule } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { TalentsModule } from '../talents/index.js';
import { DivisionsService, UnitsModule, UnitSuccession } from '../units/index.js';
import { AffiliationsRepository } from './affiliations.repository.js';
import { DictionaryRepository } from './dictionary.repository.js';
import { Enrolment } from './enrolment.service.js';
import { MergesController } from './merges.controller.js';
import { PublicChoices } from './public-choices.js';
import { Readiness } from './readiness.js';
import { RealNamePersonData } from './real-name-person-data.repository.js';
import { RealNameViews } from './real-name-views.js';
import { RealNamesRepository } from './real-names.repository.js';
import { RealNames } from './real-names.service.js';
import { References } from './references.js';
import { RosterAnswers } from './roster-answers.service.js';
import { RosterDecisions } from './roster-decisions.service.js';
import { RosterDelivery } from './roster-delivery.js';
import { RosterEntriesRepository } from './roster-entries.repository.js';
import { RosterEntries } from './roster-entries.service.js';
import { RosterImportsRepository } from './roster-imports.repository.js';
import { RosterPersonData } from './roster-person-data.repository.js';
import { RosterPreviews } from './roster-previews.service.js';
import { RosterReader } from './roster-reader.js';
import { RosterScopes } from './roster-scopes.js';
import { RosterSeals } from './roster-seals.js';
import { RosterSheets } from './roster-sheets.service.js';
import { ServedMinutes } from './served-minutes.repository.js';
import { RostersController } from './rosters.controller.js';
import { RegistrationDependents } from './registration-dependents.js';
import { RegistrationJobs } from './registration-jobs.js';
import { RegistrationController } from './registration.controller.js';
import { StandingsRepository } from './standings.repository.js';
import { Standings } from './standings.service.js';
import { VolunteerAccess } from './volunteer-access.js';
import { VolunteerDirectory } from './volunteer-directory.js';
import { VolunteerListsRepository } from './volunteer-lists.repository.js';
import { VolunteerLists } from './volunteer-lists.service.js';
import { VolunteerMergesRepository } from './volunteer-merges.repository.js';
import { VolunteerMerges } from './volunteer-merges.service.js';
import { VolunteerNumbers } from './volunteer-numbers.js';
import { VolunteerMoves } from './volunteer-moves.js';
import { VolunteerPersonData } from './volunteer-person-data.repository.js';
import { VolunteersController } from './volunteers.controller.js';
import { VolunteersRepository } from './volunteers.repository.js';
import { VolunteersService } from './volunteers.service.js';
import { WillingnessQuestions } from './willingness-questions.js';

/** Volunteers. Shows services where a `ServiceCounter` is bound by the module that keeps the records, to the right of this one. */
@Module({
  imports: [IdentityModule, UnitsModule, NoticesModule, TalentsModule],
  controllers: [VolunteersController, RostersController, RegistrationController, MergesController],
  providers: [
    AffiliationsRepository, DictionaryRepository, Enrolment, PublicChoices, Readiness, RealNamePersonData, RealNames, RealNamesRepository, RealNameViews, References, RegistrationDependents, RegistrationJobs, Standings, StandingsRepository, VolunteerAccess, VolunteerDirectory, VolunteerLists, VolunteerListsRepository, VolunteerMerges, VolunteerMergesRepository, VolunteerMoves, VolunteerNumbers, VolunteerPersonData, VolunteersRepository, VolunteersService, WillingnessQuestions,
    RosterAnswers, RosterDecisions, RosterDelivery, RosterEntries, RosterEntriesRepository, RosterImportsRepository, RosterPersonData, RosterPreviews, RosterReader, RosterScopes, RosterSeals, RosterSheets, ServedMinutes,
  ],
  exports: [Enrolment, References, Readiness, RealNames, RegistrationDependents, ServedMinutes, Standings, VolunteerDirectory, VolunteerLists, VolunteerPersonData, VolunteersService],
})
export class VolunteersModule implements OnModuleInit {
  constructor(
    private readonly units: UnitSuccession, private readonly divisions: DivisionsService, private readonly accounts: AccountsService, private readonly moves: VolunteerMoves,
    private readonly consents: ConsentLedger, private readonly rosters: RosterEntriesRepository,
  ) {}

  /** People follow their unit and their county into the one that it ends in, and their keys follow their name. */
  onModuleInit(): void {
    this.units.register('volunteers', (fromUnit, toUnit, actor) => this.moves.unit(fromUnit, toUnit, actor));
    this.divisions.register('volunteers', (fromCounty, toCounty, actor) => this.moves.county(fromCounty, toCounty, actor));
    this.units.register('rosters', (fromUnit, toUnit) => this.rosters.moveUnit(fromUnit, toUnit));
    this.divisions.register('rosters', (fromCounty, toCounty) => this.rosters.moveCounty(fromCounty, toCounty));
    this.consents.whenChanged(async (accountId, kind, given) => { if (kind === 'recommendations') await this.moves.recommendations(accountId, given); });
    this.accounts.whenRenamed((accountId, name) => this.moves.name(accountId, name));
  }
}

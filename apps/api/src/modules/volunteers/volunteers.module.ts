import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { AccountsService, IdentityModule } from '../identity/index.js';
import { TalentsModule } from '../talents/index.js';
import { UnitsModule, UnitSuccession } from '../units/index.js';
import { AffiliationsRepository } from './affiliations.repository.js';
import { DictionaryRepository } from './dictionary.repository.js';
import { Enrolment } from './enrolment.service.js';
import { PublicChoices } from './public-choices.js';
import { References } from './references.js';
import { VolunteerDirectory } from './volunteer-directory.js';
import { VolunteerListsRepository } from './volunteer-lists.repository.js';
import { VolunteerLists } from './volunteer-lists.service.js';
import { VolunteerNumbers } from './volunteer-numbers.repository.js';
import { volunteerKeys } from './volunteer.mapper.js';
import { VolunteersController } from './volunteers.controller.js';
import { VolunteersRepository } from './volunteers.repository.js';
import { VolunteersService } from './volunteers.service.js';

/** Volunteers. Shows services where a `ServiceCounter` is bound by the module that keeps the records, to the right of this one. */
@Module({
  imports: [IdentityModule, UnitsModule, TalentsModule],
  controllers: [VolunteersController],
  providers: [
    AffiliationsRepository, DictionaryRepository, Enrolment, PublicChoices, References, VolunteerDirectory, VolunteerLists, VolunteerListsRepository, VolunteerNumbers, VolunteersRepository, VolunteersService,
  ],
  exports: [Enrolment, VolunteerDirectory, VolunteersService],
})
export class VolunteersModule implements OnModuleInit {
  constructor(
    private readonly succession: UnitSuccession, private readonly accounts: AccountsService, private readonly volunteers: VolunteersRepository, private readonly audit: AuditTrail,
  ) {}

  /** People follow their unit into the one that it ends in, and their keys follow their name. */
  onModuleInit(): void {
    this.succession.register('volunteers', async (fromUnit, toUnit, actor) => {
      const moved = await this.volunteers.moveUnit(fromUnit, toUnit);
      if (moved > 0) await this.audit.record({ actor: auditActor(actor), action: 'volunteer.changed', subjectKind: 'unit', subjectId: toUnit, before: { unitId: fromUnit }, after: { unitId: toUnit, volunteers: moved } });
    });
    this.accounts.whenRenamed(async (accountId, name) => {
      const row = await this.volunteers.find(accountId);
      if (row) await this.volunteers.rename(accountId, volunteerKeys(name, row.number));
    });
  }
}

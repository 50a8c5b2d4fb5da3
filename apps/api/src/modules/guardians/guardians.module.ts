import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { MinorBands, VolunteersModule } from '../volunteers/index.js';
import { ComingOfAge } from './coming-of-age.js';
import { Families } from './family.service.js';
import { GuardianAccounts } from './guardian-accounts.service.js';
import { GuardianAgesRepository } from './guardian-ages.repository.js';
import { GuardianAges } from './guardian-ages.service.js';
import { GuardianLinksRepository } from './guardian-links.repository.js';
import { GuardianNotices } from './guardian-notices.js';
import { GuardianPapers } from './guardian-papers.js';
import { GuardianPersonData } from './guardian-person-data.repository.js';
import { GuardianRequests } from './guardian-requests.service.js';
import { GuardiansController } from './guardians.controller.js';
import { GuardianSlips } from './guardian-slips.service.js';
import { Guardians } from './guardians.service.js';
import { MinorPoliciesRepository } from './minor-policies.repository.js';
import { MinorPolicies } from './minor-policies.service.js';

/** Minors and their guardians. Global, because volunteers, who stand to its left, ask for what holds by age. */
@Global()
@Module({
  imports: [IdentityModule, NoticesModule, VolunteersModule],
  controllers: [GuardiansController],
  providers: [
    ComingOfAge, Families, GuardianAccounts, GuardianAges, GuardianAgesRepository, GuardianLinksRepository, GuardianNotices, GuardianPapers, GuardianPersonData, GuardianRequests, GuardianSlips, Guardians, MinorPolicies, MinorPoliciesRepository, { provide: MinorBands, useExisting: MinorPolicies },
  ],
  exports: [GuardianSlips, Guardians, MinorBands, MinorPolicies],
})
export class GuardiansModule {}

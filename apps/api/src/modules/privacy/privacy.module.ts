import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { VolunteersModule } from '../volunteers/index.js';
import { AccessPersonData } from './access-person-data.repository.js';
import { ActsRepository } from './acts.repository.js';
import { ClosedNames } from './closed-names.js';
import { Closing } from './closing.service.js';
import { ClosuresRepository } from './closures.repository.js';
import { DataAccessLog } from './data-access-log.js';
import { DataAccessesRepository } from './data-accesses.repository.js';
import { MyDataController } from './my-data.controller.js';
import { MyDataService } from './my-data.service.js';
import { PrivacyController } from './privacy.controller.js';
import { RevealsRepository } from './reveals.repository.js';
import { Reveals } from './reveals.service.js';
import { VolunteerExports } from './volunteer-exports.service.js';
import { Wiping } from './wipe.js';

/** Personal data: who looks at it, what people agreed to, what they may have, and when it goes. */
@Module({
  imports: [IdentityModule, VolunteersModule],
  controllers: [PrivacyController, MyDataController],
  providers: [AccessPersonData, ActsRepository, ClosedNames, Closing, ClosuresRepository, DataAccessLog, DataAccessesRepository, MyDataService, Reveals, RevealsRepository, VolunteerExports, Wiping],
})
export class PrivacyModule {}

import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { VolunteersModule } from '../volunteers/index.js';
import { AccessPersonData } from './access-person-data.repository.js';
import { ActsRepository } from './acts.repository.js';
import { ClosedNames } from './closed-names.js';
import { CredentialAccessLog } from '../talents/index.js';
import { Closing } from './closing.service.js';
import { ClosuresRepository } from './closures.repository.js';
import { CredentialLooks } from './credential-looks.js';
import { DataAccessLog } from './data-access-log.js';
import { DataAccessesRepository } from './data-accesses.repository.js';
import { MinorAuditRepository } from './minor-audit.repository.js';
import { MinorAudits } from './minor-audit.service.js';
import { MinorRecordNotices } from './minor-record-notices.js';
import { MinorRecordsController } from './minor-records.controller.js';
import { MinorRecordsRepository } from './minor-records.repository.js';
import { MinorRecords } from './minor-records.service.js';
import { MyDataController } from './my-data.controller.js';
import { MyDataService } from './my-data.service.js';
import { PrivacyController } from './privacy.controller.js';
import { RevealsRepository } from './reveals.repository.js';
import { Reveals } from './reveals.service.js';
import { ExportLedger } from './export-ledger.js';
import { TalentExports } from './talent-exports.service.js';
import { VolunteerExports } from './volunteer-exports.service.js';
import { Wiping } from './wipe.js';

/** Personal data: who looks at it, what people agreed to, what they may have, and when it goes. Global, because certificates, which stand to its left, note there who looks at them. */
@Global()
@Module({
  imports: [IdentityModule, NoticesModule, VolunteersModule],
  controllers: [PrivacyController, MyDataController, MinorRecordsController],
  providers: [AccessPersonData, ActsRepository, ClosedNames, Closing, ClosuresRepository, CredentialLooks, DataAccessLog, DataAccessesRepository, MinorAuditRepository, MinorAudits, MinorRecordNotices, MinorRecords, MinorRecordsRepository, MyDataService, Reveals, RevealsRepository, VolunteerExports, TalentExports, ExportLedger, Wiping, { provide: CredentialAccessLog, useExisting: CredentialLooks }],
  exports: [Closing, CredentialAccessLog, DataAccessLog],
})
export class PrivacyModule {}

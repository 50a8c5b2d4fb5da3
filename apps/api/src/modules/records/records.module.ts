import { Global, Module } from '@nestjs/common';
import { LateCorrections, SignupsModule } from '../activities/index.js';
import { NoticesModule } from '../notices/index.js';
import { PlansModule } from '../plans/index.js';
import { ServiceCounter, VolunteersModule } from '../volunteers/index.js';
import { CertificatesController } from './certificates/certificates.controller.js';
import { ServiceCertificatePersonData } from './certificates/service-certificate-person-data.repository.js';
import { ServiceCertificatesRepository } from './certificates/service-certificates.repository.js';
import { ServiceCertificatesService } from './certificates/service-certificates.service.js';
import { CourseGrantRows } from './course-grants.repository.js';
import { CourseGrants } from './course-grants.js';
import { HoursService } from './hours.service.js';
import { RecordCorrections } from './record-corrections.js';
import { RecordMerges } from './record-merges.js';
import { RecordNewsRepository } from './record-news.repository.js';
import { RecordNotices } from './record-notices.js';
import { RecordPersonData } from './record-person-data.repository.js';
import { RecordTakeBack } from './record-take-back.js';
import { RecordTakeBackRepository } from './record-take-back.repository.js';
import { RecordsController } from './records.controller.js';
import { RecordsRepository } from './records.repository.js';
import { RecordsService } from './records.service.js';
import { ServiceCounts } from './service-counts.js';
import { ServiceEvidence } from './service-evidence.js';
import { ServiceFactsRepository } from './service-facts.repository.js';
import { ServiceFacts } from './service-facts.js';
import { TeamAchievements } from '../teams/index.js';
import { TeamServices } from './team-services.repository.js';

/** The two ledgers, and what they prove. Global, because volunteers, who stand to its left, are shown with what they have served. */
@Global()
@Module({
  imports: [PlansModule, NoticesModule, SignupsModule, VolunteersModule],
  controllers: [CertificatesController, RecordsController],
  providers: [CourseGrantRows, CourseGrants, HoursService, RecordMerges, RecordNewsRepository, RecordNotices, RecordPersonData, RecordTakeBack, RecordTakeBackRepository, { provide: LateCorrections, useClass: RecordCorrections }, RecordsRepository, RecordsService, ServiceCertificatePersonData, ServiceCertificatesRepository, ServiceCertificatesService, { provide: ServiceCounter, useClass: ServiceCounts }, ServiceEvidence, ServiceFacts, ServiceFactsRepository, { provide: TeamAchievements, useClass: TeamServices }],
  exports: [HoursService, LateCorrections, RecordsService, ServiceCounter, ServiceFacts, TeamAchievements],
})
export class RecordsModule {}

import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { UnitsModule } from '../units/index.js';
import { ComplaintKeeping } from './complaint-keeping.repository.js';
import { ComplaintNotices } from './complaint-notices.js';
import { ComplaintSteps } from './complaint-steps.js';
import { ComplaintSubjects } from './complaint-subjects.js';
import { ComplaintsController } from './complaints.controller.js';
import { ComplaintsRepository } from './complaints.repository.js';
import { ComplaintsService } from './complaints.service.js';
import { OwnComplaints } from './own-complaints.service.js';

/** Complaints: by anybody, with a time within which they are answered. */
@Module({
  imports: [IdentityModule, UnitsModule, NoticesModule],
  controllers: [ComplaintsController],
  providers: [ComplaintKeeping, ComplaintNotices, ComplaintSteps, ComplaintSubjects, ComplaintsRepository, ComplaintsService, OwnComplaints],
  exports: [ComplaintSubjects, ComplaintsService],
})
export class ComplaintsModule {}

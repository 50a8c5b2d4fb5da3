import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { UnitsModule } from '../units/index.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { AssignmentsService } from './assignments.service.js';
import { EvidenceLedger } from './evidence-ledger.js';
import { EvidenceRepository } from './evidence.repository.js';
import { ItemsRepository } from './items.repository.js';
import { PaperReader } from './paper-reader.js';
import { PlanCommitService } from './plan-commit.service.js';
import { PlanImportsController } from './plan-imports.controller.js';
import { PlanImportsRepository } from './plan-imports.repository.js';
import { PlanImportsService } from './plan-imports.service.js';
import { PlanNotices } from './plan-notices.js';
import { PlansController } from './plans.controller.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import { SignOffsRepository } from './sign-offs.repository.js';
import { SignOffsService } from './sign-offs.service.js';

/** Papers, plans, items, assignments. */
@Module({
  imports: [IdentityModule, UnitsModule, NoticesModule],
  controllers: [PlanImportsController, PlansController],
  providers: [
    AssignmentsRepository, AssignmentsService, EvidenceLedger, EvidenceRepository, ItemsRepository, PaperReader, PlanCommitService, PlanImportsRepository, PlanImportsService, PlanNotices, PlansRepository, PlansService,
    SignOffsRepository, SignOffsService,
  ],
  exports: [EvidenceLedger, PlanImportsService, PlanCommitService, PlansService, SignOffsService, AssignmentsService],
})
export class PlansModule {}

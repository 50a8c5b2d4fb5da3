import { Module, type OnModuleInit } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { IdentityModule, PersonData } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { UnitsModule } from '../units/index.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { AssignmentsService } from './assignments.service.js';
import { ColumnMeaningsRepository } from './column-meanings.repository.js';
import { EvidenceLedger } from './evidence-ledger.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceService } from './evidence.service.js';
import { ItemDirectory } from './item-directory.js';
import { ItemsRepository } from './items.repository.js';
import { JointGroupsController } from './joint-groups.controller.js';
import { JointGroupsRepository } from './joint-groups.repository.js';
import { JointGroupsService } from './joint-groups.service.js';
import { JointTasks } from './joint-tasks.js';
import { MeasureProgress } from './measure-progress.js';
import { MeasureProposals } from './measure-proposals.js';
import { MeasureRevision } from './measure-revision.js';
import { MeasuresController } from './measures.controller.js';
import { MeasuresRepository } from './measures.repository.js';
import { MeasuresService } from './measures.service.js';
import { PlanOpenWork } from './open-work.repository.js';
import { PaperReader } from './paper-reader.js';
import { PaperRows } from './paper-rows.js';
import { PlanAccess } from './plan-access.js';
import { PlanCommitService } from './plan-commit.service.js';
import { PlanDocumentsController } from './plan-documents.controller.js';
import { PlanDocumentsService } from './plan-documents.service.js';
import { PlanImportsController } from './plan-imports.controller.js';
import { PlanImportsRepository } from './plan-imports.repository.js';
import { PlanImportsService } from './plan-imports.service.js';
import { PlanNotices } from './plan-notices.js';
import { PlanRevisionIssue } from './plan-revision-issue.service.js';
import { PlanRevisionsController } from './plan-revisions.controller.js';
import { PlanRevisionsRepository } from './plan-revisions.repository.js';
import { PlanRevisionsService } from './plan-revisions.service.js';
import { PlansController } from './plans.controller.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import { ReportCounter } from './report-numbers.js';
import { ReportNotices } from './report-notices.js';
import { ReportPeriodsController } from './report-periods.controller.js';
import { ReportPeriodsRepository } from './report-periods.repository.js';
import { ReportPeriodsService } from './report-periods.service.js';
import { ReportSheets } from './report-sheets.js';
import { ReadingDictionary } from './reading-dictionary.js';
import { SignOffsRepository } from './sign-offs.repository.js';
import { SignOffsService } from './sign-offs.service.js';
import { UnitReportDecisions } from './unit-report-decisions.service.js';
import { UnitReportSteps } from './unit-report-steps.js';
import { UnitReportsController } from './unit-reports.controller.js';
import { UnitReportsRepository } from './unit-reports.repository.js';
import { UnitReportsService } from './unit-reports.service.js';
import { WorkEntriesController } from './work-entries.controller.js';
import { WorkEntriesRepository } from './work-entries.repository.js';
import { WorkEntriesService } from './work-entries.service.js';
import { WorkEntryChecks } from './work-entry-checks.js';
import { WorkEntryNotices } from './work-entry-notices.js';
import { WorkEntryReferences } from './work-entry-references.js';
import { WorkEntrySteps } from './work-entry-steps.js';

/** Papers, plans, items, assignments; what counts as done, and what proves it. Needs a `PoolCounter` from a module to its right. */
@Module({
  imports: [IdentityModule, UnitsModule, FilesModule, NoticesModule],
  controllers: [PlanImportsController, PlansController, PlanRevisionsController, JointGroupsController, PlanDocumentsController, MeasuresController, WorkEntriesController, ReportPeriodsController, UnitReportsController],
  providers: [
    AssignmentsRepository, AssignmentsService, ColumnMeaningsRepository, EvidenceLedger, EvidenceRepository, EvidenceService, ItemDirectory, ItemsRepository, JointGroupsRepository, JointGroupsService, JointTasks, MeasureProgress, MeasureProposals, MeasureRevision, MeasuresRepository, MeasuresService, PaperReader, PaperRows,
    PlanAccess, PlanCommitService, PlanDocumentsService, PlanImportsRepository, PlanImportsService, PlanNotices, PlanOpenWork, PlanRevisionIssue, PlanRevisionsRepository, PlanRevisionsService, PlansRepository, PlansService, ReadingDictionary, ReportCounter, ReportNotices, ReportPeriodsRepository, ReportPeriodsService, ReportSheets, SignOffsRepository, SignOffsService, WorkEntriesRepository, WorkEntriesService, WorkEntryChecks,
    WorkEntryNotices, WorkEntryReferences, WorkEntrySteps, UnitReportDecisions, UnitReportSteps, UnitReportsRepository, UnitReportsService,
  ],
  exports: [
    AssignmentsService, EvidenceLedger, EvidenceService, ItemDirectory, MeasureProposals, MeasuresService, PlanCommitService, PlanImportsService, PlansService, SignOffsService, UnitReportsService, WorkEntriesService, WorkEntryChecks,
  ],
})
export class PlansModule implements OnModuleInit {
  constructor(private readonly people: PersonData) {}

  onModuleInit(): void {
    this.people.registerActs(
      'plan_imports.created_by', 'plan_revisions.created_by', 'plan_revisions.issued_by', 'joint_groups.created_by', 'column_meanings.created_by', 'assignments.signed_by', 'assignments.asked_by', 'assignments.answered_by', 'measures.judged_by', 'measures.created_by', 'evidence.created_by', 'work_entries.returned_by',
      'work_entries.submitted_by', 'work_entries.checked_by', 'work_entries.created_by', 'report_periods.locked_by', 'report_periods.created_by', 'unit_reports.submitted_by', 'unit_reports.checked_by', 'unit_reports.returned_by', 'unit_reports.created_by',
      'report_corrections.asked_by', 'report_corrections.decided_by',
    );
  }
}

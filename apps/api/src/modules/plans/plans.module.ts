import { Module, type OnModuleInit } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { IdentityModule, PersonData } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { UnitsModule } from '../units/index.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { AssignmentsService } from './assignments.service.js';
import { CountsRepository } from './counts/counts.repository.js';
import { MeetingCounts } from './counts/meeting-counts.service.js';
import { PlanCounts } from './counts/plan-counts.service.js';
import { AssessmentCounts } from './assessments/assessment-counts.service.js';
import { AssessmentDocuments } from './assessments/assessment-documents.js';
import { AssessmentNotices } from './assessments/assessment-notices.js';
import { AssessmentReviews } from './assessments/assessment-reviews.service.js';
import { AssessmentSheetsController } from './assessments/assessment-sheets.controller.js';
import { AssessmentSheetsRepository } from './assessments/assessment-sheets.repository.js';
import { AssessmentSheetsService } from './assessments/assessment-sheets.service.js';
import { AssessmentSwitches } from './assessments/assessment-switch.service.js';
import { AssessmentsController } from './assessments/assessments.controller.js';
import { AssessmentsRepository } from './assessments/assessments.repository.js';
import { AssessmentsService } from './assessments/assessments.service.js';
import { CloseOutChecks } from './close-outs/close-out-checks.js';
import { CloseOutsController } from './close-outs/close-outs.controller.js';
import { CloseOutsRepository } from './close-outs/close-outs.repository.js';
import { CloseOutsService } from './close-outs/close-outs.service.js';
import { FollowUpChanges } from './close-outs/follow-up-changes.js';
import { CollectionAnswersController } from './collections/collection-answers.controller.js';
import { CollectionAnswersRepository } from './collections/collection-answers.repository.js';
import { CollectionAnswersService } from './collections/collection-answers.service.js';
import { CollectionChases } from './collections/collection-chases.service.js';
import { CollectionDocuments } from './collections/collection-documents.js';
import { CollectionNotices } from './collections/collection-notices.js';
import { CollectionSheetReader } from './collections/collection-sheet-reader.js';
import { CollectionSheets } from './collections/collection-sheets.service.js';
import { CollectionTables } from './collections/collection-tables.service.js';
import { CollectionsController } from './collections/collections.controller.js';
import { CollectionsRepository } from './collections/collections.repository.js';
import { CollectionsService } from './collections/collections.service.js';
import { ColumnMeaningsRepository } from './column-meanings.repository.js';
import { CopiedRows } from './copies/copied-rows.js';
import { PlanCopiesController } from './copies/plan-copies.controller.js';
import { PlanCopies } from './copies/plan-copies.service.js';
import { ProgrammePairsService } from './copies/programme-pairs.service.js';
import { ConsultationAnswersService } from './drafting/consultation-answers.service.js';
import { ConsultationDecisions } from './drafting/consultation-decisions.service.js';
import { ConsultationDocuments } from './drafting/consultation-documents.service.js';
import { ConsultationsController } from './drafting/consultations.controller.js';
import { ConsultationsRepository } from './drafting/consultations.repository.js';
import { ConsultationsService } from './drafting/consultations.service.js';
import { DraftGuard } from './drafting/draft-guard.js';
import { DraftItemsRepository } from './drafting/draft-items.repository.js';
import { DraftWording } from './drafting/draft-wording.js';
import { DraftingDesk } from './drafting/drafting-desk.js';
import { DraftingNotices } from './drafting/drafting-notices.js';
import { PlanApprovalsRepository } from './drafting/plan-approvals.repository.js';
import { PlanApprovalsService } from './drafting/plan-approvals.service.js';
import { ProposalAnswersService } from './drafting/proposal-answers.service.js';
import { ProposalCallsService } from './drafting/proposal-calls.service.js';
import { ProposalPaper } from './drafting/proposal-paper.service.js';
import { ProposalsController } from './drafting/proposals.controller.js';
import { ProposalsRepository } from './drafting/proposals.repository.js';
import { AdjustmentsController } from './deadlines/adjustments.controller.js';
import { AdjustmentsRepository } from './deadlines/adjustments.repository.js';
import { AdjustmentsService } from './deadlines/adjustments.service.js';
import { FollowUpNotices } from './deadlines/follow-up-notices.js';
import { FollowUpSheets } from './deadlines/follow-up-sheets.js';
import { FollowUpsWaiting } from './deadlines/follow-ups-waiting.service.js';
import { FollowedAssignments } from './deadlines/followed-assignments.repository.js';
import { EvidenceLedger } from './evidence-ledger.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceService } from './evidence.service.js';
import { ItemDirectory } from './item-directory.js';
import { ItemsRepository } from './items.repository.js';
import { JointGroupsController } from './joint-groups.controller.js';
import { JointGroupsRepository } from './joint-groups.repository.js';
import { JointGroupsService } from './joint-groups.service.js';
import { JointTasks } from './joint-tasks.js';
import { BelowCounts } from './levels/below-counts.js';
import { HandedItems } from './levels/handed-items.repository.js';
import { HandedItemsService } from './levels/handed-items.service.js';
import { ItemParents } from './levels/item-parents.repository.js';
import { LevelsController } from './levels/levels.controller.js';
import { LevelsRepository } from './levels/levels.repository.js';
import { LevelsService } from './levels/levels.service.js';
import { PlanDraftsRepository } from './levels/plan-drafts.repository.js';
import { PlanDrafts } from './levels/plan-drafts.service.js';
import { ChasesRepository } from './lights/chases.repository.js';
import { ChasesService } from './lights/chases.service.js';
import { LightReader } from './lights/light-reader.js';
import { LightSheets } from './lights/light-sheets.js';
import { LightWatch } from './lights/light-watch.js';
import { LightsController } from './lights/lights.controller.js';
import { LightsRepository } from './lights/lights.repository.js';
import { LightsService } from './lights/lights.service.js';
import { MeasureProgress } from './measure-progress.js';
import { MeasureProposals } from './measure-proposals.js';
import { MeasureRevision } from './measure-revision.js';
import { MeasuresController } from './measures.controller.js';
import { MeasuresRepository } from './measures.repository.js';
import { MeasuresService } from './measures.service.js';
import { MeasureSheetFiles } from './measure-sheets/measure-sheet-files.js';
import { MeasureSheetsController } from './measure-sheets/measure-sheets.controller.js';
import { MeasureSheetsRepository } from './measure-sheets/measure-sheets.repository.js';
import { MeasureSeparationsRepository } from './measure-sheets/measure-separations.repository.js';
import { MeasureOverlapsService } from './measure-sheets/measure-overlaps.service.js';
import { MeasureSuggestionsService } from './measure-sheets/measure-suggestions.service.js';
import { MeasureSheets } from './measure-sheets/measure-sheets.service.js';
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
import { PackContents } from './packs/pack-contents.js';
import { PackEvidence } from './packs/pack-evidence.js';
import { PackFollowUps } from './packs/pack-follow-ups.js';
import { PackLedger } from './packs/pack-ledger.js';
import { PackMaker } from './packs/pack-maker.js';
import { PackReports } from './packs/pack-reports.js';
import { PackScopes } from './packs/pack-scopes.js';
import { PackSources } from './packs/pack-sources.repository.js';
import { PacksController } from './packs/packs.controller.js';
import { PacksRepository } from './packs/packs.repository.js';
import { PacksService } from './packs/packs.service.js';
import { PromptDocuments } from './prompts/prompt-documents.js';
import { PromptNotices } from './prompts/prompt-notices.js';
import { PromptsController } from './prompts/prompts.controller.js';
import { PromptsRepository } from './prompts/prompts.repository.js';
import { PromptsService } from './prompts/prompts.service.js';
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
import { UnitSpeakers } from './unit-speakers.js';
import { WholePlan } from './whole/whole-plan.service.js';
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
  controllers: [PlanImportsController, PlansController, PlanCopiesController, PlanRevisionsController, JointGroupsController, PlanDocumentsController, MeasuresController, MeasureSheetsController, WorkEntriesController, ReportPeriodsController, UnitReportsController, LightsController, PromptsController, CollectionsController, CollectionAnswersController, LevelsController, AssessmentsController, AssessmentSheetsController, PacksController, ProposalsController, ConsultationsController, AdjustmentsController, CloseOutsController],
  providers: [
    AssignmentsRepository, AssignmentsService, ColumnMeaningsRepository, CountsRepository, ProgrammePairsService, WholePlan, MeetingCounts, PlanCounts, EvidenceLedger, EvidenceRepository, EvidenceService, ItemDirectory, ItemsRepository, JointGroupsRepository, JointGroupsService, JointTasks, MeasureProgress, MeasureProposals, MeasureRevision, MeasuresRepository, MeasuresService, MeasureSheetFiles, MeasureSheets, MeasureSheetsRepository, MeasureOverlapsService, MeasureSeparationsRepository, MeasureSuggestionsService, PaperReader, PaperRows,
    CopiedRows, PlanAccess, PlanCopies, PlanCommitService, PlanDocumentsService, PlanImportsRepository, PlanImportsService, PlanNotices, PlanOpenWork, PlanRevisionIssue, PlanRevisionsRepository, PlanRevisionsService, PlansRepository, PlansService, ReadingDictionary, ReportCounter, ReportNotices, ReportPeriodsRepository, ReportPeriodsService, ReportSheets, SignOffsRepository, SignOffsService, WorkEntriesRepository, WorkEntriesService, WorkEntryChecks,
    WorkEntryNotices, WorkEntryReferences, WorkEntrySteps, UnitReportDecisions, UnitReportSteps, UnitReportsRepository, UnitReportsService,
    ChasesRepository, ChasesService, LightReader, LightSheets, LightWatch, LightsRepository, LightsService, PromptDocuments, PromptNotices, PromptsRepository, PromptsService,
    AssessmentCounts, AssessmentDocuments, AssessmentNotices, AssessmentReviews, AssessmentSheetsRepository, AssessmentSheetsService, AssessmentSwitches, AssessmentsRepository, AssessmentsService,
    CollectionAnswersRepository, CollectionAnswersService, CollectionChases, CollectionDocuments, CollectionNotices, CollectionSheetReader, CollectionSheets, CollectionTables, CollectionsRepository, CollectionsService,
    BelowCounts, HandedItems, HandedItemsService, ItemParents, LevelsRepository, LevelsService, PlanDrafts, PlanDraftsRepository,
    PackContents, PackEvidence, PackFollowUps, PackLedger, PackMaker, PackReports, PackScopes, PackSources, PacksRepository, PacksService,
    ConsultationAnswersService, ConsultationDecisions, ConsultationDocuments, ConsultationsRepository, ConsultationsService, DraftGuard, DraftItemsRepository, DraftWording, DraftingDesk, DraftingNotices, PlanApprovalsRepository, PlanApprovalsService, ProposalAnswersService, ProposalCallsService, ProposalPaper, ProposalsRepository,
UnitReportsService, UnitSpeakers,
    AdjustmentsRepository, AdjustmentsService, CloseOutChecks, CloseOutsRepository, CloseOutsService, FollowUpChanges, FollowUpNotices, FollowUpSheets, FollowUpsWaiting, FollowedAssignments,
  ],
  exports: [
    AssignmentsService, DraftingDesk, EvidenceLedger, EvidenceService, FollowUpsWaiting, ItemDirectory, MeasureProposals, MeasuresService, MeetingCounts, PlanCommitService, PlanCounts, PlanImportsService, PlansService, SignOffsService, UnitReportsService, WorkEntriesService, WorkEntryChecks,
  ],
})
export class PlansModule implements OnModuleInit {
  constructor(private readonly people: PersonData) {}

  onModuleInit(): void {
    this.people.registerActs(
      'plan_imports.created_by', 'plan_revisions.created_by', 'plan_revisions.issued_by', 'joint_groups.created_by', 'column_meanings.created_by', 'assignments.signed_by', 'assignments.asked_by', 'assignments.answered_by', 'measures.judged_by', 'measures.created_by', 'measure_separations.created_by', 'evidence.created_by', 'work_entries.returned_by',
      'work_entries.submitted_by', 'work_entries.checked_by', 'work_entries.created_by', 'report_periods.locked_by', 'report_periods.created_by', 'unit_reports.submitted_by', 'unit_reports.checked_by', 'unit_reports.returned_by', 'unit_reports.created_by',
      'report_corrections.asked_by', 'report_corrections.decided_by', 'light_overrides.created_by', 'light_overrides.ended_by', 'chases.created_by', 'chase_readers.told_to',
      'prompts.created_by', 'prompts.approved_by', 'prompts.turned_down_by', 'prompts.sent_by', 'prompts.read_by', 'prompts.closed_by', 'prompt_replies.replied_by', 'prompt_replies.returned_by', 'collections.created_by', 'collection_answers.submitted_by', 'collection_answers.checked_by', 'collection_answers.returned_by', 'collection_chases.created_by',
      'handed_items.handed_by', 'handed_items.signed_by',
      'assessment_switch.changed_by', 'assessments.created_by', 'assessment_sheets.submitted_by', 'assessment_sheets.sampled_by', 'assessment_sheets.checked_by', 'assessment_sheets.returned_by', 'assessment_appeals.made_by', 'assessment_appeals.answered_by',
      'packs.created_by',
      'proposal_calls.created_by', 'proposal_answers.submitted_by', 'proposals.decided_by', 'consultations.created_by', 'consultations.closed_by', 'consultation_answers.submitted_by', 'consultation_comments.decided_by', 'plan_approvals.recorded_by',
      'adjustments.written_by', 'adjustments.created_by', 'adjustments.asked_by', 'adjustments.decided_by', 'close_outs.created_by', 'close_outs.asked_by', 'close_outs.decided_by', 'close_outs.reopened_by',
    );
  }
}

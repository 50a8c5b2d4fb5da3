import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { assessmentRoutes as routes, type Assessment, type AssessmentResult, type AssessmentStanding, type AssessmentSwitch, type HistoryEntry, type Page } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { documentAnswer } from '../../../platform/documents/official-document.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { AssessmentDocuments } from './assessment-documents.js';
import { AssessmentReviews } from './assessment-reviews.service.js';
import { AssessmentSwitches } from './assessment-switch.service.js';
import { AssessmentsService } from './assessments.service.js';

/** 考核: the switch, the rubric, how units stand and what comes of it. */
@Controller()
export class AssessmentsController {
  constructor(private readonly switches: AssessmentSwitches, private readonly assessments: AssessmentsService, private readonly reviews: AssessmentReviews, private readonly documents: AssessmentDocuments) {}

  @ContractRoute(routes.getAssessmentSwitch)
  getAssessmentSwitch(@CurrentActor() actor: PersonActor): Promise<AssessmentSwitch> { return this.switches.get(actor); }

  @ContractRoute(routes.setAssessmentSwitch)
  setAssessmentSwitch(@CurrentActor() actor: PersonActor, @Input(routes.setAssessmentSwitch) input: Given<typeof routes.setAssessmentSwitch>): Promise<AssessmentSwitch> { return this.switches.set(actor, input.body); }

  @ContractRoute(routes.listAssessments)
  listAssessments(@CurrentActor() actor: PersonActor, @Input(routes.listAssessments) input: Given<typeof routes.listAssessments>): Promise<Page<Assessment>> { return this.assessments.list(actor, input.query); }

  @ContractRoute(routes.createAssessment)
  createAssessment(@CurrentActor() actor: PersonActor, @Input(routes.createAssessment) input: Given<typeof routes.createAssessment>): Promise<Assessment> { return this.assessments.create(actor, input.body); }

  @ContractRoute(routes.getAssessment)
  getAssessment(@CurrentActor() actor: PersonActor, @Input(routes.getAssessment) input: Given<typeof routes.getAssessment>): Promise<Assessment> { return this.assessments.get(actor, input.params.id); }

  @ContractRoute(routes.updateAssessment)
  updateAssessment(@CurrentActor() actor: PersonActor, @Input(routes.updateAssessment) input: Given<typeof routes.updateAssessment>): Promise<Assessment> { return this.assessments.change(actor, input.params.id, input.body); }

  @ContractRoute(routes.deleteAssessment)
  deleteAssessment(@CurrentActor() actor: PersonActor, @Input(routes.deleteAssessment) input: Given<typeof routes.deleteAssessment>): Promise<{ done: true }> { return this.assessments.remove(actor, input.params.id); }

  @ContractRoute(routes.openAssessment)
  openAssessment(@CurrentActor() actor: PersonActor, @Input(routes.openAssessment) input: Given<typeof routes.openAssessment>): Promise<Assessment> { return this.assessments.open(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.askFurtherUnits)
  askFurtherUnits(@CurrentActor() actor: PersonActor, @Input(routes.askFurtherUnits) input: Given<typeof routes.askFurtherUnits>): Promise<Assessment> { return this.assessments.askFurther(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.announceAssessment)
  announceAssessment(@CurrentActor() actor: PersonActor, @Input(routes.announceAssessment) input: Given<typeof routes.announceAssessment>): Promise<Assessment> { return this.assessments.announce(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.finaliseAssessment)
  finaliseAssessment(@CurrentActor() actor: PersonActor, @Input(routes.finaliseAssessment) input: Given<typeof routes.finaliseAssessment>): Promise<Assessment> { return this.assessments.finalise(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.withdrawAssessment)
  withdrawAssessment(@CurrentActor() actor: PersonActor, @Input(routes.withdrawAssessment) input: Given<typeof routes.withdrawAssessment>): Promise<Assessment> { return this.assessments.withdraw(actor, input.params.id, input.body); }

  @ContractRoute(routes.getAssessmentHistory)
  getAssessmentHistory(@CurrentActor() actor: PersonActor, @Input(routes.getAssessmentHistory) input: Given<typeof routes.getAssessmentHistory>): Promise<Page<HistoryEntry>> { return this.assessments.historyOf(actor, input.params.id); }

  @ContractRoute(routes.listAssessmentSheets)
  listAssessmentSheets(@CurrentActor() actor: PersonActor, @Input(routes.listAssessmentSheets) input: Given<typeof routes.listAssessmentSheets>): Promise<Page<AssessmentStanding>> { return this.reviews.standings(actor, input.params.id, input.query); }

  @ContractRoute(routes.listAssessmentResults)
  listAssessmentResults(@CurrentActor() actor: PersonActor, @Input(routes.listAssessmentResults) input: Given<typeof routes.listAssessmentResults>): Promise<Page<AssessmentResult>> { return this.reviews.results(actor, input.params.id); }

  @ContractRoute(routes.exportAssessmentScores)
  async exportAssessmentScores(@CurrentActor() actor: PersonActor, @Input(routes.exportAssessmentScores) input: Given<typeof routes.exportAssessmentScores>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.scores(actor, input.params.id, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.exportAssessmentNotice)
  async exportAssessmentNotice(@CurrentActor() actor: PersonActor, @Input(routes.exportAssessmentNotice) input: Given<typeof routes.exportAssessmentNotice>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.notice(actor, input.params.id);
    return documentAnswer(reply, name, bytes);
  }
}

import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { consultationRoutes as routes, type Consultation, type ConsultationAnswer, type ConsultationAnswerRow, type ConsultationComment, type Page, type PlanApproval } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { documentAnswer } from '../../../platform/documents/official-document.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { ConsultationAnswersService } from './consultation-answers.service.js';
import { ConsultationDecisions } from './consultation-decisions.service.js';
import { ConsultationDocuments } from './consultation-documents.service.js';
import { ConsultationsService } from './consultations.service.js';
import { PlanApprovalsService } from './plan-approvals.service.js';

/** The consultation about a draft, and its sign-off. */
@Controller()
export class ConsultationsController {
  constructor(
    private readonly consultations: ConsultationsService, private readonly answers: ConsultationAnswersService, private readonly decisions: ConsultationDecisions, private readonly documents: ConsultationDocuments, private readonly approvals: PlanApprovalsService,
  ) {}

  @ContractRoute(routes.listConsultations)
  listConsultations(@CurrentActor() actor: PersonActor, @Input(routes.listConsultations) input: Given<typeof routes.listConsultations>): Promise<Page<Consultation>> { return this.consultations.list(actor, input.query); }

  @ContractRoute(routes.createConsultation)
  createConsultation(@CurrentActor() actor: PersonActor, @Input(routes.createConsultation) input: Given<typeof routes.createConsultation>): Promise<Consultation> { return this.consultations.create(actor, input.params.id, input.body); }

  @ContractRoute(routes.getConsultation)
  getConsultation(@CurrentActor() actor: PersonActor, @Input(routes.getConsultation) input: Given<typeof routes.getConsultation>): Promise<Consultation> { return this.consultations.get(actor, input.params.id); }

  @ContractRoute(routes.updateConsultation)
  updateConsultation(@CurrentActor() actor: PersonActor, @Input(routes.updateConsultation) input: Given<typeof routes.updateConsultation>): Promise<Consultation> { return this.consultations.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.closeConsultation)
  closeConsultation(@CurrentActor() actor: PersonActor, @Input(routes.closeConsultation) input: Given<typeof routes.closeConsultation>): Promise<Consultation> { return this.consultations.close(actor, input.params.id, input.body); }

  @ContractRoute(routes.listConsultationAnswers)
  listConsultationAnswers(@CurrentActor() actor: PersonActor, @Input(routes.listConsultationAnswers) input: Given<typeof routes.listConsultationAnswers>): Promise<Page<ConsultationAnswerRow>> { return this.consultations.answers(actor, input.params.id); }

  @ContractRoute(routes.listConsultationComments)
  listConsultationComments(@CurrentActor() actor: PersonActor, @Input(routes.listConsultationComments) input: Given<typeof routes.listConsultationComments>): Promise<Page<ConsultationComment>> { return this.consultations.comments(actor, input.params.id, input.query); }

  @ContractRoute(routes.exportConsultationXlsx)
  async exportConsultationXlsx(@CurrentActor() actor: PersonActor, @Input(routes.exportConsultationXlsx) input: Given<typeof routes.exportConsultationXlsx>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.table(actor, input.params.id, 'xlsx', localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.exportConsultationDocx)
  async exportConsultationDocx(@CurrentActor() actor: PersonActor, @Input(routes.exportConsultationDocx) input: Given<typeof routes.exportConsultationDocx>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.table(actor, input.params.id, 'docx', localeOf(language));
    return documentAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.getConsultationAnswer)
  getConsultationAnswer(@CurrentActor() actor: PersonActor, @Input(routes.getConsultationAnswer) input: Given<typeof routes.getConsultationAnswer>): Promise<ConsultationAnswer> { return this.answers.get(actor, input.params.id); }

  @ContractRoute(routes.saveConsultationAnswer)
  saveConsultationAnswer(@CurrentActor() actor: PersonActor, @Input(routes.saveConsultationAnswer) input: Given<typeof routes.saveConsultationAnswer>): Promise<ConsultationAnswer> { return this.answers.save(actor, input.params.id, input.body); }

  @ContractRoute(routes.submitConsultationAnswer)
  submitConsultationAnswer(@CurrentActor() actor: PersonActor, @Input(routes.submitConsultationAnswer) input: Given<typeof routes.submitConsultationAnswer>): Promise<ConsultationAnswer> { return this.answers.submit(actor, input.params.id, input.body); }

  @ContractRoute(routes.recallConsultationAnswer)
  recallConsultationAnswer(@CurrentActor() actor: PersonActor, @Input(routes.recallConsultationAnswer) input: Given<typeof routes.recallConsultationAnswer>): Promise<ConsultationAnswer> { return this.answers.recall(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.decideConsultationComment)
  decideConsultationComment(@CurrentActor() actor: PersonActor, @Input(routes.decideConsultationComment) input: Given<typeof routes.decideConsultationComment>): Promise<ConsultationComment> { return this.decisions.decide(actor, input.params.id, input.body); }

  @ContractRoute(routes.getPlanApproval)
  getPlanApproval(@CurrentActor() actor: PersonActor, @Input(routes.getPlanApproval) input: Given<typeof routes.getPlanApproval>): Promise<{ approval: PlanApproval | null }> { return this.approvals.get(actor, input.params.id); }

  @ContractRoute(routes.recordPlanApproval)
  recordPlanApproval(@CurrentActor() actor: PersonActor, @Input(routes.recordPlanApproval) input: Given<typeof routes.recordPlanApproval>): Promise<PlanApproval> { return this.approvals.record(actor, input.params.id, input.body); }

  @ContractRoute(routes.removePlanApproval)
  removePlanApproval(@CurrentActor() actor: PersonActor, @Input(routes.removePlanApproval) input: Given<typeof routes.removePlanApproval>): Promise<{ done: true }> { return this.approvals.remove(actor, input.params.id); }
}

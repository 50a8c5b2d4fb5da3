import { Controller, Res, StreamableFile } from '@nestjs/common';
import { assessmentSheetRoutes as routes, type AssessmentLink, type AssessmentSheet, type HistoryEntry, type Page } from '@kepu/contracts';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { documentAnswer } from '../../../platform/documents/official-document.js';
import { attachment } from '../../../platform/files/index.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { AssessmentDocuments } from './assessment-documents.js';
import { AssessmentReviews } from './assessment-reviews.service.js';
import { AssessmentSheetsService } from './assessment-sheets.service.js';

/** The sheet of one unit: written by the unit, reviewed by the office. */
@Controller()
export class AssessmentSheetsController {
  constructor(private readonly sheets: AssessmentSheetsService, private readonly reviews: AssessmentReviews, private readonly documents: AssessmentDocuments) {}

  @ContractRoute(routes.getAssessmentSheet)
  getAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.getAssessmentSheet) input: Given<typeof routes.getAssessmentSheet>): Promise<AssessmentSheet> { return this.sheets.get(actor, input.params.id); }

  @ContractRoute(routes.getAssessmentSheetHistory)
  getAssessmentSheetHistory(@CurrentActor() actor: PersonActor, @Input(routes.getAssessmentSheetHistory) input: Given<typeof routes.getAssessmentSheetHistory>): Promise<Page<HistoryEntry>> { return this.sheets.historyOf(actor, input.params.id); }

  @ContractRoute(routes.listAssessmentLinks)
  listAssessmentLinks(@CurrentActor() actor: PersonActor, @Input(routes.listAssessmentLinks) input: Given<typeof routes.listAssessmentLinks>): Promise<Page<AssessmentLink>> { return this.sheets.linkable(actor, input.params.id, input.query); }

  @ContractRoute(routes.saveAssessmentSheet)
  saveAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.saveAssessmentSheet) input: Given<typeof routes.saveAssessmentSheet>): Promise<AssessmentSheet> { return this.sheets.save(actor, input.params.id, input.body); }

  @ContractRoute(routes.handOverAssessmentSheet)
  handOverAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.handOverAssessmentSheet) input: Given<typeof routes.handOverAssessmentSheet>): Promise<AssessmentSheet> { return this.sheets.handOver(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.sendBackAssessmentSheet)
  sendBackAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.sendBackAssessmentSheet) input: Given<typeof routes.sendBackAssessmentSheet>): Promise<AssessmentSheet> { return this.sheets.sendBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.submitAssessmentSheet)
  submitAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.submitAssessmentSheet) input: Given<typeof routes.submitAssessmentSheet>): Promise<AssessmentSheet> { return this.sheets.submit(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.recallAssessmentSheet)
  recallAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.recallAssessmentSheet) input: Given<typeof routes.recallAssessmentSheet>): Promise<AssessmentSheet> { return this.sheets.recall(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.takeInAssessmentSheet)
  takeInAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.takeInAssessmentSheet) input: Given<typeof routes.takeInAssessmentSheet>): Promise<AssessmentSheet> { return this.reviews.takeIn(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.reviewAssessmentSheet)
  reviewAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.reviewAssessmentSheet) input: Given<typeof routes.reviewAssessmentSheet>): Promise<AssessmentSheet> { return this.reviews.review(actor, input.params.id, input.body); }

  @ContractRoute(routes.acceptAssessmentSheet)
  acceptAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.acceptAssessmentSheet) input: Given<typeof routes.acceptAssessmentSheet>): Promise<AssessmentSheet> { return this.reviews.accept(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.returnAssessmentSheet)
  returnAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.returnAssessmentSheet) input: Given<typeof routes.returnAssessmentSheet>): Promise<AssessmentSheet> { return this.reviews.giveBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.releaseAssessmentSheet)
  releaseAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.releaseAssessmentSheet) input: Given<typeof routes.releaseAssessmentSheet>): Promise<AssessmentSheet> { return this.reviews.release(actor, input.params.id, input.body); }

  @ContractRoute(routes.admitAssessmentSheet)
  admitAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.admitAssessmentSheet) input: Given<typeof routes.admitAssessmentSheet>): Promise<AssessmentSheet> { return this.reviews.admit(actor, input.params.id, input.body); }

  @ContractRoute(routes.makeAssessmentAppeal)
  makeAssessmentAppeal(@CurrentActor() actor: PersonActor, @Input(routes.makeAssessmentAppeal) input: Given<typeof routes.makeAssessmentAppeal>): Promise<AssessmentSheet> { return this.reviews.appeal(actor, input.params.id, input.body); }

  @ContractRoute(routes.answerAssessmentAppeal)
  answerAssessmentAppeal(@CurrentActor() actor: PersonActor, @Input(routes.answerAssessmentAppeal) input: Given<typeof routes.answerAssessmentAppeal>): Promise<AssessmentSheet> { return this.reviews.answer(actor, input.params.id, input.body); }

  @ContractRoute(routes.exportAssessmentSheet)
  async exportAssessmentSheet(@CurrentActor() actor: PersonActor, @Input(routes.exportAssessmentSheet) input: Given<typeof routes.exportAssessmentSheet>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.sheet(actor, input.params.id);
    return documentAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.exportAssessmentEvidence)
  async exportAssessmentEvidence(@CurrentActor() actor: PersonActor, @Input(routes.exportAssessmentEvidence) input: Given<typeof routes.exportAssessmentEvidence>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, stream } = await this.documents.evidence(actor, input.params.id);
    void reply.headers({ 'content-type': 'application/zip', 'content-disposition': attachment(name), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
    return new StreamableFile(stream);
  }
}

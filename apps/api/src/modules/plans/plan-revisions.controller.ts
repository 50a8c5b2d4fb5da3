import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { planRevisionRoutes as routes, type ItemRevision, type Page, type PlanImport, type PlanRevision, type PlanRevisionDetail } from '@kepu/contracts';
import { label, localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { sheetAnswer } from '../../platform/sheets/sheet.js';
import { revisionWorkbook } from './plan-export.js';
import { PlanRevisionIssue } from './plan-revision-issue.service.js';
import { PlanRevisionsService } from './plan-revisions.service.js';

/** Later editions of a plan's paper. */
@Controller()
export class PlanRevisionsController {
  constructor(private readonly revisions: PlanRevisionsService, private readonly issues: PlanRevisionIssue) {}

  @ContractRoute(routes.createPlanRevision)
  createPlanRevision(@CurrentActor() actor: PersonActor, @Input(routes.createPlanRevision) input: Given<typeof routes.createPlanRevision>): Promise<PlanRevisionDetail> { return this.revisions.create(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.listPlanRevisions)
  listPlanRevisions(@CurrentActor() actor: PersonActor, @Input(routes.listPlanRevisions) input: Given<typeof routes.listPlanRevisions>): Promise<Page<PlanRevision>> { return this.revisions.list(actor, input.params.id); }

  @ContractRoute(routes.getPlanRevision)
  getPlanRevision(@CurrentActor() actor: PersonActor, @Input(routes.getPlanRevision) input: Given<typeof routes.getPlanRevision>): Promise<PlanRevisionDetail> { return this.revisions.get(actor, input.params.id); }

  @ContractRoute(routes.updatePlanRevision)
  updatePlanRevision(@CurrentActor() actor: PersonActor, @Input(routes.updatePlanRevision) input: Given<typeof routes.updatePlanRevision>): Promise<PlanRevisionDetail> { return this.revisions.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.issuePlanRevision)
  issuePlanRevision(@CurrentActor() actor: PersonActor, @Input(routes.issuePlanRevision) input: Given<typeof routes.issuePlanRevision>): Promise<PlanRevisionDetail> { return this.issues.issue(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.withdrawPlanRevision)
  withdrawPlanRevision(@CurrentActor() actor: PersonActor, @Input(routes.withdrawPlanRevision) input: Given<typeof routes.withdrawPlanRevision>): Promise<PlanImport> { return this.revisions.withdraw(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.exportPlanRevision)
  async exportPlanRevision(@CurrentActor() actor: PersonActor, @Input(routes.exportPlanRevision) input: Given<typeof routes.exportPlanRevision>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const revision = await this.revisions.get(actor, input.params.id);
    const locale = localeOf(language);
    return sheetAnswer(reply, `${revision.title} ${label(locale, 'documents.edition', { edition: revision.edition })}.xlsx`, await revisionWorkbook(revision, locale));
  }

  @ContractRoute(routes.listItemRevisions)
  listItemRevisions(@CurrentActor() actor: PersonActor, @Input(routes.listItemRevisions) input: Given<typeof routes.listItemRevisions>): Promise<Page<ItemRevision>> { return this.revisions.ofItem(actor, input.params.id); }
}

import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { planCopyRoutes as routes, type PlanCopyView, type PlanImport, type ProgrammePairs } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { PlanCopies } from './plan-copies.service.js';
import { ProgrammePairsService } from './programme-pairs.service.js';

/** From the plan of one year to that of another. */
@Controller()
export class PlanCopiesController {
  constructor(private readonly copies: PlanCopies, private readonly pairs: ProgrammePairsService) {}

  @ContractRoute(routes.viewPlanCopy)
  viewPlanCopy(@CurrentActor() actor: PersonActor, @Input(routes.viewPlanCopy) input: Given<typeof routes.viewPlanCopy>): Promise<PlanCopyView> { return this.copies.view(actor, input.params.id, input.query.year); }

  @ContractRoute(routes.listProgrammePairs)
  listProgrammePairs(@CurrentActor() actor: PersonActor, @Input(routes.listProgrammePairs) input: Given<typeof routes.listProgrammePairs>): Promise<ProgrammePairs> { return this.pairs.of(actor, input.params.id, input.query.year); }

  @ContractRoute(routes.exportProgrammePairs)
  async exportProgrammePairs(@CurrentActor() actor: PersonActor, @Input(routes.exportProgrammePairs) input: Given<typeof routes.exportProgrammePairs>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.pairs.sheet(actor, input.params.id, input.query.year, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.copyPlan)
  copyPlan(@CurrentActor() actor: PersonActor, @Input(routes.copyPlan) input: Given<typeof routes.copyPlan>): Promise<PlanImport> { return this.copies.copy(actor, input.params.id, input.body); }
}

import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { adjustmentRoutes as routes, type Adjustment, type HistoryEntry, type Page } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { AdjustmentsService } from './adjustments.service.js';
import { FollowUpSheets } from './follow-up-sheets.js';

/** Other days and other content of assignments. */
@Controller()
export class AdjustmentsController {
  constructor(private readonly adjustments: AdjustmentsService, private readonly sheets: FollowUpSheets) {}

  @ContractRoute(routes.listAdjustments)
  listAdjustments(@CurrentActor() actor: PersonActor, @Input(routes.listAdjustments) input: Given<typeof routes.listAdjustments>): Promise<Page<Adjustment>> { return this.adjustments.list(actor, input.query); }

  @ContractRoute(routes.getAdjustment)
  getAdjustment(@CurrentActor() actor: PersonActor, @Input(routes.getAdjustment) input: Given<typeof routes.getAdjustment>): Promise<Adjustment> { return this.adjustments.get(actor, input.params.id); }

  @ContractRoute(routes.askAdjustment)
  askAdjustment(@CurrentActor() actor: PersonActor, @Input(routes.askAdjustment) input: Given<typeof routes.askAdjustment>): Promise<Adjustment> { return this.adjustments.ask(actor, input.params.id, input.body); }

  @ContractRoute(routes.handInAdjustment)
  handInAdjustment(@CurrentActor() actor: PersonActor, @Input(routes.handInAdjustment) input: Given<typeof routes.handInAdjustment>): Promise<Adjustment> { return this.adjustments.handIn(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.sendBackAdjustment)
  sendBackAdjustment(@CurrentActor() actor: PersonActor, @Input(routes.sendBackAdjustment) input: Given<typeof routes.sendBackAdjustment>): Promise<Adjustment> { return this.adjustments.sendBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.withdrawAdjustment)
  withdrawAdjustment(@CurrentActor() actor: PersonActor, @Input(routes.withdrawAdjustment) input: Given<typeof routes.withdrawAdjustment>): Promise<Adjustment> { return this.adjustments.withdraw(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.grantAdjustment)
  grantAdjustment(@CurrentActor() actor: PersonActor, @Input(routes.grantAdjustment) input: Given<typeof routes.grantAdjustment>): Promise<Adjustment> { return this.adjustments.grant(actor, input.params.id, input.body); }

  @ContractRoute(routes.refuseAdjustment)
  refuseAdjustment(@CurrentActor() actor: PersonActor, @Input(routes.refuseAdjustment) input: Given<typeof routes.refuseAdjustment>): Promise<Adjustment> { return this.adjustments.refuse(actor, input.params.id, input.body); }

  @ContractRoute(routes.enterOralAdjustment)
  enterOralAdjustment(@CurrentActor() actor: PersonActor, @Input(routes.enterOralAdjustment) input: Given<typeof routes.enterOralAdjustment>): Promise<{ changed: number }> { return this.adjustments.enterOral(actor, input.params.id, input.body); }

  @ContractRoute(routes.putAdjustmentInWriting)
  putAdjustmentInWriting(@CurrentActor() actor: PersonActor, @Input(routes.putAdjustmentInWriting) input: Given<typeof routes.putAdjustmentInWriting>): Promise<Adjustment> { return this.adjustments.putInWriting(actor, input.params.id, input.body); }

  @ContractRoute(routes.getAdjustmentHistory)
  getAdjustmentHistory(@CurrentActor() actor: PersonActor, @Input(routes.getAdjustmentHistory) input: Given<typeof routes.getAdjustmentHistory>): Promise<Page<HistoryEntry>> { return this.adjustments.historyOf(actor, input.params.id); }

  @ContractRoute(routes.exportFollowUps)
  async exportFollowUps(@CurrentActor() actor: PersonActor, @Input(routes.exportFollowUps) input: Given<typeof routes.exportFollowUps>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.of(actor, input.params.id, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }
}

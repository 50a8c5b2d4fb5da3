import { Controller } from '@nestjs/common';
import { closeOutRoutes as routes, type CloseOut, type CloseOutChecklist, type HistoryEntry, type Page } from '@kepu/contracts';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { CloseOutsService } from './close-outs.service.js';

/** The closing-out of assignments. */
@Controller()
export class CloseOutsController {
  constructor(private readonly closeOuts: CloseOutsService) {}

  @ContractRoute(routes.getCloseOutChecklist)
  getCloseOutChecklist(@CurrentActor() actor: PersonActor, @Input(routes.getCloseOutChecklist) input: Given<typeof routes.getCloseOutChecklist>): Promise<CloseOutChecklist> { return this.closeOuts.checklist(actor, input.params.id); }

  @ContractRoute(routes.listCloseOuts)
  listCloseOuts(@CurrentActor() actor: PersonActor, @Input(routes.listCloseOuts) input: Given<typeof routes.listCloseOuts>): Promise<Page<CloseOut>> { return this.closeOuts.list(actor, input.query); }

  @ContractRoute(routes.getCloseOut)
  getCloseOut(@CurrentActor() actor: PersonActor, @Input(routes.getCloseOut) input: Given<typeof routes.getCloseOut>): Promise<CloseOut> { return this.closeOuts.get(actor, input.params.id); }

  @ContractRoute(routes.askCloseOut)
  askCloseOut(@CurrentActor() actor: PersonActor, @Input(routes.askCloseOut) input: Given<typeof routes.askCloseOut>): Promise<CloseOut> { return this.closeOuts.ask(actor, input.params.id, input.body); }

  @ContractRoute(routes.handInCloseOut)
  handInCloseOut(@CurrentActor() actor: PersonActor, @Input(routes.handInCloseOut) input: Given<typeof routes.handInCloseOut>): Promise<CloseOut> { return this.closeOuts.handIn(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.sendBackCloseOut)
  sendBackCloseOut(@CurrentActor() actor: PersonActor, @Input(routes.sendBackCloseOut) input: Given<typeof routes.sendBackCloseOut>): Promise<CloseOut> { return this.closeOuts.sendBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.withdrawCloseOut)
  withdrawCloseOut(@CurrentActor() actor: PersonActor, @Input(routes.withdrawCloseOut) input: Given<typeof routes.withdrawCloseOut>): Promise<CloseOut> { return this.closeOuts.withdraw(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.acceptCloseOut)
  acceptCloseOut(@CurrentActor() actor: PersonActor, @Input(routes.acceptCloseOut) input: Given<typeof routes.acceptCloseOut>): Promise<CloseOut> { return this.closeOuts.accept(actor, input.params.id, input.body); }

  @ContractRoute(routes.acceptCloseOuts)
  acceptCloseOuts(@CurrentActor() actor: PersonActor, @Input(routes.acceptCloseOuts) input: Given<typeof routes.acceptCloseOuts>): Promise<{ changed: number }> { return this.closeOuts.acceptMany(actor, input.params.id, input.body.closeOuts); }

  @ContractRoute(routes.returnCloseOut)
  returnCloseOut(@CurrentActor() actor: PersonActor, @Input(routes.returnCloseOut) input: Given<typeof routes.returnCloseOut>): Promise<CloseOut> { return this.closeOuts.giveBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.reopenCloseOut)
  reopenCloseOut(@CurrentActor() actor: PersonActor, @Input(routes.reopenCloseOut) input: Given<typeof routes.reopenCloseOut>): Promise<CloseOut> { return this.closeOuts.reopen(actor, input.params.id, input.body); }

  @ContractRoute(routes.getCloseOutHistory)
  getCloseOutHistory(@CurrentActor() actor: PersonActor, @Input(routes.getCloseOutHistory) input: Given<typeof routes.getCloseOutHistory>): Promise<Page<HistoryEntry>> { return this.closeOuts.historyOf(actor, input.params.id); }
}

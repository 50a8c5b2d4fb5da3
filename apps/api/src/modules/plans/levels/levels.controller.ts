import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { levelRoutes as routes, type DivisionPart, type HandedItem, type Item, type Level, type Page, type Plan } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { HandedItemsService } from './handed-items.service.js';
import { LevelsService } from './levels.service.js';
import { PlanDrafts } from './plan-drafts.service.js';

/** Plans below a plan: made, handed down, added up. */
@Controller()
export class LevelsController {
  constructor(private readonly drafts: PlanDrafts, private readonly handed: HandedItemsService, private readonly levels: LevelsService) {}

  @ContractRoute(routes.createPlan)
  createPlan(@CurrentActor() actor: PersonActor, @Input(routes.createPlan) input: Given<typeof routes.createPlan>): Promise<Plan> { return this.drafts.create(actor, input.body); }

  @ContractRoute(routes.discardPlan)
  discardPlan(@CurrentActor() actor: PersonActor, @Input(routes.discardPlan) input: Given<typeof routes.discardPlan>): Promise<{ done: true }> { return this.drafts.discard(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.createItems)
  createItems(@CurrentActor() actor: PersonActor, @Input(routes.createItems) input: Given<typeof routes.createItems>): Promise<Plan> { return this.drafts.add(actor, input.params.id, input.body); }

  @ContractRoute(routes.updateItem)
  updateItem(@CurrentActor() actor: PersonActor, @Input(routes.updateItem) input: Given<typeof routes.updateItem>): Promise<Item> { return this.drafts.change(actor, input.params.id, input.body); }

  @ContractRoute(routes.removeItem)
  removeItem(@CurrentActor() actor: PersonActor, @Input(routes.removeItem) input: Given<typeof routes.removeItem>): Promise<{ done: true }> { return this.drafts.remove(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.listHandedItems)
  listHandedItems(@CurrentActor() actor: PersonActor, @Input(routes.listHandedItems) input: Given<typeof routes.listHandedItems>): Promise<Page<HandedItem>> { return this.handed.list(actor, input.params.id, input.query); }

  @ContractRoute(routes.handDownItems)
  handDownItems(@CurrentActor() actor: PersonActor, @Input(routes.handDownItems) input: Given<typeof routes.handDownItems>): Promise<{ changed: number }> { return this.handed.handDown(actor, input.params.id, input.body); }

  @ContractRoute(routes.signHandedItems)
  signHandedItems(@CurrentActor() actor: PersonActor, @Input(routes.signHandedItems) input: Given<typeof routes.signHandedItems>): Promise<{ changed: number }> { return this.handed.sign(actor, input.body.ids); }

  @ContractRoute(routes.withdrawHandedItem)
  withdrawHandedItem(@CurrentActor() actor: PersonActor, @Input(routes.withdrawHandedItem) input: Given<typeof routes.withdrawHandedItem>): Promise<{ done: true }> { return this.handed.withdraw(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.listItemsBelow)
  listItemsBelow(@CurrentActor() actor: PersonActor, @Input(routes.listItemsBelow) input: Given<typeof routes.listItemsBelow>): Promise<Page<DivisionPart>> { return this.levels.below(actor, input.params.id); }

  @ContractRoute(routes.listLevels)
  listLevels(@CurrentActor() actor: PersonActor, @Input(routes.listLevels) input: Given<typeof routes.listLevels>): Promise<Page<Level>> { return this.levels.list(actor, input.params.id); }

  @ContractRoute(routes.exportLevels)
  async exportLevels(@CurrentActor() actor: PersonActor, @Input(routes.exportLevels) input: Given<typeof routes.exportLevels>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.levels.sheet(actor, input.params.id, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }
}

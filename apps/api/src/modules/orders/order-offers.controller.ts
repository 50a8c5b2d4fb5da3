import { Controller } from '@nestjs/common';
import { orderOfferRoutes as routes, type MyOrderOffer, type Page } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { OrderAnswers } from './order-answers.service.js';
import { OrderChanges } from './order-changes.service.js';
import { OrderRatings } from './order-ratings.service.js';

/** 接单: what a lecturer does. */
@Controller()
export class OrderOffersController {
  constructor(private readonly answers: OrderAnswers, private readonly changes: OrderChanges, private readonly ratings: OrderRatings) {}

  @ContractRoute(routes.listMyOrderOffers)
  listMyOrderOffers(@CurrentActor() actor: PersonActor): Promise<Page<MyOrderOffer>> { return this.answers.list(actor); }

  @ContractRoute(routes.acceptMyOrderOffer)
  acceptMyOrderOffer(@CurrentActor() actor: PersonActor, @Input(routes.acceptMyOrderOffer) input: Given<typeof routes.acceptMyOrderOffer>): Promise<MyOrderOffer> { return this.answers.accept(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.declineMyOrderOffer)
  declineMyOrderOffer(@CurrentActor() actor: PersonActor, @Input(routes.declineMyOrderOffer) input: Given<typeof routes.declineMyOrderOffer>): Promise<MyOrderOffer> { return this.answers.decline(actor, input.params.id, input.body); }

  @ContractRoute(routes.stepBackFromOrder)
  stepBackFromOrder(@CurrentActor() actor: PersonActor, @Input(routes.stepBackFromOrder) input: Given<typeof routes.stepBackFromOrder>): Promise<MyOrderOffer> { return this.answers.stepBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.revealMyOrderContact)
  revealMyOrderContact(@CurrentActor() actor: PersonActor, @Input(routes.revealMyOrderContact) input: Given<typeof routes.revealMyOrderContact>): Promise<{ name: string; phone: string }> { return this.changes.contactFor(actor, input.params.id); }

  @ContractRoute(routes.rateMyOrder)
  rateMyOrder(@CurrentActor() actor: PersonActor, @Input(routes.rateMyOrder) input: Given<typeof routes.rateMyOrder>): Promise<MyOrderOffer> { return this.ratings.byLecturer(actor, input.params.id, input.body); }
}

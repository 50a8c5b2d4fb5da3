import { Controller } from '@nestjs/common';
import { orderDeskRoutes as routes, type HistoryEntry, type Order, type orderCandidates, type OrderPlaced, type OrderRow, type OrderSettings, type Page, type TalkRatings, type TripPartners } from '@kepu/contracts';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { OrderChanges } from './order-changes.service.js';
import { OrderDispatch } from './order-dispatch.service.js';
import { OrderPages } from './order-pages.service.js';
import { OrderRatings } from './order-ratings.service.js';
import { OrderReview } from './order-review.service.js';
import { OrderSettingsService } from './order-settings.service.js';
import { OrderTrips } from './order-trips.service.js';
import { OwnOrders } from './own-orders.service.js';

type OrderCandidates = z.output<typeof orderCandidates>;

/** 派单: what staff do. */
@Controller()
export class OrdersDeskController {
  constructor(
    private readonly pages: OrderPages, private readonly own: OwnOrders, private readonly review: OrderReview, private readonly dispatch: OrderDispatch, private readonly changes: OrderChanges, private readonly trips: OrderTrips, private readonly ratings: OrderRatings, private readonly settings: OrderSettingsService,
  ) {}

  @ContractRoute(routes.listOrders)
  listOrders(@CurrentActor() actor: PersonActor, @Input(routes.listOrders) input: Given<typeof routes.listOrders>): Promise<Page<OrderRow>> { return this.pages.list(actor, input.query); }

  @ContractRoute(routes.createOrderOnBehalf)
  createOrderOnBehalf(@CurrentActor() actor: PersonActor, @Input(routes.createOrderOnBehalf) input: Given<typeof routes.createOrderOnBehalf>): Promise<OrderPlaced> { return this.own.createOnBehalf(actor, input.body); }

  @ContractRoute(routes.getOrder)
  getOrder(@CurrentActor() actor: PersonActor, @Input(routes.getOrder) input: Given<typeof routes.getOrder>): Promise<Order> { return this.pages.get(actor, input.params.id); }

  @ContractRoute(routes.getOrderHistory)
  getOrderHistory(@CurrentActor() actor: PersonActor, @Input(routes.getOrderHistory) input: Given<typeof routes.getOrderHistory>): Promise<Page<HistoryEntry>> { return this.pages.historyOf(actor, input.params.id); }

  @ContractRoute(routes.revealOrderContact)
  revealOrderContact(@CurrentActor() actor: PersonActor, @Input(routes.revealOrderContact) input: Given<typeof routes.revealOrderContact>): Promise<{ name: string; phone: string }> { return this.pages.reveal(actor, input.params.id); }

  @ContractRoute(routes.noteOrdererTold)
  noteOrdererTold(@CurrentActor() actor: PersonActor, @Input(routes.noteOrdererTold) input: Given<typeof routes.noteOrdererTold>): Promise<Order> { return this.pages.noteTold(actor, input.params.id); }

  @ContractRoute(routes.reviseOrder)
  reviseOrder(@CurrentActor() actor: PersonActor, @Input(routes.reviseOrder) input: Given<typeof routes.reviseOrder>): Promise<Order> { return this.review.revise(actor, input.params.id, input.body); }

  @ContractRoute(routes.askOrderer)
  askOrderer(@CurrentActor() actor: PersonActor, @Input(routes.askOrderer) input: Given<typeof routes.askOrderer>): Promise<Order> { return this.review.ask(actor, input.params.id, input.body); }

  @ContractRoute(routes.acceptOrder)
  acceptOrder(@CurrentActor() actor: PersonActor, @Input(routes.acceptOrder) input: Given<typeof routes.acceptOrder>): Promise<Order> { return this.review.accept(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.declineOrder)
  declineOrder(@CurrentActor() actor: PersonActor, @Input(routes.declineOrder) input: Given<typeof routes.declineOrder>): Promise<Order> { return this.review.decline(actor, input.params.id, input.body); }

  @ContractRoute(routes.listOrderCandidates)
  listOrderCandidates(@CurrentActor() actor: PersonActor, @Input(routes.listOrderCandidates) input: Given<typeof routes.listOrderCandidates>): Promise<OrderCandidates> { return this.dispatch.candidates(actor, input.params.id, input.query); }

  @ContractRoute(routes.createOrderOffer)
  createOrderOffer(@CurrentActor() actor: PersonActor, @Input(routes.createOrderOffer) input: Given<typeof routes.createOrderOffer>): Promise<Order> { return this.dispatch.offer(actor, input.params.id, input.body); }

  @ContractRoute(routes.withdrawOrderOffer)
  withdrawOrderOffer(@CurrentActor() actor: PersonActor, @Input(routes.withdrawOrderOffer) input: Given<typeof routes.withdrawOrderOffer>): Promise<Order> { return this.dispatch.withdraw(actor, input.params.id, input.body); }

  @ContractRoute(routes.giveUpOrder)
  giveUpOrder(@CurrentActor() actor: PersonActor, @Input(routes.giveUpOrder) input: Given<typeof routes.giveUpOrder>): Promise<Order> { return this.review.giveUp(actor, input.params.id, input.body); }

  @ContractRoute(routes.moveOrder)
  moveOrder(@CurrentActor() actor: PersonActor, @Input(routes.moveOrder) input: Given<typeof routes.moveOrder>): Promise<Order> { return this.review.move(actor, input.params.id, input.body); }

  @ContractRoute(routes.replaceOrderLecturer)
  replaceOrderLecturer(@CurrentActor() actor: PersonActor, @Input(routes.replaceOrderLecturer) input: Given<typeof routes.replaceOrderLecturer>): Promise<Order> { return this.changes.replace(actor, input.params.id, input.body); }

  @ContractRoute(routes.cancelOrder)
  cancelOrder(@CurrentActor() actor: PersonActor, @Input(routes.cancelOrder) input: Given<typeof routes.cancelOrder>): Promise<Order> { return this.review.cancel(actor, input.params.id, input.body); }

  @ContractRoute(routes.rateOrder)
  rateOrder(@CurrentActor() actor: PersonActor, @Input(routes.rateOrder) input: Given<typeof routes.rateOrder>): Promise<Order> { return this.ratings.onBehalf(actor, input.params.id, input.body); }

  @ContractRoute(routes.listTripPartners)
  listTripPartners(@CurrentActor() actor: PersonActor, @Input(routes.listTripPartners) input: Given<typeof routes.listTripPartners>): Promise<TripPartners> { return this.trips.partners(actor, input.params.id); }

  @ContractRoute(routes.createOrderTrip)
  createOrderTrip(@CurrentActor() actor: PersonActor, @Input(routes.createOrderTrip) input: Given<typeof routes.createOrderTrip>): Promise<Order> { return this.trips.create(actor, input.body); }

  @ContractRoute(routes.dissolveOrderTrip)
  dissolveOrderTrip(@CurrentActor() actor: PersonActor, @Input(routes.dissolveOrderTrip) input: Given<typeof routes.dissolveOrderTrip>): Promise<{ done: true }> { return this.trips.dissolve(actor, input.params.id); }

  @ContractRoute(routes.getOrderSettings)
  getOrderSettings(@CurrentActor() actor: PersonActor): Promise<OrderSettings> { return this.settings.get(actor); }

  @ContractRoute(routes.updateOrderSettings)
  updateOrderSettings(@CurrentActor() actor: PersonActor, @Input(routes.updateOrderSettings) input: Given<typeof routes.updateOrderSettings>): Promise<OrderSettings> { return this.settings.change(actor, input.body); }

  @ContractRoute(routes.getTalkRatings)
  getTalkRatings(@CurrentActor() actor: PersonActor, @Input(routes.getTalkRatings) input: Given<typeof routes.getTalkRatings>): Promise<TalkRatings> { return this.ratings.ofTalk(actor, input.params.id); }
}

import { Injectable } from '@nestjs/common';
import type { Order, orderGivingUp, orderMove, orderQuestion, orderRevision } from '@kepu/contracts';
import { addDays, cancelFreeUntil, shanghaiTime } from '@kepu/domain';
import type { z } from 'zod';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { CommissionedActivities } from '../activities/index.js';
import { OrderOffersRepository } from './order-offers.repository.js';
import { OrderNews } from './order-news.js';
import { OrderPages } from './order-pages.service.js';
import { OrderSettingsService } from './order-settings.service.js';
import { OrderSteps } from './order-steps.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';
import { OwnOrders } from './own-orders.service.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
interface Reasoned { readonly version: number; readonly reason: string }
const msOf = (value: string): number => Date.parse(fromDbTime(value));

/** What an office decides about an order, and how one ends. */
@Injectable()
export class OrderReview {
  constructor(
    private readonly orders: OrdersRepository, private readonly offers: OrderOffersRepository, private readonly pages: OrderPages, private readonly own: OwnOrders, private readonly steps: OrderSteps, private readonly settings: OrderSettingsService, private readonly activities: CommissionedActivities, private readonly news: OrderNews, private readonly jobs: Jobs,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async ask(actor: PersonActor, id: string, { version, question }: z.output<typeof orderQuestion>): Promise<Order> {
    await this.work.run(async () => {
      const row = await this.pages.demand(actor, id, 'order:write');
      await this.steps.take(actor, row, 'ask', version, { question, answer: null, dueAt: null });
      await this.news.tell(row, { kind: 'asked', step: version });
    });
    return this.pages.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`, and as of `OwnOrders.create`. */
  async revise(actor: PersonActor, id: string, given: z.output<typeof orderRevision>): Promise<Order> {
    await this.own.rewrite(actor, await this.pages.demand(actor, id, 'order:place'), given);
    return this.pages.get(actor, id);
  }
  /** Accepting a first order confirms the contact. Errors: `lifecycle.not_allowed`, `version.stale`, `order.too_soon` where all its dates are over. */
  async accept(actor: PersonActor, id: string, version: number): Promise<Order> {
    const { dispatchDays } = await this.settings.current();
    await this.work.run(async () => {
      const row = await this.pages.demand(actor, id, 'order:write');
      const now = this.clock.now();
      const last = Math.max(...(await this.orders.dates([id])).map((date) => msOf(date.startsAt)));
      const until = Math.min(now.getTime() + dispatchDays * DAY_MS, last - DAY_MS);
      if (until <= now.getTime()) throw new Refusal('order.too_soon', { params: { day: addDays(this.clock.today(), 2) } });
      await this.steps.take(actor, row, 'accept', version, { newContact: false, reviewedAt: now, reviewedBy: actor.accountId, stage: 'county', rounds: 0, dispatchUntil: new Date(until), dueAt: new Date(until) });
      await this.jobs.enqueue('orders.dispatch', { orderId: id });
    });
    return this.pages.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async decline(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<Order> {
    await this.work.run(async () => {
      const row = await this.pages.demand(actor, id, 'order:write');
      await this.steps.take(actor, row, 'decline', version, { reason, reviewedAt: this.clock.now(), reviewedBy: actor.accountId, dueAt: null });
      await this.news.tell(row, { kind: 'declined', step: version });
    });
    return this.pages.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async giveUp(actor: PersonActor, id: string, given: z.output<typeof orderGivingUp>): Promise<Order> {
    await this.work.run(async () => this.unfill(actor, await this.pages.demand(actor, id, 'order:write'), 'give_up', given.version, given));
    return this.pages.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`, `shift.settled`. */
  async cancel(actor: PersonActor, id: string, given: Reasoned): Promise<Order> {
    await this.work.run(async () => this.callOff(actor, await this.pages.demand(actor, id, 'order:place'), 'call_off', given));
    return this.pages.get(actor, id);
  }
  /** Another time of what is confirmed; the activity moves along. Errors: `lifecycle.not_allowed`, `version.stale`, `order.time_over`, `shift.settled`. */
  async move(actor: PersonActor, id: string, given: z.output<typeof orderMove>): Promise<Order> {
    const { cancelDays } = await this.settings.current();
    await this.work.run(async () => {
      const row = await this.pages.demand(actor, id, 'order:write');
      if (Date.parse(given.startsAt) <= this.clock.now().getTime()) throw new Refusal('order.time_over');
      this.steps.after(row, 'move');
      const length = msOf(row.endsAt ?? given.startsAt) - msOf(row.startsAt ?? given.startsAt);
      const times = { startsAt: given.startsAt, endsAt: new Date(Date.parse(given.startsAt) + length).toISOString() };
      await this.steps.take(actor, row, 'move', given.version, { startsAt: new Date(times.startsAt), endsAt: new Date(times.endsAt), dueAt: new Date(Date.parse(times.endsAt) + 3 * DAY_MS), cancelFreeUntil: cancelFreeUntil(shanghaiTime(times.startsAt).day, cancelDays) }, times);
      await this.offers.retime(id, times);
      if (row.activityId !== null) await this.activities.move(actor, row.activityId, { ...times, reason: given.reason });
      await this.jobs.enqueue('notice.order', { orderId: id, event: 'moved', detail: given.reason });
      await this.news.tell(row, { kind: 'moved', step: given.version, startsAt: given.startsAt });
    });
    return this.pages.get(actor, id);
  }

  /** Inside a unit: by whoever ordered, by an office, or by the close of what was made of it. After the last free day it is marked. Errors: `lifecycle.not_allowed`, `version.stale`, `shift.settled`. */
  async callOff(actor: Actor, row: OrderSqlRow, action: 'cancel' | 'call_off', { version, reason }: Reasoned, by: OrderSqlRow['cancelledBy'] = action === 'cancel' ? 'orderer' : 'office'): Promise<void> {
    const lateCancel = row.state === 'confirmed' && by === 'orderer' && row.cancelFreeUntil !== null && this.clock.today() > row.cancelFreeUntil;
    // What was held is closed, and called off no more; an activity that did not take place after all is.
    if (by !== 'activity' && row.state === 'confirmed' && row.endsAt !== null && msOf(row.endsAt) <= this.clock.now().getTime()) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.orderStates.${row.state}` } });
    await this.steps.take(actor, row, action, version, { reason, cancelledBy: by, lateCancel, dueAt: null }, { lateCancel });
    await this.end(actor, row, reason, by === 'activity');
    await this.jobs.enqueue('notice.order', { orderId: row.id, event: 'called_off', detail: reason, by: actor.kind === 'person' ? actor.accountId : null });
    // Whoever called it off knows.
    if (by !== 'orderer') await this.news.tell(row, { kind: 'called_off', step: version });
  }
  /** Inside a unit: nobody was found. Errors: `lifecycle.not_allowed`, `version.stale`, `shift.settled`. */
  async unfill(actor: Actor, row: OrderSqlRow, action: 'give_up' | 'lapse', version: number, given: { readonly reason: string; readonly alternatives: string | null }): Promise<void> {
    const alternatives = given.alternatives ?? (await this.settings.current()).alternatives;
    await this.steps.take(actor, row, action, version, { reason: given.reason, alternatives, dueAt: null });
    await this.end(actor, row, given.reason, false);
    await this.jobs.enqueue('notice.order', { orderId: row.id, event: 'unfilled', detail: given.reason });
    await this.news.tell(row, { kind: 'unfilled', step: version });
  }
  /** Open offers are taken back, whoever had said yes is free, and the activity is cancelled. */
  private async end(actor: Actor, row: OrderSqlRow, reason: string, activityIsOver: boolean): Promise<void> {
    for (const offer of await this.offers.ofOrder(row.id)) {
      if (offer.state === 'offered') await this.steps.takeOffer(actor, offer, 'withdraw', 'order.offer_withdrawn', { answeredAt: this.clock.now(), answer: reason });
      if (offer.state === 'accepted') await this.steps.takeOffer(actor, offer, 'release', 'order.offer_withdrawn', { answer: reason });
    }
    if (row.activityId !== null && !activityIsOver) await this.activities.cancel(actor, row.activityId, reason);
  }
}

import { Injectable } from '@nestjs/common';
import type { Order, orderCandidateQuery, orderCandidates, orderOfferInput, OrderStage } from '@kepu/contracts';
import type { z } from 'zod';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import type { SettingValues } from './order-parts.entity.js';
import { OrderOffersRepository, type OfferRow } from './order-offers.repository.js';
import { OrderPages } from './order-pages.service.js';
import { OrderRanking, partsOf, type Ranked, type Slot } from './order-ranking.service.js';
import { OrderSettingsService } from './order-settings.service.js';
import { OrderSteps } from './order-steps.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';

const HOUR_MS = 3_600_000;
/** An answer has to come so long before the beginning. */
const BEFORE_MS = 2 * HOUR_MS;
const system: Actor = { kind: 'system', task: 'orders' };
interface Choice { readonly ranked: Ranked; readonly slot: Slot; readonly stage: OrderStage; readonly talkId: string | null; readonly reason: string | null; readonly by: string | null }

/** 派单: who is asked next, by the ranking or by whoever dispatches. */
@Injectable()
export class OrderDispatch {
  constructor(
    private readonly orders: OrdersRepository, private readonly offers: OrderOffersRepository, private readonly ranking: OrderRanking, private readonly pages: OrderPages, private readonly steps: OrderSteps, private readonly settings: OrderSettingsService, private readonly jobs: Jobs, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `lifecycle.not_allowed`, `reference.not_found`. */
  async candidates(actor: PersonActor, id: string, query: z.output<typeof orderCandidateQuery>): Promise<z.output<typeof orderCandidates>> {
    const row = await this.pages.demand(actor, id, 'order:write');
    this.demandSearching(row);
    const slot = await this.slotOf(row, query.dateId ?? null, null);
    const stage = query.stage ?? row.stage ?? 'county';
    const [first] = await this.orders.dates([id]);
    return { ...(await this.ranking.candidates(row, slot, stage, query.q)), dateId: slot.dateId ?? first?.id ?? '', stage };
  }

  /** Asks somebody whom a person has chosen. Errors: `lifecycle.not_allowed`, `version.stale`, `reference.not_found`, `order.reason_needed`, `order.time_over`, `order.offered`. */
  async offer(actor: PersonActor, id: string, given: z.output<typeof orderOfferInput>): Promise<Order> {
    const row = await this.pages.demand(actor, id, 'order:write');
    this.demandSearching(row);
    const stage = row.stage ?? 'county';
    const slot = await this.slotOf(row, given.dateId, given.startsAt);
    const [ranked] = await this.ranking.rank(row, slot, 'city', given.lecturerId);
    if (!ranked) throw badReference('terms.orderFields.lecturer');
    const own = ranked.person.talks.some((talk) => talk.id === given.talkId);
    if (given.talkId !== null && !own) throw badReference('terms.orderFields.talk');
    const [best] = await this.ranking.rank(row, slot, stage);
    if (given.reason === null && (ranked.blocks.length > 0 || best?.lecturer.id !== given.lecturerId)) throw new Refusal('order.reason_needed');
    await this.work.run(async () => {
      const fresh = await this.pages.demand(actor, id, 'order:write');
      this.demandSearching(fresh);
      if (fresh.version !== given.version) throw new Refusal('version.stale');
      if ((await this.offers.openOf(id)).some(({ lecturerId }) => lecturerId === given.lecturerId)) throw new Refusal('order.offered');
      if (!(await this.write(actor, fresh, { ranked, slot, stage, talkId: given.talkId ?? ranked.talk?.id ?? null, reason: given.reason, by: actor.accountId }))) throw new Refusal('order.time_over');
    });
    return this.pages.get(actor, id);
  }

  /** Takes back what nobody has answered yet; the next is asked unless somebody else is. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async withdraw(actor: PersonActor, offerId: string, { version, reason }: { version: number; reason: string }): Promise<Order> {
    const orderId = await this.work.run(async () => {
      const offer = await this.offers.byId(offerId);
      if (!offer || !(await this.orders.findFor(actor, offer.orderId, 'order:write'))) throw notFound();
      if (offer.version !== version) throw new Refusal('version.stale');
      for (const one of (await this.offers.bundle(offer.bundleId)).filter((each) => each.id === offerId || each.state === 'offered')) await this.steps.takeOffer(actor, one, 'withdraw', 'order.offer_withdrawn', { answeredAt: this.clock.now(), answer: reason });
      await this.jobs.enqueue('notice.order', { orderId: offer.orderId, event: 'offer_withdrawn', detail: reason, offerId });
      return offer.orderId;
    });
    return this.pages.get(actor, orderId);
  }

  /** The next of the ranking: the county's lecturers for some rounds, then the city's. Does nothing where somebody is asked already, or nothing can be asked any more. */
  async next(orderId: string): Promise<void> {
    const row = await this.orders.byId(orderId);
    if (row?.state !== 'dispatching' || Number(row.openOffers) > 0 || !(await this.leads(row))) return;
    const settings = await this.settings.current();
    const choice = await this.choose(row, settings);
    await this.work.run(async () => {
      const fresh = await this.orders.byId(orderId);
      if (fresh?.state !== 'dispatching' || fresh.version !== row.version || fresh.rounds !== row.rounds || Number(fresh.openOffers) > 0) return;
      if (choice && choice.stage !== row.stage) await this.jobs.enqueue('notice.order', { orderId, event: 'city', detail: '' });
      if (choice && (await this.write(system, fresh, choice))) return;
      await this.jobs.enqueue('notice.order', { orderId, event: 'stuck', detail: String(row.rounds) }, { key: `notice.order:stuck:${orderId}:${row.rounds}:${row.version}` });
    });
  }

  /** The first order of a trip asks for all of it. */
  private async leads(row: OrderSqlRow): Promise<boolean> {
    if (row.tripId === null || row.activityId !== null) return true;
    const open = (await this.orders.ofTrip(row.tripId)).filter(({ state, activityId }) => state === 'dispatching' && activityId === null);
    return open[0]?.id === row.id && open.every(({ openOffers }) => Number(openOffers) === 0);
  }

  private async choose(row: OrderSqlRow, { countyRounds }: SettingValues): Promise<Choice | null> {
    const stages: readonly OrderStage[] = row.stage === 'city' || row.rounds >= countyRounds ? ['city'] : ['county', 'city'];
    const slots = await this.ranking.slots(row, null);
    for (const stage of stages) {
      let best: Choice | null = null;
      for (const slot of slots) {
        const [ranked] = (await this.ranking.rank(row, slot, stage)).filter(({ blocks }) => blocks.length === 0);
        if (ranked && (best === null || ranked.score > best.ranked.score)) best = { ranked, slot, stage, talkId: ranked.talk?.id ?? null, reason: null, by: null };
      }
      if (best) return best;
    }
    return null;
  }

  /** Inside a unit. Writes the offer, with one for each other order of the trip; false where there is no time left to answer. Errors: `version.stale`. */
  private async write(actor: Actor, row: OrderSqlRow, { ranked, slot, stage, talkId, reason, by }: Choice): Promise<boolean> {
    const { offerHours, urgentOfferHours } = await this.settings.current();
    const now = this.clock.now();
    const bundleId = newId();
    const minutes = ranked.person.talks.find((talk) => talk.id === talkId)?.minutes ?? null;
    const others = row.tripId === null || row.activityId !== null ? [] : (await this.orders.ofTrip(row.tripId)).filter((one) => one.id !== row.id && one.state === 'dispatching' && one.activityId === null);
    const visits = [{ order: row, startsAt: slot.startsAt }, ...others.map((order) => ({ order, startsAt: fromDbTime(order.startsAt ?? slot.startsAt) }))];
    const first = Math.min(...visits.map(({ startsAt }) => Date.parse(startsAt)));
    const expiresAt = new Date(Math.min(now.getTime() + (row.urgent ? urgentOfferHours : offerHours) * HOUR_MS, first - BEFORE_MS));
    if (expiresAt.getTime() <= now.getTime()) return false;
    const length = minutes === null || row.activityId !== null ? Date.parse(slot.endsAt) - Date.parse(slot.startsAt) : minutes * 60_000;
    const rows = visits.map(({ order, startsAt }, index) => ({
      id: index === 0 ? bundleId : newId(), bundleId, orderId: order.id, lecturerId: ranked.lecturer.id, talkId, startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + length), state: 'offered' as const, acceptedKey: null, stage, round: order.rounds + 1, score: Math.round(ranked.score * 10), parts: partsOf(ranked.parts), reason,
      offeredAt: now, offeredBy: by, expiresAt, reminded: false, answeredAt: null, answer: null, version: 1,
    }));
    for (const { order } of visits) {
      if (!(await this.orders.countOffer(order, { stage, dueAt: expiresAt }))) throw new Refusal('version.stale');
      if (order.stage !== null && order.stage !== stage) await this.steps.record(actor, 'order.to_city', order.id, { stage });
      await this.steps.record(actor, 'order.offered', order.id, { lecturerId: ranked.lecturer.id, score: ranked.score, stage, automatic: by === null, ...(reason === null ? {} : { reason }), blocks: ranked.blocks.map(({ code }) => code) });
    }
    await this.offers.insert(rows);
    await this.jobs.enqueue('notice.order', { orderId: row.id, event: 'offered', detail: '', offerId: bundleId });
    return true;
  }

  /** Inside a unit: whoever did not answer in time is asked no more, and the next is. */
  async expire(offer: OfferRow): Promise<void> {
    await this.steps.takeOffer(system, offer, 'expire', 'order.offer_expired', { answeredAt: this.clock.now() });
    await this.jobs.enqueue('orders.dispatch', { orderId: offer.orderId });
  }

  private demandSearching(row: OrderSqlRow): void { if (row.state !== 'dispatching') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.orderStates.${row.state}` } }); }
  private async slotOf(row: OrderSqlRow, dateId: string | null, startsAt: string | null): Promise<Slot> {
    const slots = await this.ranking.slots(row, null);
    const slot = dateId === null || row.startsAt !== null ? slots[0] : slots.find((one) => one.dateId === dateId);
    if (!slot) throw dateId === null ? new Refusal('order.time_over') : badReference('terms.orderFields.date');
    if (startsAt === null) return slot;
    if (Date.parse(startsAt) <= this.clock.now().getTime()) throw new Refusal('order.time_over');
    return { dateId: slot.dateId, startsAt, endsAt: new Date(Date.parse(startsAt) + Date.parse(slot.endsAt) - Date.parse(slot.startsAt)).toISOString() };
  }
}

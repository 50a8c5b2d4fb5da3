import { Injectable } from '@nestjs/common';
import type { Order, orderTripInput, TripPartners } from '@kepu/contracts';
import { shanghaiTime, USUAL_TALK_MINUTES } from '@kepu/domain';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { wishOf } from './order.mapper.js';
import { OrderOffersRepository } from './order-offers.repository.js';
import { OrderPages } from './order-pages.service.js';
import { OrderSteps } from './order-steps.js';
import { OrderWishRows } from './order-wishes.repository.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';

/** From one village to the next. */
const BETWEEN_MINUTES = 30;

/** Orders of neighbours, joined so that one lecturer visits them on one trip. */
@Injectable()
export class OrderTrips {
  constructor(private readonly orders: OrdersRepository, private readonly offers: OrderOffersRepository, private readonly wishes: OrderWishRows, private readonly pages: OrderPages, private readonly steps: OrderSteps, private readonly jobs: Jobs, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async partners(actor: PersonActor, id: string): Promise<TripPartners> {
    const row = await this.pages.demand(actor, id, 'order:write');
    if (row.state !== 'dispatching' || row.activityId !== null) return { data: [], total: 0 };
    const others = await this.orders.waitingIn(row.countyId, id);
    const days = await this.daysOf([row, ...others]);
    const topics = await this.topicsOf([row, ...others]);
    const ids = others.map((one) => one.id);
    const [talks, terms] = [await this.orders.talks(ids), await this.orders.terms(ids)];
    const data = others.flatMap((other) => {
      const shared = (days.get(other.id) ?? []).filter((day) => days.get(id)?.includes(day) === true);
      if (shared.length === 0 || !alike(topics.get(id) ?? [], topics.get(other.id) ?? [])) return [];
      const wish = wishOf({ row: other, talks: talks.filter(({ orderId }) => orderId === other.id), terms: terms.filter(({ orderId }) => orderId === other.id) });
      return [{ id: other.id, number: other.number, placeName: other.placeName, township: other.townshipId === null ? null : { code: other.townshipId, name: other.townshipName ?? '' }, days: shared, wish, people: other.people, version: other.version }];
    });
    return { data, total: data.length };
  }

  /** Errors: `reference.not_found`, `version.stale`, `order.trip_unfit`, `order.trip_hours`, `order.time_over`. Answers the first of them. */
  async create(actor: PersonActor, { orders: given }: z.output<typeof orderTripInput>): Promise<Order> {
    const sorted = [...given].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
    const [first] = sorted;
    if (!first || new Set(given.map(({ id }) => id)).size !== given.length) throw badReference('terms.orderFields.order');
    if (Date.parse(first.startsAt) <= this.clock.now().getTime()) throw new Refusal('order.time_over');
    const id = newId();
    await this.work.run(async () => {
      const rows: OrderSqlRow[] = [];
      for (const one of sorted) {
        const row = await this.orders.findFor(actor, one.id, 'order:write');
        if (!row) throw badReference('terms.orderFields.order');
        if (row.version !== one.version) throw new Refusal('version.stale');
        rows.push(row);
      }
      const day = shanghaiTime(first.startsAt).day;
      const [days, topics, talks] = [await this.daysOf(rows), await this.topicsOf(rows), await this.orders.talks(rows.map((row) => row.id))];
      const fits = (row: OrderSqlRow) => row.state === 'dispatching' && row.tripId === null && row.activityId === null && Number(row.openOffers) === 0 && row.countyId === rows[0]?.countyId && days.get(row.id)?.includes(day) === true && alike(topics.get(rows[0]?.id ?? '') ?? [], topics.get(row.id) ?? []);
      if (!rows.every(fits) || sorted.some(({ startsAt }) => shanghaiTime(startsAt).day !== day)) throw new Refusal('order.trip_unfit');
      const length = Math.max(USUAL_TALK_MINUTES, ...talks.map(({ minutes }) => minutes));
      if (sorted.some(({ startsAt }, index) => index > 0 && Date.parse(startsAt) - Date.parse(sorted[index - 1]?.startsAt ?? startsAt) < (length + BETWEEN_MINUTES) * 60_000)) throw new Refusal('order.trip_hours', { params: { minutes: length + BETWEEN_MINUTES } });
      await this.orders.insertTrip({ id, countyId: rows[0]?.countyId ?? '', createdAt: this.clock.now(), createdBy: actor.accountId });
      for (const [index, row] of rows.entries()) {
        const startsAt = new Date(sorted[index]?.startsAt ?? first.startsAt);
        if (!(await this.orders.update(row, row.version, { tripId: id, startsAt, endsAt: new Date(startsAt.getTime() + length * 60_000) }))) throw new Refusal('version.stale');
        await this.steps.record(actor, 'order_trip.created', row.id, { tripId: id, startsAt: startsAt.toISOString() });
      }
      await this.jobs.enqueue('orders.dispatch', { orderId: [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))[0]?.id ?? '' });
    });
    return this.pages.get(actor, first.id);
  }

  /** Orders that nobody has taken go on one by one; their open offers are taken back. Errors: `resource.not_found`, `lifecycle.not_allowed`. */
  async dissolve(actor: PersonActor, tripId: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const rows = await this.orders.ofTrip(tripId);
      const reached = await Promise.all(rows.map((row) => this.orders.findFor(actor, row.id, 'order:write')));
      if (rows.length === 0 || reached.some((row) => row === null)) throw notFound();
      const waiting = rows.filter(({ state, activityId }) => state === 'dispatching' && activityId === null);
      if (waiting.length === 0) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.orderStates.${rows[0]?.state ?? 'confirmed'}` } });
      for (const row of waiting) {
        for (const offer of await this.offers.openOf(row.id)) {
          await this.steps.takeOffer(actor, offer, 'withdraw', 'order.offer_withdrawn', { answeredAt: this.clock.now() });
          await this.jobs.enqueue('notice.order', { orderId: row.id, event: 'offer_withdrawn', detail: '', offerId: offer.id });
        }
        if (!(await this.orders.update(row, row.version, { tripId: null, startsAt: null, endsAt: null }))) throw new Refusal('version.stale');
        await this.steps.record(actor, 'order_trip.dissolved', row.id, { tripId });
        await this.jobs.enqueue('orders.dispatch', { orderId: row.id });
      }
    });
    return { done: true };
  }

  private async daysOf(rows: readonly OrderSqlRow[]): Promise<ReadonlyMap<string, string[]>> {
    const dates = await this.orders.dates(rows.map((row) => row.id));
    return new Map(rows.map((row) => [row.id, [...new Set(dates.filter(({ orderId }) => orderId === row.id).map(({ day }) => day))]]));
  }
  private async topicsOf(rows: readonly OrderSqlRow[]): Promise<ReadonlyMap<string, string[]>> {
    const ids = rows.map((row) => row.id);
    const [terms, talks] = [await this.orders.terms(ids), await this.orders.talks(ids)];
    const found = new Map<string, string[]>();
    for (const row of rows) found.set(row.id, [...terms.filter(({ orderId, kind }) => orderId === row.id && kind === 'topic').map(({ id }) => id), ...(await this.wishes.topicsOf(talks.filter(({ orderId }) => orderId === row.id).map(({ id }) => id)))]);
    return found;
  }
}

/** A topic in common, or one of both says nothing of topics. */
const alike = (a: readonly string[], b: readonly string[]): boolean => a.length === 0 || b.length === 0 || a.some((one) => b.includes(one));

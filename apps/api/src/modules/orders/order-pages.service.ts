import { Inject, Injectable } from '@nestjs/common';
import type { Desk, HistoryEntry, Order, orderQuery, OrderRow, OwnOrder, Page } from '@kepu/contracts';
import type { z } from 'zod';
import { can, reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { fromDbTime, UnitOfWork } from '../../platform/database/index.js';
import { notFound } from '../../platform/errors/refusal.js';
import { AuditQueries, Contacts } from '../identity/index.js';
import { LecturerContacts } from './lecturer-contacts.repository.js';
import { isOver, orderRowView, orderView, ownOrderView, settled, type Gathered, type Shown } from './order.mapper.js';
import type { OrderRight } from './order.policy.js';
import { OrderNews } from './order-news.js';
import { OrderOffersRepository } from './order-offers.repository.js';
import { OrderRatingsRepository } from './order-ratings.repository.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';

/** How many a desk shows. */
const SHOWN = 5;

/** Orders as people read them: staff what is in reach, whoever ordered the own one. */
@Injectable()
export class OrderPages {
  constructor(
    private readonly orders: OrdersRepository, private readonly offers: OrderOffersRepository, private readonly ratings: OrderRatingsRepository, private readonly lecturers: LecturerContacts, private readonly contacts: Contacts, private readonly news: OrderNews, private readonly history: AuditQueries, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof orderQuery>): Promise<Page<OrderRow>> {
    const now = this.clock.now();
    const { rows, total } = await this.orders.listFor(actor, query, now);
    const ids = rows.map(({ id }) => id);
    const [talks, terms] = [await this.orders.talks(ids), await this.orders.terms(ids)];
    return { data: rows.map((row) => orderRowView({ row, talks: talks.filter(({ orderId }) => orderId === row.id), terms: terms.filter(({ orderId }) => orderId === row.id) }, now)), total };
  }

  /** What somebody who arranges talks has to do something about, the oldest first. */
  async waitingFor(actor: PersonActor): Promise<Desk['ordersToArrange']> {
    if (!can(actor, 'order:write')) return null;
    const { rows, total } = await this.orders.listFor(actor, { page: 1, perPage: SHOWN, sort: 'submittedAt', waiting: true }, this.clock.now(), 'order:write');
    return { count: total, first: rows.map(({ id, number, placeName, countyName, state, submittedAt }) => ({ id, number, place: placeName, county: countyName, state, at: fromDbTime(submittedAt) })) };
  }

  async get(actor: PersonActor, id: string): Promise<Order> {
    const row = await this.demand(actor, id, 'order:read');
    const trip = row.tripId === null ? [] : await this.orders.ofTrip(row.tripId);
    // Whoever reads all of the city is told of work, and not of persons.
    const places = can(actor, 'order:place') && (await this.orders.findFor(actor, id, 'order:place')) !== null;
    const all = await this.gather(row);
    return orderView(places ? all : { ...all, row: { ...row, contactName: `${[...row.contactName][0] ?? ''}**` } }, { ...(await this.shown(row)), ...(places ? {} : { phone: '-' }) }, { offers: await this.offers.ofOrder(id), trip, news: await this.news.of(id), may: await this.mayOf(actor, row, places) });
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.demand(actor, id, 'order:read');
    return this.history.historyOf('order', id);
  }
  /** The number in full; each look is written down. */
  async reveal(actor: PersonActor, id: string): Promise<{ name: string; phone: string }> { return this.opened(actor, await this.demand(actor, id, 'order:write')); }
  async noteTold(actor: PersonActor, id: string): Promise<Order> {
    await this.news.noteTold(actor, await this.demand(actor, id, 'order:write'));
    return this.get(actor, id);
  }
  /** For a caller who has proved the right to it. */
  async opened(actor: PersonActor, row: OrderSqlRow): Promise<{ name: string; phone: string }> {
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'order.contact_seen', subjectKind: 'order', subjectId: row.id, before: null, after: null }));
    return { name: row.contactName, phone: row.contactSealed === null ? '' : this.contacts.openLoose({ contactSealed: row.contactSealed }, 'orders', row.id) };
  }

  async own(row: OrderSqlRow): Promise<OwnOrder> {
    const lecturer = row.lecturerId !== null && settled.includes(row.state) ? await this.lecturers.of(row.lecturerId) : null;
    return ownOrderView(await this.gather(row), await this.shown(row), lecturer);
  }

  async gather(row: OrderSqlRow): Promise<Gathered> {
    const ids = [row.id];
    return { row, dates: await this.orders.dates(ids), talks: await this.orders.talks(ids), terms: await this.orders.terms(ids), ratings: await this.ratings.of(ids) };
  }
  /** Errors: `resource.not_found`. */
  async demand(actor: PersonActor, id: string, right: OrderRight): Promise<OrderSqlRow> {
    const row = await this.orders.findFor(actor, id, right);
    if (!row) throw notFound();
    return row;
  }

  private async shown(row: OrderSqlRow): Promise<Shown> {
    const { contactKind, contactSealed } = row;
    return { now: this.clock.now(), messages: await this.news.wayOf(row), publicUrl: this.config.publicUrl, phone: contactSealed === null ? '-' : this.contacts.maskLoose({ contactKind, contactSealed }, 'orders', row.id) };
  }
  private async mayOf(actor: PersonActor, row: OrderSqlRow, places: boolean): Promise<Order['may']> {
    const writes = can(actor, 'order:write') && (reachOf(actor, 'order:write') === 'all' || (await this.orders.findFor(actor, row.id, 'order:write')) !== null);
    const early = row.state === 'submitted' || row.state === 'asked';
    const rated = (await this.ratings.of([row.id])).some(({ rater }) => rater === 'orderer');
    return {
      review: writes && early, dispatch: writes && row.state === 'dispatching', move: writes && row.state === 'confirmed', cancel: places && (early || row.state === 'dispatching' || row.state === 'confirmed'), revise: places && early,
      rate: places && settled.includes(row.state) && isOver(row, this.clock.now()) && !rated, contact: writes && row.contactSealed !== null,
    };
  }
}

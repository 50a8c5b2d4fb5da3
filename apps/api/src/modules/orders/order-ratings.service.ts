import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { audienceRatingInput, lecturerRatingInput, MyOrderOffer, Order, ordererRatingInput, OwnOrder, RatingPage, TalkRatings } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { shanghaiTime } from '@kepu/domain';
import type { z } from 'zod';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { networkOf } from '../../platform/http/client-address.js';
import type { Device } from '../identity/index.js';
import { TalkRatings as RatedTalks } from '../talents/index.js';
import { MyOrderOffers } from './my-order-offers.service.js';
import { isOver, meanOf, settled } from './order.mapper.js';
import type { OrderRatingEntity } from './order-parts.entity.js';
import { OrderOffersRepository } from './order-offers.repository.js';
import { OrderPages } from './order-pages.service.js';
import { OrderRatingsRepository } from './order-ratings.repository.js';
import { OrderSteps } from './order-steps.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';

const DAY_MS = 86_400_000;
/** Days after a talk on which its audience can rate it. */
const AUDIENCE_DAYS = 7;
/** A hall shares one network. */
const perNetwork = { tries: 300, minutes: 60 };
const NOTES = 50;
const system: Actor = { kind: 'system', task: 'orders' };
const once = (error: unknown): never => {
  if (error instanceof UniqueViolation) throw new Refusal('order.rated', { cause: error });
  throw error;
};
type Grades = Pick<OrderRatingEntity, 'first' | 'second' | 'third' | 'people' | 'note'>;

/** 评单: what those who ordered, those who spoke and those who listened say afterwards. Read by offices, and of a talk by whoever keeps its pool. */
@Injectable()
export class OrderRatings implements OnModuleInit {
  constructor(
    private readonly rows: OrderRatingsRepository, private readonly orders: OrdersRepository, private readonly offers: OrderOffersRepository, private readonly pages: OrderPages, private readonly mine: MyOrderOffers, private readonly steps: OrderSteps, private readonly talks: RatedTalks, private readonly limits: RateLimits, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.talks.register((talkIds) => this.rows.averages(talkIds)); }

  /** Errors: `version.stale`, `lifecycle.not_allowed`, `order.not_over`, `order.rated`. */
  async byOrderer(row: OrderSqlRow, given: z.output<typeof ordererRatingInput>): Promise<OwnOrder> {
    await this.rateOrder({ kind: 'public', ip: null }, row, given);
    return this.pages.own((await this.orders.byId(row.id)) ?? row);
  }
  async onBehalf(actor: PersonActor, id: string, given: z.output<typeof ordererRatingInput>): Promise<Order> {
    await this.rateOrder(actor, await this.pages.demand(actor, id, 'order:place'), given);
    return this.pages.get(actor, id);
  }
  async byLecturer(actor: PersonActor, orderId: string, { version, prepared, audience, note }: z.output<typeof lecturerRatingInput>): Promise<MyOrderOffer> {
    const row = await this.orders.byId(orderId);
    const offer = row?.lecturerId === actor.accountId ? (await this.offers.ofOrder(orderId)).find(({ lecturerId, state }) => lecturerId === actor.accountId && state === 'accepted') : undefined;
    if (!row || !offer) throw notFound();
    if (offer.version !== version) throw new Refusal('version.stale');
    await this.write(actor, row, 'lecturer', { first: prepared, second: audience, third: null, people: null, note });
    return this.mine.one(actor.accountId, offer.id);
  }

  /** What an audience rates; `token` is the phone's own mark. Errors: `rate.limited`, `order.rating_unknown`. */
  async page(code: string, token: string | null, device: Device): Promise<RatingPage> {
    await this.limits.spend('order rating look', networkOf(device.ip), perNetwork);
    return this.pageOf(await this.rated(code), token);
  }
  /** Errors: `rate.limited`, `order.rating_unknown`, `order.rating_closed`, `order.rated`. */
  async byAudience(code: string, token: string, given: z.output<typeof audienceRatingInput>, device: Device): Promise<RatingPage> {
    await this.limits.spend('order rating', networkOf(device.ip), perNetwork);
    const row = await this.rated(code);
    if (!this.isOpen(row)) throw new Refusal('order.rating_closed');
    await this.work.run(() => this.rows.insert({ id: newId(), orderId: row.id, rater: 'audience', deviceHash: hashOf(row.id, token), first: given.grade, second: null, third: null, people: null, note: given.note, ratedAt: this.clock.now() })).catch(once);
    return this.pageOf(row, token);
  }

  /** Errors: `resource.not_found` for a talk whose pool the actor does not keep. */
  async ofTalk(actor: PersonActor, talkId: string): Promise<TalkRatings> {
    if (!(await this.rows.keepsTalk(actor, talkId))) throw notFound();
    const rows = await this.rows.ofTalk(talkId);
    const [orderer, audience] = [rows.filter(({ rater }) => rater === 'orderer'), rows.filter(({ rater }) => rater === 'audience')];
    return {
      orders: new Set(rows.map(({ orderId }) => orderId)).size, orderer: { count: orderer.length, content: meanOf(orderer.map(({ first }) => first)), manner: meanOf(orderer.map(({ second }) => second ?? 0)), again: meanOf(orderer.map(({ third }) => third ?? 0)) }, audience: { count: audience.length, average: meanOf(audience.map(({ first }) => first)) },
      notes: rows.filter(({ rater, note }) => rater !== 'lecturer' && note !== null).slice(0, NOTES).map(({ rater, note, ratedAt }) => ({ by: rater, note: note ?? '', at: fromDbTime(ratedAt) })),
    };
  }

  /** Whether whoever ordered has rated. */
  async isRated(orderId: string): Promise<boolean> { return (await this.rows.of([orderId])).some(({ rater }) => rater === 'orderer'); }

  /** Inside a unit: what both sides have rated is closed. */
  async closeIfRated(actor: Actor, orderId: string): Promise<void> {
    const row = await this.orders.byId(orderId);
    if (row?.state !== 'done') return;
    const raters = new Set((await this.rows.of([orderId])).map(({ rater }) => rater));
    if (raters.has('orderer') && raters.has('lecturer')) await this.steps.take(actor, row, 'close', row.version, { closedAt: this.clock.now(), dueAt: null });
  }

  private async rateOrder(actor: Actor, row: OrderSqlRow, { version, content, manner, again, people, note }: z.output<typeof ordererRatingInput>): Promise<void> {
    if (row.version !== version) throw new Refusal('version.stale');
    await this.write(actor, row, 'orderer', { first: content, second: manner, third: again, people, note });
  }
  private async write(actor: Actor, row: OrderSqlRow, rater: 'orderer' | 'lecturer', grades: Grades): Promise<void> {
    if (!settled.includes(row.state)) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.orderStates.${row.state}` } });
    if (!isOver(row, this.clock.now())) throw new Refusal('order.not_over');
    await this.work.run(async () => {
      await this.rows.insert({ id: newId(), orderId: row.id, rater, deviceHash: rater, ...grades, ratedAt: this.clock.now() });
      await this.steps.record(actor, rater === 'orderer' ? 'order.rated' : 'order.rated_by_lecturer', row.id, {});
      await this.closeIfRated(system, row.id);
    }).catch(once);
  }

  private async rated(code: string): Promise<OrderSqlRow> {
    const row = await this.orders.byRateCode(code);
    if (!row || !settled.includes(row.state)) throw new Refusal('order.rating_unknown');
    return row;
  }
  private isOpen(row: OrderSqlRow): boolean {
    const now = this.clock.now().getTime();
    return row.startsAt !== null && row.endsAt !== null && Date.parse(fromDbTime(row.startsAt)) <= now && now <= Date.parse(fromDbTime(row.endsAt)) + AUDIENCE_DAYS * DAY_MS;
  }
  private async pageOf(row: OrderSqlRow, token: string | null): Promise<RatingPage> {
    const [talk] = (await this.offers.ofOrder(row.id)).filter(({ state }) => state === 'accepted');
    return { title: talk?.talkTitle ?? row.activityTitle ?? label('zh-CN', 'terms.orderTitle'), placeName: row.placeName, day: shanghaiTime(fromDbTime(row.startsAt ?? this.clock.now())).day, open: this.isOpen(row), given: token !== null && (await this.rows.has(row.id, hashOf(row.id, token))) };
  }
}

/** Salted with the order, so that marks of one phone at two talks say nothing of each other. */
const hashOf = (orderId: string, token: string): string => createHash('sha256').update(`${orderId}:${token}`).digest('base64url');

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Notice } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { addWorkdays } from '@kepu/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { dailyAt, everyMinutes, JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { ActivityFollowers, type ActivityFollower } from '../activities/index.js';
import { NoticesService } from '../notices/index.js';
import { UnitDirectory, UnitSuccession } from '../units/index.js';
import { OrderAnswers } from './order-answers.service.js';
import { OrderDispatch } from './order-dispatch.service.js';
import { deskLink, LECTURER_LINK } from './order-notices.js';
import { OrderNews } from './order-news.js';
import { OrderOffersRepository } from './order-offers.repository.js';
import { isOver } from './order.mapper.js';
import { OrderPeople } from './order-people.repository.js';
import { OrderRatings } from './order-ratings.service.js';
import { OrderReview } from './order-review.service.js';
import { OrderSettingsService } from './order-settings.service.js';
import { OrderSteps } from './order-steps.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Done in one turn; the rest in the next. */
const PORTION = 200;
/** Hours before its end at which an open offer is told once more. */
const REMIND_HOURS = 12;
const system: Actor = { kind: 'system', task: 'orders' };
/** What somebody else has done at the same moment is no fault: the next turn looks again. */
const unlessLate = async (work: Promise<unknown>): Promise<void> => {
  await work.catch((error: unknown) => { if (!(error instanceof Refusal)) throw error; });
};

/** What time does to orders, and what becomes of them when something happens to their activity. */
@Injectable()
export class OrderClock implements OnModuleInit, ActivityFollower {
  constructor(
    private readonly orders: OrdersRepository, private readonly offers: OrderOffersRepository, private readonly dispatch: OrderDispatch, private readonly review: OrderReview, private readonly answers: OrderAnswers, private readonly ratings: OrderRatings, private readonly steps: OrderSteps, private readonly settings: OrderSettingsService,
    private readonly people: OrderPeople, private readonly notices: NoticesService, private readonly news: OrderNews, private readonly units: UnitDirectory, private readonly followers: ActivityFollowers, private readonly succession: UnitSuccession, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
    this.succession.register('orders', async (fromId, toId, actor) => { for (const id of await this.orders.moveUnit(fromId, toId)) await this.steps.record(actor, 'order.revise', id, { unitId: toId }); });
    this.worker.register<{ orderId: string }>({ kind: 'orders.dispatch', run: async (run) => { await unlessLate(this.dispatch.next(run.payload.orderId)); await this.work.run(() => run.finish()); } });
    this.worker.register({ kind: 'orders.turn', run: (run) => this.turn(run) });
    this.worker.every('orders.turn', everyMinutes(10));
    this.worker.register({ kind: 'orders.daily', run: (run) => this.daily(run) });
    this.worker.every('orders.daily', dailyAt('08:40'));
  }

  /** Offers and searches whose time is over, searches in which nobody is asked, and orders whose ratings are no longer awaited. */
  private async turn(run: JobRun): Promise<void> {
    const now = this.clock.now();
    for (const offer of await this.offers.overdue(now, PORTION)) await unlessLate(this.work.run(() => this.dispatch.expire(offer)));
    for (const row of await this.orders.due(['dispatching'], now, PORTION)) {
      if (row.dispatchUntil === null || Date.parse(fromDbTime(row.dispatchUntil)) > now.getTime()) continue;
      await unlessLate(this.work.run(async () => this.review.unfill(system, row, 'lapse', row.version, { reason: label('zh-CN', 'terms.orderAutoReasons.nobody'), alternatives: null })));
    }
    for (const row of await this.orders.idle(now, PORTION)) await unlessLate(this.dispatch.next(row.id));
    for (const row of await this.orders.due(['done'], now, PORTION)) await unlessLate(this.work.run(() => this.steps.take(system, row, 'close', row.version, { closedAt: now, dueAt: null })));
    await this.remindOffers(now);
    await this.work.run(() => run.finish());
  }

  private async remindOffers(now: Date): Promise<void> {
    for (const offer of await this.offers.ending(new Date(now.getTime() + REMIND_HOURS * HOUR_MS), PORTION)) {
      const row = offer.id === offer.bundleId ? await this.orders.byId(offer.orderId) : null;
      await this.work.run(async () => {
        await this.offers.reminded(offer.id);
        if (row) await this.tell([offer.lecturerId], row, 'order_offer_ending', LECTURER_LINK, offer.id, { time: fromDbTime(offer.startsAt), until: fromDbTime(offer.expiresAt) });
      });
    }
  }

  /** Reviews that are due, talks of the next three days and of tomorrow, and what can be rated since yesterday. */
  private async daily(run: JobRun): Promise<void> {
    const [now, today] = [this.clock.now(), this.clock.today()];
    const until = addWorkdays(today, 1, await this.units.calendar()).value;
    const due = (await this.orders.due(['submitted'], new Date(`${until}T23:59:59.999+08:00`), PORTION)).filter(({ reviewDueOn }) => reviewDueOn <= until);
    const soon = await this.orders.beginning(now, new Date(now.getTime() + 3 * DAY_MS), PORTION);
    const over = await this.orders.beginning(new Date(now.getTime() - 2 * DAY_MS), now, PORTION);
    for (const row of due) await this.tellStaff(row, 'order_review_due', `${row.id}:${row.reviewDueOn}`, { day: row.reviewDueOn }, true);
    for (const row of soon) {
      const days = Math.ceil((Date.parse(fromDbTime(row.startsAt ?? now)) - now.getTime()) / DAY_MS);
      if (days === 2) continue;
      const key = `${row.id}:${days}:${fromDbTime(row.startsAt ?? now)}`;
      await this.tellStaff(row, 'order_reminder', key, {}, false);
      if (row.lecturerId !== null) await this.work.run(() => this.tell([row.lecturerId ?? ''], row, 'order_reminder', LECTURER_LINK, key, {}));
    }
    for (const row of over) {
      await this.tellStaff(row, 'order_rate', row.id, {}, false);
      if (isOver(row, now)) await this.askToRate(row);
      if (row.lecturerId !== null) await this.work.run(() => this.tell([row.lecturerId ?? ''], row, 'order_rate', LECTURER_LINK, row.id, {}));
    }
    await this.news.sweep();
    await this.work.run(() => run.finish());
  }

  /** Of the end of the talk or of its activity, what comes first. Whoever has rated is not asked. */
  private async askToRate(row: OrderSqlRow): Promise<void> {
    if (!(await this.ratings.isRated(row.id))) await this.work.run(() => this.news.tell(row, { kind: 'rate', step: 0 }));
  }

  async moved(actor: Actor, activityId: string, to: { readonly startsAt: string; readonly endsAt: string }, reason: string): Promise<void> {
    const row = await this.orders.byActivity(activityId);
    if (row?.state !== 'confirmed' || row.startsAt === null || fromDbTime(row.startsAt) === to.startsAt) return;
    await this.steps.take(actor, row, 'move', row.version, { startsAt: new Date(to.startsAt), endsAt: new Date(to.endsAt), dueAt: new Date(Date.parse(to.endsAt) + 3 * DAY_MS) }, { ...to, reason });
    await this.offers.retime(row.id, to);
    await this.news.tell(row, { kind: 'moved', step: row.version, startsAt: to.startsAt });
  }
  async cancelled(actor: Actor, activityId: string, reason: string): Promise<void> {
    const row = await this.orders.byActivity(activityId);
    if (row && (row.state === 'confirmed' || row.state === 'dispatching')) await this.review.callOff(actor, row, 'call_off', { version: row.version, reason }, 'activity');
  }
  async accepted(actor: Actor, activityId: string): Promise<void> {
    const row = await this.orders.byActivity(activityId);
    if (row?.state !== 'confirmed') return;
    const { closeDays } = await this.settings.current();
    const now = this.clock.now();
    await this.steps.take(actor, row, 'complete', row.version, { doneAt: now, dueAt: new Date(now.getTime() + closeDays * DAY_MS) });
    await this.askToRate(row);
    await this.ratings.closeIfRated(system, row.id);
  }
  async left(actor: Actor, activityId: string, volunteerId: string, reason: string | null): Promise<void> {
    const row = await this.orders.byActivity(activityId);
    if (row?.state !== 'confirmed' || row.lecturerId !== volunteerId) return;
    await unlessLate(this.answers.reopen(actor, row, 'step_back', { version: row.version, reason: reason ?? label('zh-CN', 'terms.orderAutoReasons.lecturer_place'), seated: false }));
  }

  private async tellStaff(row: OrderSqlRow, kind: Notice['kind'], key: string, more: Notice['params'], deskToo: boolean): Promise<void> {
    const today = this.clock.today();
    const readers = [...(await this.people.ofUnit(row.unitId, today)), ...(deskToo ? await this.people.desk(row.countyId, today) : [])];
    await this.work.run(() => this.tell(readers, row, kind, deskLink(row), key, more));
  }
  private async tell(readers: readonly string[], row: OrderSqlRow, kind: Notice['kind'], link: string, key: string, more: Notice['params']): Promise<void> {
    await this.notices.deliver(readers, { eventKey: `${kind}:${key}`, kind, link, params: { place: row.placeName, number: row.number, ...(row.startsAt === null ? {} : { time: fromDbTime(row.startsAt) }), ...more } });
  }
}

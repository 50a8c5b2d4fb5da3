import { Injectable } from '@nestjs/common';
import type { MyOrderOffer, Page } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { cancelFreeUntil, shanghaiTime } from '@kepu/domain';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Failpoints } from '../../platform/test-control/failpoints.js';
import { CommissionedActivities } from '../activities/index.js';
import { MyOrderOffers } from './my-order-offers.service.js';
import { OrderNews } from './order-news.js';
import { OrderOffersRepository, type OfferRow } from './order-offers.repository.js';
import { OrderSettingsService } from './order-settings.service.js';
import { OrderSteps } from './order-steps.js';
import { OrderWishRows } from './order-wishes.repository.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';

const DAY_MS = 86_400_000;
/** A lecturer steps back so long before the beginning at the latest; after that only a call helps. */
const STEP_BACK_MS = 3_600_000;
const GUARD = 'order.accept';

/** 接单: what a lecturer says to an offer, and what follows from it. One lecturer at most has an order, whoever answers at the same moment. */
@Injectable()
export class OrderAnswers {
  constructor(
    private readonly orders: OrdersRepository, private readonly offers: OrderOffersRepository, private readonly mine: MyOrderOffers, private readonly steps: OrderSteps, private readonly wishes: OrderWishRows, private readonly settings: OrderSettingsService, private readonly activities: CommissionedActivities, private readonly news: OrderNews, private readonly jobs: Jobs,
    private readonly work: UnitOfWork, private readonly clock: Clock, private readonly failpoints: Failpoints,
  ) {}

  list(actor: PersonActor): Promise<Page<MyOrderOffer>> { return this.mine.list(actor.accountId); }

  /** Errors: `lifecycle.not_allowed`, `version.stale`, `order.offer_over`, `order.taken`, `order.time_over`, and what stands against a place. */
  async accept(actor: PersonActor, id: string, version: number): Promise<MyOrderOffer> {
    const settings = await this.settings.current();
    const looked = await this.look(actor, id, version);
    await this.failpoints.pause('order.looked');
    const unguarded = this.failpoints.skips(GUARD);
    await this.work.run(async () => {
      // The control takes for true what was read before.
      for (const { offer, order } of unguarded ? looked : await this.look(actor, id, version)) await this.confirm(actor, offer, order, settings.cancelDays, unguarded);
    }).catch((error: unknown) => {
      if (error instanceof UniqueViolation) throw new Refusal('order.taken', { cause: error });
      throw error;
    });
    return this.mine.one(actor.accountId, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async decline(actor: PersonActor, id: string, { version, reason }: { version: number; reason: string | null }): Promise<MyOrderOffer> {
    await this.work.run(async () => {
      for (const offer of await this.bundle(actor, id, version, 'offered')) await this.steps.takeOffer(actor, offer, 'decline', 'order.offer_declined', { answeredAt: this.clock.now(), answer: reason });
      const first = await this.demand(actor, id);
      await this.jobs.enqueue('notice.order', { orderId: first.orderId, event: 'refused', detail: '', offerId: first.id });
      await this.jobs.enqueue('orders.dispatch', { orderId: first.orderId });
    });
    return this.mine.one(actor.accountId, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`, `order.time_over`. */
  async stepBack(actor: PersonActor, id: string, { version, reason }: { version: number; reason: string }): Promise<MyOrderOffer> {
    await this.work.run(async () => {
      for (const offer of await this.bundle(actor, id, version, 'accepted')) {
        const order = await this.orders.byId(offer.orderId);
        if (order?.state === 'confirmed') await this.reopen(actor, order, 'step_back', { version: order.version, reason });
      }
    });
    return this.mine.one(actor.accountId, id);
  }

  /** Inside a unit: whoever had said yes does not come; somebody else is looked for at once, for the same time. Errors: `lifecycle.not_allowed`, `version.stale`, `order.time_over`. */
  async reopen(actor: Actor, order: OrderSqlRow, action: 'step_back' | 'replace', { version, reason, seated = true }: { version: number; reason: string; seated?: boolean }): Promise<void> {
    this.steps.after(order, action);
    const now = this.clock.now();
    const { dispatchDays } = await this.settings.current();
    const begins = Date.parse(fromDbTime(order.startsAt ?? now));
    const until = new Date(Math.min(now.getTime() + dispatchDays * DAY_MS, begins - STEP_BACK_MS));
    if (until.getTime() <= now.getTime()) throw new Refusal('order.time_over');
    const { lecturerId } = order;
    await this.steps.take(actor, order, action, version, { lecturerId: null, urgent: true, stage: 'county', rounds: 0, dispatchUntil: until, dueAt: until }, { lecturerId });
    for (const offer of (await this.offers.ofOrder(order.id)).filter(({ state }) => state === 'accepted')) {
      await this.steps.takeOffer(actor, offer, action === 'step_back' ? 'step_back' : 'release', 'order.offer_withdrawn', { answer: reason });
      await this.jobs.enqueue('notice.order', { orderId: order.id, event: action === 'step_back' ? 'stepped_back' : 'released', detail: reason, offerId: offer.id });
    }
    if (seated && lecturerId !== null && order.activityId !== null) await this.activities.unseat(actor, order.activityId, lecturerId, reason);
    await this.jobs.enqueue('orders.dispatch', { orderId: order.id });
    await this.news.tell(order, { kind: 'substitute', step: version });
  }

  private async look(actor: PersonActor, id: string, version: number): Promise<{ offer: OfferRow; order: OrderSqlRow }[]> {
    const now = this.clock.now().getTime();
    const found: { offer: OfferRow; order: OrderSqlRow }[] = [];
    for (const offer of await this.bundle(actor, id, version, 'offered')) {
      if (Date.parse(fromDbTime(offer.expiresAt)) <= now) throw new Refusal('order.offer_over');
      if (Date.parse(fromDbTime(offer.startsAt)) <= now) throw new Refusal('order.time_over');
      const order = await this.orders.byId(offer.orderId);
      if (order?.state !== 'dispatching') throw new Refusal('order.taken');
      found.push({ offer, order });
    }
    return found;
  }

  private async confirm(actor: PersonActor, offer: OfferRow, order: OrderSqlRow, cancelDays: number, unguarded: boolean): Promise<void> {
    const [startsAt, endsAt] = [fromDbTime(offer.startsAt), fromDbTime(offer.endsAt)];
    const changes = {
      lecturerId: actor.accountId, talkId: offer.talkId, startsAt: new Date(startsAt), endsAt: new Date(endsAt), confirmedAt: this.clock.now(), urgent: false, dispatchUntil: null, dueAt: new Date(Date.parse(endsAt) + 3 * DAY_MS), cancelFreeUntil: cancelFreeUntil(shanghaiTime(startsAt).day, cancelDays),
    };
    const state = this.steps.after(order, 'confirm');
    if (unguarded) await this.orders.updateUnguarded(order.id, { ...changes, state });
    else if (!(await this.orders.update(order, order.version, { ...changes, state }))) throw new Refusal('order.taken');
    await this.steps.takeOffer(actor, offer, 'accept', 'order.offer_accepted', { answeredAt: this.clock.now(), acceptedKey: unguarded ? null : order.id });
    if (!unguarded) for (const other of await this.offers.openOf(order.id)) {
      await this.steps.takeOffer({ kind: 'system', task: 'orders' }, other, 'withdraw', 'order.offer_withdrawn', { answeredAt: this.clock.now(), answer: label('zh-CN', 'errors.order.taken') });
      await this.jobs.enqueue('notice.order', { orderId: order.id, event: 'offer_withdrawn', detail: label('zh-CN', 'errors.order.taken'), offerId: other.id });
    }
    const activityId = order.activityId ?? (await this.post(actor, offer, order));
    if (order.activityId === null) await this.orders.touch(order.id, { activityId });
    else await this.activities.seat(actor, activityId, actor.accountId, order.reviewedBy ?? actor.accountId);
    await this.steps.record(actor, 'order.confirm', order.id, { state, activityId, lecturerId: actor.accountId, startsAt });
    await this.jobs.enqueue('notice.order', { orderId: order.id, event: 'confirmed', detail: '', offerId: offer.id });
    await this.news.tell(order, { kind: 'confirmed', step: order.version, startsAt });
  }

  private async post(actor: PersonActor, offer: OfferRow, order: OrderSqlRow): Promise<string> {
    const unitId = await this.wishes.unitFor(order.countyId, this.clock.today());
    if (unitId === null) throw new Error(`no unit posts the activities of ${order.countyId}`);
    const [terms, talks] = [await this.orders.terms([order.id]), await this.orders.talks([order.id])];
    const topics = [...new Set([...terms.filter(({ kind }) => kind === 'topic').map(({ id }) => id), ...(await this.wishes.topicsOf(offer.talkId === null ? talks.map(({ id }) => id) : [offer.talkId]))])];
    return this.activities.post(actor, {
      unitId, title: `${order.placeName}：${offer.talkTitle ?? label('zh-CN', 'terms.orderTitle')}`, summary: label('zh-CN', 'terms.orderSummary', { place: order.placeName, need: order.need ?? '' }).trim(), countyCode: order.countyId, townshipCode: order.townshipId, place: order.venue, riskStatement: label('zh-CN', 'terms.orderRisk'), topicIds: topics,
      audienceIds: terms.filter(({ kind }) => kind === 'audience').map(({ id }) => id), startsAt: fromDbTime(offer.startsAt), endsAt: fromDbTime(offer.endsAt), lecturerId: actor.accountId, role: label('zh-CN', 'terms.positionRoles.lecturer'), by: order.reviewedBy ?? actor.accountId,
    });
  }

  private async demand(actor: PersonActor, id: string): Promise<OfferRow> {
    const offer = await this.offers.byId(id);
    if (offer?.lecturerId !== actor.accountId) throw notFound();
    return offer;
  }
  /** The offer and those made together with it, as far as they stand in the same state. */
  private async bundle(actor: PersonActor, id: string, version: number, state: OfferRow['state']): Promise<OfferRow[]> {
    const offer = await this.demand(actor, id);
    if (offer.state === 'expired' && state === 'offered') throw new Refusal('order.offer_over');
    if (offer.state === 'withdrawn' && state === 'offered') throw new Refusal((await this.orders.byId(offer.orderId))?.lecturerId ? 'order.taken' : 'order.offer_over');
    if (offer.state !== state) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.orderOfferStates.${offer.state}` } });
    if (offer.version !== version) throw new Refusal('version.stale');
    return (await this.offers.bundle(offer.bundleId)).filter((one) => one.state === state && one.lecturerId === actor.accountId);
  }
}

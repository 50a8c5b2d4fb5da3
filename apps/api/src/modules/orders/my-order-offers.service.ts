import { Injectable } from '@nestjs/common';
import type { MyOrderOffer, Page } from '@kepu/contracts';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime } from '../../platform/database/index.js';
import { notFound } from '../../platform/errors/refusal.js';
import { isOver, settled } from './order.mapper.js';
import { OrderOffersRepository, type OfferRow } from './order-offers.repository.js';
import { OrderRatingsRepository, type RatingRow } from './order-ratings.repository.js';
import { OrdersRepository, type OrderSqlRow, type TermOfOrder } from './orders.repository.js';

interface Around { readonly orders: ReadonlyMap<string, OrderSqlRow>; readonly terms: readonly TermOfOrder[]; readonly ratings: readonly RatingRow[] }
const rank = (state: OfferRow['state']): number => (state === 'offered' ? 0 : state === 'accepted' ? 1 : 2);

/** Offers as their lecturer reads them: what waits first, then what is taken on, then the rest. */
@Injectable()
export class MyOrderOffers {
  constructor(private readonly offers: OrderOffersRepository, private readonly orders: OrdersRepository, private readonly ratings: OrderRatingsRepository, private readonly clock: Clock) {}

  async list(lecturerId: string): Promise<Page<MyOrderOffer>> {
    const rows = await this.offers.ofLecturer(lecturerId);
    const orderIds = [...new Set(rows.map(({ orderId }) => orderId))];
    const around: Around = { orders: new Map((await this.orders.byIds(orderIds)).map((order) => [order.id, order])), terms: await this.orders.terms(orderIds), ratings: await this.ratings.of(orderIds) };
    const bundles = new Map<string, OfferRow[]>();
    for (const row of rows) {
      // What was answered apart from the rest of its trip stands apart.
      const key = `${row.bundleId} ${row.state}`;
      bundles.set(key, [...(bundles.get(key) ?? []), row]);
    }
    const data = [...bundles.values()].map((bundle) => this.view(bundle, around)).sort((a, b) => rank(a.state) - rank(b.state) || (a.state === 'offered' ? a.expiresAt.localeCompare(b.expiresAt) : b.offeredAt.localeCompare(a.offeredAt)));
    return { data, total: data.length };
  }

  /** Errors: `resource.not_found`. */
  async one(lecturerId: string, id: string): Promise<MyOrderOffer> {
    const row = await this.offers.byId(id);
    const found = row?.lecturerId === lecturerId ? (await this.list(lecturerId)).data.find((offer) => offer.id === id || offer.visits.some(({ orderId }) => orderId === row.orderId && offer.state === row.state)) : undefined;
    if (!found) throw notFound();
    return found;
  }

  private view(bundle: readonly OfferRow[], { orders, terms, ratings }: Around): MyOrderOffer {
    const sorted = [...bundle].sort((a, b) => fromDbTime(a.startsAt).localeCompare(fromDbTime(b.startsAt)));
    const offer = bundle.find(({ id, bundleId }) => id === bundleId) ?? sorted[0];
    const order = offer && orders.get(offer.orderId);
    if (!offer || !order) throw new Error('an offer without its order');
    const now = this.clock.now();
    const accepted = offer.state === 'accepted';
    const named = (kind: TermOfOrder['kind']) => terms.filter((term) => term.orderId === order.id && term.kind === kind).map(({ id, name }) => ({ id, name }));
    return {
      id: offer.id, state: offer.state, expiresAt: fromDbTime(offer.expiresAt), offeredAt: fromDbTime(offer.offeredAt), answeredAt: offer.answeredAt === null ? null : fromDbTime(offer.answeredAt), version: offer.version,
      visits: sorted.flatMap((one) => {
        const visit = orders.get(one.orderId);
        const rated = ratings.find(({ orderId, rater }) => orderId === one.orderId && rater === 'lecturer');
        return visit ? [{
          orderId: visit.id, number: visit.number, state: visit.state, county: { code: visit.countyId, name: visit.countyName }, township: visit.townshipId === null ? null : { code: visit.townshipId, name: visit.townshipName ?? '' }, placeName: visit.placeName, contactName: accepted ? visit.contactName : null, venue: visit.venue, startsAt: fromDbTime(one.startsAt), endsAt: fromDbTime(one.endsAt),
          people: visit.people, activityId: accepted ? visit.activityId : null, version: one.version, mayRate: accepted && settled.includes(visit.state) && isOver(visit, now) && !rated, rating: rated ? { prepared: rated.first, audience: rated.second ?? 0, note: rated.note, at: fromDbTime(rated.ratedAt) } : null,
        }] : [];
      }),
      talk: offer.talkId === null ? null : { id: offer.talkId, title: offer.talkTitle ?? '' }, topics: named('topic'), need: order.need, audiences: named('audience'), language: order.language, projector: Boolean(order.projector), minors: Boolean(order.minors), note: order.note,
      mayAnswer: offer.state === 'offered' && Date.parse(fromDbTime(offer.expiresAt)) > now.getTime(), mayStepBack: accepted && order.state === 'confirmed' && Date.parse(fromDbTime(offer.startsAt)) > now.getTime(),
    };
  }
}

import type { Order, OrderMessages, OrderOffer, OrderRow, OwnOrder } from '@kepu/contracts';
import { shanghaiTime } from '@kepu/domain';
import { fromDbTime } from '../../platform/database/index.js';
import type { OfferRow } from './order-offers.repository.js';
import type { RatingRow } from './order-ratings.repository.js';
import type { DateRow, OrderSqlRow, TalkOfOrder, TermOfOrder } from './orders.repository.js';

/** An order with all that belongs to it. */
export interface Gathered { readonly row: OrderSqlRow; readonly dates: readonly DateRow[]; readonly talks: readonly TalkOfOrder[]; readonly terms: readonly TermOfOrder[]; readonly ratings: readonly RatingRow[] }
/** What the surroundings know. `phone`: masked. */
export interface Shown { readonly now: Date; readonly publicUrl: string; readonly phone: string; readonly messages: OrderMessages }
type Shared = Omit<OwnOrder, 'phone' | 'lecturer' | 'reviewDueOn' | 'dispatchUntil' | 'offersMade'>;

const at = (value: string | null): string | null => (value === null ? null : fromDbTime(value));
const place = (code: string, name: string) => ({ code, name });
/** States in which a lecturer has said yes. */
export const settled: readonly OrderSqlRow['state'][] = ['confirmed', 'done', 'closed'];
export const isOver = (row: Pick<OrderSqlRow, 'endsAt'>, now: Date): boolean => row.endsAt !== null && Date.parse(fromDbTime(row.endsAt)) <= now.getTime();
/** A name for a list: titles of the talks, else names of topics, else own words. */
export const wishOf = ({ row, talks, terms }: Pick<Gathered, 'row' | 'talks' | 'terms'>): string => {
  const names = talks.length > 0 ? talks.map(({ title }) => title) : terms.filter(({ kind }) => kind === 'topic').map(({ name }) => name);
  return names.length > 0 ? names.join('、') : (row.need ?? '');
};

export const sharedView = ({ row, dates, talks, terms, ratings }: Gathered, { now, publicUrl, messages }: Shown): Shared => {
  const rated = ratings.find(({ rater }) => rater === 'orderer');
  const startsAt = at(row.startsAt);
  const held = settled.includes(row.state);
  const fixed = held || row.activityId !== null;
  return {
    number: row.number, state: row.state, county: place(row.countyId, row.countyName), township: row.townshipId === null ? null : place(row.townshipId, row.townshipName ?? ''), ordererKind: row.ordererKind, placeName: row.placeName, contactName: row.contactName,
    talks: talks.map(({ id, title, minutes }) => ({ id, title, minutes })), topics: terms.filter(({ kind }) => kind === 'topic').map(({ id, name }) => ({ id, name })), need: row.need,
    dates: dates.map((date) => ({ id: date.id, day: date.day, part: date.part, startsAt: fromDbTime(date.startsAt), timed: date.time !== null, chosen: held && startsAt !== null && shanghaiTime(startsAt).day === date.day })),
    people: row.people, venue: row.venue, audiences: terms.filter(({ kind }) => kind === 'audience').map(({ id, name }) => ({ id, name })), language: row.language, projector: Boolean(row.projector), minors: Boolean(row.minors), note: row.note, submittedAt: fromDbTime(row.submittedAt), question: row.question, answer: row.answer,
    reason: row.reason, alternatives: row.alternatives, urgent: Boolean(row.urgent), startsAt: fixed ? startsAt : null, endsAt: fixed ? at(row.endsAt) : null, activityId: row.activityId, rateUrl: held ? `${publicUrl}/rate/${row.rateCode}` : null,
    rating: rated ? { content: rated.first, manner: rated.second ?? 0, again: rated.third ?? 0, people: rated.people ?? 0, note: rated.note, at: fromDbTime(rated.ratedAt) } : null,
    mayRate: held && isOver(row, now) && !rated, cancelFreeUntil: row.cancelFreeUntil, messages, version: row.version,
  };
};

/** As whoever ordered sees it. */
export const ownOrderView = (all: Gathered, shown: Shown, lecturer: OwnOrder['lecturer']): OwnOrder => ({
  ...sharedView(all, shown), phone: shown.phone, lecturer: settled.includes(all.row.state) ? lecturer : null, reviewDueOn: all.row.reviewDueOn, dispatchUntil: at(all.row.dispatchUntil), offersMade: all.row.rounds,
});

export const orderRowView = (all: Pick<Gathered, 'row' | 'talks' | 'terms'>, now: Date): OrderRow => {
  const { row } = all;
  const dueAt = at(row.dueAt);
  return {
    id: row.id, number: row.number, state: row.state, county: place(row.countyId, row.countyName), township: row.townshipId === null ? null : place(row.townshipId, row.townshipName ?? ''), ordererKind: row.ordererKind, placeName: row.placeName, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' }, way: row.way, wish: wishOf(all), people: row.people,
    firstDay: row.firstDay, startsAt: settled.includes(row.state) ? at(row.startsAt) : null, lecturer: row.lecturerId === null ? null : { id: row.lecturerId, name: row.lecturerName ?? '' }, newContact: Boolean(row.newContact), toCall: Number(row.untold) > 0, urgent: Boolean(row.urgent), stage: row.stage, openOffers: Number(row.openOffers), submittedAt: fromDbTime(row.submittedAt),
    dueAt, late: dueAt !== null && Date.parse(dueAt) < now.getTime(), tripId: row.tripId, activityId: row.activityId, version: row.version,
  };
};

export const offerView = (row: OfferRow): OrderOffer => ({
  id: row.id, bundleId: row.bundleId, lecturer: { id: row.lecturerId, name: row.lecturerName }, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' }, talk: row.talkId === null ? null : { id: row.talkId, title: row.talkTitle ?? '' }, startsAt: fromDbTime(row.startsAt), endsAt: fromDbTime(row.endsAt), state: row.state, stage: row.stage, round: row.round,
  score: row.score === null ? null : row.score / 10, parts: JSON.parse(row.parts) as OrderOffer['parts'], reason: row.reason, offeredBy: row.offeredByName, offeredAt: fromDbTime(row.offeredAt), expiresAt: fromDbTime(row.expiresAt), answeredAt: at(row.answeredAt), answer: row.answer, version: row.version,
});

/** As staff see it. */
export const orderView = (all: Gathered, shown: Shown, more: { readonly offers: readonly OfferRow[]; readonly trip: readonly OrderSqlRow[]; readonly news: Order['news']; readonly may: Order['may'] }): Order => {
  const { row, ratings } = all;
  const byLecturer = ratings.find(({ rater }) => rater === 'lecturer');
  const audience = ratings.filter(({ rater }) => rater === 'audience');
  return {
    ...sharedView(all, shown), id: row.id, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' }, way: row.way, phone: shown.phone, newContact: Boolean(row.newContact), toCall: Number(row.untold) > 0, news: [...more.news], enteredBy: row.enteredByName, reviewDueOn: row.reviewDueOn, reviewedBy: row.reviewedByName, reviewedAt: at(row.reviewedAt), stage: row.stage,
    dispatchUntil: at(row.dispatchUntil), lecturer: row.lecturerId === null ? null : { id: row.lecturerId, name: row.lecturerName ?? '' }, offers: more.offers.map(offerView), lateCancel: Boolean(row.lateCancel), cancelledBy: row.cancelledBy, activity: row.activityId === null ? null : { id: row.activityId, title: row.activityTitle ?? '', state: row.activityState ?? '' },
    trip: row.tripId === null ? null : { id: row.tripId, orders: more.trip.map((one) => ({ id: one.id, number: one.number, placeName: one.placeName, state: one.state, startsAt: at(one.startsAt) })) },
    ratings: { lecturer: byLecturer ? { prepared: byLecturer.first, audience: byLecturer.second ?? 0, note: byLecturer.note, at: fromDbTime(byLecturer.ratedAt) } : null, audience: { count: audience.length, average: meanOf(audience.map(({ first }) => first)) } }, may: more.may,
  };
};

/** To one decimal; null of nothing. */
export const meanOf = (grades: readonly number[]): number | null => (grades.length === 0 ? null : Math.round((grades.reduce((sum, grade) => sum + grade, 0) / grades.length) * 10) / 10);

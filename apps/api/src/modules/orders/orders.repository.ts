import { Injectable } from '@nestjs/common';
import type { orderQuery } from '@kepu/contracts';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, startsWith, toDbTime, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { OrderDateEntity, OrderEntity, OrderTalkEntity, OrderTermEntity, OrderTripEntity } from './order.entity.js';
import { ordersWithin, type OrderRight } from './order.policy.js';

type Times = 'submittedAt' | 'reviewedAt' | 'dispatchUntil' | 'dueAt' | 'startsAt' | 'endsAt' | 'confirmedAt' | 'doneAt' | 'closedAt';
type Flags = 'messagesStopped' | 'newContact' | 'projector' | 'minors' | 'urgent' | 'lateCancel';
/** An order with the names that a person reads; flags are 0 or 1. */
export type OrderSqlRow = Omit<OrderEntity, Times | Flags | 'codeHash' | 'placeKey' | 'searchKey'> & Readonly<Record<Flags, number>> & {
  readonly submittedAt: string; readonly reviewedAt: string | null; readonly dispatchUntil: string | null; readonly dueAt: string | null; readonly startsAt: string | null; readonly endsAt: string | null; readonly confirmedAt: string | null; readonly doneAt: string | null; readonly closedAt: string | null;
  readonly countyName: string; readonly townshipName: string | null; readonly unitName: string | null; readonly enteredByName: string | null; readonly reviewedByName: string | null; readonly lecturerName: string | null; readonly activityTitle: string | null; readonly activityState: string | null; readonly firstDay: string; readonly openOffers: number | string; readonly untold: number | string; readonly openDueAt: string | null;
};
/** A date, a talk and a term of an order. */
export interface DateRow { readonly id: string; readonly orderId: string; readonly day: string; readonly part: OrderDateEntity['part']; readonly time: string | null; readonly startsAt: string }
export interface TalkOfOrder { readonly orderId: string; readonly id: string; readonly title: string; readonly minutes: number; readonly lecturerId: string }
export interface TermOfOrder { readonly orderId: string; readonly kind: 'topic' | 'audience'; readonly id: string; readonly name: string }
type Query = z.output<typeof orderQuery>;

/** News that did not arrive and that somebody has to be called about. That an order was received stands on the page of whoever placed it, and nobody is called for a rating. */
const untold = "n.state IN ('untold', 'refused', 'unreachable', 'held') AND n.kind NOT IN ('received', 'rate')";
const columns = `o.id AS id, o.number AS number, o.state AS state, o.county_id AS countyId, o.township_id AS townshipId, o.unit_id AS unitId, o.orderer_kind AS ordererKind, o.place_name AS placeName, o.contact_name AS contactName, o.contact_kind AS contactKind, o.contact_sealed AS contactSealed, o.contact_index AS contactIndex,
  o.code_sealed AS codeSealed, o.messages_stopped AS messagesStopped, o.new_contact AS newContact, o.way AS way, o.entered_by AS enteredBy, o.need AS need, o.people AS people, o.venue AS venue, o.language AS language, o.projector AS projector, o.minors AS minors, o.note AS note, o.submitted_at AS submittedAt, o.review_due_on AS reviewDueOn, o.reviewed_at AS reviewedAt, o.reviewed_by AS reviewedBy,
  o.question AS question, o.answer AS answer, o.reason AS reason, o.alternatives AS alternatives, o.stage AS stage, o.rounds AS rounds, o.dispatch_until AS dispatchUntil, o.urgent AS urgent, o.due_at AS dueAt, o.trip_id AS tripId, o.starts_at AS startsAt, o.ends_at AS endsAt, o.lecturer_id AS lecturerId, o.talk_id AS talkId, o.activity_id AS activityId,
  o.rate_code AS rateCode, o.confirmed_at AS confirmedAt, o.cancel_free_until AS cancelFreeUntil, o.cancelled_by AS cancelledBy, o.late_cancel AS lateCancel, o.done_at AS doneAt, o.closed_at AS closedAt, o.version AS version, oc.name AS countyName, ot.name AS townshipName, ou.name AS unitName, eb.name AS enteredByName, rb.name AS reviewedByName,
  la.name AS lecturerName, oa.title AS activityTitle, oa.state AS activityState, (SELECT MIN(x.day) FROM order_dates x WHERE x.order_id = o.id) AS firstDay, (SELECT COUNT(*) FROM order_offers f WHERE f.order_id = o.id AND f.state = 'offered') AS openOffers, (SELECT MIN(f.expires_at) FROM order_offers f WHERE f.order_id = o.id AND f.state = 'offered') AS openDueAt, (SELECT COUNT(*) FROM order_news n WHERE n.order_id = o.id AND ${untold}) AS untold`;
const from = `FROM orders o JOIN divisions oc ON oc.id = o.county_id LEFT JOIN divisions ot ON ot.id = o.township_id LEFT JOIN units ou ON ou.id = o.unit_id LEFT JOIN accounts eb ON eb.id = o.entered_by LEFT JOIN accounts rb ON rb.id = o.reviewed_by LEFT JOIN accounts la ON la.id = o.lecturer_id LEFT JOIN activities oa ON oa.id = o.activity_id`;
const sorts = { submittedAt: 'o.submitted_at', startsAt: 'o.starts_at', placeName: 'o.place_key', dueAt: 'o.due_at' } as const;
/** What somebody of an office has to do something about: a review, or a search in which nobody is asked. */
const waits = "(o.state = 'submitted' OR (o.state = 'dispatching' AND NOT EXISTS (SELECT 1 FROM order_offers w WHERE w.order_id = o.id AND w.state = 'offered')))";
const open = "o.state IN ('submitted', 'asked', 'dispatching', 'confirmed', 'done')";
const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);
const whether = (sql: string, wanted: boolean | undefined, params: Readonly<Record<string, unknown>> = {}): Predicate[] => (wanted === undefined ? [] : [{ sql: wanted ? sql : `NOT (${sql})`, params }]);

/** Rows of `orders` with what belongs to them. */
@Injectable()
export class OrdersRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: Query, now: Date, right: OrderRight = 'order:read'): Promise<{ rows: OrderSqlRow[]; total: number }> {
    const term = query.q ? searchTerm(query.q) : null;
    const where = allOf([
      ordersWithin(actor, right), ...equal('o.state', 'state', query.state), ...equal('o.unit_id', 'unitId', query.unitId), ...equal('o.lecturer_id', 'lecturerId', query.lecturerId), ...equal('o.trip_id', 'tripId', query.tripId),
      ...(query.countyCode === undefined ? [] : [startsWith('o.county_id', query.countyCode, 'asked')]), ...(query.ids ? [memberOf('o.id', query.ids, 'ids')] : []), ...(query.talkId === undefined ? [] : [{ sql: 'EXISTS (SELECT 1 FROM order_talks k WHERE k.order_id = o.id AND k.talk_id = :talkId)', params: { talkId: query.talkId } }]),
      ...(query.from === undefined ? [] : [{ sql: 'EXISTS (SELECT 1 FROM order_dates y WHERE y.order_id = o.id AND y.day >= :fromDay)', params: { fromDay: query.from } }]), ...(query.to === undefined ? [] : [{ sql: 'EXISTS (SELECT 1 FROM order_dates y WHERE y.order_id = o.id AND y.day <= :toDay)', params: { toDay: query.to } }]),
      ...whether(waits, query.waiting), ...whether(`(${open} AND o.due_at IS NOT NULL AND o.due_at < :now)`, query.late, { now: toDbTime(now) }), ...whether('o.urgent = 1', query.urgent), ...whether('o.new_contact = 1', query.newContact), ...whether(`EXISTS (SELECT 1 FROM order_news n WHERE n.order_id = o.id AND ${untold})`, query.toCall),
      ...(term ? [{ sql: "(o.search_key LIKE :term ESCAPE '!' OR o.number = :number)", params: { term: likePattern(term), number: (query.q ?? '').toUpperCase() } }] : []),
    ]);
    const sort = query.sort ?? '-submittedAt';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<OrderSqlRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${where.sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, o.id ${direction} LIMIT :limit OFFSET :offset`, { ...where.params, limit: query.perPage, offset: (query.page - 1) * query.perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM orders o LEFT JOIN units ou ON ou.id = o.unit_id WHERE ${where.sql}`, where.params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  async findFor(actor: Actor, id: string, right: OrderRight): Promise<OrderSqlRow | null> {
    const within = ordersWithin(actor, right);
    return (await this.read(`o.id = :id AND (${within.sql})`, { ...within.params, id }))[0] ?? null;
  }
  /** For the system, and for callers who have proved their right. */
  async byId(id: string): Promise<OrderSqlRow | null> { return (await this.read('o.id = :id', { id }))[0] ?? null; }
  async byCode(number: string, codeHash: string): Promise<OrderSqlRow | null> { return (await this.read('o.number = :number AND o.code_hash = :codeHash', { number, codeHash }))[0] ?? null; }
  async byRateCode(rateCode: string): Promise<OrderSqlRow | null> { return (await this.read('o.rate_code = :rateCode', { rateCode }))[0] ?? null; }
  async byActivity(activityId: string): Promise<OrderSqlRow | null> { return (await this.read('o.activity_id = :activityId', { activityId }))[0] ?? null; }
  byIds(ids: readonly string[]): Promise<OrderSqlRow[]> { return ids.length === 0 ? Promise.resolve([]) : this.read('o.id IN (:...ids)', { ids }); }
  ofTrip(tripId: string): Promise<OrderSqlRow[]> { return this.read('o.trip_id = :tripId', { tripId }); }
  /** In a state and due by a moment; the first due first. */
  due(states: readonly string[], until: Date, limit: number): Promise<OrderSqlRow[]> { return this.read('o.state IN (:...states) AND o.due_at IS NOT NULL AND o.due_at <= :until', { states, until: toDbTime(until) }, `o.due_at, o.id LIMIT ${limit}`); }
  /** In the search, with nobody asked and time left. */
  idle(now: Date, limit: number): Promise<OrderSqlRow[]> { return this.read("o.state = 'dispatching' AND o.dispatch_until > :now AND NOT EXISTS (SELECT 1 FROM order_offers w WHERE w.order_id = o.id AND w.state = 'offered')", { now: toDbTime(now) }, `o.dispatch_until, o.id LIMIT ${limit}`); }
  /** Confirmed, and beginning within a span. */
  beginning(from_: Date, until: Date, limit: number): Promise<OrderSqlRow[]> { return this.read("o.state = 'confirmed' AND o.starts_at > :from AND o.starts_at <= :until", { from: toDbTime(from_), until: toDbTime(until) }, `o.starts_at, o.id LIMIT ${limit}`); }
  /** Orders of one county that wait for a lecturer without an open offer and go on no trip. */
  waitingIn(countyId: string, without: string): Promise<OrderSqlRow[]> {
    return this.read("o.county_id = :countyId AND o.id <> :without AND o.state = 'dispatching' AND o.trip_id IS NULL AND o.activity_id IS NULL AND NOT EXISTS (SELECT 1 FROM order_offers w WHERE w.order_id = o.id AND w.state = 'offered')", { countyId, without }, 'o.submitted_at, o.id LIMIT 100');
  }
  /** Orders of one number that are not done. */
  async openOf(contactIndex: string): Promise<number> { return Number((await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM orders o WHERE o.contact_index = :contactIndex AND ${open}`, { contactIndex }))[0]?.total ?? 0); }
  /** Whether a county has accepted an order of this number before. */
  async isKnown(contactIndex: string): Promise<boolean> { return (await readRows(this.database.reader, 'SELECT o.id AS id FROM orders o WHERE o.contact_index = :contactIndex AND o.new_contact = 0 AND o.reviewed_at IS NOT NULL LIMIT 1', { contactIndex })).length > 0; }

  dates(orderIds: readonly string[]): Promise<DateRow[]> { return this.parts('SELECT x.id AS id, x.order_id AS orderId, x.day AS day, x.part AS part, x.time AS time, x.starts_at AS startsAt FROM order_dates x WHERE x.order_id IN (:...orderIds) ORDER BY x.sort_no', orderIds); }
  talks(orderIds: readonly string[]): Promise<TalkOfOrder[]> { return this.parts('SELECT x.order_id AS orderId, k.id AS id, k.title AS title, k.minutes AS minutes, k.lecturer_id AS lecturerId FROM order_talks x JOIN talks k ON k.id = x.talk_id WHERE x.order_id IN (:...orderIds) ORDER BY x.sort_no', orderIds); }
  terms(orderIds: readonly string[]): Promise<TermOfOrder[]> { return this.parts('SELECT x.order_id AS orderId, x.kind AS kind, y.id AS id, y.name AS name FROM order_terms x JOIN terms y ON y.id = x.term_id WHERE x.order_id IN (:...orderIds) ORDER BY y.sort_no, y.id', orderIds); }

  async insert(row: OrderEntity): Promise<void> { await insertRows(this.database.writer, OrderEntity, [row]); }
  async insertTrip(row: OrderTripEntity): Promise<void> { await insertRows(this.database.writer, OrderTripEntity, [row]); }
  /** The wish as it is now, in place of what stood there. */
  async setWish(orderId: string, wish: { readonly dates: readonly OrderDateEntity[]; readonly talks: readonly OrderTalkEntity[]; readonly terms: readonly OrderTermEntity[] }): Promise<void> {
    for (const table of ['order_dates', 'order_talks', 'order_terms']) await changeRows(this.database.writer, `DELETE FROM ${table} WHERE order_id = :orderId`, { orderId });
    await insertRows(this.database.writer, OrderDateEntity, [...wish.dates]);
    await insertRows(this.database.writer, OrderTalkEntity, [...wish.talks]);
    await insertRows(this.database.writer, OrderTermEntity, [...wish.terms]);
  }
  /** A change against the version and the state that were read: of two at once, one wins. */
  async update({ id, state }: Pick<OrderSqlRow, 'id' | 'state'>, version: number, changes: Partial<OrderEntity>): Promise<boolean> {
    return (await this.database.writer.update(OrderEntity, { id, version, state }, { ...changes, version: version + 1 })).affected === 1;
  }
  /** One more offer, against the number of those that were read: of two at once, one wins. What people read keeps its version, so that they need not begin anew because somebody was asked. */
  async countOffer({ id, state, rounds }: Pick<OrderSqlRow, 'id' | 'state' | 'rounds'>, changes: Pick<OrderEntity, 'stage' | 'dueAt'>): Promise<boolean> {
    return (await this.database.writer.update(OrderEntity, { id, state, rounds }, { ...changes, rounds: rounds + 1 })).affected === 1;
  }
  /** For what is no step, such as a deadline that follows from an offer. */
  async touch(id: string, changes: Partial<OrderEntity>): Promise<void> { await this.database.writer.update(OrderEntity, { id }, changes); }
  /** Lets the lecturer's yes go through without looking whether somebody was first: for the test that shows what the guard prevents. */
  async updateUnguarded(id: string, changes: Partial<OrderEntity>): Promise<void> { await this.database.writer.update(OrderEntity, { id }, changes); }

  /** What a unit ordered is its successor's. */
  async moveUnit(fromId: string, toId: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.reader, 'SELECT o.id AS id FROM orders o WHERE o.unit_id = :fromId', { fromId });
    if (rows.length > 0) await changeRows(this.database.writer, 'UPDATE orders SET unit_id = :toId, version = version + 1 WHERE unit_id = :fromId', { fromId, toId });
    return rows.map(({ id }) => id);
  }

  /** Names and numbers on orders that are over; answers how many. */
  forgetContacts(before: Date, limit: number): Promise<number> {
    return changeRows(this.database.writer, `UPDATE orders SET contact_name = '-', contact_sealed = NULL, code_sealed = NULL, contact_index = NULL, note = NULL, question = NULL, answer = NULL WHERE id IN (SELECT x.id FROM (SELECT o.id AS id FROM orders o WHERE NOT (${open}) AND o.contact_sealed IS NOT NULL AND o.submitted_at < :before LIMIT :limit) x)`, { before: toDbTime(before), limit });
  }

  private read(where: string, params: Readonly<Record<string, unknown>>, order = 'o.id'): Promise<OrderSqlRow[]> { return readRows<OrderSqlRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${where} ORDER BY ${order}`, params); }
  private parts<T extends object>(sql: string, orderIds: readonly string[]): Promise<T[]> { return orderIds.length === 0 ? Promise.resolve([]) : readRows<T>(this.database.reader, sql, { orderIds }); }
}

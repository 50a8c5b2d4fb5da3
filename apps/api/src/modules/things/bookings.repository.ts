import { Injectable } from '@nestjs/common';
import type { bookingQuery, BookingSlot, SharedThing } from '@kepu/contracts';
import type { BookingState } from '@kepu/domain';
import type { z } from 'zod';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, newId, readRows, type Predicate, type SqlParams } from '../../platform/database/index.js';
import { BookingSlotEntity, ThingBookingEntity } from './thing.entity.js';
import { bookingsWithin, keptBookings } from './thing.policy.js';

/** A booking with the names that a person reads. */
export interface BookingRow {
  readonly id: string; readonly thingId: string; readonly thingName: string; readonly thingClosed: number; readonly keeperId: string; readonly keeperName: string; readonly keeperPath: string; readonly keeperDivision: string; readonly unitId: string; readonly unitName: string; readonly unitPath: string; readonly divisionId: string; readonly activityId: string | null; readonly title: string | null;
  readonly place: string; readonly countyId: string; readonly countyName: string; readonly purpose: string; readonly firstDay: string; readonly lastDay: string; readonly state: BookingState; readonly reason: string | null; readonly movedReason: string | null; readonly askedBy: string; readonly createdBy: string; readonly createdAt: string; readonly decidedBy: string | null; readonly decidedAt: string | null; readonly version: number;
}
/** A part of a day of a booking. `taken`: another confirmed booking of the same thing holds it. */
export interface SlotRow extends BookingSlot { readonly bookingId: string; readonly taken: number }
/** A part of a day at which a thing is somewhere. */
export interface StopRow extends BookingSlot {
  readonly bookingId: string; readonly thingId: string; readonly thingName: string; readonly kind: SharedThing['kind']; readonly unitId: string; readonly unitName: string; readonly place: string; readonly countyName: string; readonly activityId: string | null; readonly title: string | null; readonly published: number;
}

const columns = `b.id AS id, b.thing_id AS thingId, h.name AS thingName, h.closed AS thingClosed, ku.id AS keeperId, ku.name AS keeperName, ku.path AS keeperPath, ku.division_id AS keeperDivision, u.id AS unitId, u.name AS unitName, u.path AS unitPath, u.division_id AS divisionId, b.activity_id AS activityId, a.title AS title, b.place AS place, b.county_id AS countyId, d.name AS countyName,
  b.purpose AS purpose, b.first_day AS firstDay, b.last_day AS lastDay, b.state AS state, b.reason AS reason, b.moved_reason AS movedReason, c.name AS askedBy, b.created_by AS createdBy, b.created_at AS createdAt, dc.name AS decidedBy, b.decided_at AS decidedAt, b.version AS version`;
const from = `FROM thing_bookings b JOIN shared_things h ON h.id = b.thing_id JOIN units ku ON ku.id = h.unit_id JOIN units u ON u.id = b.unit_id JOIN divisions d ON d.id = b.county_id JOIN accounts c ON c.id = b.created_by LEFT JOIN accounts dc ON dc.id = b.decided_by LEFT JOIN activities a ON a.id = b.activity_id`;
const sorts = { firstDay: 'b.first_day', askedAt: 'b.created_at' } as const;
const part = "CASE x.part WHEN 'morning' THEN 0 WHEN 'afternoon' THEN 1 ELSE 2 END";
const keyOf = (thingId: string, { day, part: half }: BookingSlot): string => `${thingId}:${day}:${half}`;

/** Rows of `thing_bookings` and of their parts of days. What is confirmed stands in the calendar; anything else is of those who asked and of those who keep the thing. */
@Injectable()
export class BookingsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, { ids, thingId, unitId, activityId, state, waiting, from: since, to, sort = '-askedAt', page, perPage, q: _ }: z.output<typeof bookingQuery>): Promise<{ rows: BookingRow[]; total: number }> {
    const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);
    const waits = allOf([{ sql: "b.state = 'asked'", params: {} }, keptBookings(actor)]);
    const { sql, params } = allOf([
      bookingsWithin(actor), ...(ids ? [memberOf('b.id', ids, 'ids')] : []), ...equal('b.thing_id', 'thingId', thingId), ...equal('b.activity_id', 'activityId', activityId), ...equal('b.state', 'state', state), ...(unitId === undefined ? [] : [{ sql: 'u.path LIKE :askedPath', params: { askedPath: `%/${unitId}/%` } }]),
      ...(waiting === undefined ? [] : [waiting ? waits : { sql: `NOT (${waits.sql})`, params: waits.params }]), ...(since === undefined ? [] : [{ sql: 'b.last_day >= :sinceDay', params: { sinceDay: since } }]), ...(to === undefined ? [] : [{ sql: 'b.first_day <= :untilDay', params: { untilDay: to } }]),
    ]);
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<BookingRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, b.id ${direction} LIMIT :pageLimit OFFSET :pageOffset`, { ...params, pageLimit: perPage, pageOffset: (page - 1) * perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${sql}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  async findFor(actor: Actor, id: string): Promise<BookingRow | null> {
    const within = bookingsWithin(actor);
    return (await this.read(`b.id = :id AND (${within.sql})`, { ...within.params, id }))[0] ?? null;
  }
  async byId(id: string): Promise<BookingRow | null> { return (await this.read('b.id = :id', { id }))[0] ?? null; }
  async slots(bookingIds: readonly string[]): Promise<SlotRow[]> {
    return bookingIds.length === 0 ? [] : readRows<SlotRow>(this.database.reader, `SELECT x.booking_id AS bookingId, x.day AS day, x.part AS part, CASE WHEN x.taken_key IS NULL AND EXISTS (SELECT 1 FROM booking_slots o WHERE o.thing_id = x.thing_id AND o.day = x.day AND o.part = x.part AND o.taken_key IS NOT NULL AND o.booking_id <> x.booking_id) THEN 1 ELSE 0 END AS taken
      FROM booking_slots x WHERE x.booking_id IN (:...bookingIds) ORDER BY x.day, ${part}`, { bookingIds });
  }
  /** Parts of days that others hold, of those asked for. */
  async held(thingId: string, slots: readonly BookingSlot[], but: string): Promise<BookingSlot[]> {
    const keys = memberOf('x.taken_key', slots.map((slot) => keyOf(thingId, slot)), 'keys');
    return readRows<BookingSlot>(this.database.reader, `SELECT x.day AS day, x.part AS part FROM booking_slots x WHERE ${keys.sql} AND x.booking_id <> :but ORDER BY x.day, ${part}`, { ...keys.params, but });
  }
  /** Where things are on some days, confirmed; for anybody only what is shown. */
  stops({ since, until, thingId, shown }: { readonly since: string; readonly until: string; readonly thingId?: string | undefined; readonly shown: boolean }): Promise<StopRow[]> {
    return readRows<StopRow>(this.database.reader, `SELECT x.booking_id AS bookingId, x.day AS day, x.part AS part, h.id AS thingId, h.name AS thingName, h.kind AS kind, u.id AS unitId, u.name AS unitName, b.place AS place, d.name AS countyName, b.activity_id AS activityId, a.title AS title, CASE WHEN a.state IN ('open', 'reported', 'closed') THEN 1 ELSE 0 END AS published
      FROM booking_slots x JOIN thing_bookings b ON b.id = x.booking_id AND b.state = 'confirmed' JOIN shared_things h ON h.id = b.thing_id JOIN units u ON u.id = b.unit_id JOIN divisions d ON d.id = b.county_id LEFT JOIN activities a ON a.id = b.activity_id
      WHERE x.day >= :since AND x.day <= :until${thingId === undefined ? '' : ' AND h.id = :thingId'}${shown ? ' AND h.shown = 1 AND h.closed = 0' : ''} ORDER BY x.day, ${part}, h.name_key, x.id`, { since, until, ...(thingId === undefined ? {} : { thingId }) });
  }
  async isCounty(code: string): Promise<boolean> { return (await readRows(this.database.reader, "SELECT d.id AS id FROM divisions d WHERE d.id = :code AND d.kind = 'county' AND d.closed_on IS NULL", { code })).length > 0; }
  /** An activity within reach that is not over. */
  async mayServe(actor: Actor, activityId: string): Promise<boolean> {
    const within = unitsWithin(reachOf(actor, 'activity:read'), 'u');
    return (await readRows(this.database.reader, `SELECT a.id AS id FROM activities a JOIN units u ON u.id = a.unit_id WHERE a.id = :activityId AND a.state NOT IN ('cancelled', 'closed') AND (${within.sql})`, { ...within.params, activityId })).length > 0;
  }
  /** Confirmed or asked for an activity that does not take place. */
  openOf(activityId: string): Promise<BookingRow[]> { return this.read("b.activity_id = :activityId AND b.state IN ('asked', 'confirmed')", { activityId }); }

  async insert(row: ThingBookingEntity, slots: readonly BookingSlot[]): Promise<void> {
    await insertRows(this.database.writer, ThingBookingEntity, [row]);
    await this.addSlots(row.id, row.thingId, slots, false);
  }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update({ id, state }: Pick<BookingRow, 'id' | 'state'>, version: number, changes: Partial<ThingBookingEntity>): Promise<boolean> {
    return (await this.database.writer.update(ThingBookingEntity, { id, version, state }, { ...changes, version: version + 1 })).affected === 1;
  }
  /** The parts of days as they are from now on. Held ones stand once for each thing: the unique key is the check. */
  async setSlots(bookingId: string, thingId: string, slots: readonly BookingSlot[], hold: boolean): Promise<void> {
    await changeRows(this.database.writer, 'DELETE FROM booking_slots WHERE booking_id = :bookingId', { bookingId });
    await this.addSlots(bookingId, thingId, slots, hold);
  }
  async letGo(bookingId: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE booking_slots SET taken_key = NULL WHERE booking_id = :bookingId', { bookingId }); }

  private addSlots(bookingId: string, thingId: string, slots: readonly BookingSlot[], hold: boolean): Promise<void> { return insertRows(this.database.writer, BookingSlotEntity, slots.map((slot) => ({ id: newId(), bookingId, thingId, day: slot.day, part: slot.part, takenKey: hold ? keyOf(thingId, slot) : null }))); }
  private read(where: string, params: SqlParams): Promise<BookingRow[]> { return readRows<BookingRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${where} ORDER BY b.id`, params); }
}

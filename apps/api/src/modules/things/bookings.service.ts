import { Injectable } from '@nestjs/common';
import { bookingLimits, type bookingInput, type bookingMove, type bookingQuery, type BookingSlot, type HistoryEntry, type Page, type ThingBooking } from '@kepu/contracts';
import { addDays, bookingLifecycle, next, slotsOf, type BookingAction, type BookingState } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { reaches, reachOf, type Actor, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal, type FieldError } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Failpoints } from '../../platform/test-control/failpoints.js';
import { AuditQueries } from '../identity/index.js';
import { UnitDirectory } from '../units/index.js';
import { BookingsRepository, type BookingRow, type SlotRow } from './bookings.repository.js';
import type { ThingBookingEntity } from './thing.entity.js';
import { ThingsRepository } from './things.repository.js';

/** What happened to a booking that others hear of. */
export type BookingEvent = 'asked' | 'confirmed' | 'declined' | 'moved' | 'taken_back' | 'withdrawn';
type Span = Pick<z.output<typeof bookingInput>, 'from' | 'to' | 'parts'>;

/** Units ask for things, those who keep them answer; what is confirmed holds its parts of days, each once. */
@Injectable()
export class Bookings {
  constructor(
    private readonly rows: BookingsRepository, private readonly things: ThingsRepository, private readonly units: UnitDirectory, private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, private readonly failpoints: Failpoints,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof bookingQuery>): Promise<Page<ThingBooking>> {
    const { rows, total } = await this.rows.listFor(actor, query);
    return { data: await this.views(actor, rows), total };
  }
  async get(actor: PersonActor, id: string): Promise<ThingBooking> {
    const [view] = await this.views(actor, [await this.demand(actor, id)]);
    if (!view) throw notFound();
    return view;
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.demand(actor, id);
    return this.history.historyOf('thing_booking', id);
  }

  /** Errors: `reference.not_found`, `thing.closed`, `input.invalid` for days that are none, `booking.taken`. */
  async create(actor: PersonActor, { thingId, unitId, activityId, countyCode, place, purpose, ...span }: z.output<typeof bookingInput>): Promise<ThingBooking> {
    const slots = this.slots(span);
    const id = newId();
    await this.work.run(async () => {
      const thing = await this.things.find(thingId);
      if (!thing) throw badReference('terms.thingFields.thing');
      if (Number(thing.closed) === 1) throw new Refusal('thing.closed');
      if (!(await this.units.openUnitIds(actor, 'thing:ask', [unitId])).has(unitId)) throw badReference('terms.thingFields.unit');
      if (activityId !== null && !(await this.rows.mayServe(actor, activityId))) throw badReference('terms.thingFields.activity');
      if (!(await this.rows.isCounty(countyCode))) throw badReference('terms.thingFields.county');
      await this.demandFree(thingId, slots, id);
      const now = this.clock.now();
      await this.rows.insert({ id, thingId, unitId, activityId, place, countyId: countyCode, purpose, firstDay: span.from, lastDay: span.to, state: 'asked', reason: null, movedReason: null, createdAt: now, createdBy: actor.accountId, decidedAt: null, decidedBy: null, version: 1 }, slots);
      await this.audit.record({ actor: auditActor(actor), action: 'thing_booking.asked', subjectKind: 'thing_booking', subjectId: id, before: null, after: { thing: thing.name, unitId, place, purpose, ...said(span) } });
      await this.tell('asked', id, 1, actor);
    });
    return this.get(actor, id);
  }

  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `booking.taken`, `booking.over`. */
  confirm(actor: PersonActor, id: string, version: number): Promise<ThingBooking> {
    return this.decide(actor, id, version, 'confirm', null, 'confirmed', async (row) => {
      const slots = await this.rows.slots([id]);
      await this.hold(row, slots);
      return {};
    });
  }
  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`. */
  decline(actor: PersonActor, id: string, version: number, reason: string): Promise<ThingBooking> { return this.decide(actor, id, version, 'decline', reason, 'declined', () => Promise.resolve({}), true); }
  /** Confirmed for other days. Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `input.invalid`, `booking.taken`, `booking.over`. */
  move(actor: PersonActor, id: string, { version, reason, ...span }: z.output<typeof bookingMove>): Promise<ThingBooking> {
    const slots = this.slots(span);
    return this.decide(actor, id, version, 'move', null, 'moved', async (row) => {
      await this.rows.letGo(id);
      await this.hold(row, slots);
      return { firstDay: span.from, lastDay: span.to, movedReason: reason };
    }, false, { ...said(span), reason });
  }
  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `booking.over`. */
  takeBack(actor: PersonActor, id: string, version: number, reason: string): Promise<ThingBooking> {
    return this.decide(actor, id, version, 'take_back', reason, 'taken_back', async () => {
      await this.rows.letGo(id);
      return {};
    });
  }
  /** By whoever asked. Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `booking.over`. */
  async withdraw(actor: PersonActor, id: string, version: number): Promise<ThingBooking> {
    await this.work.run(async () => {
      const row = await this.demand(actor, id);
      if (!this.mayWithdraw(actor, row)) throw notFound();
      this.demandAhead(row);
      await this.end(actor, row, version, null);
    });
    return this.get(actor, id);
  }
  /** Inside the unit in which an activity is cancelled: what was asked for it is needed no more. */
  async endOf(actor: Actor, activityId: string, reason: string): Promise<void> {
    for (const row of await this.rows.openOf(activityId)) if (row.lastDay >= this.clock.today()) await this.end(actor, row, row.version, reason);
  }

  private async end(actor: Actor, row: BookingRow, version: number, reason: string | null): Promise<void> {
    const state = stepOf(row.state, 'withdraw');
    await this.rows.letGo(row.id);
    await this.update(row, version, { state, reason });
    await this.audit.record({ actor: auditActor(actor), action: 'thing_booking.withdrawn', subjectKind: 'thing_booking', subjectId: row.id, before: { state: row.state }, after: { state, ...(reason === null ? {} : { reason }) } });
    await this.tell('withdrawn', row.id, version + 1, actor);
  }
  private async decide(
    actor: PersonActor, id: string, version: number, action: Exclude<BookingAction, 'withdraw'>, reason: string | null, event: Exclude<BookingEvent, 'asked' | 'withdrawn'>, run: (row: BookingRow) => Promise<Partial<ThingBookingEntity>>, late = false, more: Readonly<Record<string, string>> = {},
  ): Promise<ThingBooking> {
    let days = '';
    await this.work.run(async () => {
      const row = await this.demand(actor, id);
      days = more['from'] ?? row.firstDay;
      if (!this.mayDecide(actor, row)) throw notFound();
      const state = stepOf(row.state, action);
      if (!late) this.demandAhead(row, action === 'move');
      const changes = await run(row);
      await this.update(row, version, { state, reason, decidedAt: this.clock.now(), decidedBy: actor.accountId, ...changes });
      await this.audit.record({ actor: auditActor(actor), action: `thing_booking.${event}` as const, subjectKind: 'thing_booking', subjectId: id, before: { state: row.state, from: row.firstDay, to: row.lastDay }, after: { state, ...(reason === null ? {} : { reason }), ...more } });
      await this.tell(event, id, version + 1, actor);
      // Of two at once the key lets one through: the other hears it where the unit ends.
    }).catch((error: unknown) => { throw error instanceof UniqueViolation ? new Refusal('booking.taken', { params: { days }, cause: error }) : error; });
    return this.get(actor, id);
  }

  /** Errors: `booking.taken`, naming the days. */
  private async hold({ id, thingId }: BookingRow, slots: readonly BookingSlot[]): Promise<void> {
    await this.demandFree(thingId, slots, id);
    // The control takes for true what was read before.
    const guarded = !this.failpoints.skips('booking.taken');
    await this.rows.setSlots(id, thingId, slots, guarded);
  }
  private async demandFree(thingId: string, slots: readonly BookingSlot[], but: string): Promise<void> {
    const held = await this.rows.held(thingId, slots, but);
    await this.failpoints.pause('booking.looked');
    if (held.length > 0) throw new Refusal('booking.taken', { params: { days: [...new Set(held.map(({ day }) => day))].slice(0, 5).join('、') } });
  }
  /** Errors: `input.invalid`. */
  private slots(span: Span): BookingSlot[] {
    const today = this.clock.today();
    const faults: FieldError[] = [
      ...(span.from < today ? [{ path: 'body.from', code: 'too_small', params: { minimum: today } }] : []), ...(span.to < span.from ? [{ path: 'body.to', code: 'order' }] : []),
      ...(span.to > addDays(today, bookingLimits.ahead) ? [{ path: 'body.to', code: 'too_big', params: { maximum: addDays(today, bookingLimits.ahead) } }] : span.to >= addDays(span.from, bookingLimits.days) ? [{ path: 'body.to', code: 'too_big', params: { maximum: addDays(span.from, bookingLimits.days - 1) } }] : []),
    ];
    if (faults.length > 0) throw new Refusal('input.invalid', { params: { count: faults.length }, fields: faults });
    return slotsOf(span);
  }
  /** Errors: `booking.over`. */
  private demandAhead(row: BookingRow, moves = false): void { if (!moves && row.lastDay < this.clock.today()) throw new Refusal('booking.over'); }
  private mayDecide(actor: Actor, row: BookingRow): boolean { return reaches(reachOf(actor, 'thing:write'), { path: row.keeperPath, divisionId: row.keeperDivision }); }
  private mayWithdraw(actor: Actor, row: BookingRow): boolean { return reaches(reachOf(actor, 'thing:ask'), { path: row.unitPath, divisionId: row.divisionId }); }
  private async update(row: BookingRow, version: number, changes: Partial<ThingBookingEntity>): Promise<void> { if (row.version !== version || !(await this.rows.update(row, version, changes))) throw new Refusal('version.stale'); }
  private async tell(event: BookingEvent, bookingId: string, version: number, actor: Actor): Promise<void> { await this.jobs.enqueue('notice.thing_booking', { event, bookingId, version, by: actor.kind === 'person' ? actor.accountId : '' }); }
  private async demand(actor: PersonActor, id: string): Promise<BookingRow> {
    const row = await this.rows.findFor(actor, id);
    if (!row) throw notFound();
    return row;
  }
  private async views(actor: PersonActor, rows: readonly BookingRow[]): Promise<ThingBooking[]> {
    const slots = await this.rows.slots(rows.map(({ id }) => id));
    const today = this.clock.today();
    return rows.map((row) => {
      const ahead = row.lastDay >= today;
      return bookingView(row, slots.filter(({ bookingId }) => bookingId === row.id), { decide: this.mayDecide(actor, row), withdraw: ahead && (row.state === 'asked' || row.state === 'confirmed') && this.mayWithdraw(actor, row) });
    });
  }
}

const plain = ({ day, part }: BookingSlot): BookingSlot => ({ day, part });
const said = ({ from, to, parts }: Span): Record<string, string> => ({ from, to, parts: parts.join(',') });
const bookingView = (row: BookingRow, slots: readonly SlotRow[], may: ThingBooking['may']): ThingBooking => ({
  id: row.id, thing: { id: row.thingId, name: row.thingName }, keeper: { id: row.keeperId, name: row.keeperName }, unit: { id: row.unitId, name: row.unitName }, activity: row.activityId === null ? null : { id: row.activityId, title: row.title ?? '' }, place: row.place, county: { code: row.countyId, name: row.countyName }, purpose: row.purpose, slots: slots.map(plain), firstDay: row.firstDay, lastDay: row.lastDay,
  state: row.state, reason: row.reason, moved: row.movedReason, clashes: row.state === 'asked' ? slots.filter(({ taken }) => Number(taken) === 1).map(plain) : [], askedBy: row.askedBy, askedAt: fromDbTime(row.createdAt), decidedBy: row.decidedBy, decidedAt: row.decidedAt === null ? null : fromDbTime(row.decidedAt), may, version: row.version,
});
/** Errors: `lifecycle.not_allowed`. */
const stepOf = (state: BookingState, action: BookingAction): BookingState => {
  const result = next(bookingLifecycle, state, action);
  if (!result.ok || result.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.bookingStates.${state}` } });
  return result.state;
};

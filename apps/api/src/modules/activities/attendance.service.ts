import { Injectable } from '@nestjs/common';
import type { marks, MySignup } from '@kepu/contracts';
import { isCheckInOpen, OPENS_MINUTES } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { markedAs, type Noted } from './attendance-marks.js';
import { AttendanceRepository, type Expected } from './attendance.repository.js';
import { GuardianWords } from './guardian-words.js';
import { isCodeGood } from './check-in-code.js';
import { ShiftAccess } from './roster-access.js';
import { RosterRepository, type LedShiftRow } from './roster.repository.js';
import { SignupLists } from './signup-lists.service.js';
import { SignupTurns } from './signup-turns.repository.js';
import type { AttendanceEntity } from './signup.entity.js';

/** Tries of one account at one shift. Six digits, two of a million good at a time: with this, guessing takes years, and a whole row of impatient taps still gets in. */
const tries = { tries: 60, minutes: 10 };
const limitKind = 'check-in';

/** A presence whose hours wait to be confirmed. */
export interface ToSettle extends Expected { readonly attendance: AttendanceEntity }
/** What stands of a presence when its hours are confirmed. */
export interface Settlement { readonly minutes: number; readonly outAt: Date; readonly outBy: AttendanceEntity['outBy']; readonly onDuty: boolean }

/** Where the key of a shift's rotating code stands. */
export const secretPlace = (shiftId: string) => ({ table: 'shifts', column: 'secret', row: shiftId }) as const;

/** Whether a shift takes place, so that marks and hours mean something. */
export const takesPlace = (shift: Pick<LedShiftRow, 'cancelledAt' | 'activityState'>): boolean => shift.cancelledAt === null && shift.activityState === 'open';
/** Whether hours can be settled: also when the activity is closed, for those whose real name or cleared registration came late. The close waits for all others. */
export const tookPlace = (shift: Pick<LedShiftRow, 'cancelledAt' | 'activityState'>): boolean => shift.cancelledAt === null && ['open', 'reported', 'closed'].includes(shift.activityState);
/** Whether marks are taken: from an hour before the beginning, until the hours are settled. */
export const marksOpen = (shift: Pick<LedShiftRow, 'cancelledAt' | 'activityState' | 'startsAt'>, now: Date): boolean => takesPlace(shift) && now.getTime() >= Date.parse(shift.startsAt) - OPENS_MINUTES * 60_000;

/** Presence: by code, by the person, by the tick list; and its settlement. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly rows: AttendanceRepository, private readonly rosters: RosterRepository, private readonly access: ShiftAccess, private readonly lists: SignupLists, private readonly turns: SignupTurns, private readonly words: GuardianWords,
    private readonly cipher: FieldCipher, private readonly limits: RateLimits, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `attendance.not_expected`, `attendance.not_open`, `attendance.code_wrong`, `consent.missing`, `rate.limited`. Whoever is there already is told so, with any code. */
  async checkIn(actor: PersonActor, shiftId: string, code: string): Promise<MySignup> {
    const { shift, signup } = await this.own(actor, shiftId);
    const noted = await this.rows.find(signup.signupId);
    if (noted) return this.there(actor, noted);
    if (!takesPlace(shift) || !isCheckInOpen(shift, this.clock.now().toISOString())) throw new Refusal('attendance.not_open');
    const key = `${actor.accountId} ${shiftId}`;
    await this.limits.spend(limitKind, key, tries);
    if (!isCodeGood(this.cipher.open(shift.secret, secretPlace(shiftId)), shiftId, code, this.clock.now())) throw new Refusal('attendance.code_wrong');
    await this.work.run(async () => {
      // One scan after the other; whoever leaves at this moment has left, or is here.
      await this.turns.atShift(shiftId);
      if (await this.rows.find(signup.signupId)) return;
      const [still] = await this.rows.expected(shiftId, { volunteerId: actor.accountId });
      if (!still) throw new Refusal('attendance.not_expected');
      await this.words.demand(actor.accountId, shift);
      const now = this.clock.now();
      await this.rows.insert([this.fresh(shiftId, still, { state: 'present', inAt: now, inBy: 'code', outAt: null, outBy: null }, now, null)]);
      await this.audit.record({ actor: auditActor(actor), action: 'attendance.checked_in', subjectKind: 'signup', subjectId: still.signupId, before: null, after: { state: 'present', shiftId } });
    });
    await this.limits.forget(limitKind, key);
    return this.lists.mineOne(actor, signup.signupId);
  }

  /** Errors: `attendance.not_expected`, `attendance.not_present`, `attendance.not_open`. */
  async checkOut(actor: PersonActor, shiftId: string): Promise<MySignup> {
    const { shift, signup } = await this.own(actor, shiftId);
    await this.work.run(async () => {
      await this.turns.atShift(shiftId);
      const noted = await this.rows.find(signup.signupId);
      if (!noted || noted.state === 'absent') throw new Refusal('attendance.not_present');
      if (noted.state !== 'present') return;
      if (!takesPlace(shift) || !isCheckInOpen(shift, this.clock.now().toISOString())) throw new Refusal('attendance.not_open');
      if (!(await this.rows.change(noted, { state: 'left', outAt: this.clock.now(), outBy: 'self' }))) throw new Refusal('attendance.not_present');
      await this.audit.record({ actor: auditActor(actor), action: 'attendance.checked_out', subjectKind: 'signup', subjectId: signup.signupId, before: { state: noted.state }, after: { state: 'left', shiftId } });
    });
    return this.lists.mineOne(actor, signup.signupId);
  }

  /** Keeps the tick list, all of it or nothing. Errors: `attendance.not_open`, `attendance.not_expected`, `consent.missing`, `shift.settled`. */
  async mark(actor: Actor, shiftId: string, given: z.output<typeof marks>): Promise<void> {
    await this.work.run(async () => {
      const shift = await this.access.demandLeader(actor, shiftId);
      await this.turns.atShift(shiftId);
      const now = this.clock.now();
      // Nobody is absent from what has not begun.
      const early = now.getTime() < Date.parse(shift.startsAt) && given.marks.some(({ mark }) => mark === 'absent');
      if (early || !marksOpen(shift, now)) throw new Refusal('attendance.not_open');
      const wanted = new Map(given.marks.map(({ signupId, mark }) => [signupId, mark]));
      const expected = await this.rows.expected(shiftId, { signupIds: [...wanted.keys()] });
      if (expected.length !== wanted.size) throw new Refusal('attendance.not_expected');
      const noted = await this.rows.of([...wanted.keys()]);
      const changed: { signupId: string; from: string | null; to: string | null }[] = [];
      for (const person of expected) {
        const before = noted.get(person.signupId) ?? null;
        const after = markedAs(before, wanted.get(person.signupId) ?? 'clear', shift, now);
        if (after === 'settled') throw new Refusal('shift.settled');
        if (after === before) continue;
        if (after?.state === 'present') await this.words.demand(person.volunteerId, shift);
        if (!(await this.keep(shiftId, person, before, after, now, actor))) throw new Refusal('shift.settled');
        changed.push({ signupId: person.signupId, from: before?.state ?? null, to: after?.state ?? null });
      }
      if (changed.length > 0) await this.audit.record({ actor: auditActor(actor), action: 'attendance.marked', subjectKind: 'shift', subjectId: shiftId, before: null, after: { activityId: shift.activityId, marks: changed } });
    });
  }

  /** The presences of these sign-ups, for those who lead the shift. Inside a unit. Errors: `attendance.not_open`, `attendance.not_expected`, `attendance.not_present`, `shift.settled`. */
  async toSettle(actor: Actor, shiftId: string, signupIds: readonly string[]): Promise<{ shift: LedShiftRow; rows: ReadonlyMap<string, ToSettle> }> {
    const shift = await this.access.demandLeader(actor, shiftId);
    await this.turns.atShift(shiftId);
    if (!tookPlace(shift) || this.clock.now().getTime() < Date.parse(shift.endsAt)) throw new Refusal('attendance.not_open');
    const expected = await this.rows.expected(shiftId, { signupIds });
    if (expected.length !== new Set(signupIds).size) throw new Refusal('attendance.not_expected');
    const noted = await this.rows.of(signupIds);
    const rows = new Map<string, ToSettle>();
    for (const person of expected) {
      const attendance = noted.get(person.signupId);
      if (attendance?.state === 'settled') throw new Refusal('shift.settled');
      if (!attendance || attendance.state === 'absent') throw new Refusal('attendance.not_present');
      rows.set(person.signupId, { ...person, attendance });
    }
    return { shift, rows };
  }

  /** Puts the minutes down for good; the caller writes the ledger and the audit in the same unit. Errors: `shift.settled`, where somebody else was faster. */
  async settle(row: ToSettle, { minutes, outAt, outBy, onDuty }: Settlement): Promise<void> {
    if (!(await this.rows.change(row.attendance, { state: 'settled', minutes, outAt, outBy }))) throw new Refusal('shift.settled');
    if ((row.onDuty === 1) !== onDuty) await this.rows.setOnDuty(row.signupId, onDuty);
  }

  /** The shift and the own place in it. Errors: `resource.not_found`, `attendance.not_expected`. */
  private async own(actor: PersonActor, shiftId: string) {
    const shift = await this.rosters.publishedShift(shiftId);
    if (!shift) throw notFound();
    const [signup] = await this.rows.expected(shiftId, { volunteerId: actor.accountId });
    if (!signup) throw new Refusal('attendance.not_expected');
    return { shift, signup };
  }

  private there(actor: PersonActor, noted: AttendanceEntity): Promise<MySignup> {
    // Who was marked as absent asks the leader: a code alone does not overrule what somebody saw.
    if (noted.state === 'absent') throw new Refusal('attendance.not_expected');
    return this.lists.mineOne(actor, noted.signupId);
  }

  private async keep(shiftId: string, person: Expected, before: AttendanceEntity | null, after: Noted | null, now: Date, actor: Actor): Promise<boolean> {
    const markedBy = actor.kind === 'person' ? actor.accountId : null;
    if (!before) {
      if (after) await this.rows.insert([this.fresh(shiftId, person, after, now, markedBy)]);
      return true;
    }
    if (!after) return this.rows.remove(before);
    const { state, inAt, inBy, outAt, outBy } = after;
    return this.rows.change(before, { state, inAt, inBy, outAt, outBy, markedBy });
  }

  private fresh(shiftId: string, person: Expected, noted: Noted, now: Date, markedBy: string | null): AttendanceEntity {
    const { state, inAt, inBy, outAt, outBy } = noted;
    return { id: newId(), signupId: person.signupId, shiftId, volunteerId: person.volunteerId, state, inAt, inBy, outAt, outBy, minutes: null, markedBy, createdAt: now, version: 1 };
  }
}

import { Injectable } from '@nestjs/common';
import type { companionsInput, MySignup, signupInput, withdrawal } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { can, signupLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { ActivityFollowers } from './activity-followers.js';
import { Companions, nobodyBrought, type Brought } from './companions.js';
import { SignupLists } from './signup-lists.service.js';
import { SignupPlaces } from './signup-places.js';
import { demandOpen, hasBegun, isActive, LATE_MS, notNow, signupStep, takesPlace } from './signup-steps.js';
import type { SignupEntity } from './signup.entity.js';
import { SignupsRepository, type Place } from './signups.repository.js';

/** What is written of a sign-up, new or renewed. */
export type SignupDetails = Pick<SignupEntity, 'onDuty' | 'note' | 'placedBy'> & Partial<Brought>;
/** What somebody signs up with; without a word about companions there are none. */
type Wish = Omit<z.output<typeof signupInput>, 'companions' | 'riskHash'> & Partial<Pick<z.output<typeof signupInput>, 'companions' | 'riskHash'>>;
/** How an ending without a form stands in the history. */
const endings = { withdraw: 'signup.withdrawn', release: 'signup.released', lapse: 'signup.lapsed', pass: 'signup.passed' } as const;
/** How often the unit is told of new requests at most. */
const TELL_MS = 10 * 60_000;

/** What a place demands and somebody has no more on its day, and how they are told. */
export interface LapsedProof { readonly proof: 'certificate' | 'pool'; readonly reason: string }

/** What volunteers do for themselves: sign up, wait, leave. */
@Injectable()
export class SignupRequests {
  constructor(
    private readonly rows: SignupsRepository, private readonly places: SignupPlaces, private readonly lists: SignupLists, private readonly jobs: Jobs, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock, private readonly companions: Companions, private readonly followers: ActivityFollowers,
  ) {}

  /** Errors: `volunteer.required`, `signup.closed`, `signup.exists`, `signup.overlap`, `signup.not_eligible`, `position.full`, and what stands against companions. */
  async create(actor: PersonActor, positionId: string, given: Wish, locale: Locale = 'zh-CN'): Promise<MySignup> {
    if (!(await this.rows.isVolunteer(actor.accountId))) throw new Refusal('volunteer.required');
    const place = await this.rows.publishedPlace(positionId);
    if (!place) throw notFound();
    const instant = place.flow === 'instant';
    await this.lookFirst(actor.accountId, place, { atOnce: instant && !given.waitIfFull });
    const id = await this.work.run(async () => {
      const brought = await this.companions.demand(actor.accountId, place, { companions: given.companions ?? 0, riskHash: given.riskHash ?? null });
      await this.places.demandMay(actor, actor.accountId, place, locale);
      let taken = instant && (await this.places.take(place));
      if (!taken) {
        if (instant && !given.waitIfFull) throw new Refusal('position.full');
        await this.places.joinList(place);
        // Somebody may have left before the turn came.
        taken = instant && (await this.places.take(place));
      }
      const state = taken ? 'confirmed' : instant ? 'waiting' : 'requested';
      return this.write(actor, place, actor.accountId, state, { onDuty: given.onDuty, note: given.note, placedBy: null, ...brought });
    }).catch(alreadyThere);
    return this.lists.mineOne(actor, id);
  }

  /** Whose sign-up it is, for whoever proves to act for that person. Errors: `resource.not_found`. */
  async ownerOf(id: string): Promise<string> {
    const owner = await this.rows.ownerOf(id);
    if (owner === null) throw notFound();
    return owner;
  }

  /** What can be told before the unit. Errors: `signup.closed`, `signup.exists`, `signup.overlap`, `position.full`. */
  async lookFirst(volunteerId: string, place: Place, wish: { readonly atOnce: boolean }): Promise<void> {
    demandRenewable(await this.rows.of(place.positionId, volunteerId));
    await this.places.look(volunteerId, place, wish);
  }

  /** Writes a new sign-up, or renews one that was left or cancelled; with its audit and what follows. Inside a unit. Errors: `signup.exists`. */
  async write(actor: Actor, place: Place, volunteerId: string, state: 'requested' | 'waiting' | 'confirmed', details: SignupDetails): Promise<string> {
    const now = this.clock.now();
    const before = await this.rows.of(place.positionId, volunteerId);
    demandRenewable(before);
    const decided = state === 'confirmed' ? { decidedAt: now, decidedBy: details.placedBy } : { decidedAt: null, decidedBy: null };
    const fresh = { ...nobodyBrought, ...details, ...decided, state, queuedAt: state === 'waiting' ? now : null, heldUntil: null, reason: null, signedUpAt: now };
    const id = before?.id ?? newId();
    if (!before) await this.rows.insert({ id, positionId: place.positionId, shiftId: place.shiftId, activityId: place.activityId, volunteerId, ...fresh, version: 1 });
    else if (!(await this.rows.change(before, fresh))) throw new Refusal('signup.exists');
    await this.audit.record({
      actor: auditActor(actor), action: details.placedBy ? 'signup.placed' : 'signup.created', subjectKind: 'signup', subjectId: id, before: before && { state: before.state },
      after: { state, activityId: place.activityId, positionId: place.positionId, onDuty: details.onDuty, ...(fresh.companions === 0 ? {} : { companions: fresh.companions }), ...(details.note === null ? {} : { note: details.note }) }, classified: { personId: volunteerId, fields: ['note'] },
    });
    if (state === 'requested') await this.tellUnit(place.activityId, now);
    else await this.jobs.enqueue('notice.signup', { event: state, signupIds: [id] });
    return id;
  }

  /** Inside a unit: a place for somebody whom the unit or the system has asked, however the activity gives its places otherwise. Answers the sign-up. Errors: as of `create`. */
  async seat(actor: Actor, positionId: string, volunteerId: string, locale: Locale): Promise<string> {
    const place = await this.rows.publishedPlace(positionId);
    if (!place) throw notFound();
    const before = await this.rows.of(positionId, volunteerId);
    if (before?.state === 'confirmed') return before.id;
    demandOpen(place, this.clock.now());
    await this.places.demandMay(actor, volunteerId, place, locale);
    // The place of somebody who waits and was asked is held for them.
    if (before?.state === 'waiting' && before.heldUntil !== null) await this.places.keep(place);
    else if (!(await this.places.take(place))) throw new Refusal('position.full');
    if (before?.state !== 'requested' && before?.state !== 'waiting') return this.write(actor, place, volunteerId, 'confirmed', { onDuty: false, note: null, placedBy: null });
    if (!(await this.rows.change(before, { state: signupStep(before.state, 'confirm'), queuedAt: null, heldUntil: null, decidedAt: this.clock.now(), decidedBy: null }))) throw new Refusal('version.stale');
    await this.audit.record({ actor: auditActor(actor), action: 'signup.confirmed', subjectKind: 'signup', subjectId: before.id, before: { state: before.state }, after: { state: 'confirmed', activityId: place.activityId } });
    await this.jobs.enqueue('notice.signup', { event: 'confirmed', signupIds: [before.id] });
    return before.id;
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed`, `signup.reason_required`. */
  async withdraw(actor: PersonActor, id: string, given: z.output<typeof withdrawal>): Promise<MySignup> {
    await this.work.run(() => this.giveUp(actor, actor.accountId, id, given));
    return this.lists.mineOne(actor, id);
  }

  /** Inside a unit, for whoever proves to act for the person; without a version whatever it is now. Errors: as of `withdraw`. */
  async giveUp(actor: Actor, volunteerId: string, id: string, given: { readonly version?: number; readonly reason: string | null }): Promise<void> {
    const found = await this.rows.ofPerson(volunteerId, id);
    if (!found) throw notFound();
    await this.places.turnAt(found);
    const row = (await this.rows.ofPerson(volunteerId, id)) ?? found;
    const now = this.clock.now();
    const state = signupStep(row.state, 'withdraw');
    if (hasBegun(row, now)) throw notNow('terms.signupClosed.started');
    if (await this.rows.hasAttendance(id)) throw notNow('terms.attendanceStates.present');
    const held = row.state === 'confirmed';
    const late = held && Date.parse(row.startsAt) - now.getTime() < LATE_MS;
    if (late && given.reason === null) throw new Refusal('signup.reason_required');
    if (row.version !== (given.version ?? row.version) || !(await this.rows.change(row, { state, reason: given.reason, queuedAt: null, heldUntil: null }))) throw new Refusal('version.stale');
    if (takesPlace(row)) await this.places.passOn(row);
    if (held) await this.followers.left(actor, row.activityId, volunteerId, given.reason);
    await this.audit.record({
      actor: auditActor(actor), action: 'signup.withdrawn', subjectKind: 'signup', subjectId: id, before: { state: row.state },
      after: { state, activityId: row.activityId, ...(given.reason === null ? {} : { reason: given.reason }) }, classified: { personId: volunteerId, fields: ['reason'] },
    });
    // Where people get places at once the list fills the gap; whoever leads hears of it when there is hardly time left.
    if (held && (row.flow === 'request' || late)) await this.jobs.enqueue('notice.signup', { event: 'withdrawn', signupIds: [id] });
  }

  /** Another number of children who come along, or the same with the risks read anew; until the shift begins. Errors: `version.stale`, `lifecycle.not_allowed`, and what stands against companions. */
  async setCompanions(actor: PersonActor, id: string, { version, ...given }: z.output<typeof companionsInput>): Promise<MySignup> {
    await this.work.run(async () => {
      const found = await this.rows.findOwn(actor, id);
      if (!found) throw notFound();
      const brought = await this.companions.demand(actor.accountId, found, given);
      // Whoever gives a free place to the first who waits finds the row as it is, and not about to change.
      await this.places.turnAt(found);
      const row = (await this.rows.findOwn(actor, id)) ?? found;
      if (!isActive(row.state)) throw notNow(`terms.signupStates.${row.state}`);
      if (hasBegun(row, this.clock.now())) throw notNow('terms.signupClosed.started');
      if (row.version !== version || !(await this.rows.change(row, brought))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'signup.companions_set', subjectKind: 'signup', subjectId: id, before: { companions: row.companions }, after: { companions: brought.companions, activityId: row.activityId } });
    });
    return this.lists.mineOne(actor, id);
  }

  /** Inside the unit that closes the person's account: leaves without a reason, for nobody has to give one. */
  leave(actor: PersonActor, id: string): Promise<void> { return this.end(actor, actor.accountId, id, 'withdraw', null); }

  /** Inside the unit in which somebody's registration ceases to hold. */
  release(actor: Actor, volunteerId: string, id: string, reason: string): Promise<void> { return this.end(actor, volunteerId, id, 'release', reason); }

  /** Inside a unit: what the place demands, a certificate or a term in a pool, does not hold on its day. Person and unit are told why. */
  lapse(actor: Actor, volunteerId: string, id: string, { proof, reason }: LapsedProof): Promise<void> { return this.end(actor, volunteerId, id, 'lapse', reason, { proof }); }

  /** Inside the unit in which a team calls off: who leads it takes the others along, and the unit is told of the team once. */
  callOff(actor: PersonActor, volunteerId: string, id: string, reason: string | null): Promise<void> { return this.end(actor, volunteerId, id, 'withdraw', reason, { told: true }); }

  /** Inside a unit: the place was held, and nobody answered. Whoever it was can sign up again. */
  pass(volunteerId: string, id: string): Promise<void> { return this.end({ kind: 'system', task: 'waiting list' }, volunteerId, id, 'pass', null); }

  private async end(actor: Actor, volunteerId: string, id: string, action: 'withdraw' | 'release' | 'lapse' | 'pass', reason: string | null, { told = false, proof }: { readonly told?: boolean; readonly proof?: LapsedProof['proof'] } = {}): Promise<void> {
    const found = await this.rows.ofPerson(volunteerId, id);
    if (!found) return;
    await this.places.turnAt(found);
    const row = (await this.rows.ofPerson(volunteerId, id)) ?? found;
    const state = signupStep(row.state, action);
    if (!(await this.rows.change(row, { state, reason, queuedAt: null, heldUntil: null }))) throw new Refusal('version.stale');
    if (takesPlace(row)) await this.places.passOn(row);
    if (row.state === 'confirmed') await this.followers.left(actor, row.activityId, volunteerId, reason);
    await this.audit.record({ actor: auditActor(actor), action: endings[action], subjectKind: 'signup', subjectId: id, before: { state: row.state }, after: { state, activityId: row.activityId } });
    if (action === 'lapse' || action === 'pass') await this.jobs.enqueue('notice.signup', { event: action === 'lapse' ? 'lapsed' : 'passed', signupIds: [id], ...(proof && { proof }) });
    else if (row.state === 'confirmed' && !told) await this.jobs.enqueue('notice.signup', { event: 'withdrawn', signupIds: [id] });
  }

  /** One message for the requests of some minutes: a popular activity would fill the unit's screen. */
  private async tellUnit(activityId: string, now: Date): Promise<void> {
    const slot = Math.floor(now.getTime() / TELL_MS);
    await this.jobs.enqueue('notice.signups_requested', { activityId }, { key: `notice.signups_requested:${activityId}:${slot}`, runAfter: new Date((slot + 1) * TELL_MS) });
  }
}

/** Errors: `signup.exists`, where the person has or wants the place already, or was refused. */
const demandRenewable = (row: SignupEntity | null): void => {
  if (row && !can(signupLifecycle, row.state, 'renew')) throw new Refusal('signup.exists');
};

/** The unique key behind the turns. */
export const alreadyThere = (error: unknown): never => {
  if (error instanceof UniqueViolation) throw new Refusal('signup.exists', { cause: error });
  throw error;
};

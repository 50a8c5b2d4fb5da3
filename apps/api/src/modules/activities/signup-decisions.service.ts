import { Injectable } from '@nestjs/common';
import type { placementInput, Signup } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import type { SignupAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { ActivityFollowers } from './activity-followers.js';
import { SignupLists } from './signup-lists.service.js';
import { SignupPlaces } from './signup-places.js';
import { alreadyThere, SignupRequests } from './signup-requests.service.js';
import { hasBegun, notNow, signupStep, takesPlace } from './signup-steps.js';
import type { SignupEntity } from './signup.entity.js';
import { SignupsRepository, type PlacedSignup } from './signups.repository.js';

/** What a unit decides about those who signed up for its activities. */
@Injectable()
export class SignupDecisions {
  constructor(
    private readonly rows: SignupsRepository, private readonly places: SignupPlaces, private readonly requests: SignupRequests, private readonly lists: SignupLists, private readonly jobs: Jobs,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, private readonly followers: ActivityFollowers,
  ) {}

  /** A place for somebody who asked by phone. Errors: `reference.not_found`, `signup.closed`, `signup.exists`, `signup.overlap`, `signup.not_eligible`, `position.full`. */
  async place(actor: PersonActor, positionId: string, given: z.output<typeof placementInput>, locale: Locale = 'zh-CN'): Promise<Signup> {
    const place = await this.rows.placeWithin(actor, 'signup:decide', positionId);
    if (!place) throw notFound();
    if (!(await this.rows.isVolunteer(given.volunteerId))) throw badReference('admin.people.person');
    await this.requests.lookFirst(given.volunteerId, place, { atOnce: true });
    const id = await this.work.run(async () => {
      await this.places.demandMay(actor, given.volunteerId, place, locale);
      if (!(await this.places.take(place))) throw new Refusal('position.full');
      return this.requests.write(actor, place, given.volunteerId, 'confirmed', { onDuty: given.onDuty, note: given.note, placedBy: actor.accountId });
    }).catch(alreadyThere);
    return this.lists.one(actor, id);
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed`, `signup.closed`, `signup.overlap`, `signup.not_eligible`, `position.full`. */
  async confirm(actor: PersonActor, id: string, version: number, locale: Locale = 'zh-CN'): Promise<Signup> {
    const row = await this.find(actor, id, version);
    const state = signupStep(row.state, 'confirm');
    await this.places.look(row.volunteerId, row, { atOnce: !takesPlace(row) });
    await this.work.run(async () => {
      await this.places.demandMay(actor, row.volunteerId, row, locale);
      if (takesPlace(row)) await this.places.keep(row);
      else if (!(await this.places.take(row))) throw new Refusal('position.full');
      // Against the version that was looked at: what has changed since is looked at again by whoever decides.
      await this.change(actor, row, 'confirm', { state, queuedAt: null, heldUntil: null });
      await this.jobs.enqueue('notice.signup', { event: 'confirmed', signupIds: [id] });
    });
    return this.lists.one(actor, id);
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed`. */
  async queue(actor: PersonActor, id: string, version: number): Promise<Signup> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, version);
      const state = signupStep(row.state, 'queue');
      if (hasBegun(row, this.clock.now())) throw notNow('terms.signupClosed.started');
      await this.change(actor, row, 'queue', { state, queuedAt: this.clock.now() });
      await this.jobs.enqueue('notice.signup', { event: 'waiting', signupIds: [id] });
    });
    return this.lists.one(actor, id);
  }

  /** Also takes a place back, until the shift begins: who did not come then is absent, not refused. Errors: `version.stale`, `lifecycle.not_allowed`. */
  async refuse(actor: PersonActor, id: string, given: { version: number; reason: string }): Promise<Signup> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, given.version);
      await this.places.turnAt(found);
      const row = await this.find(actor, id, given.version);
      const state = signupStep(row.state, 'refuse');
      const held = row.state === 'confirmed';
      if (held && hasBegun(row, this.clock.now())) throw notNow('terms.signupClosed.started');
      if (held && (await this.rows.hasAttendance(id))) throw notNow('terms.attendanceStates.present');
      await this.change(actor, row, 'refuse', { state, reason: given.reason, queuedAt: null, heldUntil: null });
      if (takesPlace(row)) await this.places.passOn(row);
      if (held) await this.followers.left(actor, row.activityId, row.volunteerId, given.reason);
      await this.jobs.enqueue('notice.signup', { event: 'refused', signupIds: [id] });
    });
    return this.lists.one(actor, id);
  }

  private async find(actor: PersonActor, id: string, version: number): Promise<PlacedSignup> {
    const row = await this.rows.findWithin(actor, 'signup:decide', id);
    if (!row) throw notFound();
    if (row.version !== version) throw new Refusal('version.stale');
    return row;
  }

  private async change(actor: PersonActor, row: PlacedSignup, action: Extract<SignupAction, 'confirm' | 'queue' | 'refuse'>, changes: Partial<SignupEntity>): Promise<void> {
    if (!(await this.rows.change(row, { ...changes, decidedAt: this.clock.now(), decidedBy: actor.accountId }))) throw new Refusal('version.stale');
    const words = { confirm: 'signup.confirmed', queue: 'signup.queued', refuse: 'signup.refused' } as const;
    await this.audit.record({
      actor: auditActor(actor), action: words[action], subjectKind: 'signup', subjectId: row.id, before: { state: row.state },
      after: { state: changes.state, activityId: row.activityId, ...(changes.reason ? { reason: changes.reason } : {}) }, classified: { personId: row.volunteerId, fields: ['reason'] },
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Activity, Permission, shiftMove } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityCancellation, type Calling } from './activity-cancellation.js';
import type { ShiftEvent } from './activity-notices.js';
import { ActivityFollowers } from './activity-followers.js';
import { ActivityReferences } from './activity-references.js';
import { notIn } from './activity-transition.js';
import type { ActivityEntity } from './activity.entity.js';
import type { StoredShift } from './shift-diff.js';
import { boundsOf } from './shift-times.js';
import { ShiftsRepository } from './shifts.repository.js';
import { SignupMoves } from './signup-moves.js';
import { plainTime } from './spoken-time.js';

/** What happens to one shift of a published activity: rain, typhoon, and who leads on the spot. */
@Injectable()
export class ShiftsService {
  constructor(
    private readonly activities: ActivitiesRepository, private readonly pages: ActivitiesService, private readonly shifts: ShiftsRepository, private readonly references: ActivityReferences,
    private readonly cancellation: ActivityCancellation, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
    private readonly signups: SignupMoves, private readonly followers: ActivityFollowers,
  ) {}

  /** To a time that is still ahead. Errors: `lifecycle.not_allowed`, `shift.settled`, `version.stale`, `input.invalid`. */
  async move(actor: PersonActor, id: string, given: z.output<typeof shiftMove>): Promise<Activity> {
    const activityId = await this.work.run(async () => {
      const { activity, shift, others } = await this.open(actor, id);
      const now = this.clock.now().toISOString();
      if (Date.parse(given.startsAt) <= Date.parse(now)) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.startsAt', code: 'too_small', params: { minimum: plainTime(now) } }] });
      if (!(await this.activities.update(activity.id, given.version, boundsOf([...others, given])))) throw new Refusal('version.stale');
      if (!(await this.shifts.move(id, given))) throw new Refusal('shift.settled');
      await this.signups.shiftMoved(actor, id, given.reason);
      if (others.length === 0) await this.followers.moved(actor, activity.id, given, given.reason);
      await this.record(actor, 'shift.moved', activity, { startsAt: shift.startsAt, endsAt: shift.endsAt }, { shiftId: id, startsAt: given.startsAt, endsAt: given.endsAt, reason: given.reason });
      await this.jobs.enqueue('credentials.lapse', { personId: null, activityId: activity.id });
      await this.tell(actor, id, 'moved', given.version + 1);
      return activity.id;
    });
    return this.pages.get(actor, activityId);
  }

  /** The last shift that stands takes the activity with it, which is then told to be cancelled. Errors: `lifecycle.not_allowed`, `shift.settled`, `version.stale`. */
  async cancel(actor: PersonActor, id: string, calling: Calling): Promise<Activity> {
    const activityId = await this.work.run(async () => {
      const { activity, shift, others } = await this.open(actor, id);
      if (others.length === 0) {
        await this.cancellation.cancelActivity(actor, activity, calling);
        return activity.id;
      }
      if (!(await this.activities.update(activity.id, calling.version, boundsOf(others)))) throw new Refusal('version.stale');
      await this.cancellation.endShifts(actor, [id], calling.reason, this.clock.now());
      await this.record(actor, 'shift.cancelled', activity, { startsAt: shift.startsAt }, { shiftId: id, reason: calling.reason });
      await this.tell(actor, id, 'cancelled', calling.version + 1);
      return activity.id;
    });
    return this.pages.get(actor, activityId);
  }

  /** Errors: `lifecycle.not_allowed`, `reference.not_found`. */
  async setLeader(actor: PersonActor, id: string, accountId: string): Promise<Activity> {
    const activityId = await this.work.run(async () => {
      const { activity, shift } = await this.demand(actor, id, 'attendance:write');
      if (!['draft', 'submitted', 'open'].includes(activity.state)) throw notIn(activity.state);
      if (shift.cancelled) throw notIn('cancelled');
      const unit = await this.references.unit(activity.unitId);
      if (!(await this.shifts.mayLead(accountId, id, unit, this.clock.today()))) throw badReference('terms.activityFields.leader');
      await this.shifts.setLeader(id, accountId);
      await this.record(actor, 'shift.leader_set', activity, null, { shiftId: id, leaderId: accountId });
      await this.tell(actor, id, 'led', activity.version);
      return activity.id;
    });
    return this.pages.get(actor, activityId);
  }

  private async open(actor: PersonActor, shiftId: string): Promise<{ activity: ActivityEntity; shift: StoredShift; others: StoredShift[] }> {
    const found = await this.demand(actor, shiftId, 'activity:submit');
    if (found.activity.state !== 'open') throw notIn(found.activity.state);
    if (found.shift.cancelled) throw notIn('cancelled');
    return found;
  }

  /** A shift with its activity and the others that stand. */
  private async demand(actor: PersonActor, shiftId: string, permission: Permission): Promise<{ activity: ActivityEntity; shift: StoredShift; others: StoredShift[] }> {
    const activity = await this.activities.findByShiftFor(actor, shiftId, permission);
    const stored = activity ? await this.shifts.stored(activity.id) : [];
    const shift = stored.find((one) => one.id === shiftId);
    if (!activity || !shift) throw notFound();
    return { activity, shift, others: stored.filter((one) => one.id !== shiftId && !one.cancelled) };
  }

  private async record(actor: PersonActor, action: string, activity: ActivityEntity, before: Readonly<Record<string, unknown>> | null, after: Readonly<Record<string, unknown>>): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'activity', subjectId: activity.id, before, after });
  }

  private async tell(actor: PersonActor, shiftId: string, event: ShiftEvent, version: number): Promise<void> {
    await this.jobs.enqueue('notice.shift', { shiftId, event, version, by: actor.accountId });
  }
}

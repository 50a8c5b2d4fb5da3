import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityFollowers } from './activity-followers.js';
import { stateAfter } from './activity-transition.js';
import type { ActivityEntity } from './activity.entity.js';
import { SignupCancellation } from './signup-cancellation.js';
import { ShiftsRepository } from './shifts.repository.js';

/** What is called off, and why; `version` of the activity. */
export interface Calling { readonly version: number; readonly reason: string }

/** Calls activities and shifts off: everybody is told, and nobody counts as absent. Inside a unit of work. */
@Injectable()
export class ActivityCancellation {
  constructor(
    private readonly activities: ActivitiesRepository, private readonly shifts: ShiftsRepository, private readonly audit: AuditTrail, private readonly jobs: Jobs, private readonly clock: Clock,
    private readonly signups: SignupCancellation, private readonly followers: ActivityFollowers,
  ) {}

  /** The whole activity. Lists keep its place in time, so that who looks for it finds that it is cancelled. Errors: `lifecycle.not_allowed`, `version.stale`, `shift.settled`. */
  async cancelActivity(actor: Actor, activity: ActivityEntity, { version, reason }: Calling): Promise<void> {
    const state = stateAfter(activity.state, 'cancel');
    const now = this.clock.now();
    if (!(await this.activities.update(activity.id, version, { state, cancelledReason: reason, cancelledAt: now }))) throw new Refusal('version.stale');
    const standing = (await this.shifts.stored(activity.id)).filter((shift) => !shift.cancelled).map((shift) => shift.id);
    await this.endShifts(actor, standing, reason, now);
    await this.audit.record({ actor: auditActor(actor), action: 'activity.cancelled', subjectKind: 'activity', subjectId: activity.id, before: { state: activity.state }, after: { state, reason } });
    await this.jobs.enqueue('notice.activity', { activityId: activity.id, event: 'cancelled', version: version + 1, by: actor.kind === 'person' ? actor.accountId : 'system' });
    await this.followers.cancelled(actor, activity.id, reason);
  }

  /** Some shifts of an activity that goes on with others. Errors: `shift.settled`. */
  async endShifts(actor: Actor, shiftIds: readonly string[], reason: string, now: Date): Promise<void> {
    if ((await this.shifts.cancel(shiftIds, reason, now)) !== shiftIds.length) throw new Refusal('shift.settled');
    if (shiftIds.length > 0) await this.signups.cancelShifts(actor, shiftIds, reason);
  }
}

import { Injectable } from '@nestjs/common';
import type { Activity, Permission } from '@kepu/contracts';
import type { ActivityAction } from '@kepu/domain';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityCancellation, type Calling } from './activity-cancellation.js';
import { missingParts } from './activity-completeness.js';
import type { ActivityEvent } from './activity-notices.js';
import { ActivityReferences } from './activity-references.js';
import { stateAfter } from './activity-transition.js';
import type { ActivityEntity } from './activity.entity.js';
import { ShiftsRepository } from './shifts.repository.js';

const notReturned = { returnedReason: null, returnedBy: null, returnedAt: null } as const;

/** How an activity gets published, and how it is called off. */
@Injectable()
export class ActivitySteps {
  constructor(
    private readonly activities: ActivitiesRepository, private readonly pages: ActivitiesService, private readonly shifts: ShiftsRepository, private readonly references: ActivityReferences,
    private readonly cancellation: ActivityCancellation, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `lifecycle.not_allowed`, `activity.incomplete`, `version.stale`. */
  submit(actor: PersonActor, id: string, version: number): Promise<Activity> {
    return this.step(actor, id, version, {
      action: 'submit', permission: 'activity:submit', record: 'activity.submitted', event: 'submitted', check: (activity) => this.demandComplete(activity, actor), changes: () => ({ submittedAt: this.clock.now(), ...notReturned }),
    });
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  recall(actor: PersonActor, id: string, version: number): Promise<Activity> {
    return this.step(actor, id, version, { action: 'recall', permission: 'activity:submit', record: 'activity.recalled', changes: () => ({ submittedAt: null }) });
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  giveBack(actor: PersonActor, id: string, { version, reason }: Calling): Promise<Activity> {
    return this.step(actor, id, version, {
      action: 'return', permission: 'activity:approve', record: 'activity.returned', event: 'returned', after: { reason },
      changes: () => ({ submittedAt: null, returnedReason: reason, returnedBy: actor.accountId, returnedAt: this.clock.now() }),
    });
  }

  /** What is published is still ahead. Errors: `lifecycle.not_allowed`, `activity.incomplete`, `version.stale`. */
  approve(actor: PersonActor, id: string, version: number): Promise<Activity> {
    return this.step(actor, id, version, {
      action: 'approve', permission: 'activity:approve', record: 'activity.approved', event: 'approved', check: (activity) => this.demandComplete(activity),
      changes: () => ({ approvedAt: this.clock.now(), approvedBy: actor.accountId }),
    });
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`, `shift.settled`. */
  async cancel(actor: PersonActor, id: string, calling: Calling): Promise<Activity> {
    await this.work.run(async () => {
      const activity = await this.activities.findFor(actor, id, 'activity:submit');
      if (!activity) throw notFound();
      await this.cancellation.cancelActivity(actor, activity, calling);
    });
    return this.pages.get(actor, id);
  }

  private async step(actor: PersonActor, id: string, version: number, given: {
    action: ActivityAction; permission: Permission; record: string; event?: ActivityEvent; after?: Readonly<Record<string, unknown>>; check?: (activity: ActivityEntity) => Promise<void>; changes: () => Partial<ActivityEntity>;
  }): Promise<Activity> {
    await this.work.run(async () => {
      const activity = await this.activities.findFor(actor, id, given.permission);
      if (!activity) throw notFound();
      const state = stateAfter(activity.state, given.action);
      await given.check?.(activity);
      if (!(await this.activities.update(id, version, { state, ...given.changes() }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: given.record, subjectKind: 'activity', subjectId: id, before: { state: activity.state }, after: { state, ...given.after } });
      if (given.event) await this.jobs.enqueue('notice.activity', { activityId: id, event: given.event, version: version + 1, by: actor.accountId });
    });
    return this.pages.get(actor, id);
  }

  /** `writer`: who hands it in, and can still choose what it serves. */
  private async demandComplete(activity: ActivityEntity, writer?: PersonActor): Promise<void> {
    const shifts = await this.shifts.stored(activity.id);
    const serves = (await this.activities.itemIds(activity.id)).length;
    const missing = missingParts({
      shifts: shifts.map((shift) => ({ startsAt: shift.startsAt, positions: shift.positions.length })), riskStatement: activity.riskStatement, serves,
      servable: writer !== undefined && serves === 0 && (await this.references.servesAnything(writer, await this.references.unit(activity.unitId))),
    }, this.clock.now().toISOString());
    if (missing.length > 0) throw new Refusal('activity.incomplete', { params: { missing: missing.map((part) => `terms.missing.${part}`).join(',') } });
  }
}

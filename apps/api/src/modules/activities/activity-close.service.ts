import { Injectable } from '@nestjs/common';
import type { Activity, activityReport } from '@kepu/contracts';
import { shanghaiTime } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { FileLinks } from '../files/index.js';
import { EvidenceLedger, type EvidenceEntry } from '../plans/index.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivitiesService } from './activities.service.js';
import type { Calling } from './activity-cancellation.js';
import { ActivityFollowers } from './activity-followers.js';
import { reportFaults } from './activity-report.js';
import { stateAfter } from './activity-transition.js';
import type { ActivityEntity } from './activity.entity.js';
import { OpenHours } from './open-hours.js';
import { ShiftsRepository } from './shifts.repository.js';

/** 结项: the unit says what happened and proves it, the office or the county accepts it, and from then on it counts for the items served. */
@Injectable()
export class ActivityClose {
  constructor(
    private readonly activities: ActivitiesRepository, private readonly pages: ActivitiesService, private readonly shifts: ShiftsRepository, private readonly files: FileLinks, private readonly ledger: EvidenceLedger,
    private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, private readonly openHours: OpenHours, private readonly followers: ActivityFollowers,
  ) {}

  /** Errors: `lifecycle.not_allowed`, `activity.not_over`, `activity.hours_open`, `reference.not_found`, `input.invalid`, `version.stale`. */
  async report(actor: PersonActor, id: string, given: z.output<typeof activityReport>): Promise<Activity> {
    await this.work.run(async () => {
      const activity = await this.activities.findFor(actor, id, 'activity:submit');
      if (!activity) throw notFound();
      const state = stateAfter(activity.state, 'report');
      const now = this.clock.now();
      const standing = (await this.shifts.stored(id)).filter((shift) => !shift.cancelled);
      if (standing.some((shift) => Date.parse(shift.endsAt) > now.getTime())) throw new Refusal('activity.not_over');
      if (given.shifts.some((shift) => !standing.some((one) => one.id === shift.shiftId))) throw badReference('terms.missing.shifts');
      const open = await this.openHours.of(id);
      if (open > 0) throw new Refusal('activity.hours_open', { params: { count: open } });
      const changes = { state, reportText: given.text, withoutPhoto: given.withoutPhoto, reportedAt: now, reportedBy: actor.accountId, returnedReason: null, returnedBy: null, returnedAt: null };
      if (!(await this.activities.update(id, given.version, changes))) throw new Refusal('version.stale');
      await this.files.attach(actor, 'activity_report', id, given.fileIds);
      const files = (await this.files.of('activity_report', [id])).get(id) ?? [];
      const faults = reportFaults(given, standing.map((shift) => shift.id), files.some((file) => file.type.startsWith('image/')));
      if (faults.length > 0) throw new Refusal('input.invalid', { params: { count: faults.length }, fields: faults });
      for (const { shiftId, held, turnout, method } of given.shifts) await this.shifts.setReport(shiftId, { held, turnout, turnoutMethod: method });
      await this.record(actor, 'activity.reported', activity, { state, turnout: turnoutOf(given.shifts), sessions: given.shifts.filter((shift) => shift.held).length, files: files.length });
      await this.tell(actor, id, 'reported', given.version);
    });
    return this.pages.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async giveBack(actor: PersonActor, id: string, { version, reason }: Calling): Promise<Activity> {
    await this.work.run(async () => {
      const activity = await this.activities.findFor(actor, id, 'activity:approve');
      if (!activity) throw notFound();
      const state = stateAfter(activity.state, 'return_report');
      if (!(await this.activities.update(id, version, { state, returnedReason: reason, returnedBy: actor.accountId, returnedAt: this.clock.now() }))) throw new Refusal('version.stale');
      await this.record(actor, 'activity.report_returned', activity, { state, reason });
      await this.tell(actor, id, 'report_returned', version);
    });
    return this.pages.get(actor, id);
  }

  /** Turnout and sessions move the measures of the items served, in this same unit. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async accept(actor: PersonActor, id: string, version: number): Promise<Activity> {
    await this.work.run(async () => {
      const activity = await this.activities.findFor(actor, id, 'activity:approve');
      if (!activity) throw notFound();
      const state = stateAfter(activity.state, 'accept_report');
      const held = (await this.shifts.shiftsOf(id)).filter((shift) => shift.cancelledAt === null && Boolean(shift.held)).map((shift) => ({ startsAt: fromDbTime(shift.startsAt), turnout: shift.turnout ?? 0, held: true }));
      const [turnout, sessions] = [turnoutOf(held), held.length];
      if (!(await this.activities.update(id, version, { state, turnout, sessions, acceptedAt: this.clock.now(), acceptedBy: actor.accountId }))) throw new Refusal('version.stale');
      await this.count(actor, activity, { turnout, sessions, lastAt: held.at(-1)?.startsAt });
      await this.record(actor, 'activity.report_accepted', activity, { state, turnout, sessions });
      await this.followers.accepted(actor, id);
      await this.tell(actor, id, 'report_accepted', version);
    });
    return this.pages.get(actor, id);
  }

  private async count(actor: PersonActor, activity: ActivityEntity, { turnout, sessions, lastAt }: { turnout: number; sessions: number; lastAt: string | undefined }): Promise<void> {
    // What was held nowhere proves nothing.
    if (lastAt === undefined) return;
    const line = { measureId: null, manual: false, unitId: activity.unitId, occurredOn: shanghaiTime(lastAt).day, sourceKind: 'activity', sourceId: activity.id, activityId: activity.id, title: activity.title } as const;
    const items = await this.activities.itemIds(activity.id);
    const entries = items.flatMap((itemId): EvidenceEntry[] => [{ ...line, itemId, metric: 'turnout', quantity: turnout }, { ...line, itemId, metric: 'sessions', quantity: sessions }]);
    await this.ledger.add(actor, entries.filter((entry) => entry.quantity > 0));
  }

  private async record(actor: PersonActor, action: string, activity: ActivityEntity, after: Readonly<Record<string, unknown>>): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'activity', subjectId: activity.id, before: { state: activity.state }, after });
  }

  private async tell(actor: PersonActor, activityId: string, event: string, version: number): Promise<void> {
    await this.jobs.enqueue('notice.activity', { activityId, event, version: version + 1, by: actor.accountId });
  }
}

const turnoutOf = (shifts: readonly { readonly held: boolean; readonly turnout: number }[]): number => shifts.reduce((total, shift) => total + (shift.held ? shift.turnout : 0), 0);

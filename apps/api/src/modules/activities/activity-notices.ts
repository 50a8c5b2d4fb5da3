import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Notice } from '@kepu/contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { NoticesService } from '../notices/index.js';
import { ActivityPeople, type ActivityNews, type ShiftNews } from './activity-people.repository.js';

/** What happened to an activity that somebody has to hear of. */
export type ActivityEvent = 'submitted' | 'returned' | 'approved' | 'cancelled' | 'reported' | 'report_returned' | 'report_accepted';
/** What happened to a shift. */
export type ShiftEvent = 'moved' | 'cancelled' | 'led';
type ActivityJob = { activityId: string; event: ActivityEvent; version: number; by: string };
type ShiftJob = { shiftId: string; event: ShiftEvent; version: number; by: string };

/** What is for somebody to do is told while it is still to be done: whoever was quicker than the worker has it no more. */
const stillTrue: Partial<Record<ActivityEvent, string>> = { submitted: 'submitted', approved: 'open', reported: 'reported' };
const kinds: Readonly<Record<ActivityEvent, Notice['kind']>> = {
  submitted: 'activity_submitted', returned: 'activity_returned', approved: 'activity_approved', cancelled: 'activity_cancelled', reported: 'report_submitted', report_returned: 'report_returned', report_accepted: 'report_accepted',
};

/** Tells people what happened to activities: those who approve, those who run them, and those who signed up. Each handler finishes its job in the unit that writes the messages. */
@Injectable()
export class ActivityNotices implements OnModuleInit {
  constructor(private readonly notices: NoticesService, private readonly people: ActivityPeople, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  onModuleInit(): void {
    this.worker.register<ActivityJob>({ kind: 'notice.activity', run: (run) => this.activityChanged(run) });
    this.worker.register<ShiftJob>({ kind: 'notice.shift', run: (run) => this.shiftChanged(run) });
  }

  private async activityChanged(run: JobRun<ActivityJob>): Promise<void> {
    const { activityId, event, version, by } = run.payload;
    const activity = await this.people.activity(activityId);
    if (!activity || (stillTrue[event] ?? activity.state) !== activity.state) return;
    const staff = event === 'submitted' || event === 'reported' ? await this.people.approvers(activity, this.clock.today()) : await this.runners(activity);
    const text = event === 'cancelled' ? activity.cancelledReason : activity.returnedReason;
    const message = { eventKey: `activity_${event}:${activityId}:${version}`, kind: kinds[event], params: { title: activity.title, unit: activity.unitName, text: text ?? '' } };
    const shifts = event === 'cancelled' || event === 'approved' ? await this.people.shifts(activityId) : [];
    const volunteers = event === 'cancelled' ? await this.people.signedUp(shifts.filter((shift) => shift.cancelledAt === activity.cancelledAt).map((shift) => shift.id), true) : [];
    await this.work.run(async () => {
      await this.notices.deliver(staff.filter((id) => id !== by), { ...message, link: staffLink(activity) });
      await this.notices.deliver(volunteers, { ...message, link: '/me' });
      if (event === 'approved') for (const shift of shifts) await this.tellLeader(activity, shift, version);
      await run.finish();
    });
  }

  private async shiftChanged(run: JobRun<ShiftJob>): Promise<void> {
    const { shiftId, event, version, by } = run.payload;
    const shift = await this.people.shift(shiftId);
    const activity = shift && (await this.people.activity(shift.activityId));
    if (!shift || !activity) return;
    if (event === 'led') {
      await this.work.run(async () => {
        if (activity.state === 'open') await this.tellLeader(activity, shift, version);
        await run.finish();
      });
      return;
    }
    const [staff, volunteers] = [await this.runners(activity), await this.people.signedUp([shiftId], event === 'cancelled')];
    const text = event === 'moved' ? shift.movedReason : shift.cancelledReason;
    const message = { eventKey: `shift_${event}:${shiftId}:${version}`, kind: `shift_${event}`, params: { title: activity.title, time: shift.startsAt, text: text ?? '' } } as const;
    await this.work.run(async () => {
      await this.notices.deliver([...staff, ...(shift.leaderId === null ? [] : [shift.leaderId])].filter((id) => id !== by && !volunteers.includes(id)), { ...message, link: staffLink(activity) });
      await this.notices.deliver(volunteers, { ...message, link: '/me' });
      await run.finish();
    });
  }

  /** Those who run an activity: who wrote it, and the liaisons of its unit. */
  private async runners(activity: ActivityNews): Promise<string[]> { return [...new Set([activity.createdBy, ...(await this.people.liaisons(activity.unitId, this.clock.today()))])]; }

  private async tellLeader(activity: ActivityNews, shift: ShiftNews, version: number): Promise<void> {
    if (shift.leaderId === null || shift.cancelledAt !== null) return;
    await this.notices.deliver([shift.leaderId], { eventKey: `leader_set:${shift.id}:${version}`, kind: 'leader_set', params: { title: activity.title, time: shift.startsAt }, link: `/lead/${shift.id}` });
  }
}

const staffLink = (activity: ActivityNews): string => `/activities/${activity.id}/show`;

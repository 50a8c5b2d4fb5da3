import { Controller, Headers } from '@nestjs/common';
import { activityRoutes as routes, type Activity, type ActivityRow, type Calendar, type HistoryEntry, type Page } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityClose } from './activity-close.service.js';
import { ActivityDrafts } from './activity-drafts.service.js';
import { ActivitySteps } from './activity-steps.service.js';
import { ShiftsService } from './shifts.service.js';

/** Activities with their shifts and positions, from the draft to the accepted close. */
@Controller()
export class ActivitiesController {
  constructor(
    private readonly activities: ActivitiesService, private readonly drafts: ActivityDrafts, private readonly steps: ActivitySteps, private readonly closing: ActivityClose, private readonly shifts: ShiftsService,
  ) {}

  @ContractRoute(routes.listActivities)
  listActivities(@CurrentActor() actor: Actor, @Input(routes.listActivities) input: Given<typeof routes.listActivities>): Promise<Page<ActivityRow>> { return this.activities.list(actor, input.query); }

  @ContractRoute(routes.createActivity)
  createActivity(@CurrentActor() actor: PersonActor, @Input(routes.createActivity) input: Given<typeof routes.createActivity>): Promise<Activity> { return this.drafts.create(actor, input.body); }

  @ContractRoute(routes.getCalendar)
  getCalendar(@Input(routes.getCalendar) input: Given<typeof routes.getCalendar>): Promise<Calendar> { return this.activities.calendar(input.query); }

  @ContractRoute(routes.getActivity)
  getActivity(@CurrentActor() actor: Actor, @Input(routes.getActivity) input: Given<typeof routes.getActivity>): Promise<Activity> { return this.activities.get(actor, input.params.id); }

  @ContractRoute(routes.updateActivity)
  updateActivity(@CurrentActor() actor: PersonActor, @Input(routes.updateActivity) input: Given<typeof routes.updateActivity>): Promise<Activity> { return this.drafts.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.deleteActivity)
  deleteActivity(@CurrentActor() actor: PersonActor, @Input(routes.deleteActivity) input: Given<typeof routes.deleteActivity>): Promise<{ done: true }> { return this.drafts.remove(actor, input.params.id); }

  @ContractRoute(routes.copyActivity)
  copyActivity(@CurrentActor() actor: PersonActor, @Input(routes.copyActivity) input: Given<typeof routes.copyActivity>): Promise<Activity> { return this.drafts.copy(actor, input.params.id, input.body.startsOn); }

  @ContractRoute(routes.submitActivity)
  submitActivity(@CurrentActor() actor: PersonActor, @Input(routes.submitActivity) input: Given<typeof routes.submitActivity>): Promise<Activity> { return this.steps.submit(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.recallActivity)
  recallActivity(@CurrentActor() actor: PersonActor, @Input(routes.recallActivity) input: Given<typeof routes.recallActivity>): Promise<Activity> { return this.steps.recall(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.returnActivity)
  returnActivity(@CurrentActor() actor: PersonActor, @Input(routes.returnActivity) input: Given<typeof routes.returnActivity>): Promise<Activity> { return this.steps.giveBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.approveActivity)
  approveActivity(@CurrentActor() actor: PersonActor, @Input(routes.approveActivity) input: Given<typeof routes.approveActivity>): Promise<Activity> { return this.steps.approve(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.cancelActivity)
  cancelActivity(@CurrentActor() actor: PersonActor, @Input(routes.cancelActivity) input: Given<typeof routes.cancelActivity>): Promise<Activity> { return this.steps.cancel(actor, input.params.id, input.body); }

  @ContractRoute(routes.reportActivity)
  reportActivity(@CurrentActor() actor: PersonActor, @Input(routes.reportActivity) input: Given<typeof routes.reportActivity>): Promise<Activity> { return this.closing.report(actor, input.params.id, input.body); }

  @ContractRoute(routes.returnActivityReport)
  returnActivityReport(@CurrentActor() actor: PersonActor, @Input(routes.returnActivityReport) input: Given<typeof routes.returnActivityReport>): Promise<Activity> { return this.closing.giveBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.acceptActivityReport)
  acceptActivityReport(@CurrentActor() actor: PersonActor, @Input(routes.acceptActivityReport) input: Given<typeof routes.acceptActivityReport>): Promise<Activity> { return this.closing.accept(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.getActivityShare)
  getActivityShare(@CurrentActor() actor: Actor, @Input(routes.getActivityShare) input: Given<typeof routes.getActivityShare>, @Headers('accept-language') language: string | undefined): Promise<{ text: string; url: string; qr: string }> {
    return this.activities.share(actor, input.params.id, localeOf(language));
  }

  @ContractRoute(routes.getActivityHistory)
  getActivityHistory(@CurrentActor() actor: PersonActor, @Input(routes.getActivityHistory) input: Given<typeof routes.getActivityHistory>): Promise<Page<HistoryEntry>> { return this.activities.historyOf(actor, input.params.id); }

  @ContractRoute(routes.moveShift)
  moveShift(@CurrentActor() actor: PersonActor, @Input(routes.moveShift) input: Given<typeof routes.moveShift>): Promise<Activity> { return this.shifts.move(actor, input.params.id, input.body); }

  @ContractRoute(routes.cancelShift)
  cancelShift(@CurrentActor() actor: PersonActor, @Input(routes.cancelShift) input: Given<typeof routes.cancelShift>): Promise<Activity> { return this.shifts.cancel(actor, input.params.id, input.body); }

  @ContractRoute(routes.setShiftLeader)
  setShiftLeader(@CurrentActor() actor: PersonActor, @Input(routes.setShiftLeader) input: Given<typeof routes.setShiftLeader>): Promise<Activity> { return this.shifts.setLeader(actor, input.params.id, input.body.accountId); }
}

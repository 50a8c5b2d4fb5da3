import { Injectable } from '@nestjs/common';
import type { Desk } from '@kepu/contracts';
import { can, type PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime } from '../../platform/database/index.js';
import { ComplaintsService } from '../complaints/index.js';
import { OrderPages } from '../orders/index.js';
import { DraftingDesk, FollowUpsWaiting, MeasuresService, UnitReportsService } from '../plans/index.js';
import { ownUnits, unitsLookedAfter } from './desk.policy.js';
import { DeskRepository, type ReturnedRow, type WaitingRow } from './desk.repository.js';

type Waiting = NonNullable<Desk['activitiesToApprove']>;
const DAY_MS = 86_400_000;

const line = (row: WaitingRow): Waiting['first'][number] => ({ id: row.id, title: row.title, unit: { id: row.unitId, name: row.unitName }, at: fromDbTime(row.at) });
const countOf = (rows: readonly WaitingRow[]): number => Number(rows[0]?.total ?? 0);
const waiting = (rows: readonly WaitingRow[]): Waiting => ({ count: countOf(rows), first: rows.map(line) });
/** Activities and work entries in one list. */
const mixed = (rows: readonly ReturnedRow[]): NonNullable<Desk['returned']> => ({ count: countOf(rows), first: rows.map((row) => ({ kind: row.kind, ...line(row) })) });
const sum = (rows: readonly { readonly total: number | string }[]): number => rows.reduce((total, row) => total + Number(row.total), 0);

/** The first page of everybody who has a part in the work: what waits for them, what is due, what comes next. */
@Injectable()
export class DeskService {
  constructor(private readonly desk: DeskRepository, private readonly measures: MeasuresService, private readonly complaints: ComplaintsService, private readonly unitReports: UnitReportsService, private readonly drafting: DraftingDesk, private readonly followUps: FollowUpsWaiting, private readonly orders: OrderPages, private readonly clock: Clock) {}

  async of(actor: PersonActor): Promise<Desk> {
    const now = this.clock.now();
    const approved = unitsLookedAfter(actor, 'activity:approve');
    const own = ownUnits(actor, 'activity:write');
    const approves = can(actor, 'activity:approve');
    const writes = can(actor, 'activity:write');
    const [toApprove, reports, entries, returned, drafts, signups, due, hours, short, measures, coming, complaintsToAnswer, unitReports, drafting, followUps, ordersToArrange] = await Promise.all([
      approves ? this.desk.activitiesIn('submitted', approved) : null,
      approves ? this.desk.activitiesIn('reported', approved) : null,
      can(actor, 'work-entry:check') ? this.desk.workEntriesToCheck(unitsLookedAfter(actor, 'work-entry:check')) : null,
      writes ? this.desk.returned(own) : null,
      can(actor, 'activity:submit') ? this.desk.drafts(ownUnits(actor, 'activity:submit')) : null,
      can(actor, 'signup:decide') ? this.desk.signupsToDecide(ownUnits(actor, 'signup:decide'), now) : null,
      can(actor, 'activity:submit') ? this.desk.reportsDue(ownUnits(actor, 'activity:submit'), now) : null,
      can(actor, 'attendance:write') ? this.desk.hoursToConfirm(ownUnits(actor, 'attendance:write'), actor.accountId, now) : null,
      writes ? this.desk.shortOfPeople(approves ? approved : own, now, new Date(now.getTime() + 7 * DAY_MS)) : null,
      this.measures.due(actor),
      this.desk.coming(own, actor.accountId, now),
      this.complaints.waitingFor(actor),
      this.unitReports.waitingFor(actor),
      this.drafting.waitingFor(actor),
      this.followUps.of(actor),
      this.orders.waitingFor(actor),
    ]);
    return {
      today: this.clock.today(), activitiesToApprove: toApprove && waiting(toApprove), reportsToAccept: reports && waiting(reports), workEntriesToCheck: entries && waiting(entries), returned: returned && mixed(returned), drafts: drafts && mixed(drafts),
      signupsToDecide: signups && { count: sum(signups), activities: signups.slice(0, 5).map((row) => ({ id: row.id, title: row.title, count: Number(row.total) })) },
      unitReports: unitReports.due, unitReportsToDecide: unitReports.toDecide, drafting, followUps: followUps.own, followUpsToDecide: followUps.toDecide,
      complaintsToAnswer, ordersToArrange, reportsDue: due && waiting(due),
      hoursToConfirm: hours && { count: sum(hours), shifts: hours.slice(0, 5).map((row) => ({ id: row.id, activityId: row.activityId, title: row.title, endsAt: fromDbTime(row.endsAt), count: Number(row.total) })) },
      shortOfPeople: short && short.map((row) => ({ id: row.id, title: row.title, unit: { id: row.unitId, name: row.unitName }, startsAt: fromDbTime(row.startsAt), missing: Number(row.missing) })),
      measuresDue: measures, upcoming: coming.map((row) => ({ ...row, startsAt: fromDbTime(row.startsAt), confirmed: Number(row.confirmed), wanted: Number(row.wanted) })),
    };
  }
}

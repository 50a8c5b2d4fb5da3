import { Inject, Injectable } from '@nestjs/common';
import type { Page, ReportPeriod, reportPeriodChange, reportPeriodInput, reportPeriodLock, reportPeriodQuery, ReportPeriodProposal, unitReportQuery, UnitReportRow } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { DEFAULT_REMIND_WORKDAYS, DEFAULT_RETURN_WORKDAYS, isWorkday, proposedPeriods, reportPeriodLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { reaches, reachOf, type Actor, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { searchTerm } from '../../platform/pinyin/pinyin.js';
import { AccountsRepository } from '../identity/index.js';
import { UnitDirectory } from '../units/index.js';
import { PlansService } from './plans.service.js';
import type { ReportPeriodEntity } from './report.entity.js';
import { countsOf, periodName, periodView, standingsOf, type Standing } from './report.mapper.js';
import { ReportPeriodsRepository } from './report-periods.repository.js';
import { spokenDay } from './sign-offs.service.js';
import { demandInForce, transition } from './transition.js';
import { UnitReportsRepository } from './unit-reports.repository.js';

const statusOrder: readonly UnitReportRow['status'][] = ['asking', 'submitted', 'returned', 'checking', 'draft', 'not_begun', 'accepted', 'locked'];
/** What has not reached the office. */
export const isOpenStatus = (status: UnitReportRow['status']): boolean => ['not_begun', 'draft', 'checking', 'returned'].includes(status);

/** Periods that units report on: opened, moved and locked by the office, and how far every unit is. */
@Injectable()
export class ReportPeriodsService {
  constructor(
    private readonly rows: ReportPeriodsRepository, private readonly reports: UnitReportsRepository, private readonly plans: PlansService, private readonly units: UnitDirectory, private readonly accounts: AccountsRepository,
    private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** A handful in a year: they are read whole, and those in which nobody in reach has a part are left out. */
  async list(actor: PersonActor, query: z.output<typeof reportPeriodQuery>): Promise<Page<ReportPeriod>> {
    const found = (await this.rows.listFor(actor, query)).filter((row) => query.q === undefined || row.name.includes(query.q));
    const data = await this.views(actor, found);
    const column = query.sort?.replace('-', '') === 'from' ? 'from' : 'dueOn';
    const direction = query.sort === undefined || query.sort.startsWith('-') ? -1 : 1;
    data.sort((a, b) => (a[column] < b[column] ? -direction : a[column] > b[column] ? direction : a.id < b.id ? -1 : 1));
    return { data: data.slice((query.page - 1) * query.perPage, query.page * query.perPage), total: data.length };
  }

  async get(actor: PersonActor, id: string): Promise<ReportPeriod> {
    const [view] = await this.views(actor, await this.rows.listFor(actor, { ids: [id] }));
    if (!view) throw notFound();
    return view;
  }

  /** A period in which somebody in reach has a part. Errors: `resource.not_found`. */
  async findFor(actor: Actor, id: string): Promise<ReportPeriodEntity> {
    const row = await this.rows.findFor(actor, id);
    if (!row || (reachOf(actor, 'report:read') !== 'all' && (await this.standings(actor, row)).length === 0)) throw notFound();
    return row;
  }

  /** Where the units in reach stand, in the order of the paper. Two statements, however many units. */
  async standings(actor: Actor, period: ReportPeriodEntity): Promise<Standing[]> {
    const [units, reports] = await Promise.all([this.rows.unitsOf(actor, [period.planId]), this.rows.reportsOf(actor, [period.id])]);
    return standingsOf(period, units, reports, this.clock.today());
  }

  async unitsOf(actor: PersonActor, id: string, query: z.output<typeof unitReportQuery>): Promise<Page<UnitReportRow>> {
    const term = query.q === undefined ? null : searchTerm(query.q);
    const rows = (await this.standings(actor, await this.findFor(actor, id))).filter((row) => (query.status === undefined || row.status === query.status) && (query.late === undefined || row.late === query.late)
      && (query.open === undefined || isOpenStatus(row.status) === query.open) && (query.ids === undefined || query.ids.includes(row.unit.id)) && (term === null || row.searchKey.includes(term)));
    const direction = query.sort?.startsWith('-') ? -1 : 1;
    const by = query.sort?.replace('-', '');
    // What is not there comes last, whichever way one sorts.
    if (by === 'submittedAt') rows.sort((a, b) => (a.submittedAt === null || b.submittedAt === null ? Number(a.submittedAt === null) - Number(b.submittedAt === null) : direction * (a.submittedAt < b.submittedAt ? -1 : 1)));
    else if (by === 'status') rows.sort((a, b) => direction * (statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status)));
    else if (direction === -1) rows.reverse();
    const own = reachOf(actor, 'report:write');
    const data = rows.slice((query.page - 1) * query.perPage, query.page * query.perPage).map(({ searchKey: _key, path, divisionId, ...row }) => ({ ...row, writes: reaches(own, { path, divisionId }) }));
    return { data, total: rows.length };
  }

  /** What the plan's year offers. */
  async proposals(actor: PersonActor, planId: string): Promise<Page<ReportPeriodProposal>> {
    const plan = await this.plans.findKept(actor, planId, 'report:decide');
    const taken = new Set((await this.rows.listFor(actor, { planId })).map((row) => `${row.kind} ${row.fromDay}`));
    const data = proposedPeriods(plan.year, await this.units.calendar()).map(({ kind, from, to, opensOn, dueOn, dueUncertain }) => ({ kind, name: periodName(kind, from), from, to, opensOn, dueOn, dueUncertain, exists: taken.has(`${kind} ${from}`) }));
    return { data, total: data.length };
  }

  /** Errors: `lifecycle.not_allowed` where the plan is not in force, `report_period.exists`, `reference.not_found`. */
  async create(actor: PersonActor, planId: string, given: z.output<typeof reportPeriodInput>): Promise<ReportPeriod> {
    const dueUncertain = isWorkday(given.dueOn, await this.units.calendar()).uncertain;
    const id = newId();
    await this.work.run(async () => {
      const plan = await this.plans.findKept(actor, planId, 'report:decide');
      if (plan.state !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan.state}` } });
      await this.demandUntaken(planId, given.kind, given.from);
      const inPlan = new Set((await this.rows.unitsOf(actor, [planId])).map((unit) => unit.unitId));
      if (given.unitIds?.some((unitId) => !inPlan.has(unitId))) throw badReference('body.unitIds');
      const row: ReportPeriodEntity = {
        id, planId, kind: given.kind, name: given.name ?? periodName(given.kind, given.from), fromDay: given.from, toDay: given.to, opensOn: given.opensOn, dueOn: given.dueOn, dueUncertain, returnWorkdays: given.returnWorkdays ?? DEFAULT_RETURN_WORKDAYS,
        remindWorkdays: given.remindWorkdays ?? DEFAULT_REMIND_WORKDAYS, unitIds: given.unitIds && [...new Set(given.unitIds)], begun: 0, handedIn: 0, state: 'open', lockedAt: null, lockedBy: null, lockedReason: null, createdAt: this.clock.now(), createdBy: actor.accountId, version: 1,
      };
      await this.rows.insert([row]);
      await this.audit.record({ actor: auditActor(actor), action: 'report_period.created', subjectKind: 'plan', subjectId: planId, before: null, after: { periodId: id, name: row.name, from: row.fromDay, to: row.toDay, dueOn: row.dueOn } });
      await this.jobs.enqueue('notice.report_period', { periodId: id }, { key: `notice.report_period:${id}` });
    });
    return this.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `report_period.in_use`, `report_period.exists`, `version.stale`. */
  async update(actor: PersonActor, id: string, given: z.output<typeof reportPeriodChange>): Promise<ReportPeriod> {
    const calendar = await this.units.calendar();
    await this.work.run(async () => {
      const row = await this.findFor(actor, id);
      demandInForce((await this.plans.findKept(actor, row.planId, 'report:decide')).state);
      transition(reportPeriodLifecycle, row.state, 'change', 'reportPeriodStates');
      const { version, from, to, ...rest } = given;
      const next = { ...rest, ...(from === undefined ? {} : { fromDay: from }), ...(to === undefined ? {} : { toDay: to }) };
      const after = { ...row, ...next };
      if (after.fromDay > after.toDay) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.to', code: 'order' }] });
      if (after.opensOn > after.dueOn) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.dueOn', code: 'order' }] });
      const moved = after.fromDay !== row.fromDay || after.toDay !== row.toDay;
      // What was handed in must not change behind the back of who handed it in.
      const unreported = moved || after.dueOn < row.dueOn;
      if (unreported && row.handedIn > 0) throw new Refusal('report_period.in_use');
      if (after.fromDay !== row.fromDay) await this.demandUntaken(row.planId, row.kind, after.fromDay, id);
      if (!(await this.rows.update(id, version, { ...next, dueUncertain: isWorkday(after.dueOn, calendar).uncertain }, unreported))) throw new Refusal('version.stale');
      const before = Object.fromEntries(Object.keys(next).map((key) => [key, row[key as keyof typeof next]]));
      await this.audit.record({ actor: auditActor(actor), action: 'report_period.changed', subjectKind: 'plan', subjectId: row.planId, before: { periodId: id, ...before }, after: { periodId: id, ...next } });
    });
    return this.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `report_period.in_use`. */
  async remove(actor: PersonActor, id: string): Promise<{ done: true }> {
    return this.work.run(async () => {
      const row = await this.findFor(actor, id);
      demandInForce((await this.plans.findKept(actor, row.planId, 'report:decide')).state);
      transition(reportPeriodLifecycle, row.state, 'delete', 'reportPeriodStates');
      if (!(await this.rows.removeUnbegun(id))) throw new Refusal('report_period.in_use');
      await this.audit.record({ actor: auditActor(actor), action: 'report_period.deleted', subjectKind: 'plan', subjectId: row.planId, before: { name: row.name, from: row.fromDay, to: row.toDay, dueOn: row.dueOn }, after: null });
      return { done: true as const };
    });
  }

  /**
   * Locks a period, and every report in it as it stands; a unit that never began gets an empty one, which it may ask to correct. Whoever saves at this
   * moment finds another version. Errors: `lifecycle.not_allowed`, `report_period.missing`, `version.stale`.
   */
  async lock(actor: PersonActor, id: string, { version, reason }: z.output<typeof reportPeriodLock>): Promise<ReportPeriod> {
    await this.work.run(async () => {
      const row = await this.findFor(actor, id);
      demandInForce((await this.plans.findKept(actor, row.planId, 'report:decide')).state);
      const state = transition(reportPeriodLifecycle, row.state, 'lock', 'reportPeriodStates') ?? 'locked';
      const now = this.clock.now();
      // First of all: what is begun from here on finds the period locked, and what was begun before is read below.
      if (!(await this.rows.update(id, version, { state, lockedAt: now, lockedBy: actor.accountId, lockedReason: reason ?? null }))) throw new Refusal('version.stale');
      const standings = await this.standings(actor, row);
      const missing = standings.filter((unit) => unit.status !== 'accepted').length;
      if (missing > 0 && reason === undefined) throw new Refusal('report_period.missing', { params: { count: missing } });
      const begun = await this.reports.ofPeriod(id);
      await this.reports.insert(standings.filter((unit) => unit.reportId === null).map((unit) => ({ ...emptyReport(id, unit.unit.id, now), state: 'locked' as const })));
      await this.reports.freezeLines(row);
      for (const report of begun) {
        if (!(await this.reports.update(report, report.version, { state: 'locked' }))) throw new Refusal('version.stale');
        await this.audit.record({ actor: auditActor(actor), action: 'unit_report.locked', subjectKind: 'unit_report', subjectId: report.id, before: { state: report.state }, after: { state: 'locked' } });
      }
      await this.audit.record({ actor: auditActor(actor), action: 'report_period.locked', subjectKind: 'plan', subjectId: row.planId, before: { periodId: id, state: row.state }, after: { periodId: id, state, name: row.name, missing, ...(reason === undefined ? {} : { reason }) } });
    });
    return this.get(actor, id);
  }

  /** A text for the units' group: those who have not handed in are named, so that the office need not. */
  async reminder(actor: PersonActor, id: string, locale: Locale): Promise<{ text: string; url: string; qr: string }> {
    const row = await this.findFor(actor, id);
    const plan = await this.plans.findKept(actor, row.planId, 'report:decide');
    const missing = (await this.standings(actor, row)).filter((unit) => isOpenStatus(unit.status));
    const url = `${this.config.publicUrl}/admin/report-periods/${id}`;
    const text = label(locale, missing.length === 0 ? 'documents.reportAllIn' : 'documents.reportReminder', {
      title: plan.title, period: row.name, count: missing.length, units: missing.map((entry) => entry.unit.name).join(locale === 'en' ? ', ' : '、'), day: spokenDay(row.dueOn, locale), url,
    });
    const { default: QRCode } = await import('qrcode');
    return { text, url, qr: await QRCode.toString(url, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) };
  }

  private async demandUntaken(planId: string, kind: string, from: string, but?: string): Promise<void> {
    const other = await this.rows.sameSpan(planId, kind, from);
    if (other && other.id !== but) throw new Refusal('report_period.exists', { params: { name: other.name } });
  }

  /** As many statements for many periods as for one. */
  private async views(actor: PersonActor, rows: readonly ReportPeriodEntity[]): Promise<ReportPeriod[]> {
    if (rows.length === 0) return [];
    const planIds = [...new Set(rows.map((row) => row.planId))];
    const [units, reports, plans, names, chosen] = await Promise.all([
      this.rows.unitsOf(actor, planIds), this.rows.reportsOf(actor, rows.map((row) => row.id)), this.rows.plansOf(planIds), this.accounts.namesOf(rows.flatMap((row) => row.lockedBy ?? [])), this.units.unitsByIds(rows.flatMap((row) => row.unitIds ?? [])),
    ]);
    const whole = reachOf(actor, 'report:read') === 'all';
    return rows.flatMap((row) => {
      const plan = plans.get(row.planId);
      const standings = standingsOf(row, units, reports, this.clock.today());
      if (!plan || (!whole && standings.length === 0)) return [];
      const inReach = new Set(standings.map((unit) => unit.unit.id));
      return [{
        ...periodView(row, plan, this.clock.today(), row.lockedBy && (names.get(row.lockedBy) ?? '')), counts: countsOf(standings),
        chosen: row.unitIds && row.unitIds.filter((id) => whole || inReach.has(id)).map((id) => ({ id, name: chosen.get(id)?.name ?? '' })),
      }];
    });
  }
}

/** A report of which nothing is written. */
export const emptyReport = (periodId: string, unitId: string, createdAt: Date, createdBy: string | null = null) => ({
  id: newId(), periodId, unitId, state: 'draft' as const, firstSubmittedAt: null, firstDueOn: null, submittedAt: null, submittedBy: null, checkedAt: null, checkedBy: null, returnedReason: null, returnedBy: null, returnedAt: null, returnedInside: false,
  resubmitBy: null, resubmitUncertain: false, resubmitLate: false, createdAt, createdBy, version: 1,
});

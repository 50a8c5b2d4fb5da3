import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { HistoryEntry, Page, Permission, ReportLine, ReportWords, UnitReport, unitReportChange, UnitReportRow } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { can, reaches, reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { AccountsRepository, AuditQueries } from '../identity/index.js';
import { UnitSuccession } from '../units/index.js';
import { keepsPlan } from './plan.policy.js';
import type { ReportEntryEntity } from './report.entity.js';
import { correctionView, isLate, isOnRecord, isOverdue, isWithUnit, periodView, standingsOf, type Standing } from './report.mapper.js';
import { noNumbers, ReportCounter } from './report-numbers.js';
import { ReportPeriodsRepository } from './report-periods.repository.js';
import { emptyReport, isOpenStatus, ReportPeriodsService } from './report-periods.service.js';
import { approvesIn, UnitReportSteps, type FoundReport } from './unit-report-steps.js';
import { dueOf, noWords, reportedIn, UnitReportsRepository, type ReportItemRow } from './unit-reports.repository.js';

const roleNames = ['responsible', 'lead', 'cooperating'] as const;
const wordsOf = ({ progress, problems, nextStep, nothingNew }: ReportWords): ReportWords => ({ progress, problems, nextStep, nothingNew });
/** Whether something is said of an item. */
const isSaid = (words: ReportWords | undefined): boolean => words !== undefined && (words.progress !== null || words.nothingNew);
/** Whether a reader belongs to those who write or hand in. */
const isInside = ({ write, ask }: UnitReport['may']): boolean => write || ask;
const SHOWN = 5;

/** What waits for a reader: reports of the own units, and those that wait for the office. */
export interface ReportsWaiting {
  readonly due: { count: number; first: { periodId: string; reportId: string | null; name: string; unit: { id: string; name: string }; status: UnitReportRow['status']; dueOn: string; overdue: boolean }[] } | null;
  readonly toDecide: { count: number; first: { periodId: string; name: string; planTitle: string; count: number }[] } | null;
}

/** One page for each unit with all its items: filled in with what is known, written by the unit, and kept. */
@Injectable()
export class UnitReportsService implements OnModuleInit {
  constructor(
    private readonly rows: UnitReportsRepository, private readonly periodRows: ReportPeriodsRepository, private readonly periods: ReportPeriodsService, private readonly steps: UnitReportSteps, private readonly counter: ReportCounter, private readonly accounts: AccountsRepository,
    private readonly succession: UnitSuccession, private readonly history: AuditQueries, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.succession.register('unit_reports', async (fromId, toId, actor) => {
      await this.periodRows.askInstead(fromId, toId);
      for (const { id, into } of await this.rows.moveUnit(fromId, toId)) {
        await this.audit.record({ actor: auditActor(actor), action: 'unit_report.moved', subjectKind: 'unit_report', subjectId: into, before: { unitId: fromId }, after: { unitId: toId, reportId: id } });
      }
    });
  }

  /** Begins the report of a unit; of two who begin at once, both get the same. Errors: `report_period.not_open`, `report_period.locked`, `unit_report.nothing_to_report`, `lifecycle.not_allowed`. */
  async begin(actor: PersonActor, periodId: string, unitId: string): Promise<UnitReport> {
    const there = (): Promise<string | undefined> => this.rows.ofUnit(periodId, unitId).then((row) => row?.id);
    if (!(await this.rows.unitFor(actor, unitId, 'report:write'))) throw notFound();
    try {
      const id = await this.work.run(async () => {
        const period = await this.periods.findFor(actor, periodId);
        const known = await there();
        if (known !== undefined) return known;
        const plan = (await this.periodRows.plansOf([period.planId])).get(period.planId);
        if (plan?.state !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan?.state ?? 'closed'}` } });
        if (period.opensOn > this.clock.today()) throw new Refusal('report_period.not_open', { params: { day: period.opensOn } });
        if (!(await this.periods.standings(actor, period)).some((row) => row.unit.id === unitId)) throw new Refusal('unit_report.nothing_to_report');
        if (!(await this.periodRows.countBegun(periodId))) throw new Refusal('report_period.locked');
        const row = emptyReport(periodId, unitId, this.clock.now(), actor.accountId);
        await this.rows.insert([row]);
        await this.audit.record({ actor: auditActor(actor), action: 'unit_report.begun', subjectKind: 'unit_report', subjectId: row.id, before: null, after: { state: row.state, period: period.name } });
        return row.id;
      });
      return await this.get(actor, id);
    } catch (error) {
      const known = error instanceof UniqueViolation ? await there() : undefined;
      if (known === undefined) throw error;
      return this.get(actor, known);
    }
  }

  async get(actor: PersonActor, id: string): Promise<UnitReport> {
    const found = await this.steps.find(actor, id, 'report:read');
    const { row, period, plan, unitName, unitPath } = found;
    const [{ items, entries }, corrections, approvers, before] = await Promise.all([this.linesOf(found), this.rows.correctionsOf(id), this.rows.approversOf(unitPath, this.clock.today()), this.saidBefore(found)]);
    const numbers = await this.counter.of(items.map((item) => item.itemId), { from: period.fromDay, to: period.toDay }, unitPath);
    const names = await this.accounts.namesOf([...new Set([row.submittedBy, row.checkedBy, row.returnedBy, period.lockedBy, ...corrections.flatMap((one) => [one.askedBy, one.decidedBy])].filter((one) => one !== null))]);
    const nameOf = (accountId: string | null): string | null => accountId && (names.get(accountId) ?? '');
    const may = this.mayOf(actor, found, approvers.length > 0);
    // What a unit has not sent yet is the unit's own: others see what it handed in last.
    const closed = !isInside(may) && isWithUnit(row.state);
    const lines = items.map((item): ReportLine => {
      const entry = entries.get(item.itemId);
      const last = before.get(item.itemId);
      const words = closed || isOnRecord(row.state, period) ? entry?.reported?.words : entry;
      return {
        itemId: item.itemId, seq: item.seq, number: item.number, programme: item.programme, text: item.text, due: dueOf(item), roles: roleNames.filter((role) => item.roles?.split(',').includes(role)), ...wordsOf(words ?? noWords),
        now: numbers.get(item.itemId) ?? noNumbers, reported: entry?.reported?.numbers ?? null, last: last ?? null,
      };
    });
    const today = this.clock.today();
    return {
      id, period: periodView(period, plan, today, nameOf(period.lockedBy)), unit: { id: row.unitId, name: unitName }, state: row.state, lines, missing: lines.filter((line) => !isSaid(line)).length, late: isLate(row), overdue: isOverdue(row.state, row, period.dueOn, today),
      submittedAt: row.submittedAt?.toISOString() ?? null, submittedBy: nameOf(row.submittedBy), checkedAt: row.checkedAt?.toISOString() ?? null, checkedBy: nameOf(row.checkedBy),
      returned: row.returnedReason === null || row.returnedAt === null || !isWithUnit(row.state) || (closed && row.returnedInside) ? null : { reason: row.returnedReason, by: nameOf(row.returnedBy) ?? '', at: row.returnedAt.toISOString(), inside: row.returnedInside }, resubmitBy: isWithUnit(row.state) ? row.resubmitBy : null, resubmitUncertain: isWithUnit(row.state) && row.resubmitUncertain,
      approvers: approvers.map(({ name }) => name), corrections: corrections.map((one) => correctionView(one, names)), version: row.version, may,
    };
  }

  /** Keeps words for some items. Errors: `lifecycle.not_allowed`, `version.stale`, `reference.not_found` for an item that the unit does not report on. */
  async save(actor: PersonActor, id: string, given: z.output<typeof unitReportChange>): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:write');
      // First of all: of two who save at once, the second finds another version.
      await this.steps.take(actor, found, { action: found.row.state === 'returned' ? 'revise' : 'save', past: 'saved', version: given.version, said: { before: {}, after: { items: given.entries.length, restNothingNew: given.restNothingNew } } });
      const { items, entries } = await this.linesOf(found);
      const ids = new Set(items.map((item) => item.itemId));
      const wanted = new Map(given.entries.map((entry) => [entry.itemId, { ...entry, nothingNew: entry.nothingNew && entry.progress === null }]));
      if ([...wanted.keys()].some((itemId) => !ids.has(itemId))) throw badReference('body.entries');
      if (given.restNothingNew) {
        for (const { itemId } of items) {
          const words = wanted.get(itemId) ?? entries.get(itemId);
          if (!isSaid(words)) wanted.set(itemId, { itemId, progress: null, problems: words?.problems ?? null, nextStep: words?.nextStep ?? null, nothingNew: true });
        }
      }
      await this.rows.writeEntries(id, [...wanted.values()].map((entry) => ({ ...entry, reported: entries.get(entry.itemId)?.reported ?? null })));
    });
    return this.get(actor, id);
  }

  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    const found = await this.steps.find(actor, id, 'report:read');
    const history = await this.history.historyOf('unit_report', id);
    if (isInside(this.mayOf(actor, found, false))) return history;
    // Why it came back inside the unit is told inside the unit.
    return { ...history, data: history.data.map((one) => (one.action === 'unit_report.sent_back' && one.after ? { ...one, after: Object.fromEntries(Object.entries(one.after).filter(([key]) => key !== 'reason')) } : one)) };
  }

  /** What the rights of a reader reach for this unit: one person may hold several, for several units. */
  private mayOf(actor: PersonActor, { unitPath, unitDivision, plan }: FoundReport, hasApprovers: boolean): UnitReport['may'] {
    const within = (permission: Permission): boolean => reaches(reachOf(actor, permission), { path: unitPath, divisionId: unitDivision });
    const [write, ask, speaks] = [within('report:write'), within('report:submit'), approvesIn(actor, unitPath) || !hasApprovers];
    return { write, ask, submit: ask && speaks, handOver: write && !speaks, decide: within('report:decide') && keepsPlan(actor, 'report:decide', plan) };
  }

  /**
   * The items of a report. While it is open with its unit they follow the plan: what an edition withdraws drops out unless it was handed in, what it adds
   * comes in. What was handed in, and what is corrected after the lock, is about the items that are on record.
   */
  async linesOf({ row, period }: Pick<FoundReport, 'row' | 'period'>): Promise<{ items: ReportItemRow[]; entries: ReadonlyMap<string, ReportEntryEntity> }> {
    const entries = new Map((await this.rows.entriesOf(row.id)).map((entry) => [entry.itemId, entry]));
    const inForce = await this.rows.itemsInForce(period.planId, row.unitId);
    const known = new Map(inForce.map((item) => [item.itemId, item]));
    const reported = new Set([...entries.values()].filter((entry) => entry.reported !== null).map((entry) => entry.itemId));
    const kept = isWithUnit(row.state) && period.state === 'open' ? inForce : inForce.filter(({ itemId }) => reported.has(itemId));
    return { items: [...kept, ...(await this.rows.itemsByIds([...reported].filter((itemId) => !known.has(itemId))))].sort((a, b) => a.seq - b.seq), entries };
  }

  /** What was handed in of each item in the period before, by item. */
  private async saidBefore({ row, period }: FoundReport): Promise<ReadonlyMap<string, ReportLine['last']>> {
    const said = new Map<string, ReportLine['last']>();
    for (const one of await this.rows.saidBefore(period.planId, row.unitId, period.toDay)) {
      const words = reportedIn(one)?.words;
      if (words && words.progress !== null && !said.has(one.itemId)) said.set(one.itemId, { period: one.period, ...wordsOf(words) });
    }
    return said;
  }

  /** For the first page of a reader. Four statements, however many units and periods. */
  async waitingFor(actor: PersonActor): Promise<ReportsWaiting> {
    const [writes, submits, decides] = [can(actor, 'report:write'), can(actor, 'report:submit'), can(actor, 'report:decide')];
    if (!writes && !submits && !decides) return { due: null, toDecide: null };
    const today = this.clock.today();
    const all = (await this.periodRows.listFor(actor, {})).filter((period) => period.opensOn <= today || decides);
    const plans = await this.periodRows.plansOf(all.map((period) => period.planId));
    const periods = all.filter((period) => plans.get(period.planId)?.state === 'issued');
    const [units, reports] = await Promise.all([this.periodRows.unitsOf(actor, [...new Set(periods.map((period) => period.planId))]), this.periodRows.reportsOf(actor, periods.map((period) => period.id))]);
    const standings = periods.map((period) => ({ period, rows: standingsOf(period, units, reports, today) })).sort((a, b) => (a.period.dueOn < b.period.dueOn ? -1 : 1));
    // What was handed to the approver waits for the approver, and no more for who wrote it.
    const [toWrite, toDecideOf] = [reachOf(actor, 'report:write'), reachOf(actor, 'report:decide')];
    const waits = (row: Standing) => (row.status === 'checking' ? approvesIn(actor, row.path) : isOpenStatus(row.status) && reaches(toWrite, row));
    const due = standings.flatMap(({ period, rows }) => rows.filter((row) => waits(row) && (period.state === 'open' || row.reportId !== null)).map((row) => ({
      periodId: period.id, reportId: row.reportId, name: period.name, unit: row.unit, status: row.status, dueOn: row.resubmitBy ?? period.dueOn, overdue: row.overdue,
    })));
    const kept = (planId: string): boolean => { const plan = plans.get(planId); return plan !== undefined && keepsPlan(actor, 'report:decide', plan); };
    const toDecide = standings.filter(({ period }) => kept(period.planId)).map(({ period, rows }) => ({ periodId: period.id, name: period.name, planTitle: plans.get(period.planId)?.title ?? '', count: rows.filter((row) => (row.status === 'submitted' || row.status === 'asking') && reaches(toDecideOf, row)).length })).filter(({ count }) => count > 0);
    return {
      due: writes || submits ? { count: due.length, first: due.slice(0, SHOWN) } : null,
      toDecide: decides ? { count: toDecide.reduce((sum, { count }) => sum + count, 0), first: toDecide.slice(0, SHOWN) } : null,
    };
  }
}

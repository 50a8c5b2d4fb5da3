import { Injectable } from '@nestjs/common';
import type { UnitReport } from '@kepu/contracts';
import { addWorkdays, can as may, isPastDeadline, unitReportLifecycle } from '@kepu/domain';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { UnitDirectory } from '../units/index.js';
import type { ReportCorrectionEntity, SaidWords } from './report.entity.js';
import { noNumbers, ReportCounter } from './report-numbers.js';
import { UnitReportSteps, type FoundReport } from './unit-report-steps.js';
import { UnitReportsRepository } from './unit-reports.repository.js';
import { UnitReportsService } from './unit-reports.service.js';

type Reasoned = { readonly version: number; readonly reason: string };
const untold = { returnedReason: null, returnedBy: null, returnedAt: null, returnedInside: false } as const;

/** A unit's report on its way: handed to the approver, handed in, accepted or given back, corrected after the lock. */
@Injectable()
export class UnitReportDecisions {
  constructor(
    private readonly rows: UnitReportsRepository, private readonly reports: UnitReportsService, private readonly steps: UnitReportSteps, private readonly counter: ReportCounter, private readonly units: UnitDirectory, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** To the unit's own approver. Errors: `unit_report.incomplete`, `unit_report.no_approver`, `lifecycle.not_allowed`, `version.stale`. */
  async handOver(actor: PersonActor, id: string, version: number): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:write');
      if (may(unitReportLifecycle, found.row.state, 'hand_over')) {
        if ((await this.rows.approversOf(found.unitPath, this.clock.today())).length === 0) throw new Refusal('unit_report.no_approver');
        await this.demandWhole(found);
      }
      await this.steps.take(actor, found, { action: 'hand_over', past: 'handed_over', version, tell: 'checking' });
    });
    return this.reports.get(actor, id);
  }

  /** Inside the unit. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async sendBack(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:submit');
      await this.steps.take(actor, found, { action: 'send_back', past: 'sent_back', version, reason, tell: 'sent_back', changes: { returnedReason: reason, returnedBy: actor.accountId, returnedAt: this.clock.now(), returnedInside: true } });
    });
    return this.reports.get(actor, id);
  }

  /**
   * To the office, with the numbers as they are at this moment. Where somebody approves in the unit, it is them who hand in.
   * Errors: `unit_report.needs_approver`, `unit_report.incomplete`, `lifecycle.not_allowed`, `version.stale`.
   */
  async submit(actor: PersonActor, id: string, version: number): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:submit');
      const { row, period, unitPath } = found;
      const lines = may(unitReportLifecycle, row.state, 'submit') ? await this.demandWhole(found) : null;
      const approves = actor.grants.some((grant) => grant.role === 'approver' && grant.unitPath !== null && unitPath.startsWith(grant.unitPath));
      const approvers = approves || lines === null ? [] : await this.rows.approversOf(unitPath, this.clock.today());
      if (approvers.length > 0) throw new Refusal('unit_report.needs_approver', { params: { names: approvers.map(({ name }) => name).join('、') } });
      const [now, today] = [this.clock.now(), this.clock.today()];
      await this.steps.take(actor, found, {
        action: 'submit', past: 'submitted', version, changes: { ...untold, firstSubmittedAt: row.firstSubmittedAt ?? now, submittedAt: now, submittedBy: actor.accountId, checkedAt: null, checkedBy: null, resubmitLate: row.resubmitLate || (row.resubmitBy !== null && isPastDeadline(today, row.resubmitBy)), resubmitBy: null, resubmitUncertain: false },
      });
      if (lines === null) return;
      const { items, entries } = lines;
      const ids = items.map((item) => item.itemId);
      const numbers = await this.counter.of(ids, { from: period.fromDay, to: period.toDay }, unitPath);
      await this.rows.removeEntries(id, [...entries.keys()].filter((itemId) => !ids.includes(itemId)));
      await this.rows.writeEntries(id, ids.flatMap((itemId) => {
        const entry = entries.get(itemId);
        return entry ? [{ itemId, progress: entry.progress, problems: entry.problems, nextStep: entry.nextStep, nothingNew: entry.nothingNew, reported: numbers.get(itemId) ?? noNumbers }] : [];
      }));
      if (period.state === 'locked') await this.closeCorrection(actor, found);
    });
    return this.reports.get(actor, id);
  }

  /** What nobody has decided about. A report that was taken back has not been handed in: the day counts on which it is again. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async recall(actor: PersonActor, id: string, version: number): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:write');
      // What the office once gave back, or a lock has closed, was handed in: that stays so.
      const never = found.row.checkedAt === null && found.row.state === 'submitted' && found.period.state === 'open' && (await this.rows.correctionsOf(id)).length === 0;
      await this.steps.take(actor, found, { action: 'recall', past: 'recalled', version, changes: never ? { submittedAt: null, submittedBy: null, firstSubmittedAt: null } : {} });
    });
    return this.reports.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async accept(actor: PersonActor, id: string, version: number): Promise<UnitReport> {
    await this.work.run(async () => this.acceptOne(actor, id, version));
    return this.reports.get(actor, id);
  }

  /** Several at once; one that changed meanwhile, or waits no more, is left. */
  async acceptMany(actor: PersonActor, periodId: string, reports: readonly { id: string; version: number }[]): Promise<{ changed: number }> {
    let changed = 0;
    for (const { id, version } of reports) {
      try {
        await this.work.run(async () => this.acceptOne(actor, id, version, periodId));
        changed += 1;
      } catch (error) {
        if (!(error instanceof Refusal) || !['version.stale', 'lifecycle.not_allowed'].includes(error.code)) throw error;
      }
    }
    return { changed };
  }

  /** Back to the unit, to be handed in again within the workdays of the period. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async giveBack(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<UnitReport> {
    const calendar = await this.units.calendar();
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:decide');
      const by = addWorkdays(this.clock.today(), found.period.returnWorkdays, calendar);
      await this.steps.take(actor, found, {
        action: 'return', past: 'returned', version, reason, tell: 'returned',
        changes: { returnedReason: reason, returnedBy: actor.accountId, returnedAt: this.clock.now(), returnedInside: false, checkedAt: this.clock.now(), checkedBy: actor.accountId, resubmitBy: by.value, resubmitUncertain: by.uncertain },
      });
    });
    return this.reports.get(actor, id);
  }

  /** After the lock. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async askCorrection(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:submit');
      await this.steps.take(actor, found, { action: 'ask', past: 'correction_asked', version, reason, tell: 'correction_asked' });
      await this.rows.insertCorrection({
        id: newId(), reportId: id, reason, askedBy: actor.accountId, askedAt: this.clock.now(), allowed: null, decidedBy: null, decidedAt: null, refusedReason: null, wordsBefore: await this.wordsOf(found), wordsAfter: null, correctedAt: null,
      });
    });
    return this.reports.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async allowCorrection(actor: PersonActor, id: string, version: number): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:decide');
      await this.steps.take(actor, found, { action: 'allow', past: 'correction_allowed', version, tell: 'correction_allowed' });
      await this.rows.updateCorrection((await this.openCorrection(id)).id, { allowed: true, decidedBy: actor.accountId, decidedAt: this.clock.now() });
    });
    return this.reports.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async refuseCorrection(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:decide');
      await this.steps.take(actor, found, { action: 'refuse', past: 'correction_refused', version, reason, tell: 'correction_refused' });
      await this.rows.updateCorrection((await this.openCorrection(id)).id, { allowed: false, decidedBy: actor.accountId, decidedAt: this.clock.now(), refusedReason: reason });
    });
    return this.reports.get(actor, id);
  }

  private async acceptOne(actor: PersonActor, id: string, version: number, periodId?: string): Promise<void> {
    const found = await this.steps.find(actor, id, 'report:decide');
    if (periodId !== undefined && found.period.id !== periodId) throw notFound();
    // A correction is locked again as soon as it is accepted.
    const locked = found.period.state === 'locked';
    await this.steps.take(actor, found, { action: 'accept', past: 'accepted', version, tell: 'accepted', changes: { ...untold, checkedAt: this.clock.now(), checkedBy: actor.accountId }, ...(locked ? { state: 'locked' as const } : {}) });
  }

  /** Errors: `unit_report.incomplete`, with how many items are empty. */
  private async demandWhole(found: FoundReport) {
    const lines = await this.reports.linesOf(found);
    const empty = lines.items.filter(({ itemId }) => { const entry = lines.entries.get(itemId); return !entry || (entry.progress === null && !entry.nothingNew); }).length;
    if (empty > 0) throw new Refusal('unit_report.incomplete', { params: { count: empty } });
    return lines;
  }

  private async openCorrection(reportId: string): Promise<ReportCorrectionEntity> {
    const open = (await this.rows.correctionsOf(reportId)).find((correction) => correction.decidedAt === null);
    if (!open) throw notFound();
    return open;
  }

  /** What is said since, beside what was said before: in the correction, and in the history. */
  private async closeCorrection(actor: PersonActor, found: FoundReport): Promise<void> {
    const allowed = (await this.rows.correctionsOf(found.row.id)).find((correction) => correction.allowed === true);
    if (!allowed) return;
    const after = await this.wordsOf(found);
    await this.rows.updateCorrection(allowed.id, { wordsAfter: after, correctedAt: this.clock.now() });
    await this.steps.record(actor, found, 'corrected', { words: told(allowed.wordsBefore) }, { words: told(after), reason: allowed.reason });
  }

  private async wordsOf(found: FoundReport): Promise<SaidWords[]> {
    const { items, entries } = await this.reports.linesOf(found);
    return items.map(({ itemId, text }) => {
      const entry = entries.get(itemId);
      return { itemId, text, progress: entry?.progress ?? null, problems: entry?.problems ?? null, nextStep: entry?.nextStep ?? null, nothingNew: entry?.nothingNew ?? false };
    });
  }
}

/** Words as the history keeps them, one line an item. */
const told = (words: readonly SaidWords[]): string[] => words.flatMap(({ progress, problems, nextStep }) => [progress, problems, nextStep].filter((one) => one !== null).join(' / ') || []);

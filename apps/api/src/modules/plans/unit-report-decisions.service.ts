import { Injectable } from '@nestjs/common';
import type { UnitReport } from '@kepu/contracts';
import { addWorkdays, can as may, isPastDeadline, unitReportLifecycle } from '@kepu/domain';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { UnitDirectory } from '../units/index.js';
import type { ReportCorrectionEntity, SaidWords } from './report.entity.js';
import { isOnRecord } from './report.mapper.js';
import { noNumbers, ReportCounter } from './report-numbers.js';
import { ReportPeriodsRepository } from './report-periods.repository.js';
import { UnitReportSteps, type FoundReport } from './unit-report-steps.js';
import { noWords, UnitReportsRepository } from './unit-reports.repository.js';
import { UnitReportsService } from './unit-reports.service.js';
import { UnitSpeakers } from './unit-speakers.js';

type Reasoned = { readonly version: number; readonly reason: string };
const untold = { returnedReason: null, returnedBy: null, returnedAt: null, returnedInside: false } as const;

/** A unit's report on its way: handed to the approver, handed in, accepted or given back, corrected after the lock. */
@Injectable()
export class UnitReportDecisions {
  constructor(
    private readonly rows: UnitReportsRepository, private readonly periods: ReportPeriodsRepository, private readonly reports: UnitReportsService, private readonly steps: UnitReportSteps, private readonly counter: ReportCounter, private readonly units: UnitDirectory, private readonly speakers: UnitSpeakers, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** To the unit's own approver. Errors: `unit_report.incomplete`, `unit_report.no_approver`, `lifecycle.not_allowed`, `version.stale`. */
  async handOver(actor: PersonActor, id: string, version: number): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:write');
      if (may(unitReportLifecycle, found.row.state, 'hand_over')) {
        if ((await this.speakers.approversOf(found.unitPath)).length === 0) throw new Refusal('unit_report.no_approver');
        await this.demandWhole(found);
      }
      await this.steps.take(actor, found, { action: 'hand_over', past: 'handed_over', version, tell: 'checking' });
    });
    return this.reports.get(actor, id);
  }

  /** Inside the unit, by whoever would hand it in. Errors: `unit_report.needs_approver`, `lifecycle.not_allowed`, `version.stale`. */
  async sendBack(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:submit');
      if (may(unitReportLifecycle, found.row.state, 'send_back')) await this.speakers.demandSpeaker(actor, found.unitPath);
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
      const { row, period } = found;
      const locked = period.state === 'locked';
      const lines = may(unitReportLifecycle, row.state, 'submit') ? await this.demandWhole(found) : null;
      if (lines !== null) await this.speakers.demandSpeaker(actor, found.unitPath);
      const [now, today] = [this.clock.now(), this.clock.today()];
      await this.steps.take(actor, found, {
        action: 'submit', past: 'submitted', version, changes: {
          // Why and until when it came back stays until the office decides again. A correction is late for nobody.
          ...(row.returnedInside ? untold : {}), firstSubmittedAt: row.firstSubmittedAt ?? now, firstDueOn: row.firstDueOn ?? period.dueOn, submittedAt: now, submittedBy: actor.accountId, checkedAt: null, checkedBy: null,
          resubmitLate: row.resubmitLate || (!locked && row.resubmitBy !== null && isPastDeadline(today, row.resubmitBy)),
        },
      });
      if (lines === null) return;
      if (locked) return this.closeCorrection(actor, found);
      if (row.firstSubmittedAt === null) await this.periods.countHandedIn(period.id, 1);
      await this.freeze(found, lines);
    });
    return this.reports.get(actor, id);
  }

  /** What nobody has decided about. A report that was taken back has not been handed in: the day counts on which it is again. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async recall(actor: PersonActor, id: string, version: number): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:write');
      // What the office once gave back, or a lock has closed, was handed in: that stays so, and so does the day to hand it in again.
      const never = found.row.resubmitBy === null && found.row.state === 'submitted' && found.period.state === 'open';
      await this.steps.take(actor, found, { action: 'recall', past: 'recalled', version, changes: never ? { submittedAt: null, submittedBy: null, firstSubmittedAt: null, firstDueOn: null } : {} });
      if (!never) return;
      await this.periods.countHandedIn(found.period.id, -1);
      await this.rows.unreport(id);
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

  /** Back to the unit, to be handed in again within the workdays of the period. Errors: `unit_report.unit_merged`, `lifecycle.not_allowed`, `version.stale`. */
  async giveBack(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<UnitReport> {
    const calendar = await this.units.calendar();
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:decide');
      // Nobody is left to change it: what its items need is said by the unit that they went to.
      if (found.successor !== null) throw new Refusal('unit_report.unit_merged', { params: { name: found.successor } });
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
      // Of a plan that is closed nobody could write: the office would open what nobody can close.
      if (found.plan.state !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${found.plan.state}` } });
      await this.steps.take(actor, found, { action: 'allow', past: 'correction_allowed', version, tell: 'correction_allowed', changes: { ...untold, resubmitBy: null, resubmitUncertain: false } });
      await this.rows.updateCorrection((await this.openCorrection(id)).id, { allowed: true, decidedBy: actor.accountId, decidedAt: this.clock.now() });
      // One begins with what is on record, where anything is.
      const entries = await this.rows.entriesOf(id);
      await this.rows.writeEntries(id, entries.flatMap(({ itemId, reported }) => (reported?.numbers ? [{ itemId, ...reported.words, reported }] : [])));
    });
    return this.reports.get(actor, id);
  }

  /** Ends a correction that does not come: what was locked stands as it was locked. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async endCorrection(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<UnitReport> {
    await this.work.run(async () => {
      const found = await this.steps.find(actor, id, 'report:decide');
      if (found.period.state !== 'locked') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.unitReportStates.${found.row.state}` } });
      await this.steps.take(actor, found, { action: 'lock', past: 'correction_ended', version, reason, changes: { ...untold, resubmitBy: null, resubmitUncertain: false } });
      const allowed = await this.allowedCorrection(id);
      if (allowed) await this.rows.updateCorrection(allowed.id, { wordsAfter: null, correctedAt: null });
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
    await this.steps.take(actor, found, { action: 'accept', past: 'accepted', version, tell: 'accepted', changes: { ...untold, resubmitBy: null, resubmitUncertain: false, checkedAt: this.clock.now(), checkedBy: actor.accountId }, ...(locked ? { state: 'locked' as const } : {}) });
    // Until now the record said what was locked.
    if (locked) await this.freeze(found, await this.reports.linesOf(found));
  }

  /** Puts words and numbers as they are now on record. What an earlier hand-in said of items that are gone stays as it is. */
  private async freeze({ row, period, unitPath }: FoundReport, { items, entries }: Awaited<ReturnType<UnitReportsService['linesOf']>>): Promise<void> {
    const numbers = await this.counter.of(items.map((item) => item.itemId), { from: period.fromDay, to: period.toDay }, unitPath);
    await this.rows.writeEntries(row.id, items.flatMap(({ itemId }) => {
      const entry = entries.get(itemId);
      if (!entry) return [];
      const { progress, problems, nextStep, nothingNew } = entry;
      const words = { progress, problems, nextStep, nothingNew };
      return [{ itemId, ...words, reported: { numbers: numbers.get(itemId) ?? noNumbers, words } }];
    }));
  }

  /** Errors: `unit_report.nothing_to_report`; `unit_report.incomplete`, with how many items are empty. */
  private async demandWhole(found: FoundReport) {
    const lines = await this.reports.linesOf(found);
    if (lines.items.length === 0) throw new Refusal('unit_report.nothing_to_report');
    const empty = lines.items.filter(({ itemId }) => { const entry = lines.entries.get(itemId); return !entry || (entry.progress === null && !entry.nothingNew); }).length;
    if (empty > 0) throw new Refusal('unit_report.incomplete', { params: { count: empty } });
    return lines;
  }

  private async openCorrection(reportId: string): Promise<ReportCorrectionEntity> {
    const open = (await this.rows.correctionsOf(reportId)).find((correction) => correction.decidedAt === null);
    if (!open) throw notFound();
    return open;
  }

  private async allowedCorrection(reportId: string): Promise<ReportCorrectionEntity | undefined> { return (await this.rows.correctionsOf(reportId)).find((correction) => correction.allowed === true); }

  /** What is said since, beside what was said before: in the correction, and in the history. */
  private async closeCorrection(actor: PersonActor, found: FoundReport): Promise<void> {
    const allowed = await this.allowedCorrection(found.row.id);
    if (!allowed) return;
    const after = await this.wordsOf(found);
    await this.rows.updateCorrection(allowed.id, { wordsAfter: after, correctedAt: this.clock.now() });
    await this.steps.record(actor, found, 'corrected', { words: told(allowed.wordsBefore) }, { words: told(after), reason: allowed.reason });
  }

  private async wordsOf(found: FoundReport): Promise<SaidWords[]> {
    const { items, entries } = await this.reports.linesOf(found);
    return items.map(({ itemId, text }) => {
      const entry = entries.get(itemId);
      const { progress, problems, nextStep, nothingNew } = (isOnRecord(found.row.state, found.period) ? entry?.reported?.words : entry) ?? noWords;
      return { itemId, text, progress, problems, nextStep, nothingNew };
    });
  }
}

/** Words as the history keeps them, one line an item. */
const told = (words: readonly SaidWords[]): string[] => words.flatMap(({ progress, problems, nextStep }) => [progress, problems, nextStep].filter((one) => one !== null).join(' / ') || []);

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addWorkdays, DEFAULT_REMIND_WORKDAYS } from '@kepu/domain';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { GrantsRepository } from '../../identity/index.js';
import { excerpt, NoticesService } from '../../notices/index.js';
import { UnitDirectory } from '../../units/index.js';
import { UnitReportsRepository } from '../unit-reports.repository.js';
import { AssessmentSheetsRepository, type SheetRow } from './assessment-sheets.repository.js';
import type { AssessmentSheetEvent } from './assessment-sheets.service.js';
import { isIn } from './assessment.mapper.js';
import { AssessmentsRepository, type AssessmentRow } from './assessments.repository.js';
import type { AssessmentEvent } from './assessments.service.js';

const system = { kind: 'system', task: 'assessment notices' } as const;
type AssessmentNews = { assessmentId: string; event: AssessmentEvent; version: number; by: string };
type SheetNews = { sheetId: string; event: AssessmentSheetEvent; version: number | string; by: string; text: string };
/** Longest words that a notice takes along. */
const WORDS = 200;

/** Tells units what they are asked, what is due, what came back and what came of it. Nobody is told of what they did themselves, and nobody of anything while it is switched off. */
@Injectable()
export class AssessmentNotices implements OnModuleInit {
  constructor(
    private readonly rows: AssessmentsRepository, private readonly sheets: AssessmentSheetsRepository, private readonly reports: UnitReportsRepository, private readonly grants: GrantsRepository, private readonly notices: NoticesService, private readonly units: UnitDirectory, private readonly worker: JobWorker, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<AssessmentNews>({ kind: 'notice.assessment', run: (run) => this.tell(run) });
    this.worker.register<SheetNews>({ kind: 'notice.assessment_sheet', run: (run) => this.tellOfSheet(run) });
    this.worker.register({ kind: 'assessments.daily', run: (run) => this.daily(run) });
    this.worker.every('assessments.daily', dailyAt('08:40'));
  }

  private async tell(run: JobRun<AssessmentNews>): Promise<void> {
    const { assessmentId, event, version, by } = run.payload;
    const row = (await this.isOn()) ? await this.rows.findFor(system, assessmentId) : null;
    const told = row ? await this.liaisonsOf((await this.sheets.briefsFor(system, [assessmentId])).filter(({ state }) => state !== 'released')) : [];
    await this.work.run(async () => {
      if (row) await this.notices.deliver(told.filter((accountId) => accountId !== by), { eventKey: `assessment_${event}:${assessmentId}:${version}`, kind: `assessment_${event}`, link: `/assessments/${assessmentId}`, params: { title: row.title, day: row.objectionUntil ?? row.dueOn, text: row.endedReason ?? '' } });
      await run.finish();
    });
  }
  private async tellOfSheet(run: JobRun<SheetNews>): Promise<void> {
    const { sheetId, event, version, by, text } = run.payload;
    const row = (await this.isOn()) ? await this.sheets.findFor(system, sheetId, 'assessment:read') : null;
    const assessment = row && (await this.rows.findFor(system, row.assessmentId));
    const today = this.clock.today();
    const told = !row ? [] : event === 'checking' ? (await this.reports.approversOf(row.path, today)).map(({ accountId }) => accountId) : event === 'appealed' ? await this.grants.officeAccounts(today) : await this.liaisonsOf([row]);
    await this.work.run(async () => {
      if (row && assessment) await this.notices.deliver(told.filter((accountId) => accountId !== by), { eventKey: `assessment_${event}:${sheetId}:${version}`, kind: `assessment_${event}`, link: `/assessment-sheets/${sheetId}`, params: { title: assessment.title, unit: row.unitName, day: event === 'announced' ? (assessment.objectionUntil ?? assessment.dueOn) : assessment.dueOn, text: excerpt(text, WORDS) } });
      await run.finish();
    });
  }
  /** Once for each last day: whose sheet is missing is reminded shortly before it. */
  private async daily(run: JobRun): Promise<void> {
    const on = await this.isOn();
    const [today, calendar] = [this.clock.today(), await this.units.calendar()];
    const near = on ? (await this.rows.listFor(system, { state: 'open' })).rows.filter(({ dueOn }) => today <= dueOn && today >= addWorkdays(dueOn, -DEFAULT_REMIND_WORKDAYS, calendar).value) : [];
    const missing = (await this.sheets.briefsFor(system, near.map(({ id }) => id))).filter((row) => !isIn(row) && row.state !== 'released');
    const told = await Promise.all(near.map(async (row): Promise<[AssessmentRow, string[]]> => [row, await this.liaisonsOf(missing.filter(({ assessmentId }) => assessmentId === row.id))]));
    await this.work.run(async () => {
      for (const [row, accounts] of told) await this.notices.deliver(accounts, { eventKey: `assessment_due:${row.id}:${row.dueOn}`, kind: 'assessment_due', link: `/assessments/${row.id}`, params: { title: row.title, day: row.dueOn } });
      await run.finish();
    });
  }
  /** Looked at when a message goes out: what was queued before it was switched off is told to nobody. */
  private async isOn(): Promise<boolean> { return Number((await this.rows.switch()).enabled) === 1; }
  /** Who looks after several units is told once. */
  private async liaisonsOf(rows: readonly Pick<SheetRow, 'unitId' | 'path'>[]): Promise<string[]> { return [...new Set([...(await this.reports.liaisonsFor(rows.map(({ unitId, path }) => ({ id: unitId, path })), this.clock.today())).values()].flat())]; }
}

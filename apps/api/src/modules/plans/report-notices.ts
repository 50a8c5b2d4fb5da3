import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addWorkdays } from '@kepu/domain';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { GrantsRepository } from '../identity/index.js';
import { excerpt, NoticesService } from '../notices/index.js';
import { UnitDirectory } from '../units/index.js';
import { PlansRepository } from './plans.repository.js';
import type { ReportPeriodEntity } from './report.entity.js';
import { isWithUnit } from './report.mapper.js';
import { ReportPeriodsRepository } from './report-periods.repository.js';
import { isOpenStatus, ReportPeriodsService } from './report-periods.service.js';
import type { UnitReportEvent } from './unit-report-steps.js';
import { UnitReportsRepository } from './unit-reports.repository.js';

const system = { kind: 'system', task: 'report notices' } as const;
type ReportEvent = { reportId: string; event: UnitReportEvent; version: number; by: string };
const kindOf = (event: UnitReportEvent) => (event.startsWith('correction') ? (event as `correction_${'asked' | 'allowed' | 'refused'}`) : (`unit_report_${event}` as `unit_report_${'checking' | 'sent_back' | 'returned' | 'accepted'}`));
/** A period of which units are told: that it is open, and, in the last days, that it is due. */
interface PeriodNews { readonly period: ReportPeriodEntity; readonly title: string; readonly kind: 'report_opened' | 'report_due'; readonly day: string; readonly accounts: readonly string[] }

/** Tells units of periods that open and of days that come near, and both sides of what became of a report. Nobody is told of what they did themselves. */
@Injectable()
export class ReportNotices implements OnModuleInit {
  constructor(
    private readonly notices: NoticesService, private readonly periods: ReportPeriodsService, private readonly rows: ReportPeriodsRepository, private readonly reports: UnitReportsRepository, private readonly plans: PlansRepository,
    private readonly grants: GrantsRepository, private readonly units: UnitDirectory, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<ReportEvent>({ kind: 'notice.unit_report', run: (run) => this.tell(run) });
    this.worker.register<{ periodId: string }>({ kind: 'notice.report_period', run: (run) => this.opened(run) });
    this.worker.register({ kind: 'reports.daily', run: (run) => this.daily(run) });
    this.worker.every('reports.daily', dailyAt('08:40'));
  }

  private async opened(run: JobRun<{ periodId: string }>): Promise<void> {
    await this.deliver(run, (await this.rows.begunOn(this.clock.today())).filter((period) => period.id === run.payload.periodId));
  }
  private async daily(run: JobRun): Promise<void> { await this.deliver(run, await this.rows.begunOn(this.clock.today())); }

  /** What has been told once is not told again: the message is named after the period and, as days move, after the day. Who looks after several units is told once. */
  private async deliver(run: JobRun, periods: readonly ReportPeriodEntity[]): Promise<void> {
    const news: PeriodNews[] = [];
    const [today, calendar] = [this.clock.today(), await this.units.calendar()];
    for (const period of periods) {
      const title = (await this.plans.findFor(system, period.planId))?.title ?? '';
      const missing = (await this.periods.standings(system, period)).filter((row) => isOpenStatus(row.status) && today <= (row.resubmitBy ?? period.dueOn));
      const liaisons = await this.reports.liaisonsFor(missing.map((row) => ({ id: row.unit.id, path: row.path })), today);
      for (const row of missing) {
        const [day, accounts] = [row.resubmitBy ?? period.dueOn, liaisons.get(row.unit.id) ?? []];
        if (row.resubmitBy === null) news.push({ period, title, kind: 'report_opened', day, accounts });
        if (today >= addWorkdays(day, -period.remindWorkdays, calendar).value) news.push({ period, title, kind: 'report_due', day, accounts });
      }
    }
    await this.work.run(async () => {
      for (const { period, title, kind, day, accounts } of news) {
        await this.notices.deliver(accounts, { eventKey: kind === 'report_due' ? `${kind}:${period.id}:${day}` : `${kind}:${period.id}`, kind, link: `/report-periods/${period.id}`, params: { title, period: period.name, day } });
      }
      await run.finish();
    });
  }

  private async tell(run: JobRun<ReportEvent>): Promise<void> {
    const { reportId, event, version, by } = run.payload;
    const found = await this.reports.findFor(system, reportId, 'report:read');
    const period = found && (await this.rows.findFor(system, found.row.periodId));
    if (!found || !period) return;
    const { row, unitName, unitPath } = found;
    const today = this.clock.today();
    const [correction] = event.startsWith('correction') ? await this.reports.correctionsOf(reportId) : [];
    const text = event === 'correction_asked' ? correction?.reason : event === 'correction_refused' ? correction?.refusedReason : event === 'accepted' || event === 'checking' || event === 'correction_allowed' ? '' : row.returnedReason;
    // Handed in again meanwhile: there is nothing left to tell.
    const gone = (event === 'returned' || event === 'sent_back') && !isWithUnit(row.state);
    const told = gone || text === null || text === undefined ? [] : event === 'checking' ? (await this.reports.approversOf(unitPath, today)).map(({ accountId }) => accountId) : event === 'correction_asked' ? await this.grants.officeAccountsOf((await this.rows.plansOf([period.planId])).get(period.planId)?.officeId ?? '', today)
      : [...new Set([row.submittedBy, ...((await this.reports.liaisonsFor([{ id: row.unitId, path: unitPath }], today)).get(row.unitId) ?? [])])].filter((one) => one !== null);
    await this.work.run(async () => {
      await this.notices.deliver(told.filter((accountId) => accountId !== by), {
        eventKey: `unit_report_${event}:${reportId}:${version}`, kind: kindOf(event), link: `/unit-reports/${reportId}`, params: { unit: unitName, period: period.name, text: excerpt(text ?? ''), day: row.resubmitBy ?? period.dueOn },
      });
      await run.finish();
    });
  }
}

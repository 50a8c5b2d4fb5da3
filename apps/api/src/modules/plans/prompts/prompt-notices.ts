import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addWorkdays } from '@kepu/domain';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { GrantsRepository } from '../../identity/index.js';
import { NoticesService } from '../../notices/index.js';
import { UnitDirectory } from '../../units/index.js';
import { UnitReportsRepository } from '../unit-reports.repository.js';
import { PromptsRepository } from './prompts.repository.js';
import type { PromptEvent } from './prompts.service.js';

const system = { kind: 'system', task: 'prompt notices' } as const;
type PromptNews = { promptId: string; event: PromptEvent; version: number; by: string };
/** How many workdays before the day to reply by units are reminded, and the office of what is not replied to. */
const REMIND_WORKDAYS = 1;

/** Tells leaders what waits for them, units what they have to reply to, and both sides what became of it. Nobody is told of what they did themselves. */
@Injectable()
export class PromptNotices implements OnModuleInit {
  constructor(
    private readonly rows: PromptsRepository, private readonly reports: UnitReportsRepository, private readonly grants: GrantsRepository, private readonly notices: NoticesService, private readonly units: UnitDirectory, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<PromptNews>({ kind: 'notice.prompt', run: (run) => this.tell(run) });
    this.worker.register({ kind: 'prompts.daily', run: (run) => this.daily(run) });
    this.worker.every('prompts.daily', dailyAt('08:30'));
  }

  private async tell(run: JobRun<PromptNews>): Promise<void> {
    const { promptId, event, version, by } = run.payload;
    const row = await this.rows.findFor(system, promptId, 'prompt:read');
    if (!row) return;
    const today = this.clock.today();
    const told = event === 'awaiting' ? await this.grants.leaderAccounts(today) : event === 'approved' || event === 'turned_down' ? [row.createdBy] : event === 'replied' ? await this.grants.officeAccounts(today)
      : ((await this.reports.liaisonsFor([{ id: row.unitId, path: row.unitPath }], today)).get(row.unitId) ?? []);
    await this.work.run(async () => {
      await this.notices.deliver(told.filter((accountId) => accountId !== by), {
        eventKey: `prompt_${event}:${promptId}:${version}`, kind: `prompt_${event}`, link: `/prompts/${promptId}`, params: { unit: row.unitName, title: row.title, number: row.number ?? '', day: row.replyBy, text: (event === 'turned_down' ? row.turnedDownReason : event === 'withdrawn' || event === 'escalated' ? row.endedReason : null) ?? '' },
      });
      await run.finish();
    });
  }

  /** Once for each day to reply by: before it the unit, after it the office. */
  private async daily(run: JobRun): Promise<void> {
    const [today, calendar] = [this.clock.today(), await this.units.calendar()];
    const open = await this.rows.sentOpen();
    const near = open.filter(({ replyBy }) => replyBy >= today && addWorkdays(replyBy, -REMIND_WORKDAYS, calendar).value <= today);
    const over = open.filter(({ replyBy }) => replyBy < today);
    const [liaisons, office] = await Promise.all([this.reports.liaisonsFor(near.map(({ unitId, unitPath }) => ({ id: unitId, path: unitPath })), today), this.grants.officeAccounts(today)]);
    await this.work.run(async () => {
      const news = ({ title, number, replyBy }: (typeof open)[number]) => ({ title, number: number ?? '', day: replyBy });
      for (const row of near) await this.notices.deliver(liaisons.get(row.unitId) ?? [], { eventKey: `prompt_due:${row.id}:${row.replyBy}`, kind: 'prompt_due', link: `/prompts/${row.id}`, params: news(row) });
      for (const row of over) await this.notices.deliver(office, { eventKey: `prompt_overdue:${row.id}:${row.replyBy}`, kind: 'prompt_overdue', link: `/prompts/${row.id}`, params: news(row) });
      await run.finish();
    });
  }
}

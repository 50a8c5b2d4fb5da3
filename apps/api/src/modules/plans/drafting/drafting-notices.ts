import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addWorkdays } from '@kepu/domain';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { NoticesService } from '../../notices/index.js';
import { UnitDirectory } from '../../units/index.js';
import { UnitReportsRepository } from '../unit-reports.repository.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ProposalsRepository } from './proposals.repository.js';

const system = { kind: 'system', task: 'drafting notices' } as const;
/** How long before the last day those are reminded who have not answered. */
const REMIND_WORKDAYS = 2;
interface Standing { readonly unitId: string; readonly path: string; readonly state: string }
interface News { readonly kind: 'proposal_call_opened' | 'proposal_call_due' | 'consultation_opened' | 'consultation_due' | 'consultation_closed'; readonly id: string; readonly link: string; readonly title: string; readonly day: string; readonly units: readonly Standing[]; readonly again?: string }

/** Tells units of calls and consultations, of days that come near, and of what became of their words. */
@Injectable()
export class DraftingNotices implements OnModuleInit {
  constructor(
    private readonly notices: NoticesService, private readonly proposals: ProposalsRepository, private readonly consultations: ConsultationsRepository, private readonly reports: UnitReportsRepository, private readonly units: UnitDirectory, private readonly worker: JobWorker, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<{ callId: string }>({ kind: 'notice.proposal_call', run: (run) => this.called(run) });
    this.worker.register<{ consultationId: string; event: 'opened' | 'closed' }>({ kind: 'notice.consultation', run: (run) => this.consulted(run) });
    this.worker.register({ kind: 'drafting.daily', run: (run) => this.daily(run) });
    this.worker.every('drafting.daily', dailyAt('08:50'));
  }

  private async called(run: JobRun<{ callId: string }>): Promise<void> {
    const call = await this.proposals.findFor(system, run.payload.callId);
    await this.deliver(run, call ? [{ kind: 'proposal_call_opened', id: call.id, link: `/proposal-calls/${call.id}`, title: call.title, day: call.dueOn, units: await this.proposals.standings(system, [call.id]) }] : []);
  }

  private async consulted(run: JobRun<{ consultationId: string; event: 'opened' | 'closed' }>): Promise<void> {
    const { consultationId, event } = run.payload;
    const row = await this.consultations.findFor(system, consultationId);
    const all = row ? await this.consultations.standings(system, [consultationId]) : [];
    // Whoever said nothing, or agreed to everything, waits for no answer.
    const units = event === 'opened' ? all : all.filter((one) => one.state === 'submitted' && Number(one.comments) > 0);
    await this.deliver(run, row ? [{ kind: `consultation_${event}`, id: row.id, link: `/consultations/${row.id}`, title: row.title, day: row.dueOn, units }] : []);
  }

  /** Who has not answered is reminded once for each last day. */
  private async daily(run: JobRun): Promise<void> {
    const [today, calendar] = [this.clock.today(), await this.units.calendar()];
    const near = ({ dueOn }: { dueOn: string }): boolean => today <= dueOn && today >= addWorkdays(dueOn, -REMIND_WORKDAYS, calendar).value;
    const news: News[] = [];
    for (const call of (await this.proposals.listFor(system, { state: 'open' })).filter(near)) news.push({ kind: 'proposal_call_due', id: call.id, link: `/proposal-calls/${call.id}`, title: call.title, day: call.dueOn, units: unanswered(await this.proposals.standings(system, [call.id])), again: call.dueOn });
    for (const row of (await this.consultations.listFor(system, { state: 'open' })).filter(near)) news.push({ kind: 'consultation_due', id: row.id, link: `/consultations/${row.id}`, title: row.title, day: row.dueOn, units: unanswered(await this.consultations.standings(system, [row.id])), again: row.dueOn });
    await this.deliver(run, news);
  }

  private async deliver(run: JobRun, news: readonly News[]): Promise<void> {
    const today = this.clock.today();
    const told = await Promise.all(news.map(async (one) => ({ ...one, accounts: [...new Set([...(await this.reports.liaisonsFor(one.units.map(({ unitId, path }) => ({ id: unitId, path })), today)).values()].flat())] })));
    await this.work.run(async () => {
      for (const { kind, id, link, title, day, again, accounts } of told) await this.notices.deliver(accounts, { eventKey: `${kind}:${id}${again === undefined ? '' : `:${again}`}`, kind, link, params: { title, day } });
      await run.finish();
    });
  }
}

const unanswered = <T extends Standing>(rows: readonly T[]): T[] => rows.filter(({ state }) => state === 'draft');

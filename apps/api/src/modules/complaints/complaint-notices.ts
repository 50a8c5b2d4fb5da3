import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addWorkdays, COMPLAINT_LAPSE_DAYS, COMPLAINT_REMINDER_WORKDAYS } from '@kepu/domain';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { NoticesService } from '../notices/index.js';
import { UnitDirectory } from '../units/index.js';
import { ComplaintSteps } from './complaint-steps.js';
import { ComplaintsRepository, type ComplaintRow } from './complaints.repository.js';

type Event = 'made' | 'disputed';
const DAY_MS = 86_400_000;
/** Closed in one night; the rest the next. */
const PORTION = 500;
const system = { kind: 'system', id: null, ip: null } as const;

/** Tells those who answer of what comes in and of what is nearly due, and closes in the morning what nobody was dissatisfied with. */
@Injectable()
export class ComplaintNotices implements OnModuleInit {
  constructor(
    private readonly notices: NoticesService, private readonly rows: ComplaintsRepository, private readonly steps: ComplaintSteps, private readonly units: UnitDirectory, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<{ complaintId: string; event: Event }>({ kind: 'notice.complaint', run: (run) => this.tell(run) });
    this.worker.register({ kind: 'complaints.daily', run: (run) => this.daily(run) });
    this.worker.every('complaints.daily', dailyAt('08:30'));
  }

  private async tell(run: JobRun<{ complaintId: string; event: Event }>): Promise<void> {
    const { complaintId, event } = run.payload;
    const row = await this.rows.byId(complaintId);
    // Answered meanwhile: there is nothing left to tell.
    const waits = row?.state === (event === 'made' ? 'open' : 'reopened');
    const readers = row && waits ? await this.readersOf(row) : [];
    await this.work.run(async () => {
      if (row) await this.notices.deliver(readers, { eventKey: `complaint_${event}:${row.id}`, kind: `complaint_${event}`, ...sayingOf(row) });
      await run.finish();
    });
  }

  private async daily(run: JobRun): Promise<void> {
    const until = addWorkdays(this.clock.today(), COMPLAINT_REMINDER_WORKDAYS, await this.units.calendar()).value;
    const due = await this.rows.dueBy(until);
    const told = await Promise.all(due.map(async (row) => ({ row, readers: await this.readersOf(row) })));
    const over = await this.rows.answeredBefore(new Date(this.clock.now().getTime() - COMPLAINT_LAPSE_DAYS * DAY_MS), PORTION);
    await this.work.run(async () => {
      for (const { row, readers } of told) await this.notices.deliver(readers, { eventKey: `complaint_due:${row.id}:${row.state}`, kind: 'complaint_due', ...sayingOf(row) });
      for (const row of over) await this.steps.take(system, row, 'lapse', row.version, {});
      await run.finish();
    });
  }

  /** Where a county has nobody, the city office hears of it. */
  private async readersOf(row: ComplaintRow): Promise<string[]> {
    const today = this.clock.today();
    const readers = await this.rows.handlersOf(row, today);
    return readers.length > 0 ? readers : this.rows.handlersOf({ ...row, level: 'city' }, today);
  }
}

const sayingOf = (row: ComplaintRow) => ({ link: `/complaints/${row.id}`, params: { number: row.number, kind: `terms.complaintKinds.${row.kind}`, day: row.dueOn } });

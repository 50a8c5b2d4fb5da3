import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { excerpt, NoticesService } from '../notices/index.js';
import { RecordNewsRepository } from './record-news.repository.js';

const hours = (minutes: number): number => Math.round(minutes / 6) / 10;

/** Tells volunteers what stands in the ledger of them. */
@Injectable()
export class RecordNotices implements OnModuleInit {
  constructor(private readonly notices: NoticesService, private readonly news: RecordNewsRepository, private readonly worker: JobWorker, private readonly work: UnitOfWork) {}

  onModuleInit(): void {
    this.worker.register<{ recordIds: readonly string[] }>({ kind: 'notice.hours_confirmed', run: (run) => this.confirmed(run) });
    this.worker.register<{ recordId: string }>({ kind: 'notice.record_reversed', run: (run) => this.reversed(run) });
  }

  private async confirmed(run: JobRun<{ recordIds: readonly string[] }>): Promise<void> {
    const rows = await this.news.records(run.payload.recordIds);
    await this.work.run(async () => {
      for (const { id, volunteerId, title, minutes, ledger } of rows) {
        await this.notices.deliver([volunteerId], { eventKey: `hours_confirmed:${id}`, kind: 'hours_confirmed', link: '/me', params: { title, hours: hours(minutes), ledger: `terms.ledgers.${ledger}` } });
      }
      await run.finish();
    });
  }

  private async reversed(run: JobRun<{ recordId: string }>): Promise<void> {
    const { recordId } = run.payload;
    const row = await this.news.reversal(recordId);
    if (!row) return;
    await this.work.run(async () => {
      await this.notices.deliver([row.volunteerId], { eventKey: `record_reversed:${recordId}`, kind: 'record_reversed', link: '/me', params: { title: row.title, text: excerpt(row.reason) } });
      await run.finish();
    });
  }
}

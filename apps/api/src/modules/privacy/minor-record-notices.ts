import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { label } from '@kepu/contracts/labels';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { NoticesService } from '../notices/index.js';
import { MinorRecordsRepository } from './minor-records.repository.js';

type RecordJob = { event: 'asked' | 'approved' | 'refused'; requestId: string };
const REQUESTS = '/minor-records';

/** Tells those who answer of requests, and those who asked of answers. */
@Injectable()
export class MinorRecordNotices implements OnModuleInit {
  constructor(private readonly rows: MinorRecordsRepository, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig) {}

  onModuleInit(): void { this.worker.register<RecordJob>({ kind: 'notice.minor_record', run: (run) => this.tell(run) }); }

  private async tell(run: JobRun<RecordJob>): Promise<void> {
    const { event, requestId } = run.payload;
    const row = await this.rows.byId(requestId);
    const approvers = event === 'asked' ? (await this.rows.approvers(this.clock.today())).filter((id) => id !== row?.askedBy) : [];
    await this.work.run(async () => {
      if (row && event === 'asked') {
        await this.notices.deliver(approvers, { eventKey: `minor_record:${requestId}:asked`, kind: 'minor_record_asked', link: REQUESTS, params: { unit: this.config.site.organiser ?? label('zh-CN', 'terms.bodies.city'), by: row.askedByName } });
      } else if (row && event !== 'asked') {
        await this.notices.deliver([row.askedBy], { eventKey: `minor_record:${requestId}:${event}`, kind: `minor_record_${event}`, link: REQUESTS, params: { number: row.number } });
      }
      await run.finish();
    });
  }
}

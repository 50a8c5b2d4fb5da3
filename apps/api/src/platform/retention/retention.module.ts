import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { dailyAt, Jobs, JobWorker } from '../jobs/index.js';
import { RetentionRunsRepository } from './retention-runs.repository.js';
import { Retention } from './retention.js';

/** Once a night, in one process, everything that was kept for its time goes. */
@Global()
@Module({ providers: [Retention, RetentionRunsRepository], exports: [Retention, RetentionRunsRepository] })
export class RetentionModule implements OnModuleInit {
  constructor(private readonly worker: JobWorker, private readonly retention: Retention, private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.retention.register('jobs', (before) => this.jobs.purgeFinished(before));
    this.worker.register({ kind: 'retention.run', run: (run) => this.retention.run(run.signal) });
    this.worker.every('retention.run', dailyAt('03:10'));
  }
}

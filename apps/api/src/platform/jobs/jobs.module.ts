import { Global, Inject, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { APP_CONFIG, type AppConfig } from '../config/config.js';
import { JobSignals } from './job-signals.js';
import { JobWorker, JobWorkerOptions } from './job-worker.js';
import { Jobs } from './jobs.js';
import { JobsRepository } from './jobs.repository.js';
import { LeasesRepository } from './leases.repository.js';
import { dailyAt } from './recurring.js';

const KEPT_MS = 30 * 24 * 60 * 60_000;

/** Handlers are registered in `onModuleInit` of the module whose jobs they are; the worker begins after all of them, where ROLES has `worker`. */
@Global()
@Module({
  providers: [JobsRepository, JobSignals, Jobs, LeasesRepository, JobWorker, { provide: JobWorkerOptions, useFactory: () => new JobWorkerOptions() }],
  exports: [Jobs, JobWorker, LeasesRepository],
})
export class JobsModule implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly worker: JobWorker,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register({
      kind: 'jobs.purge',
      run: async () => ({ removed: await this.jobs.purgeFinished(new Date(this.clock.now().getTime() - KEPT_MS)) }),
    });
    this.worker.every('jobs.purge', dailyAt('03:10'));
  }

  onApplicationBootstrap(): void {
    if (this.config.roles.includes('worker')) this.worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.stop();
  }
}

import { Global, Inject, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '../config/config.js';
import { JobSignals } from './job-signals.js';
import { JobWorker, JobWorkerOptions } from './job-worker.js';
import { Jobs } from './jobs.js';
import { JobsRepository } from './jobs.repository.js';
import { LeasesRepository } from './leases.repository.js';

/** Handlers are registered in `onModuleInit` of the module whose jobs they are; the worker begins after all of them, where ROLES has `worker`. */
@Global()
@Module({
  providers: [JobsRepository, JobSignals, Jobs, LeasesRepository, JobWorker, { provide: JobWorkerOptions, useFactory: () => new JobWorkerOptions() }],
  exports: [Jobs, JobWorker, LeasesRepository],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly worker: JobWorker,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.roles.includes('worker')) this.worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.stop();
  }
}

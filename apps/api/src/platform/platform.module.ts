import { Global, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AuditModule } from './audit/audit.module.js';
import { AccessGuard } from './auth/access.guard.js';
import { RateLimitRepository } from './auth/rate-limit.repository.js';
import { RateLimits } from './auth/rate-limits.js';
import { Clock } from './clock/index.js';
import { APP_CONFIG, type AppConfig } from './config/config.js';
import { CryptoModule } from './crypto/index.js';
import { UnitOfWork } from './database/index.js';
import { FilesModule } from './files/files.module.js';
import { IdempotencyRepository } from './http/idempotency.repository.js';
import { ProblemFilter } from './http/problem.filter.js';
import { dailyAt, JobsModule, JobWorker } from './jobs/index.js';
import { LOGGER, type Logger } from './logging/logger.js';
import { MessagesModule } from './messages/index.js';
import { Failpoints } from './test-control/failpoints.js';

/** What the process is given before Nest begins. */
export interface PlatformParts { readonly config: AppConfig; readonly clock: Clock; readonly logger: Logger }

const DAY_MS = 86_400_000;

/** What every feature may use and no feature owns. Global: it knows none of them. */
@Global()
@Module({})
export class PlatformModule implements OnModuleInit {
  constructor(
    private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock, private readonly limits: RateLimitRepository,
    private readonly keys: IdempotencyRepository,
  ) {}

  static with({ config, clock, logger }: PlatformParts): DynamicModule {
    const given = [{ provide: APP_CONFIG, useValue: config }, { provide: Clock, useValue: clock }, { provide: LOGGER, useValue: logger }];
    const shared = [RateLimitRepository, RateLimits, IdempotencyRepository, Failpoints];
    return {
      module: PlatformModule,
      imports: [CryptoModule, JobsModule, AuditModule, FilesModule, MessagesModule],
      providers: [
        ...given, ...shared,
        { provide: APP_GUARD, useClass: AccessGuard }, { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [...given.map((provider) => provider.provide), ...shared],
    };
  }

  /** What has run out is removed every night. */
  onModuleInit(): void {
    this.worker.register({
      kind: 'platform.sweep',
      run: async () => {
        const now = this.clock.now();
        await this.work.run(() => this.keys.sweep(new Date(now.getTime() - DAY_MS)));
        await this.work.run(() => this.limits.sweep(now));
      },
    });
    this.worker.every('platform.sweep', dailyAt('03:20'));
  }
}

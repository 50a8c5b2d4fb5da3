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
import { JobsModule } from './jobs/index.js';
import { KeysModule } from './keys/index.js';
import { LOGGER, type Logger } from './logging/logger.js';
import { MessagesModule } from './messages/index.js';
import { Retention, RetentionModule } from './retention/index.js';
import { Failpoints } from './test-control/failpoints.js';

/** What the process is given before Nest begins. */
export interface PlatformParts { readonly config: AppConfig; readonly clock: Clock; readonly logger: Logger }

/** What every feature may use and no feature owns. Global: it knows none of them. */
@Global()
@Module({})
export class PlatformModule implements OnModuleInit {
  constructor(
    private readonly retention: Retention, private readonly work: UnitOfWork, private readonly limits: RateLimitRepository, private readonly keys: IdempotencyRepository,
  ) {}

  static with({ config, clock, logger }: PlatformParts): DynamicModule {
    const given = [{ provide: APP_CONFIG, useValue: config }, { provide: Clock, useValue: clock }, { provide: LOGGER, useValue: logger }];
    const shared = [RateLimitRepository, RateLimits, IdempotencyRepository, Failpoints];
    return {
      module: PlatformModule,
      imports: [CryptoModule, JobsModule, AuditModule, FilesModule, KeysModule, MessagesModule, RetentionModule],
      providers: [
        ...given, ...shared,
        { provide: APP_GUARD, useClass: AccessGuard }, { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [...given.map((provider) => provider.provide), ...shared],
    };
  }

  onModuleInit(): void {
    this.retention.register('rate_limits', (before) => this.work.run(() => this.limits.sweep(before)));
    this.retention.register('idempotency_keys', (before) => this.work.run(() => this.keys.sweep(before)));
  }
}

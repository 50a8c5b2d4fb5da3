import { Global, Inject, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '../config/config.js';
import { AnchorLog } from './anchor-log.js';
import { AuditRepository } from './audit.repository.js';
import { AuditSealer } from './audit-sealer.js';
import { AuditSealsRepository } from './audit-seals.repository.js';
import { AuditTrail } from './audit-trail.js';
import { AuditVerifier } from './audit-verifier.js';
import { PersonKeys } from './person-keys.js';
import { PersonKeysRepository } from './person-keys.repository.js';

/** Needs the modules of crypto and jobs. Seals where ROLES has `worker`. */
@Global()
@Module({
  providers: [
    AuditRepository,
    AuditSealsRepository,
    PersonKeysRepository,
    PersonKeys,
    AuditTrail,
    AuditVerifier,
    AuditSealer,
    { provide: AnchorLog, useFactory: (config: AppConfig) => new AnchorLog(config.dataDir), inject: [APP_CONFIG] },
  ],
  exports: [AuditTrail, AuditVerifier, AuditSealer, PersonKeys],
})
export class AuditModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly sealer: AuditSealer,
  ) {}

  onApplicationBootstrap(): void {
    if (this.seals) this.sealer.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.seals) await this.sealer.stop();
  }

  private get seals(): boolean {
    return this.config.roles.includes('worker');
  }
}

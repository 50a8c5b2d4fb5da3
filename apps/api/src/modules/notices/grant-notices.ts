import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { GrantsRepository } from '../identity/index.js';
import { NoticesService } from './notices.service.js';

/** Tells people of rights that they were given. */
@Injectable()
export class GrantNotices implements OnModuleInit {
  constructor(private readonly notices: NoticesService, private readonly grants: GrantsRepository, private readonly worker: JobWorker, private readonly work: UnitOfWork) {}

  onModuleInit(): void {
    this.worker.register<{ grantId: string }>({ kind: 'notice.grant_given', run: (run) => this.tell(run) });
  }

  private async tell(run: JobRun<{ grantId: string }>): Promise<void> {
    const grant = await this.grants.find(run.payload.grantId);
    if (!grant) return;
    await this.work.run(async () => {
      await this.notices.deliver([grant.accountId], {
        eventKey: `grant_given:${grant.id}`, kind: 'grant_given', link: null,
        params: { role: `terms.roles.${grant.role}`, scope: grant.scopeName ?? `terms.scopeKinds.${grant.scopeKind}` },
      });
      await run.finish();
    });
  }
}

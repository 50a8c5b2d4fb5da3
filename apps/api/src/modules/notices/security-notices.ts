import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import type { SecurityEvent } from '../identity/index.js';
import { NoticesService, type Message } from './notices.service.js';

/** Tells people of new devices and of changes to how their account is secured. */
@Injectable()
export class SecurityNotices implements OnModuleInit {
  constructor(private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly work: UnitOfWork) {}

  onModuleInit(): void {
    this.worker.register<SecurityEvent>({ kind: 'notice.sign_in', run: (run) => this.tell(run) });
  }

  private async tell(run: JobRun<SecurityEvent>): Promise<void> {
    const { accountId, eventId, kind, first, second } = run.payload;
    const message: Pick<Message, 'kind' | 'params'> = kind === 'signed_in_anew'
      ? { kind: 'signed_in_anew', params: { browser: `terms.browsers.${first}`, system: `terms.systems.${second}` } } : { kind: 'sign_in_changed', params: { change: `terms.accountChanges.${first}` } };
    await this.work.run(async () => {
      await this.notices.deliver([accountId], { eventKey: `sign_in:${eventId}`, link: '/me/security', ...message });
      await run.finish();
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { dailyAt, Jobs, JobWorker } from '../../platform/jobs/index.js';
import { AccountsService, SealedNames } from '../identity/index.js';
import { GuardianLinksRepository } from './guardian-links.repository.js';

const AT_ONCE = 100;

/**
 * On the eighteenth birthday a guardian's word ends by itself: every rule looks at the day. What this adds at night is that the links are closed, that both are told,
 * and that the person is named in lists like any other.
 */
@Injectable()
export class ComingOfAge implements OnModuleInit {
  constructor(
    private readonly rows: GuardianLinksRepository, private readonly names: SealedNames, private readonly accounts: AccountsService, private readonly worker: JobWorker, private readonly jobs: Jobs, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register({ kind: 'guardians.coming_of_age', run: () => this.run() });
    this.worker.every('guardians.coming_of_age', dailyAt('00:10'));
  }

  private async run(): Promise<void> {
    for (;;) {
      const people = await this.rows.cameOfAge(this.clock.today(), AT_ONCE);
      for (const { id } of people) await this.work.run(() => this.release(id));
      if (people.length < AT_ONCE) return;
    }
  }

  private async release(id: string): Promise<void> {
    const name = await this.names.openOne(id);
    // Another process was faster.
    if (name === null) return;
    await this.names.forget(id);
    await this.accounts.rename(id, name);
    const guardians: string[] = [];
    for (const link of await this.rows.standingOf(id)) {
      if (await this.rows.end(link.id, null, this.clock.now())) guardians.push(...(link.guardianId === null ? [] : [link.guardianId]));
    }
    await this.audit.record({ actor: { kind: 'system', id: null, ip: null }, action: 'minor.came_of_age', subjectKind: 'volunteer', subjectId: id, before: null, after: { links: guardians.length } });
    await this.jobs.enqueue('notice.came_of_age', { id, guardianIds: guardians });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Retention } from '../../platform/retention/index.js';
import { AccountPersonData } from '../identity/index.js';
import { VolunteerPersonData } from '../volunteers/index.js';
import { ClosuresRepository } from './closures.repository.js';

const AT_ONCE = 100;

/** The names of those who have left go when their records have been kept for their time; numbers and hours stay. */
@Injectable()
export class ClosedNames implements OnModuleInit {
  constructor(
    private readonly rows: ClosuresRepository, private readonly accounts: AccountPersonData, private readonly volunteers: VolunteerPersonData, private readonly retention: Retention, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.retention.register('closed_names', () => this.erase()); }

  /** By the day that was reckoned when the account was closed, and told to the person. */
  private async erase(): Promise<number> {
    let erased = 0;
    for (;;) {
      const people = await this.rows.namesOver(this.clock.today(), AT_ONCE);
      for (const personId of people) {
        await this.work.run(async () => {
          if (!(await this.rows.nameGone(personId))) return;
          await this.accounts.eraseName(personId);
          await this.volunteers.eraseName(personId);
          await this.audit.record({ actor: { kind: 'system', id: null, ip: null }, action: 'account.name_erased', subjectKind: 'account', subjectId: personId, before: null, after: null });
        });
        erased += 1;
      }
      if (people.length < AT_ONCE) return erased;
    }
  }
}

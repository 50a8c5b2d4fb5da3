import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Retention } from '../../platform/retention/index.js';
import { AccountPersonData, PersonMerges, type PersonMerge, type PersonMover } from '../identity/index.js';
import { VolunteerPersonData } from '../volunteers/index.js';
import { nameUntil } from './closing.service.js';
import { ClosuresRepository } from './closures.repository.js';

const AT_ONCE = 100;

/** The names of those who have left go when their records have been kept for their time; numbers and hours stay. */
@Injectable()
export class ClosedNames implements PersonMover, OnModuleInit {
  readonly moves = [];
  readonly stays = ['account_closures.person_id'];

  constructor(
    private readonly merges: PersonMerges, private readonly rows: ClosuresRepository, private readonly accounts: AccountPersonData, private readonly volunteers: VolunteerPersonData, private readonly retention: Retention, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.merges.register(this);
    this.retention.register('closed_names', () => this.erase());
  }

  /** Records have gone to the registration that stays: what may still bear the name are acts of the office. */
  async merge({ from, at }: PersonMerge): Promise<void> {
    const last = await this.accounts.lastDay(from);
    await this.rows.insert({ personId: from, closedAt: at, byPassword: false, nameUntil: last === null ? null : nameUntil(last) });
    if (last === null) await this.eraseNames(from);
  }

  /** By the day that was reckoned when the account was closed, and told to the person. */
  private async erase(): Promise<number> {
    let erased = 0;
    for (;;) {
      const people = await this.rows.namesOver(this.clock.today(), AT_ONCE);
      for (const personId of people) {
        await this.work.run(async () => {
          if (!(await this.rows.nameGone(personId))) return;
          await this.eraseNames(personId);
          await this.audit.record({ actor: { kind: 'system', id: null, ip: null }, action: 'account.name_erased', subjectKind: 'account', subjectId: personId, before: null, after: null });
        });
        erased += 1;
      }
      if (people.length < AT_ONCE) return erased;
    }
  }

  private async eraseNames(personId: string): Promise<void> {
    await this.accounts.eraseName(personId);
    await this.volunteers.eraseName(personId);
  }
}

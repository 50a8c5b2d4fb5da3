import { Injectable } from '@nestjs/common';
import { permissionsOf, type PersonActor } from '../../platform/auth/actor.js';
import { wholeStanding } from '../../platform/auth/standing.js';
import { Clock } from '../../platform/clock/index.js';
import type { AccountEntity } from './account.entity.js';
import { AccountsRepository } from './accounts.repository.js';
import { GrantsRepository } from './grants.repository.js';

/** People without a session, with the rights that they have at this moment: for what is done on their order after they have left, and for questions about what they see. */
@Injectable()
export class StandIns {
  constructor(private readonly accounts: AccountsRepository, private readonly grants: GrantsRepository, private readonly clock: Clock) {}

  /** Null for whoever may do nothing any more. */
  async of(accountId: string): Promise<PersonActor | null> {
    const account = await this.accounts.find(accountId);
    return account?.state === 'active' ? this.as(account) : null;
  }

  async as(account: AccountEntity): Promise<PersonActor> {
    const grants = await this.grants.actorGrants(account.id, this.clock.today());
    return {
      kind: 'person', accountId: account.id, name: account.name, sessionId: '', mustChangePassword: account.mustChangePassword, sessionExpiresAt: this.clock.now(), standing: wholeStanding, grants, permissions: permissionsOf(grants), ip: null,
    };
  }
}

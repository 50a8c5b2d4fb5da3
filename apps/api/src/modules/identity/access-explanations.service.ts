import { Injectable } from '@nestjs/common';
import { rolePermissions, type AccessExplanation, type accessQuery, type Permission } from '@kepu/contracts';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { notFound } from '../../platform/errors/refusal.js';
import { AccessSubjects } from './access-subjects.js';
import { AccountQueries } from './account-queries.repository.js';
import { grantView } from './grant.mapper.js';
import { GrantsRepository, type GrantRow } from './grants.repository.js';
import { StandIns } from './stand-ins.js';

/** Why somebody sees a thing or does not: what the system itself would answer them, and which of the rights they hold would be the one. */
@Injectable()
export class AccessExplanations {
  constructor(private readonly subjects: AccessSubjects, private readonly accounts: AccountQueries, private readonly grants: GrantsRepository, private readonly standIns: StandIns, private readonly clock: Clock) {}

  /** Errors: `resource.not_found` for a person or a thing that the one who asks does not see either. */
  async of(actor: PersonActor, { accountId, kind, id }: z.output<typeof accessQuery>): Promise<AccessExplanation> {
    const probe = this.subjects.of(kind);
    const account = await this.accounts.findFor(actor, accountId);
    const subject = await probe.find(actor, id);
    if (!account || !subject) throw notFound();
    const today = this.clock.today();
    const person = await this.standIns.as(account);
    const sees = account.state === 'active' && !account.mustChangePassword && (await probe.find(person, id)) !== null;
    const held = await this.grants.inForce([accountId], today);
    const holding = held.filter(({ role }) => rolePermissions[role].includes(probe.permission satisfies Permission));
    return {
      person: { id: account.id, name: account.name }, subject: { kind, id, ...subject }, sees, permission: probe.permission,
      checks: [
        { check: 'account', ok: account.state === 'active', grants: [] }, { check: 'password', ok: !account.mustChangePassword, grants: [] }, { check: 'grants', ok: held.length > 0, grants: held.map(brief) },
        { check: 'permission', ok: holding.length > 0, grants: holding.map(brief) }, { check: 'reach', ok: sees, grants: sees ? holding.map(brief) : [] },
      ],
    };
  }
}

const brief = (row: GrantRow) => {
  const { id, role, scope, from, to } = grantView(row);
  return { id, role, scope, from, to };
};

import { Injectable } from '@nestjs/common';
import { openWorkKinds, type Grant, type handOver, type OpenWork } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AccountsRepository, GrantsRepository, GrantsService } from '../identity/index.js';
import { OpenWorkRegistry } from './open-work.js';
import { isOpen } from './units.policy.js';
import { UnitsRepository } from './units.repository.js';

/** A liaison hands the work to a successor: the office alone does it, in one step, with all that is open. */
@Injectable()
export class HandOver {
  constructor(
    private readonly units: UnitsRepository, private readonly accounts: AccountsRepository, private readonly grants: GrantsRepository, private readonly rights: GrantsService, private readonly open: OpenWorkRegistry,
    private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** What waits in the unit, and what of it is bound to the person. Errors: `resource.not_found`. */
  async openWork(actor: PersonActor, unitId: string, accountId: string): Promise<OpenWork> {
    const unit = await this.units.findFor(actor, unitId, 'grant:hand-over');
    const person = await this.accounts.find(accountId);
    if (!unit || !person || !(await this.grants.liaisonGrant(accountId, unitId, this.clock.today()))) throw notFound();
    return { unit: { id: unit.id, name: unit.name }, person: { id: person.id, name: person.name }, parts: await this.parts({ unitId, accountId }) };
  }

  /** Errors: `resource.not_found`, `reference.not_found`, `account.own_rights`, `grant.not_held`. */
  async handOver(actor: PersonActor, unitId: string, { fromId, toId, reason }: z.output<typeof handOver>): Promise<{ grant: Grant; work: OpenWork }> {
    if (fromId === actor.accountId || toId === actor.accountId) throw new Refusal('account.own_rights');
    if (fromId === toId) throw badReference('admin.people.person');
    return this.work.run(async () => {
      const today = this.clock.today();
      const unit = await this.units.findFor(actor, unitId, 'grant:hand-over');
      if (!unit || !isOpen(unit, today)) throw notFound();
      const successor = await this.accounts.find(toId);
      if (successor?.state !== 'active') throw badReference('admin.people.person');
      const held = await this.grants.liaisonGrant(fromId, unitId, today);
      if (!held) throw new Refusal('grant.not_held');
      const work = await this.openWork(actor, unitId, fromId);
      await this.rights.close(actor, held);
      // Who stood in already takes the post that was handed over; the own one is free then.
      const already = await this.grants.liaisonGrant(toId, unitId, today);
      if (already) await this.rights.close(actor, already);
      const grantId = await this.rights.add(actor, { accountId: toId, role: 'liaison', scopeKind: 'unit', scopeId: unitId, post: held.post, from: today, to: held.toDay });
      for (const part of this.open.parts.values()) await part.move?.({ unitId, accountId: fromId }, toId, actor);
      await this.audit.record({ actor: auditActor(actor), action: 'liaison.handed_over', subjectKind: 'unit', subjectId: unitId, before: { accountId: fromId }, after: { accountId: toId, reason, work: Object.fromEntries(work.parts.map(({ kind, count }) => [kind, count])) } });
      await this.jobs.enqueue('notice.handed_over', { unitId, fromId, toId, grantId });
      return { grant: await this.rights.view(grantId), work };
    });
  }

  private async parts(of: { unitId: string; accountId: string }): Promise<OpenWork['parts']> {
    const parts: OpenWork['parts'] = [];
    for (const kind of openWorkKinds) {
      const part = this.open.parts.get(kind);
      if (part) parts.push({ kind, count: await part.count(of), moves: part.move !== undefined });
    }
    return parts;
  }
}

import { Injectable } from '@nestjs/common';
import type { MinorPolicy, minorPolicyInput, MinorPolicyVersion, Page } from '@kepu/contracts';
import { bandsProblem, type MinorBand } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { MinorBands } from '../volunteers/index.js';
import { MinorPoliciesRepository } from './minor-policies.repository.js';

/** What holds for minors by age: as versions that are never changed, the newest holds. */
@Injectable()
export class MinorPolicies extends MinorBands {
  constructor(private readonly rows: MinorPoliciesRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) { super(); }

  async current(): Promise<readonly MinorBand[]> { return (await this.rows.newest()).bands; }

  async policy(): Promise<MinorPolicy> {
    const { version, bands, since } = await this.rows.newest();
    return { version, bands, since };
  }

  async list(): Promise<Page<MinorPolicyVersion>> {
    const data = await this.rows.list();
    return { data, total: data.length };
  }

  /** Who is registered stays: the bands say what may be done from now on. Errors: `input.invalid` for bands with a gap, `resource.not_found` without a right over the whole city. */
  create(actor: PersonActor, { bands, note }: z.output<typeof minorPolicyInput>): Promise<MinorPolicyVersion> {
    if (reachOf(actor, 'minor:policy') !== 'all') throw notFound();
    const problem = bandsProblem(bands);
    if (problem) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: `body.bands.${problem.index}.${problem.field}`, code: 'order' }] });
    return this.work.run(async () => {
      await this.rows.takeTurn();
      const before = await this.rows.newest();
      const id = newId();
      const number = before.version + 1;
      await this.rows.insert({ id, number, bands, note, createdAt: this.clock.now(), createdBy: actor.accountId });
      await this.audit.record({ actor: auditActor(actor), action: 'minor_policy.created', subjectKind: 'minor_policy', subjectId: id, before: { version: before.version, bands: before.bands }, after: { version: number, bands, note } });
      return this.rows.newest();
    });
  }
}

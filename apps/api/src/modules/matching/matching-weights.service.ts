import { Injectable } from '@nestjs/common';
import type { MatchingPrinciple, Page, Weights, weightsInput } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { can, reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound } from '../../platform/errors/refusal.js';
import { MatchingWeightsRepository } from './matching-weights.repository.js';

/** The weights of the score: versions that are never changed, the newest holds. */
@Injectable()
export class MatchingWeightsService {
  constructor(private readonly rows: MatchingWeightsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  current(): Promise<Weights> { return this.rows.newest(); }

  /** What everybody may know: the weights in force, not who set them and why. */
  async principle(): Promise<MatchingPrinciple> {
    const { version, weights, createdAt } = await this.rows.newest();
    return { version, weights, since: createdAt };
  }

  async list(actor: PersonActor): Promise<Page<Weights>> {
    const data = can(actor, 'matching:read') ? await this.rows.list() : [];
    return { data, total: data.length };
  }

  /** The weights are those of the whole city, so only a right over all of it sets them. Errors: `resource.not_found`. */
  create(actor: PersonActor, { weights, note }: z.output<typeof weightsInput>): Promise<Weights> {
    if (reachOf(actor, 'matching:write') !== 'all') throw notFound();
    return this.work.run(async () => {
      await this.rows.takeTurn();
      const before = await this.rows.newest();
      const id = newId();
      const number = before.version + 1;
      await this.rows.insert({ id, number, weights, note, createdAt: this.clock.now(), createdBy: actor.accountId });
      await this.audit.record({
        actor: auditActor(actor), action: 'matching_weights.created', subjectKind: 'matching_weights', subjectId: id,
        before: { version: before.version, weights: before.weights }, after: { version: number, weights, note },
      });
      return this.rows.newest();
    });
  }
}

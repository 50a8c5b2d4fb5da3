import { Injectable } from '@nestjs/common';
import type { Page, Pool, PoolTerm, poolTermEnd, poolTermInput, poolTermQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { reachOf, type Actor, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { PersonTurns } from '../identity/index.js';
import { PoolTermsRepository, type PoolTermRow } from './pool-terms.repository.js';
import { PoolsRepository } from './pools.repository.js';

/** A pool as the seeds give it. */
export type NewPool = Pick<Pool, 'key' | 'name' | 'note' | 'sortNo'>;

const named = (id: string, name: string) => ({ id, name });
const view = (row: PoolTermRow): PoolTerm => ({
  id: row.id, pool: named(row.poolId, row.poolName), person: named(row.personId, row.personName), unit: row.unitId === null ? null : named(row.unitId, row.unitName ?? ''), fromDay: row.fromDay, toDay: row.toDay,
  ended: row.endedOn === null ? null : { on: row.endedOn, reason: row.endedReason ?? '' },
});
const wrongField = (path: string, code: 'order' | 'too_big', params: Readonly<Record<string, string>> = {}): Refusal =>
  new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path, code, params }] });

/** The pools of people (人才队伍), and who is in them for how long (聘期). */
@Injectable()
export class PoolsService {
  constructor(
    private readonly pools: PoolsRepository, private readonly terms: PoolTermsRepository, private readonly turns: PersonTurns, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<Page<Pool>> {
    const rows = await this.pools.listFor(actor, this.clock.today());
    return { data: rows.map((row) => ({ id: row.id, key: row.seedKey, name: row.name, note: row.note, sortNo: row.sortNo, members: Number(row.members) })), total: rows.length };
  }

  /** Loads the pools of the seeds into an empty list; one that holds anything stays as it is. */
  async load(pools: readonly NewPool[]): Promise<void> {
    await this.work.run(async () => {
      if (await this.pools.any()) return;
      await this.pools.insert(pools.map(({ key, ...pool }) => ({ id: newId(), seedKey: key, ...pool })));
    });
  }

  async listTerms(actor: PersonActor, query: z.output<typeof poolTermQuery>): Promise<Page<PoolTerm>> {
    const { rows, total } = await this.terms.listFor(actor, query, this.clock.today());
    return { data: rows.map(view), total };
  }

  /** Errors: `pool.already_member`, `reference.not_found`, `input.invalid` for an end before the start. */
  async createTerm(actor: PersonActor, given: z.output<typeof poolTermInput>): Promise<PoolTerm> {
    const fromDay = given.fromDay ?? this.clock.today();
    if (given.toDay !== null && given.toDay < fromDay) throw wrongField('body.toDay', 'order');
    return this.work.run(async () => {
      const person = reachOf(actor, 'pool:write') === 'all' ? await this.terms.candidate(given.volunteerId) : null;
      if (!person) throw badReference('terms.peopleFields.volunteer');
      const pool = await this.pools.find(given.poolId);
      if (!pool) throw badReference('terms.peopleFields.pool');
      await this.turns.take(person.id);
      // Whoever has left meanwhile is taken into nothing.
      if (!(await this.terms.candidate(person.id))) throw badReference('terms.peopleFields.volunteer');
      if (await this.terms.overlaps(person.id, pool.id, fromDay, given.toDay)) throw new Refusal('pool.already_member');
      const id = newId();
      await this.terms.insert([{
        id, poolId: pool.id, accountId: person.id, unitId: person.unitId, fromDay, toDay: given.toDay, endedOn: null, endedReason: null, createdAt: this.clock.now(), createdBy: actor.accountId,
      }]);
      await this.audit.record({
        actor: auditActor(actor), action: 'pool_term.created', subjectKind: 'volunteer', subjectId: person.id, before: null,
        after: { termId: id, pool: pool.name, fromDay, toDay: given.toDay },
      });
      return this.term(actor, id);
    });
  }

  /** Errors: `lifecycle.not_allowed` for a term that has ended, `input.invalid` for a day before its first or one to come: such an end is the term's last day from the beginning. */
  async endTerm(actor: PersonActor, id: string, given: z.output<typeof poolTermEnd>): Promise<PoolTerm> {
    const today = this.clock.today();
    if (given.on > today) throw wrongField('body.on', 'too_big', { maximum: today });
    return this.work.run(async () => {
      const row = await this.terms.findFor(actor, 'pool:write', id);
      if (!row) throw notFound();
      if (given.on < row.fromDay) throw wrongField('body.on', 'order');
      const over = row.toDay !== null && row.toDay < today;
      if (over || !(await this.terms.end(id, given.on, given.reason))) throw new Refusal('lifecycle.not_allowed', { params: { state: 'terms.poolTermStates.ended' } });
      await this.audit.record({
        actor: auditActor(actor), action: 'pool_term.ended', subjectKind: 'volunteer', subjectId: row.personId, before: { termId: id, pool: row.poolName }, after: { on: given.on, reason: given.reason },
        classified: { personId: row.personId, fields: ['reason'] },
      });
      return this.term(actor, id);
    });
  }

  private async term(actor: PersonActor, id: string): Promise<PoolTerm> {
    const row = await this.terms.findFor(actor, 'pool:write', id);
    if (!row) throw notFound();
    return view(row);
  }
}

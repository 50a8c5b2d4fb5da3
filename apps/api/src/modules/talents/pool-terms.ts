import { Injectable } from '@nestjs/common';
import type { Occupation } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId } from '../../platform/database/index.js';
import { plainTerm, type PoolTermEntity } from './pool.entity.js';
import { PoolTermsRepository } from './pool-terms.repository.js';
import { PoolsRepository } from './pools.repository.js';

/** What decides in which pools a volunteer stands without anybody's doing. */
export interface Membership { readonly unitId: string | null; readonly occupation: Occupation }

/** Every volunteer is a 科技志愿者; some are by their occupation what another pool holds. Keys are those of the seeds. */
const everybody = 'science-volunteers';
const byOccupation: Partial<Record<Occupation, string>> = { university_student: 'student-volunteers', technology_envoy: 'special-envoys' };

/** Keys of the pools that an occupation brings with it. */
export const poolKeysOf = (occupation: Occupation): readonly string[] => [everybody, ...(byOccupation[occupation] ? [byOccupation[occupation]] : [])];

/** The terms that follow a volunteer's own data. All of it inside the unit of work that changes these. */
@Injectable()
export class PoolTerms {
  /** Pools come with the seeds and keep their ids, so that they are asked for once they are there. */
  private known: ReadonlyMap<string, string> = new Map();

  constructor(private readonly terms: PoolTermsRepository, private readonly pools: PoolsRepository, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  /** Opens the terms of a new volunteer, from today on. */
  async join(actor: Actor, accountId: string, { unitId, occupation }: Membership): Promise<void> {
    await this.open(actor, accountId, await this.idsOf(poolKeysOf(occupation)), unitId);
  }

  /** A place in a pool that somebody with the right to it has proposed and the person has taken. Nothing happens where the person is in it. */
  async take(actor: Actor, { accountId, poolId, unitId, proposedBy }: { readonly accountId: string; readonly poolId: string; readonly unitId: string | null; readonly proposedBy: string }): Promise<void> {
    const today = this.clock.today();
    if (await this.terms.overlaps(accountId, poolId, today, null)) return;
    await this.insert(actor, [{ id: newId(), poolId, accountId, unitId, fromDay: today, toDay: null, endedOn: null, endedReason: null, createdAt: this.clock.now(), createdBy: proposedBy, ...plainTerm }]);
  }

  /**
   * After a change, with a turn at the person. Whoever leaves a unit leaves its numbers: the terms of the old unit end, and the same pools go on for the new one
   * from the same day. A pool that came with the occupation ends with it, unless the office has put the person there.
   */
  async follow(actor: Actor, accountId: string, before: Membership, after: Membership): Promise<void> {
    const today = this.clock.today();
    const gone = await this.idsOf(poolKeysOf(before.occupation).filter((key) => !poolKeysOf(after.occupation).includes(key)));
    const moves = before.unitId !== after.unitId;
    const kept = new Set<string>();
    for (const term of await this.terms.openOf(accountId, today)) {
      const ends = term.createdBy === null && gone.has(term.poolId);
      if (!ends) kept.add(term.poolId);
      if (!ends && !moves) continue;
      await this.end(actor, term, today, ends ? 'occupation_changed' : 'unit_changed');
      if (!ends) await this.insert(actor, [{ ...term, id: newId(), unitId: after.unitId, fromDay: term.fromDay > today ? term.fromDay : today, createdAt: this.clock.now() }]);
    }
    if (before.occupation === after.occupation) return;
    const wanted = await this.idsOf(poolKeysOf(after.occupation));
    await this.open(actor, accountId, new Set([...wanted].filter((poolId) => !kept.has(poolId))), after.unitId);
  }

  /** Inside a unit, after the name of a volunteer has changed. */
  followName(accountId: string): Promise<void> { return this.terms.followName(accountId); }
  /** Inside a unit, with the person's turn: leaves every pool. */
  async endAll(actor: Actor, accountId: string, why: 'registration_void'): Promise<void> {
    const today = this.clock.today();
    for (const term of await this.terms.openOf(accountId, today)) await this.end(actor, term, today, why);
  }
  /**
   * Inside a unit, with the turns of both: the terms of `from` go on as those of `into`, for the unit that the person belongs to. One that overlaps a term of `into` in the same pool ends, and so
   * does one that came with an occupation that `into` does not have. Answers how many ended.
   */
  async merge(actor: Actor, from: string, into: string): Promise<number> {
    const today = this.clock.today();
    const { unitId, occupation } = (await this.terms.membership(into)) ?? { unitId: null, occupation: 'other' as const };
    const wanted = await this.idsOf(poolKeysOf(occupation));
    let ended = 0;
    for (const term of await this.terms.openOf(from, today)) {
      const fromDay = term.fromDay > today ? term.fromDay : today;
      const ends = (term.createdBy === null && !wanted.has(term.poolId)) || (await this.terms.overlaps(into, term.poolId, fromDay, term.toDay));
      if (!ends && term.unitId === unitId) continue;
      await this.end(actor, term, today, ends ? 'registration_merged' : 'unit_changed');
      if (ends) ended += 1;
      else await this.insert(actor, [{ ...term, id: newId(), accountId: into, unitId, fromDay, createdAt: this.clock.now() }]);
    }
    await this.terms.movePerson(from, into);
    return ended;
  }

  /** Terms that run, or are still to begin. */
  async countOpen(accountId: string): Promise<number> { return (await this.terms.openOf(accountId, this.clock.today())).length; }

  /** The pools in which people are today, by person. */
  async poolsOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, { id: string; name: string }[]>> {
    const found = new Map<string, { id: string; name: string }[]>();
    if (accountIds.length === 0) return found;
    for (const { personId, id, name } of await this.terms.runningOf(accountIds, this.clock.today())) found.set(personId, [...(found.get(personId) ?? []), { id, name }]);
    return found;
  }

  private async idsOf(keys: readonly string[]): Promise<ReadonlySet<string>> {
    if (this.known.size === 0) this.known = await this.pools.idsByKey();
    return new Set(keys.flatMap((key) => this.known.get(key) ?? []));
  }

  private async open(actor: Actor, accountId: string, poolIds: ReadonlySet<string>, unitId: string | null): Promise<void> {
    await this.insert(actor, [...poolIds].map((poolId) => (
      { id: newId(), poolId, accountId, unitId, fromDay: this.clock.today(), toDay: null, endedOn: null, endedReason: null, createdAt: this.clock.now(), createdBy: null, ...plainTerm })));
  }

  private async insert(actor: Actor, terms: readonly PoolTermEntity[]): Promise<void> {
    await this.terms.insert(terms);
    for (const { id, accountId, poolId, fromDay, toDay } of terms) {
      await this.audit.record({ actor: auditActor(actor), action: 'pool_term.created', subjectKind: 'volunteer', subjectId: accountId, before: null, after: { termId: id, poolId, fromDay, toDay } });
    }
  }

  private async end(actor: Actor, term: PoolTermEntity, on: string, why: 'unit_changed' | 'occupation_changed' | 'registration_void' | 'registration_merged'): Promise<void> {
    // Kept as a sentence: what people write as a reason stands in the same column.
    await this.terms.end(term.id, on, label('zh-CN', `terms.poolTermEnds.${why}`));
    await this.audit.record({ actor: auditActor(actor), action: 'pool_term.ended', subjectKind: 'volunteer', subjectId: term.accountId, before: { termId: term.id, poolId: term.poolId }, after: { on, why } });
  }
}

import { Injectable } from '@nestjs/common';
import type { Permission } from '@kepu/contracts';
import { lastDayOf } from '@kepu/domain';
import { AuditTrail } from '../../../platform/audit/index.js';
import { reaches, reachOf, type Actor, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId } from '../../../platform/database/index.js';
import { badReference, Refusal } from '../../../platform/errors/refusal.js';
import { PersonTurns } from '../../identity/index.js';
import { UnitDirectory } from '../../units/index.js';
import { LettersService } from '../letters/letters.service.js';
import { plainTerm } from '../pool.entity.js';
import { PoolTermsRepository } from '../pool-terms.repository.js';
import type { Nominee } from './nominations.repository.js';
import { PoolSettingsRepository, type OwnedPool } from './pool-settings.repository.js';

/** Who keeps a pool. */
export interface PoolOwner { readonly ownerDivisionId: string | null; readonly ownerUnitId: string | null; readonly ownerPath: string | null }
/** Whether a permission of the actor reaches a pool: the city's by all of it only. */
export const keeps = (actor: Actor, { ownerDivisionId, ownerUnitId, ownerPath }: PoolOwner, permission: Permission = 'nomination:decide'): boolean => {
  const reach = reachOf(actor, permission);
  if (reach === 'all') return true;
  return ownerUnitId === null ? ownerDivisionId !== null && reach.divisions.some((code) => ownerDivisionId.startsWith(code)) : reaches({ divisions: [], unitPaths: reach.unitPaths }, { path: ownerPath ?? '', divisionId: '' });
};
/** What a letter takes from outside of its unit. */
export interface LetterHead { readonly issuer: string; readonly city: string }
interface NewTerm { readonly person: Pick<Nominee, 'id' | 'name' | 'unitId' | 'home'>; readonly unitName: string | null; readonly fromDay: string; readonly toDay: string | null; readonly nominationId: string | null }

/** Takes people into pools: one term at a time, no more of them than the pool has places, each with its letter. */
@Injectable()
export class Appointments {
  constructor(
    private readonly pools: PoolSettingsRepository, private readonly terms: PoolTermsRepository, private readonly letters: LettersService, private readonly units: UnitDirectory, private readonly turns: PersonTurns, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** What the letters of a pool say of who issues them. Before the unit. */
  async headOf(pool: OwnedPool): Promise<LetterHead> { return { issuer: await this.letters.issuerOf(pool), city: (await this.units.cityDivision()).name }; }
  /** The days of a new term: those that were given, or as long as the pool says. Errors: `input.invalid`. */
  daysOf(pool: OwnedPool, given: { readonly fromDay?: string | undefined; readonly toDay?: string | null | undefined }, first: string = this.clock.today()): { fromDay: string; toDay: string | null } {
    const fromDay = given.fromDay ?? first;
    const toDay = given.toDay === undefined ? (pool.termMonths === null ? null : lastDayOf(fromDay, pool.termMonths)) : given.toDay;
    if (toDay !== null && toDay < fromDay) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.toDay', code: 'order' }] });
    return { fromDay, toDay };
  }

  /** Inside a unit: the turn at the person, then at the pool, then at the numbers, always in this order. Answers the term's id. Errors: `pool.already_member`, `pool.full`, `pool.county_full`. */
  async open(actor: PersonActor, pool: OwnedPool, head: LetterHead, { person, unitName, fromDay, toDay, nominationId }: NewTerm): Promise<string> {
    const today = this.clock.today();
    await this.turns.take(person.id);
    // Whoever has left meanwhile is taken into nothing.
    if (!(await this.terms.candidate(person.id))) throw badReference('terms.peopleFields.volunteer');
    await this.pools.take(pool.id);
    if (await this.terms.overlaps(person.id, pool.id, fromDay, toDay)) throw new Refusal('pool.already_member');
    if (pool.quota !== null && (await this.pools.held(pool.id, today, person.id)) >= pool.quota) throw new Refusal('pool.full', { params: { count: pool.quota } });
    if (pool.countyQuota !== null && (await this.pools.held(pool.id, today, person.id, person.home)) >= pool.countyQuota) throw new Refusal('pool.county_full', { params: { count: pool.countyQuota } });
    const letterId = pool.letter ? await this.letters.issue(actor, pool, head.issuer, head.city, { accountId: person.id, name: person.name, unit: unitName, fromDay, toDay }) : null;
    const id = newId();
    await this.terms.insert([{ id, poolId: pool.id, accountId: person.id, unitId: person.unitId, fromDay, toDay, endedOn: null, endedReason: null, createdAt: this.clock.now(), createdBy: actor.accountId, ...plainTerm, nominationId, letterId }]);
    for (const [subjectKind, subjectId] of [['volunteer', person.id], ['pool_term', id]] as const) await this.audit.record({ actor: auditActor(actor), action: 'pool_term.created', subjectKind, subjectId, before: null, after: { termId: id, pool: pool.name, fromDay, toDay } });
    return id;
  }
}

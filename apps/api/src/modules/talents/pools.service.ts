import { Injectable } from '@nestjs/common';
import type { Page, Pool, PoolTerm, poolTermEnd, poolTermInput, poolTermQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { reachOf, type Actor, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock, shanghaiDay } from '../../platform/clock/index.js';
import { fromDbTime, newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Appointments, keeps } from './nominations/appointments.service.js';
import { endsTerm } from './nominations/nomination.mapper.js';
import { NominationsRepository } from './nominations/nominations.repository.js';
import { PoolSettingsRepository } from './nominations/pool-settings.repository.js';
import { TermDetailsRepository } from './nominations/term-details.repository.js';
import { PoolTermsRepository, type PoolTermRow } from './pool-terms.repository.js';
import { PoolsRepository } from './pools.repository.js';

/** A pool as the seeds give it. */
export type NewPool = Pick<Pool, 'key' | 'name' | 'note' | 'sortNo'> & { readonly aliases?: readonly string[] };
/** Pools into which an occupation leads, by their keys in the seeds. */
const automatic: ReadonlySet<string> = new Set(['science-volunteers', 'student-volunteers', 'special-envoys']);
/** Pools whose members offer talks, by their keys in the seeds. */
const offering: ReadonlySet<string> = new Set(['lecturers', 'service-corps']);
/** What a pool of the seeds begins with; the office changes it. */
const begun = (key: string) => ({
  ownerDivisionId: null, ownerUnitId: null, entry: automatic.has(key) ? 'automatic' as const : 'appointed' as const, unitsRecommend: !automatic.has(key), peopleApply: false, countyReviews: true, quota: null, countyQuota: null, termMonths: automatic.has(key) ? null : 24, renewDays: 60,
  letter: key === 'lecturers', letterWords: null, numberPattern: key === 'lecturers' ? '温科讲聘〔{year}〕{n}号' : null, questions: [], questionsVersion: 1, menu: offering.has(key), menuNames: offering.has(key), menuRatings: false, turn: 0, version: 1,
});

const named = (id: string, name: string) => ({ id, name });
const view = (row: PoolTermRow): PoolTerm => ({
  id: row.id, pool: named(row.poolId, row.poolName), person: named(row.personId, row.personName), unit: row.unitId === null ? null : named(row.unitId, row.unitName ?? ''), fromDay: row.fromDay, toDay: row.toDay,
  county: { code: row.countyId, name: row.countyName },
  ended: row.endedOn === null ? null : { on: row.endedOn, reason: row.endedReason ?? '' },
  number: row.number, issuedOn: row.issuedAt === null ? null : shanghaiDay(new Date(fromDbTime(row.issuedAt))), suspended: row.suspendedFrom !== null, willing: row.willing === null ? null : Number(row.willing) === 1, asked: row.willingAskedAt !== null,
});
const wrongField = (path: string, code: 'order' | 'too_big', params: Readonly<Record<string, string>> = {}): Refusal =>
  new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path, code, params }] });

/** The pools of people (人才队伍), and who is in them for how long (聘期). */
@Injectable()
export class PoolsService {
  constructor(
    private readonly pools: PoolsRepository, private readonly terms: PoolTermsRepository, private readonly settings: PoolSettingsRepository, private readonly appointments: Appointments, private readonly nominations: NominationsRepository, private readonly details: TermDetailsRepository, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<Page<Pool>> {
    const [rows, waiting] = [await this.pools.listFor(actor, this.clock.today()), await this.nominations.waitingByPool(actor)];
    return { data: rows.map((row) => ({ id: row.id, key: row.seedKey, name: row.name, note: row.note, sortNo: row.sortNo, members: Number(row.members), entry: row.entry, quota: row.quota, waiting: waiting.get(row.id) ?? 0 })), total: rows.length };
  }

  /** Loads the pools of the seeds into an empty list; one that holds anything stays as it is. */
  async load(pools: readonly NewPool[]): Promise<void> {
    await this.work.run(async () => {
      if (await this.pools.any()) return;
      await this.pools.insert(pools.map(({ key, aliases = [], ...pool }) => ({ id: newId(), seedKey: key, ...pool, aliases: [...aliases], ...begun(key) })));
    });
  }

  async nameOf(poolId: string): Promise<string | null> { return (await this.pools.find(poolId))?.name ?? null; }
  async listTerms(actor: PersonActor, query: z.output<typeof poolTermQuery>): Promise<Page<PoolTerm>> {
    const { rows, total } = await this.terms.listFor(actor, query, this.clock.today());
    return { data: rows.map(view), total };
  }

  /** By the office, without anybody's recommendation; the days as they are given, not as the pool says. Errors: `pool.already_member`, `pool.full`, `pool.county_full`, `reference.not_found`, `input.invalid` for an end before the start. */
  async createTerm(actor: PersonActor, given: z.output<typeof poolTermInput>): Promise<PoolTerm> {
    if (reachOf(actor, 'pool:write') !== 'all') throw badReference('terms.peopleFields.volunteer');
    const pool = await this.settings.find(given.poolId);
    if (!pool) throw badReference('terms.peopleFields.pool');
    const [head, days] = [await this.appointments.headOf(pool), this.appointments.daysOf(pool, given)];
    return this.work.run(async () => {
      const person = await this.terms.candidate(given.volunteerId);
      if (!person) throw badReference('terms.peopleFields.volunteer');
      const id = await this.appointments.open(actor, pool, head, { person, unitName: person.unitName, ...days, nominationId: null });
      return this.term(actor, id);
    });
  }

  /** By the office, whoever keeps the pool, or the unit that recommended the person: the person is told, and of the unit's word whoever keeps the pool. Errors: `lifecycle.not_allowed` for a term that has ended, `input.invalid` for a day before its first or one to come: such an end is the term's last day from the beginning. */
  async endTerm(actor: PersonActor, id: string, given: z.output<typeof poolTermEnd>): Promise<PoolTerm> {
    const today = this.clock.today();
    if (given.on > today) throw wrongField('body.on', 'too_big', { maximum: today });
    return this.work.run(async () => {
      const row = await this.details.findFor(actor, id);
      if (!row || !endsTerm(actor, row)) throw notFound();
      if (given.on < row.fromDay) throw wrongField('body.on', 'order');
      const over = row.toDay !== null && row.toDay < today;
      if (over || !(await this.terms.end(id, given.on, given.reason))) throw new Refusal('lifecycle.not_allowed', { params: { state: 'terms.poolTermStates.ended' } });
      const ended = [id];
      // What goes on from it would begin by itself; what somebody else has given stays.
      for (const next of await this.details.ofPerson(row.personId)) {
        if (next.poolId === row.poolId && next.fromDay > row.fromDay && endsTerm(actor, next) && (await this.terms.end(next.id, given.on, given.reason))) ended.push(next.id);
      }
      for (const [subjectKind, subjectId, termId] of [['volunteer', row.personId, id] as const, ...ended.map((one) => ['pool_term', one, one] as const)]) await this.audit.record({
        actor: auditActor(actor), action: 'pool_term.ended', subjectKind, subjectId, before: { termId, pool: row.poolName }, after: { on: given.on, reason: given.reason },
        classified: { personId: row.personId, fields: ['reason'] },
      });
      await this.jobs.enqueue('credentials.lapse', { personId: row.personId, activityId: null });
      const keeper = reachOf(actor, 'pool:write') === 'all' || keeps(actor, row);
      for (const event of keeper ? ['ended'] : ['ended', 'given_up']) await this.jobs.enqueue('notice.pool_term', { termId: id, event, at: this.clock.now().toISOString(), by: actor.accountId });
      return this.term(actor, id);
    });
  }

  private async term(actor: PersonActor, id: string): Promise<PoolTerm> {
    const row = await this.terms.findFor(actor, id);
    if (!row) throw notFound();
    return view(row);
  }
}

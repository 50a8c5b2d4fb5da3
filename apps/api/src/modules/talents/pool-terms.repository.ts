import { Injectable } from '@nestjs/common';
import type { Occupation, poolTermQuery } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import type { z } from 'zod';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { allOf, anyOf, changeRows, Database, insertRows, memberOf, readRows, type Predicate } from '../../platform/database/index.js';
import { NameSearch } from './name-search.repository.js';
import { keptPools } from './nominations/nomination.policy.js';
import { PoolTermEntity } from './pool.entity.js';
import { inUnit, ofProfile } from './profile-filters.js';
import { held, livingIn, running, termsWithin } from './talents.policy.js';

/** A term with the names that a person reads. */
export interface PoolTermRow {
  readonly id: string; readonly poolId: string; readonly poolName: string; readonly personId: string; readonly personName: string; readonly unitId: string | null; readonly unitName: string | null;
  readonly fromDay: string; readonly toDay: string | null; readonly endedOn: string | null; readonly endedReason: string | null; readonly number: string | null; readonly suspendedFrom: string | null; readonly suspendedTo: string | null; readonly willing: number | null; readonly willingAskedAt: string | null;
  readonly issuedAt: string | null; readonly countyId: string; readonly countyName: string;
}
/** Where a volunteer belongs. */
interface VolunteerLine { readonly unitId: string | null; readonly occupation: Occupation }
/** Somebody who may be taken into a pool. */
export interface Candidate { readonly id: string; readonly name: string; readonly unitId: string | null; readonly unitName: string | null; readonly home: string }

const columns = `t.id AS id, t.pool_id AS poolId, p.name AS poolName, t.account_id AS personId, a.name AS personName, t.unit_id AS unitId, tu.name AS unitName, t.from_day AS fromDay, t.to_day AS toDay,
  t.ended_on AS endedOn, t.ended_reason AS endedReason, l.number AS number, t.suspended_from AS suspendedFrom, t.suspended_to AS suspendedTo, t.willing AS willing, t.willing_asked_at AS willingAskedAt, l.issued_at AS issuedAt, v.county_id AS countyId, d.name AS countyName`;
const shown = 'JOIN pools p ON p.id = t.pool_id JOIN accounts a ON a.id = t.account_id JOIN volunteers v ON v.id = t.account_id JOIN divisions d ON d.id = v.county_id LEFT JOIN units tu ON tu.id = t.unit_id LEFT JOIN pool_letters l ON l.id = t.letter_id LEFT JOIN units po ON po.id = p.owner_unit_id';
const from = `FROM pool_terms t ${shown}`;
/** What the filters ask about, and no more: a count does not look at the names of a hundred thousand people. */
const asked = (sql: string): string => `FROM pool_terms t${/\bp\./.test(sql) ? ' JOIN pools p ON p.id = t.pool_id' : ''}`;
const sorts = { personName: 't.name_key', fromDay: 't.from_day', toDay: 't.to_day' } as const;

/** Ends within the days that its pool says, or has ended by time in the last year, and nothing follows it. The two databases have no way of adding days in common: last days are reckoned here, one for each number of days that pools have. */
const dueFor = (today: string, renewDays: readonly number[]): Predicate => ({
  sql: `t.ended_on IS NULL AND t.to_day IS NOT NULL AND t.to_day >= :yearAgo AND (${renewDays.map((_, index) => `(p.renew_days = :renew${index} AND t.to_day <= :until${index})`).join(' OR ') || '1 = 0'}) AND NOT EXISTS (SELECT 1 FROM pool_terms f WHERE f.account_id = t.account_id AND f.pool_id = t.pool_id AND f.ended_on IS NULL AND f.from_day > t.from_day)`,
  params: { yearAgo: addDays(today, -365), ...Object.fromEntries(renewDays.flatMap((days, index) => [[`renew${index}`, days], [`until${index}`, addDays(today, days)]])) },
});
/** What the person said, as SQL. */
const answers = { yes: 't.willing = 1', no: 't.willing = 0', asked: 't.willing IS NULL AND t.willing_asked_at IS NOT NULL', unasked: 't.willing IS NULL AND t.willing_asked_at IS NULL' } as const;
const filters = (query: z.output<typeof poolTermQuery>, today: string, renewDays: readonly number[]): Predicate[] => {
  const runs = running(today);
  const due = dueFor(today, renewDays);
  const suspended = held(today);
  return [
    ...(query.ids ? [memberOf('t.id', query.ids, 'ids')] : []),
    ...(query.poolId ? [{ sql: 't.pool_id = :poolId', params: { poolId: query.poolId } }] : []),
    ...(query.personId ? [{ sql: 't.account_id = :personId', params: { personId: query.personId } }] : []),
    ...inUnit('t.unit_id', query.unitId), ...(query.countyCode ? [livingIn(query.countyCode, 'livesIn')] : []), ...ofProfile(query, 't.account_id'),
    ...(query.willing ? [{ sql: answers[query.willing], params: {} }] : []), ...(query.suspended === undefined ? [] : [{ sql: query.suspended ? suspended.sql : `NOT (${suspended.sql})`, params: suspended.params }]),
    ...(query.on ? [running(query.on, 'onDay')] : []), ...(query.ending === undefined ? [] : [{ sql: 't.ended_on IS NULL AND t.to_day IS NOT NULL AND t.to_day >= :endsFrom AND t.to_day <= :endsBy', params: { endsFrom: today, endsBy: addDays(today, query.ending) } }]),
    ...(query.current === undefined ? [] : [query.current ? runs : { sql: `NOT (${runs.sql})`, params: runs.params }]),
    ...(query.due === undefined ? [] : [query.due ? due : { sql: `NOT (${due.sql})`, params: due.params }]),
  ];
};

/** Rows of `pool_terms`. Every read for a person carries the reach of the permission that it is made under. */
@Injectable()
export class PoolTermsRepository {
  constructor(private readonly database: Database, private readonly names: NameSearch) {}

  async listFor(actor: Actor, query: z.output<typeof poolTermQuery>, today: string): Promise<{ rows: PoolTermRow[]; total: number }> {
    const { sql, params } = allOf([termsWithin(reachOf(actor, 'volunteer:read')), ...(await this.names.of('t.account_id', query.q)), ...filters(query, today, query.due === undefined ? [] : await this.renewDays())]);
    const sort = query.sort ?? 'personName';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const order = `ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, t.id ${direction}`;
    // First which ones, along an index, then what is shown of them.
    const rows = await readRows<PoolTermRow>(
      this.database.reader, `SELECT ${columns} FROM (SELECT t.id AS id ${asked(sql)} WHERE ${sql} ${order} LIMIT :pageLimit OFFSET :pageOffset) page JOIN pool_terms t ON t.id = page.id ${shown} ${order}`,
      { ...params, pageLimit: query.perPage, pageOffset: (query.page - 1) * query.perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${asked(sql)} WHERE ${sql}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  private async renewDays(): Promise<number[]> { return (await readRows<{ days: number }>(this.database.reader, 'SELECT DISTINCT p.renew_days AS days FROM pools p ORDER BY p.renew_days')).map(({ days }) => Number(days)); }

  /** Of people within reach, and of pools that the actor keeps. */
  async findFor(actor: Actor, id: string): Promise<PoolTermRow | null> {
    const reach = reachOf(actor, 'nomination:read');
    const { sql, params } = allOf([anyOf([termsWithin(reach), keptPools(reach)]), { sql: 't.id = :id', params: { id } }]);
    return (await readRows<PoolTermRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${sql}`, params))[0] ?? null;
  }

  /** A volunteer with an account that is not disabled. Only a right over the whole city takes people into pools: the service asks before. */
  async candidate(id: string): Promise<Candidate | null> {
    return (await readRows<Candidate>(this.database.reader, "SELECT v.id AS id, a.name AS name, v.unit_id AS unitId, u.name AS unitName, v.county_id AS home FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state = 'active' LEFT JOIN units u ON u.id = v.unit_id WHERE v.id = :id", { id }))[0] ?? null;
  }

  /** Whether the person has a term in the pool that would overlap. After a turn at the person. */
  async overlaps(accountId: string, poolId: string, fromDay: string, toDay: string | null): Promise<boolean> {
    const end: Predicate[] = toDay === null ? [] : [{ sql: 't.from_day <= :toDay', params: { toDay } }];
    const { sql, params } = allOf([{
      sql: 't.account_id = :accountId AND t.pool_id = :poolId AND (t.ended_on IS NULL OR t.ended_on > :fromDay) AND (t.to_day IS NULL OR t.to_day >= :fromDay)', params: { accountId, poolId, fromDay },
    }, ...end]);
    return (await readRows(this.database.reader, `SELECT t.id AS id FROM pool_terms t WHERE ${sql} LIMIT 1`, params)).length > 0;
  }

  /** Terms of a person that run, or are still to begin. */
  async openOf(accountId: string, today: string): Promise<PoolTermEntity[]> {
    return this.database.reader.createQueryBuilder(PoolTermEntity, 't').where('t.accountId = :accountId AND t.endedOn IS NULL AND (t.toDay IS NULL OR t.toDay >= :today)', { accountId, today }).orderBy('t.id').getMany();
  }

  /** Pools in which people are today, in the order of the pools. */
  async runningOf(accountIds: readonly string[], today: string): Promise<{ personId: string; id: string; name: string }[]> {
    const suspended = held(today);
    const { sql, params } = allOf([running(today), { sql: `NOT (${suspended.sql})`, params: suspended.params }, memberOf('t.account_id', accountIds, 'people')]);
    return readRows(this.database.reader, `SELECT t.account_id AS personId, p.id AS id, p.name AS name FROM pool_terms t JOIN pools p ON p.id = t.pool_id WHERE ${sql} ORDER BY p.sort_no, p.id`, params);
  }

  /** How many terms of people run, or are still to begin. */
  async countOpen(accountIds: readonly string[], today: string): Promise<{ personId: string; terms: number }[]> {
    const { sql, params } = memberOf('t.account_id', accountIds, 'people');
    const rows = await readRows<{ personId: string; terms: number | string }>(this.database.reader, `
      SELECT t.account_id AS personId, COUNT(*) AS terms FROM pool_terms t WHERE ${sql} AND t.ended_on IS NULL AND (t.to_day IS NULL OR t.to_day >= :today) GROUP BY t.account_id`, { ...params, today });
    return rows.map(({ personId, terms }) => ({ personId, terms: Number(terms) }));
  }
  /** What decides in which pools a volunteer stands. */
  async membership(accountId: string): Promise<VolunteerLine | null> {
    return (await readRows<VolunteerLine>(this.database.reader, 'SELECT v.unit_id AS unitId, v.occupation AS occupation FROM volunteers v WHERE v.id = :accountId', { accountId }))[0] ?? null;
  }

  async insert(rows: readonly PoolTermEntity[]): Promise<void> {
    await insertRows(this.database.writer, PoolTermEntity, rows);
    for (const accountId of new Set(rows.map((row) => row.accountId))) await this.followName(accountId);
  }
  /** What terms are sorted by is the name of the person: after it has changed, and for new terms. */
  async followName(accountId: string): Promise<void> {
    await changeRows(this.database.writer, "UPDATE pool_terms SET name_key = COALESCE((SELECT v.name_key FROM volunteers v WHERE v.id = pool_terms.account_id), '') WHERE account_id = :accountId", { accountId });
  }
  /** One of many endings wins. */
  async end(id: string, on: string, reason: string): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE pool_terms SET ended_on = :on, ended_reason = :reason WHERE id = :id AND ended_on IS NULL', { id, on, reason })) === 1;
  }
  /** A change of a term that has not ended. */
  async change(id: string, changes: Partial<PoolTermEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(PoolTermEntity).set(changes).where('id = :id AND ended_on IS NULL', { id }).execute()).affected === 1;
  }
  async movePerson(from: string, into: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE pool_terms SET account_id = :into WHERE account_id = :from', { from, into }); await this.followName(into); }
  /** History goes along, so that what counted for a unit counts for the one that follows it. */
  async moveUnit(fromUnit: string, toUnit: string): Promise<number> {
    return changeRows(this.database.writer, 'UPDATE pool_terms SET unit_id = :toUnit WHERE unit_id = :fromUnit', { fromUnit, toUnit });
  }
}

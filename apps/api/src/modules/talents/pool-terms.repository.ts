import { Injectable } from '@nestjs/common';
import type { Occupation, Permission, poolTermQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { PoolTermEntity } from './pool.entity.js';
import { running, termsWithin } from './talents.policy.js';

/** A term with the names that a person reads. */
export interface PoolTermRow {
  readonly id: string; readonly poolId: string; readonly poolName: string; readonly personId: string; readonly personName: string; readonly unitId: string | null; readonly unitName: string | null;
  readonly fromDay: string; readonly toDay: string | null; readonly endedOn: string | null; readonly endedReason: string | null;
}
/** Where a volunteer belongs. */
interface VolunteerLine { readonly unitId: string | null; readonly occupation: Occupation }
/** Somebody who may be taken into a pool. */
export interface Candidate { readonly id: string; readonly name: string; readonly unitId: string | null }

const columns = `t.id AS id, t.pool_id AS poolId, p.name AS poolName, t.account_id AS personId, a.name AS personName, t.unit_id AS unitId, tu.name AS unitName, t.from_day AS fromDay, t.to_day AS toDay,
  t.ended_on AS endedOn, t.ended_reason AS endedReason`;
const from = 'FROM pool_terms t JOIN pools p ON p.id = t.pool_id JOIN accounts a ON a.id = t.account_id JOIN volunteers v ON v.id = t.account_id LEFT JOIN units tu ON tu.id = t.unit_id';
const sorts = { personName: 'a.name_key', fromDay: 't.from_day' } as const;

const filters = (query: z.output<typeof poolTermQuery>, today: string): Predicate[] => {
  const term = query.q ? searchTerm(query.q) : null;
  const runs = running(today);
  return [
    ...(term ? [{ sql: "a.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : []),
    ...(query.ids ? [memberOf('t.id', query.ids, 'ids')] : []),
    ...(query.poolId ? [{ sql: 't.pool_id = :poolId', params: { poolId: query.poolId } }] : []),
    ...(query.personId ? [{ sql: 't.account_id = :personId', params: { personId: query.personId } }] : []),
    // The unit and the units below it.
    ...(query.unitId ? [{ sql: 'tu.path LIKE :unitPath', params: { unitPath: `%/${query.unitId}/%` } }] : []),
    ...(query.current === undefined ? [] : [query.current ? runs : { sql: `NOT (${runs.sql})`, params: runs.params }]),
  ];
};

/** Rows of `pool_terms`. Every read for a person carries the reach of the permission that it is made under. */
@Injectable()
export class PoolTermsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: z.output<typeof poolTermQuery>, today: string): Promise<{ rows: PoolTermRow[]; total: number }> {
    const { sql, params } = allOf([termsWithin(reachOf(actor, 'volunteer:read')), ...filters(query, today)]);
    const sort = query.sort ?? 'personName';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<PoolTermRow>(
      this.database.reader, `SELECT ${columns} ${from} WHERE ${sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, t.id ${direction} LIMIT :pageLimit OFFSET :pageOffset`,
      { ...params, pageLimit: query.perPage, pageOffset: (query.page - 1) * query.perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${sql}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }

  async findFor(actor: Actor, permission: Permission, id: string): Promise<PoolTermRow | null> {
    const { sql, params } = allOf([termsWithin(reachOf(actor, permission)), { sql: 't.id = :id', params: { id } }]);
    return (await readRows<PoolTermRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${sql}`, params))[0] ?? null;
  }

  /** A volunteer with an account that is not disabled. Only a right over the whole city takes people into pools: the service asks before. */
  async candidate(id: string): Promise<Candidate | null> {
    return (await readRows<Candidate>(this.database.reader, "SELECT v.id AS id, a.name AS name, v.unit_id AS unitId FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state = 'active' WHERE v.id = :id", { id }))[0] ?? null;
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
    const { sql, params } = allOf([running(today), memberOf('t.account_id', accountIds, 'people')]);
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

  insert(rows: readonly PoolTermEntity[]): Promise<void> { return insertRows(this.database.writer, PoolTermEntity, rows); }
  /** One of many endings wins. */
  async end(id: string, on: string, reason: string): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE pool_terms SET ended_on = :on, ended_reason = :reason WHERE id = :id AND ended_on IS NULL', { id, on, reason })) === 1;
  }
  async movePerson(from: string, into: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE pool_terms SET account_id = :into WHERE account_id = :from', { from, into }); }
  /** History goes along, so that what counted for a unit counts for the one that follows it. */
  async moveUnit(fromUnit: string, toUnit: string): Promise<number> {
    return changeRows(this.database.writer, 'UPDATE pool_terms SET unit_id = :toUnit WHERE unit_id = :fromUnit', { fromUnit, toUnit });
  }
}

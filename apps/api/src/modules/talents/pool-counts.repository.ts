import { Injectable } from '@nestjs/common';
import type { PoolHeadcounts } from '@kepu/contracts';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { allOf, anyOf, Database, memberOf, readRows, startsWith } from '../../platform/database/index.js';
import { running, termsWithin } from './talents.policy.js';

/** Which part of a list. */
export interface Window { readonly offset: number; readonly limit: number }
/** People of one unit in a pool. A person has one running term in a pool, so that units can be added up. */
export interface UnitCountRow { readonly poolId: string; readonly path: string; readonly members: number | string }
/** People of a pool in a unit or a county. */
export interface PartRow { readonly id: string | null; readonly name: string | null; readonly members: number | string }
/** One person in a pool, for a unit. */
export interface PoolMemberRow {
  readonly termId: string; readonly personName: string; readonly unitId: string; readonly unitName: string; readonly unitPath: string; readonly divisionId: string; readonly fromDay: string; readonly createdAt: string;
}

/** `pool_terms` as numbers. */
@Injectable()
export class PoolCountsRepository {
  constructor(private readonly database: Database) {}

  async byUnit(poolIds: readonly string[], today: string): Promise<UnitCountRow[]> {
    const { sql, params } = allOf([running(today), memberOf('t.pool_id', poolIds, 'pools')]);
    return readRows<UnitCountRow>(
      this.database.reader, `SELECT g.pool_id AS poolId, u.path AS path, g.members AS members FROM (SELECT t.pool_id AS pool_id, t.unit_id AS unit_id, COUNT(*) AS members FROM pool_terms t WHERE ${sql} GROUP BY t.pool_id, t.unit_id) g JOIN units u ON u.id = g.unit_id`, params);
  }

  /** The same for whoever reads pools, within reach: by the unit of the term, or by the county where people live. */
  async partsFor(actor: Actor, poolId: string, by: PoolHeadcounts['by'], on: string): Promise<PartRow[]> {
    const { sql, params } = allOf([running(on), termsWithin(reachOf(actor, 'pool:read')), { sql: 't.pool_id = :poolId', params: { poolId } }]);
    const text = by === 'unit'
      ? `SELECT g.id AS id, u.name AS name, g.members AS members FROM (SELECT t.unit_id AS id, COUNT(*) AS members FROM pool_terms t WHERE ${sql} GROUP BY t.unit_id) g LEFT JOIN units u ON u.id = g.id ORDER BY g.members DESC, u.sort_no, u.id`
      : `SELECT d.id AS id, d.name AS name, g.members AS members FROM (SELECT v.county_id AS id, COUNT(*) AS members FROM pool_terms t JOIN volunteers v ON v.id = t.account_id WHERE ${sql} GROUP BY v.county_id) g JOIN divisions d ON d.id = g.id ORDER BY d.id`;
    return readRows<PartRow>(this.database.reader, text, params);
  }

  async members(poolId: string, unitPaths: readonly string[], today: string, { offset, limit }: Window): Promise<{ rows: PoolMemberRow[]; total: number }> {
    const { sql, params } = allOf([
      running(today), { sql: 't.pool_id = :poolId', params: { poolId } }, anyOf(unitPaths.map((path, index) => startsWith('u.path', path, `path${index}`))),
    ]);
    const from = `FROM pool_terms t JOIN units u ON u.id = t.unit_id WHERE ${sql}`;
    const rows = await readRows<PoolMemberRow>(this.database.reader, `
      SELECT t.id AS termId, a.name AS personName, t.unit_id AS unitId, u.name AS unitName, u.path AS unitPath, u.division_id AS divisionId, t.from_day AS fromDay, t.created_at AS createdAt
      FROM pool_terms t JOIN units u ON u.id = t.unit_id JOIN accounts a ON a.id = t.account_id
      WHERE ${sql} ORDER BY t.from_day DESC, t.id DESC LIMIT :pageLimit OFFSET :pageOffset`, { ...params, pageLimit: limit, pageOffset: offset });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }
}

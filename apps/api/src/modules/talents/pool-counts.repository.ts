import { Injectable } from '@nestjs/common';
import { allOf, anyOf, Database, memberOf, readRows, startsWith } from '../../platform/database/index.js';
import { running } from './talents.policy.js';

/** Which part of a list. */
export interface Window { readonly offset: number; readonly limit: number }
/** People of one unit in a pool. A person has one running term in a pool, so that units can be added up. */
export interface UnitCountRow { readonly poolId: string; readonly path: string; readonly members: number | string }
/** A term with its person and the unit for which it counts. */
export interface MemberRow {
  readonly termId: string; readonly personName: string; readonly unitId: string; readonly unitName: string; readonly path: string; readonly divisionId: string; readonly fromDay: string; readonly createdAt: string;
}

/** `pool_terms` as numbers. */
@Injectable()
export class PoolCountsRepository {
  constructor(private readonly database: Database) {}

  async byUnit(poolIds: readonly string[], today: string): Promise<UnitCountRow[]> {
    const { sql, params } = allOf([running(today), memberOf('t.pool_id', poolIds, 'pools')]);
    return readRows<UnitCountRow>(
      this.database.reader, `SELECT t.pool_id AS poolId, u.path AS path, COUNT(*) AS members FROM pool_terms t JOIN units u ON u.id = t.unit_id WHERE ${sql} GROUP BY t.pool_id, u.path`, params);
  }

  async members(poolId: string, unitPaths: readonly string[], today: string, { offset, limit }: Window): Promise<{ rows: MemberRow[]; total: number }> {
    const { sql, params } = allOf([
      running(today), { sql: 't.pool_id = :poolId', params: { poolId } }, anyOf(unitPaths.map((path, index) => startsWith('u.path', path, `path${index}`))),
    ]);
    const from = `FROM pool_terms t JOIN units u ON u.id = t.unit_id WHERE ${sql}`;
    const rows = await readRows<MemberRow>(this.database.reader, `
      SELECT t.id AS termId, a.name AS personName, u.id AS unitId, u.name AS unitName, u.path AS path, u.division_id AS divisionId, t.from_day AS fromDay, t.created_at AS createdAt
      FROM pool_terms t JOIN units u ON u.id = t.unit_id JOIN accounts a ON a.id = t.account_id
      WHERE ${sql} ORDER BY t.from_day DESC, t.id DESC LIMIT :pageLimit OFFSET :pageOffset`, { ...params, pageLimit: limit, pageOffset: offset });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }
}

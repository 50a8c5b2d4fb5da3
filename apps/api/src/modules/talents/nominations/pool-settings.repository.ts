import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '../../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, readRows } from '../../../platform/database/index.js';
import { PoolEntity } from '../pool.entity.js';
import { running, termsWithin } from '../talents.policy.js';

/** A pool with who owns it. */
export interface OwnedPool extends PoolEntity { readonly ownerName: string | null; readonly ownerPath: string | null }

/** What is set for pools, and how many are in them. */
@Injectable()
export class PoolSettingsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<OwnedPool | null> {
    const pool = await this.database.reader.findOneBy(PoolEntity, { id });
    if (!pool) return null;
    const [owner] = await readRows<{ unit: string | null; path: string | null; division: string | null }>(
      this.database.reader, 'SELECT po.name AS unit, po.path AS path, d.name AS division FROM pools p LEFT JOIN units po ON po.id = p.owner_unit_id LEFT JOIN divisions d ON d.id = p.owner_division_id WHERE p.id = :id', { id });
    return { ...pool, ownerName: owner?.unit ?? owner?.division ?? null, ownerPath: owner?.path ?? null };
  }
  /** Pools to which people may apply themselves. */
  async open(): Promise<PoolEntity[]> { return this.database.reader.createQueryBuilder(PoolEntity, 'p').where("p.peopleApply = 1 AND p.entry = 'appointed'").orderBy('p.sortNo').addOrderBy('p.id').getMany(); }
  async nameTaken(name: string, but: string | null): Promise<boolean> { return (await readRows(this.database.reader, 'SELECT p.id AS id FROM pools p WHERE p.name = :name AND p.id <> :but', { name, but: but ?? '' })).length > 0; }
  async divisionName(id: string): Promise<string | null> { return (await readRows<{ name: string }>(this.database.reader, "SELECT d.name AS name FROM divisions d WHERE d.id = :id AND d.kind = 'county' AND d.closed_on IS NULL", { id }))[0]?.name ?? null; }
  async lastPlace(): Promise<number> { return Number((await readRows<{ last: number | null }>(this.database.reader, 'SELECT MAX(p.sort_no) AS last FROM pools p'))[0]?.last ?? 0); }
  insert(row: PoolEntity): Promise<void> { return insertRows(this.database.writer, PoolEntity, [row]); }
  async update(id: string, version: number, changes: Partial<PoolEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(PoolEntity).set({ ...changes, version: version + 1 }).where({ id, version }).execute()).affected === 1;
  }
  /** Whoever takes somebody in waits for the one before: the row is written, and so held until the unit ends. */
  async take(poolId: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE pools SET turn = turn + 1 WHERE id = :poolId', { poolId }); }

  async membersFor(actor: Actor, poolId: string, today: string): Promise<number> {
    const { sql, params } = allOf([running(today), termsWithin(reachOf(actor, 'pool:read')), { sql: 't.pool_id = :poolId', params: { poolId } }]);
    return Number((await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM pool_terms t WHERE ${sql}`, params))[0]?.total ?? 0);
  }
  /** Places that are held: by people whose term runs or is still to begin, one each, in all or of a county; `but` is not counted. */
  async held(poolId: string, today: string, but: string, countyId: string | null = null): Promise<number> {
    return Number((await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(DISTINCT t.account_id) AS total FROM pool_terms t LEFT JOIN volunteers v ON v.id = t.account_id
      WHERE t.pool_id = :poolId AND t.account_id <> :but AND t.ended_on IS NULL AND (t.to_day IS NULL OR t.to_day >= :today)${countyId === null ? '' : ' AND v.county_id = :countyId'}`, { poolId, today, but, ...(countyId === null ? {} : { countyId }) }))[0]?.total ?? 0);
  }
}

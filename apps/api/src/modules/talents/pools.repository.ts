import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { allOf, Database, insertRows, readRows } from '../../platform/database/index.js';
import { PoolEntity } from './pool.entity.js';
import { running, termsWithin } from './talents.policy.js';

/** A pool as its list reads it. */
export interface PoolRow { readonly id: string; readonly seedKey: string; readonly name: string; readonly note: string | null; readonly sortNo: number; readonly entry: PoolEntity['entry']; readonly quota: number | null; readonly members: number | string }

/** Rows of `pools`. */
@Injectable()
export class PoolsRepository {
  constructor(private readonly database: Database) {}

  /** All pools with how many people of the actor's reach are in them: a number names nobody, so whoever reads pools is told it. */
  async listFor(actor: Actor, today: string): Promise<PoolRow[]> {
    const { sql, params } = allOf([running(today), termsWithin(reachOf(actor, 'pool:read'))]);
    // A person has one running term in a pool at a time.
    return readRows<PoolRow>(this.database.reader, `
      SELECT p.id AS id, p.seed_key AS seedKey, p.name AS name, p.note AS note, p.sort_no AS sortNo, p.entry AS entry, p.quota AS quota, COALESCE(c.members, 0) AS members
      FROM pools p LEFT JOIN (
        SELECT t.pool_id AS pool_id, COUNT(*) AS members FROM pool_terms t WHERE ${sql} GROUP BY t.pool_id
      ) c ON c.pool_id = p.id ORDER BY p.sort_no, p.id`, params);
  }
  find(id: string): Promise<PoolEntity | null> { return this.database.reader.findOneBy(PoolEntity, { id }); }
  any(): Promise<boolean> { return this.database.reader.existsBy(PoolEntity, {}); }
  /** Ids by the names of the seeds. */
  async idsByKey(): Promise<ReadonlyMap<string, string>> {
    const rows = await readRows<{ id: string; seedKey: string }>(this.database.reader, 'SELECT p.id AS id, p.seed_key AS seedKey FROM pools p');
    return new Map(rows.map((row) => [row.seedKey, row.id]));
  }
  insert(rows: readonly PoolEntity[]): Promise<void> { return insertRows(this.database.writer, PoolEntity, rows); }
}

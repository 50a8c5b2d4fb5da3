import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { allOf, Database, insertRows, memberOf, readRows } from '../../platform/database/index.js';
import { PoolEntity } from './pool.entity.js';
import { running, termsWithin } from './talents.policy.js';

/** A pool as its list reads it. */
export interface PoolRow { readonly id: string; readonly seedKey: string; readonly name: string; readonly note: string | null; readonly sortNo: number; readonly entry: PoolEntity['entry']; readonly quota: number | null; readonly members: number | string }

/** A term in a pool into which people are taken. */
export interface MembershipRow { readonly personId: string; readonly poolId: string; readonly fromDay: string; readonly toDay: string | null; readonly endedOn: string | null; readonly suspendedFrom: string | null; readonly suspendedTo: string | null }

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
  entries(): Promise<Pick<PoolRow, 'id' | 'name' | 'entry'>[]> { return readRows(this.database.reader, 'SELECT p.id AS id, p.name AS name, p.entry AS entry FROM pools p'); }
  /** Without terms that came with registering, in pools into which everybody comes by that. Whoever was taken in before a pool became such a one is still a member. */
  memberships(ids: readonly string[] | 'all'): Promise<MembershipRow[]> {
    const those = ids === 'all' ? { sql: '1 = 1', params: {} } : memberOf('t.account_id', ids, 'ids');
    return readRows<MembershipRow>(this.database.reader, `
      SELECT t.account_id AS personId, t.pool_id AS poolId, t.from_day AS fromDay, t.to_day AS toDay, t.ended_on AS endedOn, t.suspended_from AS suspendedFrom, t.suspended_to AS suspendedTo
      FROM pools p JOIN pool_terms t ON t.pool_id = p.id WHERE (p.entry <> 'automatic' OR t.created_by IS NOT NULL) AND ${those.sql} ORDER BY t.id`, those.params);
  }
  any(): Promise<boolean> { return this.database.reader.existsBy(PoolEntity, {}); }
  /** Ids by the names of the seeds. */
  async idsByKey(): Promise<ReadonlyMap<string, string>> {
    const rows = await readRows<{ id: string; seedKey: string }>(this.database.reader, 'SELECT p.id AS id, p.seed_key AS seedKey FROM pools p');
    return new Map(rows.map((row) => [row.seedKey, row.id]));
  }
  insert(rows: readonly PoolEntity[]): Promise<void> { return insertRows(this.database.writer, PoolEntity, rows); }
}

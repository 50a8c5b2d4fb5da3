import { Injectable } from '@nestjs/common';
import type { Occupation, rosterEntryQuery, RosterEntryState, ScopeKind } from '@kepu/contracts';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, toDbTime, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { RosterEntryEntity } from './roster.entity.js';
import { visibleEntries } from './roster.policy.js';

/** Somebody who is asked, with the names of things; `name` is the account's where there is one. */
export interface EntryRow {
  readonly id: string; readonly importId: string; readonly state: RosterEntryState; readonly name: string | null; readonly phoneSealed: string | null; readonly phoneIndex: string; readonly bornOn: string | null; readonly occupation: Occupation | null; readonly unitId: string | null;
  readonly unitName: string | null; readonly countyId: string; readonly countyName: string; readonly topicIds: string; readonly poolId: string | null; readonly poolName: string | null; readonly body: string; readonly createdBy: string; readonly createdByName: string;
  readonly createdAt: string; readonly expiresAt: string; readonly sentAt: string | null; readonly remindedAt: string | null; readonly answeredAt: string | null;
}

const joins = `FROM roster_entries e JOIN divisions d ON d.id = e.county_id JOIN accounts c ON c.id = e.created_by LEFT JOIN units u ON u.id = e.unit_id LEFT JOIN pools p ON p.id = e.pool_id LEFT JOIN accounts a ON a.id = e.account_id`;
const named = `SELECT e.id AS id, e.import_id AS importId, e.state AS state, COALESCE(a.name, e.name) AS name, e.phone_sealed AS phoneSealed, e.phone_index AS phoneIndex, e.born_on AS bornOn, e.occupation AS occupation, e.unit_id AS unitId, u.name AS unitName,
  e.county_id AS countyId, d.name AS countyName, e.topic_ids AS topicIds, e.pool_id AS poolId, p.name AS poolName, e.body AS body, e.created_by AS createdBy, c.name AS createdByName, e.created_at AS createdAt, e.expires_at AS expiresAt, e.sent_at AS sentAt,
  e.reminded_at AS remindedAt, e.answered_at AS answeredAt ${joins}`;
const sorts = { createdAt: 'e.created_at', name: 'e.name_key' } as const;
const open = "e.state = 'pending' AND e.expires_at > :now";
const inState = (state: RosterEntryState, now: Date): Predicate => (state === 'pending' ? { sql: open, params: { now: toDbTime(now) } }
  : state === 'expired' ? { sql: "e.state = 'expired' OR (e.state = 'pending' AND e.expires_at <= :now)", params: { now: toDbTime(now) } } : { sql: 'e.state = :state', params: { state } });
/** What was entered of a person goes with the question. */
const forgotten = "open_key = NULL, phone_sealed = NULL, name = NULL, name_key = '', search_key = '', born_on = NULL, occupation = NULL, topic_ids = '[]'";
const AT_ONCE = 200;
/** How many parameters one statement takes on every database. */
const IN_PARTS = 500;

/** Rows of `roster_entries`. */
@Injectable()
export class RosterEntriesRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: z.output<typeof rosterEntryQuery>, now: Date): Promise<{ rows: EntryRow[]; total: number }> {
    const term = query.q === undefined ? null : searchTerm(query.q);
    const where = allOf([
      visibleEntries(actor), ...(query.importId ? [{ sql: 'e.import_id = :importId', params: { importId: query.importId } }] : []), ...(query.ids ? [memberOf('e.id', query.ids, 'ids')] : []), ...(query.state ? [inState(query.state, now)] : []),
      ...(term ? [{ sql: "e.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : []),
    ]);
    const sort = query.sort ?? '-createdAt';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<EntryRow>(this.database.reader, `${named} WHERE ${where.sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, e.id ${direction} LIMIT :limit OFFSET :offset`,
      { ...where.params, limit: query.perPage, offset: (query.page - 1) * query.perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${joins} WHERE ${where.sql}`, where.params);
    return { rows, total: Number(count?.total ?? 0) };
  }

  async findFor(actor: Actor, id: string): Promise<EntryRow | null> {
    const { sql, params } = allOf([visibleEntries(actor), { sql: 'e.id = :id', params: { id } }]);
    return (await readRows<EntryRow>(this.database.reader, `${named} WHERE ${sql}`, params))[0] ?? null;
  }
  /** Open questions among the ids, within reach. */
  openFor(actor: Actor, ids: readonly string[], now: Date): Promise<EntryRow[]> {
    const { sql, params } = allOf([visibleEntries(actor), memberOf('e.id', ids, 'ids'), { sql: open, params: { now: toDbTime(now) } }]);
    return readRows<EntryRow>(this.database.reader, `${named} WHERE ${sql} ORDER BY e.name_key, e.id`, params);
  }
  /** By the digest of a link's token: whoever holds the link may know it, while the question is open. */
  async openByToken(tokenHash: string, now: Date): Promise<EntryRow | null> {
    return (await readRows<EntryRow>(this.database.reader, `${named} WHERE e.token_hash = :tokenHash AND ${open}`, { tokenHash, now: toDbTime(now) }))[0] ?? null;
  }
  /** For the system's own messages. */
  async openById(id: string, now: Date): Promise<EntryRow | null> { return (await readRows<EntryRow>(this.database.reader, `${named} WHERE e.id = :id AND ${open}`, { id, now: toDbTime(now) }))[0] ?? null; }
  async unsent(importId: string, now: Date, limit: number): Promise<EntryRow[]> {
    return readRows<EntryRow>(this.database.reader, `${named} WHERE e.import_id = :importId AND e.sent_at IS NULL AND ${open} ORDER BY e.id LIMIT :limit`, { importId, now: toDbTime(now), limit });
  }

  /** Which of the numbers belong to an account, or to somebody who is being asked: whose, is not told. */
  async taken(indexes: readonly string[], now: Date): Promise<ReadonlySet<string>> {
    return this.among(indexes, (part) => {
      const [accounts, asked] = [memberOf('a.phone_index', part, 'numbers'), memberOf('e.open_key', part, 'numbers')];
      return { sql: `SELECT a.phone_index AS found FROM accounts a WHERE ${accounts.sql} UNION SELECT e.open_key AS found FROM roster_entries e WHERE ${asked.sql} AND e.expires_at > :now`, params: { numbers: part, now: toDbTime(now) } };
    });
  }
  /** Which of the numbers have said no to this body. */
  async declined(indexes: readonly string[], scopeKind: ScopeKind, scopeId: string | null): Promise<ReadonlySet<string>> {
    return this.among(indexes, (part) => ({
      sql: `SELECT DISTINCT e.phone_index AS found FROM roster_entries e WHERE e.state = 'declined' AND e.scope_kind = :scopeKind AND ${scopeId === null ? 'e.scope_id IS NULL' : 'e.scope_id = :scopeId'} AND e.phone_index IN (:...numbers)`,
      params: { numbers: part, scopeKind, ...(scopeId === null ? {} : { scopeId }) },
    }));
  }
  private async among(indexes: readonly string[], ask: (part: readonly string[]) => Predicate): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let at = 0; at < indexes.length; at += IN_PARTS) {
      const { sql, params } = ask(indexes.slice(at, at + IN_PARTS));
      for (const row of await readRows<{ found: string }>(this.database.reader, sql, params)) found.add(row.found);
    }
    return found;
  }

  async insert(rows: readonly RosterEntryEntity[]): Promise<void> {
    for (let at = 0; at < rows.length; at += AT_ONCE) await insertRows(this.database.writer, RosterEntryEntity, rows.slice(at, at + AT_ONCE));
  }
  /** Ends an open question: one of many who answer wins. */
  async end(id: string, state: 'accepted' | 'declined' | 'withdrawn', now: Date, accountId: string | null = null): Promise<boolean> {
    return (await changeRows(this.database.writer, `UPDATE roster_entries SET state = :state, answered_at = :now, account_id = :accountId, ${forgotten} WHERE id = :id AND state = 'pending' AND expires_at > :now`, { id, state, accountId, now: toDbTime(now) })) === 1;
  }
  async withdrawAll(importId: string, now: Date): Promise<number> {
    return changeRows(this.database.writer, `UPDATE roster_entries SET state = 'withdrawn', answered_at = :now, ${forgotten} WHERE import_id = :importId AND state = 'pending'`, { importId, now: toDbTime(now) });
  }
  /** Questions whose time is over, with what was entered of the people. */
  async expire(now: Date): Promise<number> { return changeRows(this.database.writer, `UPDATE roster_entries SET state = 'expired', ${forgotten} WHERE state = 'pending' AND expires_at <= :now`, { now: toDbTime(now) }); }
  /** Before a message goes, so that none goes twice. */
  async markSent(id: string, now: Date): Promise<boolean> { return (await changeRows(this.database.writer, "UPDATE roster_entries SET sent_at = :now WHERE id = :id AND sent_at IS NULL AND state = 'pending'", { id, now: toDbTime(now) })) === 1; }
  async markReminded(id: string, now: Date, unlessSince: Date): Promise<boolean> {
    return (await changeRows(this.database.writer, "UPDATE roster_entries SET reminded_at = :now WHERE id = :id AND state = 'pending' AND expires_at > :now AND created_at <= :now AND (reminded_at IS NULL OR reminded_at <= :unlessSince)", { id, now: toDbTime(now), unlessSince: toDbTime(unlessSince) })) === 1;
  }
  /** Long after they were answered; a no is kept for as long as it is to be heeded. */
  async forget(before: Date): Promise<number> { return changeRows(this.database.writer, "DELETE FROM roster_entries WHERE state IN ('accepted', 'withdrawn', 'expired') AND expires_at < :before", { before: toDbTime(before) }); }
  async moveUnit(fromUnit: string, toUnit: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE roster_entries SET unit_id = :toUnit WHERE unit_id = :fromUnit', { fromUnit, toUnit }); }
  async moveCounty(fromCounty: string, toCounty: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE roster_entries SET county_id = :toCounty WHERE county_id = :fromCounty', { fromCounty, toCounty }); }
}

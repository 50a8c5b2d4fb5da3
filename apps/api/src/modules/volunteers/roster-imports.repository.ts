import { Injectable } from '@nestjs/common';
import type { RosterEntryState, rosterImportQuery, RosterState, ScopeKind } from '@kepu/contracts';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, toDbTime } from '../../platform/database/index.js';
import { likePattern } from '../../platform/pinyin/pinyin.js';
import { RosterImportEntity, RosterRowEntity } from './roster.entity.js';
import { visibleRosters } from './roster.policy.js';

/** A roster with its maker. */
export interface RosterImportRow {
  readonly id: string; readonly state: RosterState; readonly fileName: string; readonly scopeKind: ScopeKind; readonly scopeId: string | null; readonly body: string; readonly layout: string; readonly rowsRead: number; readonly faultyRows: number; readonly kept: number;
  readonly createdBy: string; readonly createdByName: string; readonly createdAt: string; readonly version: number;
}
/** A row of a preview. */
export interface SealedRow { readonly id: string; readonly rowNo: number; readonly sealed: string }

const named = `SELECT m.id AS id, m.state AS state, m.file_name AS fileName, m.scope_kind AS scopeKind, m.scope_id AS scopeId, m.body AS body, m.layout AS layout, m.rows_read AS rowsRead, m.faulty_rows AS faultyRows, m.kept AS kept, m.created_by AS createdBy,
  a.name AS createdByName, m.created_at AS createdAt, m.version AS version FROM roster_imports m JOIN accounts a ON a.id = m.created_by`;
const sorts = { createdAt: 'm.created_at', fileName: 'm.file_name' } as const;
/** How many rows one statement takes. */
const AT_ONCE = 200;

/** Rows of `roster_imports` and `roster_rows`. */
@Injectable()
export class RosterImportsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: z.output<typeof rosterImportQuery>): Promise<{ rows: RosterImportRow[]; total: number }> {
    const where = allOf([
      visibleRosters(actor), ...(query.state ? [{ sql: 'm.state = :state', params: { state: query.state } }] : []), ...(query.ids ? [memberOf('m.id', query.ids, 'ids')] : []),
      ...(query.q ? [{ sql: "m.file_name LIKE :q ESCAPE '!'", params: { q: likePattern(query.q) } }] : []),
    ]);
    const sort = query.sort ?? '-createdAt';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<RosterImportRow>(this.database.reader, `${named} WHERE ${where.sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, m.id ${direction} LIMIT :limit OFFSET :offset`,
      { ...where.params, limit: query.perPage, offset: (query.page - 1) * query.perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM roster_imports m WHERE ${where.sql}`, where.params);
    return { rows, total: Number(count?.total ?? 0) };
  }

  async findFor(actor: Actor, id: string): Promise<RosterImportRow | null> {
    const { sql, params } = allOf([visibleRosters(actor), { sql: 'm.id = :id', params: { id } }]);
    return (await readRows<RosterImportRow>(this.database.reader, `${named} WHERE ${sql}`, params))[0] ?? null;
  }

  /** How the people of rosters have answered. */
  async counts(ids: readonly string[], now: Date): Promise<ReadonlyMap<string, Partial<Record<RosterEntryState, number>>>> {
    const { sql, params } = memberOf('e.import_id', ids, 'imports');
    const rows = await readRows<{ importId: string; state: RosterEntryState; total: number | string }>(this.database.reader, `
      SELECT s.importId AS importId, s.state AS state, COUNT(*) AS total FROM (
        SELECT e.import_id AS importId, CASE WHEN e.state = 'pending' AND e.expires_at <= :now THEN 'expired' ELSE e.state END AS state FROM roster_entries e WHERE ${sql}
      ) s GROUP BY s.importId, s.state`, { ...params, now: toDbTime(now) });
    const found = new Map<string, Partial<Record<RosterEntryState, number>>>();
    for (const { importId, state, total } of rows) found.set(importId, { ...found.get(importId), [state]: Number(total) });
    return found;
  }

  /** Rows of a roster that the caller has found, those with problems first. */
  async rows(importId: string, { faulty, limit, offset }: { readonly faulty?: boolean; readonly limit: number; readonly offset: number }): Promise<{ rows: SealedRow[]; total: number }> {
    const where = `r.import_id = :importId${faulty === undefined ? '' : ` AND r.faulty = ${faulty ? 1 : 0}`}`;
    const rows = await readRows<SealedRow>(this.database.reader, `SELECT r.id AS id, r.row_no AS rowNo, r.sealed AS sealed FROM roster_rows r WHERE ${where} ORDER BY r.faulty DESC, r.row_no LIMIT :limit OFFSET :offset`, { importId, limit, offset });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM roster_rows r WHERE ${where}`, { importId });
    return { rows, total: Number(count?.total ?? 0) };
  }

  async insert(row: RosterImportEntity, rows: readonly RosterRowEntity[]): Promise<void> {
    await insertRows(this.database.writer, RosterImportEntity, [row]);
    for (let at = 0; at < rows.length; at += AT_ONCE) await insertRows(this.database.writer, RosterRowEntity, rows.slice(at, at + AT_ONCE));
  }
  /** One of many who decide over it, against the version that they saw. */
  async advance(id: string, version: number, from: RosterState, to: RosterState): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE roster_imports SET state = :to, version = version + 1 WHERE id = :id AND version = :version AND state = :from', { id, version, from, to })) === 1;
  }
  async dropRows(id: string): Promise<void> {
    await changeRows(this.database.writer, 'DELETE FROM roster_rows WHERE import_id = :id', { id });
    await changeRows(this.database.writer, 'UPDATE roster_imports SET kept = 0 WHERE id = :id', { id });
  }
  /** Rosters whose rows were kept for their time. */
  async outlived(before: Date, limit: number): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.reader, 'SELECT m.id AS id FROM roster_imports m WHERE m.kept = 1 AND m.created_at < :before ORDER BY m.id LIMIT :limit', { before: toDbTime(before), limit });
    return rows.map(({ id }) => id);
  }
  /** A preview that nobody decided over is dropped with its rows. */
  async lapse(id: string): Promise<void> { await changeRows(this.database.writer, "UPDATE roster_imports SET state = 'discarded', version = version + 1 WHERE id = :id AND state = 'previewed'", { id }); }
  async scopeName(kind: 'division' | 'unit', id: string): Promise<string | null> {
    return (await readRows<{ name: string }>(this.database.reader, `SELECT s.name AS name FROM ${kind === 'unit' ? 'units' : 'divisions'} s WHERE s.id = :id`, { id }))[0]?.name ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import type { ActivityKind, BatchFailure, BatchFill, batchQuery, BatchState, BatchStep, Permission } from '@kepu/contracts';
import type { z } from 'zod';
import { reachOf, type Actor } from '../../../platform/auth/actor.js';
import { allOf, anyOf, changeRows, Database, escapeLike, everything, insertRows, memberOf, readRows, startsWith, takeTurn, toDbTime, type Predicate } from '../../../platform/database/index.js';
import { BatchEntity } from './batch.entity.js';

type BatchPermission = Extract<Permission, `batch:${string}`>;
type Filters = Partial<Omit<z.output<typeof batchQuery>, 'page' | 'perPage'>>;
/** A batch as a list reads it, with the sums of its draft. */
export interface BatchRow {
  readonly id: string; readonly number: string; readonly title: string; readonly fromDay: string; readonly toDay: string; readonly countyId: string | null; readonly countyName: string | null; readonly reachId: string | null; readonly kinds: string; readonly services: number; readonly fill: BatchFill;
  readonly state: BatchState; readonly done: number; readonly total: number; readonly step: BatchStep | null; readonly runs: number; readonly weightsNumber: number | null; readonly people: number; readonly lost: number; readonly asked: number; readonly skipped: number; readonly failure: BatchFailure | null; readonly jobId: string;
  readonly createdAt: string; readonly createdBy: string; readonly createdByName: string; readonly finishedAt: string | null; readonly sentAt: string | null; readonly version: number;
}
/** What a draft comes to. `filled` and `covered` count no seat that a position has not. */
export interface BatchSums { readonly positions: number; readonly places: number; readonly filled: number; readonly needed: number; readonly covered: number; readonly placed: number; readonly settled: number }

const columns = `b.id AS id, b.number AS number, b.title AS title, b.from_day AS fromDay, b.to_day AS toDay, b.county_id AS countyId, d.name AS countyName, b.reach_id AS reachId, b.kinds AS kinds, b.services AS services, b.fill AS fill, b.state AS state, b.done AS done, b.total AS total, b.step AS step, b.runs AS runs,
  b.weights_number AS weightsNumber, b.people AS people, b.lost AS lost, b.asked AS asked, b.skipped AS skipped, b.failure AS failure, b.job_id AS jobId, b.created_at AS createdAt, b.created_by AS createdBy, c.name AS createdByName, b.finished_at AS finishedAt, b.sent_at AS sentAt, b.version AS version`;
const from = 'FROM batches b JOIN accounts c ON c.id = b.created_by LEFT JOIN divisions d ON d.id = b.county_id';

/** Batches that were ordered under a reach that lies within the actor's: one of the city holds people whom a county does not see. */
const visible = (actor: Actor, permission: BatchPermission): Predicate => {
  const reach = reachOf(actor, permission);
  return reach === 'all' ? everything : anyOf(reach.divisions.map((code, index) => startsWith('b.reach_id', code, `reach${index}`)));
};

/** Rows of `batches`. */
@Injectable()
export class BatchesRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, { ids, state, sort, q }: Filters, window?: { offset: number; limit: number }, permission: BatchPermission = 'batch:read'): Promise<{ rows: BatchRow[]; total: number }> {
    const scope = allOf([
      visible(actor, permission), ...(ids ? [memberOf('b.id', ids, 'ids')] : []), ...(state === undefined ? [{ sql: "b.state <> 'discarded'", params: {} }] : [{ sql: 'b.state = :state', params: { state } }]),
      ...(q === undefined ? [] : [{ sql: "b.title LIKE :title ESCAPE '!' OR b.number = :number", params: { title: `%${escapeLike(q)}%`, number: q.toUpperCase() } }]),
    ]);
    const direction = sort === 'ordered' ? 'ASC' : 'DESC';
    const rows = await readRows<BatchRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${scope.sql} ORDER BY b.created_at ${direction}, b.id ${direction}${window ? ` LIMIT ${window.limit} OFFSET ${window.offset}` : ''}`, scope.params);
    if (!window) return { rows, total: rows.length };
    const [counted] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${scope.sql}`, scope.params);
    return { rows, total: Number(counted?.total ?? 0) };
  }
  async findFor(actor: Actor, id: string, permission: BatchPermission): Promise<BatchRow | null> {
    const scope = allOf([visible(actor, permission), { sql: 'b.id = :id', params: { id } }]);
    return (await readRows<BatchRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${scope.sql}`, scope.params))[0] ?? null;
  }
  /** For the worker, which acts on what a person has ordered. */
  find(id: string): Promise<BatchEntity | null> { return this.database.reader.findOneBy(BatchEntity, { id }); }

  async sums(ids: readonly string[]): Promise<ReadonlyMap<string, BatchSums>> {
    if (ids.length === 0) return new Map();
    const { sql, params } = memberOf('p.batch_id', ids, 'ids');
    const rows = await readRows<{ id: string } & Record<keyof BatchSums, number | string>>(this.database.reader, `
      SELECT x.id AS id, COUNT(*) AS positions, SUM(x.places) AS places, SUM(x.filled) AS filled, SUM(x.minimum) AS needed, SUM(CASE WHEN x.filled < x.minimum THEN x.filled ELSE x.minimum END) AS covered, SUM(x.settled) AS settled, 0 AS placed
      FROM (SELECT p.batch_id AS id, p.places AS places, p.minimum AS minimum, COUNT(l.id) AS filled, COALESCE(SUM(CASE WHEN l.lock_state = 'fixed' THEN 1 ELSE 0 END), 0) AS settled
        FROM batch_positions p LEFT JOIN batch_places l ON l.batch_id = p.batch_id AND l.position_id = p.position_id AND l.placed = 1 WHERE ${sql} GROUP BY p.id, p.batch_id, p.places, p.minimum) x GROUP BY x.id`, params);
    const people = await readRows<{ id: string; placed: number | string }>(this.database.reader, `SELECT p.batch_id AS id, COUNT(DISTINCT p.volunteer_id) AS placed FROM batch_places p WHERE p.placed = 1 AND ${sql} GROUP BY p.batch_id`, params);
    const placed = new Map(people.map((row) => [row.id, Number(row.placed)]));
    return new Map(rows.map(({ id, ...row }) => [id, {
      positions: Number(row.positions), places: Number(row.places), filled: Number(row.filled), needed: Number(row.needed), covered: Number(row.covered), settled: Number(row.settled), placed: placed.get(id) ?? 0,
    }]));
  }

  insert(row: BatchEntity): Promise<void> { return insertRows(this.database.writer, BatchEntity, [row]); }
  /** A step out of the states given: of two at once, one takes it. */
  async step(id: string, states: readonly BatchState[], changes: Partial<BatchEntity>, version?: number): Promise<boolean> {
    const update = this.database.writer.createQueryBuilder().update(BatchEntity).set(changes).where('id = :id AND state IN (:...states)', { id, states });
    if (version !== undefined) update.andWhere('version = :version', { version });
    return (await update.execute()).affected === 1;
  }
  /** The turn of whoever changes a draft: false where it is none any more. */
  async editing(id: string): Promise<boolean> {
    return (await changeRows(this.database.writer, "UPDATE batches SET version = version + 1 WHERE id = :id AND state = 'draft'", { id })) === 1;
  }
  /** How far it is. False once it was cancelled. On MariaDB a row that says the same already is no change, so the state is read. */
  async progress(id: string, state: 'running' | 'sending', done: number, total: number, step: BatchStep): Promise<boolean> {
    await changeRows(this.database.writer, 'UPDATE batches SET done = :done, total = :total, step = :step WHERE id = :id AND state = :state', { id, state, done, total, step });
    return (await readRows(this.database.writer, 'SELECT b.id AS id FROM batches b WHERE b.id = :id AND b.state = :state', { id, state })).length === 1;
  }
  /** Those who order batches, one after the other. First thing in a unit. */
  turn(): Promise<void> { return takeTurn(this.database, 'batches'); }
  /** How many batches of a person wait or run. */
  async openOf(createdBy: string): Promise<number> {
    const [row] = await readRows<{ total: number | string }>(this.database.writer, "SELECT COUNT(*) AS total FROM batches b WHERE b.created_by = :createdBy AND b.state IN ('waiting', 'running')", { createdBy });
    return Number(row?.total ?? 0);
  }
  /** Batches whose rows have been kept for their time. */
  over(before: Date, limit: number): Promise<{ id: string; inputId: string | null }[]> {
    return readRows(this.database.writer, `SELECT b.id AS id, b.input_id AS inputId FROM batches b WHERE b.created_at < :before AND b.state NOT IN ('waiting', 'running', 'sending') ORDER BY b.created_at LIMIT ${limit}`, { before: toDbTime(before) });
  }
  async remove(id: string): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM batches WHERE id = :id', { id }); }
}

/** Kinds as a row keeps them. */
export const kindsOf = (row: Pick<BatchRow, 'kinds'>): ActivityKind[] => JSON.parse(row.kinds) as ActivityKind[];

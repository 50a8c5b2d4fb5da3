import { Injectable } from '@nestjs/common';
import type { packQuery, PackState, PackStep, Permission } from '@kepu/contracts';
import type { z } from 'zod';
import { reachOf, type Actor, type Reach } from '../../../platform/auth/actor.js';
import { allOf, anyOf, changeRows, Database, everything, insertRows, memberOf, readRows, startsWith, takeTurn, toDbTime, type Predicate } from '../../../platform/database/index.js';
import { visiblePlans } from '../plan.policy.js';
import { PackEntity } from './pack.entity.js';

type PackPermission = Extract<Permission, `pack:${string}` | 'plan:write'>;
type Filters = Partial<Omit<z.output<typeof packQuery>, 'page' | 'perPage'>>;
/** A pack as a list reads it, with the names that it shows. */
export interface PackRow {
  readonly id: string; readonly number: string; readonly planId: string; readonly planTitle: string; readonly planYear: number; readonly planState: 'draft' | 'issued' | 'closed'; readonly unitId: string | null; readonly unitName: string | null; readonly programmeId: string | null; readonly programmeName: string | null;
  readonly fromDay: string | null; readonly toDay: string | null; readonly state: PackState; readonly done: number; readonly total: number; readonly step: PackStep | null; readonly fileId: string | null; readonly size: number | null; readonly files: number | null; readonly leftPersonal: number | null; readonly leftPhotos: number | null;
  readonly failure: PackEntity['failure']; readonly jobId: string; readonly createdAt: string; readonly createdBy: string; readonly createdByName: string; readonly finishedAt: string | null; readonly version: number;
}

const columns = `k.id AS id, k.number AS number, k.plan_id AS planId, p.title AS planTitle, p.year AS planYear, p.state AS planState, k.unit_id AS unitId, u.name AS unitName, k.programme_id AS programmeId, pp.name AS programmeName, k.from_day AS fromDay, k.to_day AS toDay, k.state AS state, k.done AS done, k.total AS total,
  k.step AS step, k.file_id AS fileId, k.size AS size, k.files AS files, k.left_personal AS leftPersonal, k.left_photos AS leftPhotos, k.failure AS failure, k.job_id AS jobId, k.created_at AS createdAt, k.created_by AS createdBy, c.name AS createdByName, k.finished_at AS finishedAt, k.version AS version`;
const from = `FROM packs k JOIN plans p ON p.id = k.plan_id JOIN accounts c ON c.id = k.created_by LEFT JOIN units u ON u.id = k.unit_id LEFT JOIN programmes pp ON pp.id = k.programme_id LEFT JOIN units su ON k.scope_kind = 'unit' AND su.id = k.scope_id`;

/** Packs that were ordered under a reach that lies within another one: one of the city holds more than a county or a unit reads. */
const orderedWithin = (reach: Reach, name: string): Predicate => (reach === 'all' ? everything : anyOf([
  ...reach.divisions.map((code, index) => allOf([{ sql: "k.scope_kind = 'division'", params: {} }, startsWith('k.scope_id', code, `${name}Division${index}`)])),
  ...reach.unitPaths.map((path, index) => allOf([{ sql: "k.scope_kind = 'unit'", params: {} }, startsWith('su.path', path, `${name}Path${index}`)])),
]));
/** Packs that were ordered under a reach which the actor holds too. Who reads no letters there sees none that may hold them. */
const visiblePacks = (actor: Actor, permission: PackPermission): Predicate => allOf([
  orderedWithin(reachOf(actor, permission), 'scope'), anyOf([{ sql: 'k.letters = 0', params: {} }, orderedWithin(reachOf(actor, 'prompt:read'), 'letters')]),
]);
const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);

/** Rows of `packs`. */
@Injectable()
export class PacksRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, { ids, planId, unitId, state, sort, q }: Filters, window?: { offset: number; limit: number }, permission: PackPermission = 'pack:read'): Promise<{ rows: PackRow[]; total: number }> {
    const scope = allOf([
      visiblePlans(actor), visiblePacks(actor, permission), ...equal('k.plan_id', 'planId', planId), ...equal('k.unit_id', 'unitId', unitId), ...equal('k.state', 'state', state), ...(ids ? [memberOf('k.id', ids, 'ids')] : []), ...equal('k.number', 'number', q?.toUpperCase()),
    ]);
    const direction = sort === 'ordered' ? 'ASC' : 'DESC';
    const rows = await readRows<PackRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${scope.sql} ORDER BY k.created_at ${direction}, k.id ${direction}${window ? ` LIMIT ${window.limit} OFFSET ${window.offset}` : ''}`, scope.params);
    if (!window) return { rows, total: rows.length };
    const [counted] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${scope.sql}`, scope.params);
    return { rows, total: Number(counted?.total ?? 0) };
  }
  async findFor(actor: Actor, id: string, permission: PackPermission): Promise<PackRow | null> { return (await this.listFor(actor, { ids: [id] }, undefined, permission)).rows[0] ?? null; }
  /** For the worker, which acts on what a person has ordered. */
  find(id: string): Promise<PackEntity | null> { return this.database.reader.findOneBy(PackEntity, { id }); }
  async ofOrder(orderKey: string): Promise<string | null> { return (await this.database.reader.findOneBy(PackEntity, { orderKey }))?.id ?? null; }

  insert(row: PackEntity): Promise<void> { return insertRows(this.database.writer, PackEntity, [row]); }
  /** A step out of the states given: of two at once, one takes it. */
  async step(id: string, states: readonly PackState[], changes: Partial<PackEntity>, version?: number): Promise<boolean> {
    const update = this.database.writer.createQueryBuilder().update(PackEntity).set(changes).where('id = :id AND state IN (:...states)', { id, states });
    if (version !== undefined) update.andWhere('version = :version', { version });
    return (await update.execute()).affected === 1;
  }
  /** How far it is. False once it was cancelled. On MariaDB a row that says the same already is no change, so the state is read. */
  async progress(id: string, done: number, total: number, step: PackStep): Promise<boolean> {
    await changeRows(this.database.writer, "UPDATE packs SET done = :done, total = :total, step = :step WHERE id = :id AND state = 'making'", { id, done, total, step });
    return (await readRows(this.database.writer, "SELECT k.id AS id FROM packs k WHERE k.id = :id AND k.state = 'making'", { id })).length === 1;
  }
  /** Those who order packs, one after the other. First thing in a unit. */
  turn(): Promise<void> { return takeTurn(this.database, 'packs'); }
  /** How many packs of a person wait or are in the making. */
  async openOf(createdBy: string): Promise<number> {
    const [row] = await readRows<{ total: number | string }>(this.database.writer, "SELECT COUNT(*) AS total FROM packs k WHERE k.created_by = :createdBy AND k.state IN ('waiting', 'making')", { createdBy });
    return Number(row?.total ?? 0);
  }
  /** Those that can be fetched and hold some bytes. Inside a unit. */
  readyWith(hash: string): Promise<{ id: string; fileId: string | null; version: number }[]> {
    return readRows(this.database.writer, "SELECT k.id AS id, k.file_id AS fileId, k.version AS version FROM packs k WHERE k.state = 'ready' AND INSTR(k.hashes, :hash) > 0", { hash });
  }
  /** Those whose time is over. */
  readyBefore(before: Date, limit: number): Promise<{ id: string; fileId: string | null; version: number }[]> {
    return readRows(this.database.writer, `SELECT k.id AS id, k.file_id AS fileId, k.version AS version FROM packs k WHERE k.state = 'ready' AND k.finished_at < :before ORDER BY k.finished_at LIMIT ${limit}`, { before: toDbTime(before) });
  }
  /** A unit that was merged: its successor sees what was ordered for it, and what is in the making is of the successor's work. */
  async moveUnit(fromId: string, toId: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.writer, "SELECT k.id AS id FROM packs k WHERE k.scope_kind = 'unit' AND k.scope_id = :fromId OR k.unit_id = :fromId AND k.state IN ('waiting', 'making')", { fromId });
    await changeRows(this.database.writer, "UPDATE packs SET scope_id = :toId, version = version + 1 WHERE scope_kind = 'unit' AND scope_id = :fromId", { fromId, toId });
    await changeRows(this.database.writer, "UPDATE packs SET unit_id = :toId WHERE unit_id = :fromId AND state IN ('waiting', 'making')", { fromId, toId });
    return rows.map(({ id }) => id);
  }
}

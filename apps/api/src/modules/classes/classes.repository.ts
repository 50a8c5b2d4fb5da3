import { Injectable } from '@nestjs/common';
import type { pupilClassQuery } from '@kepu/contracts';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, searching } from '../../platform/database/index.js';
import { classesWithin } from './class.policy.js';
import { PupilClassEntity } from './pupil-class.entity.js';

/** A class with the names around it. */
export interface ClassRow {
  readonly id: string; readonly name: string; readonly code: string; readonly unitId: string; readonly unitName: string; readonly unitPath: string; readonly divisionId: string; readonly countyId: string; readonly countyName: string; readonly teacherId: string; readonly teacherName: string;
  readonly pupils: number | string; readonly registered: number | string; readonly archivedAt: string | null; readonly createdAt: string; readonly version: number;
}

const selected = `SELECT c.id AS id, c.name AS name, c.code AS code, c.unit_id AS unitId, u.name AS unitName, u.path AS unitPath, u.division_id AS divisionId, c.county_id AS countyId, d.name AS countyName, c.teacher_id AS teacherId, t.name AS teacherName,
  (SELECT COUNT(*) FROM pupils p WHERE p.class_id = c.id) AS pupils, (SELECT COUNT(*) FROM pupils r WHERE r.class_id = c.id AND r.volunteer_id IS NOT NULL) AS registered, c.archived_at AS archivedAt, c.created_at AS createdAt, c.version AS version`;
const from = 'FROM pupil_classes c JOIN units u ON u.id = c.unit_id JOIN divisions d ON d.id = c.county_id JOIN accounts t ON t.id = c.teacher_id';
const sorts = { name: 'c.name', createdAt: 'c.created_at' } as const;

/** Rows of `pupil_classes`. */
@Injectable()
export class ClassesRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: z.output<typeof pupilClassQuery>): Promise<{ rows: ClassRow[]; total: number }> {
    const where = allOf([
      classesWithin(actor), { sql: query.archived === true ? 'c.archived_at IS NOT NULL' : 'c.archived_at IS NULL', params: {} }, ...(query.unitId ? [{ sql: 'c.unit_id = :unitId', params: { unitId: query.unitId } }] : []),
      ...(query.ids ? [memberOf('c.id', query.ids, 'ids')] : []), ...(query.q ? [searching(['c.name', 'c.code'], query.q, 'q')] : []),
    ]);
    const sort = query.sort ?? '-createdAt';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<ClassRow>(this.database.reader, `${selected} ${from} WHERE ${where.sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, c.id ${direction} LIMIT :limit OFFSET :offset`,
      { ...where.params, limit: query.perPage, offset: (query.page - 1) * query.perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${where.sql}`, where.params);
    return { rows, total: Number(count?.total ?? 0) };
  }

  async findFor(actor: Actor, id: string): Promise<ClassRow | null> {
    const within = classesWithin(actor);
    return (await readRows<ClassRow>(this.database.reader, `${selected} ${from} WHERE c.id = :id AND ${within.sql}`, { ...within.params, id }))[0] ?? null;
  }

  /** A county that lies open. */
  async isCounty(code: string, today: string): Promise<boolean> {
    return (await readRows(this.database.reader, "SELECT d.id AS id FROM divisions d WHERE d.id = :code AND d.kind = 'county' AND (d.closed_on IS NULL OR d.closed_on > :today)", { code, today })).length > 0;
  }

  insert(row: PupilClassEntity): Promise<void> { return insertRows(this.database.writer, PupilClassEntity, [row]); }
  /** Answers whether the version was still the one given. */
  async update(id: string, version: number, changes: Partial<PupilClassEntity>): Promise<boolean> {
    return (await this.database.writer.update(PupilClassEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }
  /** The turn at a class: its roll, and whether it has ended, stay as they are until the unit is over. Answers whether it is open. */
  async takeTurn(id: string): Promise<boolean> { return (await changeRows(this.database.writer, 'UPDATE pupil_classes SET version = version + 1 WHERE id = :id AND archived_at IS NULL', { id })) === 1; }
  /** A school has become another one; a name that both had may stand twice then. */
  async moveUnit(from: string, to: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE pupil_classes SET unit_id = :to, open_key = NULL, version = version + 1 WHERE unit_id = :from', { from, to }); }
}

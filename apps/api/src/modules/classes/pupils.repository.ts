import { Injectable } from '@nestjs/common';
import type { Relation } from '@kepu/contracts';
import { changeRows, Database, insertRows, memberOf, readRows } from '../../platform/database/index.js';
import { PupilEntity } from './pupil-class.entity.js';

/** A pupil with the account that came of it. */
export interface PupilRow {
  readonly id: string; readonly classId: string; readonly volunteerId: string | null; readonly nameSealed: string | null; readonly writtenBornOn: string | null; readonly guardianNameSealed: string | null; readonly guardianPhoneSealed: string | null; readonly relation: Relation;
  readonly scanId: string | null; readonly scanPage: number | null; readonly registeredAt: string | null; readonly version: number; readonly shownName: string | null; readonly accountState: string | null; readonly number: string | null; readonly bornOn: string | null;
}

const selected = `SELECT p.id AS id, p.class_id AS classId, p.volunteer_id AS volunteerId, p.name_sealed AS nameSealed, p.born_on AS writtenBornOn, p.guardian_name_sealed AS guardianNameSealed, p.guardian_phone_sealed AS guardianPhoneSealed, p.relation AS relation,
  p.scan_id AS scanId, p.scan_page AS scanPage, p.registered_at AS registeredAt, p.version AS version, a.name AS shownName, a.state AS accountState, v.number AS number, v.born_on AS bornOn
  FROM pupils p LEFT JOIN volunteers v ON v.id = p.volunteer_id LEFT JOIN accounts a ON a.id = v.id`;

/** Rows of `pupils`. Who may see them is decided by their class. */
@Injectable()
export class PupilsRepository {
  constructor(private readonly database: Database) {}

  ofClass(classId: string): Promise<PupilRow[]> { return readRows<PupilRow>(this.database.reader, `${selected} WHERE p.class_id = :classId ORDER BY p.added_at, p.id`, { classId }); }
  async find(id: string): Promise<PupilRow | null> { return (await readRows<PupilRow>(this.database.reader, `${selected} WHERE p.id = :id`, { id }))[0] ?? null; }
  /** In which classes a child stands. */
  async classesOf(volunteerId: string): Promise<string[]> { return (await readRows<{ classId: string }>(this.database.reader, 'SELECT p.class_id AS classId FROM pupils p WHERE p.volunteer_id = :volunteerId', { volunteerId })).map(({ classId }) => classId); }
  /** Whose word rests on a scan: registered by it, or signed up by it. */
  async onScan(scanId: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.reader, `SELECT p.volunteer_id AS id FROM pupils p WHERE p.scan_id = :scanId AND p.volunteer_id IS NOT NULL
      UNION SELECT c.minor_id AS id FROM activity_consents c WHERE c.scan_id = :scanId`, { scanId });
    return rows.map(({ id }) => id);
  }
  async count(classId: string): Promise<number> { return Number((await readRows<{ total: number | string }>(this.database.reader, 'SELECT COUNT(*) AS total FROM pupils p WHERE p.class_id = :classId', { classId }))[0]?.total ?? 0); }
  /** Accounts that are still there, of some volunteers. */
  async active(ids: readonly string[]): Promise<string[]> {
    const { sql, params } = memberOf('a.id', ids, 'ids');
    return (await readRows<{ id: string }>(this.database.reader, `SELECT a.id AS id FROM accounts a WHERE ${sql} AND a.state = 'active'`, params)).map(({ id }) => id);
  }

  insert(rows: readonly PupilEntity[]): Promise<void> { return insertRows(this.database.writer, PupilEntity, rows); }
  /** One of two changes wins; who is registered is changed no more. */
  async update(id: string, version: number, changes: Partial<Omit<PupilEntity, 'id' | 'version'>>): Promise<boolean> {
    return (await this.database.writer.update(PupilEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }
  async remove(id: string, version: number): Promise<boolean> { return (await changeRows(this.database.writer, 'DELETE FROM pupils WHERE id = :id AND version = :version AND volunteer_id IS NULL', { id, version })) === 1; }
}

import { Injectable } from '@nestjs/common';
import { Database, insertRows, readRows } from '../../platform/database/index.js';
import { ClassScanEntity } from './pupil-class.entity.js';

/** A scan with its file, and how many slips rest on it. */
export interface ScanRow { readonly id: string; readonly classId: string; readonly fileId: string; readonly name: string; readonly type: string; readonly size: number; readonly createdAt: string; readonly createdBy: string; readonly uses: number | string }

/** Kept apart from what else people hand in, so that no other way leads to it. */
export const SLIP_PURPOSE = 'slip';

const selected = `SELECT s.id AS id, s.class_id AS classId, s.file_id AS fileId, f.name AS name, f.mime AS type, f.size AS size, s.created_at AS createdAt, a.name AS createdBy,
  (SELECT COUNT(*) FROM pupils p WHERE p.scan_id = s.id) + (SELECT COUNT(*) FROM activity_consents c WHERE c.scan_id = s.id) AS uses
  FROM class_scans s JOIN stored_files f ON f.id = s.file_id JOIN accounts a ON a.id = s.created_by`;

/** Rows of `class_scans`. Who may see them is decided by their class. */
@Injectable()
export class ClassScansRepository {
  constructor(private readonly database: Database) {}

  ofClass(classId: string): Promise<ScanRow[]> { return readRows<ScanRow>(this.database.reader, `${selected} WHERE s.class_id = :classId ORDER BY s.created_at DESC, s.id DESC LIMIT 200`, { classId }); }
  async find(id: string): Promise<ScanRow | null> { return (await readRows<ScanRow>(this.database.reader, `${selected} WHERE s.id = :id`, { id }))[0] ?? null; }
  insert(row: ClassScanEntity): Promise<void> { return insertRows(this.database.writer, ClassScanEntity, [row]); }
}

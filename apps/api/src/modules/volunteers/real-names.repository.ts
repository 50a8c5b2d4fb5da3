import { Injectable } from '@nestjs/common';
import { changeRows, Database, insertRows, memberOf, readRows } from '../../platform/database/index.js';
import { RealNameClashEntity, RealNameEntity } from './real-name.entity.js';

/** Whether the hours of somebody can be confirmed; flags are 0 or 1. */
export interface ReadinessRow { readonly id: string; readonly named: number; readonly good: number }

/** Rows of `real_names`: of oneself, and of those whom a caller has proved the right to. */
@Injectable()
export class RealNamesRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<RealNameEntity | null> { return this.database.reader.findOneBy(RealNameEntity, { id }); }
  insert(row: RealNameEntity): Promise<void> { return insertRows(this.database.writer, RealNameEntity, [row]); }
  async replace({ id, ...changes }: RealNameEntity): Promise<void> { await this.database.writer.update(RealNameEntity, { id }, changes); }
  /** Answers whether there was one. */
  async remove(id: string): Promise<boolean> { return (await changeRows(this.database.writer, 'DELETE FROM real_names WHERE id = :id', { id })) === 1; }

  /** Inside a unit: the last number that a person was refused. */
  async noteClash(row: RealNameClashEntity): Promise<void> {
    await this.forgetClash(row.id);
    await insertRows(this.database.writer, RealNameClashEntity, [row]);
  }
  async forgetClash(id: string): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM real_name_clashes WHERE id = :id', { id }); }
  /** People who have given, or were refused, the number that a person was refused or has given. */
  async clashing(id: string): Promise<string[]> {
    const known = 'SELECT r.id AS id, r.number_index AS number_index FROM real_names r UNION ALL SELECT c.id AS id, c.number_index AS number_index FROM real_name_clashes c';
    const rows = await readRows<{ id: string }>(this.database.reader, `
      SELECT DISTINCT o.id AS id FROM (${known}) o WHERE o.id <> :id AND o.number_index IN (SELECT m.number_index FROM (${known}) m WHERE m.id = :id)`, { id });
    return rows.map((row) => row.id);
  }

  readiness(ids: readonly string[]): Promise<ReadinessRow[]> {
    const { sql, params } = memberOf('v.id', ids, 'ids');
    return readRows<ReadinessRow>(this.database.reader, `
      SELECT v.id AS id, CASE WHEN r.id IS NULL THEN 0 ELSE 1 END AS named, CASE WHEN v.standing = 'good' THEN 1 ELSE 0 END AS good FROM volunteers v LEFT JOIN real_names r ON r.id = v.id WHERE ${sql}`, params);
  }
}

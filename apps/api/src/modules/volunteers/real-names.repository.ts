import { Injectable } from '@nestjs/common';
import { changeRows, Database, insertRows, memberOf, readRows } from '../../platform/database/index.js';
import { RealNameEntity } from './real-name.entity.js';

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

  readiness(ids: readonly string[]): Promise<ReadinessRow[]> {
    const { sql, params } = memberOf('v.id', ids, 'ids');
    return readRows<ReadinessRow>(this.database.reader, `
      SELECT v.id AS id, CASE WHEN r.id IS NULL THEN 0 ELSE 1 END AS named, CASE WHEN v.standing = 'good' THEN 1 ELSE 0 END AS good FROM volunteers v LEFT JOIN real_names r ON r.id = v.id WHERE ${sql}`, params);
  }
}

import { Injectable } from '@nestjs/common';
import { Database, insertRows, readRows } from '../../platform/database/index.js';
import { DataAccessEntity } from './data-access.entity.js';

/** Rows of `data_accesses`. */
@Injectable()
export class DataAccessesRepository {
  constructor(private readonly database: Database) {}

  insert(rows: readonly DataAccessEntity[]): Promise<void> { return insertRows(this.database.writer, DataAccessEntity, rows); }

  /** What was seen of one person. */
  async of(personId: string, page: { readonly offset: number; readonly limit: number; readonly descending: boolean }): Promise<{ rows: DataAccessEntity[]; total: number }> {
    const direction = page.descending ? 'DESC' : 'ASC';
    const [rows, total] = await this.database.reader.findAndCount(DataAccessEntity, { where: { personId }, order: { at: direction, id: direction }, skip: page.offset, take: page.limit });
    return { rows, total };
  }

  /** The name of the division or unit that a grant holds in. */
  async scopeName(kind: 'division' | 'unit', id: string): Promise<string | null> {
    const [row] = await readRows<{ name: string }>(this.database.reader, `SELECT s.name AS name FROM ${kind === 'unit' ? 'units' : 'divisions'} s WHERE s.id = :id`, { id });
    return row?.name ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import { Database, readRows } from '../../platform/database/index.js';

const NAME = /^[a-z_]+\.[a-z_]+$/;

/** Counts what people did in the line of work. */
@Injectable()
export class ActsRepository {
  constructor(private readonly database: Database) {}

  /** `column` is a `table.column` that a module has named, never what a person gave. */
  async count(column: string, personId: string): Promise<number> {
    if (!NAME.test(column)) throw new TypeError(`no column: ${column}`);
    const [table = '', name = ''] = column.split('.');
    const [row] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM ${table} t WHERE t.${name} = :personId`, { personId });
    return Number(row?.total ?? 0);
  }
}

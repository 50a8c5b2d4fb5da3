import { Injectable } from '@nestjs/common';
import { changeRows, Database, readRows } from '../../platform/database/index.js';

/** Whole numbers one after the other, from a row of `guard_rows` that whoever takes one holds until the unit ends: two units never read the same. */
@Injectable()
export class Numbers {
  constructor(private readonly database: Database) {}

  /** Inside a unit. `row` is the key of the guard row, made by a migration. */
  async next(row: 'volunteer_numbers' | 'application_numbers' | 'complaint_numbers' | 'order_numbers'): Promise<number> {
    const taken = await changeRows(this.database.writer, 'UPDATE guard_rows SET turn = turn + 1 WHERE id = :row', { row });
    if (taken !== 1) throw new Error(`The guard row ${row} is missing`);
    const [found] = await readRows<{ turn: number }>(this.database.writer, 'SELECT g.turn AS turn FROM guard_rows g WHERE g.id = :row', { row });
    return found?.turn ?? 0;
  }
}

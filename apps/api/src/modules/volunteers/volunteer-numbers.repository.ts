import { Injectable } from '@nestjs/common';
import { changeRows, Database, readRows } from '../../platform/database/index.js';

/** Whole numbers one after the other, from a row of `guard_rows` that whoever takes one holds until the unit ends: two units never read the same. */
@Injectable()
export class VolunteerNumbers {
  constructor(private readonly database: Database) {}

  /** `WZ`, the year, and six digits that go on over the years. Inside the unit that makes the volunteer. */
  async next(today: string): Promise<string> {
    const taken = await changeRows(this.database.writer, "UPDATE guard_rows SET turn = turn + 1 WHERE id = 'volunteer_numbers'", {});
    if (taken !== 1) throw new Error('The guard row volunteer_numbers is missing');
    const [row] = await readRows<{ turn: number }>(this.database.writer, "SELECT g.turn AS turn FROM guard_rows g WHERE g.id = 'volunteer_numbers'");
    return `WZ${today.slice(0, 4)}${String(row?.turn ?? 0).padStart(6, '0')}`;
  }
}

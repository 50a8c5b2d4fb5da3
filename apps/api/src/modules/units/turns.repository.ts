import { Injectable } from '@nestjs/common';
import { changeRows, Database } from '../../platform/database/index.js';

/** Turns at the rules that look over many rows, so that two units of work cannot pass such a check side by side. */
@Injectable()
export class Turns {
  constructor(private readonly database: Database) {}

  /** First thing in a unit that checks names, the tree or succession. Held until the unit ends. */
  async take(guard: 'units' | 'dictionaries'): Promise<void> {
    // On SQLite one unit writes at a time: the unit itself is the turn.
    if (this.database.kind === 'sqlite') return;
    const taken = await changeRows(this.database.writer, 'UPDATE guard_rows SET turn = turn + 1 WHERE id = :guard', { guard });
    if (taken !== 1) throw new Error(`guard row ${guard} is missing`);
  }
}

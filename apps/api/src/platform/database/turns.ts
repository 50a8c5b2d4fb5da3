import type { Database } from './database.js';
import { changeRows } from './sql.js';

/** Takes a turn at a rule over many rows, or at what one person holds: first thing in a unit that looks before it writes, and held until the unit ends. The guard row was made by a migration, or with the person. */
export async function takeTurn(database: Database, guard: string): Promise<void> {
  // On SQLite one unit writes at a time: the unit itself is the turn.
  if (database.kind === 'sqlite') return;
  // Updated, not locked: a lock on a row that is not written does not hold on a Galera cluster.
  if ((await changeRows(database.writer, 'UPDATE guard_rows SET turn = turn + 1 WHERE id = :guard', { guard })) !== 1) throw new Error(`The guard row ${guard} is missing`);
}

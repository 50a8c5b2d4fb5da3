import { Injectable } from '@nestjs/common';
import { changeRows, Database } from '../../platform/database/index.js';

/**
 * Turns at an activity, of a person, at a shift, and at a position: two units of work cannot look side by side at whom an activity takes, at what a person holds, at who is there, or at who waits. Held until the
 * unit ends. They are taken in this order, so that few units wait for each other in a circle; those that do are repeated.
 */
@Injectable()
export class SignupTurns {
  constructor(private readonly database: Database) {}

  atActivity(activityId: string): Promise<void> { return this.take(activityId); }
  ofPerson(volunteerId: string): Promise<void> { return this.take(volunteerId); }
  atShift(shiftId: string): Promise<void> { return this.take(shiftId); }
  atPosition(positionId: string): Promise<void> { return this.take(positionId); }

  private async take(id: string): Promise<void> {
    // On SQLite one unit writes at a time: the unit itself is the turn.
    if (this.database.kind === 'sqlite') return;
    // The row is made by whoever comes first. Written either way: a lock on a row that is not written does not hold on a Galera cluster.
    await changeRows(this.database.writer, 'INSERT INTO guard_rows (id, turn) VALUES (:id, 0) ON DUPLICATE KEY UPDATE turn = turn + 1', { id });
  }
}

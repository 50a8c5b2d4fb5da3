import { Injectable } from '@nestjs/common';
import { changeRows, Database, insertRows } from '../../platform/database/index.js';
import { GuardRowEntity } from './guard-row.entity.js';

/** Turns at what one person may hold once at a time: a place in a pool, a place in a shift. The guard row bears the account's id. */
@Injectable()
export class PersonTurns {
  constructor(private readonly database: Database) {}

  /** Makes the row. Inside the unit that makes the person. */
  async begin(accountId: string): Promise<void> { await insertRows(this.database.writer, GuardRowEntity, [{ id: accountId, turn: 0 }]); }

  /** First thing in a unit that looks over what the person holds. Held until the unit ends. */
  async take(accountId: string): Promise<void> {
    // On SQLite one unit writes at a time: the unit itself is the turn.
    if (this.database.kind === 'sqlite') return;
    const taken = await changeRows(this.database.writer, 'UPDATE guard_rows SET turn = turn + 1 WHERE id = :accountId', { accountId });
    if (taken !== 1) throw new Error(`The guard row of ${accountId} is missing`);
  }
}

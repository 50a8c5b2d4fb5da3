import { Injectable } from '@nestjs/common';
import { Database, insertRows, takeTurn } from '../../platform/database/index.js';
import { GuardRowEntity } from './guard-row.entity.js';

/** Turns at what one person may hold once at a time: a place in a pool, a place in a shift. The guard row bears the account's id. */
@Injectable()
export class PersonTurns {
  constructor(private readonly database: Database) {}

  /** Makes the row. Inside the unit that makes the person. */
  async begin(accountId: string): Promise<void> { await insertRows(this.database.writer, GuardRowEntity, [{ id: accountId, turn: 0 }]); }

  /** First thing in a unit that looks over what the person holds. Held until the unit ends. */
  take(accountId: string): Promise<void> { return takeTurn(this.database, accountId); }
}

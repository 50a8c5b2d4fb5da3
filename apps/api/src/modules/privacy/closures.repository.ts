import { Injectable } from '@nestjs/common';
import { changeRows, Database, insertRows, readRows } from '../../platform/database/index.js';
import { AccountClosureEntity } from './account-closure.entity.js';

/** Accounts that were closed, and what closing asks of an account. */
@Injectable()
export class ClosuresRepository {
  constructor(private readonly database: Database) {}

  async insert(row: AccountClosureEntity): Promise<void> { await insertRows(this.database.writer, AccountClosureEntity, [row]); }

  /** When the session that the person uses began. */
  async sessionBegan(sessionId: string): Promise<Date | null> {
    const [row] = await readRows<{ createdAt: string }>(this.database.reader, 'SELECT s.created_at AS createdAt FROM sessions s WHERE s.id = :sessionId', { sessionId });
    return row ? new Date(row.createdAt) : null;
  }

  /** People whose name has stood long enough with the records. */
  async namesOver(today: string, limit: number): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.reader, 'SELECT c.person_id AS id FROM account_closures c WHERE c.name_until < :today ORDER BY c.person_id LIMIT :limit', { today, limit });
    return rows.map(({ id }) => id);
  }
  /** Inside a unit; answers whether the name was still to go. */
  async nameGone(personId: string): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE account_closures SET name_until = NULL WHERE person_id = :personId AND name_until IS NOT NULL', { personId })) === 1;
  }
}

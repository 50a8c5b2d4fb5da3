import { Injectable } from '@nestjs/common';
import { changeRows, Database, insertRows, readRows, takeTurn } from '../../../platform/database/index.js';
import { SavedFilterEntity } from './saved-filter.entity.js';

/** Rows of `saved_filters`: each is its owner's alone. */
@Injectable()
export class SavedFiltersRepository {
  constructor(private readonly database: Database) {}

  listOf(accountId: string, list: string): Promise<SavedFilterEntity[]> { return this.database.reader.find(SavedFilterEntity, { where: { accountId, list }, order: { name: 'ASC', id: 'ASC' } }); }
  /** Inside a unit: of two that keep at once, one waits for the other. */
  async replace(row: SavedFilterEntity): Promise<number> {
    await takeTurn(this.database, 'saved-filters');
    await this.database.writer.delete(SavedFilterEntity, { accountId: row.accountId, list: row.list, name: row.name });
    await insertRows(this.database.writer, SavedFilterEntity, [row]);
    const [count] = await readRows<{ total: number | string }>(this.database.writer, 'SELECT COUNT(*) AS total FROM saved_filters s WHERE s.account_id = :accountId AND s.list = :list', { accountId: row.accountId, list: row.list });
    return Number(count?.total ?? 0);
  }
  async remove(accountId: string, id: string): Promise<boolean> { return (await changeRows(this.database.writer, 'DELETE FROM saved_filters WHERE id = :id AND account_id = :accountId', { id, accountId })) === 1; }
}

import { foreignId, id, json, text, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Filters of lists that people keep under a name. */
export class CreateSavedFilters1797201000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('saved_filters', {
      columns: { id: id(), account_id: foreignId(), list: text(40), name: text(60), filter: json(), created_at: utc() }, unique: [['account_id', 'list', 'name']], foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
    // Whoever keeps one more waits until it is known how many there are.
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'saved-filters', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'saved-filters')");
  }
}

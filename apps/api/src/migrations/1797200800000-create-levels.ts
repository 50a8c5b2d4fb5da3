import { code, flag, foreignId, id, optional, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Plans of divisions below the city: whose office keeps them, which items of the plan above theirs serve, what is handed down, and measures that are counted below. */
export class CreateLevels1797200800000 extends Migration {
  async change(schema: Schema): Promise<void> {
    const division = (column: string) => ({ column, references: 'divisions' });
    // What was there before there were levels is the city's.
    const city = "(SELECT d.id FROM divisions d WHERE d.kind = 'city')";
    await schema.addColumn('plans', 'office_id', foreignId(), 'division_id');
    await schema.addForeignKey('plans', division('office_id'));
    await schema.addColumn('plan_imports', 'division_id', foreignId(), city);
    await schema.addForeignKey('plan_imports', division('division_id'));
    await schema.addColumn('measures', 'from_below', flag(), '0');
    await schema.createTable('item_parents', {
      columns: { id: id(), item_id: foreignId(), parent_id: foreignId() },
      unique: [['item_id', 'parent_id']], indexes: [['parent_id']], foreignKeys: [{ column: 'item_id', references: 'items' }, { column: 'parent_id', references: 'items' }],
    });
    await schema.createTable('handed_items', {
      columns: { id: id(), item_id: foreignId(), plan_id: foreignId(), division_id: foreignId(), state: code(), handed_at: utc(), handed_by: foreignId(), signed_at: optional(utc()), signed_by: optional(foreignId()), version: version() },
      unique: [['item_id', 'division_id']], indexes: [['division_id', 'state'], ['plan_id']],
      foreignKeys: [{ column: 'item_id', references: 'items' }, { column: 'plan_id', references: 'plans' }, division('division_id'), { column: 'handed_by', references: 'accounts' }, { column: 'signed_by', references: 'accounts' }],
    });
  }
}

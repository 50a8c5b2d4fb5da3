import { lengths } from '@kepu/contracts';
import { digest, foreignId, json, text, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Registrations of one person that were merged, and numbers that say that two may be. */
export class CreateVolunteerMerges1796600004000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('volunteer_merges', {
      primaryKey: ['from_id'],
      columns: { from_id: foreignId(), into_id: foreignId(), reason: text(lengths.note), moved: json(), joined: json(), merged_by: foreignId(), merged_at: utc() },
      indexes: [['into_id']],
      foreignKeys: [{ column: 'from_id', references: 'volunteers' }, { column: 'into_id', references: 'volunteers' }, { column: 'merged_by', references: 'accounts' }],
    });
    await schema.createTable('real_name_clashes', { columns: { id: foreignId(), number_index: digest(), at: utc() }, indexes: [['number_index']], foreignKeys: [{ column: 'id', references: 'volunteers' }] });
    // Families took the turn of rights until now.
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'guardians', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'guardians')");
  }
}

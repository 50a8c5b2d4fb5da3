import { lengths } from '@kepu/contracts';
import { code, digest, encrypted, foreignId, id, optional, text, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Who volunteers are by their documents, and whether their registrations hold. Records from before stay as they are. */
export class CreateRealNames1796600000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.addColumn('volunteers', 'standing', code(), "'good'");
    await schema.createIndex('volunteers', ['standing']);
    await schema.createTable('real_names', {
      columns: { id: foreignId(), kind: code(), number_sealed: encrypted(18), number_index: digest(), given_at: utc(), given_by: optional(foreignId()), seen: optional(text(lengths.note)) },
      unique: [['number_index']],
      foreignKeys: [{ column: 'id', references: 'volunteers' }, { column: 'given_by', references: 'accounts' }],
    });
    await schema.createTable('standing_acts', {
      columns: { id: id(), volunteer_id: foreignId(), action: code(), note: text(lengths.note), actor_id: optional(foreignId()), at: utc() },
      indexes: [['volunteer_id', 'id']],
      foreignKeys: [{ column: 'volunteer_id', references: 'volunteers' }, { column: 'actor_id', references: 'accounts' }],
    });
  }
}

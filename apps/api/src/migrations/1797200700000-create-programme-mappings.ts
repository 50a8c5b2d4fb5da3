import { lengths } from '@kepu/contracts';
import { flag, foreignId, id, optional, text, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Which programme of a later set goes on with one of an earlier set. */
export class CreateProgrammeMappings1797200700000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('programme_mappings', {
      columns: { id: id(), from_id: foreignId(), to_set_id: foreignId(), to_id: optional(foreignId()), ask: flag(), note: optional(text(lengths.note)), version: version() },
      unique: [['from_id', 'to_set_id']], foreignKeys: [{ column: 'from_id', references: 'programmes' }, { column: 'to_set_id', references: 'programme_sets' }, { column: 'to_id', references: 'programmes' }],
    });
  }
}

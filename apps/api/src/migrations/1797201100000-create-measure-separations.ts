import { lengths } from '@kepu/contracts';
import { digest, foreignId, id, integer, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** What the office says of two measures that look as if they counted the same people. */
export class CreateMeasureSeparations1797201100000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('measure_separations', {
      columns: { id: id(), plan_id: foreignId(), measure_a: foreignId(), measure_b: foreignId(), definition: digest(), records: integer(), reason: text(lengths.note), created_at: utc(), created_by: foreignId(), version: version() },
      unique: [['measure_a', 'measure_b']], indexes: [['plan_id']],
      foreignKeys: [{ column: 'plan_id', references: 'plans' }, { column: 'measure_a', references: 'measures', onDelete: 'CASCADE' }, { column: 'measure_b', references: 'measures', onDelete: 'CASCADE' }, { column: 'created_by', references: 'accounts' }],
    });
  }
}

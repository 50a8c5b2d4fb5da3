import { code, day, flag, foreignId, id, integer, json, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Inspection packs, and what somebody says of a photo before it leaves in one. */
export class CreatePacks1797200400000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('packs', {
      columns: {
        id: id(), number: text(20), plan_id: foreignId(), unit_id: optional(foreignId()), programme_id: optional(foreignId()), from_day: optional(day()), to_day: optional(day()), scope_kind: code(), scope_id: optional(foreignId()), letters: flag(), order_key: optional(text(250)), state: code(),
        done: integer(), total: integer(), step: optional(code()), file_id: optional(foreignId()), size: optional(integer()), files: optional(integer()), left_personal: optional(integer()), left_photos: optional(integer()), hashes: optional(json()), failure: optional(code()), job_id: foreignId(),
        created_at: utc(), created_by: foreignId(), finished_at: optional(utc()), version: version(),
      },
      unique: [['number'], ['order_key']], indexes: [['plan_id', 'created_at'], ['state', 'finished_at'], ['scope_kind', 'scope_id'], ['created_by', 'state']],
      foreignKeys: [
        { column: 'plan_id', references: 'plans' }, { column: 'unit_id', references: 'units' }, { column: 'programme_id', references: 'programmes' }, { column: 'file_id', references: 'stored_files' }, { column: 'created_by', references: 'accounts' },
      ],
    });
    await schema.addColumn('file_links', 'faces', optional(code()));
    await schema.addColumn('file_links', 'faces_reach', optional(code()));
    // Whoever marks a file and whoever finishes a pack wait for each other, and so do those who order packs.
    for (const guard of ['file-marks', 'packs']) {
      await schema.execute(`INSERT INTO guard_rows (id, turn) SELECT '${guard}', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = '${guard}')`);
    }
  }
}

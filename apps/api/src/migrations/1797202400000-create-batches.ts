import { batchLimits } from '@kepu/contracts';
import { code, day, digest, flag, foreignId, id, integer, json, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Batches (批量安排): orders, positions, and who is in them. */
export class CreateBatches1797202400000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('batches', {
      columns: {
        id: id(), number: text(20), title: text(batchLimits.title), from_day: day(), to_day: day(), county_id: optional(foreignId()), reach_id: optional(foreignId()), kinds: json(), services: integer(), fill: code(), state: code(), done: integer(), total: integer(), step: optional(code()), runs: integer(),
        weights_number: optional(integer()), people: integer(), lost: integer(), input_id: optional(foreignId()), result_digest: optional(digest()), asked: integer(), skipped: integer(), failure: optional(code()), job_id: foreignId(), created_at: utc(), created_by: foreignId(), finished_at: optional(utc()),
        sent_at: optional(utc()), sent_by: optional(foreignId()), version: version(),
      },
      unique: [['number']], indexes: [['created_at'], ['state', 'finished_at'], ['created_by', 'state']],
      foreignKeys: [
        { column: 'county_id', references: 'divisions' }, { column: 'reach_id', references: 'divisions' }, { column: 'input_id', references: 'stored_files' }, { column: 'created_by', references: 'accounts' }, { column: 'sent_by', references: 'accounts' },
      ],
    });
    await schema.createTable('batch_positions', {
      columns: { id: id(), batch_id: foreignId(), position_id: foreignId(), places: integer(), minimum: integer(), price: integer(), cause: optional(code()), candidates: integer(), locked_out: integer(), elsewhere: integer(), limits: integer() },
      unique: [['batch_id', 'position_id']], foreignKeys: [{ column: 'batch_id', references: 'batches', onDelete: 'CASCADE' }, { column: 'position_id', references: 'positions', onDelete: 'CASCADE' }],
    });
    await schema.createTable('batch_places', {
      columns: { id: id(), batch_id: foreignId(), position_id: foreignId(), volunteer_id: foreignId(), placed: flag(), lock_state: code(), by_staff: flag(), reasons: json(), against: optional(json()), outcome: optional(code()) },
      unique: [['batch_id', 'position_id', 'volunteer_id']], indexes: [['volunteer_id']],
      foreignKeys: [{ column: 'batch_id', references: 'batches', onDelete: 'CASCADE' }, { column: 'position_id', references: 'positions', onDelete: 'CASCADE' }, { column: 'volunteer_id', references: 'volunteers' }],
    });
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'batches', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'batches')");
  }
}

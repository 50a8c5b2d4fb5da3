import { lengths } from '@kepu/contracts';
import { code, day, foreignId, id, integer, json, optional, text, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** The two ledgers, and the weights of matching. */
export class CreateRecords1796300003000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('service_records', {
      columns: {
        id: id(), once_key: text(80), volunteer_id: foreignId(), activity_id: foreignId(), shift_id: foreignId(), signup_id: foreignId(), unit_id: foreignId(),
        day: day(), minutes: integer(), ledger: code(), rule: code(), reverses_id: optional(foreignId()), reason: optional(text(lengths.note)), confirmed_by: foreignId(),
        created_at: utc(),
      },
      unique: [['once_key'], ['reverses_id']],
      indexes: [['volunteer_id', 'day'], ['activity_id'], ['unit_id', 'day']],
      foreignKeys: [
        { column: 'volunteer_id', references: 'volunteers' },
        { column: 'activity_id', references: 'activities' },
        { column: 'shift_id', references: 'shifts' },
        { column: 'signup_id', references: 'signups' },
        { column: 'unit_id', references: 'units' },
        { column: 'reverses_id', references: 'service_records' },
        { column: 'confirmed_by', references: 'accounts' },
      ],
    });
    await schema.createTable('matching_weights', {
      columns: {
        id: id(), number: integer(), weights: json(), note: text(lengths.note), created_at: utc(), created_by: optional(foreignId()),
      },
      unique: [['number']],
      foreignKeys: [
        { column: 'created_by', references: 'accounts' },
      ],
    });
  }
}

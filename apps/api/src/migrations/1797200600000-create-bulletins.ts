import { lengths } from '@kepu/contracts';
import { code, day, foreignId, id, integer, json, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Bulletins and summaries, and the records that their numbers are sums of. */
export class CreateBulletins1797200600000 extends Migration {
  async change(schema: Schema): Promise<void> {
    const account = (column: string) => ({ column, references: 'accounts' });
    await schema.createTable('bulletins', {
      columns: {
        id: id(), plan_id: foreignId(), kind: code(), state: code(), number: optional(text(lengths.docNumber)), number_key: optional(text(lengths.docNumber + 5)), title: text(lengths.title), from_day: day(), to_day: day(), counted_at: utc(), sections: json(), axes: json(), created_at: utc(), created_by: foreignId(),
        approved_at: optional(utc()), approved_by: optional(foreignId()), turned_down_reason: optional(text(lengths.note)), turned_down_at: optional(utc()), turned_down_by: optional(foreignId()), issued_at: optional(utc()), issued_by: optional(foreignId()),
        withdrawn_reason: optional(text(lengths.note)), withdrawn_at: optional(utc()), withdrawn_by: optional(foreignId()), version: version(),
      },
      unique: [['number_key']], indexes: [['plan_id', 'state']],
      foreignKeys: [{ column: 'plan_id', references: 'plans' }, account('created_by'), account('approved_by'), account('turned_down_by'), account('issued_by'), account('withdrawn_by')],
    });
    await schema.createTable('bulletin_lines', {
      columns: {
        id: id(), bulletin_id: foreignId(), scope: code(), metric: code(), ref_kind: code(), ref_id: foreignId(), title: text(lengths.title), quantity: integer(), manual: integer(), programme_id: optional(foreignId()), unit_id: optional(foreignId()), item_id: optional(foreignId()), occurred_on: optional(day()), activity_id: optional(foreignId()),
      },
      indexes: [['bulletin_id', 'scope', 'metric']],
      foreignKeys: [{ column: 'bulletin_id', references: 'bulletins' }],
    });
  }
}

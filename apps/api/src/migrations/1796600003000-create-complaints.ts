import { lengths } from '@kepu/contracts';
import { code, day, digest, encrypted, foreignId, id, longText, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Complaints, by anybody. */
export class CreateComplaints1796600003000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('complaints', {
      columns: {
        id: id(), number: text(20), token_hash: digest(), state: code(), kind: code(), text: longText(), about: optional(text(lengths.place)), subject: optional(text(lengths.title)), level: code(), county_id: optional(foreignId()), unit_id: optional(foreignId()),
        name: optional(text(lengths.personName)), contact_kind: optional(code()), contact_sealed: optional(encrypted(lengths.email)), submitted_at: utc(), due_on: day(),
        answer_text: optional(longText()), answer_outcome: optional(code()), answered_at: optional(utc()), answered_by: optional(foreignId()), dispute_reason: optional(text(lengths.note)), disputed_at: optional(utc()),
        review_text: optional(longText()), review_outcome: optional(code()), reviewed_at: optional(utc()), reviewed_by: optional(foreignId()), version: version(),
      },
      unique: [['token_hash'], ['number']],
      indexes: [['state', 'due_on'], ['county_id', 'state'], ['submitted_at']],
      foreignKeys: [{ column: 'county_id', references: 'divisions' }, { column: 'unit_id', references: 'units' }, { column: 'answered_by', references: 'accounts' }, { column: 'reviewed_by', references: 'accounts' }],
    });
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'complaint_numbers', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'complaint_numbers')");
  }
}

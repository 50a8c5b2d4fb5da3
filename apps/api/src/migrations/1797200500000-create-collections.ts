import { lengths } from '@kepu/contracts';
import { code, day, flag, foreignId, id, integer, json, longText, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Small tables that units fill in, what each unit answers, and who was told that an answer is missing. */
export class CreateCollections1797200500000 extends Migration {
  async change(schema: Schema): Promise<void> {
    const account = (column: string) => ({ column, references: 'accounts' });
    await schema.createTable('collections', {
      columns: {
        id: id(), title: text(lengths.title), note: optional(longText()), due_on: day(), due_uncertain: flag(), most_rows: integer(), state: code(), fields: json(), fields_version: integer(), audience: json(), prefill: flag(), copied_from_id: optional(foreignId()), writes: integer(), created_at: utc(), created_by: foreignId(), opened_at: optional(utc()), closed_at: optional(utc()),
        ended_reason: optional(text(lengths.note)), version: version(),
      },
      indexes: [['state', 'due_on']], foreignKeys: [{ column: 'copied_from_id', references: 'collections' }, account('created_by')],
    });
    await schema.createTable('collection_answers', {
      columns: {
        id: id(), collection_id: foreignId(), unit_id: foreignId(), state: code(), none: flag(), content: json(), row_count: integer(), prefilled: flag(), first_submitted_at: optional(utc()), late: flag(), submitted_at: optional(utc()), submitted_by: optional(foreignId()), checked_at: optional(utc()), checked_by: optional(foreignId()),
        returned_reason: optional(text(lengths.note)), returned_at: optional(utc()), returned_by: optional(foreignId()), returned_inside: flag(), version: version(),
      },
      unique: [['collection_id', 'unit_id']], indexes: [['unit_id', 'state']],
      foreignKeys: [{ column: 'collection_id', references: 'collections' }, { column: 'unit_id', references: 'units' }, account('submitted_by'), account('checked_by'), account('returned_by')],
    });
    await schema.createTable('collection_chases', {
      columns: { id: id(), collection_id: foreignId(), unit_id: foreignId(), day: day(), created_at: utc(), created_by: foreignId() },
      unique: [['collection_id', 'unit_id', 'day']], foreignKeys: [{ column: 'collection_id', references: 'collections' }, { column: 'unit_id', references: 'units' }, account('created_by')],
    });
  }
}

import { lengths } from '@kepu/contracts';
import { code, day, foreignId, id, integer, json, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Later editions of a plan's paper, and how each item stands after them. */
export class CreatePlanRevisions1796900000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('plan_revisions', {
      columns: {
        id: id(), plan_id: foreignId(), import_id: foreignId(), edition: integer(), state: code(), doc_number: optional(text(lengths.docNumber)), title: text(lengths.title), issued_on: optional(day()), decisions: json(), counts: optional(json()),
        created_at: utc(), created_by: foreignId(), issued_at: optional(utc()), issued_by: optional(foreignId()), version: version(),
      },
      unique: [['plan_id', 'edition']],
      foreignKeys: [
        { column: 'plan_id', references: 'plans' }, { column: 'import_id', references: 'plan_imports' }, { column: 'created_by', references: 'accounts' }, { column: 'issued_by', references: 'accounts' },
      ],
    });
    await schema.createTable('item_revisions', {
      columns: { id: id(), revision_id: foreignId(), item_id: foreignId(), position: optional(integer()), kind: code(), fields: json(), old_side: optional(json()), new_side: optional(json()), signing: integer() },
      unique: [['revision_id', 'item_id']],
      indexes: [['item_id']],
      foreignKeys: [{ column: 'revision_id', references: 'plan_revisions' }, { column: 'item_id', references: 'items' }],
    });
    await schema.addColumn('items', 'standing', code(), "'printed'");
    await schema.addColumn('items', 'revised_in', optional(integer()));
  }
}

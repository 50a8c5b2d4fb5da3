import { code, foreignId, id, json, optional, text, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Headings of papers that a person has explained, and the question on an import. */
export class CreateColumnMeanings1796700000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('column_meanings', {
      columns: { id: id(), heading: text(60), heading_key: text(60), role: code(), created_at: utc(), created_by: foreignId() },
      unique: [['heading_key']],
      foreignKeys: [{ column: 'created_by', references: 'accounts' }],
    });
    await schema.addColumn('plan_imports', 'columns', optional(json()));
  }
}

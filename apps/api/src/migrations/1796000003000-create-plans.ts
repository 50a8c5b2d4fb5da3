import { lengths } from '@kepu/contracts';
import { code, day, flag, foreignId, id, integer, json, longText, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Papers, plans, items, who must do what; and the messages about it. */
export class CreatePlans1796000003000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('notices', {
      columns: { id: id(), account_id: foreignId(), event_key: text(120), kind: code(), params: json(), link: optional(text(200)), created_at: utc(), read_at: optional(utc()) },
      unique: [['account_id', 'event_key']],
      indexes: [['account_id', 'read_at']],
      foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
    await schema.createTable('plan_imports', {
      columns: {
        id: id(), state: code(), file_id: foreignId(), file_name: text(lengths.fileName), origin: code(), progress_permille: integer(), content: optional(json()), failure: optional(json()),
        plan_id: optional(foreignId()), created_at: utc(), created_by: foreignId(), version: version(),
      },
      indexes: [['state', 'created_at'], ['plan_id']],
      foreignKeys: [{ column: 'file_id', references: 'stored_files' }, { column: 'created_by', references: 'accounts' }],
    });
    await schema.createTable('plans', {
      columns: {
        id: id(), division_id: foreignId(), year: integer(), edition: integer(), doc_number: optional(text(lengths.docNumber)), issuer: optional(text(lengths.fullName)), title: text(lengths.title),
        issued_on: optional(day()), state: code(), unit_count: integer(), programme_count: integer(), cell_count: integer(), item_count: integer(), target_count: integer(),
        sign_by: optional(day()), sign_by_uncertain: flag(), import_id: optional(foreignId()), created_at: utc(), issued_at: optional(utc()), closed_at: optional(utc()), version: version(),
      },
      unique: [['division_id', 'year', 'edition']],
      foreignKeys: [{ column: 'division_id', references: 'divisions' }, { column: 'import_id', references: 'plan_imports' }],
    });
    await schema.createTable('plan_units', {
      columns: { id: id(), plan_id: foreignId(), unit_id: foreignId(), printed: text(lengths.name), sort_no: integer() },
      unique: [['plan_id', 'unit_id']],
      indexes: [['unit_id']],
      foreignKeys: [{ column: 'plan_id', references: 'plans' }, { column: 'unit_id', references: 'units' }],
    });
    await schema.createTable('plan_programmes', {
      columns: { id: id(), plan_id: foreignId(), programme_id: foreignId(), name: text(lengths.name), short_name: text(lengths.name), sort_no: integer() },
      unique: [['plan_id', 'programme_id']],
      foreignKeys: [{ column: 'plan_id', references: 'plans' }, { column: 'programme_id', references: 'programmes' }],
    });
    await schema.createTable('items', {
      columns: {
        id: id(), plan_id: foreignId(), seq: integer(), number: optional(text(lengths.number)), programme_id: foreignId(), programme_printed: text(lengths.name), units_printed: json(),
        text: longText(), raw: longText(), source_kind: code(), source_value: text(80), due_text: optional(text(lengths.name)), due_on: optional(day()), targets: json(), target_count: integer(),
        search_key: longText(), version: version(),
      },
      unique: [['plan_id', 'seq']],
      indexes: [['plan_id', 'programme_id', 'seq']],
      foreignKeys: [{ column: 'plan_id', references: 'plans' }, { column: 'programme_id', references: 'programmes' }],
    });
    await schema.createTable('assignments', {
      columns: {
        id: id(), item_id: foreignId(), plan_id: foreignId(), unit_id: foreignId(), unit_printed: text(lengths.name), seq: integer(), role: code(), state: code(), signed_at: optional(utc()),
        signed_by: optional(foreignId()), signed_how: optional(code()), signed_note: optional(text(lengths.note)), question: optional(text(lengths.note)), asked_by: optional(foreignId()),
        asked_at: optional(utc()), answer: optional(text(lengths.note)), answered_by: optional(foreignId()), answered_at: optional(utc()), version: version(),
      },
      unique: [['item_id', 'unit_id', 'role']],
      indexes: [['plan_id', 'unit_id', 'state'], ['unit_id', 'state']],
      foreignKeys: [
        { column: 'item_id', references: 'items' }, { column: 'plan_id', references: 'plans' }, { column: 'unit_id', references: 'units' }, { column: 'signed_by', references: 'accounts' },
        { column: 'asked_by', references: 'accounts' }, { column: 'answered_by', references: 'accounts' },
      ],
    });
  }
}

import { lengths } from '@kepu/contracts';
import { code, day, flag, foreignId, id, integer, json, longText, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Files and what they prove, pools, measures, evidence, work entries. */
export class CreateMeasures1796300000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('file_links', {
      columns: {
        id: id(), file_id: foreignId(), subject_kind: code(), subject_id: foreignId(),
      },
      unique: [['file_id', 'subject_kind', 'subject_id']],
      indexes: [['subject_kind', 'subject_id']],
      foreignKeys: [
        { column: 'file_id', references: 'stored_files' },
      ],
    });
    await schema.createTable('pools', {
      columns: {
        id: id(), seed_key: text(lengths.key), name: text(lengths.name), note: optional(text(lengths.note)), sort_no: integer(),
      },
      unique: [['seed_key']],
    });
    await schema.createTable('pool_terms', {
      columns: {
        id: id(), pool_id: foreignId(), account_id: foreignId(), unit_id: optional(foreignId()), from_day: day(), to_day: optional(day()), ended_on: optional(day()),
        ended_reason: optional(text(lengths.note)), created_at: utc(), created_by: optional(foreignId()),
      },
      indexes: [['pool_id', 'unit_id'], ['account_id', 'pool_id']],
      foreignKeys: [
        { column: 'pool_id', references: 'pools' },
        { column: 'account_id', references: 'accounts' },
        { column: 'unit_id', references: 'units' },
        { column: 'created_by', references: 'accounts' },
      ],
    });
    await schema.createTable('measures', {
      columns: {
        id: id(), item_id: foreignId(), plan_id: foreignId(), kind: code(), name: text(lengths.name), raw: optional(text(lengths.name)), origin: code(), sources: json(),
        pool_id: optional(foreignId()), min_value: optional(integer()), max_value: optional(integer()), approx: flag(), unit_of_measure: text(lengths.unitOfMeasure),
        due_on: optional(day()), demands: optional(text(lengths.note)), judged_met: optional(flag()), judged_note: optional(text(lengths.note)),
        judged_by: optional(foreignId()), judged_at: optional(utc()), created_at: utc(), created_by: optional(foreignId()), version: version(),
      },
      indexes: [['item_id'], ['plan_id']],
      foreignKeys: [
        { column: 'item_id', references: 'items' },
        { column: 'plan_id', references: 'plans' },
        { column: 'pool_id', references: 'pools' },
        { column: 'judged_by', references: 'accounts' },
        { column: 'created_by', references: 'accounts' },
      ],
    });
    await schema.createTable('evidence', {
      columns: {
        id: id(), item_id: foreignId(), measure_id: optional(foreignId()), metric: code(), quantity: integer(), manual: flag(), unit_id: foreignId(), occurred_on: day(),
        source_kind: code(), source_id: foreignId(), activity_id: optional(foreignId()), title: text(lengths.title), once_key: text(200),
        reverses_id: optional(foreignId()), reason: optional(text(lengths.note)), created_at: utc(), created_by: optional(foreignId()),
      },
      unique: [['once_key']],
      indexes: [['item_id', 'metric'], ['source_kind', 'source_id'], ['reverses_id']],
      foreignKeys: [
        { column: 'item_id', references: 'items' },
        { column: 'measure_id', references: 'measures' },
        { column: 'unit_id', references: 'units' },
        { column: 'created_by', references: 'accounts' },
      ],
    });
    await schema.createTable('work_entries', {
      columns: {
        id: id(), unit_id: foreignId(), kind: code(), title: text(lengths.title), search_key: longText(), quantity: integer(),
        unit_of_measure: text(lengths.unitOfMeasure), from_day: day(), to_day: day(), division_id: optional(foreignId()), place: optional(text(lengths.place)),
        text: optional(longText()), details: json(), state: code(), returned_reason: optional(text(lengths.note)), returned_by: optional(foreignId()),
        returned_at: optional(utc()), submitted_at: optional(utc()), submitted_by: optional(foreignId()), checked_at: optional(utc()), checked_by: optional(foreignId()),
        revoked_reason: optional(text(lengths.note)), created_at: utc(), created_by: foreignId(), version: version(),
      },
      indexes: [['unit_id', 'state'], ['state', 'submitted_at'], ['from_day']],
      foreignKeys: [
        { column: 'unit_id', references: 'units' },
        { column: 'division_id', references: 'divisions' },
        { column: 'returned_by', references: 'accounts' },
        { column: 'submitted_by', references: 'accounts' },
        { column: 'checked_by', references: 'accounts' },
        { column: 'created_by', references: 'accounts' },
      ],
    });
    await schema.createTable('work_entry_items', {
      columns: {
        id: id(), entry_id: foreignId(), item_id: foreignId(), measure_id: optional(foreignId()),
      },
      unique: [['entry_id', 'item_id']],
      indexes: [['item_id']],
      foreignKeys: [
        { column: 'entry_id', references: 'work_entries' },
        { column: 'item_id', references: 'items' },
        { column: 'measure_id', references: 'measures' },
      ],
    });
  }
}

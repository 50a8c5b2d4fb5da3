import { lengths } from '@kepu/contracts';
import { code, day, flag, foreignId, id, integer, json, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Periods that units report on, what each of them says of its items, and corrections of what was locked. */
export class CreateReports1797100000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('report_periods', {
      columns: {
        id: id(), plan_id: foreignId(), kind: code(), name: text(lengths.name), from_day: day(), to_day: day(), opens_on: day(), due_on: day(), due_uncertain: flag(), return_workdays: integer(), remind_workdays: integer(), unit_ids: optional(json()), begun: integer(), handed_in: integer(), state: code(),
        locked_at: optional(utc()), locked_by: optional(foreignId()), locked_reason: optional(text(lengths.note)), created_at: utc(), created_by: optional(foreignId()), version: version(),
      },
      unique: [['plan_id', 'kind', 'from_day']], indexes: [['state', 'due_on']],
      foreignKeys: [{ column: 'plan_id', references: 'plans' }, { column: 'locked_by', references: 'accounts' }, { column: 'created_by', references: 'accounts' }],
    });
    await schema.createTable('unit_reports', {
      columns: {
        id: id(), period_id: foreignId(), unit_id: foreignId(), state: code(), first_submitted_at: optional(utc()), first_due_on: optional(day()), submitted_at: optional(utc()), submitted_by: optional(foreignId()), checked_at: optional(utc()), checked_by: optional(foreignId()),
        returned_reason: optional(text(lengths.note)), returned_by: optional(foreignId()), returned_at: optional(utc()), returned_inside: flag(), resubmit_by: optional(day()), resubmit_uncertain: flag(), resubmit_late: flag(), created_at: utc(), created_by: optional(foreignId()), version: version(),
      },
      unique: [['period_id', 'unit_id']], indexes: [['unit_id', 'state'], ['state', 'submitted_at']],
      foreignKeys: [
        { column: 'period_id', references: 'report_periods' }, { column: 'unit_id', references: 'units' }, { column: 'submitted_by', references: 'accounts' }, { column: 'checked_by', references: 'accounts' }, { column: 'returned_by', references: 'accounts' },
        { column: 'created_by', references: 'accounts' },
      ],
    });
    await schema.createTable('report_entries', {
      columns: { id: id(), report_id: foreignId(), item_id: foreignId(), progress: optional(text(lengths.note)), problems: optional(text(lengths.note)), next_step: optional(text(lengths.note)), nothing_new: flag(), reported: optional(json()) },
      unique: [['report_id', 'item_id']], indexes: [['item_id']],
      foreignKeys: [{ column: 'report_id', references: 'unit_reports' }, { column: 'item_id', references: 'items' }],
    });
    await schema.createTable('report_corrections', {
      columns: {
        id: id(), report_id: foreignId(), reason: text(lengths.note), asked_by: foreignId(), asked_at: utc(), allowed: optional(flag()), decided_by: optional(foreignId()), decided_at: optional(utc()), refused_reason: optional(text(lengths.note)),
        words_before: json(), words_after: optional(json()), corrected_at: optional(utc()),
      },
      indexes: [['report_id']],
      foreignKeys: [{ column: 'report_id', references: 'unit_reports' }, { column: 'asked_by', references: 'accounts' }, { column: 'decided_by', references: 'accounts' }],
    });
  }
}

import { lengths } from '@kepu/contracts';
import { code, day, flag, foreignId, id, integer, json, longText, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Assessments, the sheet of each unit, its appeals, and the switch that is off until somebody wants them. */
export class CreateAssessments1797200900000 extends Migration {
  async change(schema: Schema): Promise<void> {
    const account = (column: string) => ({ column, references: 'accounts' });
    await schema.createTable('assessment_switch', {
      columns: { id: id(), enabled: flag(), changed_at: optional(utc()), changed_by: optional(foreignId()), version: version() },
      foreignKeys: [account('changed_by')],
    });
    await schema.execute("INSERT INTO assessment_switch (id, enabled, changed_at, changed_by, version) SELECT 'assessment', 0, NULL, NULL, 1 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM assessment_switch WHERE id = 'assessment')");
    await schema.createTable('assessments', {
      columns: {
        id: id(), plan_id: foreignId(), live_key: optional(foreignId()), title: text(lengths.title), state: code(), rubric: json(), total_tenths: integer(), grades: json(), due_on: day(), due_uncertain: flag(), objection_workdays: integer(), objection_until: optional(day()), publication: code(), copied_from_id: optional(foreignId()), writes: integer(),
        created_at: utc(), created_by: foreignId(), opened_at: optional(utc()), announced_at: optional(utc()), final_at: optional(utc()), ended_reason: optional(text(lengths.note)), version: version(),
      },
      unique: [['live_key']], indexes: [['plan_id', 'state']], foreignKeys: [{ column: 'plan_id', references: 'plans' }, { column: 'copied_from_id', references: 'assessments' }, account('created_by')],
    });
    await schema.createTable('assessment_sheets', {
      columns: {
        id: id(), assessment_id: foreignId(), unit_id: foreignId(), state: code(), entries: json(), frozen: json(), settled: json(), reviews: json(), late: flag(), first_submitted_at: optional(utc()), submitted_at: optional(utc()), submitted_by: optional(foreignId()), sample_note: optional(text(lengths.note)), sampled_at: optional(utc()), sampled_by: optional(foreignId()),
        checked_at: optional(utc()), checked_by: optional(foreignId()), returned_reason: optional(text(lengths.note)), returned_at: optional(utc()), returned_by: optional(foreignId()), returned_inside: flag(), version: version(),
      },
      unique: [['assessment_id', 'unit_id']], indexes: [['unit_id', 'state']],
      foreignKeys: [{ column: 'assessment_id', references: 'assessments' }, { column: 'unit_id', references: 'units' }, account('submitted_by'), account('sampled_by'), account('checked_by'), account('returned_by')],
    });
    await schema.createTable('assessment_appeals', {
      columns: {
        id: id(), sheet_id: foreignId(), criterion_key: foreignId(), state: code(), words: longText(), made_at: utc(), made_by: foreignId(), before_tenths: integer(), answer_tenths: optional(integer()), answer_reason: optional(text(lengths.note)), answered_at: optional(utc()), answered_by: optional(foreignId()), version: version(),
      },
      unique: [['sheet_id', 'criterion_key']], foreignKeys: [{ column: 'sheet_id', references: 'assessment_sheets' }, account('made_by'), account('answered_by')],
    });
  }
}

import { lengths } from '@kepu/contracts';
import { code, day, foreignId, id, json, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Other days and other content of assignments, and their closing-out. */
export class CreateFollowUps1797200100000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.addColumn('assignments', 'extended_to', optional(day()));
    await schema.addColumn('assignments', 'done_at', optional(utc()));
    await schema.createTable('adjustments', {
      columns: {
        id: id(), assignment_id: foreignId(), plan_id: foreignId(), kind: code(), state: code(), day_before: day(), asked_day: optional(day()), granted_day: optional(day()), content: optional(text(lengths.note)), reason: text(lengths.note),
        instruction_id: optional(foreignId()), said_by: optional(text(lengths.personName)), said_on: optional(day()), written_note: optional(text(lengths.note)), written_at: optional(utc()), written_by: optional(foreignId()),
        created_at: utc(), created_by: foreignId(), asked_at: optional(utc()), asked_by: optional(foreignId()), decided_at: optional(utc()), decided_by: optional(foreignId()), decision_note: optional(text(lengths.note)), version: version(),
      },
      indexes: [['assignment_id'], ['plan_id', 'state'], ['instruction_id'], ['kind', 'written_at']],
      foreignKeys: [
        { column: 'assignment_id', references: 'assignments' }, { column: 'plan_id', references: 'plans' }, { column: 'written_by', references: 'accounts' }, { column: 'created_by', references: 'accounts' }, { column: 'asked_by', references: 'accounts' },
        { column: 'decided_by', references: 'accounts' },
      ],
    });
    await schema.createTable('close_outs', {
      columns: {
        id: id(), assignment_id: foreignId(), plan_id: foreignId(), state: code(), note: optional(text(lengths.note)), explanations: json(), checklist_asked: json(), checklist_accepted: optional(json()), partner_ids: optional(json()),
        created_at: utc(), created_by: foreignId(), asked_at: optional(utc()), asked_by: optional(foreignId()), decided_at: optional(utc()), decided_by: optional(foreignId()), decision_note: optional(text(lengths.note)),
        reopened_at: optional(utc()), reopened_by: optional(foreignId()), reopened_reason: optional(text(lengths.note)), version: version(),
      },
      indexes: [['assignment_id'], ['plan_id', 'state']],
      foreignKeys: [
        { column: 'assignment_id', references: 'assignments' }, { column: 'plan_id', references: 'plans' }, { column: 'created_by', references: 'accounts' }, { column: 'asked_by', references: 'accounts' }, { column: 'decided_by', references: 'accounts' },
        { column: 'reopened_by', references: 'accounts' },
      ],
    });
  }
}

import { lengths } from '@kepu/contracts';
import { code, day, foreignId, id, integer, json, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** What lights go by, what the office sets by hand, when they changed, and who was chased. */
export class CreateLights1797200200000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('light_rules', {
      primaryKey: ['plan_id'], columns: { plan_id: id(), yellow_gap: integer(), red_gap: integer(), near_workdays: integer(), proof_workdays: integer(), missed_report: code(), version: version() },
      foreignKeys: [{ column: 'plan_id', references: 'plans' }],
    });
    await schema.createTable('light_overrides', {
      columns: { id: id(), assignment_id: foreignId(), light: code(), reason: text(lengths.note), expires_on: day(), created_at: utc(), created_by: foreignId(), ended_at: optional(utc()), ended_by: optional(foreignId()) },
      indexes: [['assignment_id', 'ended_at']],
      foreignKeys: [{ column: 'assignment_id', references: 'assignments' }, { column: 'created_by', references: 'accounts' }, { column: 'ended_by', references: 'accounts' }],
    });
    await schema.createTable('light_changes', {
      columns: { id: id(), assignment_id: foreignId(), day: day(), light_before: optional(code()), light: code(), reasons: json() },
      unique: [['assignment_id', 'day']],
      foreignKeys: [{ column: 'assignment_id', references: 'assignments' }],
    });
    await schema.createTable('chases', {
      columns: { id: id(), plan_id: foreignId(), words: optional(text(lengths.note)), created_at: utc(), created_by: foreignId() },
      indexes: [['plan_id', 'created_at']],
      foreignKeys: [{ column: 'plan_id', references: 'plans' }, { column: 'created_by', references: 'accounts' }],
    });
    await schema.createTable('chase_items', {
      columns: { id: id(), chase_id: foreignId(), assignment_id: foreignId(), unit_id: foreignId(), day: day(), light: code(), reasons: json() },
      unique: [['assignment_id', 'day']], indexes: [['chase_id']],
      foreignKeys: [{ column: 'chase_id', references: 'chases' }, { column: 'assignment_id', references: 'assignments' }, { column: 'unit_id', references: 'units' }],
    });
    await schema.createTable('chase_readers', {
      columns: { id: id(), chase_id: foreignId(), unit_id: foreignId(), told_to: foreignId(), event_key: text(120) },
      unique: [['chase_id', 'unit_id', 'told_to']],
      foreignKeys: [{ column: 'chase_id', references: 'chases' }, { column: 'unit_id', references: 'units' }, { column: 'told_to', references: 'accounts' }],
    });
  }
}

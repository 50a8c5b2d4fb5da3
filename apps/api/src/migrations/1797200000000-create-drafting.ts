import { lengths } from '@kepu/contracts';
import { code, day, flag, foreignId, id, integer, longText, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

const verdict = () => ({ decision: optional(code()), decided_text: optional(longText()), decided_reason: optional(text(lengths.note)), decided_by: optional(foreignId()), decided_at: optional(utc()) });

/** What units propose before the paper, what they say of its draft, and the leader's sign-off. */
export class CreateDrafting1797200000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('proposal_calls', {
      columns: { id: id(), year: integer(), title: text(lengths.title), note: optional(text(lengths.note)), due_on: day(), state: code(), import_id: optional(foreignId()), created_at: utc(), created_by: foreignId(), closed_at: optional(utc()), version: version() },
      indexes: [['state', 'due_on']],
      foreignKeys: [{ column: 'import_id', references: 'plan_imports' }, { column: 'created_by', references: 'accounts' }],
    });
    await schema.createTable('proposal_answers', {
      columns: { id: id(), call_id: foreignId(), unit_id: foreignId(), state: code(), submitted_at: optional(utc()), submitted_by: optional(foreignId()), late: flag(), version: version() },
      unique: [['call_id', 'unit_id']], indexes: [['unit_id', 'state']],
      foreignKeys: [{ column: 'call_id', references: 'proposal_calls' }, { column: 'unit_id', references: 'units' }, { column: 'submitted_by', references: 'accounts' }],
    });
    await schema.createTable('proposals', {
      columns: {
        id: id(), answer_id: foreignId(), seq: integer(), programme_id: foreignId(), text: longText(), due_text: optional(text(lengths.name)), measure: optional(text(lengths.note)), note: optional(text(lengths.note)), copied: flag(), ...verdict(), version: version(),
      },
      indexes: [['answer_id', 'seq']],
      foreignKeys: [{ column: 'answer_id', references: 'proposal_answers' }, { column: 'programme_id', references: 'programmes' }, { column: 'decided_by', references: 'accounts' }],
    });
    await schema.createTable('consultations', {
      columns: {
        id: id(), plan_id: optional(foreignId()), year: integer(), title: text(lengths.title), note: optional(text(lengths.note)), opened_on: day(), due_on: day(), state: code(), created_at: utc(), created_by: foreignId(), closed_at: optional(utc()), closed_by: optional(foreignId()), closed_reason: optional(text(lengths.note)),
        version: version(),
      },
      indexes: [['plan_id'], ['state', 'due_on']],
      foreignKeys: [{ column: 'plan_id', references: 'plans' }, { column: 'created_by', references: 'accounts' }, { column: 'closed_by', references: 'accounts' }],
    });
    await schema.createTable('consultation_answers', {
      columns: { id: id(), consultation_id: foreignId(), unit_id: foreignId(), state: code(), submitted_at: optional(utc()), submitted_by: optional(foreignId()), late: flag(), version: version() },
      unique: [['consultation_id', 'unit_id']], indexes: [['unit_id', 'state']],
      foreignKeys: [{ column: 'consultation_id', references: 'consultations' }, { column: 'unit_id', references: 'units' }, { column: 'submitted_by', references: 'accounts' }],
    });
    await schema.createTable('consultation_comments', {
      columns: { id: id(), answer_id: foreignId(), item_id: optional(foreignId()), seq: integer(), programme: text(lengths.name), item_text: longText(), stance: code(), text: optional(text(lengths.note)), ...verdict(), version: version() },
      unique: [['answer_id', 'item_id']], indexes: [['item_id']],
      foreignKeys: [{ column: 'answer_id', references: 'consultation_answers' }, { column: 'item_id', references: 'items' }, { column: 'decided_by', references: 'accounts' }],
    });
    await schema.createTable('plan_approvals', {
      columns: { id: id(), plan_id: foreignId(), approver: text(lengths.personName), signed_on: day(), note: optional(text(lengths.note)), recorded_at: utc(), recorded_by: foreignId(), version: version() },
      unique: [['plan_id']],
      foreignKeys: [{ column: 'plan_id', references: 'plans' }, { column: 'recorded_by', references: 'accounts' }],
    });
  }
}

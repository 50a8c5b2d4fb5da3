import { lengths } from '@kepu/contracts';
import { code, day, flag, foreignId, id, integer, json, longText, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Letters to units with a day to reply by, what they are about, and the replies. */
export class CreatePrompts1797200300000 extends Migration {
  async change(schema: Schema): Promise<void> {
    const account = (column: string) => ({ column, references: 'accounts' });
    await schema.createTable('prompts', {
      columns: {
        id: id(), plan_id: foreignId(), unit_id: foreignId(), kind: code(), state: code(), number: optional(text(lengths.docNumber)), number_key: optional(text(lengths.docNumber + 5)), title: text(lengths.title), text: longText(), reply_by: day(), reply_uncertain: flag(), created_at: utc(), created_by: foreignId(), approved_at: optional(utc()), approved_by: optional(foreignId()),
        turned_down_reason: optional(text(lengths.note)), turned_down_at: optional(utc()), turned_down_by: optional(foreignId()), sent_at: optional(utc()), sent_by: optional(foreignId()), read_at: optional(utc()), read_by: optional(foreignId()), closed_at: optional(utc()), closed_by: optional(foreignId()),
        closed_note: optional(text(lengths.note)), ended_reason: optional(text(lengths.note)), before_id: optional(foreignId()), version: version(),
      },
      unique: [['number_key']], indexes: [['plan_id', 'state'], ['unit_id', 'state']],
      foreignKeys: [
        { column: 'plan_id', references: 'plans' }, { column: 'unit_id', references: 'units' }, account('created_by'), account('approved_by'), account('turned_down_by'), account('sent_by'), account('read_by'), account('closed_by'), { column: 'before_id', references: 'prompts' },
      ],
    });
    await schema.createTable('prompt_items', {
      columns: { id: id(), prompt_id: foreignId(), assignment_id: foreignId(), seq: integer(), light: code(), reasons: json() },
      unique: [['prompt_id', 'assignment_id']], indexes: [['assignment_id']],
      foreignKeys: [{ column: 'prompt_id', references: 'prompts' }, { column: 'assignment_id', references: 'assignments' }],
    });
    await schema.createTable('prompt_replies', {
      columns: {
        id: id(), prompt_id: foreignId(), reason: text(lengths.note), measures: text(lengths.note), new_day: optional(day()), replied_at: utc(), replied_by: foreignId(), late: flag(), returned_reason: optional(text(lengths.note)), returned_at: optional(utc()), returned_by: optional(foreignId()), taken_back: flag(),
      },
      indexes: [['prompt_id']],
      foreignKeys: [{ column: 'prompt_id', references: 'prompts' }, account('replied_by'), account('returned_by')],
    });
  }
}

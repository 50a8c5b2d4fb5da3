import { lengths } from '@kepu/contracts';
import { code, digest, foreignId, id, longText, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** What several units of a plan do together. */
export class CreateJointGroups1797000000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('joint_groups', {
      columns: { id: id(), plan_id: foreignId(), state: code(), name: text(lengths.name), lead_unit_id: optional(foreignId()), created_at: utc(), created_by: foreignId(), version: version() },
      indexes: [['plan_id', 'state']],
      foreignKeys: [{ column: 'plan_id', references: 'plans' }, { column: 'lead_unit_id', references: 'units' }, { column: 'created_by', references: 'accounts' }],
    });
    await schema.createTable('joint_parts', {
      columns: { id: id(), group_id: foreignId(), item_id: foreignId(), clause: longText(), clause_key: digest() },
      unique: [['item_id', 'clause_key']],
      indexes: [['group_id']],
      foreignKeys: [{ column: 'group_id', references: 'joint_groups' }, { column: 'item_id', references: 'items' }],
    });
  }
}

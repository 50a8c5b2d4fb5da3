import { foreignId, optional } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** An invitation outlives the position that it asked for, and knows its shift by itself: the link in somebody's mail still answers (ADR 42). */
export class KeepInvitations1797202600000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.addColumn('place_invitations', 'shift_id', foreignId(), '(SELECT p.shift_id FROM positions p WHERE p.id = place_invitations.position_id)');
    await schema.addForeignKey('place_invitations', { column: 'shift_id', references: 'shifts', onDelete: 'CASCADE' });
    await schema.changeColumn('place_invitations', 'position_id', optional(foreignId()));
    await schema.dropForeignKey('place_invitations', 'position_id');
    await schema.addForeignKey('place_invitations', { column: 'position_id', references: 'positions', onDelete: 'SET NULL' });
  }
}

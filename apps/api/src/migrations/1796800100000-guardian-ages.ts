import { encrypted, foreignId, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Birth dates of guardians who are no volunteers. Those who were guardians before are asked when they become one the next time. */
export class GuardianAges1796800100000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('guardian_ages', {
      columns: { account_id: foreignId(), born_on_sealed: encrypted(10), stated_at: utc() }, primaryKey: ['account_id'], foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
  }
}

import { lengths } from '@kepu/contracts';
import { code, digest, encrypted, foreignId, id, integer, optional, text, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** What sessions have proven; codes, factors, devices and accounts of other houses. */
export class CreateSignIn1796500000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    // Until now every session was opened by a password; when, in milliseconds, is not told by SQL that both databases know. It is not fresh.
    await schema.addColumn('sessions', 'proofs', text(200), "'password@1000000000000'");
    await schema.createTable('session_challenges', {
      columns: {
        id: id(), purpose: code(), channel: code(), contact_index: digest(), address_sealed: encrypted(lengths.email), account_id: optional(foreignId()), session_id: optional(foreignId()),
        tries: integer(), created_at: utc(), expires_at: utc(), used_at: optional(utc()),
      },
      indexes: [['account_id'], ['expires_at']],
      foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
    await schema.createTable('second_factors', {
      columns: { id: id(), account_id: foreignId(), kind: code(), secret_sealed: optional(encrypted(64)), last_step: integer(), created_at: utc(), confirmed_at: optional(utc()) },
      unique: [['account_id', 'kind']],
      foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
    await schema.createTable('recovery_codes', {
      columns: { id: id(), account_id: foreignId(), code_index: digest(), created_at: utc(), used_at: optional(utc()) },
      unique: [['account_id', 'code_index']],
      foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
    await schema.createTable('remembered_devices', {
      columns: {
        id: id(), token_hash: digest(), account_id: foreignId(), created_at: utc(), last_used_at: utc(), expires_at: utc(), ended_at: optional(utc()), ip: optional(text(45)), user_agent: optional(text(200)),
      },
      unique: [['token_hash']],
      indexes: [['account_id']],
      foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
    await schema.createTable('external_identities', {
      columns: { id: id(), account_id: foreignId(), issuer: text(200), subject_index: digest(), created_at: utc() },
      unique: [['issuer', 'subject_index']],
      indexes: [['account_id']],
      foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
    await schema.createTable('password_records', {
      columns: { id: id(), account_id: foreignId(), password_hash: text(200), set_at: utc() },
      indexes: [['account_id', 'set_at']],
      foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
  }
}

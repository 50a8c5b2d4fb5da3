import { lengths } from '@kepu/contracts';
import { code, day, digest, encrypted, flag, foreignId, id, integer, longText, optional, searchKey, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** People, their sessions and rights; limits and repeated writes. */
export class CreateIdentity1796000000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('accounts', {
      columns: {
        id: id(), name: text(lengths.personName), name_key: searchKey(), search_key: searchKey(), email_sealed: optional(encrypted(lengths.email)), email_index: optional(digest()),
        phone_sealed: optional(encrypted(lengths.phone)), phone_index: optional(digest()), password_hash: text(200), must_change_password: flag(), state: code(),
        last_sign_in_at: optional(utc()), created_at: utc(), version: version(),
      },
      unique: [['email_index'], ['phone_index']],
      indexes: [['name_key']],
    });
    await schema.createTable('sessions', {
      columns: {
        id: id(), token_hash: digest(), account_id: foreignId(), created_at: utc(), last_seen_at: utc(), expires_at: utc(), ended_at: optional(utc()), ip: optional(text(45)), user_agent: optional(text(200)),
      },
      unique: [['token_hash']],
      indexes: [['account_id']],
      foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
    await schema.createTable('account_grants', {
      columns: {
        id: id(), account_id: foreignId(), role: code(), scope_kind: code(), scope_id: optional(foreignId()), from_day: day(), to_day: optional(day()), ended_at: optional(utc()),
        created_at: utc(), created_by: optional(foreignId()),
      },
      indexes: [['account_id'], ['scope_kind', 'scope_id']],
      foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
    await schema.createTable('guard_rows', { columns: { id: id(), turn: integer() } });
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'grants', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'grants')");
    await schema.createTable('rate_limits', { columns: { id: digest(), window_ends_at: utc(), points: integer() } });
    await schema.createTable('idempotency_keys', {
      columns: { id: digest(), request: digest(), state: code(), status: optional(integer()), answer: optional(longText()), created_at: utc() },
      indexes: [['created_at']],
    });
  }
}

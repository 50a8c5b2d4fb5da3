import { createHash } from 'node:crypto';
import { lengths } from '@kepu/contracts';
import { code, day, digest, flag, foreignId, id, integer, longText, optional, text, utc } from '../platform/database/columns.js';
import { newId, toDbTime } from '../platform/database/index.js';
import { Migration, type Schema } from './dsl.js';
import { en, zh } from './privacy-text-2026-11.js';

const EARLIER = '2026-11';
const AT_ONCE = 200;

/** Who looked at whose data, what people agreed to, who has left, and what was let go of. */
export class CreatePrivacy1796500001000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('data_accesses', {
      columns: {
        id: id(), at: utc(), actor_id: foreignId(), role: code(), body: text(lengths.fullName), person_id: foreignId(), field: code(), reason: optional(text(lengths.note)), export_id: optional(foreignId()),
      },
      indexes: [['person_id', 'id'], ['at']],
      foreignKeys: [{ column: 'actor_id', references: 'accounts' }, { column: 'person_id', references: 'accounts' }],
    });
    await schema.createTable('consent_texts', {
      columns: { id: id(), kind: code(), version: code(), hash: digest(), text_zh: longText(), text_en: longText(), created_at: utc() },
      unique: [['kind', 'hash']],
    });
    await schema.createTable('consents', {
      columns: { id: id(), person_id: foreignId(), kind: code(), version: code(), hash: digest(), given_at: utc(), method: code(), given_by: optional(foreignId()), withdrawn_at: optional(utc()) },
      indexes: [['person_id', 'kind']],
      foreignKeys: [{ column: 'person_id', references: 'accounts' }, { column: 'given_by', references: 'accounts' }],
    });
    await schema.createTable('account_closures', {
      columns: { person_id: foreignId(), closed_at: utc(), by_password: flag(), name_until: optional(day()) },
      primaryKey: ['person_id'],
      indexes: [['name_until']],
      foreignKeys: [{ column: 'person_id', references: 'accounts' }],
    });
    await schema.createTable('retention_runs', { columns: { id: id(), rule: code(), ran_at: utc(), removed: integer() }, indexes: [['rule', 'id']] });
    await this.enterEarlier(schema);
  }

  /** Whoever registered before is entered with the text and the moment of the registration; run again, it goes on where it was broken off. */
  private async enterEarlier(schema: Schema): Promise<void> {
    const hash = createHash('sha256').update(JSON.stringify([zh, en])).digest('hex');
    for (;;) {
      const people = await schema.rows<{ id: string; createdAt: string; registeredBy: string | null; off: number }>(
        `SELECT v.id AS \`id\`, v.created_at AS \`createdAt\`, v.registered_by AS \`registeredBy\`, v.recommendations_off AS \`off\` FROM volunteers v
         WHERE NOT EXISTS (SELECT 1 FROM consents c WHERE c.person_id = v.id AND c.kind = 'privacy') ORDER BY v.id LIMIT ${AT_ONCE}`);
      if (people.length === 0) break;
      const rows = people.flatMap((person) => [...(person.off ? [] : ['recommendations']), 'privacy'].map((kind) => [
        newId(), person.id, kind, EARLIER, hash, toDbTime(person.createdAt), person.registeredBy === null ? 'earlier' : 'on_behalf', person.registeredBy, null,
      ]));
      await schema.execute(
        `INSERT INTO consents (id, person_id, kind, version, hash, given_at, method, given_by, withdrawn_at) VALUES ${rows.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ')}`, rows.flat());
    }
    for (const kind of ['privacy', 'recommendations']) {
      await schema.execute(
        'INSERT INTO consent_texts (id, kind, version, hash, text_zh, text_en, created_at) SELECT ?, ?, ?, ?, ?, ?, ? FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM consent_texts WHERE kind = ? AND hash = ?)',
        [newId(), kind, EARLIER, hash, zh, en, '2026-11-01 00:00:00.000', kind, hash]);
    }
  }
}

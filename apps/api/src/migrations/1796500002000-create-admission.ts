import { lengths } from '@kepu/contracts';
import { code, digest, encrypted, foreignId, id, optional, searchKey, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** How people and bodies come in: posts of liaisons, invitations, applications of units. */
export class CreateAdmission1796500002000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.addColumn('account_grants', 'post', optional(code()));
    await schema.createTable('invitations', {
      columns: {
        id: id(), token_hash: digest(), unit_id: foreignId(), role: code(), post: optional(code()), name: text(lengths.personName), name_key: searchKey(), search_key: searchKey(), contact_kind: code(), contact_sealed: encrypted(lengths.email),
        contact_index: digest(), invited_by: foreignId(), created_at: utc(), expires_at: utc(), accepted_at: optional(utc()), accepted_by: optional(foreignId()), withdrawn_at: optional(utc()),
      },
      unique: [['token_hash']],
      indexes: [['unit_id'], ['contact_index'], ['created_at']],
      foreignKeys: [{ column: 'unit_id', references: 'units' }, { column: 'invited_by', references: 'accounts' }, { column: 'accepted_by', references: 'accounts' }],
    });
    await schema.createTable('unit_applications', {
      columns: {
        id: id(), number: text(20), token_hash: digest(), state: code(), unit_name: text(lengths.name), name_key: searchKey(), search_key: searchKey(), kind: code(), county_id: foreignId(), place: text(lengths.place),
        name: text(lengths.personName), duty: text(lengths.remark), contact_kind: code(), contact_sealed: encrypted(lengths.email), contact_index: digest(), note: optional(text(lengths.note)), reason: optional(text(lengths.note)),
        submitted_at: utc(), decided_at: optional(utc()), decided_by: optional(foreignId()), unit_id: optional(foreignId()), version: version(),
      },
      unique: [['token_hash'], ['number']],
      indexes: [['county_id', 'state'], ['contact_index'], ['submitted_at']],
      foreignKeys: [{ column: 'county_id', references: 'divisions' }, { column: 'decided_by', references: 'accounts' }, { column: 'unit_id', references: 'units' }],
    });
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'application_numbers', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'application_numbers')");
  }
}

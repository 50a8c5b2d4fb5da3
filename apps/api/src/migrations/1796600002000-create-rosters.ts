import { lengths } from '@kepu/contracts';
import { code, day, digest, encrypted, flag, foreignId, id, integer, json, longText, optional, searchKey, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Rosters: lists that were read, and the people who are asked. */
export class CreateRosters1796600002000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('roster_imports', {
      columns: {
        id: id(), state: code(), file_name: text(lengths.fileName), file_hash: digest(), scope_kind: code(), scope_id: optional(foreignId()), body: text(lengths.fullName), layout: longText(), rows_read: integer(), faulty_rows: integer(), kept: flag(),
        created_by: foreignId(), created_at: utc(), version: version(),
      },
      indexes: [['created_by'], ['created_at']],
      foreignKeys: [{ column: 'created_by', references: 'accounts' }],
    });
    await schema.createTable('roster_rows', {
      columns: { id: id(), import_id: foreignId(), row_no: integer(), faulty: flag(), sealed: longText() },
      unique: [['import_id', 'row_no']],
      foreignKeys: [{ column: 'import_id', references: 'roster_imports' }],
    });
    await schema.createTable('roster_entries', {
      columns: {
        id: id(), import_id: foreignId(), state: code(), token_hash: digest(), open_key: optional(digest()), phone_index: digest(), phone_sealed: optional(encrypted(lengths.phone)), name: optional(text(lengths.personName)), name_key: searchKey(), search_key: searchKey(),
        born_on: optional(day()), occupation: optional(code()), unit_id: optional(foreignId()), county_id: foreignId(), topic_ids: json(), pool_id: optional(foreignId()), scope_kind: code(), scope_id: optional(foreignId()), body: text(lengths.fullName),
        created_by: foreignId(), created_at: utc(), expires_at: utc(), sent_at: optional(utc()), reminded_at: optional(utc()), answered_at: optional(utc()), account_id: optional(foreignId()),
      },
      unique: [['token_hash'], ['open_key']],
      indexes: [['import_id'], ['unit_id'], ['county_id'], ['phone_index'], ['created_at'], ['expires_at'], ['account_id']],
      foreignKeys: [
        { column: 'import_id', references: 'roster_imports' }, { column: 'unit_id', references: 'units' }, { column: 'county_id', references: 'divisions' }, { column: 'pool_id', references: 'pools' }, { column: 'created_by', references: 'accounts' },
        { column: 'account_id', references: 'accounts' },
      ],
    });
  }
}

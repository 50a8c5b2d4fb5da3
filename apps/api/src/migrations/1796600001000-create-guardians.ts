import { lengths } from '@kepu/contracts';
import { code, digest, encrypted, flag, foreignId, id, integer, json, longText, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

const FIRST = {
  id: '019ac53a-6000-7000-8000-000000000001', at: '2026-11-27 00:00:00.000', note: '初始规则。First rules.',
  bands: [
    { fromAge: 8, toAge: 13, registersAlone: false, accompanied: true, mostMinutes: 180, latestHour: 19 },
    { fromAge: 14, toAge: 17, registersAlone: true, accompanied: false, mostMinutes: 360, latestHour: 20 },
  ],
};

/** Minors: their names apart and sealed, their guardians, what these agreed to, and who may open a record. What is offered already was written for adults. */
export class CreateGuardians1796600001000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('sealed_names', {
      columns: { account_id: foreignId(), name_sealed: encrypted(lengths.personName) }, primaryKey: ['account_id'], foreignKeys: [{ column: 'account_id', references: 'accounts' }],
    });
    await schema.createTable('minor_policies', {
      columns: { id: id(), number: integer(), bands: json(), note: text(lengths.note), created_at: utc(), created_by: optional(foreignId()) },
      unique: [['number']], foreignKeys: [{ column: 'created_by', references: 'accounts' }],
    });
    await schema.createTable('guardian_links', {
      columns: {
        id: id(), minor_id: foreignId(), guardian_id: optional(foreignId()), active_key: optional(text(80)), name_sealed: optional(encrypted(lengths.personName)), phone_sealed: optional(encrypted(lengths.phone)), phone_index: optional(digest()), relation: code(),
        method: code(), token_hash: optional(digest()), asked_at: utc(), expires_at: optional(utc()), confirmed_at: optional(utc()), declined_at: optional(utc()), ended_at: optional(utc()), ended_by: optional(foreignId()), version: version(),
      },
      unique: [['active_key'], ['token_hash']], indexes: [['minor_id'], ['guardian_id']],
      foreignKeys: [{ column: 'minor_id', references: 'volunteers' }, { column: 'guardian_id', references: 'accounts' }, { column: 'ended_by', references: 'accounts' }],
    });
    await schema.createTable('activity_consents', {
      columns: {
        id: id(), minor_id: foreignId(), activity_id: foreignId(), position_id: optional(foreignId()), guardian_id: optional(foreignId()), open_key: optional(text(80)), wait_if_full: flag(), note: optional(text(lengths.remark)), risk_hash: digest(), risk_text: longText(),
        accompanies: optional(flag()), asked_by: foreignId(), asked_at: utc(), given_at: optional(utc()), refused_at: optional(utc()), withdrawn_at: optional(utc()), version: version(),
      },
      unique: [['open_key']], indexes: [['minor_id', 'activity_id'], ['activity_id'], ['guardian_id'], ['asked_at']],
      foreignKeys: [
        { column: 'minor_id', references: 'volunteers' }, { column: 'activity_id', references: 'activities' }, { column: 'position_id', references: 'positions' }, { column: 'guardian_id', references: 'accounts' }, { column: 'asked_by', references: 'accounts' },
      ],
    });
    await schema.createTable('minor_record_requests', {
      columns: {
        id: id(), minor_id: foreignId(), reason: text(lengths.note), asked_by: foreignId(), asked_at: utc(), approved: optional(flag()), decided_by: optional(foreignId()), decided_at: optional(utc()), until: optional(utc()), opened: integer(), version: version(),
      },
      indexes: [['minor_id', 'asked_by'], ['asked_by'], ['asked_at']],
      foreignKeys: [{ column: 'minor_id', references: 'volunteers' }, { column: 'asked_by', references: 'accounts' }, { column: 'decided_by', references: 'accounts' }],
    });
    await schema.addColumn('activities', 'minors', flag(), '0');
    await schema.addColumn('activities', 'dangerous', flag(), '0');
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'minor-policies', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'minor-policies')");
    await schema.execute(
      'INSERT INTO minor_policies (id, number, bands, note, created_at, created_by) SELECT ?, 1, ?, ?, ?, NULL FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM minor_policies WHERE number = 1)',
      [FIRST.id, JSON.stringify(FIRST.bands), FIRST.note, FIRST.at],
    );
  }
}

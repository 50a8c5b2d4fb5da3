import { CREDENTIAL_NUMBER, lengths } from '@kepu/contracts';
import { code, day, encrypted, flag, foreignId, id, integer, json, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Certificates, what positions demand of them, and what trainings give. */
export class CreateCredentials1797201400000 extends Migration {
  async change(schema: Schema): Promise<void> {
    const account = (column: string) => ({ column, references: 'accounts' });
    await schema.createTable('credential_kinds', {
      columns: { id: id(), seed_key: optional(text(lengths.key)), name: text(lengths.name), note: optional(text(lengths.note)), implies: json(), expires: flag(), by_course: flag(), retired: flag(), sort_no: integer(), version: version() },
      unique: [['name']],
    });
    await schema.createTable('credentials', {
      columns: {
        id: id(), account_id: foreignId(), kind_id: foreignId(), issuer: text(lengths.name), number_sealed: optional(encrypted(CREDENTIAL_NUMBER)), from_day: day(), to_day: optional(day()), file_id: optional(foreignId()), state: code(), activity_id: optional(foreignId()), course_title: optional(text(lengths.title)),
        declared_at: utc(), confirmed_at: optional(utc()), confirmed_by: optional(foreignId()), proof: optional(code()), audited_at: optional(utc()), audited_by: optional(foreignId()), sampled_at: optional(utc()), returned_reason: optional(text(lengths.note)), returned_at: optional(utc()), returned_by: optional(foreignId()), version: version(),
      },
      unique: [['account_id', 'activity_id']], indexes: [['account_id', 'kind_id'], ['state', 'to_day'], ['kind_id', 'state']],
      foreignKeys: [account('account_id'), { column: 'kind_id', references: 'credential_kinds' }, { column: 'file_id', references: 'stored_files' }, account('confirmed_by'), account('audited_by'), account('returned_by')],
    });
    await schema.addColumn('positions', 'credential_ids', json(), "'[]'");
    await schema.addColumn('activities', 'grants_kind_id', optional(foreignId()));
    await schema.addColumn('activities', 'grants_months', optional(integer()));
  }
}

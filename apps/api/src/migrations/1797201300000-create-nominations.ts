import { lengths, poolLimits } from '@kepu/contracts';
import { code, day, flag, foreignId, id, integer, json, longText, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** What an office sets for a pool, who is to come into it, and the letters of those who did. */
export class CreateNominations1797201300000 extends Migration {
  async change(schema: Schema): Promise<void> {
    const account = (column: string) => ({ column, references: 'accounts' });
    const automatic = "CASE WHEN seed_key IN ('science-volunteers', 'student-volunteers', 'special-envoys') THEN 1 ELSE 0 END";
    await schema.addColumn('pools', 'aliases', json(), "'[]'");
    await schema.addColumn('pools', 'owner_division_id', optional(foreignId()));
    await schema.addColumn('pools', 'owner_unit_id', optional(foreignId()));
    await schema.addColumn('pools', 'entry', code(), `CASE WHEN ${automatic} = 1 THEN 'automatic' ELSE 'appointed' END`);
    await schema.addColumn('pools', 'units_recommend', flag(), `1 - ${automatic}`);
    await schema.addColumn('pools', 'people_apply', flag(), '0');
    await schema.addColumn('pools', 'county_reviews', flag(), '1');
    await schema.addColumn('pools', 'quota', optional(integer()));
    await schema.addColumn('pools', 'county_quota', optional(integer()));
    await schema.addColumn('pools', 'term_months', optional(integer()), `CASE WHEN ${automatic} = 1 THEN NULL ELSE 24 END`);
    await schema.addColumn('pools', 'renew_days', integer(), '60');
    await schema.addColumn('pools', 'letter', flag(), "CASE WHEN seed_key = 'lecturers' THEN 1 ELSE 0 END");
    await schema.addColumn('pools', 'letter_words', optional(longText()));
    await schema.addColumn('pools', 'number_pattern', optional(text(poolLimits.pattern)), "CASE WHEN seed_key = 'lecturers' THEN '温科讲聘〔{year}〕{n}号' ELSE NULL END");
    await schema.addColumn('pools', 'questions', json(), "'[]'");
    await schema.addColumn('pools', 'questions_version', integer(), '1');
    await schema.addColumn('pools', 'turn', integer(), '0');
    await schema.addColumn('pools', 'version', version(), '1');
    await schema.addForeignKey('pools', { column: 'owner_division_id', references: 'divisions' });
    await schema.addForeignKey('pools', { column: 'owner_unit_id', references: 'units' });
    await schema.createIndex('pools', ['name'], { unique: true });

    await schema.createTable('pool_letters', {
      columns: {
        id: id(), pool_id: foreignId(), account_id: foreignId(), number: text(lengths.docNumber), series: text(lengths.docNumber), seq: integer(), code: text(poolLimits.code), words: json(), issued_at: utc(), issued_by: optional(foreignId()),
      },
      unique: [['number'], ['series', 'seq']], indexes: [['account_id']], foreignKeys: [{ column: 'pool_id', references: 'pools' }, account('account_id'), account('issued_by')],
    });
    await schema.createTable('nominations', {
      columns: {
        id: id(), pool_id: foreignId(), account_id: foreignId(), unit_id: optional(foreignId()), county_id: optional(foreignId()), own: flag(), live_key: optional(text(80)), state: code(), consent: code(), consent_note: optional(text(lengths.note)), consented_at: optional(utc()), words: optional(text(lengths.note)),
        questions: json(), questions_version: integer(), answers: json(), reason: optional(text(lengths.note)), submitted_at: optional(utc()), submitted_by: optional(foreignId()), reviewed_at: optional(utc()), reviewed_by: optional(foreignId()), decided_at: optional(utc()), decided_by: optional(foreignId()), term_id: optional(foreignId()), created_at: utc(), created_by: foreignId(), version: version(),
      },
      unique: [['live_key']], indexes: [['pool_id', 'state'], ['account_id'], ['unit_id', 'state']],
      foreignKeys: [{ column: 'pool_id', references: 'pools' }, account('account_id'), { column: 'unit_id', references: 'units' }, { column: 'county_id', references: 'divisions' }, account('submitted_by'), account('reviewed_by'), account('decided_by'), { column: 'term_id', references: 'pool_terms' }, account('created_by')],
    });
    await schema.addColumn('pool_terms', 'nomination_id', optional(foreignId()));
    await schema.addColumn('pool_terms', 'letter_id', optional(foreignId()));
    await schema.addColumn('pool_terms', 'suspended_from', optional(day()));
    await schema.addColumn('pool_terms', 'suspended_to', optional(day()));
    await schema.addColumn('pool_terms', 'suspended_reason', optional(text(lengths.note)));
    await schema.addColumn('pool_terms', 'willing', optional(flag()));
    await schema.addColumn('pool_terms', 'willing_asked_at', optional(utc()));
    await schema.addForeignKey('pool_terms', { column: 'letter_id', references: 'pool_letters' });
    await schema.createIndex('pool_terms', ['to_day']);
    // Letters are numbered without a gap: whoever issues one waits for the one before.
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'letter-numbers', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'letter-numbers')");
  }
}

import { lengths, talkLimits } from '@kepu/contracts';
import { code, flag, foreignId, id, integer, longText, optional, searchKey, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** The menu of talks, and which pools have one. */
export class CreateTalks1797201500000 extends Migration {
  async change(schema: Schema): Promise<void> {
    const account = (column: string) => ({ column, references: 'accounts' });
    await schema.addColumn('pools', 'menu', flag(), "CASE WHEN seed_key IN ('lecturers', 'service-corps') THEN 1 ELSE 0 END");
    await schema.addColumn('pools', 'menu_names', flag(), "CASE WHEN seed_key IN ('lecturers', 'service-corps') THEN 1 ELSE 0 END");
    await schema.addColumn('pools', 'menu_ratings', flag(), '0');
    await schema.createTable('talks', {
      columns: {
        id: id(), pool_id: foreignId(), lecturer_id: foreignId(), title: text(lengths.title), title_key: searchKey(), search_key: longText(), summary: text(talkLimits.summary), minutes: integer(), most_people: optional(integer()), equipment: code(), needs: optional(text(lengths.note)), languages: code(), months: code(), name_shown: flag(), staff_written: flag(),
        state: code(), created_at: utc(), created_by: foreignId(), updated_at: utc(), submitted_at: optional(utc()), published_at: optional(utc()), published_by: optional(foreignId()), returned_reason: optional(text(lengths.note)), returned_at: optional(utc()), returned_by: optional(foreignId()),
        withdrawn_reason: optional(text(lengths.note)), withdrawn_at: optional(utc()), withdrawn_by: optional(foreignId()), version: version(),
      },
      indexes: [['pool_id', 'state'], ['lecturer_id', 'pool_id'], ['state', 'updated_at']],
      foreignKeys: [{ column: 'pool_id', references: 'pools' }, account('lecturer_id'), account('created_by'), account('published_by'), account('returned_by'), account('withdrawn_by')],
    });
    await schema.createTable('talk_terms', {
      columns: { id: id(), talk_id: foreignId(), term_id: foreignId(), kind: code() },
      unique: [['talk_id', 'term_id']], indexes: [['term_id']], foreignKeys: [{ column: 'talk_id', references: 'talks' }, { column: 'term_id', references: 'terms' }],
    });
  }
}

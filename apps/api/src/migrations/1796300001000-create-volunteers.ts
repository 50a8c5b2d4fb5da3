import { lengths } from '@kepu/contracts';
import { code, day, flag, foreignId, id, integer, longText, optional, searchKey, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Citizens who serve. */
export class CreateVolunteers1796300001000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('volunteers', {
      columns: {
        id: id(), number: text(20), name_key: searchKey(), search_key: longText(), born_on: day(), occupation: code(), unit_id: optional(foreignId()),
        county_id: foreignId(), availability: text(21), travel_limit: integer(), to_islands: flag(), to_mountains: flag(), recommendations_off: flag(),
        paused_until: optional(day()), consent_version: text(40), consent_note: optional(text(lengths.note)), registered_by: optional(foreignId()), created_at: utc(),
        version: version(),
      },
      unique: [['number']],
      indexes: [['county_id'], ['unit_id'], ['name_key'], ['created_at']],
      foreignKeys: [
        { column: 'id', references: 'accounts' },
        { column: 'unit_id', references: 'units' },
        { column: 'county_id', references: 'divisions' },
        { column: 'registered_by', references: 'accounts' },
      ],
    });
    await schema.createTable('volunteer_topics', {
      columns: {
        id: id(), volunteer_id: foreignId(), term_id: foreignId(),
      },
      unique: [['volunteer_id', 'term_id']],
      indexes: [['term_id']],
      foreignKeys: [
        { column: 'volunteer_id', references: 'volunteers' },
        { column: 'term_id', references: 'terms' },
      ],
    });
    // Its turns are the numbers that volunteers get, one after the other.
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'volunteer_numbers', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'volunteer_numbers')");
  }
}

import { code, day, integer, json, optional, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** What a profile says beside topics and times: how well, in which languages, how much, when not, and whether still. */
export class WidenProfiles1797201700000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.addColumn('volunteers', 'languages', code(), "'100'");
    await schema.addColumn('volunteers', 'monthly_hours', optional(integer()));
    await schema.addColumn('volunteers', 'absences', json(), "'[]'");
    await schema.addColumn('volunteers', 'willing_at', optional(utc()));
    await schema.addColumn('volunteers', 'willing_asked_on', optional(day()));
    await schema.createIndex('volunteers', ['willing_asked_on']);
    await schema.addColumn('volunteer_topics', 'level', code(), "'interested'");
  }
}

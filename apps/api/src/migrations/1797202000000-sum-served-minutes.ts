import { integer } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** What the ledger of volunteer hours adds up to for each person: a list of a hundred thousand is sorted along it (ADR 36). */
export class SumServedMinutes1797202000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.addColumn('volunteers', 'served_minutes', integer(), "COALESCE((SELECT SUM(s.minutes) FROM service_records s WHERE s.volunteer_id = volunteers.id AND s.ledger = 'volunteer'), 0)");
    await schema.createIndex('volunteers', ['served_minutes', 'id']);
  }
}

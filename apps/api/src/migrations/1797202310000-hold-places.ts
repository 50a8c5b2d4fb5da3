import { optional, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** A place that came free is held for somebody of the waiting list who joined it long ago, until they have answered or the time is over (ADR 42). */
export class HoldPlaces1797202310000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.addColumn('signups', 'held_until', optional(utc()), 'NULL');
    await schema.createIndex('signups', ['state', 'held_until']);
  }
}

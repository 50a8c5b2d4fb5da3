import { json } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

const SECOND = {
  id: '019ac013-2f80-7000-8000-000000000002', at: '2026-11-29 00:00:00.000', note: '加入守约情况。With reliability.',
  weights: { topic: 0.3, audience: 0.15, availability: 0.2, travel: 0.15, wish: 0.1, growth: 0.1, need: 0.25, rural: 0.1, first_service: 0.08, connections: 0.2, load: 0.1, reliability: 0.1 },
};

/** Pools that positions demand, and the second version of the weights, unless an office has made its own: in that one reliability weighs nothing until the office says so. */
export class DemandPools1797202500000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.addColumn('positions', 'pool_ids', json(), "'[]'");
    await schema.execute(
      'INSERT INTO matching_weights (id, number, weights, note, created_at, created_by) SELECT ?, 2, ?, ?, ?, NULL FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM matching_weights WHERE number > 1)',
      [SECOND.id, JSON.stringify(SECOND.weights), SECOND.note, SECOND.at],
    );
  }
}

import { Migration, type Schema } from './dsl.js';

const FIRST = {
  id: '019ac013-2f80-7000-8000-000000000001', at: '2026-11-26 00:00:00.000', note: '初始权重。First weights.',
  weights: { topic: 0.3, audience: 0.15, availability: 0.2, travel: 0.15, wish: 0.1, growth: 0.1, need: 0.25, rural: 0.1, first_service: 0.08, connections: 0.2, load: 0.1 },
};

/** Version 1 of the weights, and turns at the next ones: no process ever matches without weights. */
export class SeedMatchingWeights1796300004500 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'matching-weights', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'matching-weights')");
    await schema.execute(
      'INSERT INTO matching_weights (id, number, weights, note, created_at, created_by) SELECT ?, 1, ?, ?, ?, NULL FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM matching_weights WHERE number = 1)',
      [FIRST.id, JSON.stringify(FIRST.weights), FIRST.note, FIRST.at],
    );
  }
}

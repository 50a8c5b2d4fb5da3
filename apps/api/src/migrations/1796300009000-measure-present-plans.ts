import { lengths, type Target } from '@kepu/contracts';
import { paperMeasures } from '@kepu/domain';
import { newId, toDbTime } from '../platform/database/index.js';
import { Migration, type Schema } from './dsl.js';

interface ItemRow { readonly id: string; readonly planId: string; readonly text: string; readonly targets: string; readonly dueOn: string | null; readonly year: number; readonly createdAt: string }

const columns = ['id', 'item_id', 'plan_id', 'kind', 'name', 'raw', 'origin', 'sources', 'min_value', 'max_value', 'approx', 'unit_of_measure', 'due_on', 'created_at', 'version'];

/** The numbers of papers that were committed before there were measures. An item that has its measures already keeps them. */
export class MeasurePresentPlans1796300009000 extends Migration {
  async change(schema: Schema): Promise<void> {
    const items = await schema.rows<ItemRow>(
      `SELECT i.id AS \`id\`, i.plan_id AS \`planId\`, i.text AS \`text\`, i.targets AS \`targets\`, i.due_on AS \`dueOn\`, p.year AS \`year\`, p.created_at AS \`createdAt\`
       FROM items i JOIN plans p ON p.id = i.plan_id
       WHERE i.target_count > 0 AND NOT EXISTS (SELECT 1 FROM measures m WHERE m.item_id = i.id AND m.origin = 'paper') ORDER BY i.plan_id, i.seq`);
    for (const item of items) {
      const made = paperMeasures({ text: item.text, targets: JSON.parse(item.targets) as Target[], dueOn: item.dueOn }, item.year, lengths);
      const rows = made.map((one) => [
        newId(), item.id, item.planId, one.kind, one.name, one.raw, 'paper', JSON.stringify(one.sources), one.min, one.max, one.approx ? 1 : 0, one.unitOfMeasure, one.dueOn, toDbTime(item.createdAt), 1,
      ]);
      if (rows.length === 0) continue;
      // All of an item in one statement: whatever is killed half-way, the next run finds an item done or not begun.
      const marks = rows.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ');
      await schema.execute(`INSERT INTO measures (${columns.join(', ')}) VALUES ${marks}`, rows.flat());
    }
  }
}

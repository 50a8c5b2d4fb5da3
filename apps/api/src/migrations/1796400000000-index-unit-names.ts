import { Migration, type Schema } from './dsl.js';

/** A name is looked for among all units whenever one gets it; before, all units of the division were read. */
export class IndexUnitNames1796400000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createIndex('units', ['name']);
    await schema.createIndex('units', ['full_name']);
  }
}

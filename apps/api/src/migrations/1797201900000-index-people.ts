import { searchKey } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Lists of a hundred thousand people: sorted by name along an index, and counted in one (ADR 36). */
export class IndexPeople1797201900000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.addColumn('pool_terms', 'name_key', searchKey(), "''");
    await schema.execute("UPDATE pool_terms SET name_key = COALESCE((SELECT v.name_key FROM volunteers v WHERE v.id = pool_terms.account_id), '')");
    await schema.createIndex('pool_terms', ['pool_id', 'unit_id', 'from_day', 'to_day', 'ended_on']);
    await schema.createIndex('pool_terms', ['pool_id', 'name_key', 'id', 'from_day', 'to_day', 'ended_on']);
    await schema.createIndex('pool_terms', ['name_key']);
    await schema.dropIndex('pool_terms', ['pool_id', 'unit_id']);
    await schema.createIndex('service_records', ['ledger', 'volunteer_id', 'minutes']);
    await schema.createIndex('accounts', ['state']);
    await schema.createIndex('accounts', ['search_key']);
    await schema.createIndex('volunteers', ['occupation']);
    await schema.createIndex('credentials', ['state', 'declared_at']);
  }
}

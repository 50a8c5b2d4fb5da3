import { digest, flag, integer, optional } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Children under 8 who come along with an adult: whether an activity takes them, how many come, and which text of the risks was read. What is offered already was offered without them. */
export class FamilyCompanions1796800000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.addColumn('activities', 'companions', flag(), '0');
    await schema.addColumn('signups', 'companions', integer(), '0');
    await schema.addColumn('signups', 'companions_hash', optional(digest()));
  }
}

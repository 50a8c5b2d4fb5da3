import { code, encrypted, flag, foreignId, id, optional, text, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** News of orders by text message, and what leads from it to the order (ADR 41). Orders from before hold their code as a digest alone: whoever made them is called. */
export class CreateOrderNews1797202200000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.addColumn('orders', 'code_sealed', optional(encrypted(10)));
    await schema.addColumn('orders', 'messages_stopped', flag(), '0');
    await schema.createTable('order_news', {
      columns: { id: id(), order_id: foreignId(), event_key: text(120), kind: code(), state: code(), starts_at: optional(utc()), created_at: utc(), ended_at: optional(utc()) },
      unique: [['event_key']], indexes: [['order_id', 'created_at'], ['state', 'created_at']], foreignKeys: [{ column: 'order_id', references: 'orders' }],
    });
  }
}

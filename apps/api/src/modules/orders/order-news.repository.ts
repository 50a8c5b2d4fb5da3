import { Injectable } from '@nestjs/common';
import type { OrderNewsKind, OrderNewsState } from '@kepu/contracts';
import { changeRows, Database, readRows, toDbTime } from '../../platform/database/index.js';
import { OrderNewsEntity } from './order-parts.entity.js';

/** A piece of news as it is read. */
export interface NewsRow { readonly id: string; readonly orderId: string; readonly kind: OrderNewsKind; readonly state: OrderNewsState; readonly startsAt: string | null; readonly createdAt: string; readonly endedAt: string | null }
const columns = 'n.id AS id, n.order_id AS orderId, n.kind AS kind, n.state AS state, n.starts_at AS startsAt, n.created_at AS createdAt, n.ended_at AS endedAt';

/** Rows of `order_news`. */
@Injectable()
export class OrderNewsRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<NewsRow | null> { return (await readRows<NewsRow>(this.database.reader, `SELECT ${columns} FROM order_news n WHERE n.id = :id`, { id }))[0] ?? null; }
  of(orderId: string): Promise<NewsRow[]> { return readRows<NewsRow>(this.database.reader, `SELECT ${columns} FROM order_news n WHERE n.order_id = :orderId ORDER BY n.created_at DESC, n.id DESC`, { orderId }); }
  async hasNewer({ id, orderId, createdAt }: NewsRow): Promise<boolean> {
    return (await readRows(this.database.reader, 'SELECT n.id AS id FROM order_news n WHERE n.order_id = :orderId AND (n.created_at > :createdAt OR (n.created_at = :createdAt AND n.id > :id)) LIMIT 1', { id, orderId, createdAt: toDbTime(createdAt) })).length > 0;
  }

  /** False where this was told before. */
  async insertOnce(row: OrderNewsEntity): Promise<boolean> {
    await this.database.writer.createQueryBuilder().insert().into(OrderNewsEntity).values(row).orIgnore().updateEntity(false).execute();
    return (await readRows(this.database.writer, 'SELECT n.id AS id FROM order_news n WHERE n.id = :id', { id: row.id })).length > 0;
  }
  /** Once: what has ended is not ended again. */
  async end(id: string, state: OrderNewsState, now: Date): Promise<void> { await changeRows(this.database.writer, "UPDATE order_news SET state = :state, ended_at = :now WHERE id = :id AND state = 'waiting'", { id, state, now: toDbTime(now) }); }
  /** What did not arrive was told by phone. */
  called(orderId: string, now: Date): Promise<number> { return changeRows(this.database.writer, "UPDATE order_news SET state = 'called', ended_at = :now WHERE order_id = :orderId AND state IN ('untold', 'refused', 'unreachable', 'held')", { orderId, now: toDbTime(now) }); }
  /** What waits in vain, such as after a process that died with each try. */
  lapse(before: Date, now: Date): Promise<number> { return changeRows(this.database.writer, "UPDATE order_news SET state = 'unreachable', ended_at = :now WHERE state = 'waiting' AND created_at < :before", { before: toDbTime(before), now: toDbTime(now) }); }
}

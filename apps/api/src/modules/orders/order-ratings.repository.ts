import { Injectable } from '@nestjs/common';
import type { OrderRater } from '@kepu/contracts';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { changeRows, Database, insertRows, readRows, toDbTime } from '../../platform/database/index.js';
import { keptPools } from '../talents/index.js';
import { OrderRatingEntity } from './order-parts.entity.js';

/** What somebody said. */
export interface RatingRow { readonly orderId: string; readonly rater: OrderRater; readonly first: number; readonly second: number | null; readonly third: number | null; readonly people: number | null; readonly note: string | null; readonly ratedAt: string }
const columns = 'r.order_id AS orderId, r.rater AS rater, r.first AS first, r.second AS second, r.third AS third, r.people AS people, r.note AS note, r.rated_at AS ratedAt';

/** Rows of `order_ratings`. */
@Injectable()
export class OrderRatingsRepository {
  constructor(private readonly database: Database) {}

  of(orderIds: readonly string[]): Promise<RatingRow[]> { return orderIds.length === 0 ? Promise.resolve([]) : readRows<RatingRow>(this.database.reader, `SELECT ${columns} FROM order_ratings r WHERE r.order_id IN (:...orderIds) ORDER BY r.rated_at, r.id`, { orderIds }); }
  ofTalk(talkId: string): Promise<RatingRow[]> { return readRows<RatingRow>(this.database.reader, `SELECT ${columns} FROM order_ratings r JOIN orders o ON o.id = r.order_id WHERE o.talk_id = :talkId ORDER BY r.rated_at DESC, r.id DESC`, { talkId }); }
  /** The mean of the grades of audiences and of those for content, with how many they are. */
  async averages(talkIds: readonly string[]): Promise<ReadonlyMap<string, { average: number; count: number }>> {
    const rows = await readRows<{ talkId: string; total: number | string; count: number | string }>(this.database.reader, "SELECT o.talk_id AS talkId, SUM(r.first) AS total, COUNT(*) AS count FROM order_ratings r JOIN orders o ON o.id = r.order_id WHERE o.talk_id IN (:...talkIds) AND r.rater IN ('orderer', 'audience') GROUP BY o.talk_id", { talkIds });
    return new Map(rows.map(({ talkId, total, count }) => [talkId, { average: Math.round((Number(total) / Number(count)) * 10) / 10, count: Number(count) }]));
  }
  async has(orderId: string, deviceHash: string): Promise<boolean> { return (await readRows(this.database.reader, "SELECT r.id AS id FROM order_ratings r WHERE r.order_id = :orderId AND r.rater = 'audience' AND r.device_hash = :deviceHash", { orderId, deviceHash })).length > 0; }
  /** Whether a talk stands in a pool that the actor keeps. */
  async keepsTalk(actor: Actor, id: string): Promise<boolean> {
    const kept = keptPools(reachOf(actor, 'talk:publish'));
    return (await readRows(this.database.reader, `SELECT k.id AS id FROM talks k JOIN pools p ON p.id = k.pool_id LEFT JOIN units po ON po.id = p.owner_unit_id WHERE k.id = :id AND (${kept.sql})`, { ...kept.params, id })).length > 0;
  }
  async insert(row: OrderRatingEntity): Promise<void> { await insertRows(this.database.writer, OrderRatingEntity, [row]); }
  /** What tells phones apart is only needed as long as one can rate; the grades stay. */
  forgetDevices(before: Date, limit: number): Promise<number> {
    return changeRows(this.database.writer, "UPDATE order_ratings SET device_hash = CONCAT('-', id) WHERE id IN (SELECT x.id FROM (SELECT r.id AS id FROM order_ratings r WHERE r.rater = 'audience' AND r.device_hash NOT LIKE '-%' AND r.rated_at < :before LIMIT :limit) x)", { before: toDbTime(before), limit });
  }
}

import { Injectable } from '@nestjs/common';
import type { OrderOfferState, OrderStage } from '@kepu/contracts';
import { changeRows, Database, insertRows, readRows, toDbTime } from '../../platform/database/index.js';
import { OrderOfferEntity } from './order-parts.entity.js';

/** An offer with the names that a person reads; `parts` is JSON. */
export interface OfferRow {
  readonly id: string; readonly bundleId: string; readonly orderId: string; readonly lecturerId: string; readonly lecturerName: string; readonly unitId: string | null; readonly unitName: string | null; readonly talkId: string | null; readonly talkTitle: string | null; readonly startsAt: string; readonly endsAt: string;
  readonly state: OrderOfferState; readonly stage: OrderStage; readonly round: number; readonly score: number | null; readonly parts: string; readonly reason: string | null; readonly offeredAt: string; readonly offeredByName: string | null; readonly expiresAt: string; readonly answeredAt: string | null; readonly answer: string | null; readonly version: number;
}
const columns = `f.id AS id, f.bundle_id AS bundleId, f.order_id AS orderId, f.lecturer_id AS lecturerId, a.name AS lecturerName, v.unit_id AS unitId, u.name AS unitName, f.talk_id AS talkId, k.title AS talkTitle, f.starts_at AS startsAt, f.ends_at AS endsAt, f.state AS state, f.stage AS stage, f.round AS round, f.score AS score,
  f.parts AS parts, f.reason AS reason, f.offered_at AS offeredAt, b.name AS offeredByName, f.expires_at AS expiresAt, f.answered_at AS answeredAt, f.answer AS answer, f.version AS version`;
const from = 'FROM order_offers f JOIN accounts a ON a.id = f.lecturer_id LEFT JOIN volunteers v ON v.id = f.lecturer_id LEFT JOIN units u ON u.id = v.unit_id LEFT JOIN talks k ON k.id = f.talk_id LEFT JOIN accounts b ON b.id = f.offered_by';

/** Rows of `order_offers`. */
@Injectable()
export class OrderOffersRepository {
  constructor(private readonly database: Database) {}

  ofOrder(orderId: string): Promise<OfferRow[]> { return this.read('f.order_id = :orderId', { orderId }, 'f.offered_at, f.id'); }
  openOf(orderId: string): Promise<OfferRow[]> { return this.read("f.order_id = :orderId AND f.state = 'offered'", { orderId }, 'f.id'); }
  async byId(id: string): Promise<OfferRow | null> { return (await this.read('f.id = :id', { id }, 'f.id'))[0] ?? null; }
  bundle(bundleId: string): Promise<OfferRow[]> { return this.read('f.bundle_id = :bundleId', { bundleId }, 'f.starts_at, f.id'); }
  ofLecturer(lecturerId: string): Promise<OfferRow[]> { return this.read('f.lecturer_id = :lecturerId', { lecturerId }, 'f.offered_at DESC, f.id DESC'); }
  /** Open ones whose time is over. */
  overdue(now: Date, limit: number): Promise<OfferRow[]> { return this.read("f.state = 'offered' AND f.expires_at <= :now", { now: toDbTime(now) }, `f.expires_at, f.id LIMIT ${limit}`); }
  /** Open ones that end by a moment and whose lecturer was not reminded. */
  ending(until: Date, limit: number): Promise<OfferRow[]> { return this.read("f.state = 'offered' AND f.reminded = 0 AND f.expires_at <= :until", { until: toDbTime(until) }, `f.expires_at, f.id LIMIT ${limit}`); }
  async reminded(id: string): Promise<void> { await this.database.writer.update(OrderOfferEntity, { id }, { reminded: true }); }

  async insert(rows: readonly OrderOfferEntity[]): Promise<void> { await insertRows(this.database.writer, OrderOfferEntity, [...rows]); }
  /** Against the state and version that were read. */
  async update({ id, state, version }: Pick<OfferRow, 'id' | 'state' | 'version'>, changes: Partial<OrderOfferEntity>): Promise<boolean> {
    return (await this.database.writer.update(OrderOfferEntity, { id, state, version }, { ...changes, version: version + 1 })).affected === 1;
  }
  /** The times of an accepted offer follow those of the order. */
  async retime(orderId: string, times: { readonly startsAt: string; readonly endsAt: string }): Promise<void> {
    await changeRows(this.database.writer, "UPDATE order_offers SET starts_at = :startsAt, ends_at = :endsAt WHERE order_id = :orderId AND state = 'accepted'", { orderId, startsAt: toDbTime(times.startsAt), endsAt: toDbTime(times.endsAt) });
  }

  private read(where: string, params: Readonly<Record<string, unknown>>, order: string): Promise<OfferRow[]> { return readRows<OfferRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${where} ORDER BY ${order}`, params); }
}

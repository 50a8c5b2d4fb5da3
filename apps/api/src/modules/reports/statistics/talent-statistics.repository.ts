import { Injectable } from '@nestjs/common';
import type { OrderState } from '@kepu/contracts';
import { reachOf, type Actor } from '../../../platform/auth/actor.js';
import { allOf, Database, readRows, toDbTime, type Predicate } from '../../../platform/database/index.js';
import { ordersWithin } from '../../orders/index.js';
import { termsWithin } from '../../talents/index.js';

/** A term that ran in the year. */
export interface LecturerRow { readonly id: string; readonly name: string; readonly unitId: string | null; readonly unitName: string | null; readonly countyId: string; readonly countyName: string; readonly fromDay: string; readonly toDay: string | null; readonly number: string | null }
/** A talk of the menu. */
export interface MenuRow { readonly id: string; readonly title: string; readonly minutes: number; readonly lecturerId: string; readonly lecturerName: string }
/** An order of the year with what it came to. */
export interface OrderRow {
  readonly id: string; readonly number: string; readonly at: string; readonly state: OrderState; readonly countyId: string; readonly countyName: string; readonly placeName: string; readonly lecturerId: string | null; readonly lecturerName: string | null; readonly talkId: string | null; readonly talkTitle: string | null; readonly people: number | null; readonly minutes: number | string;
}
/** The first and last moment of a year, in Shanghai. */
export interface Span { readonly from: Date; readonly until: Date; readonly firstDay: string; readonly lastDay: string }

/** What the yearly statistics of a pool are made of, within reach: people by their terms, orders by where they are. */
@Injectable()
export class TalentStatisticsRepository {
  constructor(private readonly database: Database) {}

  async poolName(id: string): Promise<string | null> { return (await readRows<{ name: string }>(this.database.reader, 'SELECT p.name AS name FROM pools p WHERE p.id = :id', { id }))[0]?.name ?? null; }

  lecturersFor(actor: Actor, poolId: string, { firstDay, lastDay }: Span): Promise<LecturerRow[]> {
    const { sql, params } = allOf([termsWithin(reachOf(actor, 'volunteer:read')), { sql: 't.pool_id = :poolId AND t.from_day <= :lastDay AND (t.to_day IS NULL OR t.to_day >= :firstDay) AND (t.ended_on IS NULL OR t.ended_on > :firstDay)', params: { poolId, firstDay, lastDay } }]);
    return readRows<LecturerRow>(this.database.reader, `SELECT a.id AS id, a.name AS name, u.id AS unitId, u.name AS unitName, d.id AS countyId, d.name AS countyName, t.from_day AS fromDay, COALESCE(t.ended_on, t.to_day) AS toDay, l.number AS number
      FROM pool_terms t JOIN accounts a ON a.id = t.account_id JOIN volunteers v ON v.id = t.account_id JOIN divisions d ON d.id = v.county_id LEFT JOIN units u ON u.id = t.unit_id LEFT JOIN pool_letters l ON l.id = t.letter_id WHERE ${sql} ORDER BY t.name_key, t.from_day DESC, t.id`, params);
  }

  menu(poolId: string): Promise<MenuRow[]> {
    return readRows<MenuRow>(this.database.reader, "SELECT k.id AS id, k.title AS title, k.minutes AS minutes, a.id AS lecturerId, a.name AS lecturerName FROM talks k JOIN accounts a ON a.id = k.lecturer_id WHERE k.pool_id = :poolId AND k.state = 'published' ORDER BY k.title_key, k.id", { poolId });
  }

  /** Orders of the year that a member of the pool has taken or is asked for, and those that found nobody. Newest first. */
  ordersFor(actor: Actor, poolId: string, span: Span, more: readonly Predicate[] = []): Promise<OrderRow[]> {
    const { sql, params } = allOf([ordersWithin(actor, 'order:read'), {
      sql: `COALESCE(o.starts_at, o.submitted_at) >= :spanFrom AND COALESCE(o.starts_at, o.submitted_at) < :spanUntil AND (o.lecturer_id IN (SELECT t.account_id FROM pool_terms t WHERE t.pool_id = :poolId) OR (o.lecturer_id IS NULL AND (o.state = 'unfilled' OR EXISTS (SELECT 1 FROM order_talks ot JOIN talks k ON k.id = ot.talk_id WHERE ot.order_id = o.id AND k.pool_id = :poolId))))`,
      params: { poolId, spanFrom: toDbTime(span.from), spanUntil: toDbTime(span.until) },
    }, ...more]);
    return readRows<OrderRow>(this.database.reader, `SELECT o.id AS id, o.number AS number, COALESCE(o.starts_at, o.submitted_at) AS at, o.state AS state, d.id AS countyId, d.name AS countyName, o.place_name AS placeName, a.id AS lecturerId, a.name AS lecturerName, k.id AS talkId, k.title AS talkTitle, c.turnout AS people,
        COALESCE((SELECT SUM(r.minutes) FROM service_records r WHERE r.activity_id = o.activity_id AND r.volunteer_id = o.lecturer_id AND r.ledger <> 'none'), 0) AS minutes
      FROM orders o JOIN divisions d ON d.id = o.county_id LEFT JOIN units ou ON ou.id = o.unit_id LEFT JOIN accounts a ON a.id = o.lecturer_id LEFT JOIN talks k ON k.id = o.talk_id LEFT JOIN activities c ON c.id = o.activity_id AND c.state = 'closed'
      WHERE ${sql} ORDER BY COALESCE(o.starts_at, o.submitted_at) DESC, o.id DESC`, params);
  }
}

import { Injectable } from '@nestjs/common';
import { Database, readRows, toDbTime, type Predicate } from '../../platform/database/index.js';

/** Something that waits, and for how many more. */
export interface WaitingRow { readonly id: string; readonly title: string; readonly unitId: string; readonly unitName: string; readonly at: string; readonly total: number | string }
export interface CountedRow { readonly id: string; readonly title: string; readonly total: number | string }
/** What came back says what it is: activities and work entries stand in one list. */
export interface ReturnedRow extends WaitingRow { readonly kind: 'activity' | 'work_entry' }
export interface ShiftRow extends CountedRow { readonly activityId: string; readonly endsAt: string }
export interface ShortRow { readonly id: string; readonly title: string; readonly unitId: string; readonly unitName: string; readonly startsAt: string; readonly missing: number | string }
export interface ComingRow { readonly activityId: string; readonly shiftId: string; readonly title: string; readonly startsAt: string; readonly place: string; readonly confirmed: number | string; readonly wanted: number | string }

const SHOWN = 5;
/** The oldest of the rows, each with how many there are in all. */
const oldest = (rows: string) => `SELECT w.*, COUNT(*) OVER () AS total FROM (${rows}) w ORDER BY w.at, w.id LIMIT ${SHOWN}`;
const activity = (at: string, where: string) => `SELECT 'activity' AS kind, a.id AS id, a.title AS title, u.id AS unitId, u.name AS unitName, ${at} AS at FROM activities a JOIN units u ON u.id = a.unit_id WHERE ${where}`;
const workEntry = (at: string, where: string) => `SELECT 'work_entry' AS kind, e.id AS id, e.title AS title, u.id AS unitId, u.name AS unitName, ${at} AS at FROM work_entries e JOIN units u ON u.id = e.unit_id WHERE ${where}`;

/** What waits, counted where it stands. Every question names the units that it is asked for. */
@Injectable()
export class DeskRepository {
  constructor(private readonly database: Database) {}

  activitiesIn(state: 'submitted' | 'reported', units: Predicate): Promise<WaitingRow[]> {
    const at = state === 'submitted' ? 'a.submitted_at' : 'a.reported_at';
    return this.read(oldest(activity(at, `a.state = '${state}' AND ${units.sql}`)), units.params);
  }

  workEntriesToCheck(units: Predicate): Promise<WaitingRow[]> {
    return this.read(oldest(workEntry('e.submitted_at', `e.state = 'submitted' AND ${units.sql}`)), units.params);
  }

  /** Drafts that came back: activities and work entries together. */
  returned(units: Predicate): Promise<ReturnedRow[]> {
    const activities = activity('a.returned_at', `a.state IN ('draft', 'open') AND a.returned_at IS NOT NULL AND ${units.sql}`);
    const entries = workEntry('e.returned_at', `e.state = 'draft' AND e.returned_at IS NOT NULL AND ${units.sql}`);
    return this.read(oldest(`${activities} UNION ALL ${entries}`), units.params);
  }

  /** Drafts that nobody has handed in yet: activities and work entries together. */
  drafts(units: Predicate): Promise<ReturnedRow[]> {
    const activities = activity('a.created_at', `a.state = 'draft' AND a.returned_at IS NULL AND ${units.sql}`);
    const entries = workEntry('e.created_at', `e.state = 'draft' AND e.returned_at IS NULL AND ${units.sql}`);
    return this.read(oldest(`${activities} UNION ALL ${entries}`), units.params);
  }

  /** Published, all over, and not closed yet. */
  reportsDue(units: Predicate, now: Date): Promise<WaitingRow[]> {
    return this.read(oldest(activity('a.last_at', `a.state = 'open' AND a.last_at < :now AND ${units.sql}`)), { ...units.params, now: toDbTime(now) });
  }

  signupsToDecide(units: Predicate, now: Date): Promise<CountedRow[]> {
    return this.read(
      `SELECT a.id AS id, a.title AS title, COUNT(*) AS total FROM signups s JOIN shifts h ON h.id = s.shift_id JOIN activities a ON a.id = s.activity_id JOIN units u ON u.id = a.unit_id
       WHERE s.state = 'requested' AND a.state = 'open' AND h.cancelled_at IS NULL AND h.starts_at > :now AND ${units.sql} GROUP BY a.id, a.title, a.first_at ORDER BY a.first_at, a.id`,
      { ...units.params, now: toDbTime(now) });
  }

  /** Shifts that are over, with people who were there and whose hours nobody has confirmed. */
  hoursToConfirm(units: Predicate, accountId: string | null, now: Date): Promise<ShiftRow[]> {
    return this.read(
      `SELECT h.id AS id, a.id AS activityId, a.title AS title, h.ends_at AS endsAt, COUNT(*) AS total FROM attendances t JOIN shifts h ON h.id = t.shift_id JOIN activities a ON a.id = h.activity_id JOIN units u ON u.id = a.unit_id
       WHERE t.state IN ('present', 'left') AND h.ends_at < :now AND (h.leader_id = :accountId OR ${units.sql}) GROUP BY h.id, a.id, a.title, h.ends_at ORDER BY h.ends_at, h.id`,
      { ...units.params, accountId: accountId ?? '', now: toDbTime(now) });
  }

  /** Positions below their minimum that begin within a week. */
  shortOfPeople(units: Predicate, now: Date, until: Date): Promise<ShortRow[]> {
    return this.read(
      `SELECT a.id AS id, a.title AS title, u.id AS unitId, u.name AS unitName, MIN(h.starts_at) AS startsAt, SUM(p.minimum - p.confirmed) AS missing
       FROM positions p JOIN shifts h ON h.id = p.shift_id JOIN activities a ON a.id = p.activity_id JOIN units u ON u.id = a.unit_id
       WHERE a.state = 'open' AND h.cancelled_at IS NULL AND h.starts_at > :now AND h.starts_at < :until AND p.confirmed < p.minimum AND ${units.sql}
       GROUP BY a.id, a.title, u.id, u.name ORDER BY MIN(h.starts_at), a.id LIMIT 10`, { ...units.params, now: toDbTime(now), until: toDbTime(until) });
  }

  /** The next shifts, with how many places are taken. */
  coming(units: Predicate, accountId: string | null, now: Date): Promise<ComingRow[]> {
    return this.read(
      `SELECT a.id AS activityId, h.id AS shiftId, a.title AS title, h.starts_at AS startsAt, a.place AS place, COALESCE(SUM(p.confirmed), 0) AS confirmed, COALESCE(SUM(p.maximum), 0) AS wanted
       FROM shifts h JOIN activities a ON a.id = h.activity_id JOIN units u ON u.id = a.unit_id LEFT JOIN positions p ON p.shift_id = h.id
       WHERE a.state = 'open' AND h.cancelled_at IS NULL AND h.ends_at > :now AND (h.leader_id = :accountId OR ${units.sql})
       GROUP BY a.id, h.id, a.title, h.starts_at, a.place ORDER BY h.starts_at, h.id LIMIT ${SHOWN}`, { ...units.params, accountId: accountId ?? '', now: toDbTime(now) });
  }

  private read<Row extends object>(sql: string, params: Readonly<Record<string, unknown>>): Promise<Row[]> {
    return readRows<Row>(this.database.reader, sql, params);
  }
}

import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@kepu/contracts';
import { Database, readRows, toDbTime } from '../../platform/database/index.js';

/** Beyond this many the database reads everybody rather than a list of people. */
const NAMED = 500;
/** A line that says something and was not taken back. */
const stands = "r.reverses_id IS NULL AND r.ledger <> 'none' AND NOT EXISTS (SELECT 1 FROM service_records b WHERE b.reverses_id = r.id)";

/** What a person served, as sums. */
export interface ServiceSums { readonly services: number; readonly volunteerMinutes: number; readonly workMinutes: number; readonly thisYearMinutes: number; readonly toConfirm: number }

/** Sums over the ledgers. Every line counts with its sign, so a reversal needs no rule of its own. */
@Injectable()
export class ServiceFactsRepository {
  constructor(private readonly database: Database) {}

  /** Minutes of both ledgers since a day, and since the first of the month: the load is the same. */
  minutesSince(ids: readonly string[], since: string, month: string): Promise<{ volunteerId: string; minutes: number | string; monthMinutes: number | string }[]> {
    return this.ofPeople(ids, `SELECT r.volunteer_id AS volunteerId, SUM(CASE WHEN r.day >= :since THEN r.minutes ELSE 0 END) AS minutes, SUM(CASE WHEN r.day >= :month THEN r.minutes ELSE 0 END) AS monthMinutes
      FROM service_records r WHERE r.ledger <> 'none' AND r.day >= :earliest`, ' GROUP BY r.volunteer_id', { since, month, earliest: since < month ? since : month });
  }
  /** Services of both ledgers that stand, by kind of activity. */
  kinds(ids: readonly string[]): Promise<{ volunteerId: string; kind: ActivityKind; services: number | string }[]> {
    return this.ofPeople(ids, `SELECT r.volunteer_id AS volunteerId, a.kind AS kind, COUNT(*) AS services FROM service_records r JOIN activities a ON a.id = r.activity_id WHERE ${stands}`, ' GROUP BY r.volunteer_id, a.kind', {});
  }
  /** Places that people had and did not come to, since a day: as whoever led the shift has marked it. */
  missedSince(ids: readonly string[], since: string): Promise<{ volunteerId: string; missed: number | string }[]> {
    return this.ofPeople(ids, `SELECT r.volunteer_id AS volunteerId, COUNT(*) AS missed FROM attendances r JOIN signups g ON g.id = r.signup_id JOIN shifts s ON s.id = r.shift_id
      WHERE r.state = 'absent' AND g.state = 'confirmed' AND s.cancelled_at IS NULL AND s.starts_at >= :since`, ' GROUP BY r.volunteer_id', { since: toDbTime(new Date(`${since}T00:00:00+08:00`)) });
  }
  /** Services and minutes of volunteer hours. */
  volunteerHours(ids: readonly string[]): Promise<{ volunteerId: string; services: number | string; minutes: number | string }[]> {
    return this.ofPeople(ids, `SELECT r.volunteer_id AS volunteerId, SUM(CASE WHEN ${stands} THEN 1 ELSE 0 END) AS services, SUM(r.minutes) AS minutes FROM service_records r WHERE r.ledger = 'volunteer'`, ' GROUP BY r.volunteer_id', {});
  }

  async sums(volunteerId: string, year: string, now: Date): Promise<ServiceSums> {
    const minutes = (condition: string) => `(SELECT COALESCE(SUM(r.minutes), 0) FROM service_records r WHERE r.volunteer_id = :volunteerId AND ${condition})`;
    const [row] = await readRows<Record<keyof ServiceSums, number | string>>(this.database.reader,
      `SELECT (SELECT COUNT(*) FROM service_records r WHERE r.volunteer_id = :volunteerId AND ${stands}) AS services, ${minutes("r.ledger = 'volunteer'")} AS volunteerMinutes, ${minutes("r.ledger = 'work'")} AS workMinutes,
         ${minutes("r.ledger = 'volunteer' AND r.day >= :firstDay AND r.day <= :lastDay")} AS thisYearMinutes,
         (SELECT COUNT(*) FROM attendances t JOIN signups s ON s.id = t.signup_id JOIN shifts sh ON sh.id = t.shift_id
           WHERE t.volunteer_id = :volunteerId AND t.state IN ('present', 'left') AND s.state = 'confirmed' AND sh.cancelled_at IS NULL AND sh.ends_at <= :now) AS toConfirm`,
      { volunteerId, firstDay: `${year}-01-01`, lastDay: `${year}-12-31`, now: toDbTime(now) });
    const number = (key: keyof ServiceSums) => Number(row?.[key] ?? 0);
    return { services: number('services'), volunteerMinutes: number('volunteerMinutes'), workMinutes: number('workMinutes'), thisYearMinutes: number('thisYearMinutes'), toConfirm: number('toConfirm') };
  }

  private async ofPeople<Row extends { volunteerId: string }>(ids: readonly string[], select: string, group: string, params: Record<string, unknown>): Promise<Row[]> {
    if (ids.length === 0) return [];
    const wanted = new Set(ids);
    const named = wanted.size <= NAMED;
    const rows = await readRows<Row>(this.database.reader, `${select}${named ? ' AND r.volunteer_id IN (:...ids)' : ''}${group}`, { ...params, ids: [...wanted] });
    return named ? rows : rows.filter((row) => wanted.has(row.volunteerId));
  }
}

import { Injectable } from '@nestjs/common';
import { talkLanguages } from '@kepu/contracts';
import type { LecturerFacts, TalkFacts } from '@kepu/matching';
import { Database, fromDbTime, readRows, toDbTime } from '../../platform/database/index.js';
import { running, heldTerm } from '../talents/index.js';

/** A lecturer as the tables know one. */
export type LecturerRow = Omit<LecturerFacts, 'held' | 'asked' | 'topicIds'> & { readonly name: string; readonly unit: { readonly id: string; readonly name: string } | null; readonly countyName: string };
interface Profile { readonly id: string; readonly name: string; readonly countyCode: string; readonly countyName: string; readonly unitId: string | null; readonly unitName: string | null; readonly unitDivision: string | null; readonly travelLimit: number; readonly toIslands: number; readonly toMountains: number; readonly pausedUntil: string | null; readonly standing: string; readonly checked: number | string }
interface Counted { readonly id: string; readonly recent: number | string; readonly inMonth: number | string; readonly lastAt: string | null }

/** Who can be asked for orders: in term, and not held, in a pool that has a menu. */
@Injectable()
export class LecturersRepository {
  constructor(private readonly database: Database) {}

  /** `countyCode` null: of the whole city. `since`: from when an order counts as lately; `month`: `YYYY-MM` of the date. */
  async all(countyCode: string | null, { today, since, month, only }: { readonly today: string; readonly since: Date; readonly month: string; readonly only?: string }): Promise<LecturerRow[]> {
    const [runs, held] = [running(today), heldTerm(today)];
    const inTerm = `EXISTS (SELECT 1 FROM pool_terms t JOIN pools p ON p.id = t.pool_id AND p.menu = 1 WHERE t.account_id = v.id AND ${runs.sql} AND NOT (${held.sql}))`;
    const profiles = await readRows<Profile>(this.database.reader, `SELECT v.id AS id, a.name AS name, v.county_id AS countyCode, d.name AS countyName, v.unit_id AS unitId, u.name AS unitName, u.division_id AS unitDivision, v.travel_limit AS travelLimit, v.to_islands AS toIslands, v.to_mountains AS toMountains, v.paused_until AS pausedUntil,
        v.standing AS standing, (SELECT COUNT(*) FROM real_names r WHERE r.id = v.id) AS checked
      FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state = 'active' JOIN divisions d ON d.id = v.county_id LEFT JOIN units u ON u.id = v.unit_id
      WHERE ${inTerm}${countyCode === null ? '' : ' AND v.county_id = :countyCode'}${only === undefined ? '' : ' AND v.id = :only'} ORDER BY v.id`, { ...runs.params, ...held.params, countyCode, only });
    if (profiles.length === 0) return [];
    const ids = profiles.map(({ id }) => id);
    const [talks, counts, ratings, lagging] = [await this.talks(ids, today), await this.counts(ids, since, month), await this.ratings(ids), await this.lagging(profiles.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))];
    return profiles.map(({ unitId, unitName, unitDivision, standing, checked, toIslands, toMountains, ...row }) => {
      const count = counts.get(row.id);
      return {
        ...row, unit: unitId === null ? null : { id: unitId, name: unitName ?? '' }, townshipCode: unitDivision !== null && unitDivision.length === 9 ? unitDivision : null, toIslands: Boolean(toIslands), toMountains: Boolean(toMountains), frozen: standing !== 'good', checked: Number(checked) > 0,
        talks: talks.get(row.id) ?? [], rating: ratings.get(row.id) ?? null, recentOrders: Number(count?.recent ?? 0), monthOrders: Number(count?.inMonth ?? 0), lastOrderAt: count?.lastAt ? fromDbTime(count.lastAt) : null, lags: unitId !== null && lagging.has(unitId),
      };
    });
  }

  private async talks(ids: readonly string[], today: string): Promise<ReadonlyMap<string, TalkFacts[]>> {
    const [runs, held] = [running(today), heldTerm(today)];
    const rows = await readRows<{ id: string; lecturerId: string; title: string; minutes: number; languages: string }>(this.database.reader, `SELECT k.id AS id, k.lecturer_id AS lecturerId, k.title AS title, k.minutes AS minutes, k.languages AS languages FROM talks k
      WHERE k.state = 'published' AND k.lecturer_id IN (:...ids) AND EXISTS (SELECT 1 FROM pool_terms t WHERE t.account_id = k.lecturer_id AND t.pool_id = k.pool_id AND ${runs.sql} AND NOT (${held.sql})) ORDER BY k.id`, { ...runs.params, ...held.params, ids });
    const terms = rows.length === 0 ? [] : await readRows<{ talkId: string; termId: string; kind: string }>(this.database.reader, 'SELECT x.talk_id AS talkId, x.term_id AS termId, x.kind AS kind FROM talk_terms x WHERE x.talk_id IN (:...talkIds) ORDER BY x.id', { talkIds: rows.map(({ id }) => id) });
    const byLecturer = new Map<string, TalkFacts[]>();
    for (const { lecturerId, languages, ...row } of rows) {
      const of_ = (kind: string) => terms.filter((term) => term.talkId === row.id && term.kind === kind).map(({ termId }) => termId);
      byLecturer.set(lecturerId, [...(byLecturer.get(lecturerId) ?? []), { ...row, topicIds: of_('topic'), audienceIds: of_('audience'), languages: talkLanguages.filter((_, index) => languages[index] === '1') }]);
    }
    return byLecturer;
  }

  private async counts(ids: readonly string[], since: Date, month: string): Promise<ReadonlyMap<string, Counted>> {
    const rows = await readRows<Counted>(this.database.reader, `SELECT o.lecturer_id AS id, SUM(CASE WHEN o.confirmed_at >= :since THEN 1 ELSE 0 END) AS recent, SUM(CASE WHEN o.starts_at >= :monthFrom AND o.starts_at < :monthTo THEN 1 ELSE 0 END) AS inMonth, MAX(o.confirmed_at) AS lastAt
      FROM orders o WHERE o.lecturer_id IN (:...ids) AND o.state IN ('confirmed', 'done', 'closed') GROUP BY o.lecturer_id`, { ids, since: toDbTime(since), ...monthBounds(month) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Units of which an item was behind in the night that looked last. */
  private async lagging(unitIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (unitIds.length === 0) return new Set();
    const rows = await readRows<{ id: string }>(this.database.reader, `SELECT DISTINCT g.unit_id AS id FROM assignments g JOIN light_changes c ON c.assignment_id = g.id WHERE g.unit_id IN (:...unitIds) AND c.light IN ('yellow', 'red') AND NOT EXISTS (SELECT 1 FROM light_changes n WHERE n.assignment_id = c.assignment_id AND n.day > c.day)`, { unitIds: [...new Set(unitIds)] });
    return new Set(rows.map(({ id }) => id));
  }

  /** The mean of the grades for content and manner by whoever ordered, and of the audience's. */
  private async ratings(ids: readonly string[]): Promise<ReadonlyMap<string, { average: number; count: number }>> {
    const rows = await readRows<{ id: string; total: number | string; count: number | string }>(this.database.reader, `SELECT o.lecturer_id AS id, SUM(CASE WHEN r.rater = 'orderer' THEN r.first + r.second ELSE r.first END) AS total, SUM(CASE WHEN r.rater = 'orderer' THEN 2 ELSE 1 END) AS count
      FROM order_ratings r JOIN orders o ON o.id = r.order_id WHERE o.lecturer_id IN (:...ids) AND r.rater IN ('orderer', 'audience') GROUP BY o.lecturer_id`, { ids });
    return new Map(rows.map(({ id, total, count }) => [id, { average: Number(total) / Number(count), count: Number(count) }]));
  }
}

const monthBounds = (month: string): { monthFrom: string; monthTo: string } => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const start = (text: string) => toDbTime(new Date(`${text}-01T00:00:00.000+08:00`));
  return { monthFrom: start(month), monthTo: start(next) };
};

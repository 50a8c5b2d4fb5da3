import { Injectable } from '@nestjs/common';
import type { Activity, activityQuery, ActivityKind } from '@kepu/contracts';
import { divisionLevel, divisionPrefix } from '@kepu/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, Database, memberOf, nothing, readRows, startsWith, toDbTime, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { activitiesWithin, publishedActivities, visibleActivities } from './activity.policy.js';

type Query = z.output<typeof activityQuery>;
/** What a list is narrowed to beside its query, asked of other modules before. */
export interface Narrowing { readonly now: Date; readonly activityIds?: readonly string[] }

/** Audiences among whom there are no children, as `seeds/audiences.json` calls them and as offices write them. Any other one may bring some: those that the office adds too. */
const adultsOnly: ReadonlySet<string> = new Set([
  '农民', '渔民', '企业职工', '职工', '产业工人', '企业管理人员', '机关后勤服务人员', '新就业形态劳动者', '领导干部和公务员', '领导干部', '公务员', '村（社区）干部', '老年人', '媒体从业人员', '科技工作者',
]);

/** What every view of an activity shows. */
export interface ActivityCoreRow {
  readonly id: string; readonly title: string; readonly kind: ActivityKind; readonly state: Activity['state']; readonly unitId: string; readonly unitName: string; readonly countyCode: string; readonly countyName: string;
  readonly townshipCode: string | null; readonly townshipName: string | null; readonly place: string; readonly flow: Activity['flow']; readonly minors: number; readonly companions: number; readonly dangerous: number; readonly version: number;
}
/** An activity with all that its page says; `managed` is 0 or 1. */
export interface ActivityDetailRow extends ActivityCoreRow {
  readonly managed: number; readonly summary: string; readonly riskStatement: string; readonly insurance: Activity['risk']['insurance']; readonly createdAt: string; readonly createdBy: string; readonly submittedAt: string | null;
  readonly approvedAt: string | null; readonly approvedBy: string | null; readonly returnedReason: string | null; readonly returnedBy: string | null; readonly returnedAt: string | null; readonly cancelledReason: string | null;
  readonly cancelledAt: string | null; readonly reportText: string | null; readonly withoutPhoto: string | null; readonly reportedAt: string | null; readonly reportedBy: string | null; readonly acceptedAt: string | null;
  readonly acceptedBy: string | null; readonly grantsKindId: string | null; readonly grantsMonths: number | null; readonly turnout: number | null; readonly sessions: number | null;
}
/** A shift of a listed activity with its places in sum. */
export interface ShiftSumRow { readonly id: string; readonly activityId: string; readonly startsAt: string; readonly endsAt: string; readonly cancelledAt: string | null; readonly places: number | string | null; readonly free: number | string | null }
/** A topic or audience of a listed activity. */
export interface ActivityTermRow { readonly activityId: string; readonly kind: 'topic' | 'audience'; readonly id: string; readonly name: string }
/** A shift in the calendar. */
export interface CalendarRow extends Omit<ShiftSumRow, 'places'> { readonly title: string; readonly kind: ActivityKind; readonly countyCode: string; readonly countyName: string }

const core = `a.id AS id, a.title AS title, a.kind AS kind, a.state AS state, a.unit_id AS unitId, u.name AS unitName, a.county_id AS countyCode, c.name AS countyName, a.township_id AS townshipCode,
  t.name AS townshipName, a.place AS place, a.flow AS flow, a.minors AS minors, a.companions AS companions, a.dangerous AS dangerous, a.version AS version`;
const joins = 'JOIN units u ON u.id = a.unit_id JOIN divisions c ON c.id = a.county_id LEFT JOIN divisions t ON t.id = a.township_id';
const details = `a.summary AS summary, a.grants_kind_id AS grantsKindId, a.grants_months AS grantsMonths, a.risk_statement AS riskStatement, a.insurance AS insurance, a.created_at AS createdAt, cb.name AS createdBy, a.submitted_at AS submittedAt, a.approved_at AS approvedAt,
  ab.name AS approvedBy, a.returned_reason AS returnedReason, rb.name AS returnedBy, a.returned_at AS returnedAt, a.cancelled_reason AS cancelledReason, a.cancelled_at AS cancelledAt, a.report_text AS reportText,
  a.without_photo AS withoutPhoto, a.reported_at AS reportedAt, pb.name AS reportedBy, a.accepted_at AS acceptedAt, eb.name AS acceptedBy, a.turnout AS turnout, a.sessions AS sessions`;
const people = `LEFT JOIN accounts cb ON cb.id = a.created_by LEFT JOIN accounts ab ON ab.id = a.approved_by LEFT JOIN accounts rb ON rb.id = a.returned_by LEFT JOIN accounts pb ON pb.id = a.reported_by
  LEFT JOIN accounts eb ON eb.id = a.accepted_by`;
const freeOf = 'SUM(CASE WHEN p.maximum > p.confirmed THEN p.maximum - p.confirmed ELSE 0 END)';
/** By the first shift to come, else by the last one. */
const sorts = {
  startsAt: 'COALESCE((SELECT MIN(n.starts_at) FROM shifts n WHERE n.activity_id = a.id AND n.cancelled_at IS NULL AND n.starts_at > :now), a.last_at, a.created_at)', createdAt: 'a.created_at', title: 'a.title_key',
} as const;

/** The first instant of a day in Asia/Shanghai. */
export const startOfDay = (day: string, shift = 0): string => toDbTime(new Date(Date.parse(`${day}T00:00:00+08:00`) + shift * 86_400_000));

const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);
/** A county by its code, the city by its own, a township by its nine digits. */
export const placedIn = (code: string | undefined): Predicate[] => {
  if (code === undefined) return [];
  const level = divisionLevel(code);
  if (level === null) return [nothing];
  return [level === 'township' ? { sql: 'a.township_id = :township', params: { township: code } } : startsWith('a.county_id', divisionPrefix(code), 'county')];
};

const conditions = (actor: Actor, query: Query, { now, activityIds }: Narrowing): Predicate => {
  const wanted: Predicate[] = [query.managed ? activitiesWithin(actor, 'activity:read') : publishedActivities];
  // What a person manages is all of it; anybody else looks for what is still to come, unless a time, a state or the activities themselves are named.
  if (!query.managed && query.from === undefined && query.state === undefined && query.ids === undefined) wanted.push({ sql: "a.state = 'open' AND a.last_at > :now", params: { now: toDbTime(now) } });
  const term = query.q === undefined ? null : searchTerm(query.q);
  if (term) wanted.push({ sql: "a.search_key LIKE :term ESCAPE '!' OR u.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } });
  if (query.from !== undefined || query.to !== undefined) {
    const bounds = [...(query.from === undefined ? [] : ['d.starts_at >= :from']), ...(query.to === undefined ? [] : ['d.starts_at < :to'])];
    wanted.push({
      sql: `EXISTS (SELECT 1 FROM shifts d WHERE d.activity_id = a.id AND (d.cancelled_at IS NULL OR a.state = 'cancelled') AND ${bounds.join(' AND ')})`,
      params: { ...(query.from === undefined ? {} : { from: startOfDay(query.from) }), ...(query.to === undefined ? {} : { to: startOfDay(query.to, 1) }) },
    });
  }
  if (query.topicId !== undefined) wanted.push({ sql: 'EXISTS (SELECT 1 FROM activity_terms x JOIN terms y ON y.id = x.term_id WHERE x.activity_id = a.id AND (y.id = :topicId OR y.parent_id = :topicId))', params: { topicId: query.topicId } });
  if (query.audienceId !== undefined) wanted.push({ sql: 'EXISTS (SELECT 1 FROM activity_terms x WHERE x.activity_id = a.id AND x.term_id = :audienceId)', params: { audienceId: query.audienceId } });
  if (query.itemId !== undefined) wanted.push({ sql: 'EXISTS (SELECT 1 FROM activity_items x WHERE x.activity_id = a.id AND x.item_id = :itemId)', params: { itemId: query.itemId } });
  if (query.minors !== undefined) wanted.push({ sql: 'a.minors = :minors', params: { minors: query.minors ? 1 : 0 } });
  if (query.free !== undefined) {
    const free = `EXISTS (SELECT 1 FROM shifts f JOIN positions p ON p.shift_id = f.id WHERE f.activity_id = a.id AND f.cancelled_at IS NULL AND f.starts_at > :now AND p.confirmed < p.maximum)`;
    wanted.push({ sql: query.free ? `a.state = 'open' AND ${free}` : `NOT ${free}`, params: { now: toDbTime(now) } });
  }
  return allOf([
    ...wanted, ...equal('a.kind', 'kind', query.kind), ...equal('a.unit_id', 'unitId', query.unitId), ...equal('a.state', 'state', query.state), ...placedIn(query.county),
    ...(query.ids ? [memberOf('a.id', query.ids, 'ids')] : []), ...(activityIds ? [memberOf('a.id', activityIds, 'eligible')] : []),
  ]);
};

/** Activities as people read them: raw rows, scoped, a fixed number of statements whatever the length of the list. */
@Injectable()
export class ActivityPages {
  constructor(private readonly database: Database) {}

  /** One page in two statements: the rows of the page are found by their ids first, so that sorting does not carry all that is shown. */
  async listFor(actor: Actor, query: Query, narrowing: Narrowing): Promise<{ rows: ActivityCoreRow[]; total: number }> {
    const where = conditions(actor, query, narrowing);
    const sort = query.sort ?? 'startsAt';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const params = { ...where.params, now: toDbTime(narrowing.now), limit: query.perPage, offset: (query.page - 1) * query.perPage };
    const from = `FROM activities a JOIN units u ON u.id = a.unit_id WHERE ${where.sql}`;
    const rows = await readRows<ActivityCoreRow>(this.database.reader, `
      SELECT ${core} FROM (SELECT a.id AS id, ${sorts[sort.replace('-', '') as keyof typeof sorts]} AS k ${from} ORDER BY k ${direction}, a.id ${direction} LIMIT :limit OFFSET :offset) paged
      JOIN activities a ON a.id = paged.id ${joins} ORDER BY paged.k ${direction}, paged.id ${direction}`, params);
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }

  async findFor(actor: Actor, id: string): Promise<ActivityDetailRow | null> {
    const visible = visibleActivities(actor);
    const managed = activitiesWithin(actor, 'activity:read');
    const rows = await readRows<ActivityDetailRow>(this.database.reader, `
      SELECT ${core}, ${details}, CASE WHEN ${managed.sql} THEN 1 ELSE 0 END AS managed FROM activities a ${joins} ${people} WHERE a.id = :id AND (${visible.sql})`, { ...managed.params, ...visible.params, id });
    return rows[0] ?? null;
  }

  /** Those of some activities to which children may come, as volunteers, with their families, or as those whom it is for: all but those that are sure to be for adults alone. */
  async withChildren(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const those = memberOf('a.id', ids, 'ids');
    const rows = await readRows<{ id: string; audience: string | null; minors: number; companions: number }>(
      this.database.reader, `SELECT a.id AS id, a.minors AS minors, a.companions AS companions, y.name AS audience FROM activities a LEFT JOIN activity_terms x ON x.activity_id = a.id AND x.kind = 'audience' LEFT JOIN terms y ON y.id = x.term_id WHERE ${those.sql}`, those.params);
    const open = new Set(rows.filter(({ audience, minors, companions }) => minors === 1 || companions === 1 || audience === null || !adultsOnly.has(audience)).map(({ id }) => id));
    const known = new Set(rows.map(({ id }) => id));
    return new Set(ids.filter((id) => open.has(id) || !known.has(id)));
  }

  /** Topics and audiences of some activities, in the order of their dictionaries. */
  async terms(activityIds: readonly string[]): Promise<ActivityTermRow[]> {
    if (activityIds.length === 0) return [];
    return readRows<ActivityTermRow>(this.database.reader, `
      SELECT x.activity_id AS activityId, x.kind AS kind, y.id AS id, y.name AS name FROM activity_terms x JOIN terms y ON y.id = x.term_id LEFT JOIN terms z ON z.id = y.parent_id
      WHERE x.activity_id IN (:...activityIds) ORDER BY COALESCE(z.sort_no, y.sort_no), y.sort_no, y.id`, { activityIds });
  }
  async shiftSums(activityIds: readonly string[]): Promise<ShiftSumRow[]> {
    if (activityIds.length === 0) return [];
    return readRows<ShiftSumRow>(this.database.reader, `
      SELECT s.id AS id, s.activity_id AS activityId, s.starts_at AS startsAt, s.ends_at AS endsAt, s.cancelled_at AS cancelledAt, SUM(p.maximum) AS places, ${freeOf} AS free
      FROM shifts s LEFT JOIN positions p ON p.shift_id = s.id WHERE s.activity_id IN (:...activityIds)
      GROUP BY s.id, s.activity_id, s.starts_at, s.ends_at, s.cancelled_at ORDER BY s.starts_at, s.id`, { activityIds });
  }

  /** Shifts of published activities that begin within some days, the last one excluded. */
  calendar(fromDay: string, toDay: string, county: string | undefined): Promise<CalendarRow[]> {
    const where = allOf([publishedActivities, { sql: 's.starts_at >= :from AND s.starts_at < :to', params: { from: startOfDay(fromDay), to: startOfDay(toDay) } }, ...placedIn(county)]);
    return readRows<CalendarRow>(this.database.reader, `
      SELECT s.id AS id, s.activity_id AS activityId, a.title AS title, a.kind AS kind, s.starts_at AS startsAt, s.ends_at AS endsAt, s.cancelled_at AS cancelledAt, c.id AS countyCode, c.name AS countyName, ${freeOf} AS free
      FROM shifts s JOIN activities a ON a.id = s.activity_id JOIN divisions c ON c.id = a.county_id LEFT JOIN positions p ON p.shift_id = s.id WHERE ${where.sql}
      GROUP BY s.id, s.activity_id, a.title, a.kind, s.starts_at, s.ends_at, s.cancelled_at, c.id, c.name ORDER BY s.starts_at, s.id`, where.params);
  }

  /** How many people have signed up, by state. */
  signupCounts(activityId: string): Promise<{ state: string; total: number | string }[]> {
    return readRows(this.database.reader, 'SELECT g.state AS state, COUNT(*) AS total FROM signups g WHERE g.activity_id = :activityId GROUP BY g.state', { activityId });
  }
}

import { Injectable } from '@nestjs/common';
import type { Evidence, EvidenceMetric, MeasureSource } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { allOf, anyOf, Database, memberOf, readRows, type Predicate } from '../../platform/database/index.js';
import { likePattern } from '../../platform/pinyin/pinyin.js';
import { EvidenceEntity } from './evidence.entity.js';
import { visibleItems, visiblePlans } from './plan.policy.js';
import type { Window } from './items.repository.js';

/** What has been counted for an item, by metric, and apart for the one measure that it was named for. */
export interface EvidenceSum { readonly itemId: string; readonly metric: EvidenceMetric; readonly measureId: string | null; readonly value: number | string; readonly manual: number | string; readonly pieces: number | string }
/** A line as a list reads it; flags are 0 or 1. */
export interface EvidenceRow {
  readonly id: string; readonly itemId: string; readonly metric: EvidenceMetric; readonly quantity: number; readonly manual: number; readonly unitId: string; readonly unitName: string; readonly occurredOn: string;
  readonly sourceKind: Evidence['source']['kind']; readonly sourceId: string; readonly title: string; readonly activityId: string | null; readonly reversesId: string | null; readonly reason: string | null; readonly createdAt: string;
}
/** What narrows a list of evidence. `counts`: what one measure adds up. */
export interface EvidenceFilter {
  readonly countedBy?: readonly CountedBy[] | undefined; readonly counts?: { readonly measureId: string; readonly itemId: string; readonly sources: readonly MeasureSource[] } | undefined;
  readonly itemId?: string | undefined; readonly metric?: EvidenceMetric | undefined; readonly unitId?: string | undefined; readonly manual?: boolean | undefined; readonly ids?: readonly string[] | undefined; readonly q?: string | undefined;
}

/** Lines of an item that count for one measure: of these metrics, for every measure or for one of these. Of several items, a source counts for the first that it serves. */
export interface CountedBy { readonly itemId: string; readonly metrics: readonly string[]; readonly measureIds: readonly string[] }
/** What stands of one source for an item, a metric and a measure. */
export interface SourceSum { readonly itemId: string; readonly metric: EvidenceMetric; readonly measureId: string | null; readonly sourceKind: string; readonly sourceId: string; readonly quantity: number | string; readonly manual: number | string }

const sorts = { occurredOn: 'e.occurred_on', quantity: 'e.quantity' } as const;
const sumColumns = `e.item_id AS itemId, e.metric AS metric, e.measure_id AS measureId, SUM(e.quantity) AS value, SUM(CASE WHEN e.manual = 1 THEN e.quantity ELSE 0 END) AS manual,
  SUM(CASE WHEN e.reverses_id IS NULL THEN 1 ELSE -1 END) AS pieces`;
/** Lines of some items that count, each source and metric for the first item that has any of it. The statement grows with the items and not with their sources. */
const countedOnce = (items: readonly CountedBy[]): Predicate => {
  const counts = (line: 'e' | 'x'): Predicate => anyOf(items.map(({ itemId, metrics, measureIds }, at) => allOf([
    { sql: `${line}.item_id = :by${at}Item`, params: { [`by${at}Item`]: itemId } }, memberOf(`${line}.metric`, metrics, `by${at}Metrics`), anyOf([{ sql: `${line}.measure_id IS NULL`, params: {} }, memberOf(`${line}.measure_id`, measureIds, `by${at}Measures`)]),
  ])));
  if (items.length < 2) return counts('e');
  const place = (line: 'e' | 'x'): string => `CASE ${line}.item_id ${items.map((_, at) => `WHEN :by${at}Item THEN ${at}`).join(' ')} END`;
  const [own, other] = [counts('e'), counts('x')];
  const before = `SELECT x.item_id FROM evidence x WHERE x.source_kind = e.source_kind AND x.source_id = e.source_id AND x.metric = e.metric AND ${place('x')} < ${place('e')} AND (${other.sql}) GROUP BY x.item_id, x.measure_id HAVING SUM(x.quantity) <> 0`;
  return allOf([own, { sql: `NOT EXISTS (${before})`, params: other.params }]);
};
const where = (filter: EvidenceFilter): Predicate[] => [
  ...(filter.counts ? [{ sql: 'e.item_id = :ofItem AND e.metric IN (:...metrics) AND (e.measure_id IS NULL OR e.measure_id = :ofMeasure)', params: { ofItem: filter.counts.itemId, metrics: filter.counts.sources, ofMeasure: filter.counts.measureId } }] : []),
  ...(filter.countedBy ? [countedOnce(filter.countedBy)] : []),
  ...(filter.itemId ? [{ sql: 'e.item_id = :itemId', params: { itemId: filter.itemId } }] : []),
  ...(filter.metric ? [{ sql: 'e.metric = :metric', params: { metric: filter.metric } }] : []),
  ...(filter.unitId ? [{ sql: 'e.unit_id = :unitId', params: { unitId: filter.unitId } }] : []),
  ...(filter.manual === undefined ? [] : [{ sql: 'e.manual = :manual', params: { manual: filter.manual ? 1 : 0 } }]),
  ...(filter.ids ? [memberOf('e.id', filter.ids, 'ids')] : []),
  ...(filter.q ? [{ sql: "e.title LIKE :term ESCAPE '!'", params: { term: likePattern(filter.q) } }] : []),
];

/** Rows of `evidence`. They are added and never changed. */
@Injectable()
export class EvidenceRepository {
  constructor(private readonly database: Database) {}

  /** Sums of some items, in one statement; `within`: of what happened on these days. The caller has proved the right to the items. */
  async sumsOf(itemIds: readonly string[], within?: { readonly from: string; readonly to: string }): Promise<EvidenceSum[]> {
    if (itemIds.length === 0) return [];
    const days = within ? ' AND e.occurred_on BETWEEN :fromDay AND :toDay' : '';
    return readRows<EvidenceSum>(
      this.database.reader, `SELECT ${sumColumns} FROM evidence e WHERE e.item_id IN (:...itemIds)${days} GROUP BY e.item_id, e.metric, e.measure_id`, { itemIds, ...(within ? { fromDay: within.from, toDay: within.to } : {}) });
  }

  /** The same source by source, `within` some days or at all, for sums in which a source counts once whatever items it serves. What was taken back is gone. */
  async bySource(itemIds: readonly string[], within?: { readonly from: string; readonly to: string }): Promise<SourceSum[]> {
    if (itemIds.length === 0) return [];
    const days = within ? ' AND e.occurred_on BETWEEN :fromDay AND :toDay' : '';
    return readRows<SourceSum>(
      this.database.reader, `SELECT e.item_id AS itemId, e.metric AS metric, e.measure_id AS measureId, e.source_kind AS sourceKind, e.source_id AS sourceId, SUM(e.quantity) AS quantity, SUM(CASE WHEN e.manual = 1 THEN e.quantity ELSE 0 END) AS manual
        FROM evidence e WHERE e.item_id IN (:...itemIds)${days} GROUP BY e.item_id, e.metric, e.measure_id, e.source_kind, e.source_id HAVING SUM(e.quantity) <> 0 ORDER BY e.item_id, e.source_id`, { itemIds, ...(within ? { fromDay: within.from, toDay: within.to } : {}) });
  }

  /** The first day of each activity, work entry or other source that proves something for some items. What was taken back counts no more. */
  async proofsOf(itemIds: readonly string[]): Promise<{ itemId: string; day: string }[]> {
    if (itemIds.length === 0) return [];
    return readRows(
      this.database.reader, `SELECT e.item_id AS itemId, MIN(e.occurred_on) AS day FROM evidence e WHERE e.item_id IN (:...itemIds) AND e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM evidence r WHERE r.reverses_id = e.id)
        GROUP BY e.item_id, e.source_kind, e.source_id`, { itemIds });
  }

  /** How many activities and work entries of a unit, and of the units below it, have proved something for some items within some days. What was taken back counts no more. */
  async sourcesOf(itemIds: readonly string[], within: { readonly from: string; readonly to: string }, unitPath: string): Promise<{ itemId: string; activities: number | string; workEntries: number | string }[]> {
    if (itemIds.length === 0) return [];
    return readRows(
      this.database.reader, `SELECT e.item_id AS itemId, COUNT(DISTINCT CASE WHEN e.source_kind = 'activity' THEN e.source_id END) AS activities, COUNT(DISTINCT CASE WHEN e.source_kind = 'work_entry' THEN e.source_id END) AS workEntries
        FROM evidence e JOIN units u ON u.id = e.unit_id WHERE e.item_id IN (:...itemIds) AND e.occurred_on BETWEEN :fromDay AND :toDay AND SUBSTR(u.path, 1, LENGTH(:unitPath)) = :unitPath
        AND e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM evidence r WHERE r.reverses_id = e.id) GROUP BY e.item_id`, { itemIds, fromDay: within.from, toDay: within.to, unitPath });
  }

  /** Lines of items that the actor sees. Why one was taken back is for those who see the unit's own records: it may speak of a person. */
  async listFor(actor: Actor, filter: EvidenceFilter, sort: string, { offset, limit }: Window): Promise<{ rows: EvidenceRow[]; total: number }> {
    const scope = allOf([visiblePlans(actor), visibleItems(actor), ...where(filter)]);
    const own = unitsWithin(reachOf(actor, 'record:read'), 'u');
    const from = `FROM evidence e JOIN items i ON i.id = e.item_id JOIN plans p ON p.id = i.plan_id WHERE ${scope.sql}`;
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const order = `${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, e.id ${direction}`;
    const rows = await readRows<EvidenceRow>(
      this.database.reader, `SELECT e.id AS id, e.item_id AS itemId, e.metric AS metric, e.quantity AS quantity, e.manual AS manual, e.unit_id AS unitId, u.name AS unitName, e.occurred_on AS occurredOn,
        e.source_kind AS sourceKind, e.source_id AS sourceId, e.title AS title, e.activity_id AS activityId, e.reverses_id AS reversesId, CASE WHEN ${own.sql} THEN e.reason END AS reason, e.created_at AS createdAt
        FROM (SELECT e.id AS id ${from} ORDER BY ${order} LIMIT :pageLimit OFFSET :pageOffset) paged JOIN evidence e ON e.id = paged.id JOIN units u ON u.id = e.unit_id ORDER BY ${order}`,
      { ...scope.params, ...own.params, pageLimit: limit, pageOffset: offset });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from}`, scope.params);
    return { rows, total: Number(count?.total ?? 0) };
  }

  /** Those of some items whose plan is closed. Inside a unit; nothing is asked of no items. */
  async closedItems(itemIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (itemIds.length === 0) return new Set();
    return new Set((await readRows<{ id: string }>(this.database.writer, "SELECT i.id AS id FROM items i JOIN plans p ON p.id = i.plan_id WHERE i.id IN (:...itemIds) AND p.state = 'closed'", { itemIds })).map(({ id }) => id));
  }

  /** Lines of a source that nothing has taken back. Inside a unit. */
  standing(sourceKind: string, sourceId: string): Promise<EvidenceEntity[]> {
    return this.database.writer.createQueryBuilder(EvidenceEntity, 'e').where('e.sourceKind = :sourceKind AND e.sourceId = :sourceId AND e.reversesId IS NULL', { sourceKind, sourceId })
      .andWhere('NOT EXISTS (SELECT 1 FROM evidence r WHERE r.reverses_id = e.id)').orderBy('e.id').getMany();
  }

  /** How often each item and metric of some sources was taken back. Inside a unit. */
  async reversals(sourceIds: readonly string[]): Promise<(Pick<EvidenceEntity, 'sourceKind' | 'sourceId' | 'itemId' | 'metric'> & { times: number | string })[]> {
    if (sourceIds.length === 0) return [];
    return readRows(
      this.database.writer, `SELECT e.source_kind AS sourceKind, e.source_id AS sourceId, e.item_id AS itemId, e.metric AS metric, COUNT(*) AS times FROM evidence e
        WHERE e.source_id IN (:...sourceIds) AND e.reverses_id IS NOT NULL GROUP BY e.source_kind, e.source_id, e.item_id, e.metric`, { sourceIds });
  }

  /** Adds lines whose keys are new, and answers how many. Two units that add the same at once: the second one waits for the first, and adds nothing. */
  async insertOnce(rows: readonly EvidenceEntity[]): Promise<number> {
    if (rows.length === 0) return 0;
    await this.database.writer.createQueryBuilder().insert().into(EvidenceEntity).values([...rows]).orIgnore().updateEntity(false).execute();
    const kept = await readRows<{ id: string; onceKey: string }>(this.database.writer, 'SELECT e.id AS id, e.once_key AS onceKey FROM evidence e WHERE e.once_key IN (:...keys)', { keys: rows.map((row) => row.onceKey) });
    // MariaDB ignores a foreign key together with a repeated key: a line that is not there at all was refused for what it names.
    const keys = new Set(kept.map((row) => row.onceKey));
    const lost = rows.find((row) => !keys.has(row.onceKey));
    if (lost) throw new Error(`Evidence of ${lost.sourceKind} ${lost.sourceId} names an item, measure or unit that does not exist`);
    const ids = new Set(kept.map((row) => row.id));
    return rows.filter((row) => ids.has(row.id)).length;
  }
}

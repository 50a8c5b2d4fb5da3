import { Injectable } from '@nestjs/common';
import type { measureQuery, Permission, Plan } from '@kepu/contracts';
import type { JointMeasure } from '@kepu/domain';
import { In } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, Database, insertRows, memberOf, readRows, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { MeasureEntity } from './measure.entity.js';
import { countedColumns, type CountedRow, type ItemUnitRow, type MeasureRow } from './measure.mapper.js';
import { followedPlans, keptPlans, visibleItems, visiblePlans } from './plan.policy.js';

/** A measure in words: the paper's own are told by the number that it prints. */
export interface DemandRow { readonly itemId: string; readonly name: string; readonly raw: string | null; readonly origin: 'paper' | 'office'; readonly demands: string | null }
type Query = Omit<z.output<typeof measureQuery>, 'page' | 'perPage' | 'state'>;

const joins = 'FROM measures m JOIN items i ON i.id = m.item_id JOIN plans p ON p.id = m.plan_id';
/** The newest plan first, and in it the order of the paper. What has no day comes after what has one. */
const inPaperOrder = (direction: 'ASC' | 'DESC'): string => `p.year DESC, p.id DESC, i.seq ${direction}, m.id ${direction}`;
const byDay = (direction: 'ASC' | 'DESC'): string => `CASE WHEN m.due_on IS NULL THEN 1 ELSE 0 END, m.due_on ${direction}, ${inPaperOrder('ASC')}`;
const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);
const holding = (q: string | undefined): Predicate[] => {
  const term = q === undefined ? null : searchTerm(q);
  return term ? [{ sql: "(i.search_key LIKE :term ESCAPE '!' OR m.name LIKE :name ESCAPE '!')", params: { term: likePattern(term), name: likePattern((q ?? '').trim()) } }] : [];
};

/** Rows of `measures`. Who sees an item sees its measures. */
@Injectable()
export class MeasuresRepository {
  constructor(private readonly database: Database) {}

  /** All that match, in the order asked for, with no more than their progress is told by: how they stand is not known to the database. */
  matchingFor(actor: Actor, query: Query): Promise<CountedRow[]> {
    const scope = allOf([
      visiblePlans(actor), visibleItems(actor), ...equal('m.plan_id', 'planId', query.planId), ...equal('m.item_id', 'itemId', query.itemId), ...equal('m.kind', 'kind', query.kind),
      ...equal('i.programme_id', 'programmeId', query.programmeId), ...(query.ids ? [memberOf('m.id', query.ids, 'ids')] : []), ...holding(query.q), ...(query.ids ?? query.itemId ? [] : [{ sql: "i.standing <> 'withdrawn'", params: {} }]),
      ...(query.unitId === undefined ? [] : [{ sql: "EXISTS (SELECT 1 FROM assignments fa WHERE fa.item_id = m.item_id AND fa.unit_id = :unitId AND fa.state <> 'withdrawn')", params: { unitId: query.unitId } }]),
    ]);
    const direction = query.sort?.startsWith('-') ? 'DESC' : 'ASC';
    return readRows<CountedRow>(this.database.reader, `SELECT ${countedColumns} ${joins} WHERE ${scope.sql} ORDER BY ${query.sort?.endsWith('dueOn') ? byDay(direction) : inPaperOrder(query.sort?.endsWith('seq') ? direction : 'ASC')}`, scope.params);
  }

  /** Measures of issued plans whose day is `until` or earlier, the earliest first. */
  dueFor(actor: Actor, until: string): Promise<(CountedRow & { readonly name: string })[]> {
    const scope = allOf([visiblePlans(actor), visibleItems(actor), followedPlans(actor), { sql: "p.state = 'issued' AND i.standing <> 'withdrawn' AND m.due_on <= :until", params: { until } }]);
    return readRows(this.database.reader, `SELECT ${countedColumns}, m.name AS name ${joins} WHERE ${scope.sql} ORDER BY ${byDay('ASC')}`, scope.params);
  }

  /** Those of some measures that the actor sees, by id. */
  async rowsFor(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, MeasureRow>> {
    const scope = allOf([visiblePlans(actor), visibleItems(actor), memberOf('m.id', ids, 'ids')]);
    const rows = await readRows<MeasureRow>(
      this.database.reader, `SELECT ${countedColumns}, m.plan_id AS planId, i.seq AS seq, i.text AS text, m.name AS name, m.raw AS raw, m.origin AS origin, o.name AS poolName,
        m.demands AS demands, m.judged_note AS judgedNote, j.name AS judgedBy, m.judged_at AS judgedAt, m.version AS version
        ${joins} LEFT JOIN pools o ON o.id = m.pool_id LEFT JOIN accounts j ON j.id = m.judged_by WHERE ${scope.sql}`, scope.params);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Measures of some items; the caller has proved the right to the items. */
  ofItems(itemIds: readonly string[]): Promise<CountedRow[]> {
    return itemIds.length === 0 ? Promise.resolve([]) : readRows<CountedRow>(this.database.reader, `SELECT ${countedColumns} FROM measures m WHERE m.item_id IN (:...itemIds)`, { itemIds });
  }

  /** What measures of some items are told apart by; the caller has proved the right to the items. */
  wordsOf(itemIds: readonly string[]): Promise<JointMeasure[]> {
    if (itemIds.length === 0) return Promise.resolve([]);
    return readRows<JointMeasure>(
      this.database.reader, 'SELECT m.id AS id, m.item_id AS itemId, m.kind AS kind, m.name AS name, m.raw AS raw, m.unit_of_measure AS unitOfMeasure, m.min_value AS min, m.max_value AS max FROM measures m WHERE m.item_id IN (:...itemIds) ORDER BY m.id', { itemIds });
  }

  /** What a report says of measures of some items, in the order in which they were set. */
  namedOfItems(itemIds: readonly string[]): Promise<(CountedRow & { readonly name: string })[]> {
    return itemIds.length === 0 ? Promise.resolve([])
      : readRows(this.database.reader, `SELECT ${countedColumns}, m.name AS name FROM measures m WHERE m.item_id IN (:...itemIds) ORDER BY m.id`, { itemIds });
  }

  /** Some measures by their ids, the same way; whoever asks has proved the right to them. */
  byIds(ids: readonly string[]): Promise<(CountedRow & { readonly name: string })[]> {
    return ids.length === 0 ? Promise.resolve([]) : readRows(this.database.reader, `SELECT ${countedColumns}, m.name AS name FROM measures m WHERE m.id IN (:...ids)`, { ids });
  }

  /** Measures that the paper itself set for an item. */
  ofPaper(itemId: string): Promise<MeasureEntity[]> { return this.database.reader.find(MeasureEntity, { where: { itemId, origin: 'paper' }, order: { id: 'ASC' } }); }

  /** Measures of a plan's visible items in force, with the programme of each. */
  ofPlanFor(actor: Actor, planId: string): Promise<(CountedRow & { readonly programmeId: string })[]> {
    const scope = allOf([visiblePlans(actor), visibleItems(actor), { sql: "i.standing <> 'withdrawn'", params: {} }, ...equal('m.plan_id', 'planId', planId)]);
    return readRows(this.database.reader, `SELECT ${countedColumns}, i.programme_id AS programmeId ${joins} WHERE ${scope.sql}`, scope.params);
  }

  /** What a plan's visible items in force are measured by, in words, in the order of the paper. */
  demandsFor(actor: Actor, planId: string): Promise<DemandRow[]> {
    const scope = allOf([visiblePlans(actor), visibleItems(actor), { sql: "i.standing <> 'withdrawn'", params: {} }, ...equal('m.plan_id', 'planId', planId)]);
    return readRows(this.database.reader, `SELECT m.item_id AS itemId, m.name AS name, m.raw AS raw, m.origin AS origin, m.demands AS demands ${joins} WHERE ${scope.sql} ORDER BY ${inPaperOrder('ASC')}`, scope.params);
  }

  /** The units that some items are handed to, in the order of the paper, each once. */
  unitsOf(itemIds: readonly string[]): Promise<ItemUnitRow[]> {
    if (itemIds.length === 0) return Promise.resolve([]);
    return readRows<ItemUnitRow>(
      this.database.reader, `SELECT a.item_id AS itemId, u.id AS id, u.name AS name, u.path AS path FROM assignments a JOIN units u ON u.id = a.unit_id
        WHERE a.item_id IN (:...itemIds) AND a.state <> 'withdrawn' GROUP BY a.item_id, u.id, u.name, u.path, u.sort_no ORDER BY u.sort_no, u.id`, { itemIds });
  }

  /** A measure to be changed by the office that keeps its plan, and the state of its plan. */
  async findFor(actor: Actor, id: string, permission: Permission): Promise<{ row: MeasureEntity; planState: Plan['state'] } | null> {
    const scope = allOf([visiblePlans(actor), visibleItems(actor), keptPlans(actor, permission), ...equal('m.id', 'id', id)]);
    const [seen] = await readRows<{ planState: Plan['state'] }>(this.database.reader, `SELECT p.state AS planState ${joins} WHERE ${scope.sql}`, scope.params);
    const row = seen && (await this.database.reader.findOneBy(MeasureEntity, { id }));
    return seen && row ? { row, planState: seen.planState } : null;
  }

  async insert(rows: readonly MeasureEntity[]): Promise<void> { await insertRows(this.database.writer, MeasureEntity, rows); }
  async update(id: string, version: number, changes: Partial<MeasureEntity>): Promise<boolean> {
    return (await this.database.writer.update(MeasureEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }
  /** In one statement for as many as a sheet may name. What was judged meanwhile stays: how many are gone. */
  async removeAll(ids: readonly string[]): Promise<number> {
    return ids.length === 0 ? 0 : (await this.database.writer.createQueryBuilder().delete().from(MeasureEntity).where({ id: In([...ids]) }).andWhere('judged_met IS NULL').execute()).affected ?? 0;
  }
  async remove(id: string): Promise<void> { await this.database.writer.delete(MeasureEntity, { id }); }

  /** How many pieces of proof name this very measure. */
  async usesOf(id: string): Promise<number> {
    const [row] = await readRows<{ entries: number | string; others: number | string }>(
      this.database.writer, `SELECT (SELECT COUNT(*) FROM work_entry_items w WHERE w.measure_id = :id) AS entries,
        (SELECT COUNT(*) FROM evidence e WHERE e.measure_id = :id AND e.reverses_id IS NULL AND e.source_kind <> 'work_entry') AS others`, { id });
    return Number(row?.entries ?? 0) + Number(row?.others ?? 0);
  }

  async poolExists(id: string): Promise<boolean> { return (await readRows(this.database.reader, 'SELECT o.id AS id FROM pools o WHERE o.id = :id', { id })).length === 1; }
  /** Ids of pools by the keys of the seeds. */
  async poolIds(): Promise<ReadonlyMap<string, string>> {
    return new Map((await readRows<{ id: string; seedKey: string }>(this.database.reader, 'SELECT o.id AS id, o.seed_key AS seedKey FROM pools o')).map((pool) => [pool.seedKey, pool.id]));
  }
}

import { Injectable } from '@nestjs/common';
import type { Assignment, assignmentQuery, itemExportQuery, Permission, Plan } from '@kepu/contracts';
import type { SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { AssignmentEntity } from './assignment.entity.js';
import { ItemEntity } from './item.entity.js';
import { assignmentView, itemView, type AssignmentSqlRow, type BareItem, type ItemSqlRow } from './plan.mapper.js';
import { keptPlans, signableAssignments, visibleAssignments, visibleItems, visiblePlans } from './plan.policy.js';

type Filters = z.output<typeof itemExportQuery>;

/** Where a page begins and how long it is; none for an export, which is whole. */
export interface Window { readonly offset: number; readonly limit: number }

/** One row for each unit that an item was handed to. */
export interface ItemBriefRow { readonly id: string; readonly planId: string; readonly planState: Plan['state']; readonly text: string; readonly programmeId: string; readonly programmeName: string; readonly unitId: string; readonly inForce: number | string }

const itemColumns: readonly (readonly [string, string])[] = [
  ['i.id', 'id'], ['i.plan_id', 'planId'], ['p.year', 'year'], ['i.seq', 'seq'], ['i.number', 'number'], ['i.programme_id', 'programmeId'], ['pp.name', 'programmeName'],
  ['i.programme_printed', 'programmePrinted'], ['i.units_printed', 'unitsPrinted'], ['i.text', 'text'], ['i.raw', 'raw'], ['i.source_kind', 'sourceKind'], ['i.source_value', 'sourceValue'],
  ['i.due_text', 'dueText'], ['i.due_on', 'dueOn'], ['i.targets', 'targets'], ['i.standing', 'standing'], ['i.revised_in', 'revisedIn'], ['i.version', 'version'],
];
const assignmentColumns: readonly (readonly [string, string])[] = [
  ['a.id', 'id'], ['a.item_id', 'itemId'], ['a.role', 'role'], ['a.unit_id', 'unitId'], ['u.name', 'unitName'], ['a.unit_printed', 'unitPrinted'], ['a.state', 'state'], ['a.signed_at', 'signedAt'],
  ['sp.name', 'signedBy'], ['a.signed_how', 'signedHow'], ['a.signed_note', 'signedNote'], ['a.question', 'question'], ['ap.name', 'askedBy'], ['a.asked_at', 'askedAt'], ['a.answer', 'answer'],
  ['wp.name', 'answeredBy'], ['a.answered_at', 'answeredAt'], ['a.extended_to', 'extendedTo'], ['a.done_at', 'doneAt'], ['a.version', 'version'],
];
const select = <T extends object>(builder: SelectQueryBuilder<T>, columns: readonly (readonly [string, string])[]): SelectQueryBuilder<T> => {
  builder.select([]);
  for (const [column, name] of columns) builder.addSelect(column, name);
  return builder;
};
const itemOrder = {
  seq: 'i.seq',
  programme: '(SELECT so.sort_no FROM plan_programmes so WHERE so.plan_id = i.plan_id AND so.programme_id = i.programme_id)',
  unit: '(SELECT MIN(su.sort_no) FROM assignments sa JOIN plan_units su ON su.plan_id = sa.plan_id AND su.unit_id = sa.unit_id WHERE sa.item_id = i.id)',
} as const;

/** Items and assignments as people read them: raw rows, scoped, a fixed number of statements whatever the length of the list. */
@Injectable()
export class ItemsRepository {
  constructor(private readonly database: Database) {}

  /** Items of a plan that the actor may see. */
  async listFor(actor: Actor, planId: string, query: Filters, window?: Window): Promise<{ rows: BareItem[]; total: number }> {
    const builder = this.items(actor).andWhere('i.plan_id = :planId', { planId });
    if (query.programmeId) builder.andWhere('i.programme_id = :programmeId', { programmeId: query.programmeId });
    if (query.hasTarget !== undefined) builder.andWhere(`i.target_count ${query.hasTarget ? '>' : '='} 0`);
    // What is asked for by its id is shown however it stands.
    if (query.ids) builder.andWhere('i.id IN (:...ids)', { ids: query.ids });
    else builder.andWhere(`i.standing ${query.withdrawn === true ? '=' : '<>'} 'withdrawn'`);
    const term = query.q ? searchTerm(query.q) : null;
    if (term) builder.andWhere("i.search_key LIKE :term ESCAPE '!'", { term: likePattern(term) });
    if (query.unitId ?? query.state) {
      // A state is asked of assignments that the actor may know; the unit's name stands in the paper and may be asked by all who see the item.
      const conditions = ['fa.item_id = i.id'];
      if (query.unitId) conditions.push('fa.unit_id = :unitId', query.withdrawn === true ? '1 = 1' : "fa.state <> 'withdrawn'");
      if (query.state) {
        const visible = visibleAssignments(actor, 'fu');
        conditions.push('fa.state = :state', visible.sql);
        builder.setParameters(visible.params);
      }
      builder.andWhere(`EXISTS (SELECT 1 FROM assignments fa JOIN units fu ON fu.id = fa.unit_id WHERE ${conditions.join(' AND ')})`, { unitId: query.unitId, state: query.state });
    }
    const total = window ? await builder.clone().getCount() : 0;
    const sort = query.sort ?? 'seq';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    builder.orderBy(itemOrder[sort.replace('-', '') as keyof typeof itemOrder], direction).addOrderBy('i.seq', direction);
    if (window) builder.offset(window.offset).limit(window.limit);
    const rows = await select(builder, itemColumns).getRawMany<ItemSqlRow>();
    const assignments = await this.assignmentsOf(actor, rows.map((row) => row.id), window ? undefined : planId);
    return { rows: rows.map((row) => itemView(row, assignments.get(row.id) ?? [])), total: window ? total : rows.length };
  }

  async findFor(actor: Actor, id: string): Promise<BareItem | null> {
    const row = await select(this.items(actor).andWhere('i.id = :id', { id }), itemColumns).getRawOne<ItemSqlRow>();
    if (!row) return null;
    return itemView(row, (await this.assignmentsOf(actor, [id])).get(id) ?? []);
  }

  /** Assignments with their items, in the order of the paper; `mine` narrows to those that the actor may sign for. */
  async assignmentsFor(actor: Actor, query: Partial<z.output<typeof assignmentQuery>>, window: Window): Promise<{ rows: { assignment: AssignmentSqlRow; item: ItemSqlRow }[]; total: number }> {
    const builder = this.assignments(actor).innerJoin('items', 'i', 'i.id = a.item_id').innerJoin('plans', 'p', 'p.id = a.plan_id')
      .innerJoin('plan_programmes', 'pp', 'pp.plan_id = i.plan_id AND pp.programme_id = i.programme_id');
    const plans = visiblePlans(actor);
    builder.andWhere(`(${plans.sql})`, plans.params);
    if (query.planId) builder.andWhere('a.plan_id = :planId', { planId: query.planId });
    if (query.unitId) builder.andWhere('a.unit_id = :unitId', { unitId: query.unitId });
    if (query.state) builder.andWhere('a.state = :state', { state: query.state });
    else if (!query.ids) builder.andWhere("a.state <> 'withdrawn'");
    if (query.ids) builder.andWhere('a.id IN (:...ids)', { ids: query.ids });
    const term = query.q ? searchTerm(query.q) : null;
    if (term) builder.andWhere("i.search_key LIKE :term ESCAPE '!'", { term: likePattern(term) });
    const total = await builder.clone().getCount();
    const sort = query.sort ?? 'seq';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const column = { seq: 'a.seq', state: 'a.state', programme: 'pp.sort_no' }[sort.replace('-', '') as 'seq' | 'state' | 'programme'];
    builder.orderBy('p.year', 'DESC').addOrderBy(column, direction).addOrderBy('a.seq', direction).addOrderBy('a.id', direction).offset(window.offset).limit(window.limit);
    const aliased = itemColumns.map(([source, name]) => [source, `item_${name}`] as const);
    const rows = await select(builder, [...assignmentColumns, ...aliased]).getRawMany<AssignmentSqlRow & Record<`item_${string}`, unknown>>();
    return {
      rows: rows.map((row) => ({ assignment: row, item: Object.fromEntries(itemColumns.map(([, name]) => [name, row[`item_${name}`]])) as unknown as ItemSqlRow })), total,
    };
  }

  /** Which of these assignments the actor may sign for, of plans that are issued. */
  async signable(actor: Actor, ids: readonly string[]): Promise<AssignmentEntity[]> {
    const scope = signableAssignments(actor);
    return this.database.reader.createQueryBuilder(AssignmentEntity, 'a').innerJoin('units', 'u', 'u.id = a.unit_id').innerJoin('plans', 'p', 'p.id = a.plan_id')
      .where('a.id IN (:...ids)', { ids }).andWhere("p.state = 'issued'").andWhere(scope.sql, scope.params).orderBy('a.seq').getMany();
  }

  /** How the plan of an assignment stands that the actor sees. */
  async planStateOf(actor: Actor, assignmentId: string): Promise<Plan['state'] | null> {
    const [plans, scope] = [visiblePlans(actor), visibleAssignments(actor)];
    const row = await this.database.reader.createQueryBuilder(AssignmentEntity, 'a').innerJoin('units', 'u', 'u.id = a.unit_id').innerJoin('plans', 'p', 'p.id = a.plan_id')
      .where('a.id = :assignmentId', { assignmentId }).andWhere(`(${plans.sql})`, plans.params).andWhere(`(${scope.sql})`, scope.params).select('p.state', 'state').getRawOne<{ state: Plan['state'] }>();
    return row?.state ?? null;
  }

  /** Of the ids given, those of items that the actor sees. */
  async visibleIds(actor: Actor, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    return (await this.items(actor).andWhere('i.id IN (:...ids)', { ids }).select('i.id', 'id').getRawMany<{ id: string }>()).map((row) => row.id);
  }

  /** Of the ids given, those of items whose plan the actor's office keeps. */
  async keptIds(actor: Actor, permission: Permission, ids: readonly string[]): Promise<string[]> {
    const kept = keptPlans(actor, permission);
    return (await this.items(actor).andWhere(`(${kept.sql})`, kept.params).andWhere('i.id IN (:...ids)', { ids }).select('i.id', 'id').getRawMany<{ id: string }>()).map((row) => row.id);
  }

  /** What other objects say of the items that they serve. The caller has proved the right to them. */
  briefs(ids: readonly string[]): Promise<ItemBriefRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.database.reader.createQueryBuilder(ItemEntity, 'i').innerJoin('plans', 'p', 'p.id = i.plan_id')
      .innerJoin('plan_programmes', 'pp', 'pp.plan_id = i.plan_id AND pp.programme_id = i.programme_id').innerJoin('assignments', 'a', 'a.item_id = i.id').where('i.id IN (:...ids)', { ids })
      .select('i.id', 'id').addSelect('i.plan_id', 'planId').addSelect('p.state', 'planState').addSelect('i.text', 'text').addSelect('i.programme_id', 'programmeId').addSelect('pp.name', 'programmeName')
      .addSelect('a.unit_id', 'unitId').addSelect("CASE WHEN a.state <> 'withdrawn' THEN 1 ELSE 0 END", 'inForce').orderBy('i.seq').getRawMany<ItemBriefRow>();
  }

  private items(actor: Actor): SelectQueryBuilder<ItemEntity> {
    const plans = visiblePlans(actor);
    const items = visibleItems(actor);
    return this.database.reader.createQueryBuilder(ItemEntity, 'i').innerJoin('plans', 'p', 'p.id = i.plan_id')
      .innerJoin('plan_programmes', 'pp', 'pp.plan_id = i.plan_id AND pp.programme_id = i.programme_id').where(`(${plans.sql})`, plans.params).andWhere(`(${items.sql})`, items.params);
  }

  private assignments(actor: Actor): SelectQueryBuilder<AssignmentEntity> {
    const visible = visibleAssignments(actor);
    return this.database.reader.createQueryBuilder(AssignmentEntity, 'a').innerJoin('units', 'u', 'u.id = a.unit_id').leftJoin('accounts', 'sp', 'sp.id = a.signed_by')
      .leftJoin('accounts', 'ap', 'ap.id = a.asked_by').leftJoin('accounts', 'wp', 'wp.id = a.answered_by').where(visible.sql, visible.params);
  }

  /** Visible assignments by item: of a page of items, or of a whole plan in one statement. */
  private async assignmentsOf(actor: Actor, itemIds: readonly string[], planId?: string): Promise<Map<string, Assignment[]>> {
    const byItem = new Map<string, Assignment[]>();
    if (itemIds.length === 0) return byItem;
    const builder = this.assignments(actor);
    if (planId) builder.andWhere('a.plan_id = :planId', { planId });
    else builder.andWhere('a.item_id IN (:...itemIds)', { itemIds });
    const rows = await select(builder, assignmentColumns).orderBy('a.seq').addOrderBy('u.sort_no').getRawMany<AssignmentSqlRow>();
    for (const row of rows) byItem.set(row.itemId, [...(byItem.get(row.itemId) ?? []), assignmentView(row)]);
    return byItem;
  }
}

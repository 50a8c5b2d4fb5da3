import { Injectable } from '@nestjs/common';
import type { handedQuery, HandedItem, Permission } from '@kepu/contracts';
import { In } from 'typeorm';
import type { z } from 'zod';
import { reachOf, type Actor } from '../../../platform/auth/actor.js';
import { allOf, anyOf, changeRows, Database, everything, insertRows, memberOf, nothing, readRows, startsWith, type Predicate } from '../../../platform/database/index.js';
import { likePattern, searchTerm } from '../../../platform/pinyin/pinyin.js';
import { keptPlans, officesOf, visiblePlans } from '../plan.policy.js';
import { HandedItemEntity } from './level.entity.js';

/** What was handed down, with names; `open` is 1 while nothing in the division serves it. */
export interface HandedRow {
  readonly id: string; readonly itemId: string; readonly planId: string; readonly seq: number; readonly text: string; readonly programme: string; readonly standing: HandedItem['item']['standing']; readonly divisionId: string; readonly divisionName: string; readonly state: HandedItem['state'];
  readonly handedAt: string; readonly signedAt: string | null; readonly signedBy: string | null; readonly version: number;
}
/** An item of a division's plan that serves one above. */
export interface ServingRow { readonly parentId: string; readonly divisionId: string; readonly id: string; readonly planId: string; readonly text: string; readonly standing: HandedItem['item']['standing'] }

/** Divisions whose part an actor knows: an office its own and those within it. */
export const divisionsWithin = (actor: Actor, column: string): Predicate => {
  const reach = reachOf(actor, 'plan:read');
  if (reach === 'all') return everything;
  return reach.divisions.length === 0 ? nothing : anyOf(reach.divisions.map((code, index) => startsWith(column, code, `within${index}`)));
};
/** Items of plans that are out, of the division or kept by its office, that serve the item `h.item_id`. */
const served = "EXISTS (SELECT 1 FROM item_parents sp JOIN items si ON si.id = sp.item_id JOIN plans pp ON pp.id = si.plan_id WHERE sp.parent_id = h.item_id AND (pp.division_id = h.division_id OR pp.office_id = h.division_id) AND pp.state <> 'draft' AND si.standing <> 'withdrawn')";
const joins = 'FROM handed_items h JOIN items i ON i.id = h.item_id JOIN plans p ON p.id = h.plan_id JOIN divisions d ON d.id = h.division_id';

/** Rows of `handed_items`. */
@Injectable()
export class HandedItems {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, planId: string, query: z.output<typeof handedQuery>): Promise<{ rows: HandedRow[]; total: number }> {
    const term = query.q === undefined ? null : searchTerm(query.q);
    const scope = allOf([
      visiblePlans(actor), divisionsWithin(actor, 'h.division_id'), { sql: 'h.plan_id = :planId', params: { planId } }, ...(query.divisionId ? [{ sql: 'h.division_id = :divisionId', params: { divisionId: query.divisionId } }] : []), ...(query.itemId ? [{ sql: 'h.item_id = :itemId', params: { itemId: query.itemId } }] : []),
      ...(query.state ? [{ sql: 'h.state = :state', params: { state: query.state } }] : query.ids ? [] : [{ sql: "h.state <> 'withdrawn'", params: {} }]), ...(query.ids ? [memberOf('h.id', query.ids, 'ids')] : []),
      ...(query.open === undefined ? [] : [{ sql: query.open ? `i.standing <> 'withdrawn' AND NOT ${served}` : served, params: {} }]), ...(term ? [{ sql: "i.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : []),
    ]);
    const direction = query.sort?.startsWith('-') ? 'DESC' : 'ASC';
    const order = query.sort?.endsWith('division') ? `h.division_id ${direction}, i.seq, h.id` : `i.seq ${direction}, h.division_id, h.id`;
    const rows = await readRows<HandedRow>(
      this.database.reader, `SELECT h.id AS id, i.id AS itemId, h.plan_id AS planId, i.seq AS seq, i.text AS text, i.programme_printed AS programme, i.standing AS standing, d.id AS divisionId, d.name AS divisionName, h.state AS state, h.handed_at AS handedAt, h.signed_at AS signedAt, s.name AS signedBy, h.version AS version
        ${joins} LEFT JOIN accounts s ON s.id = h.signed_by WHERE ${scope.sql} ORDER BY ${order} LIMIT :pageLimit OFFSET :pageOffset`, { ...scope.params, pageLimit: query.perPage, pageOffset: (query.page - 1) * query.perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${joins} WHERE ${scope.sql}`, scope.params);
    return { rows, total: Number(count?.total ?? 0) };
  }

  /** What serves some items in divisions in reach, of plans that are out or that the actor keeps. */
  async serving(actor: Actor, parentIds: readonly string[]): Promise<ServingRow[]> {
    const scope = allOf([memberOf('ip.parent_id', parentIds, 'parentIds'), visiblePlans(actor), divisionsWithin(actor, 'p.division_id')]);
    return readRows<ServingRow>(
      this.database.reader, `SELECT ip.parent_id AS parentId, p.division_id AS divisionId, i.id AS id, i.plan_id AS planId, i.text AS text, i.standing AS standing FROM item_parents ip JOIN items i ON i.id = ip.item_id JOIN plans p ON p.id = i.plan_id WHERE ${scope.sql} ORDER BY p.division_id, i.seq, i.id`, scope.params);
  }

  /** What stands of some items for some divisions. Inside a unit. */
  present(itemIds: readonly string[], divisionIds: readonly string[]): Promise<HandedItemEntity[]> { return this.database.writer.find(HandedItemEntity, { where: { itemId: In([...itemIds]), divisionId: In([...divisionIds]) } }); }
  /** Of the ids given, those that were handed to an office of the actor, of plans in force. */
  async toSign(actor: Actor, ids: readonly string[], permission: Permission): Promise<HandedItemEntity[]> {
    const own = memberOf('h.division_id', officesOf(actor, permission).divisions, 'ownDivisions');
    return this.database.reader.createQueryBuilder(HandedItemEntity, 'h').innerJoin('plans', 'p', 'p.id = h.plan_id').where('h.id IN (:...ids)', { ids }).andWhere("p.state = 'issued'").andWhere(own.sql, own.params).orderBy('h.id').getMany();
  }
  /** What a division has of what was handed down and is asked for still, and what its successor has of the same items. Inside a unit. */
  async ofDivision(divisionId: string, successorId: string): Promise<{ rows: HandedItemEntity[]; known: ReadonlySet<string> }> {
    const find = (id: string) => this.database.writer.find(HandedItemEntity, { where: { divisionId: id }, order: { id: 'ASC' } });
    const [rows, own] = [await find(divisionId), await find(successorId)];
    return { rows, known: new Set(own.map(({ itemId }) => itemId)) };
  }
  /** Plans that the office of a division keeps are its successor's to keep; the plan stays that of the division that it was made for. */
  async moveOffice(from: string, to: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.writer, 'SELECT p.id AS id FROM plans p WHERE p.office_id = :from OR p.division_id = :from', { from });
    await changeRows(this.database.writer, 'UPDATE plans SET office_id = :to WHERE office_id = :from', { from, to });
    return rows.map(({ id }) => id);
  }
  /** One that the actor's office handed down, of a plan in force. */
  async findKept(actor: Actor, id: string): Promise<HandedItemEntity | null> {
    const kept = keptPlans(actor, 'plan:write');
    return this.database.reader.createQueryBuilder(HandedItemEntity, 'h').innerJoin('plans', 'p', 'p.id = h.plan_id').where('h.id = :id', { id }).andWhere(`(${kept.sql})`, kept.params).getOne();
  }

  insert(rows: readonly HandedItemEntity[]): Promise<void> { return insertRows(this.database.writer, HandedItemEntity, rows); }
  async update(row: HandedItemEntity, changes: Partial<HandedItemEntity>): Promise<boolean> {
    return (await this.database.writer.update(HandedItemEntity, { id: row.id, version: row.version, state: row.state }, { ...changes, version: row.version + 1 })).affected === 1;
  }
  /** Of some items those that an edition has withdrawn: nobody signs for them any more. */
  async withdrawn(itemIds: readonly string[]): Promise<ReadonlySet<string>> {
    const those = memberOf('i.id', itemIds, 'itemIds');
    return new Set((await readRows<{ id: string }>(this.database.reader, `SELECT i.id AS id FROM items i WHERE i.standing = 'withdrawn' AND ${those.sql}`, those.params)).map(({ id }) => id));
  }
  /** Items of a plan in force that are asked for still. */
  async inForce(planId: string, itemIds: readonly string[]): Promise<{ id: string; text: string }[]> {
    const those = memberOf('i.id', itemIds, 'itemIds');
    return readRows(this.database.reader, `SELECT i.id AS id, i.text AS text FROM items i WHERE i.plan_id = :planId AND i.standing <> 'withdrawn' AND ${those.sql}`, { planId, ...those.params });
  }
}

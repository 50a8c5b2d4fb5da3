import { Injectable } from '@nestjs/common';
import type { Item } from '@kepu/contracts';
import type { Actor } from '../../../platform/auth/actor.js';
import { allOf, Database, insertRows, memberOf, newId, readRows } from '../../../platform/database/index.js';
import { visibleItems, visiblePlans } from '../plan.policy.js';
import { ItemParentEntity } from './level.entity.js';

/** An item above, as the one that serves it names it. */
type ParentRow = Item['parents'][number] & { readonly itemId: string };

/** Rows of `item_parents`: which items of the plan above an item serves. */
@Injectable()
export class ItemParents {
  constructor(private readonly database: Database) {}

  /** By item, those above that the actor sees. The caller has proved the right to the items. */
  async of(actor: Actor, itemIds: readonly string[]): Promise<ReadonlyMap<string, Item['parents']>> {
    if (itemIds.length === 0) return new Map();
    const scope = allOf([memberOf('ip.item_id', itemIds, 'itemIds'), visiblePlans(actor), visibleItems(actor)]);
    const rows = await readRows<ParentRow>(
      this.database.reader, `SELECT ip.item_id AS itemId, i.id AS id, i.plan_id AS planId, i.seq AS seq, i.text AS text, i.standing AS standing FROM item_parents ip JOIN items i ON i.id = ip.parent_id JOIN plans p ON p.id = i.plan_id WHERE ${scope.sql} ORDER BY i.seq, i.id`, scope.params);
    const found = new Map<string, Item['parents']>();
    for (const { itemId, ...parent } of rows) found.set(itemId, [...(found.get(itemId) ?? []), parent]);
    return found;
  }

  /** Of the ids given, those of items that may be served from a division: of plans of divisions above it that are out, as far as the actor sees them. */
  async servable(actor: Actor, divisions: readonly string[], ids: readonly string[]): Promise<ReadonlySet<string>> {
    const scope = allOf([memberOf('i.id', ids, 'ids'), memberOf('p.division_id', divisions, 'servedDivisions'), { sql: "p.state <> 'draft'", params: {} }, visiblePlans(actor), visibleItems(actor)]);
    return new Set((await readRows<{ id: string }>(this.database.reader, `SELECT i.id AS id FROM items i JOIN plans p ON p.id = i.plan_id WHERE ${scope.sql}`, scope.params)).map(({ id }) => id));
  }

  async insert(rows: readonly Omit<ItemParentEntity, 'id'>[]): Promise<void> { await insertRows(this.database.writer, ItemParentEntity, rows.map((row) => ({ id: newId(), ...row }))); }
  async replace(itemId: string, parentIds: readonly string[]): Promise<void> {
    await this.database.writer.delete(ItemParentEntity, { itemId });
    await this.insert(parentIds.map((parentId) => ({ itemId, parentId })));
  }

  /** All items in force below some items, whatever the number of levels, and whatever stands between. The caller has proved the right to those above. */
  async below(itemIds: readonly string[]): Promise<{ rootId: string; itemId: string }[]> {
    if (itemIds.length === 0) return [];
    return readRows(
      this.database.reader, `WITH RECURSIVE below (root_id, item_id) AS (
        SELECT ip.parent_id, ip.item_id FROM item_parents ip WHERE ip.parent_id IN (:...itemIds)
        UNION SELECT b.root_id, ip.item_id FROM below b JOIN item_parents ip ON ip.parent_id = b.item_id
      ) SELECT b.root_id AS rootId, b.item_id AS itemId FROM below b JOIN items i ON i.id = b.item_id WHERE i.standing <> 'withdrawn' ORDER BY b.item_id`, { itemIds });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, Database, memberOf, readRows } from '../../platform/database/index.js';
import { visibleItems, visiblePlans } from './plan.policy.js';

/** An item as other modules need it. */
export interface ItemBrief { readonly id: string; readonly planId: string; readonly text: string; readonly programme: { readonly id: string; readonly name: string }; readonly unitIds: readonly string[] }

/** Rows of `items` in short. */
@Injectable()
export class ItemBriefs {
  constructor(private readonly database: Database) {}

  async visibleIdsFor(actor: Actor, ids: readonly string[]): Promise<Set<string>> {
    const { sql, params } = allOf([visiblePlans(actor), visibleItems(actor), memberOf('i.id', ids, 'itemIds')]);
    const rows = await readRows<{ id: string }>(this.database.reader, `SELECT i.id AS id FROM items i JOIN plans p ON p.id = i.plan_id WHERE ${sql}`, params);
    return new Set(rows.map((row) => row.id));
  }

  /** In the order of the paper. */
  async briefs(ids: readonly string[]): Promise<Map<string, ItemBrief>> {
    if (ids.length === 0) return new Map();
    const rows = await readRows<{ id: string; planId: string; text: string; programmeId: string; programmeName: string; unitId: string | null }>(this.database.reader, `
      SELECT i.id AS id, i.plan_id AS planId, i.text AS text, i.programme_id AS programmeId, pp.name AS programmeName, a.unit_id AS unitId
      FROM items i JOIN plan_programmes pp ON pp.plan_id = i.plan_id AND pp.programme_id = i.programme_id LEFT JOIN assignments a ON a.item_id = i.id WHERE i.id IN (:...ids) ORDER BY i.plan_id, i.seq, a.seq`, { ids });
    const briefs = new Map<string, ItemBrief & { unitIds: string[] }>();
    for (const row of rows) {
      const brief = briefs.get(row.id) ?? { id: row.id, planId: row.planId, text: row.text, programme: { id: row.programmeId, name: row.programmeName }, unitIds: [] };
      if (row.unitId !== null) brief.unitIds.push(row.unitId);
      briefs.set(row.id, brief);
    }
    return briefs;
  }
}

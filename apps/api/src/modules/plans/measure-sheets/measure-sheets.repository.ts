import { Injectable } from '@nestjs/common';
import type { SheetItem, StandingMeasure } from '@kepu/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { allOf, Database, readRows } from '../../../platform/database/index.js';
import { MeasureEntity } from '../measure.entity.js';
import { visibleItems, visiblePlans } from '../plan.policy.js';

/** A pool by the name under which a sheet offers it. */
export interface OfferedPool { readonly id: string; readonly name: string }

/** The measures of a plan all at once: as many statements for many as for one. */
@Injectable()
export class MeasureSheetsRepository {
  constructor(private readonly database: Database) {}

  /** All items, those that are withdrawn as well, in the order of the paper. */
  async itemsFor(actor: Actor, planId: string): Promise<SheetItem[]> {
    const scope = allOf([visiblePlans(actor), visibleItems(actor), { sql: 'i.plan_id = :planId', params: { planId } }]);
    const rows = await readRows<{ id: string; seq: number; standing: string }>(this.database.reader, `SELECT i.id AS id, i.seq AS seq, i.standing AS standing FROM items i JOIN plans p ON p.id = i.plan_id WHERE ${scope.sql} ORDER BY i.seq`, scope.params);
    return rows.map(({ id, seq, standing }) => ({ id, seq, withdrawn: standing === 'withdrawn' }));
  }

  /** The caller has proved the right to the plan. */
  async measuresOf(planId: string): Promise<{ rows: MeasureEntity[]; standing: StandingMeasure[] }> {
    const rows = await this.database.reader.find(MeasureEntity, { where: { planId }, order: { id: 'ASC' } });
    const used = await readRows<{ id: string }>(this.database.reader, `SELECT m.id AS id FROM measures m WHERE m.plan_id = :planId AND (m.judged_met IS NOT NULL
      OR EXISTS (SELECT 1 FROM work_entry_items w WHERE w.measure_id = m.id) OR EXISTS (SELECT 1 FROM evidence e WHERE e.measure_id = m.id))`, { planId });
    const kept = new Set(used.map(({ id }) => id));
    return { rows, standing: rows.map(({ minValue, maxValue, ...row }) => ({ ...row, min: minValue, max: maxValue, kept: kept.has(row.id) })) };
  }

  /** How many records count for two items of a plan in the same way. What was taken back counts for none. */
  sharedRecords(planId: string): Promise<{ a: string; b: string; metric: string; records: number | string }[]> {
    const stands = (alias: string) => `${alias}.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM evidence r WHERE r.reverses_id = ${alias}.id)`;
    return readRows(
      this.database.reader, `SELECT e.item_id AS a, o.item_id AS b, e.metric AS metric, COUNT(DISTINCT e.source_id) AS records FROM evidence e JOIN items i ON i.id = e.item_id
        JOIN evidence o ON o.source_id = e.source_id AND o.source_kind = e.source_kind AND o.metric = e.metric AND o.item_id > e.item_id JOIN items k ON k.id = o.item_id
        WHERE i.plan_id = :planId AND k.plan_id = :planId AND ${stands('e')} AND ${stands('o')} GROUP BY e.item_id, o.item_id, e.metric`, { planId });
  }

  async pools(): Promise<OfferedPool[]> { return readRows<OfferedPool & object>(this.database.reader, 'SELECT o.id AS id, o.name AS name FROM pools o ORDER BY o.sort_no, o.id'); }
}

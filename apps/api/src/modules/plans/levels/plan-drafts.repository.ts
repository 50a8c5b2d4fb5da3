import { Injectable } from '@nestjs/common';
import { changeRows, Database, insertRows, readRows } from '../../../platform/database/index.js';
import { AssignmentEntity } from '../assignment.entity.js';
import { ItemEntity } from '../item.entity.js';
import { MeasureEntity } from '../measure.entity.js';
import { PlanProgrammeEntity, PlanUnitEntity } from '../plan-axis.entity.js';
import type { PlanEntity } from '../plan.entity.js';
import type { PlanRows } from '../plans.repository.js';
import { ItemParentEntity } from './level.entity.js';

/** Items of drafts that are made one by one. The caller has proved that the office keeps the plan. */
@Injectable()
export class PlanDraftsRepository {
  constructor(private readonly database: Database) {}

  item(id: string): Promise<ItemEntity | null> { return this.database.reader.findOneBy(ItemEntity, { id }); }
  async lastPlace(planId: string): Promise<number> {
    const [row] = await readRows<{ seq: number | string | null }>(this.database.writer, 'SELECT MAX(i.seq) AS seq FROM items i WHERE i.plan_id = :planId', { planId });
    return Number(row?.seq ?? 0);
  }

  /** Rows of new items, with the units and programmes that the plan does not name yet. */
  async insert(planId: string, rows: Pick<PlanRows, 'items' | 'assignments' | 'units' | 'programmes' | 'measures'>): Promise<void> {
    await insertRows(this.database.writer, ItemEntity, rows.items);
    await this.insertAxes(planId, rows);
    await insertRows(this.database.writer, AssignmentEntity, rows.assignments);
    await insertRows(this.database.writer, MeasureEntity, rows.measures);
  }
  private async insertAxes(planId: string, { units, programmes }: Pick<PlanRows, 'units' | 'programmes'>): Promise<void> {
    const [knownUnits, knownProgrammes] = [await this.database.writer.findBy(PlanUnitEntity, { planId }), await this.database.writer.findBy(PlanProgrammeEntity, { planId })];
    const last = (rows: readonly { sortNo: number }[]): number => Math.max(0, ...rows.map(({ sortNo }) => sortNo));
    await insertRows(this.database.writer, PlanUnitEntity, units.filter(({ unitId }) => !knownUnits.some((known) => known.unitId === unitId)).map((row, at) => ({ ...row, planId, sortNo: last(knownUnits) + at + 1 })));
    await insertRows(this.database.writer, PlanProgrammeEntity, programmes.filter(({ programmeId }) => !knownProgrammes.some((known) => known.programmeId === programmeId)).map((row, at) => ({ ...row, planId, sortNo: last(knownProgrammes) + at + 1 })));
  }

  async changeItem({ id, planId, version }: Pick<ItemEntity, 'id' | 'planId' | 'version'>, changes: Partial<ItemEntity>, rows: Pick<PlanRows, 'assignments' | 'units' | 'programmes'> | null): Promise<boolean> {
    if ((await this.database.writer.createQueryBuilder().update(ItemEntity).set({ ...changes, version: version + 1 }).where({ id, version }).execute()).affected !== 1) return false;
    if (rows === null) return true;
    await this.insertAxes(planId, rows);
    await this.database.writer.delete(AssignmentEntity, { itemId: id });
    await insertRows(this.database.writer, AssignmentEntity, rows.assignments);
    return true;
  }
  async removeItem(id: string, version: number): Promise<boolean> {
    // Who changes it at this moment waits for the row, and finds it gone.
    if ((await this.database.writer.createQueryBuilder().update(ItemEntity).set({ version: version + 1 }).where({ id, version }).execute()).affected !== 1) return false;
    await changeRows(this.database.writer, 'DELETE FROM joint_parts WHERE item_id = :id', { id });
    // What was said about the words stays with those who said it.
    await changeRows(this.database.writer, 'UPDATE consultation_comments SET item_id = NULL WHERE item_id = :id', { id });
    await this.database.writer.delete(ItemParentEntity, { itemId: id });
    for (const entity of [MeasureEntity, AssignmentEntity]) await this.database.writer.delete(entity, { itemId: id });
    await this.database.writer.delete(ItemEntity, { id });
    return true;
  }

  /** Takes out of a draft what no item names any more, and counts it anew. */
  async recount(planId: string): Promise<Pick<PlanEntity, 'unitCount' | 'programmeCount' | 'cellCount' | 'itemCount' | 'targetCount'>> {
    await changeRows(this.database.writer, 'DELETE FROM plan_units WHERE plan_id = :planId AND unit_id NOT IN (SELECT a.unit_id FROM assignments a WHERE a.plan_id = :planId)', { planId });
    await changeRows(this.database.writer, 'DELETE FROM plan_programmes WHERE plan_id = :planId AND programme_id NOT IN (SELECT i.programme_id FROM items i WHERE i.plan_id = :planId)', { planId });
    const [row] = await readRows<Record<'units' | 'programmes' | 'cells' | 'items' | 'targets', number | string | null>>(
      this.database.writer, `SELECT (SELECT COUNT(*) FROM plan_units u WHERE u.plan_id = :planId) AS units, (SELECT COUNT(*) FROM plan_programmes g WHERE g.plan_id = :planId) AS programmes,
        (SELECT COUNT(*) FROM (SELECT DISTINCT a.unit_id, i.programme_id FROM assignments a JOIN items i ON i.id = a.item_id WHERE a.plan_id = :planId) c) AS cells,
        (SELECT COUNT(*) FROM items i WHERE i.plan_id = :planId) AS items, (SELECT SUM(i.target_count) FROM items i WHERE i.plan_id = :planId) AS targets`, { planId });
    return { unitCount: Number(row?.units ?? 0), programmeCount: Number(row?.programmes ?? 0), cellCount: Number(row?.cells ?? 0), itemCount: Number(row?.items ?? 0), targetCount: Number(row?.targets ?? 0) };
  }
}

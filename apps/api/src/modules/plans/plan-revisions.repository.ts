import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { changeRows, Database, insertRows, readRows } from '../../platform/database/index.js';
import { AssignmentEntity } from './assignment.entity.js';
import { ItemEntity } from './item.entity.js';
import { PlanProgrammeEntity, PlanUnitEntity } from './plan-axis.entity.js';
import { keptPlans } from './plan.policy.js';
import { ItemRevisionEntity, PlanRevisionEntity } from './plan-revision.entity.js';
import type { ItemWithParts } from './revision-lines.js';

/** Above every place that an item can have in a paper: where items wait while their places change. */
const ASIDE = 1_000_000;
/** Items placed by one statement. */
const PLACES = 500;

/** Rows of `plan_revisions` and `item_revisions`, and the rows of a plan that an edition changes. The caller has proved the right to the plan. */
@Injectable()
export class PlanRevisionsRepository {
  constructor(private readonly database: Database) {}

  /** Drafts are for those who keep the plan. */
  find(actor: Actor, id: string): Promise<PlanRevisionEntity | null> {
    return this.seen(actor).andWhere('r.id = :id', { id }).getOne();
  }
  ofPlan(actor: Actor, planId: string): Promise<PlanRevisionEntity[]> {
    return this.seen(actor).andWhere('r.plan_id = :planId', { planId }).orderBy('r.edition', 'DESC').getMany();
  }
  insert(row: PlanRevisionEntity): Promise<void> { return insertRows(this.database.writer, PlanRevisionEntity, [row]); }
  async update(id: string, version: number, changes: Partial<PlanRevisionEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(PlanRevisionEntity).set({ ...changes, version: version + 1 }).where({ id, version, state: 'draft' }).execute()).affected === 1;
  }
  async remove(id: string, version: number): Promise<boolean> { return (await this.database.writer.delete(PlanRevisionEntity, { id, version, state: 'draft' })).affected === 1; }

  /** All items of a plan with their parts, in the order of the paper, and how much was done for each. As many statements for many items as for few. */
  async itemsOf(planId: string): Promise<ItemWithParts[]> {
    const items = await this.database.reader.find(ItemEntity, { where: { planId }, order: { seq: 'ASC' } });
    const parts = new Map<string, AssignmentEntity[]>();
    for (const row of await this.database.reader.find(AssignmentEntity, { where: { planId }, order: { seq: 'ASC', id: 'ASC' } })) parts.set(row.itemId, [...(parts.get(row.itemId) ?? []), row]);
    const counts = await readRows<{ itemId: string; pieces: number | string }>(
      this.database.reader, `SELECT x.item_id AS itemId, COUNT(*) AS pieces FROM (
        SELECT e.item_id AS item_id FROM evidence e WHERE e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM evidence r WHERE r.reverses_id = e.id)
        UNION ALL SELECT w.item_id AS item_id FROM work_entry_items w JOIN work_entries n ON n.id = w.entry_id WHERE n.state IN ('draft', 'submitted')
      ) x JOIN items i ON i.id = x.item_id WHERE i.plan_id = :planId GROUP BY x.item_id`, { planId });
    const evidence = new Map(counts.map((row) => [row.itemId, Number(row.pieces)]));
    return items.map((item) => ({ item, assignments: parts.get(item.id) ?? [], evidence: evidence.get(item.id) ?? 0 }));
  }

  /** What an edition changed, in the order of the new paper; of one item, all that editions changed, the newest first. */
  linesOf(revisionId: string): Promise<ItemRevisionEntity[]> { return this.database.reader.find(ItemRevisionEntity, { where: { revisionId }, order: { position: 'ASC', id: 'ASC' } }); }
  async ofItem(itemId: string): Promise<{ line: ItemRevisionEntity; revision: PlanRevisionEntity }[]> {
    const lines = await this.database.reader.findBy(ItemRevisionEntity, { itemId });
    const revisions = await this.database.reader.findBy(PlanRevisionEntity, { id: In(lines.map((line) => line.revisionId)) });
    return revisions.sort((a, b) => b.edition - a.edition).flatMap((revision) => lines.filter((line) => line.revisionId === revision.id).map((line) => ({ line, revision })));
  }
  insertLines(rows: readonly ItemRevisionEntity[]): Promise<void> { return insertRows(this.database.writer, ItemRevisionEntity, rows); }

  /** Takes all items of a plan out of their places, so that each can get its new one: no two stand at one place at any moment. */
  async clearPlaces(planId: string): Promise<void> { await changeRows(this.database.writer, `UPDATE items SET seq = seq + ${ASIDE} WHERE plan_id = :planId`, { planId }); }
  /** Gives every item of a plan its place: those named in their order, then the rest as they stood; and the parts go with them. */
  async setPlaces(planId: string, itemIds: readonly string[]): Promise<void> {
    const named = new Set(itemIds);
    const rest = await readRows<{ id: string }>(this.database.writer, 'SELECT i.id AS id FROM items i WHERE i.plan_id = :planId ORDER BY i.seq', { planId });
    const order = [...itemIds, ...rest.flatMap(({ id }) => (named.has(id) ? [] : [id]))];
    for (let at = 0; at < order.length; at += PLACES) {
      const ids = order.slice(at, at + PLACES);
      const params = Object.fromEntries(ids.flatMap((id, index) => [[`id${index}`, id], [`seq${index}`, at + index + 1]]));
      await changeRows(this.database.writer, `UPDATE items SET seq = CASE id ${ids.map((_, index) => `WHEN :id${index} THEN :seq${index}`).join(' ')} ELSE seq END WHERE id IN (${ids.map((_, index) => `:id${index}`).join(', ')})`, params);
    }
    await changeRows(this.database.writer, 'UPDATE assignments SET seq = (SELECT i.seq FROM items i WHERE i.id = assignments.item_id) WHERE plan_id = :planId', { planId });
  }
  async updateItem(id: string, changes: Partial<ItemEntity>): Promise<void> {
    await this.database.writer.createQueryBuilder().update(ItemEntity).set({ ...changes, version: () => 'version + 1' }).where({ id }).execute();
  }
  insertItems(rows: readonly ItemEntity[]): Promise<void> { return this.inChunks(ItemEntity, rows); }
  insertAssignments(rows: readonly AssignmentEntity[]): Promise<void> { return this.inChunks(AssignmentEntity, rows); }
  /** Against the version that was compared: who signs at the same moment wins, and the edition is looked at again. */
  async updateAssignment(row: AssignmentEntity, changes: Partial<AssignmentEntity>): Promise<boolean> {
    return (await this.database.writer.update(AssignmentEntity, { id: row.id, version: row.version }, { ...changes, version: row.version + 1 })).affected === 1;
  }

  /** Units and programmes as the new paper names and orders them. What it no longer names stays, after them, while an item or a part refers to it. */
  async replaceAxes(planId: string, units: readonly PlanUnitEntity[], programmes: readonly PlanProgrammeEntity[]): Promise<void> {
    const [oldUnits, oldProgrammes] = [await this.database.reader.findBy(PlanUnitEntity, { planId }), await this.database.reader.findBy(PlanProgrammeEntity, { planId })];
    const [newUnits, newProgrammes] = [new Map(units.map((unit) => [unit.unitId, unit])), new Map(programmes.map((programme) => [programme.programmeId, programme]))];
    for (const [at, old] of oldUnits.entries()) {
      const next = newUnits.get(old.unitId);
      await this.database.writer.update(PlanUnitEntity, { id: old.id }, next ? { printed: next.printed, sortNo: next.sortNo } : { sortNo: units.length + at + 1 });
      newUnits.delete(old.unitId);
    }
    for (const [at, old] of oldProgrammes.entries()) {
      const next = newProgrammes.get(old.programmeId);
      await this.database.writer.update(PlanProgrammeEntity, { id: old.id }, next ? { name: next.name, shortName: next.shortName, sortNo: next.sortNo } : { sortNo: programmes.length + at + 1 });
      newProgrammes.delete(old.programmeId);
    }
    await insertRows(this.database.writer, PlanUnitEntity, [...newUnits.values()].map((unit) => ({ ...unit, planId })));
    await insertRows(this.database.writer, PlanProgrammeEntity, [...newProgrammes.values()].map((programme) => ({ ...programme, planId })));
    await changeRows(this.database.writer, 'DELETE FROM plan_units WHERE plan_id = :planId AND sort_no > :last AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.plan_id = plan_units.plan_id AND a.unit_id = plan_units.unit_id)', { planId, last: units.length });
    await changeRows(this.database.writer, 'DELETE FROM plan_programmes WHERE plan_id = :planId AND sort_no > :last AND NOT EXISTS (SELECT 1 FROM items i WHERE i.plan_id = plan_programmes.plan_id AND i.programme_id = plan_programmes.programme_id)', { planId, last: programmes.length });
  }

  private seen(actor: Actor): SelectQueryBuilder<PlanRevisionEntity> {
    const kept = keptPlans(actor, 'plan:write');
    return this.database.reader.createQueryBuilder(PlanRevisionEntity, 'r').innerJoin('plans', 'p', 'p.id = r.plan_id').where(`(r.state = 'issued' OR (${kept.sql}))`, kept.params);
  }
  private async inChunks<E extends object>(entity: new () => E, rows: readonly E[]): Promise<void> { for (let at = 0; at < rows.length; at += 500) await insertRows(this.database.writer, entity, rows.slice(at, at + 500)); }
}

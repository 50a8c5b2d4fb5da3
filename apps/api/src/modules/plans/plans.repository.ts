import { Injectable } from '@nestjs/common';
import type { PlanOpenWork, planQuery, Tally } from '@kepu/contracts';
import { In, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { changeRows, Database, readRows, toDbTime } from '../../platform/database/index.js';
import { likePattern } from '../../platform/pinyin/pinyin.js';
import { AssignmentEntity } from './assignment.entity.js';
import { ItemEntity } from './item.entity.js';
import { JointGroupEntity } from './joint-group.entity.js';
import { MeasureEntity } from './measure.entity.js';
import { PlanProgrammeEntity, PlanUnitEntity } from './plan-axis.entity.js';
import { PlanEntity } from './plan.entity.js';
import { tallyOf, tallySql, type TallyRow } from './plan.mapper.js';
import { visibleAssignments, visiblePlans } from './plan.policy.js';

/** All rows that a plan is made of. */
export interface PlanRows {
  readonly plan: PlanEntity; readonly units: readonly PlanUnitEntity[]; readonly programmes: readonly PlanProgrammeEntity[];
  readonly items: readonly ItemEntity[]; readonly assignments: readonly AssignmentEntity[]; readonly measures: readonly MeasureEntity[];
}
/** Rows of one INSERT: SQLite takes 32,766 parameters in a statement, and our widest row has 23. */
const CHUNK = 500;

/** Rows of `plans`, and plans as wholes. */
@Injectable()
export class PlansRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: z.output<typeof planQuery>): Promise<{ rows: PlanEntity[]; total: number }> {
    const visible = visiblePlans(actor);
    const builder = this.database.reader.createQueryBuilder(PlanEntity, 'p').where(`(${visible.sql})`, visible.params);
    if (query.state) builder.andWhere('p.state = :state', { state: query.state });
    if (query.year) builder.andWhere('p.year = :year', { year: query.year });
    if (query.divisionId) builder.andWhere('p.division_id = :ofDivision', { ofDivision: query.divisionId });
    if (query.ids) builder.andWhere('p.id IN (:...ids)', { ids: query.ids });
    if (query.q) builder.andWhere("p.title LIKE :q ESCAPE '!'", { q: likePattern(query.q) });
    const sort = query.sort ?? '-year';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    // Of a year the paper of the city comes first, then its divisions with what lies in them.
    if (sort.endsWith('year')) builder.orderBy('p.year', direction).addOrderBy('p.divisionId', 'ASC');
    else builder.orderBy('p.createdAt', direction);
    const [rows, total] = await builder.addOrderBy('p.id', direction)
      .skip((query.page - 1) * query.perPage).take(query.perPage).getManyAndCount();
    return { rows, total };
  }

  findFor(actor: Actor, id: string): Promise<PlanEntity | null> {
    const visible = visiblePlans(actor);
    return this.database.reader.createQueryBuilder(PlanEntity, 'p').where('p.id = :id', { id }).andWhere(`(${visible.sql})`, visible.params).getOne();
  }

  /** The plans of a year, newest edition first; the caller acts for the office that issues them. */
  editionsOf(divisionId: string, year: number): Promise<PlanEntity[]> {
    return this.database.reader.find(PlanEntity, { where: { divisionId, year }, order: { edition: 'DESC' } });
  }

  /** How far the visible assignments of some plans are signed. */
  async talliesFor(actor: Actor, planIds: readonly string[]): Promise<ReadonlyMap<string, Tally>> {
    if (planIds.length === 0) return new Map();
    const visible = visibleAssignments(actor);
    const rows = await this.database.reader.createQueryBuilder(AssignmentEntity, 'a').innerJoin('units', 'u', 'u.id = a.unit_id').where('a.plan_id IN (:...planIds)', { planIds })
      .andWhere(visible.sql, visible.params).select('a.plan_id', 'planId').addSelect(tallySql).groupBy('a.plan_id').getRawMany<TallyRow & { planId: string }>();
    return new Map(rows.map((row) => [row.planId, tallyOf(row)]));
  }

  /** Evidence that was taken back since; null for none. The caller has proved the right to the plan. */
  async takenBackSince(planId: string, since: Date): Promise<{ records: number; minutes: number } | null> {
    const [row] = await readRows<{ records: number | string; minutes: number | string | null }>(this.database.reader,
      `SELECT COUNT(*) AS records, SUM(CASE WHEN e.metric = 'volunteer_minutes' THEN e.quantity ELSE 0 END) AS minutes FROM evidence e JOIN items i ON i.id = e.item_id
       WHERE i.plan_id = :planId AND e.reverses_id IS NOT NULL AND e.created_at > :since`, { planId, since: toDbTime(since) });
    return Number(row?.records ?? 0) === 0 ? null : { records: Number(row?.records), minutes: Number(row?.minutes ?? 0) };
  }

  /** What waits for somebody, in one statement. The caller has proved the right to the plan. */
  async openWork(planId: string): Promise<PlanOpenWork> {
    const count = (sql: string): string => `(SELECT COUNT(*) ${sql})`;
    const [row] = await readRows<Record<keyof PlanOpenWork, number | string>>(this.database.reader, `SELECT
      ${count("FROM assignments a WHERE a.plan_id = :planId AND a.state = 'pending'")} AS unsignedItems,
      ${count("FROM unit_reports r JOIN report_periods rp ON rp.id = r.period_id WHERE rp.plan_id = :planId AND r.state NOT IN ('accepted', 'locked')")} AS reports,
      ${count("FROM report_periods rp WHERE rp.plan_id = :planId AND rp.state = 'open' AND rp.begun > 0")} AS periods,
      ${count("FROM adjustments d JOIN assignments a ON a.id = d.assignment_id WHERE a.plan_id = :planId AND d.state IN ('checking', 'asked')")} AS adjustments,
      ${count("FROM close_outs d JOIN assignments a ON a.id = d.assignment_id WHERE a.plan_id = :planId AND d.state IN ('checking', 'asked')")} AS closeOuts,
      ${count("FROM prompts q WHERE q.plan_id = :planId AND q.state IN ('sent', 'replied')")} AS prompts,
      ${count("FROM work_entries e WHERE e.state = 'submitted' AND EXISTS (SELECT 1 FROM work_entry_items w JOIN items i ON i.id = w.item_id WHERE w.entry_id = e.id AND i.plan_id = :planId)")} AS workEntries,
      ${count("FROM plan_revisions v WHERE v.plan_id = :planId AND v.state = 'draft'")} AS revisions,
      ${count("FROM assignments a WHERE a.plan_id = :planId AND a.state = 'asked'")} AS questions,
      ${count("FROM prompts q WHERE q.plan_id = :planId AND q.state IN ('awaiting', 'approved')")} AS unsentPrompts,
      ${count("FROM consultations c WHERE c.plan_id = :planId AND c.state = 'open'")} AS consultations,
      ${count("FROM assessments s WHERE s.plan_id = :planId AND s.state IN ('open', 'announced')")} AS assessments`, { planId });
    const of = (name: keyof PlanOpenWork): number => Number(row?.[name] ?? 0);
    return { unsignedItems: of('unsignedItems'), reports: of('reports'), periods: of('periods'), adjustments: of('adjustments'), closeOuts: of('closeOuts'), prompts: of('prompts'), workEntries: of('workEntries'), revisions: of('revisions'), questions: of('questions'), unsentPrompts: of('unsentPrompts'), consultations: of('consultations'), assessments: of('assessments') };
  }

  async update(id: string, version: number, changes: Partial<PlanEntity>): Promise<boolean> {
    return (await this.database.writer.update(PlanEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }

  /** What a draft holds, counted anew. Inside the unit that changed it. */
  async setCounts(id: string, counts: Pick<PlanEntity, 'unitCount' | 'programmeCount' | 'cellCount' | 'itemCount' | 'targetCount'>): Promise<void> { await this.database.writer.update(PlanEntity, { id }, counts); }

  async insertWhole(rows: PlanRows): Promise<void> {
    const insert = async <T extends ObjectLiteral>(entity: EntityTarget<T>, list: readonly T[]) => {
      for (let at = 0; at < list.length; at += CHUNK) {
        await this.database.writer.createQueryBuilder().insert().into(entity).values(list.slice(at, at + CHUNK)).updateEntity(false).execute();
      }
    };
    await insert(PlanEntity, [rows.plan]);
    await insert(PlanUnitEntity, rows.units);
    await insert(PlanProgrammeEntity, rows.programmes);
    await insert(ItemEntity, rows.items);
    await insert(AssignmentEntity, rows.assignments);
    await insert(MeasureEntity, rows.measures);
  }

  /** Takes a draft out again. False when it is no draft any more, or the version has changed. */
  async deleteDraft(id: string, version: number): Promise<boolean> {
    // The conditional update comes first: whoever issues the plan at the same moment waits for this row and then finds it changed.
    const claimed = await this.database.writer.update(PlanEntity, { id, version, state: 'draft' }, { version: version + 1 });
    if (claimed.affected !== 1) return false;
    await changeRows(this.database.writer, 'DELETE FROM joint_parts WHERE group_id IN (SELECT g.id FROM joint_groups g WHERE g.plan_id = :id)', { id });
    await changeRows(this.database.writer, 'DELETE FROM item_parents WHERE item_id IN (SELECT i.id FROM items i WHERE i.plan_id = :id)', { id });
    for (const entity of [JointGroupEntity, MeasureEntity, AssignmentEntity, ItemEntity, PlanProgrammeEntity, PlanUnitEntity]) await this.database.writer.delete(entity, { planId: id });
    await this.database.writer.delete(PlanEntity, { id });
    return true;
  }

  /** Who stood in the newest paper of a division that was issued: the members that a paper means by 各成员单位. */
  async memberIds(divisionId: string): Promise<string[]> {
    const [last] = await this.database.reader.find(PlanEntity, { select: { id: true }, where: { divisionId, state: In(['issued', 'closed']) }, order: { year: 'DESC', id: 'DESC' }, take: 1 });
    if (!last) return [];
    const busy = await readRows<{ unitId: string }>(this.database.reader, "SELECT DISTINCT a.unit_id AS unitId FROM assignments a WHERE a.plan_id = :planId AND a.state <> 'withdrawn'", { planId: last.id });
    const inForce = new Set(busy.map(({ unitId }) => unitId));
    return (await this.units(last.id)).map(({ unitId }) => unitId).filter((unitId) => inForce.has(unitId));
  }
  units(planId: string): Promise<PlanUnitEntity[]> { return this.database.reader.find(PlanUnitEntity, { where: { planId }, order: { sortNo: 'ASC' } }); }
  /** Programmes that have work in force, in the order of the paper. */
  programmes(planId: string): Promise<PlanProgrammeEntity[]> {
    return this.database.reader.createQueryBuilder(PlanProgrammeEntity, 'pp').where('pp.plan_id = :planId', { planId })
      .andWhere("EXISTS (SELECT 1 FROM items i WHERE i.plan_id = pp.plan_id AND i.programme_id = pp.programme_id AND i.standing <> 'withdrawn')").orderBy('pp.sortNo', 'ASC').getMany();
  }

  /** What a plan prints, item by item, to hold another paper against it. */
  contentOf(planId: string): Promise<{ programmeId: string; text: string; units: string }[]> {
    return this.database.reader.createQueryBuilder(ItemEntity, 'i').where('i.plan_id = :planId', { planId }).andWhere("i.standing = 'printed'").select('i.programme_id', 'programmeId').addSelect('i.text', 'text')
      .addSelect('i.units_printed', 'units').orderBy('i.seq').getRawMany();
  }

  /** The newest plan of the city that is issued, for the home page: what a paper says of itself is public, who has signed is not. */
  async findPublic(divisionId: string): Promise<PlanEntity | null> {
    return this.database.reader.createQueryBuilder(PlanEntity, 'p').where("p.state <> 'draft' AND p.division_id = :divisionId", { divisionId }).orderBy('p.year', 'DESC').addOrderBy('p.edition', 'DESC').limit(1).getOne();
  }
  itemsPerProgramme(planId: string): Promise<{ programmeId: string; items: number | string }[]> {
    return this.database.reader.createQueryBuilder(ItemEntity, 'i').where('i.plan_id = :planId', { planId }).andWhere("i.standing <> 'withdrawn'").select('i.programme_id', 'programmeId').addSelect('COUNT(*)', 'items').groupBy('i.programme_id').getRawMany();
  }
}

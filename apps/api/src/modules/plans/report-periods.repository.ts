import { Injectable } from '@nestjs/common';
import type { Permission } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { changeRows, Database, insertRows, memberOf, readRows } from '../../platform/database/index.js';
import { keptPlans, visiblePlans } from './plan.policy.js';
import type { PlanEntity } from './plan.entity.js';
import { ReportPeriodEntity, UnitReportEntity } from './report.entity.js';

/** What a period says of its plan. */
export type PeriodPlan = Pick<PlanEntity, 'id' | 'title' | 'year' | 'state' | 'divisionId' | 'officeId'>;

/** A unit with work in a plan. */
export interface ReportingUnitRow { readonly planId: string; readonly unitId: string; readonly name: string; readonly searchKey: string; readonly sortNo: number | null; readonly path: string; readonly divisionId: string; readonly items: number | string }
/** A unit's report in a list; flags are 0 or 1. */
export interface ReportStandingRow {
  readonly reportId: string; readonly periodId: string; readonly unitId: string; readonly name: string; readonly searchKey: string; readonly sortNo: number | null; readonly path: string; readonly divisionId: string; readonly state: UnitReportEntity['state']; readonly firstSubmittedAt: string | null; readonly firstDueOn: string | null; readonly submittedAt: string | null;
  readonly resubmitBy: string | null; readonly resubmitLate: number; readonly version: number; readonly written: number | string; readonly nothingNew: number | string; readonly correction: string | null;
}

/** Rows of `report_periods`, and how far the units in reach are in them. */
@Injectable()
export class ReportPeriodsRepository {
  constructor(private readonly database: Database) {}

  /** Periods of plans that the actor sees, the last to be due first. */
  async listFor(actor: Actor, { planId, state, ids }: { planId?: string | undefined; state?: string | undefined; ids?: readonly string[] | undefined }, visible = visiblePlans(actor)): Promise<ReportPeriodEntity[]> {
    const query = this.database.reader.createQueryBuilder(ReportPeriodEntity, 'r').innerJoin('plans', 'p', 'p.id = r.plan_id').where(`(${visible.sql})`, visible.params);
    if (planId) query.andWhere('r.plan_id = :planId', { planId });
    if (state) query.andWhere('r.state = :state', { state });
    if (ids) query.andWhere('r.id IN (:...ids)', { ids });
    return query.orderBy('r.dueOn', 'DESC').addOrderBy('r.id', 'DESC').getMany();
  }
  async findFor(actor: Actor, id: string): Promise<ReportPeriodEntity | null> { return (await this.listFor(actor, { ids: [id] }))[0] ?? null; }
  /** The same, of a plan that the actor's office keeps. */
  async findKept(actor: Actor, id: string): Promise<ReportPeriodEntity | null> { return (await this.listFor(actor, { ids: [id] }, keptPlans(actor, 'report:decide')))[0] ?? null; }
  sameSpan(planId: string, kind: string, fromDay: string): Promise<ReportPeriodEntity | null> { return this.database.reader.findOneBy(ReportPeriodEntity, { planId, kind: kind as ReportPeriodEntity['kind'], fromDay }); }

  insert(rows: readonly ReportPeriodEntity[]): Promise<void> { return insertRows(this.database.writer, ReportPeriodEntity, rows); }
  /** `before`: only while nobody has handed in. */
  async update(id: string, version: number, changes: Partial<ReportPeriodEntity>, before = false): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(ReportPeriodEntity).set({ ...changes, version: version + 1 }).where({ id, version, state: 'open', ...(before ? { handedIn: 0 } : {}) }).execute()).affected === 1;
  }
  async removeUnbegun(id: string): Promise<boolean> { return (await this.database.writer.delete(ReportPeriodEntity, { id, state: 'open', begun: 0 })).affected === 1; }
  /** Periods of a plan that ends: those on which nobody has written a word. */
  async removeUnbegunOf(planId: string): Promise<void> { await this.database.writer.delete(ReportPeriodEntity, { planId, state: 'open', begun: 0 }); }
  /** Counts a report that is begun. False where the period is locked: no report slips past a lock. */
  async countBegun(id: string): Promise<boolean> { return (await changeRows(this.database.writer, "UPDATE report_periods SET begun = begun + 1 WHERE id = :id AND state = 'open'", { id })) === 1; }

  /** Counts a report that is handed in for the first time, or taken back before anybody decided (-1). */
  async countHandedIn(id: string, by: 1 | -1): Promise<void> { await changeRows(this.database.writer, 'UPDATE report_periods SET handed_in = handed_in + :by WHERE id = :id', { id, by }); }
  /** Open periods in which one unit is asked by name are asked of another from now on. */
  async askInstead(fromId: string, toId: string): Promise<void> {
    for (const row of await this.database.reader.findBy(ReportPeriodEntity, { state: 'open' })) {
      if (!row.unitIds?.includes(fromId)) continue;
      const unitIds = [...new Set(row.unitIds.map((id) => (id === fromId ? toId : id)))];
      await this.database.writer.createQueryBuilder().update(ReportPeriodEntity).set({ unitIds, version: row.version + 1 }).where({ id: row.id }).execute();
    }
  }

  /** Units in reach with work in some plans, however many plans in one statement. */
  async unitsOf(actor: Actor, planIds: readonly string[], permission: Permission = 'report:read'): Promise<ReportingUnitRow[]> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    const plans = memberOf('a.plan_id', planIds, 'planIds');
    return readRows<ReportingUnitRow>(
      this.database.reader, `SELECT a.plan_id AS planId, a.unit_id AS unitId, u.name AS name, u.search_key AS searchKey, pu.sort_no AS sortNo, u.path AS path, u.division_id AS divisionId, COUNT(DISTINCT a.item_id) AS items
        FROM assignments a JOIN units u ON u.id = a.unit_id LEFT JOIN plan_units pu ON pu.plan_id = a.plan_id AND pu.unit_id = a.unit_id
        WHERE ${plans.sql} AND a.state <> 'withdrawn' AND (${scope.sql}) GROUP BY a.plan_id, a.unit_id, u.name, u.search_key, pu.sort_no, u.path, u.division_id`, { ...plans.params, ...scope.params });
  }

  /** Reports in reach of some periods, with how much of each is written. What is no longer in force counts only where it was handed in. */
  async reportsOf(actor: Actor, periodIds: readonly string[], permission: Permission = 'report:read'): Promise<ReportStandingRow[]> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    const periods = memberOf('r.period_id', periodIds, 'periodIds');
    const inner = memberOf('ir.period_id', periodIds, 'periodIds');
    return readRows<ReportStandingRow>(
      this.database.reader, `SELECT r.id AS reportId, r.period_id AS periodId, r.unit_id AS unitId, u.name AS name, u.search_key AS searchKey, pu.sort_no AS sortNo, u.path AS path, u.division_id AS divisionId, r.state AS state, r.first_submitted_at AS firstSubmittedAt, r.first_due_on AS firstDueOn, r.submitted_at AS submittedAt,
        r.resubmit_by AS resubmitBy, r.resubmit_late AS resubmitLate, r.version AS version, COALESCE(w.written, 0) AS written, COALESCE(w.nothing_new, 0) AS nothingNew, c.reason AS correction
        FROM unit_reports r JOIN report_periods rp ON rp.id = r.period_id JOIN units u ON u.id = r.unit_id LEFT JOIN plan_units pu ON pu.plan_id = rp.plan_id AND pu.unit_id = r.unit_id
        LEFT JOIN (SELECT e.report_id AS report_id, SUM(CASE WHEN e.progress IS NOT NULL OR e.nothing_new = 1 THEN 1 ELSE 0 END) AS written, SUM(e.nothing_new) AS nothing_new
          FROM report_entries e JOIN unit_reports ir ON ir.id = e.report_id
          WHERE ${inner.sql} AND (e.reported IS NOT NULL OR EXISTS (SELECT 1 FROM assignments a WHERE a.item_id = e.item_id AND a.unit_id = ir.unit_id AND a.state <> 'withdrawn')) GROUP BY e.report_id) w ON w.report_id = r.id
        LEFT JOIN report_corrections c ON c.report_id = r.id AND c.decided_at IS NULL
        WHERE ${periods.sql} AND (${scope.sql})`, { ...periods.params, ...inner.params, ...scope.params });
  }

  /** Open periods of issued plans whose first day has come. For workers. */
  begunOn(today: string): Promise<ReportPeriodEntity[]> {
    return this.database.reader.createQueryBuilder(ReportPeriodEntity, 'r').innerJoin('plans', 'p', 'p.id = r.plan_id').where("p.state = 'issued' AND r.state = 'open' AND r.opensOn <= :today", { today }).orderBy('r.dueOn').getMany();
  }
  async plansOf(ids: readonly string[]): Promise<ReadonlyMap<string, PeriodPlan>> {
    const plans = memberOf('p.id', [...new Set(ids)], 'ids');
    const rows = await readRows<PeriodPlan>(this.database.reader, `SELECT p.id AS id, p.title AS title, p.year AS year, p.state AS state, p.division_id AS divisionId, p.office_id AS officeId FROM plans p WHERE ${plans.sql}`, plans.params);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

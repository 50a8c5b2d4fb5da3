import { Injectable } from '@nestjs/common';
import type { Permission } from '@kepu/contracts';
import { unitReportLifecycle, type UnitReportAction } from '@kepu/domain';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import type { ReportPeriodEntity, UnitReportEntity } from './report.entity.js';
import { ReportPeriodsRepository, type PeriodPlan } from './report-periods.repository.js';
import { demandInForce, transition } from './transition.js';
import { UnitReportsRepository, type PlacedReport } from './unit-reports.repository.js';

/** Whether the actor is the approver of a unit, or of one above it. */
export const approvesIn = (actor: PersonActor, unitPath: string): boolean => actor.grants.some((grant) => grant.role === 'approver' && grant.unitPath !== null && unitPath.startsWith(grant.unitPath));

/** Steps that somebody is told of. */
export type UnitReportEvent = 'checking' | 'sent_back' | 'returned' | 'accepted' | 'correction_asked' | 'correction_allowed' | 'correction_refused';
/** A report with its period and the state of its plan. */
export interface FoundReport extends PlacedReport { readonly period: ReportPeriodEntity; readonly plan: PeriodPlan }
/** A step of a report: what it writes, what the history says of it, whom it is told. */
export interface UnitReportStep {
  readonly action: UnitReportAction; readonly past: string; readonly version: number; readonly changes?: Partial<UnitReportEntity>; readonly tell?: UnitReportEvent; readonly reason?: string; readonly said?: { before: object; after: object };
  /** Where the step ends, if the period has a say in it. */
  readonly state?: UnitReportEntity['state'];
}

/** Steps in the life of a unit's report: allowed by the table, taken by one of many who try, written down and told. */
@Injectable()
export class UnitReportSteps {
  constructor(private readonly rows: UnitReportsRepository, private readonly periods: ReportPeriodsRepository, private readonly jobs: Jobs, private readonly audit: AuditTrail) {}

  /** A report within reach of a right to it. Errors: `resource.not_found`. */
  async find(actor: PersonActor, id: string, permission: Extract<Permission, `report:${string}`>): Promise<FoundReport> {
    const found = await this.rows.findFor(actor, id, permission);
    const period = found && (await (permission === 'report:decide' ? this.periods.findKept(actor, found.row.periodId) : this.periods.findFor(actor, found.row.periodId)));
    const plan = period && (await this.periods.plansOf([period.planId])).get(period.planId);
    if (!found || !period || !plan) throw notFound();
    return { ...found, period, plan };
  }

  /** Inside a unit. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async take(actor: PersonActor, { row, period, plan }: FoundReport, step: UnitReportStep): Promise<void> {
    const { action, past, version, changes = {}, tell, reason, said } = step;
    // What is still to be decided is told before a plan is closed, and the office opens it again where it was too early.
    demandInForce(plan.state);
    const state = step.state ?? transition(unitReportLifecycle, row.state, action, 'unitReportStates') ?? row.state;
    if (step.state !== undefined) transition(unitReportLifecycle, row.state, action, 'unitReportStates');
    if (!(await this.rows.update(row, version, { ...changes, state }))) throw new Refusal('version.stale');
    await this.audit.record({
      actor: auditActor(actor), action: `unit_report.${past}`, subjectKind: 'unit_report', subjectId: row.id, before: { state: row.state, ...said?.before }, after: { state, period: period.name, ...said?.after, ...(reason === undefined ? {} : { reason }) },
    });
    if (tell) await this.jobs.enqueue('notice.unit_report', { reportId: row.id, event: tell, version: version + 1, by: actor.accountId });
  }

  /** Writes into the history what is no step of its own. Inside a unit. */
  async record(actor: PersonActor, { row }: FoundReport, past: string, before: Record<string, unknown>, after: Record<string, unknown>): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action: `unit_report.${past}`, subjectKind: 'unit_report', subjectId: row.id, before, after });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Home, HistoryEntry, Item, itemExportQuery, itemQuery, Page, Permission, Plan, planChange, PlanOpenWork, planQuery } from '@kepu/contracts';
import { isPastDeadline, planLifecycle, signingDeadline } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AuditQueries } from '../identity/index.js';
import { ProgrammeDirectory, UnitDirectory } from '../units/index.js';
import { DraftGuard } from './drafting/draft-guard.js';
import { ItemsRepository } from './items.repository.js';
import { JointTasks } from './joint-tasks.js';
import { ItemParents } from './levels/item-parents.repository.js';
import { MeasureProgress, noMeasures } from './measure-progress.js';
import type { PlanEntity } from './plan.entity.js';
import { planView, type BareItem } from './plan.mapper.js';
import { keepsPlan, officesOf } from './plan.policy.js';
import { PlansRepository } from './plans.repository.js';
import { defaultPeriods } from './report.mapper.js';
import { ReportPeriodsRepository } from './report-periods.repository.js';
import { transition } from './transition.js';

/** Acts that speak of suggestions which were none, and of words that a draft once had. */
const setAside: ReadonlySet<string> = new Set(['joint_group.dismissed', 'joint_group.restored', 'item.reworded', 'measures.separated', 'measures.rejoined']);
const noTally = { total: 0, signed: 0, asked: 0, pending: 0 };

/** Plans and their items: read by whom they concern, issued and closed by the office. */
@Injectable()
export class PlansService {
  constructor(
    private readonly plans: PlansRepository, private readonly items: ItemsRepository, private readonly progress: MeasureProgress, private readonly joint: JointTasks, private readonly parents: ItemParents, private readonly units: UnitDirectory, private readonly programmes: ProgrammeDirectory,
    private readonly periods: ReportPeriodsRepository, private readonly guard: DraftGuard, private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof planQuery>): Promise<Page<Plan>> {
    const { rows, total } = await this.plans.listFor(actor, query);
    const tallies = await this.plans.talliesFor(actor, rows.map((row) => row.id));
    return { data: rows.map((row) => planView(actor, row, tallies.get(row.id) ?? noTally)), total };
  }

  async get(actor: Actor, id: string): Promise<Plan> {
    const plan = await this.findFor(actor, id);
    // Derived: what was taken back after the close is a line of the ledger with a later time.
    const takenBack = plan.closedAt === null ? null : await this.plans.takenBackSince(id, plan.closedAt);
    return planView(actor, plan, (await this.plans.talliesFor(actor, [id])).get(id) ?? noTally, takenBack);
  }

  /** The plan itself, for those who may see it. Errors: `resource.not_found`. */
  async findFor(actor: Actor, id: string): Promise<PlanEntity> {
    const plan = await this.plans.findFor(actor, id);
    if (!plan) throw notFound();
    return plan;
  }

  /** A plan that the actor's own office keeps, and so may write. Errors: `resource.not_found`: that one reads it gives no right to it. */
  async findKept(actor: Actor, id: string, permission: Permission): Promise<PlanEntity> {
    const plan = await this.findFor(actor, id);
    if (!keepsPlan(actor, permission, plan)) throw notFound();
    return plan;
  }

  /** Completes a draft. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async update(actor: PersonActor, id: string, given: z.output<typeof planChange>): Promise<Plan> {
    const { version, ...changes } = given;
    await this.work.run(async () => {
      const plan = await this.findKept(actor, id, 'plan:write');
      // What is issued stands as it was issued: only a state from which it can be issued may change.
      transition(planLifecycle, plan.state, 'issue', 'planStates');
      if (!(await this.plans.update(id, version, changes))) throw new Refusal('version.stale');
      const before = Object.fromEntries(Object.keys(changes).map((key) => [key, plan[key as keyof typeof changes]]));
      await this.audit.record({ actor: auditActor(actor), action: 'plan.changed', subjectKind: 'plan', subjectId: id, before, after: changes });
    });
    return this.get(actor, id);
  }

  /** Hands every item to its units; from here the paper is visible to them. What was made for a division is its own office's once that issues it. Errors: `plan.paper_incomplete`, `plan.empty`, `consultation.open`, `lifecycle.not_allowed`, `version.stale`. */
  async issue(actor: PersonActor, id: string, version: number): Promise<Plan> {
    const calendar = await this.units.calendar();
    await this.work.run(async () => {
      const plan = await this.findKept(actor, id, 'plan:issue');
      const state = transition(planLifecycle, plan.state, 'issue', 'planStates');
      for (const field of ['docNumber', 'issuedOn'] as const) if (!plan[field]) throw new Refusal('plan.paper_incomplete', { params: { missing: `terms.paperFields.${field}` } });
      await this.guard.demandNoConsultation(id);
      await this.keepOneIssued(plan);
      if (plan.itemCount === 0) throw new Refusal('plan.empty');
      const deadline = signingDeadline(this.clock.today(), calendar, this.config.signWorkdays);
      const changes = { state: state ?? 'issued', issuedAt: this.clock.now(), signBy: deadline.value, signByUncertain: deadline.uncertain, ...(officesOf(actor, 'plan:issue').divisions.includes(plan.divisionId) ? { officeId: plan.divisionId } : {}) };
      if (!(await this.plans.update(id, version, changes))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'plan.issued', subjectKind: 'plan', subjectId: id, before: { state: plan.state }, after: { state, signBy: deadline.value } });
      await this.periods.insert(defaultPeriods(plan, calendar, this.clock.today(), this.clock.now()));
      await this.jobs.enqueue('notice.plan_issued', { planId: id }, { key: `notice.plan_issued:${id}` });
    });
    return this.get(actor, id);
  }

  /** One paper of a year is in force at a time. Errors: `plan.year_taken`. */
  private async keepOneIssued(plan: PlanEntity): Promise<void> {
    const other = (await this.plans.editionsOf(plan.divisionId, plan.year)).find((edition) => edition.id !== plan.id && edition.state === 'issued');
    if (other) throw new Refusal('plan.year_taken', { params: { year: plan.year, state: `terms.planStates.${other.state}`, changed: plan.itemCount } });
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async close(actor: PersonActor, id: string, given: { version: number; reason: string }): Promise<Plan> {
    await this.work.run(async () => {
      const plan = await this.findKept(actor, id, 'plan:close');
      const state = transition(planLifecycle, plan.state, 'close', 'planStates');
      if (!(await this.plans.update(id, given.version, { state: state ?? 'closed', closedAt: this.clock.now() }))) throw new Refusal('version.stale');
      await this.periods.removeUnbegunOf(id);
      await this.audit.record({ actor: auditActor(actor), action: 'plan.closed', subjectKind: 'plan', subjectId: id, before: { state: plan.state }, after: { state, reason: given.reason } });
    });
    return this.get(actor, id);
  }

  /** What is still open: once the plan is closed nothing of it can be dealt with. */
  async openWork(actor: PersonActor, id: string): Promise<PlanOpenWork> {
    await this.findKept(actor, id, 'plan:close');
    return this.plans.openWork(id);
  }

  /** Everything can be dealt with again. Errors: `lifecycle.not_allowed`, `version.stale`, `plan.year_taken` where another paper of the year is in force. */
  async reopen(actor: PersonActor, id: string, given: { version: number; reason: string }): Promise<Plan> {
    await this.work.run(async () => {
      const plan = await this.findKept(actor, id, 'plan:close');
      const state = transition(planLifecycle, plan.state, 'reopen', 'planStates');
      await this.keepOneIssued(plan);
      if (!(await this.plans.update(id, given.version, { state: state ?? 'issued', closedAt: null }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'plan.reopened', subjectKind: 'plan', subjectId: id, before: { state: plan.state }, after: { state, reason: given.reason } });
    });
    return this.get(actor, id);
  }

  async listItems(actor: PersonActor, planId: string, query: z.output<typeof itemQuery>): Promise<Page<Item>> {
    await this.findFor(actor, planId);
    const { rows, total } = await this.items.listFor(actor, planId, query, { offset: (query.page - 1) * query.perPage, limit: query.perPage });
    return { data: await this.whole(actor, rows), total };
  }

  /** Every item found, for a file. */
  async allItems(actor: PersonActor, planId: string, query: z.output<typeof itemExportQuery>): Promise<{ plan: PlanEntity; items: Item[] }> {
    const plan = await this.findFor(actor, planId);
    const { rows } = await this.items.listFor(actor, planId, query);
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'items.exported', subjectKind: 'plan', subjectId: planId, before: null, after: { items: rows.length } }));
    return { plan, items: await this.whole(actor, rows) };
  }

  async getItem(actor: PersonActor, id: string): Promise<Item> {
    const item = await this.items.findFor(actor, id);
    const [whole] = item ? await this.whole(actor, [item]) : [];
    if (!whole) throw notFound();
    return whole;
  }

  private async whole(actor: PersonActor, items: readonly BareItem[]): Promise<Item[]> {
    const itemIds = items.map((item) => item.id);
    const [tallies, joint, parents] = await Promise.all([this.progress.tallies(itemIds), this.joint.ofItems(actor, itemIds), this.parents.of(actor, itemIds)]);
    return items.map((item) => ({ ...item, measures: tallies.get(item.id) ?? noMeasures, joint: joint.get(item.id) ?? [], parents: parents.get(item.id) ?? [] }));
  }

  /** What happened to an item, and to its plan as a whole, newest first. Entries of units that the reader may not see are left out. */
  async itemHistory(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    const item = await this.getItem(actor, id);
    const [own, plan] = await Promise.all([this.history.historyOf('item', id), this.history.historyOf('plan', item.planId)]);
    const visible = new Set(item.assignments.map((assignment) => assignment.id));
    // What was set aside is between those who write plans: it names clauses of other units.
    const writes = keepsPlan(actor, 'plan:write', await this.findFor(actor, item.planId));
    const ofItem = own.data.filter((entry) => (typeof entry.after?.['assignmentId'] !== 'string' || visible.has(entry.after['assignmentId'])) && (writes || !setAside.has(entry.action)));
    const ofPlan = plan.data.filter((entry) => ['plan.committed', 'plan.issued', 'plan.revised', 'plan.closed', 'plan.reopened'].includes(entry.action)).map((entry) => ({ ...entry, before: null, after: null }));
    const data = [...ofItem, ...ofPlan].sort((a, b) => (a.id < b.id ? 1 : -1));
    return { data, total: data.length };
  }

  /** What the home page shows of the newest issued plan. */
  async home(): Promise<Home> {
    const city = await this.units.cityDivision();
    const plan = await this.plans.findPublic(city.code);
    if (!plan) return { cityName: city.name, year: null, planTitle: null, units: 0, items: 0, programmes: [] };
    const [programmes, counts] = await Promise.all([this.plans.programmes(plan.id), this.plans.itemsPerProgramme(plan.id)]);
    const kinds = await this.programmes.programmesByIds(programmes.map((programme) => programme.programmeId));
    return {
      cityName: city.name, year: plan.year, planTitle: plan.title, units: plan.unitCount, items: plan.itemCount,
      programmes: programmes.map((programme) => ({
        name: programme.name, shortName: programme.shortName, kind: kinds.get(programme.programmeId)?.kind ?? 'action',
        items: Number(counts.find((count) => count.programmeId === programme.programmeId)?.items ?? 0),
      })),
    };
  }

  /** Whether the time to sign has passed. */
  isOverdue(plan: PlanEntity): boolean { return plan.state === 'issued' && plan.signBy !== null && isPastDeadline(this.clock.today(), plan.signBy); }
}

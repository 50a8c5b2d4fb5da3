import { Injectable } from '@nestjs/common';
import type { AssignmentLight, LightChange, lightExportQuery, lightOverrideInput, lightOverridesInput, LightPage, lightQuery, lightRulesInput, LightSummary, Page, PlanLightRules } from '@kepu/contracts';
import { addDays, DEFAULT_LIGHT_RULES, lightOrder } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import type { PlanEntity } from '../plan.entity.js';
import { PlansService } from '../plans.service.js';
import { countLights, LightReader, lightView, type LitAssignment } from './light-reader.js';
import { LightsRepository } from './lights.repository.js';

/** A light by hand is looked at again after so many days at the latest. */
const LONGEST_OVERRIDE_DAYS = 90;

type Override = z.output<typeof lightOverrideInput>;

/** Lights of a plan: read by the office and the units themselves, set by hand by the office for a time. */
@Injectable()
export class LightsService {
  constructor(
    private readonly rows: LightsRepository, private readonly reader: LightReader, private readonly plans: PlansService, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, planId: string, query: z.output<typeof lightQuery>): Promise<LightPage> {
    const plan = await this.plans.findFor(actor, planId);
    const found = await this.reader.read(actor, plan, query);
    const chosen = sorted(found.filter(({ light }) => query.light === undefined || light === query.light), query.sort);
    return { data: chosen.slice((query.page - 1) * query.perPage, query.page * query.perPage).map((one) => lightView(one, planId)), total: chosen.length, counts: countLights(found), today: this.reader.dayOf(plan) };
  }

  /** All that are found, for a sheet. */
  async whole(actor: PersonActor, planId: string, query: z.output<typeof lightExportQuery>): Promise<{ plan: PlanEntity; lights: AssignmentLight[] }> {
    const plan = await this.plans.findFor(actor, planId);
    const found = await this.reader.read(actor, plan, query);
    return { plan, lights: sorted(found.filter(({ light }) => query.light === undefined || light === query.light), query.sort).map((one) => lightView(one, planId)) };
  }

  async summary(actor: PersonActor, planId: string): Promise<LightSummary> {
    const plan = await this.plans.findFor(actor, planId);
    const found = await this.reader.read(actor, plan);
    const group = (idOf: (lit: LitAssignment) => string, nameOf: (lit: LitAssignment) => string, order: (lit: LitAssignment) => number) => grouped(found, idOf).map(([id, lit, first]) => ({ id, name: nameOf(first), order: order(first), counts: countLights(lit) }))
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)).map(({ order: _order, ...rest }) => rest);
    return {
      counts: countLights(found), units: group(({ row }) => row.unitId, ({ row }) => row.unitName, ({ row }) => row.unitOrder ?? Number.MAX_SAFE_INTEGER), programmes: group(({ row }) => row.programmeId, ({ row }) => row.programme, ({ row }) => row.programmeOrder),
      cells: grouped(found, ({ row }) => `${row.unitId} ${row.programmeId}`).map(([, lit, { row }]) => ({ unitId: row.unitId, programmeId: row.programmeId, counts: countLights(lit) })),
      today: this.reader.dayOf(plan),
    };
  }

  async rules(actor: PersonActor, planId: string): Promise<PlanLightRules> {
    const plan = await this.plans.findFor(actor, planId);
    const row = await this.rows.rulesOf(plan.id);
    return { ...(await this.reader.rulesOf(plan.id)), standard: row === null, version: row?.version ?? 0 };
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed` where the plan is closed. */
  async changeRules(actor: PersonActor, planId: string, { version, ...rules }: z.output<typeof lightRulesInput>): Promise<PlanLightRules> {
    await this.work.run(async () => {
      const plan = await this.writable(actor, planId);
      const before = await this.rows.rulesOf(plan.id);
      if ((before?.version ?? 0) !== version) throw new Refusal('version.stale');
      if (before === null) await this.rows.insertRules({ planId: plan.id, ...rules, version: 1 });
      else if (!(await this.rows.updateRules(plan.id, version, rules))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'light_rules.changed', subjectKind: 'plan', subjectId: plan.id, before: { ...shown(before ?? DEFAULT_LIGHT_RULES) }, after: rules });
    }).catch((error: unknown) => {
      // Two that were the first at once.
      throw error instanceof UniqueViolation ? new Refusal('version.stale', { cause: error }) : error;
    });
    return this.rules(actor, planId);
  }

  async changes(actor: PersonActor, assignmentId: string): Promise<Page<LightChange>> {
    if (!(await this.rows.planOf(actor, assignmentId))) throw notFound();
    const data = (await this.rows.changesOf(assignmentId)).map(({ id, day, lightBefore, light, reasons }): LightChange => ({ id, day, from: lightBefore, to: light, reasons }));
    return { data, total: data.length };
  }

  /** Another light than the rule's, up to a day. What was set before ends. The trail is that of the assignment: the history of an item is read by people who see no light. Errors: `lifecycle.not_allowed`, `light.bad_expiry`, `light.closed_out`. */
  async set(actor: PersonActor, assignmentId: string, given: Override): Promise<AssignmentLight> {
    this.demandExpiry(given);
    const planId = await this.work.run(async () => {
      const { plan } = await this.assignment(actor, assignmentId);
      const found = await this.reader.read(actor, plan, { assignmentId });
      if (found.length === 0) throw notFound();
      await this.override(actor, found, given);
      return plan.id;
    });
    return this.one(actor, planId, assignmentId);
  }

  /** The same light for several assignments, all or none. Errors: `lifecycle.not_allowed`, `light.bad_expiry`, `light.closed_out`, `reference.not_found`. */
  async setMany(actor: PersonActor, planId: string, { assignmentIds, ...given }: z.output<typeof lightOverridesInput>): Promise<{ changed: number }> {
    this.demandExpiry(given);
    const ids = [...new Set(assignmentIds)];
    await this.work.run(async () => {
      const found = await this.reader.read(actor, await this.writable(actor, planId), { ids });
      if (found.length !== ids.length) throw badReference('documents.text');
      await this.override(actor, found, given);
    });
    return { changed: ids.length };
  }

  /** The rule says the light again. Nothing changes where it does already. Errors: `lifecycle.not_allowed`. */
  async end(actor: PersonActor, assignmentId: string, reason: string | undefined): Promise<AssignmentLight> {
    const planId = await this.work.run(async () => {
      const { plan, unitName } = await this.assignment(actor, assignmentId);
      const ended = await this.rows.endOverrides([assignmentId], actor.accountId, this.clock.now());
      if (ended > 0) await this.audit.record({ actor: auditActor(actor), action: 'light.released', subjectKind: 'assignment', subjectId: assignmentId, before: null, after: { unit: unitName, ...(reason === undefined ? {} : { reason }) } });
      return plan.id;
    });
    return this.one(actor, planId, assignmentId);
  }

  private demandExpiry({ expiresOn }: Override): void {
    const today = this.clock.today();
    const latest = addDays(today, LONGEST_OVERRIDE_DAYS);
    if (expiresOn < today || expiresOn > latest) throw new Refusal('light.bad_expiry', { params: { from: today, to: latest } });
  }

  /** Inside a unit. */
  private async override(actor: PersonActor, found: readonly LitAssignment[], given: Override): Promise<void> {
    if (found.some(({ rule }) => rule.light === 'blue')) throw new Refusal('light.closed_out');
    const now = this.clock.now();
    await this.rows.endOverrides(found.map(({ row }) => row.id), actor.accountId, now);
    await this.rows.insertOverrides(found.map(({ row }) => ({ id: newId(), assignmentId: row.id, ...given, createdAt: now, createdBy: actor.accountId, endedAt: null, endedBy: null })));
    for (const { row, light } of found) {
      await this.audit.record({ actor: auditActor(actor), action: 'light.set', subjectKind: 'assignment', subjectId: row.id, before: { light }, after: { unit: row.unitName, light: given.light, reason: given.reason, day: given.expiresOn } });
    }
  }

  private async one(actor: PersonActor, planId: string, assignmentId: string): Promise<AssignmentLight> {
    const [lit] = await this.reader.read(actor, await this.plans.findFor(actor, planId), { assignmentId });
    if (!lit) throw notFound();
    return lightView(lit, planId);
  }

  private async assignment(actor: PersonActor, assignmentId: string): Promise<{ plan: PlanEntity; unitName: string }> {
    const found = await this.rows.planOf(actor, assignmentId);
    if (!found) throw notFound();
    return { plan: await this.writable(actor, found.planId), unitName: found.unitName };
  }

  /** A plan in force, for those who may set its lights. Errors: `resource.not_found`, `lifecycle.not_allowed`. */
  async writable(actor: PersonActor, planId: string): Promise<PlanEntity> {
    const plan = await this.plans.findKept(actor, planId, 'light:write');
    if (plan.state !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan.state}` } });
    return plan;
  }
}

/** Assignments by a key, each with the first of them. */
const grouped = (found: readonly LitAssignment[], keyOf: (lit: LitAssignment) => string): [string, LitAssignment[], LitAssignment][] => {
  const groups = new Map<string, [string, LitAssignment[], LitAssignment]>();
  for (const lit of found) {
    const group = groups.get(keyOf(lit));
    if (group) group[1].push(lit);
    else groups.set(keyOf(lit), [keyOf(lit), [lit], lit]);
  }
  return [...groups.values()];
};

const shown = ({ yellowGap, redGap, nearWorkdays, proofWorkdays, missedReport }: typeof DEFAULT_LIGHT_RULES) => ({ yellowGap, redGap, nearWorkdays, proofWorkdays, missedReport });

const last = '9999-12-31';
/** Rows come in the order of the paper, which stays the second key. */
const sorted = (found: readonly LitAssignment[], sort: z.output<typeof lightQuery>['sort'] = 'light'): LitAssignment[] => {
  const key = sort.replace('-', '');
  const by = (a: LitAssignment, b: LitAssignment): number => {
    if (key === 'light') return lightOrder.indexOf(a.light) - lightOrder.indexOf(b.light);
    if (key === 'unit') return (a.row.unitOrder ?? Number.MAX_SAFE_INTEGER) - (b.row.unitOrder ?? Number.MAX_SAFE_INTEGER);
    if (key === 'due') return (a.row.dueOn ?? last) < (b.row.dueOn ?? last) ? -1 : Number((a.row.dueOn ?? last) > (b.row.dueOn ?? last));
    return a.row.seq - b.row.seq;
  };
  const direction = sort.startsWith('-') ? -1 : 1;
  return [...found].sort((a, b) => direction * by(a, b));
};

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { excerpt } from '../notices/index.js';
import type { JointGroup, jointClauseInput, jointGroupChange, jointGroupInput, jointGroupQuery, JointSuggestion, Page } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { UnitSuccession } from '../units/index.js';
import type { JointGroupEntity, JointPartEntity } from './joint-group.entity.js';
import { JointGroupsRepository, type JointFilter, type JointGroupRow, type JointUnitRow } from './joint-groups.repository.js';
import { clauseKey, clausesByKey, clauseView, distinctUnits, jointSuggestions, says } from './joint-suggestions.js';
import { leadOf } from './joint-tasks.js';
import { PlansService } from './plans.service.js';

/** How much of a clause names what was set aside, and stands in a refusal. */
const EXCERPT = 40;
type Part = z.output<typeof jointClauseInput>;
type PlacedPart = Pick<JointPartEntity, 'itemId' | 'clause' | 'clauseKey'>;

/** What several units of a plan do together: proposed from the words of the paper, confirmed by a person, who names the unit that leads. */
@Injectable()
export class JointGroupsService implements OnModuleInit {
  constructor(
    private readonly rows: JointGroupsRepository, private readonly plans: PlansService, private readonly succession: UnitSuccession, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.succession.register('joint groups', (fromUnit, toUnit) => this.rows.moveUnit(fromUnit, toUnit)); }

  async list(actor: PersonActor, planId: string, { state = 'confirmed', itemId }: z.output<typeof jointGroupQuery>): Promise<Page<JointGroup>> {
    await this.plans.findFor(actor, planId);
    const data = await this.views(actor, { planId, state, ...(itemId === undefined ? {} : { itemIds: [itemId] }) });
    return { data, total: data.length };
  }

  async get(actor: Actor, id: string): Promise<JointGroup> {
    const [group] = await this.views(actor, { ids: [id] });
    if (!group) throw notFound();
    return group;
  }

  /** What looks like one piece of work and is not decided about, in the order of the paper. */
  async suggest(actor: PersonActor, planId: string): Promise<Page<JointSuggestion>> {
    await this.openPlan(actor, planId, false);
    const [items, units, decided, groups] = [await this.rows.itemsOf(planId), await this.rows.unitsOf({ planId }), await this.rows.decidedOf(planId), await this.rows.groupsFor(actor, { planId, state: 'confirmed' })];
    const data = await jointSuggestions(items, units, decided, new Map(groups.map(({ id, name }) => [id, name])));
    return { data, total: data.length };
  }

  /** Errors: `joint_group.one_unit`, `.clause_unknown`, `.clause_taken`, `.lead_outside`, `reference.not_found`, `lifecycle.not_allowed`. */
  async create(actor: PersonActor, planId: string, { name, leadUnitId, parts }: z.output<typeof jointGroupInput>): Promise<JointGroup> {
    return this.insert(actor, planId, parts, (placed, units) => {
      demandLead(leadUnitId, demandTwo(placed, units));
      return { state: 'confirmed', name, leadUnitId };
    });
  }

  /** The same clauses are not proposed again. Errors: as above. */
  async dismiss(actor: PersonActor, planId: string, parts: readonly Part[]): Promise<JointGroup> {
    return this.insert(actor, planId, parts, (placed) => ({ state: 'dismissed', name: excerpt(placed[0]?.clause ?? '', EXCERPT), leadUnitId: null }));
  }

  /** Errors: those of `create`, and `version.stale`. */
  async update(actor: PersonActor, id: string, { version, parts, ...changes }: z.output<typeof jointGroupChange>): Promise<JointGroup> {
    await this.taking(async () => {
      const group = await this.openGroup(actor, id);
      if (group.state !== 'confirmed') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.jointGroupStates.${group.state}` } });
      const before = await this.rows.partsFor(actor, [id]);
      const placed: PlacedPart[] = parts === undefined ? before : await this.place(group.planId, parts, before, id);
      const units = await this.rows.unitsOf({ planId: group.planId });
      // What an edition left of a group can be renamed and given a lead; who changes its parts leaves a joint task. One whose lead is taken out says that it needs another.
      const partners = parts === undefined ? unitsOf(placed, units) : demandTwo(placed, units);
      if (changes.leadUnitId !== undefined) demandLead(changes.leadUnitId, partners);
      if (!(await this.rows.update(id, version, changes))) throw new Refusal('version.stale');
      if (parts !== undefined) await this.rows.replaceParts(id, placed.map((part) => ({ id: newId(), groupId: id, ...part })));
      await this.record(actor, 'joint_group.changed', [...before, ...placed], { groupId: id, name: group.name, lead: group.leadName }, { groupId: id, name: changes.name ?? group.name, lead: partners.find((unit) => unit.id === changes.leadUnitId)?.name ?? group.leadName });
      if (changes.leadUnitId !== undefined || parts !== undefined) await this.jobs.enqueue('notice.joint_group', { groupId: id, version: version + 1 });
    });
    return this.get(actor, id);
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed`. */
  async dissolve(actor: PersonActor, id: string, version: number): Promise<{ done: true }> {
    await this.work.run(async () => {
      const group = await this.openGroup(actor, id);
      const parts = await this.rows.partsFor(actor, [id]);
      if (!(await this.rows.remove(id, version))) throw new Refusal('version.stale');
      await this.record(actor, group.state === 'confirmed' ? 'joint_group.dissolved' : 'joint_group.restored', parts, { groupId: id, name: group.name, lead: group.leadName }, null);
    });
    return { done: true };
  }

  private async insert(actor: PersonActor, planId: string, parts: readonly Part[], made: (placed: readonly PlacedPart[], units: readonly JointUnitRow[]) => Pick<JointGroupEntity, 'state' | 'name' | 'leadUnitId'>): Promise<JointGroup> {
    const id = newId();
    await this.taking(async () => {
      await this.openPlan(actor, planId);
      const [placed, units] = [await this.place(planId, parts, [], id), await this.rows.unitsOf({ planId })];
      const group = { id, planId, ...made(placed, units), createdAt: this.clock.now(), createdBy: actor.accountId, version: 1 };
      await this.rows.insert(group, placed.map((part) => ({ id: newId(), groupId: id, ...part })));
      const lead = units.find(({ unitId }) => unitId === group.leadUnitId)?.name ?? null;
      await this.record(actor, group.state === 'confirmed' ? 'joint_group.created' : 'joint_group.dismissed', placed, null, { groupId: id, name: group.name, ...(lead === null ? {} : { lead }) });
      if (group.state === 'confirmed') await this.jobs.enqueue('notice.joint_group', { groupId: id, version: 1 });
    });
    return this.get(actor, id);
  }

  /** Clauses as the items of the plan print them now; those of `before` stay as they are. */
  private async place(planId: string, parts: readonly Part[], before: readonly PlacedPart[], groupId: string): Promise<PlacedPart[]> {
    const items = new Map((await this.rows.itemsOf(planId)).map((item) => [item.itemId, item]));
    const elsewhere = (await this.rows.decidedOf(planId)).filter((one) => one.groupId !== groupId);
    const old = new Map(before.map((part) => [`${part.itemId} ${part.clauseKey}`, part]));
    const placed = new Map<string, PlacedPart>();
    for (const { itemId, clause } of parts) {
      const key = clauseKey(clause);
      const kept = old.get(`${itemId} ${key}`);
      const item = items.get(itemId);
      if (!kept && !item) throw badReference('terms.jointGroupStates.confirmed');
      const printed = kept?.clause ?? clausesByKey(item?.text ?? '').get(key);
      if (printed === undefined) throw new Refusal('joint_group.clause_unknown', { params: { seq: item?.seq ?? 0, clause: excerpt(clause, EXCERPT) } });
      // A whole item holds each of its clauses, so it shares none of them with another group.
      const wholeKey = item === undefined ? key : clauseKey(item.text);
      if (!kept && elsewhere.some((one) => one.itemId === itemId && (one.clauseKey === wholeKey || key === wholeKey))) throw new Refusal('joint_group.clause_taken');
      placed.set(`${itemId} ${key}`, { itemId, clause: printed, clauseKey: key });
    }
    return [...placed.values()];
  }

  private async views(actor: Actor, filter: JointFilter): Promise<JointGroup[]> {
    const groups = await this.rows.groupsFor(actor, filter);
    if (groups.length === 0) return [];
    const groupIds = groups.map(({ id }) => id);
    const [parts, units] = [await this.rows.partsFor(actor, groupIds), await this.rows.unitsOf({ groupIds })];
    return groups.map((group): JointGroup => {
      const own = parts.filter(({ groupId }) => groupId === group.id);
      return {
        id: group.id, planId: group.planId, state: group.state, name: group.name, lead: leadOf(group), units: unitsOf(own, units),
        parts: own.map((part) => ({ ...clauseView(part, part.clause, units), standing: part.standing === 'withdrawn' ? 'withdrawn' : says(part.text, part.clause) ? 'printed' : 'reworded' })),
        createdAt: group.createdAt, createdBy: group.createdBy, version: group.version,
      };
    });
  }

  /** A plan that may still be worked on, for those who keep it. */
  private async openPlan(actor: Actor, planId: string, changing = true): Promise<void> {
    const { state } = await this.plans.findKept(actor, planId, 'plan:write');
    if (changing && state === 'closed') throw new Refusal('lifecycle.not_allowed', { params: { state: 'terms.planStates.closed' } });
  }
  private async openGroup(actor: Actor, id: string): Promise<JointGroupRow> {
    const [group] = await this.rows.groupsFor(actor, { ids: [id] });
    if (!group) throw notFound();
    await this.openPlan(actor, group.planId);
    return group;
  }

  private async record(actor: PersonActor, action: string, parts: readonly { itemId: string }[], before: Record<string, unknown> | null, after: Record<string, unknown> | null): Promise<void> {
    for (const subjectId of new Set(parts.map(({ itemId }) => itemId))) await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'item', subjectId, before, after });
  }
  private taking(change: () => Promise<void>): Promise<void> {
    return this.work.run(change).catch((error: unknown) => { throw error instanceof UniqueViolation ? new Refusal('joint_group.clause_taken') : error; });
  }
}

const unitsOf = (parts: readonly { itemId: string }[], units: readonly JointUnitRow[]): { id: string; name: string }[] => {
  const those = new Set(parts.map(({ itemId }) => itemId));
  return distinctUnits(units.filter(({ itemId }) => those.has(itemId)));
};
function demandTwo(parts: readonly PlacedPart[], units: readonly JointUnitRow[]): { id: string; name: string }[] {
  const partners = unitsOf(parts, units);
  if (partners.length < 2 || new Set(parts.map(({ itemId }) => itemId)).size < 2) throw new Refusal('joint_group.one_unit');
  return partners;
}
function demandLead(unitId: string | null, partners: readonly { id: string }[]): void {
  if (!partners.some(({ id }) => id === unitId)) throw new Refusal('joint_group.lead_outside');
}

import { Injectable } from '@nestjs/common';
import type { Item, itemChange, itemsInput, Plan, planInput } from '@kepu/contracts';
import { can, isWithin, planLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { ProgrammeDirectory, UnitDirectory } from '../../units/index.js';
import { DraftGuard } from '../drafting/draft-guard.js';
import type { ItemEntity } from '../item.entity.js';
import { PaperRows } from '../paper-rows.js';
import type { PlanEntity } from '../plan.entity.js';
import { divisionsAbove, officesOf } from '../plan.policy.js';
import { PlansRepository, type PlanRows } from '../plans.repository.js';
import { PlansService } from '../plans.service.js';
import { transition } from '../transition.js';
import { ItemParents } from './item-parents.repository.js';
import { PlanDraftsRepository } from './plan-drafts.repository.js';

type ItemInput = z.output<typeof itemsInput>['items'][number];
const notAllowed = (plan: PlanEntity): Refusal => new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan.state}` } });

/** Plans that are made item by item instead of from a paper: a county's of the city's items, a township's of the county's. By the office itself, or by one above that acts for it. */
@Injectable()
export class PlanDrafts {
  constructor(
    private readonly rows: PlanDraftsRepository, private readonly parents: ItemParents, private readonly plans: PlansRepository, private readonly plan: PlansService, private readonly paper: PaperRows, private readonly units: UnitDirectory, private readonly programmes: ProgrammeDirectory,
    private readonly guard: DraftGuard, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `reference.not_found`, `plan.year_taken`, `plan.year_issued`. */
  async create(actor: PersonActor, given: z.output<typeof planInput>): Promise<Plan> {
    const officeId = await this.officeFor(actor, given.divisionId);
    const id = newId();
    const attempt = () => this.work.run(async () => {
      const editions = await this.plans.editionsOf(given.divisionId, given.year);
      const open = editions.find(({ state }) => state !== 'closed');
      if (open?.state === 'issued') throw new Refusal('plan.year_issued', { params: { year: given.year } });
      if (open) throw new Refusal('plan.year_taken', { params: { year: given.year, state: `terms.planStates.${open.state}`, changed: open.itemCount } });
      const plan: PlanEntity = {
        ...given, id, officeId, edition: (editions[0]?.edition ?? 0) + 1, state: 'draft', unitCount: 0, programmeCount: 0, cellCount: 0, itemCount: 0, targetCount: 0, signBy: null, signByUncertain: false, importId: null, createdAt: this.clock.now(), issuedAt: null, closedAt: null, version: 1,
      };
      await this.plans.insertWhole({ plan, units: [], programmes: [], items: [], assignments: [], measures: [] });
      await this.audit.record({ actor: auditActor(actor), action: 'plan.begun', subjectKind: 'plan', subjectId: id, before: null, after: { year: given.year, title: given.title, divisionId: given.divisionId, officeId } });
    });
    // Two that begin at once: the second one finds the first one's draft.
    await attempt().catch((error: unknown) => { if (error instanceof UniqueViolation) return attempt(); throw error; });
    return this.plan.get(actor, id);
  }

  /** Errors: `plan.from_paper`, `consultation.open`, `lifecycle.not_allowed`, `version.stale`. */
  async discard(actor: PersonActor, id: string, version: number): Promise<{ done: true }> {
    await this.work.run(async () => {
      const plan = await this.plan.findKept(actor, id, 'plan:write');
      transition(planLifecycle, plan.state, 'withdraw', 'planStates');
      if (plan.importId !== null) throw new Refusal('plan.from_paper');
      await this.guard.leave(actor, id);
      if (!(await this.plans.deleteDraft(id, version))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'plan.discarded', subjectKind: 'plan', subjectId: id, before: { year: plan.year, title: plan.title, items: plan.itemCount }, after: null });
    });
    return { done: true };
  }

  /** Errors: `plan.from_paper`, `plan.unit_outside`, `reference.not_found`, `lifecycle.not_allowed`, `version.stale`. */
  async add(actor: PersonActor, planId: string, given: z.output<typeof itemsInput>): Promise<Plan> {
    const seen = await this.plan.findKept(actor, planId, 'plan:write');
    await this.demandParents(actor, seen, given.items.flatMap(({ parentIds }) => parentIds));
    // Rows, pinyin and ids are made before the unit begins: inside it, only the database is waited for.
    const made = await this.rowsOf(seen, given.items);
    await this.work.run(async () => {
      const plan = await this.unprinted(actor, planId);
      const offset = await this.rows.lastPlace(planId);
      await this.claim(plan, given.version);
      const placed = { ...made, items: made.items.map((item) => placedAt(item, offset + item.seq)), assignments: made.assignments.map((row) => ({ ...row, seq: offset + row.seq })) };
      await this.rows.insert(planId, placed);
      await this.parents.insert(given.items.flatMap(({ parentIds }, at) => [...new Set(parentIds)].map((parentId) => ({ itemId: placed.items[at]?.id ?? '', parentId }))));
      await this.recount(planId);
      for (const [at, item] of placed.items.entries()) await this.audit.record({ actor: auditActor(actor), action: 'item.added', subjectKind: 'item', subjectId: item.id, before: null, after: { text: item.text, units: item.unitsPrinted.map(({ printed }) => printed), parents: given.items[at]?.parentIds.length ?? 0 } });
    });
    return this.plan.get(actor, planId);
  }

  /** Errors: `plan.from_paper`, `plan.unit_outside`, `reference.not_found`, `lifecycle.not_allowed`, `version.stale`. */
  async change(actor: PersonActor, itemId: string, { version, parentIds, ...changes }: z.output<typeof itemChange>): Promise<Item> {
    const [present, before] = [await this.plan.getItem(actor, itemId), await this.rows.item(itemId)];
    if (!before) throw notFound();
    const seen = await this.plan.findKept(actor, before.planId, 'plan:write');
    const words = Object.keys(changes).length > 0;
    const made = words ? await this.rowsOf(seen, [{
      programmeId: changes.programmeId ?? before.programmeId, text: changes.text ?? before.text, unitIds: changes.unitIds ?? [...new Set(present.assignments.map(({ unit }) => unit.id))], dueOn: changes.dueOn === undefined ? before.dueOn : changes.dueOn, parentIds: [],
    }]) : null;
    if (parentIds) await this.demandParents(actor, seen, parentIds);
    await this.work.run(async () => {
      // What is in force keeps its words; which items above it serves is the office's own book.
      const plan = words ? await this.unprinted(actor, before.planId) : await this.plan.findKept(actor, before.planId, 'plan:write');
      if (plan.state === 'closed') throw notAllowed(plan);
      const [item] = made?.items ?? [];
      const changed = item ? { text: item.text, raw: item.raw, programmeId: item.programmeId, programmePrinted: item.programmePrinted, unitsPrinted: item.unitsPrinted, dueText: item.dueText, dueOn: item.dueOn, searchKey: item.searchKey } : {};
      if (before.version !== version || !(await this.rows.changeItem(before, changed, made && { ...made, assignments: made.assignments.map((row) => ({ ...row, itemId, seq: before.seq })) }))) throw new Refusal('version.stale');
      if (parentIds) await this.parents.replace(itemId, [...new Set(parentIds)]);
      if (words) {
        await this.claim(plan, plan.version);
        await this.recount(plan.id);
        await this.audit.record({ actor: auditActor(actor), action: 'item.changed', subjectKind: 'item', subjectId: itemId, before: { text: before.text }, after: { text: item?.text ?? '', fields: Object.keys(changes) } });
      }
      if (parentIds) await this.audit.record({ actor: auditActor(actor), action: 'item.linked', subjectKind: 'item', subjectId: itemId, before: { parents: present.parents.length }, after: { parents: parentIds.length } });
    });
    return this.plan.getItem(actor, itemId);
  }

  /** Errors: `plan.from_paper`, `lifecycle.not_allowed`, `version.stale`. */
  async remove(actor: PersonActor, itemId: string, version: number): Promise<{ done: true }> {
    await this.plan.getItem(actor, itemId);
    await this.work.run(async () => {
      const before = await this.rows.item(itemId);
      if (!before) throw notFound();
      const plan = await this.unprinted(actor, before.planId);
      if (!(await this.rows.removeItem(itemId, version))) throw new Refusal('version.stale');
      await this.claim(plan, plan.version);
      await this.recount(plan.id);
      await this.audit.record({ actor: auditActor(actor), action: 'item.removed', subjectKind: 'plan', subjectId: plan.id, before: { seq: before.seq, text: before.text }, after: null });
    });
    return { done: true };
  }

  /** The office that keeps a plan of a division: its own, or the nearest above it that the actor belongs to. Errors: `reference.not_found` for a division out of reach. */
  private async officeFor(actor: PersonActor, divisionId: string): Promise<string> {
    const { city, divisions } = officesOf(actor, 'plan:write');
    const own = [...divisions, ...(city ? [(await this.units.cityDivision()).code] : [])].filter((code) => isWithin(divisionId, code)).sort((a, b) => b.length - a.length);
    const known = divisionId === own[0] || (await this.units.exists('division', divisionId));
    if (own[0] === undefined || !known) throw badReference('admin.levels.division');
    return own[0];
  }

  /** A draft that the actor keeps and that no paper stands behind. */
  private async unprinted(actor: PersonActor, planId: string): Promise<PlanEntity> {
    const plan = await this.plan.findKept(actor, planId, 'plan:write');
    if (!can(planLifecycle, plan.state, 'withdraw')) throw notAllowed(plan);
    if (plan.importId !== null) throw new Refusal('plan.from_paper');
    return plan;
  }
  private async claim(plan: PlanEntity, version: number): Promise<void> { if (!(await this.plans.update(plan.id, version, {}))) throw new Refusal('version.stale'); }
  private async recount(planId: string): Promise<void> { await this.plans.setCounts(planId, await this.rows.recount(planId)); }

  private async demandParents(actor: PersonActor, plan: PlanEntity, parentIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(parentIds)];
    if (wanted.length > 0 && (await this.parents.servable(actor, divisionsAbove(plan.divisionId), wanted)).size !== wanted.length) throw badReference('admin.levels.parents');
  }

  /** The rows that a paper with these items would make. */
  private async rowsOf(plan: PlanEntity, items: readonly ItemInput[]): Promise<PlanRows> {
    const [units, programmes] = await Promise.all([this.units.unitsByIds(items.flatMap(({ unitIds }) => unitIds)), this.programmes.programmesByIds(items.map(({ programmeId }) => programmeId))]);
    const content = items.map((item, index) => {
      const programme = programmes.get(item.programmeId);
      if (!programme) throw badReference('admin.levels.programme');
      const responsible = [...new Set(item.unitIds)].map((unitId) => {
        const unit = units.get(unitId);
        if (unit?.closedOn !== null) throw badReference('admin.levels.units');
        return { name: unit.name, unitId };
      });
      return {
        position: index + 1, programme: { name: programme.name, printed: programme.name, programmeId: programme.id }, responsible, lead: [], cooperating: [], text: item.text, raw: item.text, number: null, due: item.dueOn === null ? null : { text: item.dueOn, date: item.dueOn }, targets: [], roleHint: null,
        source: { line: index + 1 }, warnings: [], corrected: true,
      };
    });
    const rows = await this.paper.of({ paper: { docNumber: plan.docNumber, issuer: plan.issuer, title: plan.title, year: plan.year, issuedOn: plan.issuedOn }, items: content, warnings: [] }, plan.year, { id: plan.id, divisionId: plan.divisionId });
    const inPlan = <Row extends { planId: string }>(made: readonly Row[]): Row[] => made.map((row) => ({ ...row, planId: plan.id }));
    return { ...rows, items: inPlan(rows.items), assignments: inPlan(rows.assignments), units: inPlan(rows.units), programmes: inPlan(rows.programmes), measures: inPlan(rows.measures) };
  }
}

const placedAt = (item: ItemEntity, seq: number): ItemEntity => ({ ...item, seq, sourceValue: String(seq) });

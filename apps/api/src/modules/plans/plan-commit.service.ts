import { normaliseText } from '@kepu/breakdown';
import { Injectable } from '@nestjs/common';
import { planImportLifecycle, planLifecycle } from '@kepu/domain';
import { lengths, type Plan, type PlanImport } from '@kepu/contracts';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Failpoints } from '../../platform/test-control/failpoints.js';
import { searchKey } from '../../platform/pinyin/pinyin.js';
import { ProgrammeDirectory, UnitDirectory } from '../units/index.js';
import type { AssignmentEntity } from './assignment.entity.js';
import { summaryOf, unresolvedNames, type ImportContent } from './import-content.js';
import type { ItemEntity } from './item.entity.js';
import type { PlanProgrammeEntity, PlanUnitEntity } from './plan-axis.entity.js';
import type { PlanEntity } from './plan.entity.js';
import { PlanImportsRepository } from './plan-imports.repository.js';
import { PlanImportsService } from './plan-imports.service.js';
import { paperMeasureRows } from './paper-measure-rows.js';
import { placeColumns } from './plan.mapper.js';
import { PlansRepository, type PlanRows } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import { transition } from './transition.js';

const roles = ['responsible', 'lead', 'cooperating'] as const;
/** How long the search text of one item may be: the longest item with its pinyin stays well below. */
const SEARCH_MAX = 60_000;

/** From a preview to a plan and back: whole or not at all. */
@Injectable()
export class PlanCommitService {
  constructor(
    private readonly imports: PlanImportsRepository, private readonly previews: PlanImportsService, private readonly plans: PlansRepository, private readonly plan: PlansService,
    private readonly units: UnitDirectory, private readonly programmes: ProgrammeDirectory, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
    private readonly failpoints: Failpoints,
  ) {}

  /**
   * Makes the plan of a preview. The same paper again adds nothing and answers the plan that is there.
   * Errors: `plan_import.unresolved`, `plan.paper_incomplete`, `plan.year_taken`, `lifecycle.not_allowed`, `version.stale`.
   */
  async commit(actor: PersonActor, importId: string, version?: number): Promise<{ plan: Plan; already: boolean; added: { items: number; assignments: number; targets: number } }> {
    const row = await this.imports.findFor(actor, importId);
    if (!row) throw notFound();
    if (version !== undefined && version !== row.version) throw new Refusal('version.stale');
    transition(planImportLifecycle, row.state, 'commit', 'importStates');
    if (!row.content) throw notFound();
    const { content } = row;
    const unresolved = unresolvedNames(content);
    if (unresolved.length > 0) throw new Refusal('plan_import.unresolved', { params: { count: unresolved.length } });
    if (content.paper.year === null) throw new Refusal('plan.paper_incomplete', { params: { missing: 'terms.paperFields.year' } });
    // Rows, pinyin and ids are made before the unit begins: inside it, only the database is waited for.
    const rows = await this.rowsOf(content, content.paper.year, importId);
    const attempt = () => this.work.run(async () => {
      const present = await this.sameAs(rows, await this.plans.editionsOf(rows.plan.divisionId, rows.plan.year));
      if ('id' in present) await this.claim(importId, row.version, present.id);
      else {
        await this.plans.insertWhole({ ...rows, plan: { ...rows.plan, edition: present.edition } });
        this.failpoints.reach('plan-commit:inserted');
        await this.claim(importId, row.version, rows.plan.id);
        await this.audit.record({ actor: auditActor(actor), action: 'plan.committed', subjectKind: 'plan', subjectId: rows.plan.id, before: null, after: { importId, items: rows.items.length, assignments: rows.assignments.length, measures: rows.measures.length } });
      }
      const planId = 'id' in present ? present.id : rows.plan.id;
      await this.audit.record({ actor: auditActor(actor), action: 'plan_import.committed', subjectKind: 'plan_import', subjectId: importId, before: null, after: { planId, already: 'id' in present } });
      return { planId, already: 'id' in present };
    });
    // Two commits of one year at once: the second one finds the first one's plan and holds the paper against it.
    const { planId, already } = await attempt().catch((error: unknown) => { if (error instanceof UniqueViolation) return attempt(); throw error; });
    return {
      plan: await this.plan.get(actor, planId), already,
      added: already ? { items: 0, assignments: 0, targets: 0 } : { items: rows.items.length, assignments: rows.assignments.length, targets: rows.plan.targetCount },
    };
  }

  /** Takes a draft out again; its preview is back with every correction. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async undo(actor: PersonActor, planId: string, version: number): Promise<PlanImport> {
    const importId = await this.work.run(async () => {
      const plan = await this.plans.findFor(actor, planId);
      if (!plan) throw notFound();
      transition(planLifecycle, plan.state, 'withdraw', 'planStates');
      const row = plan.importId ? await this.imports.findFor(actor, plan.importId) : null;
      if (!row) throw notFound();
      const state = transition(planImportLifecycle, row.state, 'undo', 'importStates');
      if (!(await this.plans.deleteDraft(planId, version))) throw new Refusal('version.stale');
      await this.imports.release(planId, state ?? 'ready');
      await this.audit.record({ actor: auditActor(actor), action: 'plan.undone', subjectKind: 'plan', subjectId: planId, before: { year: plan.year, title: plan.title, items: plan.itemCount }, after: null });
      return row.id;
    });
    return this.previews.get(actor, importId);
  }

  private async claim(importId: string, version: number, planId: string): Promise<void> {
    if (!(await this.imports.update(importId, version, { state: 'committed', planId }))) throw new Refusal('version.stale');
  }

  /**
   * The plan of this year that says the same, or the next edition's number. A draft that says something else stands in the way: it is
   * to be issued or undone first. Errors: `plan.year_taken`, with how many items differ.
   */
  private async sameAs(rows: PlanRows, editions: readonly PlanEntity[]): Promise<{ id: string } | { edition: number }> {
    for (const plan of editions) {
      const changed = differences(await this.plans.contentOf(plan.id), rows.items);
      if (changed === 0) return { id: plan.id };
      if (plan.state === 'draft') throw new Refusal('plan.year_taken', { params: { year: plan.year, state: `terms.planStates.${plan.state}`, changed } });
    }
    return { edition: (editions[0]?.edition ?? 0) + 1 };
  }

  private async rowsOf(content: ImportContent, year: number, importId: string): Promise<PlanRows> {
    const city = await this.units.cityDivision();
    const planId = newId();
    const now = this.clock.now();
    const unitRows = new Map<string, PlanUnitEntity>();
    const programmeIds = [...new Set(content.items.flatMap((item) => (item.programme.programmeId ? [item.programme.programmeId] : [])))];
    const dictionary = await this.programmes.programmesByIds(programmeIds);
    const known = await this.units.unitsByIds(content.items.flatMap((item) => roles.flatMap((role) => item[role].flatMap((unit) => (unit.unitId ? [unit.unitId] : [])))));
    const items: ItemEntity[] = [];
    const assignments: AssignmentEntity[] = [];
    const assigned = new Set<string>();
    for (const [index, source] of content.items.entries()) {
      const programme = dictionary.get(source.programme.programmeId ?? '');
      if (!programme) throw new Refusal('plan_import.unresolved', { params: { count: 1 } });
      const itemId = newId();
      const seq = index + 1;
      const unitsPrinted = roles.flatMap((role) => source[role].map((unit) => ({ role, printed: unit.name })));
      items.push({
        id: itemId, planId, seq, number: source.number, programmeId: programme.id, programmePrinted: source.programme.printed.slice(0, lengths.name), unitsPrinted, text: source.text, raw: source.raw,
        ...placeColumns(source.source), dueText: source.due?.text.slice(0, lengths.name) ?? null, dueOn: source.due?.date ?? null, targets: source.targets, targetCount: source.targets.length,
        // A unit is also looked for by its full name: `wzskx` finds what 市科协 has to do.
        searchKey: searchKey([source.text, programme.name, ...roles.flatMap((role) => source[role].flatMap((unit) => [unit.name, known.get(unit.unitId ?? '')?.fullName ?? '']))], SEARCH_MAX), version: 1,
      });
      for (const role of roles) {
        for (const unit of source[role]) {
          if (!unit.unitId) throw new Refusal('plan_import.unresolved', { params: { count: 1 } });
          if (!unitRows.has(unit.unitId)) unitRows.set(unit.unitId, { id: newId(), planId, unitId: unit.unitId, printed: unit.name, sortNo: unitRows.size + 1 });
          // The paper may name a unit twice in one cell; it has the work once.
          const once = `${itemId} ${unit.unitId} ${role}`;
          if (assigned.has(once)) continue;
          assigned.add(once);
          assignments.push({
            id: newId(), itemId, planId, unitId: unit.unitId, unitPrinted: unit.name, seq, role, state: 'pending', signedAt: null, signedBy: null, signedHow: null, signedNote: null,
            question: null, askedBy: null, askedAt: null, answer: null, answeredBy: null, answeredAt: null, version: 1,
          });
        }
      }
    }
    const programmes: PlanProgrammeEntity[] = [...dictionary.values()].sort((a, b) => a.sortNo - b.sortNo)
      .map((programme, index) => ({ id: newId(), planId, programmeId: programme.id, name: programme.name, shortName: programme.shortName, sortNo: index + 1 }));
    const counts = summaryOf(content);
    const plan: PlanEntity = {
      id: planId, divisionId: city.code, year, edition: 1, docNumber: content.paper.docNumber, issuer: content.paper.issuer, title: (content.paper.title ?? `${year}`).slice(0, lengths.title),
      issuedOn: content.paper.issuedOn, state: 'draft', unitCount: counts.units, programmeCount: counts.programmes, cellCount: counts.cells, itemCount: counts.items, targetCount: counts.targets,
      signBy: null, signByUncertain: false, importId, createdAt: now, issuedAt: null, closedAt: null, version: 1,
    };
    return { plan, units: [...unitRows.values()], programmes, items, assignments, measures: paperMeasureRows(items, year, now) };
  }
}

/** How many items stand in one of the two only, compared without blanks and in any order of units. */
const differences = (present: readonly { programmeId: string; text: string; units: string }[], items: readonly ItemEntity[]): number => {
  const key = (programmeId: string, text: string, units: readonly { role: string; printed: string }[]) =>
    [programmeId, normaliseText(text), ...units.map((unit) => `${unit.role} ${normaliseText(unit.printed)}`).sort()].join('\n');
  const counts = new Map<string, number>();
  const shift = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by);
  for (const item of present) shift(key(item.programmeId, item.text, JSON.parse(item.units) as { role: string; printed: string }[]), 1);
  for (const item of items) shift(key(item.programmeId, item.text, item.unitsPrinted), -1);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
};

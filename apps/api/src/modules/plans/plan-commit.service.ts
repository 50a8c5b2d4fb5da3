import { normaliseText } from '@kepu/breakdown';
import { Injectable } from '@nestjs/common';
import { planImportLifecycle, planLifecycle } from '@kepu/domain';
import type { Plan, PlanImport } from '@kepu/contracts';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Failpoints } from '../../platform/test-control/failpoints.js';
import { CopiedRows } from './copies/copied-rows.js';
import { DraftGuard } from './drafting/draft-guard.js';
import { demandWholePaper } from './import-content.js';
import type { ItemEntity } from './item.entity.js';
import { JointGroupsRepository } from './joint-groups.repository.js';
import { PaperRows } from './paper-rows.js';
import type { PlanEntity } from './plan.entity.js';
import { PlanImportsRepository } from './plan-imports.repository.js';
import { PlanImportsService } from './plan-imports.service.js';
import { PlansRepository, type PlanRows } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import { transition } from './transition.js';

/** From a preview to a plan and back: whole or not at all. */
@Injectable()
export class PlanCommitService {
  constructor(
    private readonly imports: PlanImportsRepository, private readonly previews: PlanImportsService, private readonly plans: PlansRepository, private readonly plan: PlansService,
    private readonly paper: PaperRows, private readonly copied: CopiedRows, private readonly joint: JointGroupsRepository, private readonly guard: DraftGuard, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly failpoints: Failpoints,
  ) {}

  /**
   * Makes the plan of a preview. The same paper again adds nothing and answers the plan that is there.
   * Errors: `plan_import.unresolved`, `plan_import.extract`, `plan.paper_incomplete`, `plan.year_taken`, `plan.year_issued`, `lifecycle.not_allowed`, `version.stale`.
   */
  async commit(actor: PersonActor, importId: string, version?: number): Promise<{ plan: Plan; already: boolean; added: { items: number; assignments: number; targets: number } }> {
    const row = await this.imports.findFor(actor, importId);
    if (!row) throw notFound();
    if (version !== undefined && version !== row.version) throw new Refusal('version.stale');
    transition(planImportLifecycle, row.state, 'commit', 'importStates');
    if (!row.content) throw notFound();
    const { content } = row;
    demandWholePaper(content);
    if (content.paper.year === null) throw new Refusal('plan.paper_incomplete', { params: { missing: 'terms.paperFields.year' } });
    // Rows, pinyin and ids are made before the unit begins: inside it, only the database is waited for.
    const { rows, groups } = await this.copied.of(actor, content.copy, await this.paper.of(content, content.paper.year, row));
    const attempt = () => this.work.run(async () => {
      const present = await this.sameAs(rows, await this.plans.editionsOf(rows.plan.divisionId, rows.plan.year));
      if ('id' in present) await this.claim(importId, row.version, present.id);
      else {
        await this.plans.insertWhole({ ...rows, plan: { ...rows.plan, edition: present.edition } });
        await this.joint.insertAll(groups);
        this.failpoints.reach('plan-commit:inserted');
        await this.claim(importId, row.version, rows.plan.id);
        await this.audit.record({ actor: auditActor(actor), action: 'plan.committed', subjectKind: 'plan', subjectId: rows.plan.id, before: null, after: { importId, items: rows.items.length, assignments: rows.assignments.length, measures: rows.measures.length, ...(content.copy ? { copiedFrom: content.copy.planId, joint: groups.length } : {}) } });
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

  /** Takes a draft out again; its preview is back with every correction. Errors: `consultation.open`, `lifecycle.not_allowed`, `version.stale`. */
  async undo(actor: PersonActor, planId: string, version: number): Promise<PlanImport> {
    const importId = await this.work.run(async () => {
      const plan = await this.plan.findKept(actor, planId, 'plan:write');
      transition(planLifecycle, plan.state, 'withdraw', 'planStates');
      const row = plan.importId ? await this.imports.findFor(actor, plan.importId) : null;
      if (!row) throw notFound();
      const state = transition(planImportLifecycle, row.state, 'undo', 'importStates');
      await this.guard.leave(actor, planId);
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
   * The plan of this year that says the same, or the next edition's number. What says something else stands in the way: a draft is to be
   * issued or undone first, and what is in force is revised. Errors: `plan.year_taken`, with how many items differ; `plan.year_issued`.
   */
  private async sameAs(rows: PlanRows, editions: readonly PlanEntity[]): Promise<{ id: string } | { edition: number }> {
    for (const plan of editions) {
      const changed = differences(await this.plans.contentOf(plan.id), rows.items);
      if (changed === 0) return { id: plan.id };
      if (plan.state === 'issued') throw new Refusal('plan.year_issued', { params: { year: plan.year } });
      if (plan.state === 'draft') throw new Refusal('plan.year_taken', { params: { year: plan.year, state: `terms.planStates.${plan.state}`, changed } });
    }
    return { edition: (editions[0]?.edition ?? 0) + 1 };
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

import { Injectable } from '@nestjs/common';
import type { ItemRevision, Page, PlanImport, PlanRevision, planRevisionChange, PlanRevisionDetail, RevisionLine } from '@kepu/contracts';
import { planImportLifecycle, planRevisionLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { AccountsRepository } from '../identity/index.js';
import { demandWholePaper } from './import-content.js';
import { ItemsRepository } from './items.repository.js';
import { PaperRows } from './paper-rows.js';
import { PlanImportsRepository } from './plan-imports.repository.js';
import { PlanImportsService } from './plan-imports.service.js';
import { keepsPlan } from './plan.policy.js';
import type { PlanRevisionEntity } from './plan-revision.entity.js';
import { PlanRevisionsRepository } from './plan-revisions.repository.js';
import { PlansRepository, type PlanRows } from './plans.repository.js';
import { compareItems, countLines, proposedPairs, sideOf, type ComparedLine, type ItemWithParts } from './revision-lines.js';
import { demandInForce, transition } from './transition.js';

/** A paper held against the plan of its year that is in force: compared, decided item by item, looked at later. Issuing it is `PlanRevisionIssue`. */
@Injectable()
export class PlanRevisionsService {
  constructor(
    private readonly rows: PlanRevisionsRepository, private readonly plans: PlansRepository, private readonly items: ItemsRepository, private readonly imports: PlanImportsRepository, private readonly previews: PlanImportsService,
    private readonly paper: PaperRows, private readonly accounts: AccountsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /**
   * Begins a revision with a preview. Errors: `plan_import.unresolved`, `plan_import.extract`, `plan.paper_incomplete`, `plan_revision.no_plan`, `plan_revision.exists`, `plan_revision.nothing_new`, `lifecycle.not_allowed`, `version.stale`.
   */
  async create(actor: PersonActor, importId: string, version: number): Promise<PlanRevisionDetail> {
    const source = await this.imports.findFor(actor, importId);
    if (!source) throw notFound();
    const committed = transition(planImportLifecycle, source.state, 'commit', 'importStates');
    if (!source.content) throw notFound();
    demandWholePaper(source.content);
    const { year } = source.content.paper;
    if (year === null) throw new Refusal('plan.paper_incomplete', { params: { missing: 'terms.paperFields.year' } });
    const editions = await this.plans.editionsOf(source.divisionId, year);
    const plan = editions.find(({ state }) => state === 'issued');
    if (!plan || !keepsPlan(actor, 'plan:write', plan)) throw new Refusal('plan_revision.no_plan', { params: { year } });
    const paper = await this.paper.of(source.content, year, source);
    const [present, printed] = [await this.rows.itemsOf(plan.id), printedItems(paper)];
    const pairs = proposedPairs(present, printed);
    const counts = countLines(compareItems(present, printed, { pairs, keep: [], withdraw: [] }));
    if (counts.changed + counts.added + counts.withdrawn === 0) throw new Refusal('plan_revision.nothing_new');
    const row: PlanRevisionEntity = {
      id: newId(), planId: plan.id, importId, edition: (editions[0]?.edition ?? plan.edition) + 1, state: 'draft', docNumber: paper.plan.docNumber, title: paper.plan.title, issuedOn: paper.plan.issuedOn,
      decisions: { pairs, keep: [], withdraw: [] }, counts: null, createdAt: this.clock.now(), createdBy: actor.accountId, issuedAt: null, issuedBy: null, version: 1,
    };
    await this.work.run(async () => {
      if (!(await this.imports.update(importId, version, { state: committed ?? 'committed', planId: plan.id }))) throw new Refusal('version.stale');
      await this.rows.insert(row);
      await this.audit.record({ actor: auditActor(actor), action: 'plan_revision.created', subjectKind: 'plan', subjectId: plan.id, before: null, after: { revisionId: row.id, edition: row.edition, importId } });
    }).catch((error: unknown) => { throw error instanceof UniqueViolation ? new Refusal('plan_revision.exists') : error; });
    return this.get(actor, row.id);
  }

  async list(actor: PersonActor, planId: string): Promise<Page<PlanRevision>> {
    if (!(await this.plans.findFor(actor, planId))) throw notFound();
    const rows = await this.rows.ofPlan(actor, planId);
    const names = await this.accounts.namesOf([...new Set(rows.map((row) => row.createdBy))]);
    const data: PlanRevision[] = [];
    for (const row of rows) data.push(revisionView(row, row.counts === null ? countLines(await this.compare(row)) : { ...row.counts, undecided: 0 }, names.get(row.createdBy) ?? ''));
    return { data, total: data.length };
  }

  /** Item by item. Of an issued edition, those that the reader sees. */
  async get(actor: PersonActor, id: string): Promise<PlanRevisionDetail> {
    const row = await this.findFor(actor, id);
    const author = (await this.accounts.namesOf([row.createdBy])).get(row.createdBy) ?? '';
    if (row.counts === null) {
      const lines = await this.compare(row);
      return { ...revisionView(row, countLines(lines), author), lines: lines.map(lineView) };
    }
    const lines = await this.rows.linesOf(id);
    const visible = new Set(await this.items.visibleIds(actor, lines.map((line) => line.itemId)));
    const seen = lines.filter((line) => visible.has(line.itemId)).sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity));
    return {
      ...revisionView(row, { ...row.counts, undecided: 0 }, author),
      lines: seen.map((line) => ({ kind: line.kind, itemId: line.itemId, position: line.position, fields: line.fields, before: line.oldSide, after: line.newSide, signing: line.signing, evidence: 0, decided: true })),
    };
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed`, `reference.not_found`, `plan_revision.item_paired`. */
  async update(actor: PersonActor, id: string, given: z.output<typeof planRevisionChange>): Promise<PlanRevisionDetail> {
    await this.work.run(async () => {
      const row = await this.draftFor(actor, id);
      transition(planRevisionLifecycle, row.state, 'decide', 'planRevisionStates');
      const { version, pairs: paired = [], unprinted = [], ...head } = given;
      const known = new Set((await this.rows.itemsOf(row.planId)).map(({ item }) => item.id));
      const pairs = [...row.decisions.pairs];
      for (const { position, itemId } of paired) {
        if (position > pairs.length || (itemId !== null && !known.has(itemId))) throw badReference('terms.revisionKinds.changed');
        pairs[position - 1] = itemId;
      }
      const taken = pairs.filter((itemId) => itemId !== null);
      if (new Set(taken).size !== taken.length) throw new Refusal('plan_revision.item_paired');
      if (unprinted.some(({ itemId }) => !known.has(itemId))) throw badReference('terms.revisionKinds.withdrawn');
      const decided = new Map([...row.decisions.keep.map((one) => [one, true] as const), ...row.decisions.withdraw.map((one) => [one, false] as const), ...unprinted.map(({ itemId, keep }) => [itemId, keep] as const)]);
      const those = (keep: boolean): string[] => [...decided].filter(([, kept]) => kept === keep).map(([itemId]) => itemId);
      if (!(await this.rows.update(id, version, { ...head, decisions: { pairs, keep: those(true), withdraw: those(false) } }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'plan_revision.changed', subjectKind: 'plan', subjectId: row.planId, before: null, after: { revisionId: id, ...head, pairs: paired, unprinted } });
    });
    return this.get(actor, id);
  }

  /** Takes a draft back; the preview is there again with every correction. Errors: `version.stale`, `lifecycle.not_allowed`. */
  async withdraw(actor: PersonActor, id: string, version: number): Promise<PlanImport> {
    const importId = await this.work.run(async () => {
      const row = await this.draftFor(actor, id);
      transition(planRevisionLifecycle, row.state, 'withdraw', 'planRevisionStates');
      const source = await this.imports.findFor(actor, row.importId);
      if (!source) throw notFound();
      const state = transition(planImportLifecycle, source.state, 'undo', 'importStates');
      if (!(await this.rows.remove(id, version)) || !(await this.imports.update(source.id, source.version, { state: state ?? 'ready', planId: null }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'plan_revision.withdrawn', subjectKind: 'plan', subjectId: row.planId, before: { revisionId: id, edition: row.edition }, after: null });
      return source.id;
    });
    return this.previews.get(actor, importId);
  }

  /** What editions changed of an item, the newest first. */
  async ofItem(actor: PersonActor, itemId: string): Promise<Page<ItemRevision>> {
    if ((await this.items.visibleIds(actor, [itemId])).length === 0) throw notFound();
    const data = (await this.rows.ofItem(itemId)).map(({ line, revision }): ItemRevision => ({
      kind: line.kind, fields: line.fields, before: line.oldSide, after: line.newSide, revisionId: revision.id, edition: revision.edition, issuedAt: (revision.issuedAt ?? revision.createdAt).toISOString(),
    }));
    return { data, total: data.length };
  }

  /** A draft, for those who keep the plan. Errors: `resource.not_found`, `lifecycle.not_allowed` of a plan that is closed. */
  async draftFor(actor: PersonActor, id: string): Promise<PlanRevisionEntity> {
    const row = await this.findFor(actor, id);
    const plan = await this.plans.findFor(actor, row.planId);
    if (!plan || !keepsPlan(actor, 'plan:write', plan)) throw notFound();
    demandInForce(plan.state);
    return row;
  }

  /** What the new paper of a revision would make. */
  async paperOf(row: PlanRevisionEntity): Promise<PlanRows> {
    const source = await this.imports.sourceOf(row.importId);
    const year = source?.content?.paper.year;
    if (!source?.content || typeof year !== 'number') throw notFound();
    return this.paper.of(source.content, year, source);
  }

  /** It beside the plan as it stands now, with what was decided so far. */
  async linesOf(row: PlanRevisionEntity, paper: PlanRows): Promise<ComparedLine[]> { return compareItems(await this.rows.itemsOf(row.planId), printedItems(paper), row.decisions); }

  private async compare(row: PlanRevisionEntity): Promise<ComparedLine[]> { return this.linesOf(row, await this.paperOf(row)); }

  private async findFor(actor: PersonActor, id: string): Promise<PlanRevisionEntity> {
    const row = await this.rows.find(actor, id);
    if (!row || !(await this.plans.findFor(actor, row.planId))) throw notFound();
    return row;
  }
}

/** The items that a new paper prints, with the parts that it hands out. */
function printedItems({ items, assignments }: PlanRows): ItemWithParts[] {
  const parts = new Map<string, PlanRows['assignments'][number][]>();
  for (const part of assignments) parts.set(part.itemId, [...(parts.get(part.itemId) ?? []), part]);
  return items.map((item) => ({ item, assignments: parts.get(item.id) ?? [], evidence: 0 }));
}

const revisionView = (row: PlanRevisionEntity, counts: PlanRevision['counts'], createdBy: string): PlanRevision => ({
  id: row.id, planId: row.planId, importId: row.importId, edition: row.edition, state: row.state, docNumber: row.docNumber, title: row.title, issuedOn: row.issuedOn, counts, createdAt: row.createdAt.toISOString(), createdBy,
  issuedAt: row.issuedAt?.toISOString() ?? null, version: row.version,
});
const lineView = ({ kind, fields, old, printed, signing, decided }: ComparedLine): RevisionLine => ({
  kind, fields, itemId: old?.item.id ?? null, position: printed?.item.seq ?? null, before: old && sideOf(old), after: printed && sideOf(printed), signing: signing.length, evidence: old?.evidence ?? 0, decided,
});

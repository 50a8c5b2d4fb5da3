import { Inject, Injectable } from '@nestjs/common';
import type { PlanRevisionDetail } from '@kepu/contracts';
import { assignmentLifecycle, planRevisionLifecycle, signingDeadline } from '@kepu/domain';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Failpoints } from '../../platform/test-control/failpoints.js';
import { UnitDirectory } from '../units/index.js';
import type { AssignmentEntity } from './assignment.entity.js';
import { FollowUpChanges } from './close-outs/follow-up-changes.js';
import type { ItemEntity } from './item.entity.js';
import { MeasureRevision } from './measure-revision.js';
import { MeasuresRepository } from './measures.repository.js';
import { paperMeasureRows } from './paper-measure-rows.js';
import type { PlanEntity } from './plan.entity.js';
import type { ItemRevisionEntity, PlanRevisionEntity } from './plan-revision.entity.js';
import { PlanRevisionsRepository } from './plan-revisions.repository.js';
import { PlanRevisionsService } from './plan-revisions.service.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import { countLines, partOf, sideOf, type ComparedLine } from './revision-lines.js';
import { transition } from './transition.js';

/** Units that are to sign for parts, and units that no longer have some: each once for each part. */
export type RevisionNews = Readonly<Record<'signing' | 'eased', readonly string[]>>;

/**
 * Makes a new paper the plan: whole or not at all. Items keep their identity, and with it their proof, their measures, the activities that serve them and
 * their history; nothing is deleted. Who signed for words that are others now signs again (`docs/adr/0017-revisions.md`).
 */
@Injectable()
export class PlanRevisionIssue {
  constructor(
    private readonly revisions: PlanRevisionsService, private readonly rows: PlanRevisionsRepository, private readonly plans: PlansRepository, private readonly plan: PlansService, private readonly measures: MeasuresRepository, private readonly measureRevision: MeasureRevision, private readonly followUps: FollowUpChanges,
    private readonly units: UnitDirectory, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, private readonly failpoints: Failpoints,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Errors: `plan.paper_incomplete`, `plan_revision.undecided`, `lifecycle.not_allowed`, `version.stale`. */
  async issue(actor: PersonActor, id: string, version: number): Promise<PlanRevisionDetail> {
    const calendar = await this.units.calendar();
    // Rows, pinyin and ids are made before the unit begins: inside it, only the database is waited for.
    const paper = await this.revisions.paperOf(await this.revisions.draftFor(actor, id));
    await this.work.run(async () => {
      const row = await this.revisions.draftFor(actor, id);
      transition(planRevisionLifecycle, row.state, 'issue', 'planRevisionStates');
      for (const field of ['docNumber', 'issuedOn'] as const) if (!row[field]) throw new Refusal('plan.paper_incomplete', { params: { missing: `terms.paperFields.${field}` } });
      const plan = await this.plan.findKept(actor, row.planId, 'plan:issue');
      if (plan.state !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan.state}` } });
      const lines = await this.revisions.linesOf(row, paper);
      const { undecided, ...counts } = countLines(lines);
      if (undecided > 0) throw new Refusal('plan_revision.undecided', { params: { count: undecided } });
      const deadline = signingDeadline(this.clock.today(), calendar, this.config.signWorkdays);
      // First of all: of two that issue at once, or issue and close, the second one finds another version.
      const changes: Partial<PlanEntity> = {
        edition: row.edition, docNumber: row.docNumber, title: row.title, issuedOn: row.issuedOn, ...countsOf(lines), ...(counts.signing > 0 ? { signBy: deadline.value, signByUncertain: deadline.uncertain } : {}),
      };
      if (!(await this.rows.update(id, version, { state: 'issued', issuedAt: this.clock.now(), issuedBy: actor.accountId, counts })) || !(await this.plans.update(plan.id, plan.version, changes))) throw new Refusal('version.stale');
      const news = await this.apply(actor, row, plan, lines);
      this.failpoints.reach('plan-revision:applied');
      await this.rows.replaceAxes(plan.id, paper.units, paper.programmes);
      await this.audit.record({
        actor: auditActor(actor), action: 'plan.revised', subjectKind: 'plan', subjectId: plan.id, before: { edition: plan.edition, docNumber: plan.docNumber, signBy: plan.signBy }, after: { edition: row.edition, docNumber: row.docNumber, signBy: changes.signBy ?? plan.signBy, ...counts },
      });
      await this.jobs.enqueue('notice.plan_revised', { revisionId: id, ...news }, { key: `notice.plan_revised:${id}` });
    });
    return this.revisions.get(actor, id);
  }

  /** Writes what differs, and answers how much each unit is to sign for and no longer has to do. */
  private async apply(actor: PersonActor, row: PlanRevisionEntity, plan: PlanEntity, lines: readonly ComparedLine[]): Promise<RevisionNews> {
    const added = lines.flatMap(({ old, printed }) => (old || !printed ? [] : [printed]));
    const written: ItemRevisionEntity[] = [];
    const parts: AssignmentEntity[] = [];
    const [eased, reworded, withdrawn]: [string[], string[], string[]] = [[], [], []];
    await this.rows.clearPlaces(plan.id);
    await this.rows.insertItems(added.map(({ item }) => ({ ...item, planId: plan.id, revisedIn: row.edition })));
    await this.measures.insert(paperMeasureRows(added.map(({ item }) => ({ ...item, planId: plan.id })), plan.year, this.clock.now()));
    for (const line of lines) {
      const { old, printed, kind } = line;
      const itemId = old?.item.id ?? printed?.item.id ?? '';
      const unchanged = kind === 'same' || (kind === 'kept' && old?.item.standing === 'kept');
      if (!unchanged) written.push({ id: newId(), revisionId: row.id, itemId, position: printed?.item.seq ?? null, kind, fields: line.fields, oldSide: old && sideOf(old), newSide: printed && sideOf(printed), signing: line.signing.length });
      if (!old) {
        parts.push(...line.signing.map((part) => ({ ...part, planId: plan.id })));
        continue;
      }
      const standing = kind === 'withdrawn' ? 'withdrawn' : kind === 'kept' ? 'kept' : 'printed';
      const changes: Partial<ItemEntity> = { ...(printed ? printedColumns(printed.item) : {}), standing, ...(unchanged ? {} : { revisedIn: row.edition }) };
      if (Object.entries(changes).some(([key, value]) => JSON.stringify(old.item[key as keyof ItemEntity]) !== JSON.stringify(value))) await this.rows.updateItem(itemId, changes);
      parts.push(...(await this.applyParts(line, itemId, plan.id, { eased, reworded, withdrawn })));
      if (printed && line.fields.some((field) => field === 'text' || field === 'due' || field === 'targets')) await this.measureRevision.anew(actor, old.item, { ...printed.item, id: itemId, planId: plan.id }, plan.year);
      if (!unchanged) {
        await this.audit.record({
          actor: auditActor(actor), action: `item.${kind}`, subjectKind: 'item', subjectId: itemId, before: { text: old.item.text, due: old.item.dueText }, after: { edition: row.edition, fields: line.fields, ...(printed ? { text: printed.item.text, due: printed.item.dueText } : {}) },
        });
      }
    }
    await this.rows.insertAssignments(parts);
    await this.followUps.revised(actor, { reworded, withdrawn });
    await this.rows.insertLines(written);
    // What the new paper does not print stands after what it does; what is withdrawn comes last, and what was so before keeps its order behind.
    const gone = (kind: ComparedLine['kind']): boolean => kind === 'withdrawn';
    await this.rows.setPlaces(plan.id, [...lines.filter(({ kind }) => !gone(kind)), ...lines.filter(({ kind }) => gone(kind))].map(({ old, printed }) => old?.item.id ?? printed?.item.id ?? ''));
    return { signing: lines.flatMap((line) => line.signing.map(({ unitId }) => unitId)), eased };
  }

  /** Moves the parts of an item to where the new paper has them; answers those that are new. */
  private async applyParts(line: ComparedLine, itemId: string, planId: string, { eased, reworded, withdrawn }: Record<'eased' | 'reworded' | 'withdrawn', string[]>): Promise<AssignmentEntity[]> {
    const printed = new Map(line.printed?.assignments.map((part) => [partOf(part), part]));
    const signing = new Set(line.signing.map(partOf));
    for (const part of line.old?.assignments ?? []) {
      const next = printed.get(partOf(part));
      const stays = next !== undefined || line.kind === 'kept';
      const unsigned = { signedAt: null, signedBy: null, signedHow: null, signedNote: null };
      const changes: Partial<AssignmentEntity> = next && next.unitPrinted !== part.unitPrinted ? { unitPrinted: next.unitPrinted } : {};
      if (stays && part.state === 'withdrawn' && next) Object.assign(changes, { state: transition(assignmentLifecycle, part.state, 'reinstate', 'assignmentStates') ?? 'pending', ...unsigned });
      else if (!stays && part.state !== 'withdrawn') {
        changes.state = transition(assignmentLifecycle, part.state, 'withdraw', 'assignmentStates') ?? 'withdrawn';
        eased.push(part.unitId);
        withdrawn.push(part.id);
      }
      // Who has not signed yet, or has asked, goes on from there with the new words.
      else if (part.state === 'signed' && signing.has(partOf(part))) Object.assign(changes, { state: transition(assignmentLifecycle, part.state, 'revise', 'assignmentStates') ?? 'pending', ...unsigned });
      if (stays && signing.has(partOf(part))) {
        reworded.push(part.id);
        // What was done was done for other words; and a day that the paper prints anew holds, whatever was granted before.
        if (part.doneAt !== null) changes.doneAt = null;
        if (part.extendedTo !== null && line.fields.includes('due')) changes.extendedTo = null;
      }
      // Other words are another version, also for who has not signed yet: nobody signs for what they have not read.
      if ((Object.keys(changes).length > 0 || signing.has(partOf(part))) && !(await this.rows.updateAssignment(part, changes))) throw new Refusal('version.stale');
      printed.delete(partOf(part));
    }
    return [...printed.values()].map((part) => ({ ...part, itemId, planId }));
  }
}

/** What of an item the paper says. */
const printedColumns = ({ number, programmeId, programmePrinted, unitsPrinted, text, raw, sourceKind, sourceValue, dueText, dueOn, targets, targetCount, searchKey }: ItemEntity): Partial<ItemEntity> =>
  ({ number, programmeId, programmePrinted, unitsPrinted, text, raw, sourceKind, sourceValue, dueText, dueOn, targets, targetCount, searchKey });

/** The plan's own counts after an edition: what it prints and what it keeps. */
function countsOf(lines: readonly ComparedLine[]): Pick<PlanEntity, 'unitCount' | 'programmeCount' | 'cellCount' | 'itemCount' | 'targetCount'> {
  const items = lines.flatMap(({ kind, old, printed }) => (kind === 'withdrawn' ? [] : printed ?? old ?? []));
  const cells = new Set(items.flatMap(({ item, assignments }) => assignments.filter(({ state }) => state !== 'withdrawn').map(({ unitId }) => `${unitId} ${item.programmeId}`)));
  return {
    unitCount: new Set([...cells].map((cell) => cell.split(' ')[0])).size, programmeCount: new Set(items.map(({ item }) => item.programmeId)).size, cellCount: cells.size, itemCount: items.length,
    targetCount: items.reduce((sum, { item }) => sum + item.targetCount, 0),
  };
}

import { Injectable } from '@nestjs/common';
import type { AssignmentRow, assignmentQuery, Page, signInput } from '@kepu/contracts';
import { assignmentLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AssignmentsRepository } from './assignments.repository.js';
import type { AssignmentEntity } from './assignment.entity.js';
import { ItemsRepository } from './items.repository.js';
import { JointTasks } from './joint-tasks.js';
import { MeasureProgress, noMeasures } from './measure-progress.js';
import { assignmentRowView } from './plan.mapper.js';
import { keptPlans } from './plan.policy.js';
import { SignOffsRepository } from './sign-offs.repository.js';
import { transition } from './transition.js';

/** What a unit does with its work: sign for it, ask about it; and what the office answers. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly items: ItemsRepository, private readonly assignments: AssignmentsRepository, private readonly rows: SignOffsRepository, private readonly progress: MeasureProgress, private readonly joint: JointTasks, private readonly jobs: Jobs,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof assignmentQuery>): Promise<Page<AssignmentRow>> {
    const { rows, total } = await this.items.assignmentsFor(actor, query, { offset: (query.page - 1) * query.perPage, limit: query.perPage });
    const itemIds = [...new Set(rows.map((row) => row.item.id))];
    const [tallies, joint] = await Promise.all([this.progress.tallies(itemIds), this.joint.ofItems(actor, itemIds)]);
    return { data: rows.map((row) => assignmentRowView(row.assignment, row.item, tallies.get(row.item.id) ?? noMeasures, joint.get(row.item.id) ?? [])), total };
  }

  /**
   * Signs for those of the given assignments that are open; signed ones stay as they are, and withdrawn ones. Errors: `resource.not_found` when one is not the actor's; `version.stale` when one is not what was
   * read: a new edition may have put other words there.
   */
  async sign(actor: PersonActor, { ids, versions }: z.output<typeof signInput>): Promise<{ changed: number }> {
    const wanted = [...new Set(ids)];
    const seen = new Map(versions?.map((version, index) => [ids[index], version]));
    return this.work.run(async () => {
      const found = await this.items.signable(actor, wanted);
      if (found.length !== wanted.length) throw notFound();
      let changed = 0;
      for (const row of found) {
        if (row.state === 'signed' || row.state === 'withdrawn') continue;
        if ((seen.get(row.id) ?? row.version) !== row.version) throw new Refusal('version.stale');
        const state = transition(assignmentLifecycle, row.state, 'sign', 'assignmentStates');
        if (!(await this.rows.update(row, { state: state ?? 'signed', signedAt: this.clock.now(), signedBy: actor.accountId, signedHow: 'self', signedNote: null }))) continue;
        await this.audit.record({ actor: auditActor(actor), action: 'assignment.signed', subjectKind: 'item', subjectId: row.itemId, before: { state: row.state }, after: { assignmentId: row.id, unit: row.unitPrinted } });
        changed += 1;
      }
      return { changed };
    });
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async ask(actor: PersonActor, id: string, given: { version: number; text: string }): Promise<AssignmentRow> {
    await this.work.run(async () => {
      const [row] = await this.items.signable(actor, [id]);
      if (!row) throw await this.missing(actor, id);
      const state = transition(assignmentLifecycle, row.state, 'ask', 'assignmentStates');
      await this.change(row, given.version, { state: state ?? 'asked', question: given.text, askedBy: actor.accountId, askedAt: this.clock.now(), answer: null, answeredBy: null, answeredAt: null });
      await this.audit.record({ actor: auditActor(actor), action: 'assignment.asked', subjectKind: 'item', subjectId: row.itemId, before: { state: row.state }, after: { assignmentId: row.id, unit: row.unitPrinted, text: given.text } });
      await this.jobs.enqueue('notice.assignment', { assignmentId: id, event: 'asked', version: row.version + 1 });
    });
    return this.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async answer(actor: PersonActor, id: string, given: { version: number; text: string }): Promise<AssignmentRow> {
    await this.work.run(async () => {
      const row = await this.officeRow(actor, 'assignment:answer', id);
      const state = transition(assignmentLifecycle, row.state, 'answer', 'assignmentStates');
      await this.change(row, given.version, { state: state ?? 'pending', answer: given.text, answeredBy: actor.accountId, answeredAt: this.clock.now() });
      await this.audit.record({ actor: auditActor(actor), action: 'assignment.answered', subjectKind: 'item', subjectId: row.itemId, before: { state: row.state }, after: { assignmentId: row.id, unit: row.unitPrinted, text: given.text } });
      await this.jobs.enqueue('notice.assignment', { assignmentId: id, event: 'answered', version: row.version + 1 });
    });
    return this.get(actor, id);
  }

  /** Asks a unit to sign again, with the reason. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async reopen(actor: PersonActor, id: string, given: { version: number; reason: string }): Promise<AssignmentRow> {
    await this.work.run(async () => {
      const row = await this.officeRow(actor, 'assignment:reopen', id);
      const state = transition(assignmentLifecycle, row.state, 'reopen', 'assignmentStates');
      await this.change(row, given.version, { state: state ?? 'pending', signedAt: null, signedBy: null, signedHow: null, signedNote: null });
      await this.audit.record({ actor: auditActor(actor), action: 'assignment.reopened', subjectKind: 'item', subjectId: row.itemId, before: { state: row.state }, after: { assignmentId: row.id, unit: row.unitPrinted, reason: given.reason } });
      await this.jobs.enqueue('notice.assignment', { assignmentId: id, event: 'reopened', version: row.version + 1 });
    });
    return this.get(actor, id);
  }

  private async get(actor: PersonActor, id: string): Promise<AssignmentRow> {
    const { data } = await this.list(actor, { page: 1, perPage: 1, ids: [id] });
    if (!data[0]) throw notFound();
    return data[0];
  }

  /** What is seen and cannot be dealt with belongs to a plan that is closed; anything else is not there. */
  private async missing(actor: PersonActor, id: string): Promise<Refusal> {
    const state = await this.items.planStateOf(actor, id);
    return state === null || state === 'issued' ? notFound() : new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${state}` } });
  }

  private async officeRow(actor: PersonActor, permission: 'assignment:answer' | 'assignment:reopen', id: string): Promise<AssignmentEntity> {
    const row = await this.assignments.findIssued(id, keptPlans(actor, permission));
    if (!row) throw await this.missing(actor, id);
    return row;
  }

  private async change(row: AssignmentEntity, version: number, changes: Partial<AssignmentEntity>): Promise<void> {
    if (row.version !== version || !(await this.rows.update(row, changes))) throw new Refusal('version.stale');
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Consultation, ConsultationAnswerRow, consultationChange, consultationClose, ConsultationComment, consultationCommentQuery, consultationInput, consultationQuery, Page } from '@kepu/contracts';
import { can, consultationLifecycle, planLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { can as may, type Actor, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, newId, UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { AccountsRepository } from '../../identity/index.js';
import { UnitSuccession } from '../../units/index.js';
import { PlansRepository } from '../plans.repository.js';
import { transition } from '../transition.js';
import type { ConsultationEntity } from './drafting.entity.js';
import { commentView, isInside, isOverdue, isTold, mayFor } from './drafting.mapper.js';
import { PlanApprovalsRepository } from './plan-approvals.repository.js';
import { ConsultationsRepository, type ConsultationStandingRow } from './consultations.repository.js';

/** The draft of a plan laid before its units: opened, moved and closed by the office. */
@Injectable()
export class ConsultationsService implements OnModuleInit {
  constructor(
    private readonly rows: ConsultationsRepository, private readonly plans: PlansRepository, private readonly accounts: AccountsRepository, private readonly succession: UnitSuccession, private readonly approvals: PlanApprovalsRepository, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.succession.register('consultation_answers', async (fromId, toId, actor) => {
      for (const { id, into } of await this.rows.moveUnit(fromId, toId)) {
        await this.audit.record({ actor: auditActor(actor), action: 'consultation_answer.moved', subjectKind: 'consultation_answer', subjectId: into, before: { unitId: fromId }, after: { unitId: toId, answerId: id } });
      }
    });
  }

  /** One or two in a year: they are read whole. */
  async list(actor: PersonActor, query: z.output<typeof consultationQuery>): Promise<Page<Consultation>> {
    const data = await this.views(actor, await this.rows.listFor(actor, query));
    return { data, total: data.length };
  }

  async get(actor: PersonActor, id: string): Promise<Consultation> {
    const [view] = await this.views(actor, [await this.findFor(actor, id)]);
    if (!view) throw notFound();
    return view;
  }

  /** Errors: `resource.not_found`. */
  async findFor(actor: Actor, id: string): Promise<ConsultationEntity> {
    const row = await this.rows.findFor(actor, id);
    if (!row) throw notFound();
    return row;
  }

  /** Of a draft, one at a time. Errors: `lifecycle.not_allowed`, `consultation.open`. */
  async create(actor: PersonActor, planId: string, given: z.output<typeof consultationInput>): Promise<Consultation> {
    const id = newId();
    await this.work.run(async () => {
      const plan = await this.plans.findFor(actor, planId);
      if (!plan) throw notFound();
      if (!can(planLifecycle, plan.state, 'issue')) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan.state}` } });
      if (await this.rows.openOf(planId)) throw new Refusal('consultation.open');
      // What the leader has signed is not asked about any more.
      if (await this.approvals.of(planId)) throw new Refusal('plan_approval.signed');
      // First of all: whoever undoes or issues the draft at this moment, or opens another one, finds another version.
      if (!(await this.plans.update(planId, plan.version, {}))) throw new Refusal('version.stale');
      const units = await this.rows.unitsOfPlan(planId);
      await this.rows.insert(
        { id, planId, year: plan.year, title: plan.title, ...given, openedOn: this.clock.today(), state: 'open', createdAt: this.clock.now(), createdBy: actor.accountId, closedAt: null, closedBy: null, closedReason: null, version: 1 },
        units.map((unitId) => ({ id: newId(), consultationId: id, unitId, state: 'draft' as const, submittedAt: null, submittedBy: null, late: false, version: 1 })),
      );
      await this.audit.record({ actor: auditActor(actor), action: 'consultation.opened', subjectKind: 'consultation', subjectId: id, before: null, after: { planId, ...given, units: units.length } });
      await this.jobs.enqueue('notice.consultation', { consultationId: id, event: 'opened' }, { key: `notice.consultation:opened:${id}` });
    });
    return this.get(actor, id);
  }

  /** Errors: `drafting.day_earlier`, `lifecycle.not_allowed`, `version.stale`. */
  async update(actor: PersonActor, id: string, { version, ...changes }: z.output<typeof consultationChange>): Promise<Consultation> {
    await this.work.run(async () => {
      const row = await this.findFor(actor, id);
      transition(consultationLifecycle, row.state, 'change', 'consultationStates');
      if (changes.dueOn !== undefined && changes.dueOn < row.dueOn) throw new Refusal('drafting.day_earlier', { params: { day: row.dueOn } });
      if (!(await this.rows.update(row, version, changes))) throw new Refusal('version.stale');
      const before = Object.fromEntries(Object.keys(changes).map((key) => [key, row[key as keyof typeof changes]]));
      await this.audit.record({ actor: auditActor(actor), action: 'consultation.changed', subjectKind: 'consultation', subjectId: id, before, after: changes });
    });
    return this.get(actor, id);
  }

  /** Units are told what became of their words. Errors: `consultation.undecided`, `lifecycle.not_allowed`, `version.stale`. */
  async close(actor: PersonActor, id: string, { version, reason }: z.output<typeof consultationClose>): Promise<Consultation> {
    await this.work.run(async () => {
      const row = await this.findFor(actor, id);
      const state = transition(consultationLifecycle, row.state, 'close', 'consultationStates') ?? 'closed';
      const undecided = (await this.rows.commentsFor(actor, id, { decision: 'open' })).length;
      if (undecided > 0 && reason === undefined) throw new Refusal('consultation.undecided', { params: { count: undecided } });
      if (!(await this.rows.update(row, version, { state, closedAt: this.clock.now(), closedBy: actor.accountId, closedReason: reason ?? null }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'consultation.closed', subjectKind: 'consultation', subjectId: id, before: { state: row.state }, after: { state, undecided, ...(reason === undefined ? {} : { reason }) } });
      await this.jobs.enqueue('notice.consultation', { consultationId: id, event: 'closed' }, { key: `notice.consultation:closed:${id}` });
    });
    return this.get(actor, id);
  }

  async answers(actor: PersonActor, id: string): Promise<Page<ConsultationAnswerRow>> {
    const row = await this.findFor(actor, id);
    const today = this.clock.today();
    const data = (await this.rows.standings(actor, [id])).map((one): ConsultationAnswerRow => ({
      id: one.id, unit: { id: one.unitId, name: one.unitName }, state: one.state, items: Number(one.items), comments: one.state === 'draft' && !isInside(actor, one) ? 0 : Number(one.comments), undecided: one.state === 'submitted' && isTold(actor, row.state) ? Number(one.undecided) : 0,
      submittedAt: one.submittedAt && fromDbTime(one.submittedAt), late: Boolean(one.late), overdue: isOverdue(one.state, row.state, row.dueOn, today), writes: mayFor(actor, one).write,
    }));
    return { data, total: data.length };
  }

  async comments(actor: PersonActor, id: string, query: z.output<typeof consultationCommentQuery>): Promise<Page<ConsultationComment>> {
    const row = await this.findFor(actor, id);
    const data = (await this.rows.commentsFor(actor, id, query)).map((one) => commentView(one, isTold(actor, row.state), may(actor, 'plan:write')));
    return { data, total: data.length };
  }

  /** As many statements for many consultations as for one. */
  private async views(actor: PersonActor, rows: readonly ConsultationEntity[]): Promise<Consultation[]> {
    const [standings, names] = await Promise.all([this.rows.standings(actor, rows.map(({ id }) => id)), this.accounts.namesOf([...new Set(rows.map(({ createdBy }) => createdBy))])]);
    const today = this.clock.today();
    return rows.map((row) => ({
      id: row.id, plan: row.planId === null ? null : { id: row.planId, title: row.title }, year: row.year, title: row.title, note: row.note, openedOn: row.openedOn, dueOn: row.dueOn, state: row.state, counts: countsOf(standings.filter(({ consultationId }) => consultationId === row.id), row, today),
      createdBy: names.get(row.createdBy) ?? '', closedAt: row.closedAt?.toISOString() ?? null, closedReason: row.closedReason, version: row.version,
    }));
  }
}

const countsOf = (rows: readonly ConsultationStandingRow[], { state, dueOn }: ConsultationEntity, today: string): Consultation['counts'] => {
  const handedIn = rows.filter((row) => row.state === 'submitted');
  const sum = (of: 'comments' | 'undecided'): number => handedIn.reduce((total, row) => total + Number(row[of]), 0);
  return { units: rows.length, submitted: handedIn.length, late: rows.filter(({ late }) => Boolean(late)).length, overdue: rows.filter((row) => isOverdue(row.state, state, dueOn, today)).length, comments: sum('comments'), undecided: sum('undecided') };
};

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Page, Proposal, ProposalAnswerRow, ProposalCall, proposalCallChange, proposalCallInput, proposalCallQuery, proposalDecision, proposalQuery } from '@kepu/contracts';
import { proposalCallLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { AccountsRepository } from '../../identity/index.js';
import { UnitDirectory, UnitSuccession } from '../../units/index.js';
import { PlansRepository } from '../plans.repository.js';
import { transition } from '../transition.js';
import type { ProposalCallEntity } from './drafting.entity.js';
import { isInside, isOverdue, isTold, mayFor, proposalView } from './drafting.mapper.js';
import { ProposalsRepository, type ProposalStandingRow } from './proposals.repository.js';

/** Calls for proposals: opened, moved and closed by the office, who decides about what comes in. */
@Injectable()
export class ProposalCallsService implements OnModuleInit {
  constructor(
    private readonly rows: ProposalsRepository, private readonly plans: PlansRepository, private readonly units: UnitDirectory, private readonly accounts: AccountsRepository, private readonly succession: UnitSuccession, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.succession.register('proposal_answers', async (fromId, toId, actor) => {
      for (const { id, into } of await this.rows.moveUnit(fromId, toId)) {
        await this.audit.record({ actor: auditActor(actor), action: 'proposal_answer.moved', subjectKind: 'proposal_answer', subjectId: into, before: { unitId: fromId }, after: { unitId: toId, answerId: id } });
      }
    });
  }

  /** One or two in a year: they are read whole. */
  async list(actor: PersonActor, query: z.output<typeof proposalCallQuery>): Promise<Page<ProposalCall>> {
    const data = await this.views(actor, await this.rows.listFor(actor, query));
    return { data, total: data.length };
  }

  async get(actor: PersonActor, id: string): Promise<ProposalCall> {
    const [view] = await this.views(actor, [await this.findFor(actor, id)]);
    if (!view) throw notFound();
    return view;
  }

  /** Errors: `resource.not_found`. */
  async findFor(actor: Actor, id: string): Promise<ProposalCallEntity> {
    const row = await this.rows.findFor(actor, id);
    if (!row) throw notFound();
    return row;
  }

  /** Asks those that are named, or else those that the newest paper names. Errors: `proposal_call.no_units`, `reference.not_found`. */
  async create(actor: PersonActor, { unitIds, ...given }: z.output<typeof proposalCallInput>): Promise<ProposalCall> {
    const id = newId();
    const asked = unitIds === null ? [...(await this.units.openUnitIds(actor, 'drafting:decide', await this.plans.memberIds((await this.units.cityDivision()).code)))] : [...new Set(unitIds)];
    if (asked.length === 0) throw new Refusal('proposal_call.no_units');
    if (unitIds !== null && (await this.units.openUnitIds(actor, 'drafting:decide', asked)).size !== asked.length) throw badReference('body.unitIds');
    await this.work.run(async () => {
      await this.rows.insertCall(
        { id, ...given, state: 'open', importId: null, createdAt: this.clock.now(), createdBy: actor.accountId, closedAt: null, version: 1 },
        asked.map((unitId) => ({ id: newId(), callId: id, unitId, state: 'draft' as const, submittedAt: null, submittedBy: null, late: false, version: 1 })),
      );
      await this.audit.record({ actor: auditActor(actor), action: 'proposal_call.created', subjectKind: 'proposal_call', subjectId: id, before: null, after: { ...given, units: asked.length } });
      await this.jobs.enqueue('notice.proposal_call', { callId: id }, { key: `notice.proposal_call:${id}` });
    });
    return this.get(actor, id);
  }

  /** Errors: `drafting.day_earlier`, `lifecycle.not_allowed`, `version.stale`. */
  async update(actor: PersonActor, id: string, { version, ...changes }: z.output<typeof proposalCallChange>): Promise<ProposalCall> {
    await this.work.run(async () => {
      const row = await this.findFor(actor, id);
      transition(proposalCallLifecycle, row.state, 'change', 'proposalCallStates');
      if (changes.dueOn !== undefined && changes.dueOn < row.dueOn) throw new Refusal('drafting.day_earlier', { params: { day: row.dueOn } });
      if (!(await this.rows.updateCall(row, version, changes))) throw new Refusal('version.stale');
      const before = Object.fromEntries(Object.keys(changes).map((key) => [key, row[key as keyof typeof changes]]));
      await this.audit.record({ actor: auditActor(actor), action: 'proposal_call.changed', subjectKind: 'proposal_call', subjectId: id, before, after: changes });
    });
    return this.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  close(actor: PersonActor, id: string, version: number): Promise<ProposalCall> { return this.step(actor, id, version, 'close'); }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  reopen(actor: PersonActor, id: string, version: number): Promise<ProposalCall> { return this.step(actor, id, version, 'reopen'); }

  private async step(actor: PersonActor, id: string, version: number, action: 'close' | 'reopen'): Promise<ProposalCall> {
    await this.work.run(async () => {
      const row = await this.findFor(actor, id);
      const state = transition(proposalCallLifecycle, row.state, action, 'proposalCallStates') ?? row.state;
      if (!(await this.rows.updateCall(row, version, { state, closedAt: state === 'closed' ? this.clock.now() : null }))) throw new Refusal('version.stale');
      const trace = { actor: auditActor(actor), subjectKind: 'proposal_call', subjectId: id, before: { state: row.state }, after: { state } };
      await this.audit.record(action === 'close' ? { ...trace, action: 'proposal_call.closed' } : { ...trace, action: 'proposal_call.reopened' });
    });
    return this.get(actor, id);
  }

  async answers(actor: PersonActor, id: string): Promise<Page<ProposalAnswerRow>> {
    const call = await this.findFor(actor, id);
    const today = this.clock.today();
    const data = (await this.rows.standings(actor, [id])).map((row): ProposalAnswerRow => {
      const known = row.state !== 'draft' || isInside(actor, row);
      return {
        id: row.id, unit: { id: row.unitId, name: row.unitName }, state: row.state, proposals: known ? Number(row.proposals) : 0, undecided: row.state === 'submitted' ? Number(row.undecided) : 0, submittedAt: row.submittedAt && fromDbTime(row.submittedAt), late: Boolean(row.late),
        overdue: isOverdue(row.state, call.state, call.dueOn, today), writes: mayFor(actor, row).write,
      };
    });
    return { data, total: data.length };
  }

  async proposals(actor: PersonActor, id: string, query: z.output<typeof proposalQuery>): Promise<Page<Proposal>> {
    const call = await this.findFor(actor, id);
    const data = (await this.rows.proposalsFor(actor, id, query)).map((row) => proposalView(row, isTold(actor, call.state)));
    return { data, total: data.length };
  }

  /** At any time after it was handed in, and again where the office thinks better of it. Errors: `version.stale`. */
  async decide(actor: PersonActor, id: string, { version, decision, text, reason }: z.output<typeof proposalDecision>): Promise<Proposal> {
    await this.work.run(async () => {
      const row = await this.rows.proposalFor(actor, id, 'drafting:decide');
      const answer = row && (await this.rows.answer(row.answerId));
      if (!row || !answer) throw notFound();
      const changes = { decision, decidedText: decision === 'partly' ? (text ?? null) : null, decidedReason: reason ?? null, decidedBy: actor.accountId, decidedAt: this.clock.now() };
      // The answer too: of a decision and a unit that takes its words back, one comes first.
      if (!(await this.rows.decide({ id, version }, changes)) || !(await this.rows.updateAnswer(answer, answer.version, {}))) throw new Refusal('version.stale');
      await this.audit.record({
        actor: auditActor(actor), action: 'proposal.decided', subjectKind: 'proposal_call', subjectId: row.callId, before: { proposalId: id, decision: row.decision, text: row.decidedText, reason: row.decidedReason }, after: { proposalId: id, decision, text: changes.decidedText, reason: changes.decidedReason },
      });
    });
    const row = await this.rows.proposalFor(actor, id, 'drafting:read');
    if (!row) throw notFound();
    return proposalView(row, true);
  }

  /** As many statements for many calls as for one. */
  private async views(actor: PersonActor, calls: readonly ProposalCallEntity[]): Promise<ProposalCall[]> {
    const [standings, names] = await Promise.all([this.rows.standings(actor, calls.map(({ id }) => id)), this.accounts.namesOf([...new Set(calls.map(({ createdBy }) => createdBy))])]);
    const today = this.clock.today();
    return calls.map((call) => ({
      id: call.id, year: call.year, title: call.title, note: call.note, dueOn: call.dueOn, state: call.state, importId: call.importId, counts: countsOf(standings.filter(({ callId }) => callId === call.id), call, today), createdAt: call.createdAt.toISOString(), createdBy: names.get(call.createdBy) ?? '',
      closedAt: call.closedAt?.toISOString() ?? null, version: call.version,
    }));
  }
}

const countsOf = (rows: readonly ProposalStandingRow[], call: ProposalCallEntity, today: string): ProposalCall['counts'] => {
  const handedIn = rows.filter(({ state }) => state === 'submitted');
  const sum = (of: 'proposals' | 'undecided' | 'adopted'): number => handedIn.reduce((total, row) => total + Number(row[of]), 0);
  return {
    units: rows.length, submitted: handedIn.length, none: rows.filter(({ state }) => state === 'none').length, late: rows.filter(({ late }) => Boolean(late)).length, overdue: rows.filter(({ state }) => isOverdue(state, call.state, call.dueOn, today)).length,
    proposals: sum('proposals'), undecided: sum('undecided'), adopted: sum('adopted'),
  };
};

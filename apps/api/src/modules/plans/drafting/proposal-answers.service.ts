import { Injectable } from '@nestjs/common';
import { lengths, type ProposalAnswer, type proposalAnswerChange, type ProposalInput, type Target } from '@kepu/contracts';
import { isPastDeadline, proposalAnswerLifecycle, type ProposalAnswerAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { AccountsRepository } from '../../identity/index.js';
import { ProgrammeDirectory } from '../../units/index.js';
import { programmeNamed } from '../reading.mapper.js';
import { transition } from '../transition.js';
import type { ProposalAnswerEntity, ProposalCallEntity, ProposalEntity } from './drafting.entity.js';
import { isInside, isOverdue, isTold, mayFor, proposalView } from './drafting.mapper.js';
import { ProposalCallsService } from './proposal-calls.service.js';
import { ProposalsRepository, type PlacedAnswer } from './proposals.repository.js';

interface FoundAnswer extends PlacedAnswer { readonly call: ProposalCallEntity }
type Right = 'drafting:read' | 'drafting:write' | 'drafting:submit';

/** What one unit proposes: written, taken over from an earlier plan, handed in. */
@Injectable()
export class ProposalAnswersService {
  constructor(
    private readonly rows: ProposalsRepository, private readonly calls: ProposalCallsService, private readonly programmes: ProgrammeDirectory, private readonly accounts: AccountsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async get(actor: PersonActor, id: string): Promise<ProposalAnswer> {
    const { row, unitName, path, divisionId, call } = await this.find(actor, id, 'drafting:read');
    const place = { path, divisionId };
    // What is not handed in is the unit's own.
    const shown = row.state === 'draft' && !isInside(actor, place) ? [] : await this.rows.proposalsOf(id);
    const [earlier, names] = await Promise.all([this.rows.earlierItems(row.unitId, call.year), this.accounts.namesOf(row.submittedBy === null ? [] : [row.submittedBy])]);
    return {
      id, call: { id: call.id, year: call.year, title: call.title, note: call.note, dueOn: call.dueOn, state: call.state }, unit: { id: row.unitId, name: unitName }, state: row.state, proposals: shown.map((one) => proposalView(one, isTold(actor, call.state))), submittedAt: row.submittedAt?.toISOString() ?? null,
      submittedBy: row.submittedBy && (names.get(row.submittedBy) ?? ''), late: row.late, overdue: isOverdue(row.state, call.state, call.dueOn, this.clock.today()), earlier: earlier[0] ? { year: earlier[0].year, items: earlier.length } : null, version: row.version, may: mayFor(actor, place),
    };
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`, `reference.not_found` for a programme that is not there. */
  async save(actor: PersonActor, id: string, { version, proposals }: z.output<typeof proposalAnswerChange>): Promise<ProposalAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'drafting:write');
      // First of all: of two who save at once, the second finds another version.
      await this.take(actor, found, 'save', version, {}, { proposals: proposals.length });
      await this.write(id, proposals);
    });
    return this.get(actor, id);
  }

  /** Behind what is written already; what says the same is not taken over again. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async copyEarlier(actor: PersonActor, id: string, version: number): Promise<ProposalAnswer> {
    const { call: { year } } = await this.find(actor, id, 'drafting:write');
    const names = (await this.programmes.namesForReading(year)).filter(({ ofYear }) => ofYear);
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'drafting:write');
      const present = await this.rows.proposalsOf(id);
      const known = new Set(present.map(({ text }) => text));
      const copied = (await this.rows.earlierItems(found.row.unitId, year)).filter(({ text }) => !known.has(text) && known.add(text)).map((item): ProposalInput => ({
        // The set of programmes may be another one by now.
        programmeId: programmeNamed(item.programmePrinted, names)?.id ?? item.programmeId, text: item.text, dueText: item.dueText, measure: [...(JSON.parse(item.targets) as Target[]).map(({ raw }) => raw).join('；')].slice(0, lengths.note).join('') || null, note: null, copied: true,
      }));
      await this.take(actor, found, 'save', version, {}, { copied: copied.length });
      await this.write(id, [...present.map(({ programmeId, text, dueText, measure, note, copied: before }) => ({ programmeId, text, dueText, measure, note, copied: Boolean(before) })), ...copied]);
    });
    return this.get(actor, id);
  }

  /** Errors: `proposal_answer.empty`, `lifecycle.not_allowed`, `version.stale`. */
  submit(actor: PersonActor, id: string, version: number): Promise<ProposalAnswer> { return this.handIn(actor, id, version, 'submit'); }
  /** Nothing to propose. Errors: `proposal_answer.not_empty`, `lifecycle.not_allowed`, `version.stale`. */
  decline(actor: PersonActor, id: string, version: number): Promise<ProposalAnswer> { return this.handIn(actor, id, version, 'decline'); }

  /** Errors: `drafting.decided`, `lifecycle.not_allowed`, `version.stale`. */
  async recall(actor: PersonActor, id: string, version: number): Promise<ProposalAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'drafting:submit');
      if (found.row.state === 'submitted' && (await this.rows.proposalsOf(id)).some(({ decision }) => decision !== null)) throw new Refusal('drafting.decided');
      await this.take(actor, found, 'recall', version, { submittedAt: null, submittedBy: null, late: false });
    });
    return this.get(actor, id);
  }

  private async handIn(actor: PersonActor, id: string, version: number, action: 'submit' | 'decline'): Promise<ProposalAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'drafting:submit');
      const written = (await this.rows.proposalsOf(id)).length;
      if (found.row.state === 'draft' && found.call.state === 'open' && (action === 'submit') === (written === 0)) throw new Refusal(action === 'submit' ? 'proposal_answer.empty' : 'proposal_answer.not_empty');
      await this.take(actor, found, action, version, { submittedAt: this.clock.now(), submittedBy: actor.accountId, late: isPastDeadline(this.clock.today(), found.call.dueOn) }, { proposals: written });
    });
    return this.get(actor, id);
  }

  /** Inside a unit of work. Errors: `reference.not_found`. */
  private async write(answerId: string, proposals: readonly ProposalInput[]): Promise<void> {
    const known = await this.programmes.programmesByIds(proposals.map(({ programmeId }) => programmeId));
    if (proposals.some(({ programmeId }) => !known.has(programmeId))) throw badReference('documents.programme');
    await this.rows.write(answerId, proposals.map((one, index): ProposalEntity => ({ id: newId(), answerId, seq: index + 1, ...one, decision: null, decidedText: null, decidedReason: null, decidedBy: null, decidedAt: null, version: 1 })));
  }

  /** An answer within reach of a right to it. Errors: `resource.not_found`. */
  private async find(actor: PersonActor, id: string, permission: Right): Promise<FoundAnswer> {
    const found = await this.rows.answerFor(actor, id, permission);
    if (!found) throw notFound();
    return { ...found, call: await this.calls.findFor(actor, found.row.callId) };
  }

  /** Inside a unit. Errors: `lifecycle.not_allowed`, `version.stale`. */
  private async take(actor: PersonActor, { row, call }: FoundAnswer, action: ProposalAnswerAction, version: number, changes: Partial<ProposalAnswerEntity>, said: object = {}): Promise<void> {
    if (call.state !== 'open') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.proposalCallStates.${call.state}` } });
    const state = transition(proposalAnswerLifecycle, row.state, action, 'proposalAnswerStates') ?? row.state;
    if (!(await this.rows.updateAnswer(row, version, { ...changes, state }))) throw new Refusal('version.stale');
    await this.audit.record({ actor: auditActor(actor), action: `proposal_answer.${'copied' in said ? 'copied' : pasts[action]}`, subjectKind: 'proposal_answer', subjectId: row.id, before: { state: row.state }, after: { state, call: call.title, ...said } });
  }
}

const pasts: Readonly<Record<ProposalAnswerAction, string>> = { save: 'saved', submit: 'submitted', decline: 'declined', recall: 'recalled' };

import { Injectable } from '@nestjs/common';
import { lengths, type ConsultationAnswer, type consultationAnswerChange, type ConsultationLine } from '@kepu/contracts';
import { consultationAnswerLifecycle, isPastDeadline, type ConsultationAnswerAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { AccountsRepository } from '../../identity/index.js';
import { transition } from '../transition.js';
import { dueOf, UnitReportsRepository, type ReportItemRow } from '../unit-reports.repository.js';
import { ConsultationsRepository, type CommentRow, type PlacedConsultationAnswer } from './consultations.repository.js';
import { ConsultationsService } from './consultations.service.js';
import type { ConsultationAnswerEntity, ConsultationCommentEntity, ConsultationEntity } from './drafting.entity.js';
import { isInside, isOverdue, isTold, mayFor, verdictOf } from './drafting.mapper.js';

interface FoundAnswer extends PlacedConsultationAnswer { readonly consultation: ConsultationEntity }
type Right = 'drafting:read' | 'drafting:write' | 'drafting:submit';
type Said = z.output<typeof consultationAnswerChange>['comments'][number];

const roleNames = ['responsible', 'lead', 'cooperating'] as const;

/** What one unit says of its own items of a draft. This is the only way on which a unit reads of a draft, and it reads its own items there, no others. */
@Injectable()
export class ConsultationAnswersService {
  constructor(
    private readonly rows: ConsultationsRepository, private readonly consultations: ConsultationsService, private readonly items: UnitReportsRepository, private readonly accounts: AccountsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async get(actor: PersonActor, id: string): Promise<ConsultationAnswer> {
    const found = await this.find(actor, id, 'drafting:read');
    const { row, unitName, path, divisionId, consultation } = found;
    const place = { path, divisionId };
    const [items, comments, names] = await Promise.all([this.itemsOf(found), this.rows.commentsOf(id), this.accounts.namesOf(row.submittedBy === null ? [] : [row.submittedBy])]);
    // What is not handed in is the unit's own.
    const shown = row.state === 'draft' && !isInside(actor, place) ? [] : comments;
    const told = isTold(actor, consultation.state);
    const lines = items === null ? shown.map((one) => lineOfComment(one, told)) : items.map((item) => lineOfItem(item, shown.find(({ itemId }) => itemId === item.itemId), told));
    return {
      id, consultation: { id: consultation.id, year: consultation.year, title: consultation.title, note: consultation.note, dueOn: consultation.dueOn, state: consultation.state }, unit: { id: row.unitId, name: unitName }, state: row.state, lines, missing: lines.filter(({ stance }) => stance === null).length,
      submittedAt: row.submittedAt?.toISOString() ?? null, submittedBy: row.submittedBy && (names.get(row.submittedBy) ?? ''), late: row.late, overdue: isOverdue(row.state, consultation.state, consultation.dueOn, this.clock.today()), version: row.version, may: mayFor(actor, place),
    };
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`, `reference.not_found` for an item that is not the unit's. */
  async save(actor: PersonActor, id: string, { version, comments }: z.output<typeof consultationAnswerChange>): Promise<ConsultationAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'drafting:write');
      // First of all: of two who save at once, the second finds another version.
      await this.take(actor, found, 'save', version, {}, { comments: comments.length });
      await this.write(found, comments);
    });
    return this.get(actor, id);
  }

  /** With `restAgree`, the unit agrees to whatever it has said nothing of. Errors: `consultation_answer.incomplete`, `lifecycle.not_allowed`, `version.stale`. */
  async submit(actor: PersonActor, id: string, { version, restAgree }: { version: number; restAgree: boolean }): Promise<ConsultationAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'drafting:submit');
      const said = new Set((await this.rows.commentsOf(id)).map(({ itemId }) => itemId));
      const missing = ((await this.itemsOf(found)) ?? []).filter(({ itemId }) => !said.has(itemId));
      if (missing.length > 0 && !restAgree && found.row.state === 'draft') throw new Refusal('consultation_answer.incomplete', { params: { count: missing.length } });
      await this.take(actor, found, 'submit', version, { submittedAt: this.clock.now(), submittedBy: actor.accountId, late: isPastDeadline(this.clock.today(), found.consultation.dueOn) }, { agreed: missing.length });
      await this.write(found, missing.map(({ itemId }) => ({ itemId, stance: 'agree' as const, text: null })));
    });
    return this.get(actor, id);
  }

  /** Errors: `drafting.decided`, `lifecycle.not_allowed`, `version.stale`. */
  async recall(actor: PersonActor, id: string, version: number): Promise<ConsultationAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'drafting:submit');
      if (found.row.state === 'submitted' && (await this.rows.commentsOf(id)).some(({ decision }) => decision !== null)) throw new Refusal('drafting.decided');
      await this.take(actor, found, 'recall', version, { submittedAt: null, submittedBy: null, late: false });
    });
    return this.get(actor, id);
  }

  /** The unit's items of the draft while it is laid before it; afterwards, what was said of them is all that is shown. */
  private async itemsOf({ row, consultation: { state, planId } }: FoundAnswer): Promise<ReportItemRow[] | null> {
    return state === 'open' && planId !== null ? this.items.itemsInForce(planId, row.unitId) : null;
  }

  /** Inside a unit of work: with the words that the items have now. Errors: `reference.not_found`. */
  private async write(found: FoundAnswer, comments: readonly Said[]): Promise<void> {
    const items = new Map(((await this.itemsOf(found)) ?? []).map((item) => [item.itemId, item]));
    await this.rows.write(found.row.id, comments.map(({ itemId, stance, text }): ConsultationCommentEntity => {
      const item = items.get(itemId);
      if (!item) throw badReference('body.comments');
      return { id: newId(), answerId: found.row.id, itemId, seq: item.seq, programme: item.programme.slice(0, lengths.name), itemText: item.text, stance, text, decision: null, decidedText: null, decidedReason: null, decidedBy: null, decidedAt: null, version: 1 };
    }));
  }

  /** An answer within reach of a right to it. Errors: `resource.not_found`. */
  private async find(actor: PersonActor, id: string, permission: Right): Promise<FoundAnswer> {
    const found = await this.rows.answerFor(actor, id, permission);
    if (!found) throw notFound();
    return { ...found, consultation: await this.consultations.findFor(actor, found.row.consultationId) };
  }

  /** Inside a unit. Errors: `lifecycle.not_allowed`, `version.stale`. */
  private async take(actor: PersonActor, { row, consultation }: FoundAnswer, action: ConsultationAnswerAction, version: number, changes: Partial<ConsultationAnswerEntity>, said: object = {}): Promise<void> {
    if (consultation.state !== 'open') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.consultationStates.${consultation.state}` } });
    const state = transition(consultationAnswerLifecycle, row.state, action, 'consultationAnswerStates') ?? row.state;
    if (!(await this.rows.updateAnswer(row, version, { ...changes, state }))) throw new Refusal('version.stale');
    await this.audit.record({ actor: auditActor(actor), action: `consultation_answer.${pasts[action]}`, subjectKind: 'consultation_answer', subjectId: row.id, before: { state: row.state }, after: { state, title: consultation.title, ...said } });
  }
}

const pasts: Readonly<Record<ConsultationAnswerAction, string>> = { save: 'saved', submit: 'submitted', recall: 'recalled' };

const lineOfItem = (item: ReportItemRow, comment: CommentRow | undefined, told: boolean): ConsultationLine => ({
  itemId: item.itemId, seq: item.seq, number: item.number, programme: item.programme, text: item.text, due: dueOf(item), roles: roleNames.filter((role) => item.roles?.split(',').includes(role)),
  stance: comment?.stance ?? null, comment: comment?.text ?? null, verdict: comment ? verdictOf(comment, told) : null,
});
const lineOfComment = (comment: CommentRow, told: boolean): ConsultationLine =>
  ({ itemId: null, seq: comment.seq, number: null, programme: comment.programme, text: comment.itemText, due: null, roles: [], stance: comment.stance, comment: comment.text, verdict: verdictOf(comment, told) });

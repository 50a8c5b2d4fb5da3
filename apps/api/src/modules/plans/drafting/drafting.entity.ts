import { lengths, type DraftingDecision, type ProposalAnswerState, type Stance } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, longText, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** The office asks units for the work of a year (征集任务建议). */
@Entity('proposal_calls')
@Index(['state', 'dueOn'])
export class ProposalCallEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(integer()) year!: number;
  @Column(text(lengths.title)) title!: string;
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(day()) dueOn!: string;
  @Column(code()) state!: 'open' | 'closed';
  /** The paper that was made of what was adopted, the newest one. */
  @Column(optional(foreignId())) @References('plan_imports') importId!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) closedAt!: Date | null;
  @Column(version()) version!: number;
}

/** What one unit answers to a call. Each unit that is asked has one from the first day: who is asked does not change with the papers that follow. */
@Entity('proposal_answers')
@Index(uniqueName('proposal_answers', ['call_id', 'unit_id']), ['callId', 'unitId'], { unique: true })
@Index(['unitId', 'state'])
export class ProposalAnswerEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('proposal_calls') callId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(code()) state!: ProposalAnswerState;
  @Column(optional(utc())) submittedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') submittedBy!: string | null;
  /** After the last day as it stood then: who was late stays late, wherever the day moves. */
  @Column(flag()) late!: boolean;
  @Column(version()) version!: number;
}

/** One piece of work that a unit proposes. */
@Entity('proposals')
@Index(['answerId', 'seq'])
export class ProposalEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('proposal_answers') answerId!: string;
  @Column(integer()) seq!: number;
  @Column(foreignId()) @References('programmes') programmeId!: string;
  @Column(longText()) text!: string;
  @Column(optional(text(lengths.name))) dueText!: string | null;
  @Column(optional(text(lengths.note))) measure!: string | null;
  @Column(optional(text(lengths.note))) note!: string | null;
  /** Taken over from an earlier plan. */
  @Column(flag()) copied!: boolean;
  @Column(optional(code())) decision!: DraftingDecision | null;
  /** The words that are used, where only a part is. */
  @Column(optional(longText())) decidedText!: string | null;
  @Column(optional(text(lengths.note))) decidedReason!: string | null;
  @Column(optional(foreignId())) @References('accounts') decidedBy!: string | null;
  @Column(optional(utc())) decidedAt!: Date | null;
  @Column(version()) version!: number;
}

/** The draft of a plan is laid before its units (征求意见). It outlives the draft: what was said stays. */
@Entity('consultations')
@Index(['planId'])
@Index(['state', 'dueOn'])
export class ConsultationEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(optional(foreignId())) @References('plans') planId!: string | null;
  @Column(integer()) year!: number;
  @Column(text(lengths.title)) title!: string;
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(day()) openedOn!: string;
  @Column(day()) dueOn!: string;
  @Column(code()) state!: 'open' | 'closed';
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) closedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') closedBy!: string | null;
  @Column(optional(text(lengths.note))) closedReason!: string | null;
  @Column(version()) version!: number;
}

/** What one unit answers to a consultation. */
@Entity('consultation_answers')
@Index(uniqueName('consultation_answers', ['consultation_id', 'unit_id']), ['consultationId', 'unitId'], { unique: true })
@Index(['unitId', 'state'])
export class ConsultationAnswerEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('consultations') consultationId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(code()) state!: 'draft' | 'submitted';
  @Column(optional(utc())) submittedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') submittedBy!: string | null;
  @Column(flag()) late!: boolean;
  @Column(version()) version!: number;
}

/** What a unit says of an item, with the words that the item had then. */
@Entity('consultation_comments')
@Index(uniqueName('consultation_comments', ['answer_id', 'item_id']), ['answerId', 'itemId'], { unique: true })
@Index(['itemId'])
export class ConsultationCommentEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('consultation_answers') answerId!: string;
  /** Null: the draft was undone. */
  @Column(optional(foreignId())) @References('items') itemId!: string | null;
  @Column(integer()) seq!: number;
  @Column(text(lengths.name)) programme!: string;
  @Column(longText()) itemText!: string;
  @Column(code()) stance!: Stance;
  @Column(optional(text(lengths.note))) text!: string | null;
  @Column(optional(code())) decision!: DraftingDecision | null;
  /** What was put into the draft. */
  @Column(optional(longText())) decidedText!: string | null;
  @Column(optional(text(lengths.note))) decidedReason!: string | null;
  @Column(optional(foreignId())) @References('accounts') decidedBy!: string | null;
  @Column(optional(utc())) decidedAt!: Date | null;
  @Column(version()) version!: number;
}

/** The leader's sign-off of a draft (审签). The scanned sheet is a file that it links. */
@Entity('plan_approvals')
@Index(uniqueName('plan_approvals', ['plan_id']), ['planId'], { unique: true })
export class PlanApprovalEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(text(lengths.personName)) approver!: string;
  @Column(day()) signedOn!: string;
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(utc()) recordedAt!: Date;
  @Column(foreignId()) @References('accounts') recordedBy!: string;
  @Column(version()) version!: number;
}

/** The tables of this folder. */
export const draftingEntities = [ProposalCallEntity, ProposalAnswerEntity, ProposalEntity, ConsultationEntity, ConsultationAnswerEntity, ConsultationCommentEntity, PlanApprovalEntity] as const;

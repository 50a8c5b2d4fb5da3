import { lengths, type CloseOutPoint, type CloseOutPointName, type CloseOutState } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, foreignId, id, json, optional, References, text, utc, version } from '../../../platform/database/columns.js';

/** A request to close an assignment out (申请办结、销号). Each is kept as it ended; another one is another row. */
@Entity('close_outs')
@Index(['assignmentId'])
@Index(['planId', 'state'])
export class CloseOutEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('assignments') assignmentId!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(code()) state!: CloseOutState;
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(json<{ point: CloseOutPointName; text: string }[]>()) explanations!: { point: CloseOutPointName; text: string }[];
  /** As it was when it was asked, and when it was accepted. */
  @Column(json<CloseOutPoint[]>()) checklistAsked!: CloseOutPoint[];
  @Column(optional(json<CloseOutPoint[]>())) checklistAccepted!: CloseOutPoint[] | null;
  /** Assignments that were closed out with it, by its acceptance: what opens it opens them. */
  @Column(optional(json<string[]>())) partnerIds!: string[] | null;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  /** Null as long as it has not left its unit. */
  @Column(optional(utc())) askedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') askedBy!: string | null;
  @Column(optional(utc())) decidedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') decidedBy!: string | null;
  @Column(optional(text(lengths.note))) decisionNote!: string | null;
  @Column(optional(utc())) reopenedAt!: Date | null;
  /** Null: by a merger of units. */
  @Column(optional(foreignId())) @References('accounts') reopenedBy!: string | null;
  @Column(optional(text(lengths.note))) reopenedReason!: string | null;
  @Column(version()) version!: number;
}

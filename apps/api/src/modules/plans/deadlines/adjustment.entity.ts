import { lengths, type AdjustmentKind, type AdjustmentState } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, foreignId, id, optional, References, text, utc, version } from '../../../platform/database/columns.js';

/** A change to an assignment beside the words of the paper (延期、调整、口头指示). Each request is kept as it ended; another one is another row. */
@Entity('adjustments')
@Index(['assignmentId'])
@Index(['planId', 'state'])
@Index(['instructionId'])
@Index(['kind', 'writtenAt'])
export class AdjustmentEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('assignments') assignmentId!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(code()) kind!: AdjustmentKind;
  @Column(code()) state!: AdjustmentState;
  /** In force when it was asked for: who asks after it asks late, whatever is granted. */
  @Column(day()) dayBefore!: string;
  @Column(optional(day())) askedDay!: string | null;
  @Column(optional(day())) grantedDay!: string | null;
  @Column(optional(text(lengths.note))) content!: string | null;
  @Column(text(lengths.note)) reason!: string;
  /** One and the same for all assignments that something was said about. */
  @Column(optional(foreignId())) instructionId!: string | null;
  @Column(optional(text(lengths.personName))) saidBy!: string | null;
  @Column(optional(day())) saidOn!: string | null;
  @Column(optional(text(lengths.note))) writtenNote!: string | null;
  @Column(optional(utc())) writtenAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') writtenBy!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  /** Null as long as it has not left its unit. */
  @Column(optional(utc())) askedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') askedBy!: string | null;
  @Column(optional(utc())) decidedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') decidedBy!: string | null;
  @Column(optional(text(lengths.note))) decisionNote!: string | null;
  @Column(version()) version!: number;
}

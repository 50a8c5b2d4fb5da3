import { lengths, type ComplaintKind, type ComplaintLevel, type ComplaintOutcome, type ComplaintState } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, digest, encrypted, foreignId, id, longText, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** 投诉. Whoever made it holds a link; no account stands here, so that nobody has to fear for having complained. */
@Entity('complaints')
@Index(uniqueName('complaints', ['token_hash']), ['tokenHash'], { unique: true })
@Index(uniqueName('complaints', ['number']), ['number'], { unique: true })
@Index(['state', 'dueOn'])
@Index(['countyId', 'state'])
@Index(['submittedAt'])
export class ComplaintEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(20)) number!: string;
  @Column(digest()) tokenHash!: string;
  @Column(code()) state!: ComplaintState;
  @Column(code()) kind!: ComplaintKind;
  @Column(longText()) text!: string;
  @Column(optional(text(lengths.place))) about!: string | null;
  /** What stands at `about`, as it was called when the complaint was made. */
  @Column(optional(text(lengths.title))) subject!: string | null;
  @Column(code()) level!: ComplaintLevel;
  @Column(optional(foreignId())) @References('divisions') countyId!: string | null;
  @Column(optional(foreignId())) @References('units') unitId!: string | null;
  @Column(optional(text(lengths.personName))) name!: string | null;
  @Column(optional(code())) contactKind!: 'phone' | 'email' | null;
  @Column(optional(encrypted(lengths.email))) contactSealed!: string | null;
  @Column(utc()) submittedAt!: Date;
  @Column(day()) dueOn!: string;
  @Column(optional(longText())) answerText!: string | null;
  @Column(optional(code())) answerOutcome!: ComplaintOutcome | null;
  @Column(optional(utc())) answeredAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') answeredBy!: string | null;
  @Column(optional(text(lengths.note))) disputeReason!: string | null;
  @Column(optional(utc())) disputedAt!: Date | null;
  @Column(optional(longText())) reviewText!: string | null;
  @Column(optional(code())) reviewOutcome!: ComplaintOutcome | null;
  @Column(optional(utc())) reviewedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') reviewedBy!: string | null;
  @Column(version()) version!: number;
}

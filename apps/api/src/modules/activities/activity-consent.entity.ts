import { lengths } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, flag, foreignId, id, integer, longText, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A guardian's word on one activity, with the text that was read and its hash. `openKey` lets a child and an activity have one that stands at a time. */
@Entity('activity_consents')
@Index(uniqueName('activity_consents', ['open_key']), ['openKey'], { unique: true })
@Index(['minorId', 'activityId'])
@Index(['activityId'])
@Index(['guardianId'])
@Index(['scanId'])
@Index(['askedAt'])
export class ActivityConsentEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('volunteers') minorId!: string;
  @Column(foreignId()) @References('activities') activityId!: string;
  /** What the child asked for. */
  @Column(optional(foreignId())) @References('positions') positionId!: string | null;
  @Column(optional(foreignId())) @References('accounts') guardianId!: string | null;
  @Column(optional(text(80))) openKey!: string | null;
  @Column(flag()) waitIfFull!: boolean;
  @Column(optional(text(lengths.remark))) note!: string | null;
  @Column(digest()) riskHash!: string;
  @Column(longText()) riskText!: string;
  @Column(optional(flag())) accompanies!: boolean | null;
  /** On paper: the scan of the signed slip with its page, and the teacher who goes along in the guardian's place. */
  @Column(optional(foreignId())) scanId!: string | null;
  @Column(optional(integer())) scanPage!: number | null;
  @Column(optional(foreignId())) @References('accounts') escortId!: string | null;
  @Column(code()) method!: 'online' | 'slip';
  @Column(foreignId()) @References('accounts') askedBy!: string;
  @Column(utc()) askedAt!: Date;
  @Column(optional(utc())) givenAt!: Date | null;
  @Column(optional(utc())) refusedAt!: Date | null;
  @Column(optional(utc())) withdrawnAt!: Date | null;
  @Column(version()) version!: number;
}

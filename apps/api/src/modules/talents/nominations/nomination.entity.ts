import { lengths, type CollectionField, type CollectionRow, type Nomination } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, flag, foreignId, id, integer, json, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** Somebody who is to be taken into a pool. */
@Entity('nominations')
@Index(uniqueName('nominations', ['live_key']), ['liveKey'], { unique: true })
@Index(['poolId', 'state'])
@Index(['accountId'])
@Index(['unitId', 'state'])
export class NominationEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('pools') poolId!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(optional(foreignId())) @References('units') unitId!: string | null;
  /** The county that has a say. */
  @Column(optional(foreignId())) @References('divisions') countyId!: string | null;
  /** The person applies. */
  @Column(flag()) own!: boolean;
  /** Pool and person while it is open: of two who recommend somebody at the same moment, one does. */
  @Column(optional(text(80))) liveKey!: string | null;
  @Column(code()) state!: Nomination['state'];
  @Column(code()) consent!: Nomination['consent'];
  @Column(optional(text(lengths.note))) consentNote!: string | null;
  @Column(optional(utc())) consentedAt!: Date | null;
  @Column(optional(text(lengths.note))) words!: string | null;
  /** The questions as they were when it was answered. */
  @Column(json<CollectionField[]>()) questions!: CollectionField[];
  @Column(integer()) questionsVersion!: number;
  @Column(json<CollectionRow>()) answers!: CollectionRow;
  @Column(optional(text(lengths.note))) reason!: string | null;
  @Column(optional(utc())) submittedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') submittedBy!: string | null;
  @Column(optional(utc())) reviewedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') reviewedBy!: string | null;
  @Column(optional(utc())) decidedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') decidedBy!: string | null;
  @Column(optional(foreignId())) @References('pool_terms') termId!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(version()) version!: number;
}

import { batchLimits, type ActivityKind, type BatchCause, type BatchFailure, type BatchFill, type BatchLock, type BatchOutcome, type BatchState, type BatchStep, type Reason } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, digest, flag, foreignId, id, integer, json, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** A batch (批量安排): what was ordered, how far it is, and by what it was reckoned. */
@Entity('batches')
@Index(['createdAt'])
@Index(['state', 'finishedAt'])
@Index(['createdBy', 'state'])
@Index(uniqueName('batches', ['number']), ['number'], { unique: true })
export class BatchEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(20)) number!: string;
  @Column(text(batchLimits.title)) title!: string;
  @Column(day()) fromDay!: string;
  @Column(day()) toDay!: string;
  /** The county whose activities are looked at; null for all in reach. */
  @Column(optional(foreignId())) @References('divisions') countyId!: string | null;
  /** The division under whose reach it was ordered: whose activities and people it may hold; null for the whole city. */
  @Column(optional(foreignId())) @References('divisions') reachId!: string | null;
  @Column(json<ActivityKind[]>()) kinds!: ActivityKind[];
  @Column(integer()) services!: number;
  @Column(code()) fill!: BatchFill;
  @Column(code()) state!: BatchState;
  @Column(integer()) done!: number;
  @Column(integer()) total!: number;
  @Column(optional(code())) step!: BatchStep | null;
  @Column(integer()) runs!: number;
  @Column(optional(integer())) weightsNumber!: number | null;
  /** How many people were looked at, and how many settled places could not stay. */
  @Column(integer()) people!: number;
  @Column(integer()) lost!: number;
  /** What the last run was reckoned of, to be reckoned once more, and the digest of what came of it. */
  @Column(optional(foreignId())) @References('stored_files') inputId!: string | null;
  @Column(optional(digest())) resultDigest!: string | null;
  @Column(integer()) asked!: number;
  @Column(integer()) skipped!: number;
  @Column(optional(code())) failure!: BatchFailure | null;
  @Column(foreignId()) jobId!: string;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) finishedAt!: Date | null;
  @Column(optional(utc())) sentAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') sentBy!: string | null;
  @Column(version()) version!: number;
}

/** A position of a batch, and why places of it stayed open when it was reckoned. */
@Entity('batch_positions')
@Index(uniqueName('batch_positions', ['batch_id', 'position_id']), ['batchId', 'positionId'], { unique: true })
export class BatchPositionEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('batches', 'CASCADE') batchId!: string;
  @Column(foreignId()) @References('positions', 'CASCADE') positionId!: string;
  @Column(integer()) places!: number;
  @Column(integer()) minimum!: number;
  /** What a place of it cost in the run, in thousandths: the next run begins there. */
  @Column(integer()) price!: number;
  @Column(optional(code())) cause!: BatchCause | null;
  @Column(integer()) candidates!: number;
  @Column(integer()) lockedOut!: number;
  @Column(integer()) elsewhere!: number;
  @Column(integer()) limits!: number;
}

/** Somebody in a position, or kept out of it. */
@Entity('batch_places')
@Index(uniqueName('batch_places', ['batch_id', 'position_id', 'volunteer_id']), ['batchId', 'positionId', 'volunteerId'], { unique: true })
@Index(['volunteerId'])
export class BatchPlaceEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('batches', 'CASCADE') batchId!: string;
  @Column(foreignId()) @References('positions', 'CASCADE') positionId!: string;
  @Column(foreignId()) @References('volunteers') volunteerId!: string;
  /** Of those who are kept out, false. */
  @Column(flag()) placed!: boolean;
  @Column(code()) lockState!: BatchLock;
  @Column(flag()) byStaff!: boolean;
  @Column(json<Reason[]>()) reasons!: Reason[];
  @Column(optional(json<Reason>())) against!: Reason | null;
  @Column(optional(code())) outcome!: BatchOutcome | null;
}

/** Tables of batches. */
export const batchEntities = [BatchEntity, BatchPositionEntity, BatchPlaceEntity] as const;

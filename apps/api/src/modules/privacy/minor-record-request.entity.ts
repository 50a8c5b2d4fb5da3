import { lengths } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { flag, foreignId, id, integer, optional, References, text, utc, version } from '../../platform/database/columns.js';

/** Somebody of the staff asked to open a minor's record. `approved` is null until somebody else has answered; `until` is when an approval runs out. */
@Entity('minor_record_requests')
@Index(['minorId', 'askedBy'])
@Index(['askedBy'])
@Index(['askedAt'])
export class MinorRecordRequestEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('volunteers') minorId!: string;
  @Column(text(lengths.note)) reason!: string;
  @Column(foreignId()) @References('accounts') askedBy!: string;
  @Column(utc()) askedAt!: Date;
  @Column(optional(flag())) approved!: boolean | null;
  @Column(optional(foreignId())) @References('accounts') decidedBy!: string | null;
  @Column(optional(utc())) decidedAt!: Date | null;
  @Column(optional(utc())) until!: Date | null;
  @Column(integer()) opened!: number;
  @Column(version()) version!: number;
}

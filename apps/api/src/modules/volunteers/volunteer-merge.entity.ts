import { lengths, type Holdings } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { foreignId, json, References, text, utc } from '../../platform/database/columns.js';

/** A registration that was merged into another one of the same person: once, for good. `intoId` is the one that stands today, also after that was merged on. */
@Entity('volunteer_merges')
@Index(['intoId'])
export class VolunteerMergeEntity {
  @PrimaryColumn(foreignId()) @References('volunteers') fromId!: string;
  @Column(foreignId()) @References('volunteers') intoId!: string;
  @Column(text(lengths.note)) reason!: string;
  @Column(json<Holdings>()) moved!: Holdings;
  @Column(json<Holdings>()) joined!: Holdings;
  @Column(foreignId()) @References('accounts') mergedBy!: string;
  @Column(utc()) mergedAt!: Date;
}

import { lengths } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { day, foreignId, id, integer, optional, References, text, utc } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A pool of people (人才队伍). `seedKey` is its name in the seeds. */
@Entity('pools')
@Index(uniqueName('pools', ['seed_key']), ['seedKey'], { unique: true })
export class PoolEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(lengths.key)) seedKey!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(integer()) sortNo!: number;
}

/** A person in a pool, from a day on (聘期). `unitId` is the body that the person belongs to, for whom the term counts. */
@Entity('pool_terms')
@Index(['poolId', 'unitId'])
@Index(['accountId', 'poolId'])
export class PoolTermEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('pools') poolId!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(optional(foreignId())) @References('units') unitId!: string | null;
  @Column(day()) fromDay!: string;
  @Column(optional(day())) toDay!: string | null;
  /** The first day on which it no longer holds. */
  @Column(optional(day())) endedOn!: string | null;
  @Column(optional(text(lengths.note))) endedReason!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(optional(foreignId())) @References('accounts') createdBy!: string | null;
}

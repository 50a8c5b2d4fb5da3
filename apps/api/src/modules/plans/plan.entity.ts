import { lengths } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** One year's paper of one office. */
@Entity('plans')
@Index(uniqueName('plans', ['division_id', 'year', 'edition']), ['divisionId', 'year', 'edition'], { unique: true })
export class PlanEntity {
  @PrimaryColumn(id()) id!: string;
  /** The division whose office issues it. */
  @Column(foreignId()) @References('divisions') divisionId!: string;
  /** The division whose office keeps it: its own, or one above that acts for it. */
  @Column(foreignId()) @References('divisions') officeId!: string;
  @Column(integer()) year!: number;
  /** 1 for the paper as first issued; a revision in the year gets the next number. */
  @Column(integer()) edition!: number;
  @Column(optional(text(lengths.docNumber))) docNumber!: string | null;
  @Column(optional(text(lengths.fullName))) issuer!: string | null;
  @Column(text(lengths.title)) title!: string;
  @Column(optional(day())) issuedOn!: string | null;
  @Column(code()) state!: 'draft' | 'issued' | 'closed';
  @Column(integer()) unitCount!: number;
  @Column(integer()) programmeCount!: number;
  @Column(integer()) cellCount!: number;
  @Column(integer()) itemCount!: number;
  @Column(integer()) targetCount!: number;
  @Column(optional(day())) signBy!: string | null;
  /** The deadline falls into a year whose holidays are not announced. */
  @Column(flag()) signByUncertain!: boolean;
  @Column(optional(foreignId())) @References('plan_imports') importId!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(optional(utc())) issuedAt!: Date | null;
  @Column(optional(utc())) closedAt!: Date | null;
  @Column(version()) version!: number;
}

import { lengths, type Measure, type MeasureSource } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, json, optional, References, text, utc, version } from '../../platform/database/columns.js';

/** What counts as done for an item (指标). What has been counted for it stands in `evidence`. */
@Entity('measures')
@Index(['itemId'])
@Index(['planId'])
export class MeasureEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('items') itemId!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(code()) kind!: Measure['kind'];
  @Column(text(lengths.name)) name!: string;
  @Column(optional(text(lengths.name))) raw!: string | null;
  @Column(code()) origin!: Measure['origin'];
  @Column(json()) sources!: MeasureSource[];
  @Column(optional(foreignId())) @References('pools') poolId!: string | null;
  /** What the items below count for the same metric and unit of measure counts for it too. */
  @Column(flag()) fromBelow!: boolean;
  @Column(optional(integer())) minValue!: number | null;
  @Column(optional(integer())) maxValue!: number | null;
  @Column(flag()) approx!: boolean;
  @Column(text(lengths.unitOfMeasure)) unitOfMeasure!: string;
  @Column(optional(day())) dueOn!: string | null;
  @Column(optional(text(lengths.note))) demands!: string | null;
  @Column(optional(flag())) judgedMet!: boolean | null;
  @Column(optional(text(lengths.note))) judgedNote!: string | null;
  @Column(optional(foreignId())) @References('accounts') judgedBy!: string | null;
  @Column(optional(utc())) judgedAt!: Date | null;
  @Column(utc()) createdAt!: Date;
  @Column(optional(foreignId())) @References('accounts') createdBy!: string | null;
  @Column(version()) version!: number;
}

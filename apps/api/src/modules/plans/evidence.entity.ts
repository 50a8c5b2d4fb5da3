import { lengths, type EvidenceMetric } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, optional, References, text, utc } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** One line of what the numbers of an item are made of. Append-only: a mistake is taken back by a line with the opposite quantity. */
@Entity('evidence')
@Index(uniqueName('evidence', ['once_key']), ['onceKey'], { unique: true })
@Index(['itemId', 'metric'])
@Index(['sourceKind', 'sourceId'])
@Index(['reversesId'])
export class EvidenceEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('items') itemId!: string;
  /** The one measure that it counts for; none where every measure of the item with that metric takes it. */
  @Column(optional(foreignId())) @References('measures') measureId!: string | null;
  @Column(code()) metric!: EvidenceMetric;
  @Column(integer()) quantity!: number;
  @Column(flag()) manual!: boolean;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(day()) occurredOn!: string;
  @Column(code()) sourceKind!: 'activity' | 'service_record' | 'work_entry';
  @Column(foreignId()) sourceId!: string;
  /** The activity behind it, where there is one. */
  @Column(optional(foreignId())) activityId!: string | null;
  @Column(text(lengths.title)) title!: string;
  /** The same source counts once for the same item and metric. */
  @Column(text(200)) onceKey!: string;
  @Column(optional(foreignId())) reversesId!: string | null;
  @Column(optional(text(lengths.note))) reason!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(optional(foreignId())) @References('accounts') createdBy!: string | null;
}

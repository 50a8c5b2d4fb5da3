import { lengths, type Item, type Target } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, foreignId, id, integer, json, longText, optional, References, text, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** One atomic piece of work, its text verbatim, with where it stood. */
@Entity('items')
@Index(uniqueName('items', ['plan_id', 'seq']), ['planId', 'seq'], { unique: true })
@Index(['planId', 'programmeId', 'seq'])
export class ItemEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  /** Order in the paper, from 1. */
  @Column(integer()) seq!: number;
  @Column(optional(text(lengths.number))) number!: string | null;
  @Column(foreignId()) @References('programmes') programmeId!: string;
  @Column(text(lengths.name)) programmePrinted!: string;
  /** All units as printed, for readers who see the item but not the other units' assignments. */
  @Column(json<{ role: 'responsible' | 'lead' | 'cooperating'; printed: string }[]>()) unitsPrinted!: { role: 'responsible' | 'lead' | 'cooperating'; printed: string }[];
  @Column(longText()) text!: string;
  @Column(longText()) raw!: string;
  @Column(code()) sourceKind!: 'line' | 'row' | 'cell';
  @Column(text(80)) sourceValue!: string;
  @Column(optional(text(lengths.name))) dueText!: string | null;
  @Column(optional(day())) dueOn!: string | null;
  @Column(json<Target[]>()) targets!: Target[];
  @Column(integer()) targetCount!: number;
  /** After the newest edition. What is withdrawn stays, with all that was done for it. */
  @Column(code()) standing!: Item['standing'];
  /** The edition that changed it last. */
  @Column(optional(integer())) revisedIn!: number | null;
  /** Text, units and programme, with pinyin and initials. */
  @Column(longText()) searchKey!: string;
  @Column(version()) version!: number;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, foreignId, id, optional, References, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** An item and one of those in the plan above that it serves. */
@Entity('item_parents')
@Index(uniqueName('item_parents', ['item_id', 'parent_id']), ['itemId', 'parentId'], { unique: true })
@Index(['parentId'])
export class ItemParentEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('items') itemId!: string;
  @Column(foreignId()) @References('items') parentId!: string;
}

/** An item that was handed down to a division, whether or not the paper has a row for it. */
@Entity('handed_items')
@Index(uniqueName('handed_items', ['item_id', 'division_id']), ['itemId', 'divisionId'], { unique: true })
@Index(['divisionId', 'state'])
@Index(['planId'])
export class HandedItemEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('items') itemId!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(foreignId()) @References('divisions') divisionId!: string;
  @Column(code()) state!: 'pending' | 'signed' | 'withdrawn';
  @Column(utc()) handedAt!: Date;
  @Column(foreignId()) @References('accounts') handedBy!: string;
  @Column(optional(utc())) signedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') signedBy!: string | null;
  @Column(version()) version!: number;
}

/** Entities of what stands between a plan and those below it. */
export const levelEntities = [ItemParentEntity, HandedItemEntity] as const;

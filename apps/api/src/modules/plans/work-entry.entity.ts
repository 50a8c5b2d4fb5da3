import { lengths, type WorkEntry, type WorkEntryDetails, type WorkEntryKind } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, foreignId, id, integer, json, longText, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A piece of proven work that is no volunteer activity (工作台账). */
@Entity('work_entries')
@Index(['unitId', 'state'])
@Index(['state', 'submittedAt'])
@Index(['fromDay'])
export class WorkEntryEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(code()) kind!: WorkEntryKind;
  @Column(text(lengths.title)) title!: string;
  @Column(longText()) searchKey!: string;
  @Column(integer()) quantity!: number;
  @Column(text(lengths.unitOfMeasure)) unitOfMeasure!: string;
  @Column(day()) fromDay!: string;
  @Column(day()) toDay!: string;
  @Column(optional(foreignId())) @References('divisions') divisionId!: string | null;
  @Column(optional(text(lengths.place))) place!: string | null;
  @Column(optional(longText())) text!: string | null;
  @Column(json()) details!: WorkEntryDetails;
  @Column(code()) state!: WorkEntry['state'];
  @Column(optional(text(lengths.note))) returnedReason!: string | null;
  @Column(optional(foreignId())) @References('accounts') returnedBy!: string | null;
  @Column(optional(utc())) returnedAt!: Date | null;
  @Column(optional(utc())) submittedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') submittedBy!: string | null;
  @Column(optional(utc())) checkedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') checkedBy!: string | null;
  @Column(optional(text(lengths.note))) revokedReason!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(version()) version!: number;
}

/** An item that a piece of work serves, and the one measure that it proves, where it proves just one. */
@Entity('work_entry_items')
@Index(uniqueName('work_entry_items', ['entry_id', 'item_id']), ['entryId', 'itemId'], { unique: true })
@Index(['itemId'])
export class WorkEntryItemEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('work_entries') entryId!: string;
  @Column(foreignId()) @References('items') itemId!: string;
  @Column(optional(foreignId())) @References('measures') measureId!: string | null;
}

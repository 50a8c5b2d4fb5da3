import { lengths, type Activity, type ActivityKind } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, flag, foreignId, id, integer, longText, optional, References, searchKey, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** What a unit offers. `firstAt` and `lastAt` follow its shifts that are not cancelled, so that a list needs no join to filter and sort. */
@Entity('activities')
@Index(['state', 'lastAt'])
@Index(['unitId', 'state'])
@Index(['countyId', 'lastAt'])
export class ActivityEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(text(lengths.title)) title!: string;
  @Column(searchKey()) titleKey!: string;
  @Column(longText()) searchKey!: string;
  @Column(code()) kind!: ActivityKind;
  @Column(code()) state!: Activity['state'];
  @Column(longText()) summary!: string;
  @Column(foreignId()) @References('divisions') countyId!: string;
  @Column(optional(foreignId())) @References('divisions') townshipId!: string | null;
  @Column(text(lengths.place)) place!: string;
  @Column(code()) flow!: Activity['flow'];
  @Column(text(lengths.note)) riskStatement!: string;
  @Column(code()) insurance!: Activity['risk']['insurance'];
  /** Minors may serve. Never where it is dangerous. */
  @Column(flag()) minors!: boolean;
  /** Children under 8 may come along with their families. Only where minors may serve. */
  @Column(flag()) companions!: boolean;
  @Column(flag()) dangerous!: boolean;
  /** What whoever finishes it holds, and for how many months. */
  @Column(optional(foreignId())) grantsKindId!: string | null;
  @Column(optional(integer())) grantsMonths!: number | null;
  @Column(optional(utc())) firstAt!: Date | null;
  @Column(optional(utc())) lastAt!: Date | null;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) submittedAt!: Date | null;
  @Column(optional(utc())) approvedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') approvedBy!: string | null;
  @Column(optional(text(lengths.note))) returnedReason!: string | null;
  @Column(optional(foreignId())) @References('accounts') returnedBy!: string | null;
  @Column(optional(utc())) returnedAt!: Date | null;
  @Column(optional(text(lengths.note))) cancelledReason!: string | null;
  @Column(optional(utc())) cancelledAt!: Date | null;
  @Column(optional(longText())) reportText!: string | null;
  @Column(optional(text(lengths.remark))) withoutPhoto!: string | null;
  @Column(optional(utc())) reportedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') reportedBy!: string | null;
  @Column(optional(utc())) acceptedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') acceptedBy!: string | null;
  /** As accepted. */
  @Column(optional(integer())) turnout!: number | null;
  /** As accepted. */
  @Column(optional(integer())) sessions!: number | null;
  @Column(version()) version!: number;
}

/** A topic or an audience of an activity. */
@Entity('activity_terms')
@Index(uniqueName('activity_terms', ['activity_id', 'term_id']), ['activityId', 'termId'], { unique: true })
@Index(['termId'])
export class ActivityTermEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('activities') activityId!: string;
  @Column(foreignId()) @References('terms') termId!: string;
  @Column(code()) kind!: 'topic' | 'audience';
}

/** An item of the paper that an activity serves. */
@Entity('activity_items')
@Index(uniqueName('activity_items', ['activity_id', 'item_id']), ['activityId', 'itemId'], { unique: true })
@Index(['itemId'])
export class ActivityItemEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('activities') activityId!: string;
  @Column(foreignId()) @References('items') itemId!: string;
}

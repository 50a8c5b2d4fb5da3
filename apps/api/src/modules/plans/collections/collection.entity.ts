import { lengths, type Collection, type CollectionAnswer, type CollectionField, type CollectionRow } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, json, longText, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** Who is asked, as it was chosen: kinds and counties that both fit, and units by name. Kept as it was when the units were asked. */
export interface Audience { readonly unitKinds: Collection['audience']['unitKinds']; readonly divisions: readonly string[]; readonly unitIds: readonly string[] }

/** A small table that units fill in (摸底). */
@Entity('collections')
@Index(['state', 'dueOn'])
export class CollectionEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(lengths.title)) title!: string;
  @Column(optional(longText())) note!: string | null;
  @Column(day()) dueOn!: string;
  @Column(flag()) dueUncertain!: boolean;
  @Column(integer()) mostRows!: number;
  @Column(code()) state!: Collection['state'];
  @Column(json<CollectionField[]>()) fields!: CollectionField[];
  /** Counts the changes of the columns: what was written by older ones is not kept by mistake. */
  @Column(integer()) fieldsVersion!: number;
  @Column(json<Audience>()) audience!: Audience;
  @Column(flag()) prefill!: boolean;
  @Column(optional(foreignId())) @References('collections') copiedFromId!: string | null;
  /** How often units have written: from the first time on no column is removed. */
  @Column(integer()) writes!: number;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) openedAt!: Date | null;
  @Column(optional(utc())) closedAt!: Date | null;
  @Column(optional(text(lengths.note))) endedReason!: string | null;
  @Column(version()) version!: number;
}

/** What one unit answers: a row for each that is asked. */
@Entity('collection_answers')
@Index(uniqueName('collection_answers', ['collection_id', 'unit_id']), ['collectionId', 'unitId'], { unique: true })
@Index(['unitId', 'state'])
export class CollectionAnswerEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('collections') collectionId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(code()) state!: CollectionAnswer['state'];
  @Column(flag()) none!: boolean;
  @Column(json<CollectionRow[]>()) content!: CollectionRow[];
  @Column(integer()) rowCount!: number;
  @Column(flag()) prefilled!: boolean;
  @Column(optional(utc())) firstSubmittedAt!: Date | null;
  /** After the last day as it stood when it was first handed in. */
  @Column(flag()) late!: boolean;
  @Column(optional(utc())) submittedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') submittedBy!: string | null;
  /** The office has decided about it at least once: what is taken back afterwards was handed in all the same. */
  @Column(optional(utc())) checkedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') checkedBy!: string | null;
  @Column(optional(text(lengths.note))) returnedReason!: string | null;
  @Column(optional(utc())) returnedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') returnedBy!: string | null;
  @Column(flag()) returnedInside!: boolean;
  @Column(version()) version!: number;
}

/** Who was told that an answer is missing: once a day. */
@Entity('collection_chases')
@Index(uniqueName('collection_chases', ['collection_id', 'unit_id', 'day']), ['collectionId', 'unitId', 'day'], { unique: true })
export class CollectionChaseEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('collections') collectionId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(day()) day!: string;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
}

/** Tables of collections. */
export const collectionEntities = [CollectionEntity, CollectionAnswerEntity, CollectionChaseEntity];

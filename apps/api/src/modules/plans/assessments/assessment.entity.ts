import { lengths, type Assessment, type AssessmentAppeal, type AssessmentLink, type AssessmentRecord, type AssessmentSheet, type RubricSection } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, json, longText, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** What a unit writes about a criterion. */
export interface SheetEntry { readonly points: number | null; readonly words: string | null; readonly links: readonly Pick<AssessmentLink, 'kind' | 'id'>[]; readonly fileIds: readonly string[] }
/** A criterion as it was counted at one moment. */
export interface CountedEntry { readonly done: number; readonly asked: number; readonly points: number; readonly records: readonly AssessmentRecord[] }
/** Points that the office gives, and who gave them. */
export interface ReviewEntry { readonly points: number; readonly reason: string | null; readonly by: string; readonly at: string }
/** By the keys of criteria. */
export type ByCriterion<T> = Readonly<Record<string, T>>;

/** Whether there are assessments at all: one row. */
@Entity('assessment_switch')
export class AssessmentSwitchEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(flag()) enabled!: boolean;
  @Column(optional(utc())) changedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') changedBy!: string | null;
  @Column(version()) version!: number;
}

/** A rubric for the units of a plan (考核). */
@Entity('assessments')
@Index(uniqueName('assessments', ['live_key']), ['liveKey'], { unique: true })
@Index(['planId', 'state'])
export class AssessmentEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  /** The plan, while it is not taken back: a plan has one assessment, whoever begins at the same moment. */
  @Column(optional(foreignId())) liveKey!: string | null;
  @Column(text(lengths.title)) title!: string;
  @Column(code()) state!: Assessment['state'];
  @Column(json<RubricSection[]>()) rubric!: RubricSection[];
  @Column(integer()) totalTenths!: number;
  @Column(json<Assessment['grades']>()) grades!: Assessment['grades'];
  @Column(day()) dueOn!: string;
  @Column(flag()) dueUncertain!: boolean;
  @Column(integer()) objectionWorkdays!: number;
  @Column(optional(day())) objectionUntil!: string | null;
  @Column(code()) publication!: Assessment['publication'];
  @Column(optional(foreignId())) @References('assessments') copiedFromId!: string | null;
  /** How often its sheets have changed. */
  @Column(integer()) writes!: number;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) openedAt!: Date | null;
  @Column(optional(utc())) announcedAt!: Date | null;
  @Column(optional(utc())) finalAt!: Date | null;
  @Column(optional(text(lengths.note))) endedReason!: string | null;
  @Column(version()) version!: number;
}

/** What one unit says of itself, and what the office makes of it. */
@Entity('assessment_sheets')
@Index(uniqueName('assessment_sheets', ['assessment_id', 'unit_id']), ['assessmentId', 'unitId'], { unique: true })
@Index(['unitId', 'state'])
export class AssessmentSheetEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('assessments') assessmentId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(code()) state!: AssessmentSheet['state'];
  @Column(json<ByCriterion<SheetEntry>>()) entries!: ByCriterion<SheetEntry>;
  /** As it was counted when it was handed in. */
  @Column(json<ByCriterion<CountedEntry>>()) frozen!: ByCriterion<CountedEntry>;
  /** As it was counted when the office had reviewed it: results do not drift afterwards. */
  @Column(json<ByCriterion<CountedEntry>>()) settled!: ByCriterion<CountedEntry>;
  @Column(json<ByCriterion<ReviewEntry>>()) reviews!: ByCriterion<ReviewEntry>;
  @Column(flag()) late!: boolean;
  @Column(optional(utc())) firstSubmittedAt!: Date | null;
  @Column(optional(utc())) submittedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') submittedBy!: string | null;
  @Column(optional(text(lengths.note))) sampleNote!: string | null;
  @Column(optional(utc())) sampledAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') sampledBy!: string | null;
  @Column(optional(utc())) checkedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') checkedBy!: string | null;
  @Column(optional(text(lengths.note))) returnedReason!: string | null;
  @Column(optional(utc())) returnedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') returnedBy!: string | null;
  @Column(flag()) returnedInside!: boolean;
  @Column(version()) version!: number;
}

/** What a unit objects to: once a criterion. */
@Entity('assessment_appeals')
@Index(uniqueName('assessment_appeals', ['sheet_id', 'criterion_key']), ['sheetId', 'criterionKey'], { unique: true })
export class AssessmentAppealEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('assessment_sheets') sheetId!: string;
  @Column(foreignId()) criterionKey!: string;
  @Column(code()) state!: AssessmentAppeal['state'];
  @Column(longText()) words!: string;
  @Column(utc()) madeAt!: Date;
  @Column(foreignId()) @References('accounts') madeBy!: string;
  @Column(integer()) beforeTenths!: number;
  @Column(optional(integer())) answerTenths!: number | null;
  @Column(optional(text(lengths.note))) answerReason!: string | null;
  @Column(optional(utc())) answeredAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') answeredBy!: string | null;
  @Column(version()) version!: number;
}

/** Tables of assessments. */
export const assessmentEntities = [AssessmentSwitchEntity, AssessmentEntity, AssessmentSheetEntity, AssessmentAppealEntity];

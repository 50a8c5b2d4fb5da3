import { lengths, type ReportNumbers, type ReportPeriodKind, type ReportWords } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, json, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A span of the year that units report on (填报期). */
@Entity('report_periods')
@Index(uniqueName('report_periods', ['plan_id', 'kind', 'from_day']), ['planId', 'kind', 'fromDay'], { unique: true })
@Index(['state', 'dueOn'])
export class ReportPeriodEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(code()) kind!: ReportPeriodKind;
  @Column(text(lengths.name)) name!: string;
  @Column(day()) fromDay!: string;
  @Column(day()) toDay!: string;
  @Column(day()) opensOn!: string;
  @Column(day()) dueOn!: string;
  /** The last day falls into a year whose holidays are not announced. */
  @Column(flag()) dueUncertain!: boolean;
  @Column(integer()) returnWorkdays!: number;
  @Column(integer()) remindWorkdays!: number;
  /** The units that are asked; null: all that have work in the plan. */
  @Column(optional(json<string[]>())) unitIds!: string[] | null;
  /** Reports that were begun. Counted up in the unit that begins one, so that no lock and no deletion passes it by. */
  @Column(integer()) begun!: number;
  /** Reports that stand handed in for the first time: while there are any, the span stands and the last day only moves on. */
  @Column(integer()) handedIn!: number;
  @Column(code()) state!: 'open' | 'locked';
  @Column(optional(utc())) lockedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') lockedBy!: string | null;
  @Column(optional(text(lengths.note))) lockedReason!: string | null;
  @Column(utc()) createdAt!: Date;
  /** Null: proposed with the issue of the plan. */
  @Column(optional(foreignId())) @References('accounts') createdBy!: string | null;
  @Column(version()) version!: number;
}

/** What one unit reports of a period (进展填报). A unit that has not begun has none. */
@Entity('unit_reports')
@Index(uniqueName('unit_reports', ['period_id', 'unit_id']), ['periodId', 'unitId'], { unique: true })
@Index(['unitId', 'state'])
@Index(['state', 'submittedAt'])
export class UnitReportEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('report_periods') periodId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(code()) state!: 'draft' | 'checking' | 'submitted' | 'returned' | 'accepted' | 'locked' | 'asking';
  /** What tells whether it was late. A report that its unit takes back has not been handed in. */
  @Column(optional(utc())) firstSubmittedAt!: Date | null;
  /** The last day as it stood then: who was late stays late, wherever the day moves. */
  @Column(optional(day())) firstDueOn!: string | null;
  @Column(optional(utc())) submittedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') submittedBy!: string | null;
  @Column(optional(utc())) checkedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') checkedBy!: string | null;
  @Column(optional(text(lengths.note))) returnedReason!: string | null;
  @Column(optional(foreignId())) @References('accounts') returnedBy!: string | null;
  @Column(optional(utc())) returnedAt!: Date | null;
  /** By the unit's own approver, not by the office. */
  @Column(flag()) returnedInside!: boolean;
  /** The last day to hand in again what the office gave back. It stays until the office has decided again, so that taking back does not wipe it out. */
  @Column(optional(day())) resubmitBy!: string | null;
  @Column(flag()) resubmitUncertain!: boolean;
  /** It was handed in again after that day. */
  @Column(flag()) resubmitLate!: boolean;
  @Column(utc()) createdAt!: Date;
  /** Null: made by the lock, for a unit that never began. */
  @Column(optional(foreignId())) @References('accounts') createdBy!: string | null;
  @Column(version()) version!: number;
}

/** A line as it was handed in; without numbers and words where a lock found nothing handed in. */
export interface ReportedLine { readonly numbers: ReportNumbers | null; readonly words: ReportWords }

/** What a unit says of one item. The unit's part is the assignment; kept by the item, so that it outlives a merger of units. */
@Entity('report_entries')
@Index(uniqueName('report_entries', ['report_id', 'item_id']), ['reportId', 'itemId'], { unique: true })
@Index(['itemId'])
export class ReportEntryEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('unit_reports') reportId!: string;
  @Column(foreignId()) @References('items') itemId!: string;
  @Column(optional(text(lengths.note))) progress!: string | null;
  @Column(optional(text(lengths.note))) problems!: string | null;
  @Column(optional(text(lengths.note))) nextStep!: string | null;
  @Column(flag()) nothingNew!: boolean;
  /** What the record says: the words and numbers as they were handed in, whatever the unit writes since. Null: never handed in. */
  @Column(optional(json<ReportedLine>())) reported!: ReportedLine | null;
}

/** Words of one item in a correction. */
export type SaidWords = ReportWords & { readonly itemId: string; readonly text: string };

/** A correction of a locked report: what was said before, and what is said since. */
@Entity('report_corrections')
@Index(['reportId'])
export class ReportCorrectionEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('unit_reports') reportId!: string;
  @Column(text(lengths.note)) reason!: string;
  @Column(foreignId()) @References('accounts') askedBy!: string;
  @Column(utc()) askedAt!: Date;
  @Column(optional(flag())) allowed!: boolean | null;
  @Column(optional(foreignId())) @References('accounts') decidedBy!: string | null;
  @Column(optional(utc())) decidedAt!: Date | null;
  @Column(optional(text(lengths.note))) refusedReason!: string | null;
  @Column(json<SaidWords[]>()) wordsBefore!: SaidWords[];
  @Column(optional(json<SaidWords[]>())) wordsAfter!: SaidWords[] | null;
  @Column(optional(utc())) correctedAt!: Date | null;
}

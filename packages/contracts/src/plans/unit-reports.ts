import { z } from 'zod';
import { lengths } from '../lengths.js';
import { listQuery } from '../paging.js';
import { day, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { due } from './imports.js';
import { measureKinds, measureSources, measureStates } from './measures.js';
import { assignmentRoles } from './schemas.js';

/** Kinds of report periods: 半年, 全年, 季度, 月, and 实施方案, which is asked for once and of whom the office chooses. */
export const reportPeriodKinds = ['half_year', 'year', 'quarter', 'month', 'scheme'] as const;
/** A kind of report period. */
export type ReportPeriodKind = (typeof reportPeriodKinds)[number];
/** States of a report period. */
export const reportPeriodStates = ['open', 'locked'] as const;
/** States of a unit's report. */
export const unitReportStates = ['draft', 'checking', 'submitted', 'returned', 'accepted', 'locked', 'asking'] as const;
/** The same with the units that have not begun: they have no report yet. */
export const unitReportStatuses = ['not_begun', ...unitReportStates] as const;
/** How a unit stands in a period. */
export type UnitReportStatus = (typeof unitReportStatuses)[number];

const counts = z.object({
  units: z.int(), notBegun: z.int(), draft: z.int(), checking: z.int(), submitted: z.int(), returned: z.int(), accepted: z.int(), locked: z.int(), asking: z.int(),
  late: z.int().describe('handed in after the last day'), overdue: z.int().describe('not handed in, and the last day is over'),
}).describe('units within reach of the reader');
/** A span of the year that units report on. `counts` holds what the reader may see. */
export const reportPeriod = z.object({
  id, plan: z.object({ id, title: z.string(), year: z.int() }), kind: z.enum(reportPeriodKinds), name: z.string(), from: day, to: day, opensOn: day, dueOn: day,
  dueUncertain: z.boolean().describe('the last day falls into a year whose holidays are not announced'), returnWorkdays: z.int(), remindWorkdays: z.int(), chosen: z.array(named).nullable().describe('the units that are asked; null for all that have work in the plan'),
  state: z.enum(reportPeriodStates), begun: z.boolean().describe('its first day has come'), lockedAt: instant.nullable(), lockedBy: z.string().nullable(), lockedReason: z.string().nullable(), counts, version,
}).meta({ id: 'ReportPeriod' });
/** A span of the year that units report on. */
export type ReportPeriod = z.output<typeof reportPeriod>;
/** Filters of the list of periods. */
export const reportPeriodQuery = listQuery(['dueOn', 'from'], { planId: id.optional(), state: z.enum(reportPeriodStates).optional() });

/** A period that the year offers, with its days by the calendar. `exists`: the plan has it already. */
export const reportPeriodProposal = z.object({ kind: z.enum(reportPeriodKinds), name: z.string(), from: day, to: day, opensOn: day, dueOn: day, dueUncertain: z.boolean(), exists: z.boolean() }).meta({ id: 'ReportPeriodProposal' });
/** A period that the year offers. */
export type ReportPeriodProposal = z.output<typeof reportPeriodProposal>;

const workdays = z.int().min(1).max(30);
const days = { from: day, to: day, opensOn: day, dueOn: day };
type Days = Partial<Record<keyof typeof days, string | undefined>>;
const inOrder = (value: Days) => value.from === undefined || value.to === undefined || value.from <= value.to;
const dueLast = (value: Days) => value.opensOn === undefined || value.dueOn === undefined || value.opensOn <= value.dueOn;
/** A new period. `name` follows from its days where it is left out; `unitIds`: those that are asked, for all of them leave it out. */
export const reportPeriodInput = z.strictObject({
  kind: z.enum(reportPeriodKinds), name: line(lengths.name).optional(), ...days, returnWorkdays: workdays.optional(), remindWorkdays: workdays.optional(), unitIds: z.array(id).min(1).max(200).nullable().default(null),
}).refine(inOrder, { path: ['to'], message: 'order' }).refine(dueLast, { path: ['dueOn'], message: 'order' }).meta({ id: 'ReportPeriodInput' });
/** Changes to a period. Its span stands once somebody has handed in, and its last day is then only moved on. */
export const reportPeriodChange = z.strictObject({ version, name: line(lengths.name).optional(), ...z.object(days).partial().shape, returnWorkdays: workdays.optional(), remindWorkdays: workdays.optional() })
  .refine(inOrder, { path: ['to'], message: 'order' }).refine(dueLast, { path: ['dueOn'], message: 'order' }).meta({ id: 'ReportPeriodChange' });
/** Locks a period. `reason` is asked for while a report is not accepted. */
export const reportPeriodLock = z.strictObject({ version, reason: paragraph(lengths.note).optional() }).meta({ id: 'ReportPeriodLock' });

/** A unit in a period. */
export const unitReportRow = z.object({
  unit: named, reportId: id.nullable(), status: z.enum(unitReportStatuses), items: z.int(), written: z.int().describe('items with words, or ticked as nothing new'), nothingNew: z.int(),
  submittedAt: instant.nullable().describe('for the last time'), late: z.boolean(), overdue: z.boolean(), resubmitBy: day.nullable(), correction: z.string().nullable().describe('why a correction is asked for'), writes: z.boolean().describe('the reader may write it'), version: version.nullable(),
}).meta({ id: 'UnitReportRow' });
/** A unit in a period. */
export type UnitReportRow = z.output<typeof unitReportRow>;
/** Which units to show: `open` those that have not handed in. */
export const unitReportQuery = listQuery(['unit', 'status', 'submittedAt'], { status: z.enum(unitReportStatuses).optional(), late: flag.optional(), open: flag.optional() });

/** What a unit says of one item. */
export const reportWords = z.object({ progress: z.string().nullable(), problems: z.string().nullable(), nextStep: z.string().nullable(), nothingNew: z.boolean() }).meta({ id: 'ReportWords' });
/** What a unit says of one item. */
export type ReportWords = z.output<typeof reportWords>;
/** What has been counted for an item: `value` in all, `added` within the days of the period; activities and work entries of the unit itself. */
export const reportNumbers = z.object({
  measures: z.array(z.object({
    id, name: z.string(), kind: z.enum(measureKinds), sources: z.array(z.enum(measureSources)), value: z.int(), added: z.int(), min: z.int().nullable(), unitOfMeasure: z.string(), state: z.enum(measureStates), permille: z.int().nullable(), dueOn: day.nullable(),
  })),
  activities: z.int(), workEntries: z.int(),
}).meta({ id: 'ReportNumbers' });
/** What has been counted for an item. */
export type ReportNumbers = z.output<typeof reportNumbers>;
/** One item of a unit's report. `now` is counted with every answer; `reported` as it was when the report was handed in. */
export const reportLine = z.object({
  itemId: id, seq: z.int(), number: z.string().nullable(), programme: z.string(), text: z.string(), due: due.nullable(), roles: z.array(z.enum(assignmentRoles)), ...reportWords.shape, now: reportNumbers, reported: reportNumbers.nullable(),
  last: reportWords.extend({ period: z.string() }).nullable().describe('what was said in the period before'),
}).meta({ id: 'ReportLine' });
/** One item of a unit's report. */
export type ReportLine = z.output<typeof reportLine>;

const said = reportWords.extend({ itemId: id, text: z.string() });
/** A correction of a locked report. `before` and `after` hold the whole words, written once. */
export const reportCorrection = z.object({
  id, reason: z.string(), askedBy: z.string(), askedAt: instant, allowed: z.boolean().nullable().describe('null while nobody has decided'), decidedBy: z.string().nullable(), decidedAt: instant.nullable(), refusedReason: z.string().nullable(),
  before: z.array(said), after: z.array(said).nullable(), correctedAt: instant.nullable(),
}).meta({ id: 'ReportCorrection' });
/** A correction of a locked report. */
export type ReportCorrection = z.output<typeof reportCorrection>;

/** What one unit reports of a period: one page, with all its items. */
export const unitReport = z.object({
  id, period: reportPeriod.omit({ counts: true, chosen: true }), unit: named, state: z.enum(unitReportStates), lines: z.array(reportLine), missing: z.int().describe('items without words or tick'), late: z.boolean(), overdue: z.boolean(),
  submittedAt: instant.nullable(), submittedBy: z.string().nullable(), checkedAt: instant.nullable(), checkedBy: z.string().nullable(), returned: z.object({ reason: z.string(), by: z.string(), at: instant, inside: z.boolean().describe('by the unit’s own approver') }).nullable(),
  resubmitBy: day.nullable(), resubmitUncertain: z.boolean(), approvers: z.array(z.string()).describe('who approves inside the unit; nobody: the liaison hands in'), corrections: z.array(reportCorrection), version,
  may: z.object({ write: z.boolean(), submit: z.boolean(), handOver: z.boolean(), ask: z.boolean(), decide: z.boolean() }).describe('what the reader’s rights reach for this unit, whatever the state allows'),
}).meta({ id: 'UnitReport' });
/** What one unit reports of a period. */
export type UnitReport = z.output<typeof unitReport>;

/** Whose report is begun. */
export const unitReportInput = z.strictObject({ unitId: id }).meta({ id: 'UnitReportInput' });
const words = paragraph(lengths.note).nullable();
/** Words for some items; the others stay. `restNothingNew`: all that have no words yet are ticked as nothing new. */
export const unitReportChange = z.strictObject({
  version, entries: z.array(z.strictObject({ itemId: id, progress: words, problems: words, nextStep: words, nothingNew: z.boolean() })).max(500).default([]), restNothingNew: z.boolean().default(false),
}).meta({ id: 'UnitReportChange' });
/** What is kept for one item. */
export type ReportEntryInput = z.output<typeof unitReportChange>['entries'][number];
/** Reports to accept at once, as they were read. */
export const unitReportAcceptance = z.strictObject({ reports: z.array(z.strictObject({ id, version })).min(1).max(200) }).meta({ id: 'UnitReportAcceptance' });

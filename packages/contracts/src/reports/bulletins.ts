import { z } from 'zod';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { evidenceMetrics, measureStates } from '../plans/measures.js';
import { decision, planStates, reasonedDecision } from '../plans/schemas.js';
import { byId, day, done, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';

/** Kinds of bulletins: 通报, 半年工作总结, 年度工作总结, 领导小组会议材料. */
export const bulletinKinds = ['bulletin', 'half_year', 'year', 'meeting'] as const;
/** A kind of bulletin. */
export type BulletinKind = (typeof bulletinKinds)[number];
/** States of a bulletin. */
export const bulletinStates = ['draft', 'awaiting', 'approved', 'issued', 'withdrawn'] as const;

/** What a bulletin counts. Evidence is of the days of the span; work, measures and reports are as they stood when they were counted. `figure` is left out: numbers entered by hand for one measure cannot be added up. */
export const bulletinMetrics = [
  'units', 'items', 'assignments', 'signed', 'closed_out', 'measures', 'measures_done', 'reports_due', 'reports_in', 'reports_late', 'activities', ...evidenceMetrics.filter((metric) => metric !== 'figure'), 'joint', 'overdue', 'proposals', 'proposals_adopted', 'value',
] as const satisfies readonly string[];
/** A metric of a bulletin. `value` is the number of one measure. */
export type BulletinMetric = 'units' | 'items' | 'assignments' | 'signed' | 'closed_out' | 'measures' | 'measures_done' | 'reports_due' | 'reports_in' | 'reports_late' | 'activities' | Exclude<(typeof evidenceMetrics)[number], 'figure'> | (typeof meetingMetrics)[number] | 'value';
/** What is counted for the leading group's meeting alone: who is behind is no word for a paper that all units read. */
export const meetingMetrics = ['joint', 'overdue', 'proposals', 'proposals_adopted'] as const;
/** What a figure is of: the whole city, one programme, one unit with those below it, one measure. */
export const figureScopes = ['city', 'programme', 'unit', 'measure'] as const;
/** What a line of a bulletin stands for. */
export const recordKinds = ['unit', 'item', 'assignment', 'measure', 'activity', 'work_entry', 'service_record', 'unit_report', 'joint_group', 'proposal'] as const;
/** A kind of record. */
export type BulletinRecordKind = (typeof recordKinds)[number];

/** A number of a bulletin. It is the sum of its records; text names it as `{name}`. */
export const figure = z.object({
  key: z.string(), name: z.string().describe('as text names it'), metric: z.enum(bulletinMetrics as readonly [BulletinMetric, ...BulletinMetric[]]), scope: z.enum(figureScopes), of: z.string().nullable().describe('id of the programme, unit or measure'),
  value: z.int().describe('hours of service in minutes'), shown: z.string().describe('as it is printed'),
}).meta({ id: 'Figure' });
/** A number of a bulletin. */
export type Figure = z.output<typeof figure>;

const act = z.object({ by: z.string(), at: instant });
const section = z.object({ heading: z.string(), text: z.string() });
const summary = {
  id, plan: z.object({ id, title: z.string(), year: z.int(), state: z.enum(planStates) }), kind: z.enum(bulletinKinds), state: z.enum(bulletinStates), number: z.string().nullable(), title: z.string(), from: day, to: day, countedAt: instant,
  written: act, issued: act.nullable(), version,
};
/** A bulletin as a list shows it. */
export const bulletinSummary = z.object(summary).meta({ id: 'BulletinSummary' });
/** A bulletin as a list shows it. */
export type BulletinSummary = z.output<typeof bulletinSummary>;
/** A bulletin or summary of a span of the year. Its numbers are counted at one moment and stand from then on; its words name them and hold none of their own, but for those in `loose`. */
export const bulletin = z.object({
  ...summary, sections: z.array(section), figures: z.array(figure), programmes: z.array(named), units: z.array(named), columns: z.array(z.enum(bulletinMetrics as readonly [BulletinMetric, ...BulletinMetric[]])).describe('of the tables: what the year has anything of'),
  measures: z.array(z.object({ id, seq: z.int(), name: z.string(), units: z.string(), min: z.int().nullable(), max: z.int().nullable(), approx: z.boolean(), unitOfMeasure: z.string(), state: z.enum(measureStates), minutes: z.boolean() })).describe('with a number, each once'),
  loose: z.array(z.string()).describe('numbers in the words that no record proves'), newer: z.boolean().describe('proofs were added or taken back since it was counted'),
  approved: act.nullable(), turnedDown: act.extend({ reason: z.string() }).nullable(), withdrawn: act.extend({ reason: z.string() }).nullable(),
}).meta({ id: 'Bulletin' });
/** A bulletin or summary. */
export type Bulletin = z.output<typeof bulletin>;

/** One record behind a number. `quantity` is what it adds to the number. */
export const bulletinRecord = z.object({
  kind: z.enum(recordKinds), id: z.string(), title: z.string(), quantity: z.int(), manual: z.int().describe('the part of it that was entered by hand'), unit: named.nullable(), occurredOn: day.nullable(), itemId: id.nullable(), activityId: id.nullable().describe('the activity behind it, down to its check-ins'),
  items: z.int().describe('how many items it serves; in the sum it stands once'),
}).meta({ id: 'BulletinRecord' });
/** One record behind a number. */
export type BulletinRecord = z.output<typeof bulletinRecord>;

const inOrder = (value: { from?: string | undefined; to?: string | undefined }) => value.from === undefined || value.to === undefined || value.from <= value.to;
/** A new bulletin, counted at once; its words are a draft by its kind. `title` follows from the kind where it is left out. */
export const bulletinInput = z.strictObject({ kind: z.enum(bulletinKinds), from: day, to: day, title: line(lengths.title).optional() }).refine(inOrder, { path: ['to'], message: 'order' }).meta({ id: 'BulletinInput' });
/** Longest text of a section: names of numbers are longer than the numbers. */
const SECTION = 3 * lengths.text;
const sections = z.array(z.strictObject({ heading: line(lengths.title), text: paragraph(SECTION) })).min(1).max(20);
/** Changes to a draft. Numbers are named in the text, in braces, as the list of figures has them. */
export const bulletinChange = z.strictObject({ version, title: line(lengths.title).optional(), sections: sections.optional() }).meta({ id: 'BulletinChange' });
/** Counts anew, for another span where one is given. */
export const bulletinRecount = z.strictObject({ version, from: day.optional(), to: day.optional() }).refine(inOrder, { path: ['to'], message: 'order' }).meta({ id: 'BulletinRecount' });
/** Issues it under its number. */
export const bulletinIssue = z.strictObject({ version, number: line(lengths.docNumber) }).meta({ id: 'BulletinIssue' });
/** Filters of the list. `q` finds number and title. */
export const bulletinQuery = listQuery(['written', 'from'], { planId: id.optional(), kind: z.enum(bulletinKinds).optional(), state: z.enum(bulletinStates).optional() });
/** Keys of figures: a metric of the city, or of a programme, unit or measure by its id. */
const figureKeys = new RegExp(`^(?:(?:programme|unit|measure):[0-9a-f-]{36}:)?(?:${bulletinMetrics.join('|')})$`);
/** The records behind one figure, by its key. */
export const bulletinRecordQuery = listQuery(['occurredOn', 'quantity'], { figure: z.string().regex(figureKeys).max(lengths.key), manual: flag.optional() });
/** Words that units have reported of the span, for the office to draw on. */
export const bulletinWord = z.object({ unit: named, period: z.string(), itemId: id, seq: z.int(), text: z.string(), progress: z.string().nullable(), problems: z.string().nullable(), nextStep: z.string().nullable() }).meta({ id: 'BulletinWord' });
/** Words that a unit has reported. */
export type BulletinWord = z.output<typeof bulletinWord>;
/** `part`: only those who said something there. */
export const bulletinWordQuery = listQuery(['unit'], { unitId: id.optional(), part: z.enum(['progress', 'problems', 'nextStep']).optional() });

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const steps = ['version.stale', 'lifecycle.not_allowed'] as const;
/** Routes of bulletins. */
export const bulletinRoutes = {
  listBulletins: defineRoute('listBulletins', { summary: 'Bulletins in reach', access: 'bulletin:read', query: bulletinQuery, response: pageOf(bulletinSummary) }),
  createBulletin: defineRoute('createBulletin', { summary: 'Count a span of the year and draft its words', access: 'bulletin:write', params: byId, body: bulletinInput, response: bulletin, status: 201, repeatable: true, errors: ['lifecycle.not_allowed'] }),
  getBulletin: defineRoute('getBulletin', { summary: 'One bulletin with its numbers', access: 'bulletin:read', params: byId, response: bulletin }),
  getBulletinHistory: defineRoute('getBulletinHistory', { summary: 'What happened to a bulletin', access: 'bulletin:read', params: byId, response: pageOf(historyEntry) }),
  listBulletinRecords: defineRoute('listBulletinRecords', { summary: 'The records that make a number, each with what it adds', access: 'bulletin:read', params: byId, query: bulletinRecordQuery, response: pageOf(bulletinRecord).extend({ sum: z.int().describe('of all of them: the number itself'), hidden: z.int().describe('records that the reader has no right to see') }) }),
  listBulletinWords: defineRoute('listBulletinWords', { summary: 'What units have reported of the span', access: 'bulletin:write', params: byId, query: bulletinWordQuery, response: pageOf(bulletinWord) }),
  exportBulletin: defineRoute('exportBulletin', { summary: 'The bulletin in the layout of GB/T 9704, with where its numbers come from', access: 'bulletin:read', params: byId, file: docx }),
  exportBulletinSheet: defineRoute('exportBulletinSheet', { summary: 'All numbers with the records behind them', access: 'bulletin:read', params: byId, file: xlsx }),
  updateBulletin: defineRoute('updateBulletin', { summary: 'Change the words of a draft', access: 'bulletin:write', params: byId, body: bulletinChange, response: bulletin, errors: [...steps, 'bulletin.unknown_figure'] }),
  recountBulletin: defineRoute('recountBulletin', { summary: 'Count anew', access: 'bulletin:write', params: byId, body: bulletinRecount, response: bulletin, errors: steps }),
  deleteBulletin: defineRoute('deleteBulletin', { summary: 'Delete a draft', access: 'bulletin:write', params: byId, response: done, errors: ['lifecycle.not_allowed'] }),
  requestBulletinApproval: defineRoute('requestBulletinApproval', { summary: 'Ask the leader for approval', access: 'bulletin:write', params: byId, body: decision, response: bulletin, errors: [...steps, 'bulletin.unknown_figure', 'bulletin.asks_missing'] }),
  takeBulletinBack: defineRoute('takeBulletinBack', { summary: 'Take back to change it', access: 'bulletin:write', params: byId, body: decision, response: bulletin, errors: steps }),
  approveBulletin: defineRoute('approveBulletin', { summary: 'Approve', access: 'bulletin:approve', params: byId, body: decision, response: bulletin, errors: steps }),
  turnBulletinDown: defineRoute('turnBulletinDown', { summary: 'Turn down, with a reason', access: 'bulletin:approve', params: byId, body: reasonedDecision, response: bulletin, errors: steps }),
  issueBulletin: defineRoute('issueBulletin', { summary: 'Issue under its number, for all units to read; what is for the meeting stays with the office and its leader', access: 'bulletin:write', params: byId, body: bulletinIssue, response: bulletin, errors: [...steps, 'bulletin.number_taken'] }),
  withdrawBulletin: defineRoute('withdrawBulletin', { summary: 'Take back what was issued, with a reason', access: 'bulletin:write', params: byId, body: reasonedDecision, response: bulletin, errors: steps }),
} as const;

import { z } from 'zod';
import { lengths } from '../lengths.js';
import { listQuery } from '../paging.js';
import { day, divisionCode, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { unitKinds } from '../units/schemas.js';

/** What a column can hold. A phone number is none of them. */
export const collectionFieldTypes = ['text', 'long', 'whole', 'decimal', 'flag', 'choice', 'choices', 'day', 'month'] as const;
/** What a column can hold. */
export type CollectionFieldType = (typeof collectionFieldTypes)[number];
/** What is made of a column. */
export const collectionSums = ['none', 'sum', 'average', 'count'] as const;
/** States of a collection. */
export const collectionStates = ['draft', 'open', 'closed', 'withdrawn'] as const;
/** States of what one unit answers. */
export const collectionAnswerStates = ['draft', 'checking', 'submitted', 'returned', 'accepted'] as const;
/** Longest and most of what a collection may hold. */
export const collectionLimits = { fields: 40, options: 50, rows: 200, label: 60, option: 40, help: 200, text: 200, long: 2000, places: 4, number: 999_999_999_999, sheetBytes: 2 * 1024 * 1024 } as const;

const bound = z.number().min(-collectionLimits.number).max(collectionLimits.number).nullable();
const fieldShape = {
  label: line(collectionLimits.label), type: z.enum(collectionFieldTypes), required: z.boolean().default(false), help: paragraph(collectionLimits.help).nullable().default(null), unitOfMeasure: line(lengths.unitOfMeasure).nullable().default(null),
  places: z.int().min(0).max(collectionLimits.places).default(2).describe('of a decimal'), min: bound.default(null), max: bound.default(null), maxLength: z.int().min(1).max(collectionLimits.long).nullable().default(null), options: z.array(line(collectionLimits.option)).max(collectionLimits.options).default([]),
  sum: z.enum(collectionSums).default('none'), personalReason: paragraph(lengths.remark).nullable().default(null).describe('why a column that seems to ask for personal data is needed'),
};
/** A column as the office designs it: without a key it is a new one. */
export const collectionFieldInput = z.strictObject({ key: id.nullable().default(null), ...fieldShape }).meta({ id: 'CollectionFieldInput' });
/** A column. Its key goes along when the collection is copied. */
export const collectionField = z.object({ key: z.string(), ...fieldShape, help: z.string().nullable(), unitOfMeasure: z.string().nullable(), personalReason: z.string().nullable() }).meta({ id: 'CollectionField' });
/** A column. */
export type CollectionField = z.output<typeof collectionField>;
/** What a cell holds; a day is `YYYY-MM-DD`, a month `YYYY-MM`. */
export const collectionValue = z.union([z.string().max(collectionLimits.long), z.number(), z.boolean(), z.array(z.string().max(collectionLimits.option)).max(collectionLimits.options), z.null()]);
/** What a cell holds. */
export type CollectionValue = z.output<typeof collectionValue>;
/** A row by the keys of its columns. */
export const collectionRow = z.record(z.string().max(lengths.id), collectionValue).meta({ id: 'CollectionRow' });
/** A row by the keys of its columns. */
export type CollectionRow = z.output<typeof collectionRow>;

const act = z.object({ by: z.string(), at: instant });
const audienceInput = z.strictObject({ unitKinds: z.array(z.enum(unitKinds)).max(unitKinds.length).default([]), divisions: z.array(divisionCode).max(200).default([]), unitIds: z.array(id).max(1000).default([]) });
/** A collection (摸底): a small table that units fill in. `counts` and `own` are of the units in the reader's reach. */
export const collection = z.object({
  id, title: z.string(), note: z.string().nullable(), dueOn: day, dueUncertain: z.boolean().describe('the day falls into a year whose holidays are not announced'), mostRows: z.int().describe('rows that a unit may fill in; 1 is one answer a unit'), state: z.enum(collectionStates), fields: z.array(collectionField),
  audience: z.object({ unitKinds: z.array(z.enum(unitKinds)), divisions: z.array(z.object({ code: z.string(), name: z.string() })), units: z.array(named) }), prefill: z.boolean().describe('units begin with what they said in the one that it was copied from'), copiedFrom: z.object({ id, title: z.string() }).nullable(),
  counts: z.object({ asked: z.int(), answered: z.int(), none: z.int(), missing: z.int(), late: z.int(), toCheck: z.int() }), begun: z.boolean().describe('somebody has written: no column is removed or holds something else any more'),
  own: z.array(z.object({ id, unit: named, state: z.enum(collectionAnswerStates), overdue: z.boolean() })).describe('of the units for which the reader answers'),
  created: act, openedAt: instant.nullable(), closedAt: instant.nullable(), endedReason: z.string().nullable(), version,
}).meta({ id: 'Collection' });
/** A collection. */
export type Collection = z.output<typeof collection>;

const design = { title: line(lengths.title), note: paragraph(collectionLimits.long).nullable(), dueOn: day, mostRows: z.int().min(1).max(collectionLimits.rows), audience: audienceInput, fields: z.array(collectionFieldInput).max(collectionLimits.fields), prefill: z.boolean() };
/** A new draft. */
export const collectionInput = z.strictObject({ title: design.title, note: design.note.default(null), dueOn: day, mostRows: design.mostRows.default(1), audience: audienceInput.default({ unitKinds: [], divisions: [], unitIds: [] }), fields: design.fields.default([]) }).meta({ id: 'CollectionInput' });
/** A copy as a new draft. */
export const collectionCopy = z.strictObject({ title: design.title, dueOn: day, prefill: z.boolean().default(false) }).meta({ id: 'CollectionCopy' });
/** Changes: of a draft all, of one that is open title, words, last day and columns. */
export const collectionChange = z.strictObject({ version, title: design.title.optional(), note: design.note.optional(), dueOn: day.optional(), mostRows: design.mostRows.optional(), audience: audienceInput.optional(), fields: design.fields.optional(), prefill: z.boolean().optional() }).meta({ id: 'CollectionChange' });
/** Closes it; with gaps only where that is said. */
export const collectionClosing = z.strictObject({ version, withGaps: z.boolean().default(false) }).meta({ id: 'CollectionClosing' });
/** Opens it again until a day. */
export const collectionReopening = z.strictObject({ version, dueOn: day }).meta({ id: 'CollectionReopening' });
/** Filters of the list. `q` finds the title. */
export const collectionQuery = listQuery(['dueOn', 'created'], { state: z.enum(collectionStates).optional(), toAnswer: flag.optional().describe('those that wait for the reader to answer') });

/** How one unit stands. */
export const collectionStanding = z.object({
  id, unit: named, county: z.object({ code: z.string(), name: z.string() }), state: z.enum(collectionAnswerStates), none: z.boolean().describe('the unit says that it has nothing of the kind'), rows: z.int().describe('0 until it is handed in'), late: z.boolean(), overdue: z.boolean(), submitted: act.nullable(), chasedOn: day.nullable(), version,
}).meta({ id: 'CollectionStanding' });
/** How one unit stands. */
export type CollectionStanding = z.output<typeof collectionStanding>;
/** Filters of the standings. */
export const collectionStandingQuery = listQuery(['unit'], { show: z.enum(['answered', 'missing', 'late', 'none', 'toCheck', 'returned']).optional(), county: divisionCode.optional() });
/** Filters of the table of all rows. `q` finds units and words. */
export const collectionRowQuery = listQuery(['unit'], { county: divisionCode.optional(), unitId: id.optional() });
/** What is made of one column over the rows found. */
export const collectionSum = z.object({ key: z.string(), filled: z.int(), empty: z.int(), value: z.number().nullable().describe('sum or average'), counts: z.array(z.object({ option: z.string(), count: z.int() })) }).meta({ id: 'CollectionSum' });
/** What is made of one column. */
export type CollectionSum = z.output<typeof collectionSum>;
/** One row as it was handed in. */
export const collectionTableRow = z.object({ id: z.string(), answerId: id, unit: named, county: z.object({ code: z.string(), name: z.string() }), no: z.int(), late: z.boolean(), values: collectionRow }).meta({ id: 'CollectionTableRow' });
/** One row as it was handed in. */
export type CollectionTableRow = z.output<typeof collectionTableRow>;
/** A page of the table, with what is made of all rows found. */
export const collectionTable = z.object({ data: z.array(collectionTableRow), total: z.int(), sums: z.array(collectionSum) }).meta({ id: 'CollectionTable' });
/** A page of the table. */
export type CollectionTable = z.output<typeof collectionTable>;
/** All of it, county by county, and beside the one that it was copied from. */
export const collectionSummary = z.object({
  sums: z.array(collectionSum), counties: z.array(z.object({ county: z.object({ code: z.string(), name: z.string() }), asked: z.int(), answered: z.int(), rows: z.int(), sums: z.array(collectionSum) })),
  before: z.object({ id, title: z.string(), sums: z.array(collectionSum) }).nullable().describe('columns of the same key in the one that it was copied from'),
}).meta({ id: 'CollectionSummary' });
/** All of it, county by county. */
export type CollectionSummary = z.output<typeof collectionSummary>;

/** What one unit answers. Until it is handed in, its rows are seen inside the unit alone. */
export const collectionAnswer = z.object({
  id, collection: collection.pick({ id: true, title: true, note: true, dueOn: true, dueUncertain: true, mostRows: true, state: true, fields: true, version: true }), unit: named, state: z.enum(collectionAnswerStates), none: z.boolean(), rows: z.array(collectionRow), prefilled: z.boolean().describe('nobody has written: the rows are from the one before'),
  late: z.boolean(), overdue: z.boolean(), submitted: act.nullable(), returned: act.extend({ reason: z.string(), inside: z.boolean() }).nullable(), approvers: z.array(z.string()), may: z.object({ write: z.boolean(), submit: z.boolean(), decide: z.boolean() }), version,
}).meta({ id: 'CollectionAnswer' });
/** What one unit answers. */
export type CollectionAnswer = z.output<typeof collectionAnswer>;
/** What is written; cells that must be filled may be empty until it is handed in. */
export const collectionAnswerChange = z.strictObject({ version, none: z.boolean(), rows: z.array(collectionRow).max(collectionLimits.rows) }).meta({ id: 'CollectionAnswerChange' });
/** Several answers that are accepted at once. */
export const collectionAcceptance = z.strictObject({ answers: z.array(z.strictObject({ id, version })).min(1).max(500) }).meta({ id: 'CollectionAcceptance' });
/** What is wrong in a sheet: the cell as the program calls it, what stands there, and why. */
export const collectionSheetProblem = z.object({ cell: z.string(), field: z.string(), value: z.string(), code: z.string(), message: z.string() }).meta({ id: 'CollectionSheetProblem' });
/** A sheet as it was read; nothing is saved yet. */
export const collectionSheet = z.object({ rows: z.array(collectionRow), problems: z.array(collectionSheetProblem) }).meta({ id: 'CollectionSheet' });
/** A sheet as it was read. */
export type CollectionSheet = z.output<typeof collectionSheet>;
/** Chases those who have not answered: all of them, or those named. */
export const collectionChasing = z.strictObject({ unitIds: z.array(id).min(1).max(500).nullable().default(null), words: paragraph(lengths.note).optional() }).meta({ id: 'CollectionChasing' });
/** Who was told, how many were told already today, and whom no liaison hears for. */
export const collectionChased = z.object({ told: z.array(named), skipped: z.int(), unheard: z.array(named) }).meta({ id: 'CollectionChased' });
/** Who was told. */
export type CollectionChased = z.output<typeof collectionChased>;


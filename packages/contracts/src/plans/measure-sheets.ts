import { z } from 'zod';
import { lengths } from '../lengths.js';
import { id, instant, paragraph, version } from '../primitives.js';

/** Most rows and bytes of a sheet of measures. */
export const measureSheetLimits = { rows: 5_000, sheetBytes: 5 * 1024 * 1024, shown: 300 } as const;
/** What a row of a sheet does to the measures of a plan. */
export const measureSheetSteps = ['added', 'changed', 'removed'] as const;
/** What a cell of a row holds. */
export const measureSheetColumns = ['seq', 'adopt', 'kind', 'name', 'sources', 'pool', 'min', 'max', 'approx', 'unitOfMeasure', 'dueOn', 'demands', 'itemCode', 'measureCode', 'version', 'suggestionCode'] as const;
/** What a cell of a row holds. */
export type MeasureSheetColumn = (typeof measureSheetColumns)[number];

/** One change that a sheet makes. */
export const measureSheetChange = z.object({
  row: z.int().describe('of the sheet'), step: z.enum(measureSheetSteps), itemId: id, seq: z.int(), name: z.string(), fields: z.array(z.object({ field: z.enum(measureSheetColumns), before: z.string(), after: z.string() })).describe('what is different, as people read it'),
}).meta({ id: 'MeasureSheetChange' });
/** One change that a sheet makes. */
export type MeasureSheetChange = z.output<typeof measureSheetChange>;
/** What a filled sheet would do; nothing is written. `mark` stands for exactly these changes to exactly these measures. */
export const measureSheet = z.object({
  planVersion: version, mark: z.string(), counts: z.object({ added: z.int(), changed: z.int(), removed: z.int(), unchanged: z.int(), leftOut: z.int().describe('measures that the sheet does not name; they stay'), passed: z.int().describe('suggestions that nobody has adopted; nothing is written of them') }),
  changes: z.array(measureSheetChange).max(measureSheetLimits.shown), problems: z.array(z.object({ cell: z.string(), field: z.string(), value: z.string(), code: z.string(), message: z.string() })),
}).meta({ id: 'MeasureSheet' });
/** What a filled sheet would do. */
export type MeasureSheet = z.output<typeof measureSheet>;
const overlapping = z.object({ id, name: z.string(), itemId: id, seq: z.int(), units: z.array(z.string()), text: z.string() });
/** Two measures of different items that may count the same people: by the words that both have, or by records that count for both. */
export const measureOverlap = z.object({
  measures: z.tuple([overlapping, overlapping]), words: z.string().nullable().describe('that the sentences of both have'), records: z.int().describe('activities and work entries that count for both; in sums of the city each counts once'),
  said: z.object({ reason: z.string(), by: z.string(), at: instant, stands: z.boolean().describe('false once a measure, the words of its item or the records of both have changed: the warning is back') }).nullable().describe('that they do not count the same people'),
}).meta({ id: 'MeasureOverlap' });
/** Two measures that may count the same people. */
export type MeasureOverlap = z.output<typeof measureOverlap>;
const measureIds = z.tuple([id, id]);
/** That two measures do not count the same people, and why. */
export const measureSeparation = z.strictObject({ measureIds, reason: paragraph(lengths.note) }).meta({ id: 'MeasureSeparation' });
/** That what was said of two measures is taken back. */
export const measureRejoining = z.strictObject({ measureIds }).meta({ id: 'MeasureRejoining' });

/** What was looked at: the plan's version and the mark of the changes. */
export const measureSheetTaking = z.strictObject({ version: z.coerce.number().int().min(1), mark: z.string().regex(/^[0-9a-f]{64}$/u) });
/** What was written. */
export const measureSheetTaken = z.object({ added: z.int(), changed: z.int(), removed: z.int() }).meta({ id: 'MeasureSheetTaken' });
/** What was written. */
export type MeasureSheetTaken = z.output<typeof measureSheetTaken>;

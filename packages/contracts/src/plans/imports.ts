import { z } from 'zod';
import { lengths } from '../lengths.js';
import { day, id, instant, line, paragraph, version } from '../primitives.js';
import { listQuery } from '../paging.js';
import { place, problem } from '../problem.js';

/** States of an import. */
export const importStates = ['queued', 'reading', 'asking', 'ready', 'failed', 'committed', 'discarded'] as const;

/** A number that the paper sets: `min` and `max` in `unit`; equal when exact; `approx` for 约. Null where the paper sets no bound. */
export const target = z.object({
  raw: z.string(), min: z.number().nullable(), max: z.number().nullable(), approx: z.boolean(), unit: z.string(),
}).meta({ id: 'Target' });
/** A number that the paper sets. */
export type Target = z.output<typeof target>;
/** A deadline as printed, and as a day where it can be told. */
export const due = z.object({ text: z.string(), date: day.nullable() }).meta({ id: 'Due' });
/** What is known of the paper itself. */
export const paper = z.object({
  docNumber: z.string().nullable(), issuer: z.string().nullable(), title: z.string().nullable(), year: z.int().nullable(), issuedOn: day.nullable(),
}).meta({ id: 'Paper' });
/** What is known of the paper itself. */
export type Paper = z.output<typeof paper>;
/** A unit as the paper names it, and who that is. */
export const printedUnit = z.object({ name: z.string(), unitId: id.nullable() }).meta({ id: 'PrintedUnit' });
/** A finding: where, what, and what it probably means. */
export const importWarning = z.object({ code: z.string(), place: place.nullable(), value: z.string(), suggestion: z.string().nullable(), suggestionId: id.nullable(), position: z.int().nullable() }).meta({ id: 'ImportWarning' });
/** A finding. */
export type ImportWarning = z.output<typeof importWarning>;
/** One piece of work as read. `position` counts from 1 in the order of the paper; `raw` is the source's characters. */
export const importItem = z.object({
  position: z.int(), programme: z.object({ name: z.string(), printed: z.string(), programmeId: id.nullable() }),
  responsible: z.array(printedUnit), lead: z.array(printedUnit), cooperating: z.array(printedUnit),
  text: z.string(), raw: z.string(), number: z.string().nullable(), due: due.nullable(), targets: z.array(target), roleHint: z.string().nullable(),
  source: place, warnings: z.array(z.string()), corrected: z.boolean(),
}).meta({ id: 'ImportItem' });
/** One piece of work as read. */
export type ImportItem = z.output<typeof importItem>;

const summary = z.object({ units: z.int(), programmes: z.int(), cells: z.int(), items: z.int(), targets: z.int(), warnings: z.int() });
/** What a column of a paper's table can hold. */
export const columnRoles = ['responsible', 'lead', 'cooperating', 'programme', 'content', 'due', 'number', 'note'] as const;
/** What a column of a paper's table can hold. */
export type ColumnRole = (typeof columnRoles)[number];
/** An import while it is being read. */
export const importProgress = z.object({ id, state: z.enum(importStates), progress: z.number().min(0).max(1) }).meta({ id: 'PlanImportProgress' });
/** The whole preview. */
export const planImport = z.object({
  id, state: z.enum(importStates), progress: z.number(), fileName: z.string(), createdAt: instant, createdBy: z.string(), planId: id.nullable(),
  version, summary, paper, items: z.array(importItem), warnings: z.array(importWarning), problem: problem.partial().nullable(),
  question: z.object({ rows: z.array(z.array(z.string())) }).nullable().describe('the first rows of a table whose columns are not understood'),
}).meta({ id: 'PlanImport' });
/** The whole preview. */
export type PlanImport = z.output<typeof planImport>;
/** A line of the list of imports. */
export const planImportRow = planImport.omit({ items: true, warnings: true, question: true }).meta({ id: 'PlanImportRow' });
/** Filters of the list of imports. */
export const planImportQuery = listQuery(['createdAt', 'fileName'], { state: z.enum(importStates).optional() });

/** A table pasted from Word, WPS or Excel: its text with tabs, or its HTML. */
export const pasteInput = z.strictObject({ title: line(lengths.fileName).default('粘贴的表格'), text: z.string().min(1).max(2_000_000), html: z.string().max(4_000_000).optional() }).meta({ id: 'PasteInput' });
/** What the office knows of the paper better than the reader. */
export const planImportChange = z.strictObject({
  version,
  paper: z.strictObject({
    docNumber: line(lengths.docNumber).nullable(), issuer: line(lengths.fullName).nullable(), title: line(lengths.title).nullable(),
    year: z.int().min(2000).max(2100).nullable(), issuedOn: day.nullable(),
  }).partial(),
}).meta({ id: 'PlanImportChange' });
/** What the columns hold, from the left; null is not read. `heading`: the first of the rows shown names the columns, and its words are remembered for the next paper. */
export const importColumns = z.strictObject({ version, roles: z.array(z.enum(columnRoles).nullable()).min(1).max(20), heading: z.boolean() }).meta({ id: 'ImportColumns' });
/** Route parameters of one item of an import. */
export const byPosition = z.strictObject({ id, position: z.coerce.number().int().min(1) });
/** A correction in place. `null` for `due` removes it. Roles are never guessed: a person names them. */
export const importItemChange = z.strictObject({
  version, text: paragraph(lengths.text).optional(), programmeId: id.optional(),
  responsible: z.array(id).max(60).optional(), lead: z.array(id).max(60).optional(), cooperating: z.array(id).max(60).optional(),
  due: z.strictObject({ text: line(lengths.name), date: day.nullable() }).nullable().optional(),
  targets: z.array(z.strictObject({
    raw: line(lengths.name), min: z.number().min(0).nullable(), max: z.number().min(0).nullable(), approx: z.boolean(), unit: line(lengths.unitOfMeasure),
  })).max(20).optional(),
}).meta({ id: 'ImportItemChange' });
/** Who an unknown printed name is, in the whole paper; `remember` keeps it as an alias for the next one. */
export const importResolution = z.strictObject({
  version, kind: z.enum(['unit', 'programme']), name: line(lengths.name), id, remember: z.boolean().default(true),
}).meta({ id: 'ImportResolution' });

import { z } from 'zod';
import { pageOf } from '../paging.js';
import { id, named } from '../primitives.js';

/** Most items of a plan that are copied. */
const MOST_ITEMS = 5_000;
const year = z.int().min(2000).max(2100);
/** For which year. */
export const planCopyQuery = z.strictObject({ year: z.coerce.number().pipe(year) });
/** How a unit of the old plan stands today. */
export const copiedUnitStandings = ['open', 'renamed', 'closed'] as const;
/** What a copy of a plan for another year would hold; nothing is written. */
export const planCopyView = z.object({
  year, title: z.string(), joint: z.int().describe('joint tasks that can go along'),
  items: z.array(z.object({
    id, seq: z.int(), units: z.array(z.object({ id, name: z.string(), standing: z.enum(copiedUnitStandings), was: z.string().nullable().describe('the name that the paper prints, where it is another one') })),
    programme: z.object({ id, name: z.string(), to: named.nullable().describe('the programme of the new year; null where a person has to choose'), suggestion: named.nullable(), note: z.string().nullable() }),
    text: z.string(), moved: z.string().nullable().describe('the text with the new year, where it names the old one'), timeWords: z.array(z.string()).describe('words of a time that stay as they are'), measures: z.int().describe('measures that the office set'),
  })),
}).meta({ id: 'PlanCopyView' });
/** What a copy would hold. */
export type PlanCopyView = z.output<typeof planCopyView>;
/** Of the copy for a year; without it, of the plan as it was copied. */
export const programmePairQuery = z.strictObject({ year: z.coerce.number().pipe(year).optional() });
/** What became of a programme from one year to another. */
export const pairKinds = ['same', 'mapped', 'merged', 'split', 'new', 'dropped', 'open'] as const;
/** Old and new programmes side by side, with how many items go from the one to the other; none of a plan that is no copy. */
export const programmePairs = pageOf(z.object({ from: named.nullable(), to: named.nullable(), kind: z.enum(pairKinds), items: z.int() })).extend({ from: z.object({ id, title: z.string(), year: z.int() }).nullable(), to: z.int().describe('the year') }).meta({ id: 'ProgrammePairs' });
/** Old and new programmes side by side. */
export type ProgrammePairs = z.output<typeof programmePairs>;
/** What is copied: all items, or those named; years in the texts of those named; programmes where a person chose. */
export const planCopyInput = z.strictObject({
  year, itemIds: z.array(id).min(1).max(MOST_ITEMS).nullable().default(null), moveYearsOf: z.array(id).max(MOST_ITEMS).default([]), programmes: z.array(z.strictObject({ itemId: id, programmeId: id })).max(MOST_ITEMS).default([]),
  measures: z.boolean().default(true), joint: z.boolean().default(true),
}).meta({ id: 'PlanCopyInput' });

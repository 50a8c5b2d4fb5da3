import { z } from 'zod';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { day, divisionCode, flag, id, instant, line, paragraph, version } from '../primitives.js';
import { lightCounts } from './lights.js';
import { progress } from './measures.js';
import { itemStandings, planStates } from './schemas.js';

/** How an item stands that was handed down to a division: 待签收, 已签收, 已收回. */
export const handedStates = ['pending', 'signed', 'withdrawn'] as const;

const division = z.object({ id: divisionCode, name: z.string() });

/** A draft that is made item by item instead of from a paper, for a division in reach. */
export const planInput = z.strictObject({
  divisionId: divisionCode, year: z.int().min(2000).max(2100), title: line(lengths.title), docNumber: line(lengths.docNumber).nullable().default(null), issuer: line(lengths.fullName).nullable().default(null), issuedOn: day.nullable().default(null),
}).meta({ id: 'PlanInput' });
/** What one item says. `parentIds`: the items of the plan above that it serves. */
const itemFields = { programmeId: id, text: paragraph(lengths.text), unitIds: z.array(id).min(1).max(60), dueOn: day.nullable(), parentIds: z.array(id).max(20) };
/** Items to be added to a draft. */
export const itemsInput = z.strictObject({ version, items: z.array(z.strictObject({ ...itemFields, dueOn: itemFields.dueOn.default(null), parentIds: itemFields.parentIds.default([]) })).min(1).max(100) }).meta({ id: 'ItemsInput' });
/** Changes to an item: all of it in a draft without a paper, and which items above it serves in a plan in force too. */
export const itemChange = z.strictObject({ version, ...z.object(itemFields).partial().shape }).meta({ id: 'ItemChange' });

/** An item below, as the item above shows it. */
export const itemBelow = z.object({
  id, planId: id, planState: z.enum(planStates), text: z.string(), standing: z.enum(itemStandings), signed: z.int(), assignments: z.int(), measures: z.array(z.object({ id, name: z.string(), unitOfMeasure: z.string(), progress })), reportedAt: instant.nullable().describe('when a unit last handed in a report with it'),
});
/** An item that was handed down to a division, with what became of it there. */
export const handedItem = z.object({
  id, item: z.object({ id, planId: id, seq: z.int(), text: z.string(), programme: z.string(), standing: z.enum(itemStandings) }), division, state: z.enum(handedStates), handedAt: instant, signedAt: instant.nullable(), signedBy: z.string().nullable(),
  below: z.array(z.object({ id, planId: id, text: z.string(), standing: z.enum(itemStandings) })), version,
}).meta({ id: 'HandedItem' });
/** An item that was handed down to a division. */
export type HandedItem = z.output<typeof handedItem>;
/** Filters of what was handed down; `open`: nothing below serves it yet. */
export const handedQuery = listQuery(['seq', 'division'], { divisionId: divisionCode.optional(), itemId: id.optional(), state: z.enum(handedStates).optional(), open: flag.optional() });
/** Items, and the divisions right below that of the plan that get them. */
export const handDown = z.strictObject({ itemIds: z.array(id).min(1).max(200), divisionIds: z.array(divisionCode).min(1).max(100) }).meta({ id: 'HandDown' });
/** What an office signs for. */
export const handedSigning = z.strictObject({ ids: z.array(id).min(1).max(500) }).meta({ id: 'HandedSigning' });

/** A division's part in an item. */
export const divisionPart = z.object({ division, handed: z.enum(handedStates).nullable(), items: z.array(itemBelow) }).meta({ id: 'DivisionPart' });
/** A division's part in an item. */
export type DivisionPart = z.output<typeof divisionPart>;
/** A division below, and how far its plan is. `plan` is null while it has issued none. */
export const level = z.object({
  division, plan: z.object({ id, title: z.string(), docNumber: z.string().nullable(), state: z.enum(planStates), issuedAt: instant.nullable() }).nullable(), items: z.int(), linked: z.int().describe('items that serve one of the plan above'), handed: z.object({ total: z.int(), signed: z.int(), open: z.int() }),
  signOff: z.object({ total: z.int(), signed: z.int() }), lights: lightCounts.describe('as they were this morning'), measures: z.object({ total: z.int(), done: z.int() }), reportedAt: instant.nullable(),
}).meta({ id: 'Level' });
/** A division below, and how far its plan is. */
export type Level = z.output<typeof level>;
/** All divisions right below that of the plan. */
export const levels = pageOf(level);

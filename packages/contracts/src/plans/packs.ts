import { z } from 'zod';
import { listQuery, pageOf } from '../paging.js';
import { byId, day, done, id, instant, named, version } from '../primitives.js';
import { defineRoute } from '../route.js';
import { decision, planStates } from './schemas.js';

/** States of an inspection pack (迎检包). */
export const packStates = ['waiting', 'making', 'ready', 'failed', 'cancelled', 'expired'] as const;
/** A state of a pack. */
export type PackState = (typeof packStates)[number];
/** What is being made, in the order of the folders. */
export const packSteps = ['gathering', 'paper', 'lists', 'ledger', 'reports', 'evidence', 'follow_ups', 'index', 'storing'] as const;
/** What is being made. */
export type PackStep = (typeof packSteps)[number];
/** Why no pack came of an order. The words say what to do. */
export const packFailures = ['too_large', 'no_right', 'storage_full', 'broken'] as const;
/** Why no pack came of an order. */
export type PackFailure = (typeof packFailures)[number];

const days = { from: day.nullable(), to: day.nullable() };
/** A numbered folder of one plan, as zip: its paper, lists, numbers, reports and proofs, of one unit, one programme or some days where it was ordered so. It holds what the orderer may see, and no personal data. */
export const pack = z.object({
  id, number: z.string(), plan: z.object({ id, title: z.string(), year: z.int(), state: z.enum(planStates) }), unit: named.nullable(), programme: named.nullable(), ...days, state: z.enum(packStates),
  progress: z.object({ done: z.int(), total: z.int(), step: z.enum(packSteps).nullable() }), name: z.string().describe('of the file'), size: z.int().nullable().describe('in bytes'), files: z.int().nullable(),
  leftOut: z.object({ personal: z.int(), photos: z.int() }).nullable().describe('files that hold personal data, and photos of activities with children that nobody has looked at'), failure: z.enum(packFailures).nullable(),
  ordered: z.object({ by: z.string(), at: instant, own: z.boolean().describe('by whoever asks') }), finishedAt: instant.nullable(), keptUntil: day.nullable(), version,
}).meta({ id: 'Pack' });
/** A numbered folder of one plan. */
export type Pack = z.output<typeof pack>;
/** What a pack is ordered of: the whole plan where nothing narrows it. Who speaks for a unit orders for a unit of theirs. */
export const packInput = z.strictObject({ unitId: id.optional(), programmeId: id.optional(), from: day.optional(), to: day.optional() })
  .refine((value) => value.from === undefined || value.to === undefined || value.from <= value.to, { path: ['to'], message: 'order' }).meta({ id: 'PackInput' });
/** Filters of the list of packs, the newest first. */
export const packQuery = listQuery(['ordered'], { planId: id.optional(), unitId: id.optional(), state: z.enum(packStates).optional() });

/** Routes of inspection packs. */
export const packRoutes = {
  listPacks: defineRoute('listPacks', { summary: 'Packs in reach', access: 'pack:read', query: packQuery, response: pageOf(pack) }),
  orderPack: defineRoute('orderPack', { summary: 'Order a pack; the same order again answers with the one in the making', access: 'pack:write', params: byId, body: packInput, response: pack, status: 201, errors: ['lifecycle.not_allowed', 'reference.not_found', 'pack.too_large', 'pack.choose_unit', 'pack.too_many'] }),
  getPack: defineRoute('getPack', { summary: 'How far a pack is', access: 'pack:read', params: byId, response: pack }),
  downloadPack: defineRoute('downloadPack', { summary: 'The pack', access: 'pack:read', params: byId, file: 'application/zip', errors: ['lifecycle.not_allowed'] }),
  cancelPack: defineRoute('cancelPack', { summary: 'Stop making it: whoever ordered it, or the office', access: 'pack:write', params: byId, body: decision, response: pack, errors: ['lifecycle.not_allowed', 'version.stale'] }),
  deletePack: defineRoute('deletePack', { summary: 'Throw the file away; the order stays: whoever ordered it, or the office', access: 'pack:write', params: byId, response: done, errors: ['lifecycle.not_allowed'] }),
} as const;

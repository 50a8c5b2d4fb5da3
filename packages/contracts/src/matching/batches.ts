import { z } from 'zod';
import { activityKinds } from '../activities/schemas.js';
import { listQuery, pageOf } from '../paging.js';
import { byId, day, divisionCode, done, flag, id, instant, line, named, version } from '../primitives.js';
import { defineRoute } from '../route.js';
import { occupations } from '../volunteers/schemas.js';
import { inviteSkips } from './invitations.js';
import { block, reason } from './schemas.js';

/** States of a batch (批量安排): who serves where in some days is chosen for all at once, looked through, and asked. */
export const batchStates = ['waiting', 'running', 'draft', 'failed', 'cancelled', 'sending', 'sent', 'discarded'] as const;
/** A state of a batch. */
export type BatchState = (typeof batchStates)[number];
/** What a run does, in this order, and then the asking. */
export const batchSteps = ['people', 'auction', 'chains', 'proof', 'storing', 'asking'] as const;
/** What a run does. */
export type BatchStep = (typeof batchSteps)[number];
/** Why no draft came of a run. The words say what to do. */
export const batchFailures = ['nothing_open', 'nobody', 'no_right', 'storage_full', 'broken'] as const;
/** Why no draft came of a run. */
export type BatchFailure = (typeof batchFailures)[number];
/** What staff have settled about a person in a position. */
export const batchLocks = ['none', 'fixed', 'forbidden'] as const;
/** What staff have settled. */
export type BatchLock = (typeof batchLocks)[number];
/** How many places of a position are filled: what it needs to be held, or all. */
export const batchFills = ['minimum', 'maximum'] as const;
/** How many places are filled. */
export type BatchFill = (typeof batchFills)[number];
/** Why places stay open, by what keeps most of those who could have them. */
export const batchCauses = ['no_candidates', 'locked_out', 'placed_elsewhere', 'limits_reached'] as const;
/** Why places stay open. */
export type BatchCause = (typeof batchCauses)[number];
/** Why a batch places somebody nowhere on a day, beside the hard rules. */
export const batchBars = ['minor', 'day_taken', 'enough'] as const;
/** What came of a place when it was sent: the person was asked, or why not. */
export const batchOutcomes = ['asked', ...inviteSkips] as const;
/** What came of a place. */
export type BatchOutcome = (typeof batchOutcomes)[number];

/** Bounds of what one batch takes. */
export const batchLimits = { days: 35, services: 10, positions: 5_000, title: 60 } as const;

/** A batch, and how far it is. The sums are of the draft as it stands. */
export const batch = z.object({
  id, number: z.string(), title: z.string(), from: day, to: day, county: named.nullable(), kinds: z.array(z.enum(activityKinds)), services: z.int(), fill: z.enum(batchFills), state: z.enum(batchStates),
  progress: z.object({ done: z.int(), total: z.int(), step: z.enum(batchSteps).nullable() }), runs: z.int().describe('how often it has been reckoned'), weights: z.int().nullable().describe('version'),
  sums: z.object({ people: z.int(), positions: z.int(), places: z.int(), filled: z.int(), needed: z.int(), covered: z.int(), placed: z.int().describe('people with a place'), settled: z.int(), lost: z.int().describe('settled places that could not stay') }).nullable(),
  sent: z.object({ asked: z.int(), skipped: z.int() }).nullable(), failure: z.enum(batchFailures).nullable(), ordered: z.object({ by: z.string(), at: instant, own: z.boolean() }), finishedAt: instant.nullable(), sentAt: instant.nullable(), version,
}).meta({ id: 'Batch' });
/** A batch. */
export type Batch = z.output<typeof batch>;

/** What a batch is made of: the open places of some days, in a county or all in reach. */
export const batchInput = z.strictObject({
  title: line(batchLimits.title), from: day, to: day, countyId: divisionCode.length(6).optional(), kinds: z.array(z.enum(activityKinds)).max(activityKinds.length).default([]), services: z.int().min(1).max(batchLimits.services).default(1), fill: z.enum(batchFills).default('maximum'),
}).refine(({ from, to }) => from <= to, { path: ['to'], message: 'order' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < batchLimits.days * 86_400_000, { path: ['to'], message: 'batch_days' }).meta({ id: 'BatchInput' });
/** Filters of the list of batches, the newest first. */
export const batchQuery = listQuery(['ordered'], { state: z.enum(batchStates).optional() });

const person = z.object({ id, name: z.string(), number: z.string(), occupation: z.enum(occupations), unit: named.nullable(), countyName: z.string() });
/** Somebody in a position, or kept out of it. */
export const batchPlace = z.object({
  id, volunteer: person, lock: z.enum(batchLocks), byStaff: z.boolean().describe('put there by hand'), reasons: z.array(reason), against: reason.nullable(), outcome: z.enum(batchOutcomes).nullable(),
}).meta({ id: 'BatchPlace' });
/** Somebody in a position. */
export type BatchPlace = z.output<typeof batchPlace>;
/** A position of a batch with who is in it, who is kept out, and why places stay open. */
export const batchPosition = z.object({
  id, positionId: id, name: z.string(), activity: named, unit: named, countyName: z.string(), startsAt: instant, endsAt: instant, places: z.int(), minimum: z.int(), filled: z.int(),
  open: z.object({ cause: z.enum(batchCauses), candidates: z.int(), lockedOut: z.int(), elsewhere: z.int(), limits: z.int() }).nullable(), people: z.array(batchPlace), keptOut: z.array(batchPlace),
}).meta({ id: 'BatchPosition' });
/** A position of a batch. */
export type BatchPosition = z.output<typeof batchPosition>;
/** Filters of the positions of a batch: `open` for those with places left, `short` for those that lack people to be held. */
export const batchPositionQuery = listQuery(['startsAt'], { open: flag.optional(), short: flag.optional(), countyId: divisionCode.length(6).optional() });

/** Somebody who could be put into a position; `instead` is what they would leave for it: nobody serves twice on a day or without a night between two, nor more often than the batch allows. */
export const batchCandidate = z.object({
  volunteer: person, reasons: z.array(reason), against: reason.nullable(), blocks: z.array(block), bar: z.enum(batchBars).nullable(), instead: z.array(z.object({ placeId: id, activity: z.string(), startsAt: instant, fixed: z.boolean() })),
}).meta({ id: 'BatchCandidate' });
/** Somebody who could be put into a position. */
export type BatchCandidate = z.output<typeof batchCandidate>;
/** Who is looked for: by name or number, or the best. */
export const batchCandidateQuery = z.strictObject({ q: z.string().trim().max(100).optional() });

/** Who is put where, and from which places they are taken. */
export const batchPlacing = z.strictObject({ positionId: id, volunteerId: id, instead: z.array(id).max(batchLimits.services).default([]) }).meta({ id: 'BatchPlacing' });
const change = z.strictObject({ version });
const placeParams = z.strictObject({ id, placeId: id });
const lifecycle = ['lifecycle.not_allowed'] as const;

/** A run repeated from its stored input, weights and seed; `same`: to the last place. */
export const batchCheck = z.object({ same: z.boolean(), people: z.int(), positions: z.int(), places: z.int(), seed: z.int() }).meta({ id: 'BatchCheck' });
/** A run repeated. */
export type BatchCheck = z.output<typeof batchCheck>;

/** Routes of batches. */
export const batchRoutes = {
  listBatches: defineRoute('listBatches', { summary: 'Batches in reach', access: 'batch:read', query: batchQuery, response: pageOf(batch) }),
  createBatch: defineRoute('createBatch', { summary: 'Order a draft of who serves where', access: 'batch:write', body: batchInput, response: batch, status: 201, repeatable: true, errors: ['reference.not_found', 'batch.nothing_open', 'batch.too_large', 'batch.too_many'] }),
  getBatch: defineRoute('getBatch', { summary: 'How far a batch is', access: 'batch:read', params: byId, response: batch }),
  listBatchPositions: defineRoute('listBatchPositions', { summary: 'Its positions with their people', access: 'batch:read', params: byId, query: batchPositionQuery, response: pageOf(batchPosition) }),
  listBatchCandidates: defineRoute('listBatchCandidates', { summary: 'Who could be put into a position', access: 'batch:write', params: z.strictObject({ id, positionId: id }), query: batchCandidateQuery, response: pageOf(batchCandidate), errors: lifecycle }),
  putIntoBatch: defineRoute('putIntoBatch', { summary: 'Put somebody into a position, settled', access: 'batch:write', params: byId, body: batchPlacing, response: done, errors: [...lifecycle, 'reference.not_found', 'batch.full', 'batch.clash', 'batch.barred', 'batch.not_eligible'] }),
  lockBatchPlace: defineRoute('lockBatchPlace', { summary: 'Settle that somebody stays in a position or is kept out of it, or leave it open again', access: 'batch:write', params: placeParams, body: z.strictObject({ lock: z.enum(batchLocks) }), response: done, errors: lifecycle }),
  rerunBatch: defineRoute('rerunBatch', { summary: 'Reckon it anew around what is settled', access: 'batch:write', params: byId, body: change, response: batch, errors: [...lifecycle, 'version.stale'] }),
  cancelBatch: defineRoute('cancelBatch', { summary: 'Stop reckoning; an earlier draft stays', access: 'batch:write', params: byId, body: change, response: batch, errors: [...lifecycle, 'version.stale'] }),
  sendBatch: defineRoute('sendBatch', { summary: 'Ask everybody in the draft', access: 'batch:write', params: byId, body: change, response: batch, errors: [...lifecycle, 'version.stale', 'batch.empty'] }),
  discardBatch: defineRoute('discardBatch', { summary: 'Throw a draft away', access: 'batch:write', params: byId, response: done, errors: lifecycle }),
  checkBatch: defineRoute('checkBatch', { summary: 'Reckon the last run once more from what it was made of: whether the same comes out', access: 'batch:read', params: byId, response: batchCheck, errors: lifecycle }),
  exportBatch: defineRoute('exportBatch', { summary: 'Its positions as a sheet, with what is missing and why, without names', access: 'batch:read', params: byId, file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', errors: lifecycle }),
} as const;

import { z } from 'zod';
import { lengths } from '../lengths.js';
import { day, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { listQuery } from '../paging.js';

/** What counts as done: a number, a thing delivered, a step reached by a day, or quality with evidence that a person judges. */
export const measureKinds = ['number', 'deliverable', 'milestone', 'qualitative'] as const;
/**
 * What a piece of evidence counts. `turnout` and `sessions` come from closed activities, `volunteer_minutes` from service records, the rest from
 * accepted work entries; `figure` is entered by hand.
 */
export const evidenceMetrics = [
  'turnout', 'sessions', 'volunteer_minutes', 'trained', 'publications', 'works', 'venues', 'competitions', 'documents', 'figure',
] as const;
/** A metric. */
export type EvidenceMetric = (typeof evidenceMetrics)[number];
/** What a measure adds up: metrics of evidence, or the people in a pool who belong to the item's units (`pool_members`). */
export const measureSources = [...evidenceMetrics, 'pool_members'] as const;
/** A source of a measure. */
export type MeasureSource = (typeof measureSources)[number];
/** Where a measure comes from: the paper's own number, or the office. */
export const measureOrigins = ['paper', 'office'] as const;
/** How a measure stands: nothing yet, under way, done, or past its day without being done. */
export const measureStates = ['open', 'moving', 'done', 'overdue'] as const;

/** How far a measure is. Minutes of service are told in minutes; `manual` is the part of `value` that was entered by hand. */
export const progress = z.object({
  value: z.int(), manual: z.int(), evidence: z.int().describe('pieces of evidence'), permille: z.int().nullable().describe('of the least that is wanted; null without a number'),
  state: z.enum(measureStates), surplus: z.int().describe('beyond the upper bound'),
}).meta({ id: 'Progress' });
/** How far a measure is. */
export type Progress = z.output<typeof progress>;

/** What counts as done for an item. */
export const measure = z.object({
  id, item: z.object({ id, planId: id, seq: z.int(), text: z.string(), units: z.array(named) }), kind: z.enum(measureKinds), name: z.string(), raw: z.string().nullable().describe('as the paper prints the number'),
  origin: z.enum(measureOrigins), sources: z.array(z.enum(measureSources)), pool: named.nullable(), fromBelow: z.boolean().describe('what the items below count for the same counts for it too, each source once'), min: z.int().nullable(), max: z.int().nullable(), approx: z.boolean(),
  unitOfMeasure: z.string(), dueOn: day.nullable(), demands: z.string().nullable().describe('what has to be shown'),
  sharedWith: named.nullable().describe('the lead unit of a joint task, whose same measure counts for this one in sums of the whole city'),
  judged: z.object({ met: z.boolean(), note: z.string(), by: z.string(), at: instant }).nullable(), progress, version,
}).meta({ id: 'Measure' });
/** What counts as done for an item. */
export type Measure = z.output<typeof measure>;

const measureFields = {
  name: line(lengths.name), sources: z.array(z.enum(measureSources)).min(1).max(measureSources.length), poolId: id.nullable(), fromBelow: z.boolean(), min: z.int().min(1).max(1_000_000_000).nullable(),
  max: z.int().min(1).max(1_000_000_000).nullable(), approx: z.boolean(), unitOfMeasure: line(lengths.unitOfMeasure), dueOn: day.nullable(), demands: paragraph(lengths.note).nullable(),
};
const bounds = (value: { min?: number | null | undefined; max?: number | null | undefined }) => value.min == null || value.max == null || value.min <= value.max;
/** A new measure. A number wants `min`; a milestone wants `dueOn`; `pool_members` stands alone and wants `poolId`. Errors name the field. */
export const measureInput = z.strictObject({
  kind: z.enum(measureKinds), ...measureFields, poolId: id.nullable().default(null), fromBelow: z.boolean().default(false), min: measureFields.min.default(null), max: measureFields.max.default(null), approx: z.boolean().default(false),
  dueOn: day.nullable().default(null), demands: paragraph(lengths.note).nullable().default(null),
}).refine((value) => value.kind !== 'number' || value.min !== null, { path: ['min'], message: 'required' })
  .refine((value) => value.kind !== 'milestone' || value.dueOn !== null, { path: ['dueOn'], message: 'required' })
  .refine((value) => value.sources.includes('pool_members') === (value.poolId !== null), { path: ['poolId'], message: 'required' })
  .refine((value) => !value.fromBelow || (value.kind !== 'qualitative' && !value.sources.includes('pool_members')), { path: ['fromBelow'], message: 'not_an_option' })
  .refine((value) => !value.sources.includes('pool_members') || value.sources.length === 1, { path: ['sources'], message: 'not_an_option' })
  .refine(bounds, { path: ['max'], message: 'order' }).meta({ id: 'MeasureInput' });
/** Changes to a measure; the number of a measure that the paper sets stays. */
export const measureChange = z.strictObject({ version, ...z.object(measureFields).partial().shape }).refine(bounds, { path: ['max'], message: 'order' }).meta({ id: 'MeasureChange' });
/** Whether quality, with the evidence at hand, is what was asked for. */
export const judgement = z.strictObject({ version, met: z.boolean(), note: paragraph(lengths.note) }).meta({ id: 'Judgement' });
/** Filters of the list of measures. */
export const measureQuery = listQuery(['seq', 'dueOn', 'permille'], {
  planId: id.optional(), itemId: id.optional(), unitId: id.optional(), programmeId: id.optional(), kind: z.enum(measureKinds).optional(), state: z.enum(measureStates).optional(),
});

/** What a piece of evidence is made of. */
export const evidenceSources = ['activity', 'service_record', 'work_entry', 'pool_term'] as const;
/** One line of what a number is made of. A reversal has a negative quantity and names what it takes back. */
export const evidence = z.object({
  id, itemId: id, metric: z.enum(measureSources), quantity: z.int(), manual: z.boolean(), unit: named, occurredOn: day,
  source: z.object({ kind: z.enum(evidenceSources), id, title: z.string(), activityId: id.nullable().describe('the activity behind it, down to its check-ins') }),
  reverses: id.nullable(), reason: z.string().nullable(), createdAt: instant,
}).meta({ id: 'Evidence' });
/** One line of what a number is made of. */
export type Evidence = z.output<typeof evidence>;
/** Which evidence: of one measure, or of one item. */
export const evidenceQuery = listQuery(['occurredOn', 'quantity'], {
  measureId: id.optional(), itemId: id.optional(), metric: z.enum(evidenceMetrics).optional(), unitId: id.optional(), manual: flag.optional(),
});

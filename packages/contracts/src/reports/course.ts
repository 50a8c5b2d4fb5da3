import { z } from 'zod';
import { listQuery, pageOf } from '../paging.js';
import { lights } from '../plans/lights.js';
import { evidenceMetrics } from '../plans/measures.js';
import { byId, day, id, instant, named } from '../primitives.js';
import { defineRoute } from '../route.js';

const about = { unitId: id.optional(), programmeId: id.optional() };
const inOrder = (value: { from?: string | undefined; to?: string | undefined }) => value.from === undefined || value.to === undefined || value.from <= value.to;
const itemRef = z.object({ id, seq: z.int() });

/** What has a day in a year: theme days, items, measures, reports, activities, letters that want a reply, and the last day to sign. */
export const timelineKinds = ['theme_day', 'item', 'measure', 'report', 'activity', 'prompt', 'sign_by'] as const;
/** A kind of entry. */
export type TimelineKind = (typeof timelineKinds)[number];
/** How an entry stands on the day of the reading. A theme day is only ever ahead or over. */
export const timelineStates = ['ahead', 'done', 'late', 'over'] as const;
/** How an entry stands. */
export type TimelineState = (typeof timelineStates)[number];
/** One day, or some days on end, with what they are for. `units`: how many have a part in it; `unit` is the first of them. */
export const timelineEntry = z.object({
  kind: z.enum(timelineKinds), id: z.string(), day, until: day.nullable(), title: z.string(), state: z.enum(timelineStates), unit: named.nullable(), units: z.int(), item: itemRef.nullable(),
}).meta({ id: 'TimelineEntry' });
/** One day, or some days on end. */
export type TimelineEntry = z.output<typeof timelineEntry>;
const days = { from: day.optional(), to: day.optional(), kind: z.enum(timelineKinds).optional(), state: z.enum(timelineStates).optional(), ...about };
/** Filters of a timeline. Without days, the whole year of the plan. */
export const timelineQuery = listQuery(['day'], days).omit({ q: true, ids: true }).refine(inOrder, { path: ['to'], message: 'order' });
/** The same without paging: a calendar is whole. */
export const timelineExportQuery = z.strictObject(days).refine(inOrder, { path: ['to'], message: 'order' });
/** A page of a timeline. `months` are those of the whole year, as the other filters find them; `undated`: items that name no day and are due at the end of the year. */
export const timeline = pageOf(timelineEntry).extend({ today: day, from: day, to: day, undated: z.int(), months: z.array(z.object({ month: z.string().describe('YYYY-MM'), count: z.int(), late: z.int(), done: z.int() })) }).meta({ id: 'Timeline' });
/** A page of a timeline. */
export type Timeline = z.output<typeof timeline>;

/** What can have changed. Lights and numbers are told as what came of them since, the rest one by one. */
export const changeKinds = ['light', 'number', 'signed', 'report', 'activity', 'work_entry', 'close_out', 'adjustment', 'prompt', 'edition'] as const;
/** A kind of change. */
export type ChangeKind = (typeof changeKinds)[number];
/** What became of it. */
export const changeOutcomes = ['signed', 'submitted', 'accepted', 'returned', 'closed_out', 'reopened', 'granted', 'said', 'sent', 'replied', 'closed', 'completed', 'issued', 'better', 'worse', 'more', 'less'] as const;
/** One change. `light`: before and now. `quantity`: by how much the number of the metric moved, minutes for hours of service. */
export const planEvent = z.object({
  kind: z.enum(changeKinds), id: z.string(), day, at: instant.nullable(), outcome: z.enum(changeOutcomes), title: z.string(), unit: named.nullable(), item: itemRef.nullable(), light: z.object({ from: z.enum(lights).nullable(), to: z.enum(lights) }).nullable(),
  metric: z.enum(evidenceMetrics).nullable(), quantity: z.int().nullable(), records: z.int().nullable().describe('how many records moved it'),
}).meta({ id: 'PlanEvent' });
/** One change. */
export type PlanEvent = z.output<typeof planEvent>;
const changeFilters = { since: day, kind: z.enum(changeKinds).optional(), ...about };
/** Filters of what changed: since the morning of a day. */
export const planChangesQuery = listQuery(['at'], changeFilters).omit({ q: true, ids: true });
/** The same without paging: an export is whole. */
export const planChangesExportQuery = planChangesQuery.omit({ page: true, perPage: true });
/** A page of what changed, the newest first. `counts` hold for all that is found but for the filter of the kind itself. */
export const planChanges = pageOf(planEvent).extend({ since: day, today: day, counts: z.record(z.enum(changeKinds), z.int()) }).meta({ id: 'PlanChanges' });
/** A page of what changed. */
export type PlanChanges = z.output<typeof planChanges>;

/** Routes of how a plan runs through its year. */
export const courseRoutes = {
  getTimeline: defineRoute('getTimeline', { summary: 'The days of a plan: theme days, items, measures, reports, activities, letters', access: 'plan:read', params: byId, query: timelineQuery, response: timeline }),
  exportTimeline: defineRoute('exportTimeline', { summary: 'The days of a plan as a calendar (RFC 5545)', access: 'plan:read', params: byId, query: timelineExportQuery, file: 'text/calendar' }),
  listPlanChanges: defineRoute('listPlanChanges', { summary: 'What changed since a day', access: 'plan:read', params: byId, query: planChangesQuery, response: planChanges }),
  exportPlanChanges: defineRoute('exportPlanChanges', { summary: 'All that changed since a day, as xlsx', access: 'plan:read', params: byId, query: planChangesExportQuery, file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
} as const;

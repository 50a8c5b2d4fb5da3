import { z } from 'zod';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { byId, day, id, instant, line, named, paragraph } from '../primitives.js';
import { defineRoute } from '../route.js';
import { due } from './imports.js';
import { assignmentRoles, assignmentStates, changed } from './schemas.js';

/** Lights of an assignment: 红, 黄, 绿, 蓝 (已销号), 灰 (未到时间、未签收). */
export const lights = ['red', 'yellow', 'green', 'blue', 'grey'] as const;
/** A light. */
export type Light = (typeof lights)[number];
/** Why a light is as it is. What each says, and with what, stands in the labels under `terms.lightReasons`. */
export const lightReasonCodes = [
  'overdue', 'measure_overdue', 'behind', 'turned_down', 'proof_missing', 'report_missed', 'near', 'measure_near', 'to_close', 'not_signed', 'not_due', 'no_measure', 'moving', 'on_track', 'all_reached', 'closed_out',
] as const;
/** One reason with the light that it asks for. Shares are in percent, days as `YYYY-MM-DD`. */
export const lightReason = z.object({ code: z.enum(lightReasonCodes), light: z.enum(lights), params: z.record(z.string(), z.union([z.string(), z.number()])) }).meta({ id: 'LightReason' });
/** One reason with the light that it asks for. */
export type LightReason = z.output<typeof lightReason>;

/** Lights that the office can set by hand: blue is reached by closing out alone. */
export const settableLights = ['red', 'yellow', 'green', 'grey'] as const;
const override = z.object({ id, light: z.enum(settableLights), reason: z.string(), expiresOn: day, by: z.string(), at: instant });
/** The light of an assignment. `rule` is what follows from the facts, `light` what is shown: another one while the office has set it. */
export const assignmentLight = z.object({
  assignmentId: id, item: z.object({ id, planId: id, seq: z.int(), number: z.string().nullable(), programme: named, text: z.string(), due: due.nullable() }), unit: named, role: z.enum(assignmentRoles), state: z.enum(assignmentStates),
  light: z.enum(lights), rule: z.enum(lights), reasons: z.array(lightReason).describe('worst first'), uncertain: z.boolean().describe('workdays of a year were counted whose holidays are not announced'),
  override: override.nullable(), since: day.nullable().describe('the night on which it was first seen like this'), chased: z.object({ times: z.int(), lastOn: day, lastAt: instant, read: z.boolean().describe('somebody of the unit has read the last one') }).nullable(),
}).meta({ id: 'AssignmentLight' });
/** The light of an assignment. */
export type AssignmentLight = z.output<typeof assignmentLight>;
/** How many assignments have which light. */
export const lightCounts = z.object({ red: z.int(), yellow: z.int(), green: z.int(), blue: z.int(), grey: z.int() });
/** How many assignments have which light. */
export type LightCounts = z.output<typeof lightCounts>;
const lightFilters = { light: z.enum(lights).optional(), unitId: id.optional(), programmeId: id.optional(), assignmentId: id.optional() };
/** Filters of the lights of a plan. `q` finds text, unit and programme, also by pinyin and its initials. */
export const lightQuery = listQuery(['light', 'seq', 'unit', 'due'], lightFilters);
/** The same without paging: an export is whole. */
export const lightExportQuery = lightQuery.omit({ page: true, perPage: true });
/** A page of lights; `counts` and `today` hold for all that is found but for the filter of the light itself. */
export const lightPage = pageOf(assignmentLight).extend({ counts: lightCounts, today: day.describe('the last day of a plan that is closed') });
/** A page of lights. */
export type LightPage = z.output<typeof lightPage>;
/** Lights by unit and by programme, as far as the reader sees them, in the order of the paper. */
export const lightSummary = z.object({ counts: lightCounts, units: z.array(named.extend({ counts: lightCounts })), programmes: z.array(named.extend({ counts: lightCounts })), cells: z.array(z.object({ unitId: id, programmeId: id, counts: lightCounts })), today: day }).meta({ id: 'LightSummary' });
/** Lights by unit and by programme. */
export type LightSummary = z.output<typeof lightSummary>;
/** One night on which a light was seen to have changed. */
export const lightChange = z.object({ id, day, from: z.enum(lights).nullable(), to: z.enum(lights), reasons: z.array(lightReason) }).meta({ id: 'LightChange' });
/** One night on which a light was seen to have changed. */
export type LightChange = z.output<typeof lightChange>;

/** What the lights of a plan go by. Gaps behind the plan line in per mille of what is wanted, the rest in workdays. */
export const lightRules = z.object({
  yellowGap: z.int(), redGap: z.int(), nearWorkdays: z.int().describe('before a day without any proof'), proofWorkdays: z.int().describe('after a theme day'), missedReport: z.enum(['red', 'yellow', 'none']),
}).meta({ id: 'LightRules' });
/** What the lights of a plan go by. */
export type LightRules = z.output<typeof lightRules>;
/** The rules of a plan, and whether they are those that nobody has changed. */
export const planLightRules = lightRules.extend({ standard: z.boolean(), version: z.int() }).meta({ id: 'PlanLightRules' });
/** The rules of a plan. `version` 0: nobody has changed them. */
export type PlanLightRules = z.output<typeof planLightRules>;
const gap = z.int().min(10).max(1000);
const workdays = z.int().min(0).max(60);
/** Other rules for a plan. */
export const lightRulesInput = z.strictObject({ version: z.int().min(0), yellowGap: gap, redGap: gap, nearWorkdays: workdays, proofWorkdays: workdays, missedReport: z.enum(['red', 'yellow', 'none']) })
  .refine((value) => value.yellowGap <= value.redGap, { path: ['redGap'], message: 'order' }).meta({ id: 'LightRulesInput' });

/** A light by hand: with the reason, and the last day on which it holds. */
export const lightOverrideInput = z.strictObject({ light: z.enum(settableLights), reason: paragraph(lengths.note), expiresOn: day }).meta({ id: 'LightOverrideInput' });

/** The same light for several assignments of a plan: all of them or none. */
export const lightOverridesInput = z.strictObject({ assignmentIds: z.array(id).min(1).max(200), ...lightOverrideInput.shape }).meta({ id: 'LightOverridesInput' });

/** Whom to chase: the units of these assignments. `words` are added to what the message says by itself. */
export const chaseInput = z.strictObject({ assignmentIds: z.array(id).min(1).max(500), words: paragraph(lengths.note).optional() }).meta({ id: 'ChaseInput' });
const chasedUnit = named.extend({ items: z.int(), liaisons: z.array(z.string()), read: z.array(z.object({ name: z.string(), at: instant })) });
/** Units that were chased (催办) at one time, and who of them has read it. */
export const chase = z.object({ id, at: instant, by: z.string(), words: z.string().nullable(), units: z.array(chasedUnit) }).meta({ id: 'Chase' });
/** Units that were chased at one time. */
export type Chase = z.output<typeof chase>;
/** What a chase did. `skipped`: chased on the same day already, or done; `unheard`: units without a liaison, whom nobody could tell. */
export const chased = z.object({ chase: chase.nullable(), skipped: z.int(), unheard: z.array(named) }).meta({ id: 'Chased' });
/** What a chase did. */
export type Chased = z.output<typeof chased>;
/** A text for each unit, to pass on in its group, with the link and its QR code. */
export const chaseMessage = z.object({ unit: named, text: z.string(), url: z.string(), qr: z.string().describe('SVG') }).meta({ id: 'ChaseMessage' });
/** A text for a unit. */
export type ChaseMessage = z.output<typeof chaseMessage>;
/** Filters of what was chased. */
export const chaseQuery = listQuery(['at'], { unitId: id.optional() });
/** Why the light by hand ends before its day. */
export const overrideEnd = z.strictObject({ reason: line(lengths.note).optional() }).meta({ id: 'LightOverrideEnd' });

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Routes of lights, and of chasing. Lights are for the office and the unit itself. */
export const lightRoutes = {
  listLights: defineRoute('listLights', { summary: 'Lights of a plan, worst first', access: 'light:read', params: byId, query: lightQuery, response: lightPage }),
  exportLights: defineRoute('exportLights', { summary: 'All lights found, as xlsx', access: 'light:read', params: byId, query: lightExportQuery, file: xlsx }),
  getLightSummary: defineRoute('getLightSummary', { summary: 'Lights by unit and programme', access: 'light:read', params: byId, response: lightSummary }),
  getLightRules: defineRoute('getLightRules', { summary: 'What the lights of a plan go by', access: 'light:read', params: byId, response: planLightRules }),
  updateLightRules: defineRoute('updateLightRules', { summary: 'Let the lights go by other rules', access: 'light:write', params: byId, body: lightRulesInput, response: planLightRules, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  listLightChanges: defineRoute('listLightChanges', { summary: 'When the light of an assignment changed', access: 'light:read', params: byId, response: pageOf(lightChange) }),
  setLight: defineRoute('setLight', { summary: 'Set a light by hand, with a reason and a last day', access: 'light:write', params: byId, body: lightOverrideInput, response: assignmentLight, errors: ['lifecycle.not_allowed', 'light.bad_expiry', 'light.closed_out'] }),
  setLights: defineRoute('setLights', { summary: 'Set the lights of several assignments by hand, all or none', access: 'light:write', params: byId, body: lightOverridesInput, response: changed, errors: ['lifecycle.not_allowed', 'light.bad_expiry', 'light.closed_out', 'reference.not_found'] }),
  endLightOverride: defineRoute('endLightOverride', { summary: 'Let the rule say the light again', access: 'light:write', params: byId, body: overrideEnd, response: assignmentLight, errors: ['lifecycle.not_allowed'] }),
  chaseUnits: defineRoute('chaseUnits', { summary: 'Chase the units of some assignments', access: 'light:write', params: byId, body: chaseInput, response: chased, repeatable: true, errors: ['lifecycle.not_allowed', 'reference.not_found'] }),
  listChases: defineRoute('listChases', { summary: 'Who was chased when, and who has read it', access: 'light:write', params: byId, query: chaseQuery, response: pageOf(chase) }),
  getChaseMessages: defineRoute('getChaseMessages', { summary: 'A text for each unit that was chased, to pass on', access: 'light:write', params: byId, response: pageOf(chaseMessage) }),
} as const;

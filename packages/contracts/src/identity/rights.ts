import { z } from 'zod';
import { lengths } from '../lengths.js';
import { permissions } from '../permissions.js';
import { byId, id, named, paragraph } from '../primitives.js';
import { defineRoute } from '../route.js';
import { grant, grantQuery } from './schemas.js';

/** What a liaison leaves to a successor, by kind. */
export const openWorkKinds = ['assignments_to_sign', 'questions', 'activities', 'work_entries', 'unit_reports', 'collections', 'assessments', 'shifts_led', 'signups', 'hours'] as const;
/** A kind of open work. */
export type OpenWorkKind = (typeof openWorkKinds)[number];
/** What waits in a unit, and what of it is bound to the person and moves with the hand-over. */
export const openWork = z.object({ unit: named, person: named, parts: z.array(z.object({ kind: z.enum(openWorkKinds), count: z.int(), moves: z.boolean().describe('bound to the person, not to the unit') })) }).meta({ id: 'OpenWork' });
/** What waits in a unit. */
export type OpenWork = z.output<typeof openWork>;
/** Whose open work. */
export const openWorkQuery = z.strictObject({ accountId: id });
/** Hands the work of a liaison to another person. */
export const handOver = z.strictObject({ fromId: id, toId: id, reason: paragraph(lengths.note) }).meta({ id: 'HandOver' });
/** What was handed over: the new right, and what went with it. */
export const handedOver = z.object({ grant, work: openWork }).meta({ id: 'HandedOver' });

/** Things about which one can ask why somebody does not see them. */
export const accessSubjects = ['activity', 'work_entry', 'unit_report', 'volunteer', 'plan', 'item', 'unit'] as const;
/** A kind of thing. */
export type AccessSubject = (typeof accessSubjects)[number];
/** What is looked at, in this order. */
export const accessChecks = ['account', 'password', 'grants', 'permission', 'reach'] as const;
/** Whether a person sees a thing, as the system itself would answer them, and what stands in the way. */
export const accessExplanation = z.object({
  person: named, subject: z.object({ kind: z.enum(accessSubjects), id: z.string(), name: z.string(), unit: named.nullable() }), sees: z.boolean(),
  permission: z.enum(permissions).describe('what is needed'), checks: z.array(z.object({ check: z.enum(accessChecks), ok: z.boolean(), grants: z.array(grant.pick({ id: true, role: true, scope: true, from: true, to: true })) })),
}).meta({ id: 'AccessExplanation' });
/** Whether a person sees a thing, and why not. */
export type AccessExplanation = z.output<typeof accessExplanation>;
/** Who, and what. */
export const accessQuery = z.strictObject({ accountId: id, kind: z.enum(accessSubjects), id });

/** Routes of who may do what. */
export const rightRoutes = {
  getOpenWork: defineRoute('getOpenWork', { summary: 'What a liaison would leave to a successor', access: 'grant:hand-over', params: byId, query: openWorkQuery, response: openWork }),
  handOver: defineRoute('handOver', { summary: 'Hand the work of a liaison to another person', access: 'grant:hand-over', params: byId, body: handOver, response: handedOver, status: 201, repeatable: true, errors: ['account.own_rights', 'grant.not_held', 'grant.exists', 'reference.not_found'] }),
  explainAccess: defineRoute('explainAccess', { summary: 'Why somebody sees a thing, or does not', access: 'grant:read', query: accessQuery, response: accessExplanation }),
  exportGrants: defineRoute('exportGrants', { summary: 'Who may do what, as a sheet', access: 'grant:read', query: grantQuery.pick({ unitId: true, role: true }), file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
} as const;

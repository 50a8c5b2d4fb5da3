import { z } from 'zod';
import { ledgers } from '../records/schemas.js';
import { pageOf } from '../paging.js';
import { byId, day, id } from '../primitives.js';
import { defineRoute } from '../route.js';
import { standingActions } from '../volunteers/registration.js';

/** What can stand in somebody's history. */
export const historyKinds = ['registered', 'standing', 'term_begun', 'term_ended', 'credential_confirmed', 'credential_returned', 'credential_expired', 'service'] as const;
/** What can stand in somebody's history. */
export type HistoryKind = (typeof historyKinds)[number];
/** One thing that happened. `id`: of the term, certificate or activity; null where nothing more is to be seen. `title`: of the pool, certificate or activity. */
export const personEvent = z.object({
  day, kind: z.enum(historyKinds), id: id.nullable(), title: z.string(), note: z.string().nullable().describe('a reason that was given'), minutes: z.int().nullable(), ledger: z.enum(ledgers).nullable(), standing: z.enum(standingActions).nullable(),
}).meta({ id: 'PersonEvent' });
/** One thing that happened. */
export type PersonEvent = z.output<typeof personEvent>;
/** What happened to a person, newest first, as far as the reader may see each part; and the sums of both ledgers, in minutes. */
export const personHistory = pageOf(personEvent).extend({ minutes: z.object({ volunteer: z.int(), work: z.int() }) }).meta({ id: 'PersonHistory' });
/** What happened to a person. */
export type PersonHistory = z.output<typeof personHistory>;
/** A page of it. */
export const personHistoryQuery = z.strictObject({ page: z.coerce.number().int().min(1).max(100).default(1), perPage: z.coerce.number().int().min(1).max(100).default(20) });

/** Routes of what staff are told about one person across the modules. */
export const personRoutes = {
  getVolunteerHistory: defineRoute('getVolunteerHistory', { summary: 'What happened to a volunteer, as far as the reader may see it', access: 'volunteer:read', params: byId, query: personHistoryQuery, response: personHistory }),
} as const;

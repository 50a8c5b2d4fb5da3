import { z } from 'zod';
import { lengths } from '../lengths.js';
import { pageOf } from '../paging.js';
import { byId, id, instant, paragraph, version } from '../primitives.js';
import { defineRoute } from '../route.js';
import { volunteer } from './schemas.js';

/** Why two registrations may be of one person: one of them was refused a document that the other has given, or the name is the same, and the birth date or the unit too. */
export const likenesses = ['same_document', 'same_name_and_birth', 'same_name_and_unit'] as const;
/** Why two registrations may be of one person. */
export type Likeness = (typeof likenesses)[number];

/** What hangs on a registration and can be counted: sign-ups, lines of the ledgers that stand and their minutes, terms in pools that are open, topics, children, and shifts led. */
export const holdings = z.object({ signups: z.int(), records: z.int(), volunteerMinutes: z.int(), workMinutes: z.int(), terms: z.int(), topics: z.int(), children: z.int(), leads: z.int() });
/** What hangs on a registration. */
export type Holdings = z.output<typeof holdings>;

const side = z.object({ volunteer, holds: holdings, rights: z.int().describe('in the back office; whoever has some cannot go') });
/** A registration that may be of the same person. */
export const duplicate = side.extend({ reasons: z.array(z.enum(likenesses)) }).meta({ id: 'Duplicate' });
/** A registration that may be of the same person. */
export type Duplicate = z.output<typeof duplicate>;
/** Candidates, beside the registration that was asked about and those that were merged into it before. */
export const duplicates = pageOf(duplicate).extend({ self: side, merged: z.array(z.object({ number: z.string(), reason: z.string(), by: z.string().nullable(), at: instant })) });
/** Candidates, beside the registration that was asked about. */
export type Duplicates = z.output<typeof duplicates>;

/** Which registration goes, at the versions that were looked at. `version` is that of the one that stays. */
export const mergeInput = z.strictObject({ from: id, version, fromVersion: version, reason: paragraph(lengths.note) }).meta({ id: 'MergeInput' });
/** What was done. `joined`: what both had and is counted once now; `records` and minutes among it were taken back from the ledger. `holds` = before of both − `joined`. */
export const merged = z.object({ id, number: z.string(), fromNumber: z.string(), moved: holdings, joined: holdings, holds: holdings }).meta({ id: 'Merged' });
/** What was done. */
export type Merged = z.output<typeof merged>;

/** Registrations of one person. */
export const mergeRoutes = {
  listDuplicates: defineRoute('listDuplicates', { summary: 'Registrations in reach that may be of the same person; none for minors', access: 'volunteer:merge', params: byId, response: duplicates }),
  mergeVolunteers: defineRoute('mergeVolunteers', {
    summary: 'Merge another registration of the same person into this one; for good', access: 'volunteer:merge', params: byId, body: mergeInput, response: merged, repeatable: true,
    errors: ['merge.same', 'merge.own', 'merge.minor', 'merge.not_good', 'merge.not_alike', 'merge.two_documents', 'account.holds_rights', 'version.stale'],
  }),
} as const;

import { z } from 'zod';
import { phoneProof } from '../identity/sign-in.js';
import { linkToken, tokenInput } from '../identity/invitations.js';
import { session } from '../identity/schemas.js';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { byId, done, flag, id, instant, line, version } from '../primitives.js';
import { defineRoute } from '../route.js';

/** The largest roster: a table of names is small. */
export const rosterMaxBytes = 4 * 1024 * 1024;
/** How a roster stands. A preview changes nothing but itself. */
export const rosterStates = ['previewed', 'committed', 'undone', 'discarded'] as const;
/** How a roster stands. */
export type RosterState = (typeof rosterStates)[number];
/** How somebody of a roster stands: nobody is a volunteer by standing in a list. */
export const rosterEntryStates = ['pending', 'accepted', 'declined', 'withdrawn', 'expired'] as const;
/** How somebody of a roster stands. */
export type RosterEntryState = (typeof rosterEntryStates)[number];
/** What a column of a roster can hold. */
export const rosterColumns = ['name', 'phone', 'bornOn', 'occupation', 'county', 'unit', 'topics', 'pool'] as const;
/** What a column of a roster can hold. */
export type RosterColumn = (typeof rosterColumns)[number];
/** What can be wrong with a cell or a row. */
export const rosterProblems = [
  'missing', 'bad_name', 'bad_phone', 'phone_rounded', 'bad_date', 'under_age', 'bad_occupation', 'unknown_county', 'unknown_unit', 'unit_ambiguous', 'unknown_topic', 'unknown_pool', 'pool_not_yours', 'out_of_reach', 'twice_in_file', 'known_phone', 'declined_before', 'hidden_row', 'row_too_long', 'merged_cells',
] as const;
/** What can be wrong with a cell or a row. */
export type RosterProblemCode = (typeof rosterProblems)[number];

/** One thing that is wrong: where it stands, what stands there, and what was probably meant. `column` is a letter of the sheet. */
export const rosterProblem = z.object({ code: z.enum(rosterProblems), field: z.enum(rosterColumns).nullable(), cell: z.string(), value: z.string(), suggestion: z.string().nullable() }).meta({ id: 'RosterProblem' });
/** One thing that is wrong. */
export type RosterProblem = z.output<typeof rosterProblem>;
/** One row of a preview, as it was read. */
export const rosterRow = z.object({
  rowNo: z.int().describe('as the sheet counts'), name: z.string().nullable(), phone: z.string().nullable().describe('masked'), bornOn: z.string().nullable(), occupation: z.string().nullable(), county: z.string().nullable(), unit: z.string().nullable(), topics: z.array(z.string()), pool: z.string().nullable(), problems: z.array(rosterProblem),
}).meta({ id: 'RosterRow' });
/** One row of a preview. */
export type RosterRow = z.output<typeof rosterRow>;
/** Rows of a preview; `problems` shows those alone that have any. */
export const rosterRowQuery = z.strictObject({ page: z.coerce.number().int().min(1).max(1_000).default(1), perPage: z.coerce.number().int().min(1).max(200).default(50), problems: flag.optional() });

/** A roster: a table of people who are to be asked whether they want to be volunteers. */
export const rosterImport = z.object({
  id, fileName: z.string(), state: z.enum(rosterStates), body: z.string().describe('in whose name people are asked'), rows: z.int(), problemRows: z.int(), otherColumns: z.array(z.string()).describe('headers that say nothing to the reader'),
  kept: z.boolean().describe('whether the rows are still there'), counts: z.record(z.enum(rosterEntryStates), z.int()), createdBy: z.string(), createdAt: instant, version,
}).meta({ id: 'RosterImport' });
/** A roster. */
export type RosterImport = z.output<typeof rosterImport>;
/** Filters of the list of rosters. */
export const rosterImportQuery = listQuery(['createdAt', 'fileName'], { state: z.enum(rosterStates).optional() });
/** Asks everybody whose row is right; rows with problems have to be left out knowingly. */
export const rosterCommit = z.strictObject({ version, skipProblems: z.boolean().default(false) }).meta({ id: 'RosterCommit' });
/** The version that was seen. */
export const rosterChange = z.strictObject({ version }).meta({ id: 'RosterChange' });

const shown = { id, name: z.string(), phone: z.string().nullable().describe('masked; nothing once the question is answered'), state: z.enum(rosterEntryStates), unit: z.string().nullable(), county: z.string(), pool: z.string().nullable() };
/** Somebody who was asked. */
export const rosterEntry = z.object({ ...shown, importId: id, askedBy: z.string(), createdAt: instant, expiresAt: instant, remindedAt: instant.nullable(), sentAt: instant.nullable(), answeredAt: instant.nullable() }).meta({ id: 'RosterEntry' });
/** Somebody who was asked. */
export type RosterEntry = z.output<typeof rosterEntry>;
/** Filters of the list of those who were asked. */
export const rosterEntryQuery = listQuery(['createdAt', 'name'], { importId: id.optional(), state: z.enum(rosterEntryStates).optional() });
/** Whose links are wanted. */
export const rosterLinksInput = z.strictObject({ ids: z.array(id).min(1).max(200) }).meta({ id: 'RosterLinksInput' });
/** Links, each for one person alone. */
export const rosterLinks = z.object({ links: z.array(z.object({ id, name: z.string(), body: z.string(), link: z.url(), qr: z.string().nullable().describe('SVG, where one link alone was asked for') })) }).meta({ id: 'RosterLinks' });
/** Links, each for one person alone. */
export type RosterLinks = z.output<typeof rosterLinks>;

/** What the holder of a link is told: who asks, for what, and with which data. */
export const rosterOffer = z.object({
  name: z.string(), phone: z.string().describe('masked'), bornOn: z.string(), occupation: z.string().describe('a code of `terms.occupations`'), unit: z.string().nullable(), county: z.string(), topics: z.array(z.string()), pool: z.string().nullable(), askedBy: z.string(), body: z.string(), expiresAt: instant, consent: z.string().describe('the version of the privacy notice to agree to'),
}).meta({ id: 'RosterOffer' });
/** What the holder of a link is told. */
export type RosterOffer = z.output<typeof rosterOffer>;
/** Says yes. The whole number proves that the link came to the right person; whoever has an account signs in first, and gives no password. */
export const rosterAcceptance = z.strictObject({
  token: linkToken, phone: z.string().trim().min(1).max(lengths.phone + 10), password: z.string().min(1).max(lengths.password).optional(), consent: line(lengths.code), phoneProof: phoneProof.optional().describe('demanded where messages can be sent'),
}).meta({ id: 'RosterAcceptance' });

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const access = 'roster:import';
const unreadable = ['roster.type_unsupported', 'roster.columns_missing', 'paper.truncated', 'paper.too_large_unpacked', 'paper.too_many_rows', 'paper.password_protected', 'paper.empty', 'paper.malformed', 'paper.reader_failed', 'rate.limited'] as const;
const answering = ['rate.limited', 'roster.link_unknown'] as const;

/** Routes of rosters. */
export const rosterRoutes = {
  getRosterTemplate: defineRoute('getRosterTemplate', { summary: 'An empty table to fill in, with the values that are allowed', access, file: xlsx }),
  listRosterImports: defineRoute('listRosterImports', { summary: 'Rosters that I brought; of all, for the office', access, query: rosterImportQuery, response: pageOf(rosterImport) }),
  // Not repeatable: a body of multipart has no digest. A second preview of one file harms nobody.
  createRosterImport: defineRoute('createRosterImport', { summary: 'Read a roster; nobody is asked anything yet', access, upload: { field: 'file', maxBytes: rosterMaxBytes }, response: rosterImport, status: 201, errors: unreadable }),
  getRosterImport: defineRoute('getRosterImport', { summary: 'One roster', access, params: byId, response: rosterImport }),
  listRosterRows: defineRoute('listRosterRows', { summary: 'Rows of a roster with all that is wrong, those with problems first', access, params: byId, query: rosterRowQuery, response: pageOf(rosterRow) }),
  getRosterFile: defineRoute('getRosterFile', { summary: 'The same table back, with a column of what is wrong', access, params: byId, file: xlsx, errors: ['lifecycle.not_allowed'] }),
  commitRosterImport: defineRoute('commitRosterImport', { summary: 'Ask the people of a roster', access, params: byId, body: rosterCommit, response: rosterImport, errors: ['version.stale', 'lifecycle.not_allowed', 'roster.problems_left', 'roster.nobody_left', 'roster.outdated'] }),
  discardRosterImport: defineRoute('discardRosterImport', { summary: 'Drop a preview, and all that was read', access, params: byId, body: rosterChange, response: rosterImport, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  undoRosterImport: defineRoute('undoRosterImport', { summary: 'Take every question back that is not answered yet', access, params: byId, body: rosterChange, response: rosterImport, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  listRosterEntries: defineRoute('listRosterEntries', { summary: 'People who were asked, in reach', access, query: rosterEntryQuery, response: pageOf(rosterEntry) }),
  // POST, and not repeatable: a link stands in no address and in no answer that is kept.
  createRosterLinks: defineRoute('createRosterLinks', { summary: 'The links of people who have not answered', access, body: rosterLinksInput, response: rosterLinks }),
  remindRosterEntry: defineRoute('remindRosterEntry', { summary: 'Ask once more, at most once a day', access, params: byId, response: rosterEntry, errors: ['roster.not_open', 'roster.reminded_today'] }),
  withdrawRosterEntry: defineRoute('withdrawRosterEntry', { summary: 'Take one question back', access, params: byId, response: rosterEntry, errors: ['roster.not_open'] }),
  lookUpRosterEntry: defineRoute('lookUpRosterEntry', { summary: 'What a link asks', access: 'public', body: tokenInput, response: rosterOffer, errors: answering }),
  acceptRosterEntry: defineRoute('acceptRosterEntry', {
    summary: 'Say yes; the answer signs in', access: 'public', body: rosterAcceptance, response: session, status: 201,
    errors: [...answering, 'roster.wrong_phone', 'roster.sign_in_first', 'auth.password_weak', 'auth.phone_proof_required', 'auth.code_wrong', 'volunteer.too_young', 'reference.not_found'],
  }),
  declineRosterEntry: defineRoute('declineRosterEntry', { summary: 'Say no; this body asks no more', access: 'public', body: tokenInput, response: done, errors: answering }),
} as const;

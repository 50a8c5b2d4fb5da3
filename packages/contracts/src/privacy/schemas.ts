import { z } from 'zod';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { roles } from '../permissions.js';
import { day, id, instant, line, paragraph, version } from '../primitives.js';
import { credentialFilters } from '../talents/credentials.js';
import { nominationFilters } from '../talents/nominations.js';
import { poolTermFilters } from '../talents/schemas.js';
import { volunteerFilters } from '../volunteers/schemas.js';
import { consentKinds, consentMethods } from './consents.js';

/** A key of the field encryption, by its id. `values` are what it has sealed and nobody has sealed anew since. */
export const keyState = z.object({ kid: z.string(), active: z.boolean(), inFile: z.boolean(), firstUsedAt: instant.nullable(), values: z.int() }).meta({ id: 'KeyState' });
/** How far the change to the active key is. Progress runs from 0 to 1. */
export const keyStates = z.object({
  keys: z.array(keyState), columns: z.array(z.object({ table: z.string(), column: z.string(), kid: z.string(), values: z.int() })),
  job: z.object({ state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']), progress: z.number(), resealed: z.int().nullable(), unreadable: z.int().nullable(), createdAt: instant, finishedAt: instant.nullable() }).nullable(),
}).meta({ id: 'KeyStates' });
/** How far the change to the active key is. */
export type KeyStates = z.output<typeof keyStates>;

/** What of a person can be revealed. */
export const revealFields = ['phone', 'email'] as const;
/** What somebody of the staff saw of a person that is not shown to everybody who works here. */
export const accessFields = [...revealFields, 'export', 'minor_record', 'emergency_card', 'slip', 'credential'] as const;
/** By which right: a role, or leading a shift on the spot. */
export const accessRoles = [...roles, 'shift_leader'] as const;
/** A reveal: what is wanted, and why. The person reads the reason. */
export const revealInput = z.strictObject({ field: z.enum(revealFields), reason: paragraph(lengths.note) }).meta({ id: 'RevealInput' });
/** What was revealed, shown this once; null where the person has none. */
export const reveal = z.object({ field: z.enum(revealFields), value: z.string().nullable() }).meta({ id: 'Reveal' });
/** What was revealed. */
export type Reveal = z.output<typeof reveal>;
/** Who saw what of one's data: the body and the role, not the name of who works there. The reason is gone when the person has left. */
export const dataAccess = z.object({ id: z.string(), at: instant, body: z.string(), role: z.enum(accessRoles), field: z.enum(accessFields), reason: z.string().nullable() }).meta({ id: 'DataAccess' });
/** Who saw what of one's data. */
export type DataAccess = z.output<typeof dataAccess>;
/** Newest first unless said. */
export const dataAccessQuery = listQuery(['at'], {}).omit({ q: true, ids: true });
/** Who saw one's data. */
export const dataAccesses = pageOf(dataAccess);

/** What one agreed to of a kind, as it stands now. `asks` says that the text has changed since, and is to be agreed to again. */
export const myConsent = z.object({
  kind: z.enum(consentKinds), needed: z.boolean(), given: z.boolean(), asks: z.boolean(), currentVersion: z.string(), version: z.string().nullable(), givenAt: instant.nullable(),
  method: z.enum(consentMethods).nullable(), withdrawnAt: instant.nullable(),
}).meta({ id: 'MyConsent' });
/** What one agreed to of a kind. */
export type MyConsent = z.output<typeof myConsent>;
/** What one agreed to, of every kind. */
export const myConsents = z.object({ data: z.array(myConsent) });
/** Agreeing to a text: its version as it was read. */
export const consentInput = z.strictObject({ kind: z.enum(consentKinds), version: line(40) }).meta({ id: 'ConsentInput' });
/** Taking an agreement back. */
export const consentWithdrawal = z.strictObject({ kind: z.enum(consentKinds) }).meta({ id: 'ConsentWithdrawal' });

/** What goes when an account is closed. */
export const deletionGoes = ['contact', 'profile', 'notes', 'messages', 'sessions', 'places', 'log_key'] as const;
/** What stays, and on the ground of which law or standard (the words stand under `portal.retention.articles`). */
export const deletionStays = ['records', 'name', 'consents', 'accesses', 'log'] as const;
/** What closing the own account would do: `ties` are rights that somebody else has to take over first; `until` is null for what is kept for good. */
export const myDeletion = z.object({
  ties: z.int(), needsPassword: z.boolean(), keepsName: z.boolean(), places: z.array(z.object({ title: z.string(), startsAt: instant })), goes: z.array(z.enum(deletionGoes)),
  stays: z.array(z.object({ what: z.enum(deletionStays), article: z.enum(['pipl19', 'csl21', 'pipl56', 'gbt40143']), until: day.nullable() })),
}).meta({ id: 'MyDeletion' });
/** What closing the own account would do. */
export type MyDeletion = z.output<typeof myDeletion>;
/** Closing the own account. The password is asked for unless the person has just signed in. */
export const deletionInput = z.strictObject({ password: z.string().min(1).max(lengths.password).optional() }).meta({ id: 'DeletionInput' });

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** All that is kept of a person, by section; `columns` of the acts that the person did for an office are counted. */
export const myData = z.object({
  madeAt: instant, sections: z.array(z.object({ key: z.string(), rows: z.array(z.record(z.string(), cell)) })), acts: z.array(z.object({ column: z.string(), count: z.int() })),
}).meta({ id: 'MyData' });
/** All that is kept of a person. */
export type MyData = z.output<typeof myData>;

/** A rule of keeping: `days` or `years`, neither where it is kept for good; what the nightly job has removed by it, last time and in all. */
export const retentionRule = z.object({
  key: z.string(), table: z.string(), days: z.int().nullable(), years: z.int().nullable(), article: z.enum(['pipl19', 'csl21', 'pipl56', 'gbt40143']), lastRunAt: instant.nullable(), removed: z.int().nullable(), removedInAll: z.int(),
}).meta({ id: 'RetentionRule' });
/** A rule of keeping, and what it has removed. */
export type RetentionRuleView = z.output<typeof retentionRule>;
/** Every rule. */
export const retention = z.object({ data: z.array(retentionRule) });

/** The most people in one export. */
export const exportMost = 100_000;
const q = line(lengths.q).optional();
const why = { purpose: z.enum(['register', 'statistics', 'contact']), reason: paragraph(lengths.note) };
const whether = z.boolean().optional();
/** Which volunteers, as in their list, and why. Whole numbers come only for `contact`, and to those who may see them. */
export const volunteerExport = z.strictObject({ q, ...volunteerFilters, active: whether, ...why }).meta({ id: 'VolunteerExport' });
/** Which terms, as in their list, and why: with a pool and a day it is the roster of that pool. */
export const poolTermExport = z.strictObject({ q, ...poolTermFilters, due: whether, current: whether, suspended: whether, ...why }).meta({ id: 'PoolTermExport' });
/** Which nominations, as in their list, and why. */
export const nominationExport = z.strictObject({ q, ...nominationFilters, waiting: whether, own: whether, ...why }).meta({ id: 'NominationExport' });
/** Which certificates, as in their list, and why. */
export const credentialExport = z.strictObject({ q, ...credentialFilters, sampled: whether, filed: whether, ...why }).meta({ id: 'CredentialExport' });
/** Why a list of people leaves the system. */
export type ExportPurpose = z.output<typeof volunteerExport>['purpose'];

/** States of a request to open a minor's record. */
export const recordRequestStates = ['asked', 'approved', 'refused', 'expired'] as const;
/** Why somebody wants to open a minor's record. */
export const recordRequestInput = z.strictObject({ reason: paragraph(lengths.note) }).meta({ id: 'MinorRecordRequestInput' });
/** A request to open a minor's record: answered by somebody else, and good for a day. */
export const recordRequest = z.object({
  id, volunteer: z.object({ id, name: z.string().describe('masked'), number: z.string(), countyName: z.string() }), state: z.enum(recordRequestStates), reason: z.string(), askedBy: z.string(), own: z.boolean(), askedAt: instant, decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(), until: instant.nullable(), opened: z.int().describe('how often'), version,
}).meta({ id: 'MinorRecordRequest' });
/** A request to open a minor's record. */
export type RecordRequest = z.output<typeof recordRequest>;
/** What waits first. */
export const recordRequestQuery = listQuery(['askedAt'], { state: z.enum(recordRequestStates).optional() }).omit({ q: true });
/** An answer to a request. */
export const recordDecision = z.strictObject({ version }).meta({ id: 'MinorRecordDecision' });
/** A minor's record, for whom it was opened. */
export const minorRecord = z.object({
  id, name: z.string(), number: z.string(), bornOn: day, age: z.int(), unit: z.string().nullable(), countyName: z.string(), registeredAt: instant,
  guardians: z.array(z.object({ name: z.string(), relation: z.string().describe('code: terms.relations'), phone: z.string().nullable().describe('masked') })), until: instant,
}).meta({ id: 'MinorRecord' });
/** A minor's record. */
export type MinorRecord = z.output<typeof minorRecord>;
/** A year of the audit. */
export const auditYear = z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) });
/** Everything that the yearly audit of minors' data counts (未成年人网络保护条例 37). `figures` and `accesses` in the order in which the report prints them. */
export const minorAudit = z.object({
  year: z.int(), madeAt: instant, policy: z.int(), figures: z.array(z.object({ key: z.string().describe('labels: minorAudit.figures'), count: z.int() })),
  accesses: z.array(z.object({ at: instant, who: z.string(), body: z.string(), role: z.enum(accessRoles), field: z.enum(accessFields), number: z.string(), reason: z.string().nullable() })), more: z.int().describe('accesses beyond the first thousand'),
}).meta({ id: 'MinorAudit' });
/** The yearly audit of minors' data. */
export type MinorAudit = z.output<typeof minorAudit>;

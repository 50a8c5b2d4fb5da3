import { z } from 'zod';
import { lengths } from '../lengths.js';
import { day, divisionCode, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { listQuery, pageOf } from '../paging.js';

/** States of a credential: said by the person, seen by the unit (or by the county or the office), looked at again by the office, given back with the reason. */
export const credentialStates = ['declared', 'confirmed', 'audited', 'returned'] as const;
/** The longest number on a certificate. */
export const CREDENTIAL_NUMBER = 60;
/** How many credentials one person keeps at most. */
export const MOST_CREDENTIALS = 30;
/** The largest photo or scan of a certificate, in bytes. */
export const credentialMaxBytes = 15 * 1024 * 1024;
/** What it may be, by content. */
export const credentialTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
/** How staff saw a certificate: the file that the person handed in, the certificate itself, or the register of who issued it. */
export const credentialProofs = ['file', 'original', 'register'] as const;

/** A kind of certificate. `implies`: who holds this one holds those too; a kind that `byCourse` can be had is given by a finished training. */
export const credentialKind = z.object({
  id, key: z.string().nullable(), name: z.string(), note: z.string().nullable(), implies: z.array(named), expires: z.boolean().describe('a last day is demanded'), byCourse: z.boolean(), retired: z.boolean(), sortNo: z.int(), version,
}).meta({ id: 'CredentialKind' });
/** A kind of certificate. */
export type CredentialKind = z.output<typeof credentialKind>;
/** The kinds, in their order. */
export const credentialKinds = pageOf(credentialKind);
const kindFields = { name: line(lengths.name), note: paragraph(lengths.note).nullable(), impliesIds: z.array(id).max(20), expires: z.boolean(), byCourse: z.boolean(), sortNo: z.int().min(0).max(100_000) };
/** A new kind. */
export const credentialKindInput = z.strictObject({ ...kindFields, note: kindFields.note.default(null), impliesIds: kindFields.impliesIds.default([]), expires: z.boolean().default(false), byCourse: z.boolean().default(false), sortNo: kindFields.sortNo.default(1000) }).meta({ id: 'CredentialKindInput' });
/** Changes to a kind. A retired one can be demanded and declared no more; what rests on it stays. */
export const credentialKindChange = z.strictObject({ version, ...z.object({ ...kindFields, retired: z.boolean() }).partial().shape }).meta({ id: 'CredentialKindChange' });

const file = z.object({ name: z.string(), type: z.string(), size: z.int() });
const core = {
  id, kind: named, issuer: z.string(), number: z.string().nullable(), fromDay: day, toDay: day.nullable(), file: file.nullable(), state: z.enum(credentialStates), returned: z.object({ reason: z.string(), at: instant }).nullable(),
  confirmedAt: instant.nullable(), byCourse: z.object({ activityId: id, title: z.string() }).nullable(), declaredAt: instant, version,
};
/** An own credential. `number` is masked. */
export const myCredential = z.object({ ...core, implies: z.array(z.string()).describe('names of what it stands for besides') }).meta({ id: 'MyCredential' });
/** An own credential. */
export type MyCredential = z.output<typeof myCredential>;
/** The own credentials, those that end first at the top. */
export const myCredentials = pageOf(myCredential);
/** Somebody's credential, for staff. `number` is masked; the file shows it to whoever has to compare, and each look is logged. */
export const credential = z.object({
  ...core, person: named, unit: named.nullable(), county: z.object({ code: divisionCode, name: z.string() }), confirmedBy: z.string().nullable(), proof: z.enum(credentialProofs).nullable(), auditedAt: instant.nullable(), auditedBy: z.string().nullable(), sampledAt: instant.nullable(),
}).meta({ id: 'Credential' });
/** Somebody's credential, for staff. */
export type Credential = z.output<typeof credential>;

const credentialFields = { issuer: line(lengths.name), number: line(CREDENTIAL_NUMBER).nullable(), fromDay: day, toDay: day.nullable() };
/** A certificate that somebody declares. A renewed one is declared anew, so that the old one holds until its last day. */
export const credentialInput = z.strictObject({ kindId: id, ...credentialFields, number: credentialFields.number.default(null), toDay: credentialFields.toDay.default(null) }).meta({ id: 'CredentialInput' });
/** Changes before it is confirmed, or after it was given back. */
export const credentialChange = z.strictObject({ version, ...z.object(credentialFields).partial().shape }).meta({ id: 'CredentialChange' });
/** Staff have seen it, in which way, and the days that stand on it. */
export const credentialConfirmation = z.strictObject({ version, proof: z.enum(credentialProofs), fromDay: day.optional(), toDay: day.nullable().optional() }).meta({ id: 'CredentialConfirmation' });
/** Why it is given back. */
export const credentialReturn = z.strictObject({ version, reason: paragraph(lengths.note) }).meta({ id: 'CredentialReturn' });
/** How many confirmed ones are drawn to be looked at again, of one kind or of all. */
export const credentialSampleInput = z.strictObject({ kindId: id.nullable().default(null), size: z.int().min(1).max(200) }).meta({ id: 'CredentialSampleInput' });
/** How many were drawn; fewer where there are not so many. */
export const credentialSample = z.object({ drawn: z.int() }).meta({ id: 'CredentialSample' });
/** What narrows a list of certificates. `poolId`: of people who are in the pool today. */
export const credentialFilters = { state: z.enum(credentialStates).optional(), kindId: id.optional(), unitId: id.optional(), countyCode: divisionCode.optional(), personId: id.optional(), poolId: id.optional(), ending: z.coerce.number().int().min(0).max(366).optional() };
/** Filters of the list. `ending`: whose last day comes within so many days, or has passed. `sampled`: drawn, and not looked at yet. */
export const credentialQuery = listQuery(['personName', 'toDay', 'declaredAt'], { ...credentialFilters, sampled: flag.optional(), filed: flag.optional().describe('a photo or scan was handed in') });

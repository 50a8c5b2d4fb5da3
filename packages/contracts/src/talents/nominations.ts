import { z } from 'zod';
import { lengths } from '../lengths.js';
import { listQuery } from '../paging.js';
import { collectionField, collectionFieldInput, collectionRow } from '../plans/collections.js';
import { day, divisionCode, flag, id, instant, line, named, paragraph, version } from '../primitives.js';

/** How people come into a pool: by their occupation, or because somebody appoints them. */
export const poolEntries = ['automatic', 'appointed'] as const;
/** Who keeps a pool and appoints: the city office, the office of a county, or a unit. */
export const poolOwnerKinds = ['city', 'division', 'unit'] as const;
/** States of a nomination. */
export const nominationStates = ['draft', 'recommended', 'reviewed', 'appointed', 'returned', 'declined', 'withdrawn'] as const;
/** What the person says to it. */
export const nominationConsents = ['asked', 'agreed', 'refused', 'on_behalf'] as const;
/** How a letter of appointment stands today. */
export const appointmentStates = ['valid', 'upcoming', 'suspended', 'expired', 'ended'] as const;
/** Longest and most of what a pool may hold. */
export const poolLimits = { aliases: 20, questions: 20, quota: 100_000, months: 120, renewDays: 365, letterWords: 1000, pattern: 60, code: 12 } as const;

const many = z.int().min(1).max(poolLimits.quota).nullable();
const owner = z.strictObject({ kind: z.enum(poolOwnerKinds), id: z.string().max(lengths.id).nullable() });
const settings = {
  name: line(lengths.name), note: paragraph(lengths.note).nullable(), aliases: z.array(line(lengths.name)).max(poolLimits.aliases), owner, entry: z.enum(poolEntries), unitsRecommend: z.boolean(), peopleApply: z.boolean(), countyReviews: z.boolean(),
  quota: many, countyQuota: many, termMonths: z.int().min(1).max(poolLimits.months).nullable(), renewDays: z.int().min(0).max(poolLimits.renewDays), letter: z.boolean(), letterWords: paragraph(poolLimits.letterWords).nullable(), numberPattern: line(poolLimits.pattern).nullable(),
  questions: z.array(collectionFieldInput).max(poolLimits.questions), menu: z.boolean(), menuNames: z.boolean(), menuRatings: z.boolean(),
};
/** A new pool. */
export const poolInput = z.strictObject({
  ...settings, note: settings.note.default(null), aliases: settings.aliases.default([]), owner: owner.default({ kind: 'city', id: null }), entry: settings.entry.default('appointed'), unitsRecommend: settings.unitsRecommend.default(true), peopleApply: settings.peopleApply.default(false), countyReviews: settings.countyReviews.default(true),
  quota: many.default(null), countyQuota: many.default(null), termMonths: settings.termMonths.default(24), renewDays: settings.renewDays.default(60), letter: settings.letter.default(true), letterWords: settings.letterWords.default(null), numberPattern: settings.numberPattern.default(null), questions: settings.questions.default([]), menu: z.boolean().default(false).describe('its members offer talks'), menuNames: z.boolean().default(false).describe('lecturers who agree are named'), menuRatings: z.boolean().default(false).describe('ratings can be read by anybody'),
}).meta({ id: 'PoolInput' });
/** Changes of a pool. Answers that were given keep the questions that they answer. */
export const poolChange = z.strictObject({ version, ...settings }).partial().required({ version: true }).meta({ id: 'PoolChange' });
/** A pool with all that is set for it. `may`: what the reader may do with it. */
export const poolSettings = z.object({
  id, key: z.string(), name: z.string(), note: z.string().nullable(), aliases: z.array(z.string()), owner: z.object({ kind: z.enum(poolOwnerKinds), id: z.string().nullable(), name: z.string() }), entry: z.enum(poolEntries), unitsRecommend: z.boolean(), peopleApply: z.boolean(), countyReviews: z.boolean(), quota: z.int().nullable(), countyQuota: z.int().nullable(),
  termMonths: z.int().nullable(), renewDays: z.int(), letter: z.boolean(), letterWords: z.string().nullable(), numberPattern: z.string().nullable(), questions: z.array(collectionField), questionsVersion: z.int(), menu: z.boolean(), menuNames: z.boolean(), menuRatings: z.boolean(), members: z.int().describe('in the reader’s reach, today'), places: z.int().nullable().describe('places left of the quota'),
  may: z.object({ write: z.boolean(), recommend: z.boolean(), appoint: z.boolean() }), version,
}).meta({ id: 'PoolSettings' });
/** A pool with all that is set for it. */
export type PoolSettings = z.output<typeof poolSettings>;

const act = z.object({ by: z.string(), at: instant });
/** Somebody who is to be taken into a pool (推荐、申请). */
export const nomination = z.object({
  id, pool: named, person: named, unit: named.nullable(), county: z.object({ code: z.string(), name: z.string() }).nullable().describe('whose office reviews; nobody where no county has a say'), own: z.boolean().describe('the person applies'), state: z.enum(nominationStates), consent: z.enum(nominationConsents), consentNote: z.string().nullable(),
  words: z.string().nullable(), questions: z.array(collectionField).describe('as they were when it was answered'), answers: collectionRow, reason: z.string().nullable().describe('why it came back, was declined or withdrawn'), submitted: act.nullable(), reviewed: act.nullable(), decided: act.nullable(), termId: id.nullable(), createdAt: instant,
  may: z.object({ write: z.boolean(), review: z.boolean(), appoint: z.boolean(), withdraw: z.boolean() }), version,
}).meta({ id: 'Nomination' });
/** Somebody who is to be taken into a pool. */
export type Nomination = z.output<typeof nomination>;
/** What narrows a list of nominations. `waiting`: what the reader is to decide. */
export const nominationFilters = { poolId: id.optional(), unitId: id.optional(), personId: id.optional(), countyCode: divisionCode.optional(), state: z.enum(nominationStates).optional(), consent: z.enum(nominationConsents).optional() };
/** Filters of the list. `own`: the person applies. */
export const nominationQuery = listQuery(['created', 'personName'], { ...nominationFilters, waiting: flag.optional(), own: flag.optional() });
const words = paragraph(lengths.note).nullable();
/** A draft. */
export const nominationInput = z.strictObject({ poolId: id, volunteerId: id, words: words.default(null), answers: collectionRow.default({}), consentNote: paragraph(lengths.note).nullable().default(null).describe('how the person agreed, where somebody says so for them') }).meta({ id: 'NominationInput' });
/** Changes of a draft, or of what came back. */
export const nominationChange = z.strictObject({ version, words: words.optional(), answers: collectionRow.optional(), consentNote: paragraph(lengths.note).nullable().optional() }).meta({ id: 'NominationChange' });
/** Appoints. Without days: from today, for as long as the pool says. */
export const nominationAppointment = z.strictObject({ version, fromDay: day.optional(), toDay: day.nullable().optional() }).meta({ id: 'NominationAppointment' });

/** A letter of appointment (聘书). */
export const appointmentLetter = z.object({ number: z.string(), issuedAt: instant, checkUrl: z.string() }).meta({ id: 'AppointmentLetter' });
/** A term with all that belongs to it. */
export const poolTermDetail = z.object({
  id, pool: named, person: named, unit: named.nullable(), fromDay: day, toDay: day.nullable(), ended: z.object({ on: day, reason: z.string() }).nullable(), state: z.enum(appointmentStates), suspended: z.object({ from: day, to: day.nullable(), reason: z.string() }).nullable(), renewedBy: id.nullable(), willing: z.boolean().nullable(), willingAskedAt: instant.nullable(), letter: appointmentLetter.nullable(),
  nominationId: id.nullable(), may: z.object({ keep: z.boolean(), end: z.boolean() }),
}).meta({ id: 'PoolTermDetail' });
/** A term with all that belongs to it. */
export type PoolTermDetail = z.output<typeof poolTermDetail>;
/** Holds a term for a while. */
export const termSuspension = z.strictObject({ fromDay: day.optional(), toDay: day.nullable().default(null), reason: paragraph(lengths.note) }).meta({ id: 'TermSuspension' });
/** Goes on after the last day. Without one: for as long as the pool says. */
export const termRenewal = z.strictObject({ toDay: day.nullable().optional() }).meta({ id: 'TermRenewal' });

/** The own pools: terms, what is asked, and where one may apply. */
export const myPools = z.object({
  terms: z.array(poolTermDetail.omit({ may: true, nominationId: true, renewedBy: true })), nominations: z.array(nomination.omit({ may: true }).extend({ by: z.string().nullable() })),
  open: z.array(z.object({ id, name: z.string(), note: z.string().nullable(), questions: z.array(collectionField) })),
}).meta({ id: 'MyPools' });
/** The own pools. */
export type MyPools = z.output<typeof myPools>;
/** An application of one's own. */
export const applicationInput = z.strictObject({ poolId: id, words: words.default(null), answers: collectionRow.default({}) }).meta({ id: 'PoolApplicationInput' });
/** Yes or no. */
export const yesOrNo = z.strictObject({ yes: z.boolean() }).meta({ id: 'YesOrNo' });

/** The address of a check: the number that stands in the letter. */
export const appointmentPath = z.strictObject({ number: line(lengths.docNumber) });
/** The code beside the number; without it nobody is told anything. */
export const appointmentCheckQuery = z.strictObject({ code: z.string().trim().min(1).max(poolLimits.code) });
/** What anybody is told who holds a letter. */
export const appointmentCheck = z.object({ number: z.string(), name: z.string().describe('masked'), pool: z.string(), unit: z.string().nullable(), fromDay: day, toDay: day.nullable(), issuer: z.string(), state: z.enum(appointmentStates), checkedOn: day }).meta({ id: 'AppointmentCheck' });
/** What anybody is told who holds a letter. */
export type AppointmentCheck = z.output<typeof appointmentCheck>;

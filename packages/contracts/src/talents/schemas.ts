import { z } from 'zod';
import { lengths } from '../lengths.js';
import { day, divisionCode, flag, id, named, paragraph } from '../primitives.js';
import { listQuery } from '../paging.js';
import { skillLevels } from '../volunteers/levels.js';
import { poolEntries } from './nominations.js';
import { talkLanguages } from './talks.js';

/** A pool of people: 科普讲师团, 科技志愿者, … `members` counts those in reach whose term runs today. */
export const pool = z.object({ id, key: z.string(), name: z.string(), note: z.string().nullable(), sortNo: z.int(), members: z.int(), entry: z.enum(poolEntries), quota: z.int().nullable(), waiting: z.int().describe('nominations that the reader is to decide') }).meta({ id: 'Pool' });
/** A pool of people. */
export type Pool = z.output<typeof pool>;
/** A person's term in a pool. `unit`: the body that the person belongs to, for whom the term counts. */
export const poolTerm = z.object({ id, pool: named, person: named, unit: named.nullable(), county: z.object({ code: divisionCode, name: z.string() }).describe('where the person lives'), fromDay: day, toDay: day.nullable(), ended: z.object({ on: day, reason: z.string() }).nullable(), number: z.string().nullable().describe('of the letter of appointment'), issuedOn: day.nullable().describe('the day of that letter'), suspended: z.boolean(), willing: z.boolean().nullable(), asked: z.boolean() }).meta({ id: 'PoolTerm' });
/** A person's term in a pool. */
export type PoolTerm = z.output<typeof poolTerm>;
/** A new term. */
export const poolTermInput = z.strictObject({ poolId: id, volunteerId: id, fromDay: day.optional(), toDay: day.nullable().default(null) }).meta({ id: 'PoolTermInput' });
/** Why and when a term ends. */
export const poolTermEnd = z.strictObject({ on: day, reason: paragraph(lengths.note) }).meta({ id: 'PoolTermEnd' });
/** What somebody said to whether they go on, or that nobody has asked. */
export const termAnswers = ['yes', 'no', 'asked', 'unasked'] as const;
/** What narrows a list by what people say of themselves: how well they know a topic (or any), what they speak, and who is away on a day. */
export const profileFilters = { topicId: id.optional(), level: z.enum(skillLevels).optional().describe('at least, in the topic or in any'), language: z.enum(talkLanguages).optional(), away: day.optional().describe('has said to be away on that day') };
/** What narrows a list of terms. `current` asks about today, `on` about any day. */
export const poolTermFilters = { poolId: id.optional(), unitId: id.optional(), countyCode: divisionCode.optional().describe('where people live'), personId: id.optional(), ...profileFilters, willing: z.enum(termAnswers).optional(), on: day.optional().describe('terms that run on that day'), ending: z.coerce.number().int().min(0).max(366).optional().describe('whose last day comes within so many days') };
/** Filters of the list of terms. */
export const poolTermQuery = listQuery(['personName', 'fromDay', 'toDay'], { due: flag.optional().describe('ends soon, or has ended, and nothing follows it'), current: flag.optional(), suspended: flag.optional().describe('held today'), ...poolTermFilters });
/** By what people of a pool are counted: the unit for which the term counts, or where they live. */
export const headcountsBy = ['unit', 'county'] as const;
/** The day that is asked about (today where none is given), and by what. */
export const poolHeadcountQuery = z.strictObject({ on: day.optional(), by: z.enum(headcountsBy).default('unit') });
/** How many people are in a pool on a day, part by part, within reach; each is counted once. `id` names the unit or the county; null for people of no unit. */
export const poolHeadcounts = z.object({ on: day, by: z.enum(headcountsBy), members: z.int(), data: z.array(z.object({ id: z.string().nullable(), name: z.string().nullable(), members: z.int() })) }).meta({ id: 'PoolHeadcounts' });
/** How many people are in a pool on a day. */
export type PoolHeadcounts = z.output<typeof poolHeadcounts>;

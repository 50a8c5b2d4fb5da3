import { z } from 'zod';
import { lengths } from '../lengths.js';
import { day, flag, id, named, paragraph } from '../primitives.js';
import { listQuery } from '../paging.js';

/** A pool of people: 科普讲师团, 科技志愿者, … `members` counts those in reach whose term runs today. */
export const pool = z.object({ id, key: z.string(), name: z.string(), note: z.string().nullable(), sortNo: z.int(), members: z.int() }).meta({ id: 'Pool' });
/** A pool of people. */
export type Pool = z.output<typeof pool>;
/** A person's term in a pool. `unit`: the body that the person belongs to, for whom the term counts. */
export const poolTerm = z.object({ id, pool: named, person: named, unit: named.nullable(), fromDay: day, toDay: day.nullable(), ended: z.object({ on: day, reason: z.string() }).nullable() }).meta({ id: 'PoolTerm' });
/** A person's term in a pool. */
export type PoolTerm = z.output<typeof poolTerm>;
/** A new term. */
export const poolTermInput = z.strictObject({ poolId: id, volunteerId: id, fromDay: day.optional(), toDay: day.nullable().default(null) }).meta({ id: 'PoolTermInput' });
/** Why and when a term ends. */
export const poolTermEnd = z.strictObject({ on: day, reason: paragraph(lengths.note) }).meta({ id: 'PoolTermEnd' });
/** Filters of the list of terms. */
export const poolTermQuery = listQuery(['personName', 'fromDay'], { poolId: id.optional(), unitId: id.optional(), personId: id.optional(), current: flag.optional() });

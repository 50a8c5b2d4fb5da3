import { z } from 'zod';
import { activityKinds } from '../activities/schemas.js';
import { lengths } from '../lengths.js';
import { day, flag, id, instant, named, paragraph } from '../primitives.js';
import { listQuery } from '../paging.js';

/** What a presence counts as: 志愿服务时长, 工作业绩, or neither. */
export const ledgers = ['volunteer', 'work', 'none'] as const;
/** A ledger. */
export type Ledger = (typeof ledgers)[number];
/** The rule that chose the ledger; its sentence and source stand in the labels under `terms.ledgerRules`. */
export const ledgerRules = ['own_time', 'duty_time', 'paid', 'too_short', 'corrected'] as const;
/** The rule that chose the ledger. */
export type LedgerRule = (typeof ledgerRules)[number];

/** Hours as the leader confirms them: presence where `minutes` is left out. */
export const hoursInput = z.strictObject({
  rows: z.array(z.strictObject({ signupId: id, minutes: z.int().min(0).max(24 * 60).optional(), onDuty: z.boolean().optional(), note: paragraph(lengths.remark).optional() })).min(1).max(500),
}).meta({ id: 'HoursInput' });
/** How many records were made. */
export const hoursConfirmed = z.object({ records: z.int(), minutes: z.int() }).meta({ id: 'HoursConfirmed' });

/** One line of a ledger; never changed. A reversal has negative minutes and names what it takes back. */
export const serviceRecord = z.object({
  id, volunteer: z.object({ id, name: z.string(), number: z.string() }), activity: named, kind: z.enum(activityKinds), unit: named, shiftId: id, position: z.string(), day, minutes: z.int(), ledger: z.enum(ledgers), rule: z.enum(ledgerRules),
  reverses: id.nullable(), reversedBy: id.nullable(), reason: z.string().nullable(), confirmedBy: z.string(), createdAt: instant,
}).meta({ id: 'ServiceRecord' });
/** One line of a ledger. */
export type ServiceRecord = z.output<typeof serviceRecord>;
/** Filters of the ledger. */
export const serviceRecordQuery = listQuery(['day', 'minutes', 'createdAt'], { volunteerId: id.optional(), activityId: id.optional(), unitId: id.optional(), ledger: z.enum(ledgers).optional(), from: day.optional(), to: day.optional(), reversals: flag.optional() });
/** The own lines. */
export const myServiceRecordQuery = listQuery(['day'], { ledger: z.enum(ledgers).optional() });
/** Takes a record back, and says what stands instead: nothing, or other minutes or another ledger. */
export const reversal = z.strictObject({ reason: paragraph(lengths.note), instead: z.strictObject({ minutes: z.int().min(1).max(24 * 60), ledger: z.enum(ledgers) }).nullable().default(null) }).meta({ id: 'Reversal' });
/** The own service in figures. */
export const myService = z.object({ services: z.int(), volunteerMinutes: z.int(), workMinutes: z.int(), thisYearMinutes: z.int(), toConfirm: z.int().describe('presences whose hours are not confirmed yet') }).meta({ id: 'MyService' });
/** The own service in figures. */
export type MyService = z.output<typeof myService>;

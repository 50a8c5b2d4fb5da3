import { z } from 'zod';
import { lengths } from '../lengths.js';
import { id, instant, line, named, paragraph, version } from '../primitives.js';
import { listQuery } from '../paging.js';
import { occupations } from '../volunteers/schemas.js';
import { activityStates, positionRoles } from './schemas.js';

/** States of a sign-up: 待确认, 候补, 已录取, 未录取, 已退出, 活动取消. */
export const signupStates = ['requested', 'waiting', 'confirmed', 'refused', 'withdrawn', 'cancelled'] as const;
/** How a presence was noted: on the tick list, by the rotating code, by the person, or assumed at the planned end. */
export const attendanceMethods = ['list', 'code', 'self', 'assumed'] as const;
/** States of an attendance: there, gone again, absent, and the hours settled. */
export const attendanceStates = ['present', 'left', 'absent', 'settled'] as const;

const attendance = z.object({
  state: z.enum(attendanceStates), inAt: instant.nullable(), inBy: z.enum(attendanceMethods).nullable(), outAt: instant.nullable(), outBy: z.enum(attendanceMethods).nullable(), minutes: z.int().nullable().describe('proposed, or settled'),
});
const where = z.object({
  activity: z.object({ id, title: z.string(), state: z.enum(activityStates) }), unit: named, place: z.string(), countyName: z.string(),
  shift: z.object({ id, startsAt: instant, endsAt: instant, cancelled: z.boolean(), moved: z.boolean() }), position: z.object({ id, name: z.string(), role: z.enum(positionRoles) }),
});
/** How many children under 8 come along with a grown-up: a number and nothing else is kept of them. They take no place and are counted nowhere. */
const companions = z.int().min(0).max(3);
/** Of the text of the risks that was read. */
const riskHash = z.string().regex(/^[0-9a-f]{64}$/).describe('of the text that was read; needed where children come along').nullable().default(null);
const accompanied = { companions: z.int().describe('children under 8 who come along'), companionsToConfirm: z.boolean().describe('the risks have another text since, or the person is a minor on the day') };
/** The own sign-up. `place`: which one in the waiting list, from 1. `code` and `check` say whether there is something to do now. */
export const mySignup = z.object({
  id, state: z.enum(signupStates), queue: z.int().nullable(), reason: z.string().nullable(), ...where.shape, attendance: attendance.nullable(), mayCheckIn: z.boolean(), mayCheckOut: z.boolean(), mayWithdraw: z.boolean(),
  team: z.string().nullable().describe('with whom the place was taken'), reasonToWithdraw: z.boolean().describe('it is so late that a reason is asked for'), ...accompanied, mayBring: z.boolean().describe('the number of companions can be set now'), signedUpAt: instant, version,
}).meta({ id: 'MySignup' });
/** The own sign-up. */
export type MySignup = z.output<typeof mySignup>;
/** Whether to wait in the list when there is no place; `onDuty`: the person comes in working hours, on the unit's behalf; `companions`: children under 8 who come along. */
export const signupInput = z.strictObject({ waitIfFull: z.boolean().default(false), onDuty: z.boolean().default(false), note: line(lengths.remark).nullable().default(null), companions: companions.default(0), riskHash }).meta({ id: 'SignupInput' });
/** Another number of children who come along, or the same once more after the risks have changed. */
export const companionsInput = z.strictObject({ version, companions, riskHash }).meta({ id: 'CompanionsInput' });
/** A place for somebody who asked for it by phone. */
export const placementInput = z.strictObject({ volunteerId: id, onDuty: z.boolean().default(false), note: line(lengths.remark) }).meta({ id: 'PlacementInput' });
/** Leaving. A reason is asked for within a day of the beginning. */
export const withdrawal = z.strictObject({ version, reason: paragraph(lengths.note).nullable().default(null) }).meta({ id: 'Withdrawal' });
/** The own sign-ups, those to come first. */
export const mySignupQuery = listQuery(['startsAt'], { upcoming: z.enum(['true', 'false']).transform((value) => value === 'true').optional() });

/** A sign-up as the unit sees it. */
export const signup = z.object({
  id, state: z.enum(signupStates), queue: z.int().nullable(), reason: z.string().nullable(), volunteer: z.object({ id, name: z.string(), number: z.string(), occupation: z.enum(occupations), unit: named.nullable(), countyName: z.string(), minor: z.boolean().describe('the name is masked') }),
  ...where.shape, onDuty: z.boolean(), ...accompanied, note: z.string().nullable(), byStaff: z.string().nullable(), team: z.string().nullable().describe('with whom the place was taken'), attendance: attendance.nullable(), signedUpAt: instant, version,
}).meta({ id: 'Signup' });
/** A sign-up as the unit sees it. */
export type Signup = z.output<typeof signup>;
/** Filters of the list of sign-ups. */
export const signupQuery = listQuery(['signedUpAt', 'startsAt', 'volunteerName'], { activityId: id.optional(), shiftId: id.optional(), positionId: id.optional(), volunteerId: id.optional(), state: z.enum(signupStates).optional() });

/** Who is expected at a shift, in the order of names: the tick list. */
export const roster = z.object({
  shift: z.object({ id, startsAt: instant, endsAt: instant, cancelled: z.boolean() }), activity: z.object({ id, title: z.string(), place: z.string(), countyName: z.string(), unit: named }), leader: named.nullable(),
  open: z.boolean().describe('marks are taken now'), mayConfirmHours: z.boolean(), companions: z.int().describe('children under 8 who come along, in all'),
  rows: z.array(z.object({ signupId: id, name: z.string(), number: z.string(), position: z.string(), onDuty: z.boolean(), ...accompanied, minor: z.object({ age: z.int(), accompanied: z.boolean(), escort: z.string().nullable().describe('the teacher who goes along'), consent: z.enum(['given', 'changed', 'missing']) }).nullable(), attendance: attendance.nullable(), team: z.string().nullable(), proposedMinutes: z.int().nullable(), recorded: z.boolean(), realName: z.boolean(), frozen: z.boolean() })),
}).meta({ id: 'Roster' });
/** Who is expected at a shift. */
export type Roster = z.output<typeof roster>;
/** The code of this moment: under its address any camera opens it; the digits are for reading out. */
export const shiftCode = z.object({ url: z.string(), qr: z.string().describe('SVG'), digits: z.string(), validUntil: instant, stepSeconds: z.int() }).meta({ id: 'ShiftCode' });
/** The code of this moment. */
export type ShiftCode = z.output<typeof shiftCode>;
/** The code that was scanned or read out. */
export const checkInInput = z.strictObject({ code: z.string().trim().min(6).max(80) }).meta({ id: 'CheckInInput' });
/** Going home. */
export const checkOutInput = z.strictObject({}).optional();
/** Marks on the tick list: `clear` takes a mark back while no hours are settled. */
export const marks = z.strictObject({ marks: z.array(z.strictObject({ signupId: id, mark: z.enum(['present', 'left', 'absent', 'clear']) })).min(1).max(500) }).meta({ id: 'Marks' });
/** Asks everybody on the list who has given no real name to do so; each once a day. */
export const realNameReminder = z.strictObject({}).optional();
/** How many are asked. */
export const reminded = z.object({ reminded: z.int() });
/** A shift that the reader leads. */
export const ledShift = z.object({ id, startsAt: instant, endsAt: instant, activity: named, place: z.string(), expected: z.int(), present: z.int(), hoursToConfirm: z.int() }).meta({ id: 'LedShift' });
/** A shift that the reader leads. */
export type LedShift = z.output<typeof ledShift>;
/** Text and QR to pass on in a group. */
export const share = z.object({ text: z.string(), url: z.string(), qr: z.string().describe('SVG') }).meta({ id: 'Share' });

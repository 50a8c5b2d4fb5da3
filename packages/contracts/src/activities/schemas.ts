import { z } from 'zod';
import { file, fileIds } from '../files/schemas.js';
import { lengths } from '../lengths.js';
import { day, divisionCode, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { listQuery } from '../paging.js';
import { occupations } from '../volunteers/schemas.js';

/** What happens: 讲座, 展览, 进社区（下乡）, 义诊咨询, 培训, 开放日, 竞赛, 演出, 其他. */
export const activityKinds = ['lecture', 'exhibition', 'outreach', 'consultation', 'training', 'open_day', 'competition', 'performance', 'other'] as const;
/** What happens. */
export type ActivityKind = (typeof activityKinds)[number];
/** States of an activity. */
export const activityStates = ['draft', 'submitted', 'open', 'reported', 'closed', 'cancelled'] as const;
/** How people get a place: at once, or the unit decides. */
export const signupFlows = ['instant', 'request'] as const;
/** What a person does there: 主讲, 演示, 引导, 医护, 摄影, 协助. */
export const positionRoles = ['lecturer', 'demonstrator', 'guide', 'clinician', 'photographer', 'helper'] as const;
/** How an audience was counted: by the list of names, by hand, by tickets or a gate, or estimated. */
export const turnoutMethods = ['list', 'counted', 'gate', 'estimated'] as const;
/** Who bears the accident insurance. */
export const insurances = ['none_needed', 'organiser', 'platform'] as const;

const requires = z.strictObject({ occupations: z.array(z.enum(occupations)).max(occupations.length).default([]), credentialIds: z.array(id).max(5).default([]).describe('kinds of certificates, all of them to be held on the day'), poolIds: z.array(id).max(5).default([]).describe('pools, of which the person is in one on the day'), minAge: z.int().min(8).max(80).nullable().default(null), note: line(lengths.remark).nullable().default(null) });
const positionFields = { role: z.enum(positionRoles), name: line(lengths.name), minimum: z.int().min(0).max(500), maximum: z.int().min(1).max(500), requires, paid: z.boolean().default(false) };
const positionInput = z.strictObject(positionFields).refine(({ minimum, maximum }) => minimum <= maximum, { path: ['maximum'], message: 'order' });
/** One time at which it happens, with its positions. An `id` keeps what is there already; one that is left out goes. */
const shiftInput = z.strictObject({ id: id.optional(), startsAt: instant, endsAt: instant, positions: z.array(positionInput.safeExtend({ id: id.optional() })).max(20) })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'], message: 'order' });

/** A position with how many are wanted and how many have it. */
export const position = z.object({
  id, role: z.enum(positionRoles), name: z.string(), minimum: z.int(), maximum: z.int(), confirmed: z.int(), waiting: z.int(), free: z.int(), paid: z.boolean(),
  requires: z.object({ occupations: z.array(z.enum(occupations)), credentials: z.array(named), pools: z.array(named), minAge: z.int().nullable(), note: z.string().nullable() }),
}).meta({ id: 'Position' });
/** A position. */
export type Position = z.output<typeof position>;
/** One time at which it happens. `movedFrom`: the time that was announced first. */
export const shift = z.object({
  id, startsAt: instant, endsAt: instant, cancelled: z.object({ reason: z.string() }).nullable(), moved: z.object({ from: instant, reason: z.string() }).nullable(), positions: z.array(position),
}).meta({ id: 'Shift' });
/** One time at which it happens. */
export type Shift = z.output<typeof shift>;
const place = z.object({ code: divisionCode, name: z.string() });

const core = {
  id, title: z.string(), kind: z.enum(activityKinds), state: z.enum(activityStates), unit: named, county: place, township: place.nullable(), place: z.string(), topics: z.array(named), audiences: z.array(named),
  flow: z.enum(signupFlows), startsAt: instant.nullable().describe('of the first shift to come, else of the last one'), endsAt: instant.nullable(), shiftCount: z.int(), minors: z.boolean().describe('minors may serve'), companions: z.boolean().describe('children under 8 may come along with their families'), dangerous: z.boolean().describe('rescue, heights, chemicals …: never for minors'), wanted: z.int().describe('places in all to come'), free: z.int().describe('places still free'), version,
};
/** An activity in a list. */
export const activityRow = z.object(core).meta({ id: 'ActivityRow' });
/** An activity in a list. */
export type ActivityRow = z.output<typeof activityRow>;
/** What the close of an activity says; seen by everybody once accepted. */
const result = z.object({ turnout: z.int(), sessions: z.int(), text: z.string() });
/** Lines of the ledger that were taken back after the result stood, and by how much the minutes changed; null for none. */
const late = z.object({ records: z.int(), minutes: z.int() }).nullable();
/** What only the unit, its county office and the office see. */
const staff = z.object({
  serves: z.array(z.object({ itemId: id, text: z.string(), programme: z.string() })), createdBy: z.string(), createdAt: instant, submittedAt: instant.nullable(), approvedAt: instant.nullable(), approvedBy: z.string().nullable(),
  returned: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(), leaders: z.array(z.object({ shiftId: id, leader: named })), signups: z.object({ requested: z.int(), waiting: z.int(), confirmed: z.int() }),
  hoursToConfirm: z.int(), takenBack: late, report: z.object({
    shifts: z.array(z.object({ shiftId: id, held: z.boolean(), turnout: z.int(), method: z.enum(turnoutMethods) })), text: z.string(), files: z.array(file), withoutPhoto: z.string().nullable(), reportedAt: instant, reportedBy: z.string(),
    acceptedAt: instant.nullable(), acceptedBy: z.string().nullable(),
  }).nullable(),
});
/** One activity. `staff` is null for everybody who does not manage it. */
export const activity = z.object({
  ...core, summary: z.string(), programmes: z.array(named), grants: z.object({ kind: named, months: z.int().nullable() }).nullable().describe('the certificate that whoever finishes it holds, and for how long'), risk: z.object({ statement: z.string(), insurance: z.enum(insurances) }), shifts: z.array(shift), cancelled: z.object({ reason: z.string(), at: instant }).nullable(),
  result: result.nullable(), publishedAt: instant.nullable(), staff: staff.nullable(),
}).meta({ id: 'Activity' });
/** One activity. */
export type Activity = z.output<typeof activity>;

const activityFields = {
  title: line(lengths.title), kind: z.enum(activityKinds), summary: paragraph(lengths.text), topicIds: z.array(id).min(1).max(10), audienceIds: z.array(id).min(1).max(10), countyCode: divisionCode, townshipCode: divisionCode.nullable(),
  place: line(lengths.place), flow: z.enum(signupFlows), riskStatement: paragraph(lengths.note), insurance: z.enum(insurances), minors: z.boolean(), companions: z.boolean(), dangerous: z.boolean(), serves: z.array(id).max(20).describe('items of the paper'), grants: z.strictObject({ kindId: id, months: z.int().min(1).max(120).nullable() }).nullable().describe('of a training: the certificate that it gives'), shifts: z.array(shiftInput).min(1).max(60),
};
/** A new activity, kept as a draft. */
export const activityInput = z.strictObject({ unitId: id, ...activityFields, townshipCode: divisionCode.nullable().default(null), flow: z.enum(signupFlows).default('request'), minors: z.boolean().default(false), companions: z.boolean().default(false), dangerous: z.boolean().default(false), serves: activityFields.serves.default([]), grants: activityFields.grants.default(null) }).meta({ id: 'ActivityInput' });
/** Changes to an activity. Once people can sign up, times change by moving a shift only, and a position keeps room for those who have it. */
export const activityChange = z.strictObject({ version, ...z.object(activityFields).partial().shape }).meta({ id: 'ActivityChange' });
/** The same again, `startsOn` being the day of its first shift; the others keep their distance. */
export const activityCopy = z.strictObject({ startsOn: day }).meta({ id: 'ActivityCopy' });
/** A new time for a shift, with the reason that everybody is told. */
export const shiftMove = z.strictObject({ version, startsAt: instant, endsAt: instant, reason: paragraph(lengths.note) }).refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'], message: 'order' }).meta({ id: 'ShiftMove' });
/** Who leads on the spot: a colleague, or a volunteer who has a place. The right begins and ends with the shift. */
export const leaderInput = z.strictObject({ accountId: id }).meta({ id: 'LeaderInput' });
/** 结项: what happened at each shift, with proof. Without a photo the reason is said. */
export const activityReport = z.strictObject({
  version, shifts: z.array(z.strictObject({ shiftId: id, held: z.boolean(), turnout: z.int().min(0).max(1_000_000), method: z.enum(turnoutMethods) })).min(1).max(60), text: paragraph(lengths.text), fileIds: fileIds.default([]),
  withoutPhoto: line(lengths.remark).nullable().default(null),
}).meta({ id: 'ActivityReport' });

const filters = {
  kind: z.enum(activityKinds).optional(), county: divisionCode.optional(), from: day.optional(), to: day.optional(), topicId: id.optional(), audienceId: id.optional(), free: flag.optional().describe('with free places'), minors: flag.optional().describe('where minors may serve'),
  eligible: flag.optional().describe('that the volunteer who is signed in may do'), unitId: id.optional(), state: z.enum(activityStates).optional(), itemId: id.optional().describe('that serve an item; for those who may read it'),
  managed: flag.optional().describe('that the reader manages, drafts too'),
};
/** Filters of the list of activities. Without `from` and `state`, what is still to come. */
export const activityQuery = listQuery(['startsAt', 'createdAt', 'title'], filters);
/** A month, and a county where one is chosen. */
export const calendarQuery = z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), county: divisionCode.optional() });
/** The activities of a month by day, in the order of their beginning. */
export const calendar = z.object({
  month: z.string(), days: z.array(z.object({ day, shifts: z.array(z.object({ activityId: id, title: z.string(), kind: z.enum(activityKinds), startsAt: instant, endsAt: instant, county: place, free: z.int(), cancelled: z.boolean() })) })),
}).meta({ id: 'Calendar' });
/** The activities of a month by day. */
export type Calendar = z.output<typeof calendar>;

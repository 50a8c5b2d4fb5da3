import { z } from 'zod';
import { complaintKinds } from '../complaints/schemas.js';
import { orderStates } from '../orders/schemas.js';
import { unitReportStatuses } from '../plans/unit-reports.js';
import { day, id, instant, named } from '../primitives.js';

const row = { id, title: z.string(), unit: named, at: instant };
const waiting = z.object({ count: z.int(), first: z.array(z.object(row)).describe('at most five, the oldest first') });
/** Activities and work entries stand in one list, so each says what it is. */
const returned = z.object({ count: z.int(), first: z.array(z.object({ kind: z.enum(['activity', 'work_entry']), ...row })).describe('at most five, the oldest first') });
const followUps = z.object({ count: z.int(), first: z.array(z.object({ kind: z.enum(['adjustment', 'close_out']), planId: id, itemId: id, ...row })).describe('at most five, the oldest first') });
/** What waits for the reader, within reach. A part is null where the reader has nothing to do with it. */
export const desk = z.object({
  today: day, activitiesToApprove: waiting.nullable(), reportsToAccept: waiting.nullable(), workEntriesToCheck: waiting.nullable(), returned: returned.nullable().describe('own activities and work entries that came back'), drafts: returned.nullable().describe('own drafts that wait to be handed in'),
  signupsToDecide: z.object({ count: z.int(), activities: z.array(z.object({ id, title: z.string(), count: z.int() })) }).nullable(), reportsDue: waiting.nullable().describe('own activities that are over and not closed'),
  complaintsToAnswer: z.object({ count: z.int(), first: z.array(z.object({ id, number: z.string(), kind: z.enum(complaintKinds), dueOn: day, daysLeft: z.int() })).describe('at most five, the first due first') }).nullable(),
  ordersToArrange: z.object({ count: z.int(), first: z.array(z.object({ id, number: z.string(), place: z.string(), county: z.string(), state: z.enum(orderStates), at: instant })).describe('at most five, the oldest first') }).nullable().describe('orders of talks that wait for a review, or in whose search nobody is asked'),
  unitReports: z.object({
    count: z.int(), first: z.array(z.object({ periodId: id, reportId: id.nullable(), name: z.string(), unit: named, status: z.enum(unitReportStatuses), dueOn: day, overdue: z.boolean() })).describe('at most five, the first due first'),
  }).nullable().describe('progress that the own units have not reported yet'),
  unitReportsToDecide: z.object({ count: z.int(), first: z.array(z.object({ periodId: id, name: z.string(), planTitle: z.string(), count: z.int() })) }).nullable().describe('reports that wait for the office, by period'),
  drafting: z.object({
    count: z.int(), first: z.array(z.object({ kind: z.enum(['proposal', 'consultation']), id, title: z.string(), unit: named, dueOn: day, overdue: z.boolean() })).describe('at most five, the first due first'),
  }).nullable().describe('proposals and comments that the own units have not handed in yet'),
  followUps: followUps.nullable().describe('own adjustments and close-outs that came back, or wait for the approver'), followUpsToDecide: followUps.nullable().describe('adjustments and close-outs that wait for the office'),
  hoursToConfirm: z.object({ count: z.int(), shifts: z.array(z.object({ id, activityId: id, title: z.string(), endsAt: instant, count: z.int() })) }).nullable(),
  shortOfPeople: z.array(z.object({ id, title: z.string(), unit: named, startsAt: instant, missing: z.int() })).nullable().describe('activities with a shift below its minimum within a week'),
  measuresDue: z.array(z.object({ id, name: z.string(), itemId: id, dueOn: day, state: z.string(), permille: z.int().nullable() })), upcoming: z.array(z.object({ activityId: id, shiftId: id, title: z.string(), startsAt: instant, place: z.string(), confirmed: z.int(), wanted: z.int() })),
}).meta({ id: 'Desk' });
/** What waits for the reader. */
export type Desk = z.output<typeof desk>;

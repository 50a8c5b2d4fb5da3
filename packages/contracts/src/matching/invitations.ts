import { z } from 'zod';
import { positionRoles } from '../activities/schemas.js';
import { pageOf } from '../paging.js';
import { byId, id, instant, named, version } from '../primitives.js';
import { defineRoute } from '../route.js';
import { block, reason } from './schemas.js';

/** States of an invitation to a place; `closed`: nothing is left to answer. */
export const placeInvitationStates = ['sent', 'accepted', 'declined', 'lapsed', 'closed'] as const;
/** State of an invitation to a place. */
export type PlaceInvitationState = (typeof placeInvitationStates)[number];
/** Who asked: the system in waves, the unit one by one, a batch of many positions; or a place has come free for somebody who waits for it. */
export const placeInvitationOrigins = ['wave', 'unit', 'batch', 'waiting'] as const;
/** Who asked. */
export type PlaceInvitationOrigin = (typeof placeInvitationOrigins)[number];
/** What "no, thanks" can be said with, if anybody wants to say it. */
export const noThanksReasons = ['time', 'too_far', 'topic', 'other'] as const;
/** What "no, thanks" can be said with. */
export type NoThanksReason = (typeof noThanksReasons)[number];
/** Why an invitation can no longer be answered with yes; `withdrawn`: the unit has taken the position away. */
export const invitationOvers = ['filled', 'started', 'cancelled', 'withdrawn', 'called_back'] as const;
/** Why an invitation can no longer be answered with yes. */
export type InvitationOver = (typeof invitationOvers)[number];
/** Why somebody was not asked; words under `terms.batchOutcomes`. */
export const inviteSkips = ['unknown', 'not_open', 'too_late', 'full', 'signed_up', 'asked_already', 'blocked', 'no_guardian_word', 'switched_off', 'said_no_lately', 'asked_enough'] as const;
/** Why somebody was not asked. */
export type InviteSkip = (typeof inviteSkips)[number];
/** Why nobody is asked for a position now. */
export const waveRests = ['filled', 'too_early', 'too_late', 'nobody_left'] as const;
/** Why nobody is asked for a position now. */
export type WaveRest = (typeof waveRests)[number];

const role = z.object({ id, name: z.string(), role: z.enum(positionRoles) });

/** What a signed link shows: nothing more personal than the given name. At most three reasons, and two alternatives where it is too late. No position where it was taken away. */
export const invitationPage = z.object({
  state: z.enum(placeInvitationStates), givenName: z.string(), origin: z.enum(placeInvitationOrigins), activity: named, position: role.nullable(), unitName: z.string(), countyName: z.string(), place: z.string(), startsAt: instant, endsAt: instant, answerBy: instant,
  canYes: z.boolean(), canNo: z.boolean(), reasonWanted: z.boolean().describe('who gives up a place on the last day says why'), over: z.enum(invitationOvers).nullable(), off: z.boolean().describe('the person is no longer asked'),
  reasons: z.array(reason), alternatives: z.array(z.object({ activity: named, startsAt: instant, endsAt: instant })),
}).meta({ id: 'InvitationPage' });
/** What a signed link shows. */
export type InvitationPage = z.output<typeof invitationPage>;
/** One tap. */
export const invitationAnswer = z.strictObject({ answer: z.enum(['yes', 'no']), reason: z.enum(noThanksReasons).nullable().default(null) }).meta({ id: 'InvitationAnswer' });

/** An invitation of one's own; `link` is a path of the portal. */
export const myInvitation = z.object({
  id, link: z.string(), state: z.enum(placeInvitationStates), activity: named, position: role.nullable(), place: z.string(), startsAt: instant, endsAt: instant, sentAt: instant, answerBy: instant, over: z.enum(invitationOvers).nullable(),
}).meta({ id: 'MyInvitation' });
/** An invitation of one's own. */
export type MyInvitation = z.output<typeof myInvitation>;
/** One's own invitations, and whether they are switched off. */
export const myInvitations = pageOf(myInvitation).extend({ off: z.boolean() }).meta({ id: 'MyInvitations' });
/** One's own invitations. */
export type MyInvitations = z.output<typeof myInvitations>;
/** Whether one is no longer asked. */
export const invitationPreference = z.strictObject({ off: z.boolean() }).meta({ id: 'InvitationPreference' });

/** An invitation as the unit sees it: names as in the list of candidates. */
export const positionInvitation = z.object({
  id, volunteer: z.object({ id, name: z.string(), number: z.string() }), state: z.enum(placeInvitationStates), origin: z.enum(placeInvitationOrigins), wave: z.int().nullable(), sentAt: instant, answerBy: instant, answeredAt: instant.nullable(), reason: z.enum(noThanksReasons).nullable(), version,
}).meta({ id: 'PositionInvitation' });
/** An invitation as the unit sees it. */
export type PositionInvitation = z.output<typeof positionInvitation>;
/** Whom a unit asks. */
export const inviteInput = z.strictObject({ volunteerIds: z.array(id).min(1).max(50) }).meta({ id: 'InviteInput' });
/** Who was asked, and who was not and why. */
export const invited = z.object({ sent: z.array(z.object({ volunteerId: id, answerBy: instant })), skipped: z.array(z.object({ volunteerId: id, because: z.enum(inviteSkips), block: block.nullable() })) }).meta({ id: 'Invited' });
/** Who was asked, and who was not. */
export type Invited = z.output<typeof invited>;

/** A position and how asking for it stands. `missing`: places below the minimum that nobody has or wants. `next`: what the system does at a time (null: within ten minutes), or would do. */
export const wavePosition = z.object({
  position: role, shift: z.object({ id, startsAt: instant }), minimum: z.int(), maximum: z.int(), confirmed: z.int(), missing: z.int(), asked: z.int(), open: z.int(), yes: z.int(), no: z.int(), silent: z.int(),
  next: z.object({ kind: z.enum(['send', 'wait', 'rest']), at: instant.nullable(), count: z.int().nullable(), because: z.enum(waveRests).nullable() }),
}).meta({ id: 'WavePosition' });
/** A position and how asking for it stands. */
export type WavePosition = z.output<typeof wavePosition>;
/** Whether the system asks for the positions of an activity, and how it stands. `version` is 0 before anybody has switched it. */
export const activityWaves = z.object({ on: z.boolean(), version: z.int(), switchedAt: instant.nullable(), switchedBy: z.string().nullable(), positions: z.array(wavePosition) }).meta({ id: 'ActivityWaves' });
/** Whether the system asks, and how it stands. */
export type ActivityWaves = z.output<typeof activityWaves>;
/** Switches asking on or off. */
export const activityWavesInput = z.strictObject({ on: z.boolean(), version: z.int().min(0) }).meta({ id: 'ActivityWavesInput' });

const byToken = z.strictObject({ token: z.string().regex(/^[\w-]{22}\.[0-9a-z]{4,9}\.[\w-]{43}$/) });

/** Routes of invitations to places. */
export const placeInvitationRoutes = {
  getInvitationPage: defineRoute('getInvitationPage', { summary: 'What a signed link asks', access: 'public', params: byToken, response: invitationPage, errors: ['rate.limited', 'place_invitation.unknown'] }),
  answerInvitation: defineRoute('answerInvitation', {
    summary: 'Yes or no, without signing in; can be changed while there is a place', access: 'public', params: byToken, body: invitationAnswer, response: invitationPage,
    errors: ['rate.limited', 'place_invitation.unknown', 'volunteer.required', 'signup.exists', 'signup.overlap', 'signup.not_eligible', 'signup.reason_required', 'consent.missing', 'lifecycle.not_allowed', 'version.stale'],
  }),
  stopInvitations: defineRoute('stopInvitations', { summary: 'Switches invitations off by the link of one', access: 'public', params: byToken, response: invitationPage, errors: ['rate.limited', 'place_invitation.unknown'] }),
  listMyInvitations: defineRoute('listMyInvitations', { summary: 'One’s own invitations of the last weeks, newest first', access: 'signed-in', response: myInvitations }),
  setMyInvitations: defineRoute('setMyInvitations', { summary: 'Switches one’s own invitations off or on', access: 'signed-in', body: invitationPreference, response: myInvitations, errors: ['volunteer.required'] }),
  listPositionInvitations: defineRoute('listPositionInvitations', { summary: 'Who was asked for a position, newest first', access: 'signup:decide', params: byId, query: z.strictObject({ page: z.coerce.number().int().min(1).max(1000).default(1), perPage: z.coerce.number().int().min(1).max(200).default(25) }), response: pageOf(positionInvitation) }),
  createPositionInvitations: defineRoute('createPositionInvitations', { summary: 'Asks candidates; who may not be asked is skipped with the reason', access: 'signup:decide', params: byId, body: inviteInput, response: invited, status: 201, repeatable: true }),
  callInvitationBack: defineRoute('callInvitationBack', { summary: 'Takes back a question that was not answered', access: 'signup:decide', params: byId, body: z.strictObject({ version }), response: positionInvitation, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  getActivityWaves: defineRoute('getActivityWaves', { summary: 'How asking for the positions of an activity stands, and what comes next', access: 'signup:decide', params: byId, response: activityWaves }),
  setActivityWaves: defineRoute('setActivityWaves', { summary: 'Lets the system ask in waves, or no longer', access: 'signup:decide', params: byId, body: activityWavesInput, response: activityWaves, errors: ['version.stale'] }),
} as const;

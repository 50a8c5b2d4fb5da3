import { z } from 'zod';
import { positionRoles } from '../activities/schemas.js';
import { signupStates } from '../activities/signups.js';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { day, flag, id, instant, line, named, paragraph, version } from '../primitives.js';

/** States of a team: gathers its people, serves, rests, is over. */
export const teamStates = ['forming', 'active', 'paused', 'disbanded'] as const;
/** States of a membership: asked by the team, waits for a guardian's word, in it, did not want, left or was taken out. */
export const teamMemberStates = ['invited', 'consent', 'member', 'declined', 'left'] as const;
/** States of a team's sign-up: a unit has asked the team, it comes, it declined, it called off, the unit took its question back, the unit has no place for it. */
export const teamSignupStates = ['invited', 'coming', 'declined', 'cancelled', 'retracted', 'refused'] as const;
/** Why a member does not come along, as far as it is the leader's to know: what of a person's own stands against it is that person's to read. */
export const teamBlocks = ['overlap', 'exists', 'refused', 'consent', 'age', 'requirement', 'time', 'left', 'full', 'other'] as const;
/** Why a member does not come along. */
export type TeamBlock = (typeof teamBlocks)[number];
/** Most of what a team may have. `together`: people of one sign-up, all of whom are looked at in one unit of work. */
export const teamLimits = { about: 500, members: 300, together: 60, led: 20 } as const;

/** A kind of team, as the office keeps them: 服务队, 巡演队, 先锋岗, 青年文明号 … */
export const teamKind = z.object({ id, key: z.string(), name: z.string(), note: z.string().nullable(), sortNo: z.int(), closed: z.boolean().describe('no new team of it is formed'), teams: z.int().describe('teams of it that are not disbanded, within reach'), version }).meta({ id: 'TeamKind' });
/** A kind of team. */
export type TeamKind = z.output<typeof teamKind>;
/** A new kind of team. */
export const teamKindInput = z.strictObject({ name: line(lengths.name), note: line(lengths.note).nullable().default(null) }).meta({ id: 'TeamKindInput' });
/** Changes to a kind of team. */
export const teamKindChange = z.strictObject({ version, name: line(lengths.name).optional(), note: line(lengths.note).nullable().optional(), sortNo: z.int().min(0).max(10_000).optional(), closed: z.boolean().optional() }).meta({ id: 'TeamKindChange' });

/** What a team has done together: shifts to which it came, people who served, and the minutes of all of them. */
const served = z.object({ activities: z.int(), people: z.int(), minutes: z.int() });
/** What a team has done together. */
export type TeamServed = z.output<typeof served>;
const about = { name: z.string(), kind: named, unit: named, about: z.string().nullable(), state: z.enum(teamStates), members: z.int().describe('who is in it today') };
/** A team as staff see it. */
export const team = z.object({ id, ...about, leader: named.nullable(), reason: z.string().nullable().describe('of the rest or the end'), createdAt: instant, served, may: z.object({ write: z.boolean() }), version }).meta({ id: 'Team' });
/** A team as staff see it. */
export type Team = z.output<typeof team>;
/** Filters of the list of teams. `leaderless`: somebody has to be named. */
export const teamQuery = listQuery(['name', 'createdAt', 'members'], { kindId: id.optional(), unitId: id.optional().describe('with the units below it'), state: z.enum(teamStates).optional(), leaderless: flag.optional() });
/** A team that a unit forms. */
export const teamInput = z.strictObject({ name: line(lengths.name), kindId: id, unitId: id, about: paragraph(teamLimits.about).nullable().default(null) }).meta({ id: 'TeamInput' });
/** Changes to a team. */
export const teamChange = z.strictObject({ version, name: line(lengths.name).optional(), kindId: id.optional(), about: paragraph(teamLimits.about).nullable().optional() }).meta({ id: 'TeamChange' });
/** Who leads from now on: a member who is of age; nobody, where whoever did leaves. */
export const teamLeaderInput = z.strictObject({ version, volunteerId: id.nullable() }).meta({ id: 'TeamLeaderInput' });
/** A team that any unit may ask. */
export const teamChoice = z.object({ id, name: z.string(), kind: named, unit: named, members: z.int() }).meta({ id: 'TeamChoice' });
/** A team that any unit may ask. */
export type TeamChoice = z.output<typeof teamChoice>;
/** Filters of the teams that can be asked. */
export const teamChoiceQuery = listQuery(['name'], { kindId: id.optional() });

/** Somebody in a team, or asked to be. Of a minor the masked name. */
export const teamMember = z.object({
  id, volunteer: z.object({ id, name: z.string(), number: z.string(), minor: z.boolean() }), unit: named.nullable(), state: z.enum(teamMemberStates), leads: z.boolean(), joinedAt: instant.nullable(), leftAt: instant.nullable(), reason: z.string().nullable(), services: z.int(), minutes: z.int(), version,
}).meta({ id: 'TeamMember' });
/** Somebody in a team. */
export type TeamMember = z.output<typeof teamMember>;
/** Filters of the members of a team. */
export const teamMemberQuery = listQuery(['name', 'joinedAt'], { state: z.enum(teamMemberStates).optional() });
/** Somebody who is asked to join. */
export const teamMemberInput = z.strictObject({ volunteerId: id }).meta({ id: 'TeamMemberInput' });

/** How teams and what they did stand, unit by unit. */
export const teamSummaryRow = z.object({ unit: named, teams: z.int(), active: z.int(), members: z.int(), ...served.shape }).meta({ id: 'TeamSummaryRow' });
/** How teams stand, unit by unit. */
export type TeamSummaryRow = z.output<typeof teamSummaryRow>;
/** The days whose services are counted. */
export const teamSummaryQuery = z.strictObject({ from: day.optional(), to: day.optional() });

const where = z.object({
  activity: z.object({ id, title: z.string() }), host: named.describe('the unit of the activity'), place: z.string(), shift: z.object({ id, startsAt: instant, endsAt: instant, cancelled: z.boolean() }), position: z.object({ id, name: z.string(), role: z.enum(positionRoles), left: z.int().describe('places that are free') }),
});
const counts = z.object({ chosen: z.int(), confirmed: z.int(), waiting: z.int(), requested: z.int() });
/** A team's sign-up as the unit sees it: counted as one, and each place a person's. */
export const teamSignup = z.object({
  id, team: named, kind: named, state: z.enum(teamSignupStates), ...where.shape, counts, note: z.string().nullable(), reason: z.string().nullable(), invitedAt: instant.nullable(), answeredAt: instant.nullable(), version, may: z.object({ decide: z.boolean() }),
}).meta({ id: 'TeamSignup' });
/** A team's sign-up as the unit sees it. */
export type TeamSignup = z.output<typeof teamSignup>;
/** Filters of teams' sign-ups. */
export const teamSignupQuery = listQuery(['startsAt', 'createdAt'], { teamId: id.optional(), activityId: id.optional(), positionId: id.optional(), state: z.enum(teamSignupStates).optional() });
/** A unit asks a team. */
export const teamInvitationInput = z.strictObject({ teamId: id, note: line(lengths.remark).nullable().default(null) }).meta({ id: 'TeamInvitationInput' });

/** A member as whoever leads reads it. */
const comrade = z.object({ id, volunteerId: id, name: z.string(), minor: z.boolean(), leads: z.boolean(), state: z.enum(teamMemberStates), joinedAt: instant.nullable(), version });
/** A team's sign-up as its leader sees it, with each of the people. */
export const myTeamSignup = z.object({
  id, state: z.enum(teamSignupStates), ...where.shape, counts, note: z.string().nullable(), people: z.array(z.object({ volunteerId: id, name: z.string(), state: z.enum(signupStates).nullable().describe('none: a word of the guardian is waited for') })), version, may: z.object({ accept: z.boolean(), cancel: z.boolean() }),
}).meta({ id: 'MyTeamSignup' });
/** A team's sign-up as its leader sees it. */
export type MyTeamSignup = z.output<typeof myTeamSignup>;
/** A team to which one belongs or is asked. */
export const myTeam = z.object({
  id, ...about, leader: z.string().nullable(), mine: z.object({ id, state: z.enum(teamMemberStates), leads: z.boolean(), joinedAt: instant.nullable(), version }), served, version,
}).meta({ id: 'MyTeam' });
/** A team to which one belongs. */
export type MyTeam = z.output<typeof myTeam>;
/** A child whom a team waits for, or has, by the word of a guardian. */
export const childTeam = z.object({ id, child: named, team: named, kind: named, unit: named, about: z.string().nullable(), leader: z.string().nullable(), state: z.enum(teamMemberStates), version }).meta({ id: 'ChildTeam' });
/** A child in a team. */
export type ChildTeam = z.output<typeof childTeam>;
/** The own teams, and those of the own children. */
export const myTeams = z.object({ data: z.array(myTeam), children: z.array(childTeam) }).meta({ id: 'MyTeams' });
/** The own teams. */
export type MyTeams = z.output<typeof myTeams>;
/** A team that one leads: its people, the way in, and where it goes. */
export const ledTeam = myTeam.extend({ code: z.string(), url: z.string(), qr: z.string().describe('SVG'), people: z.array(comrade), signups: z.array(myTeamSignup) }).meta({ id: 'LedTeam' });
/** A team that one leads. */
export type LedTeam = z.output<typeof ledTeam>;
/** What whoever holds the code reads before joining. */
export const teamDoor = z.object({ id, ...about, leader: z.string().nullable(), joined: z.enum(teamMemberStates).nullable(), minor: z.boolean().describe('a guardian is asked') }).meta({ id: 'TeamDoor' });
/** What whoever holds the code reads. */
export type TeamDoor = z.output<typeof teamDoor>;
/** The code of a team, as it is passed on. */
export const teamCode = z.string().trim().regex(/^[2-9A-HJ-NP-Z]{10}$/);
/** Parameters of what stands behind a code. */
export const byTeamCode = z.strictObject({ code: teamCode });
/** Joins by the code. */
export const teamJoin = z.strictObject({ code: teamCode }).meta({ id: 'TeamJoin' });
/** Leaving, and declining what a unit asks; nobody has to say why. */
export const teamLeave = z.strictObject({ version, reason: line(lengths.note).nullable().default(null) }).meta({ id: 'TeamLeave' });

/** Who of a team can come to a position. */
export const teamCandidates = z.object({
  ...where.shape, invited: z.boolean(), data: z.array(z.object({ volunteerId: id, name: z.string(), minor: z.boolean(), may: z.boolean(), block: z.enum(teamBlocks).nullable() })),
}).meta({ id: 'TeamCandidates' });
/** Who of a team can come to a position. */
export type TeamCandidates = z.output<typeof teamCandidates>;
/** For which position. */
export const teamCandidateQuery = z.strictObject({ positionId: id });
/** The team comes: with whom, and whether those for whom no place is left wait. */
export const teamSignupInput = z.strictObject({ positionId: id, volunteerIds: z.array(id).min(1).max(teamLimits.together), waitIfFull: z.boolean().default(false), note: line(lengths.remark).nullable().default(null) }).meta({ id: 'TeamSignupInput' });
/** One tap: all who can come. */
export const teamSignupAnswer = z.strictObject({ version, waitIfFull: z.boolean().default(true) }).meta({ id: 'TeamSignupAnswer' });
/** What became of each. */
export const teamSignupResult = z.object({ signup: myTeamSignup.nullable().describe('none where nobody of them can come'), data: z.array(z.object({ volunteerId: id, name: z.string(), state: z.enum(signupStates).nullable(), block: z.enum(teamBlocks).nullable() })) }).meta({ id: 'TeamSignupResult' });
/** What became of each. */
export type TeamSignupResult = z.output<typeof teamSignupResult>;
/** What became of those of a team whom a unit decided about. */
export const teamDecided = z.object({ signup: teamSignup, data: z.array(z.object({ name: z.string(), block: z.enum(teamBlocks) })).describe('who could not be taken, and why') }).meta({ id: 'TeamDecided' });
/** What became of those of a team. */
export type TeamDecided = z.output<typeof teamDecided>;
/** A page of kinds. */
export const teamKinds = pageOf(teamKind);

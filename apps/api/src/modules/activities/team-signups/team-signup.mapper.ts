import type { MyTeamSignup, TeamBlock, TeamSignup } from '@kepu/contracts';
import { can, teamSignupLifecycle } from '@kepu/domain';
import { fromDbTime } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { closedBecause } from '../signup-steps.js';
import type { TeamPersonRow, TeamSignupRow } from './team-signups.repository.js';

/** Where a team goes, as far as anybody reads it of a published activity. */
export const whereOf = (row: Pick<TeamSignupRow, 'activityId' | 'title' | 'hostId' | 'hostName' | 'place' | 'shiftId' | 'startsAt' | 'endsAt' | 'cancelledAt' | 'positionId' | 'positionName' | 'role' | 'maximum' | 'taken'>) => ({
  activity: { id: row.activityId, title: row.title }, host: { id: row.hostId, name: row.hostName }, place: row.place, shift: { id: row.shiftId, startsAt: fromDbTime(row.startsAt), endsAt: fromDbTime(row.endsAt), cancelled: row.cancelledAt !== null },
  position: { id: row.positionId, name: row.positionName, role: row.role, left: Math.max(0, row.maximum - row.taken) },
});
const countsOf = (row: TeamSignupRow): TeamSignup['counts'] => ({ chosen: Number(row.chosen), confirmed: Number(row.confirmed), waiting: Number(row.waiting), requested: Number(row.requested) });
const timeOf = (value: string | null): string | null => (value === null ? null : fromDbTime(value));

/** For staff. */
export const teamSignupView = (row: TeamSignupRow, may: TeamSignup['may']): TeamSignup => ({
  id: row.id, team: { id: row.teamId, name: row.teamName }, kind: { id: row.kindId, name: row.kindName }, state: row.state, ...whereOf(row), counts: countsOf(row), note: row.note, reason: row.reason, invitedAt: timeOf(row.invitedAt), answeredAt: timeOf(row.answeredAt), version: row.version, may,
});

/** For whoever leads. */
export const myTeamSignupView = (row: TeamSignupRow, people: readonly TeamPersonRow[], now: Date): MyTeamSignup => {
  const open = closedBecause({ activityState: row.activityState, shiftCancelledAt: row.cancelledAt, startsAt: fromDbTime(row.startsAt) }, now) === null;
  return {
    id: row.id, state: row.state, ...whereOf(row), counts: countsOf(row), note: row.note, people: people.filter(({ teamSignupId }) => teamSignupId === row.id).map(({ volunteerId, name, state }) => ({ volunteerId, name, state })), version: row.version,
    may: { accept: open && row.state === 'invited', cancel: open && can(teamSignupLifecycle, row.state, 'call_off') },
  };
};

const blocks: Readonly<Record<string, TeamBlock>> = { 'volunteer.required': 'left', 'signup.overlap': 'overlap', 'signup.exists': 'exists', 'consent.missing': 'consent', 'position.full': 'full' };
/** Hard rules by what the leader may know of them; what is not named here is the person's own affair. */
const rules: Readonly<Record<string, TeamBlock>> = {
  minor_danger: 'age', minor_not_taken: 'age', minor_too_young: 'age', minor_no_guardian: 'consent', age: 'age', occupation: 'requirement', credential_missing: 'requirement', credential_unconfirmed: 'requirement', credential_expired: 'requirement', pool: 'requirement', overlap: 'overlap',
  minor_hours: 'time', minor_late: 'time', absent: 'time', travel_between: 'time', too_many_hours: 'time', rest: 'time', monthly_hours: 'time',
};
/** What a refusal of one person means to whoever leads the team; what stands against all of them is thrown on. */
export const blockOf = (error: unknown): TeamBlock => {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'signup.not_eligible') return rules[String(error.params['block'] ?? '')] ?? 'other';
  const block = blocks[error.code];
  if (!block) throw error;
  return block;
};

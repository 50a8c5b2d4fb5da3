import type { Team, TeamMember, TeamServed } from '@kepu/contracts';
import { isMinor } from '@kepu/domain';
import { fromDbTime } from '../../platform/database/index.js';
import type { TeamMemberRow } from './team-members.repository.js';
import type { TeamRow } from './teams.repository.js';

/** Of a team that has not served yet. */
export const nothingServed: TeamServed = { activities: 0, people: 0, minutes: 0 };
/** An instant, or none. */
export const timeOf = (value: string | null): string | null => (value === null ? null : fromDbTime(value));

/** What everybody who may see a team reads of it. */
export const aboutTeam = (row: TeamRow) => ({ id: row.id, name: row.name, kind: { id: row.kindId, name: row.kindName }, unit: { id: row.unitId, name: row.unitName }, about: row.about, state: row.state, members: Number(row.members) });

/** For staff. */
export const teamView = (row: TeamRow, served: TeamServed | undefined, may: Team['may']): Team => ({
  ...aboutTeam(row), leader: row.leaderId === null ? null : { id: row.leaderId, name: row.leaderName ?? '' }, reason: row.reason, createdAt: fromDbTime(row.createdAt), served: served ?? nothingServed, may, version: row.version,
});

/** Somebody in a team, for staff. */
export const teamMemberView = (row: TeamMemberRow, served: { readonly services: number; readonly minutes: number } | undefined, today: string): TeamMember => ({
  id: row.id, volunteer: { id: row.volunteerId, name: row.name, number: row.number, minor: isMinor(row.bornOn, today) }, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' }, state: row.state, leads: row.leaderId === row.volunteerId, joinedAt: timeOf(row.joinedAt), leftAt: timeOf(row.leftAt), reason: row.reason,
  services: served?.services ?? 0, minutes: served?.minutes ?? 0, version: row.version,
});

import { pageOf } from '../paging.js';
import { decision, reasonedDecision } from '../plans/schemas.js';
import { byId } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';
import * as t from './schemas.js';

const steps = ['version.stale', 'lifecycle.not_allowed'] as const;
const seats = ['signup.closed', 'position.full', 'team.not_active'] as const;

/** Routes of teams (服务队) as staff keep them. */
export const teamRoutes = {
  listTeamKinds: defineRoute('listTeamKinds', { summary: 'Kinds of teams', access: 'team:read', response: t.teamKinds }),
  createTeamKind: defineRoute('createTeamKind', { summary: 'Add a kind of team', access: 'dictionary:write', body: t.teamKindInput, response: t.teamKind, status: 201, repeatable: true, errors: ['team.name_taken'] }),
  updateTeamKind: defineRoute('updateTeamKind', { summary: 'Change a kind of team', access: 'dictionary:write', params: byId, body: t.teamKindChange, response: t.teamKind, errors: ['version.stale', 'team.name_taken'] }),
  listTeams: defineRoute('listTeams', { summary: 'Teams within reach', access: 'team:read', query: t.teamQuery, response: pageOf(t.team) }),
  exportTeams: defineRoute('exportTeams', { summary: 'The same as a workbook', access: 'team:read', query: t.teamQuery, file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  getTeamSummary: defineRoute('getTeamSummary', { summary: 'Teams and what they did, unit by unit', access: 'team:read', query: t.teamSummaryQuery, response: pageOf(t.teamSummaryRow) }),
  listTeamChoices: defineRoute('listTeamChoices', { summary: 'Teams of the city that serve and can be asked', access: 'team:read', query: t.teamChoiceQuery, response: pageOf(t.teamChoice) }),
  createTeam: defineRoute('createTeam', { summary: 'Form a team', access: 'team:write', body: t.teamInput, response: t.team, status: 201, repeatable: true, errors: ['reference.not_found', 'team.name_taken'] }),
  getTeam: defineRoute('getTeam', { summary: 'One team', access: 'team:read', params: byId, response: t.team }),
  updateTeam: defineRoute('updateTeam', { summary: 'Change a team', access: 'team:write', params: byId, body: t.teamChange, response: t.team, errors: [...steps, 'reference.not_found', 'team.name_taken'] }),
  setTeamLeader: defineRoute('setTeamLeader', { summary: 'Name who leads a team', access: 'team:write', params: byId, body: t.teamLeaderInput, response: t.team, errors: [...steps, 'reference.not_found', 'team.leader_minor', 'team.no_leader'] }),
  activateTeam: defineRoute('activateTeam', { summary: 'A team serves, or serves again', access: 'team:write', params: byId, body: decision, response: t.team, errors: [...steps, 'team.no_leader'] }),
  pauseTeam: defineRoute('pauseTeam', { summary: 'A team rests, with a reason', access: 'team:write', params: byId, body: reasonedDecision, response: t.team, errors: steps }),
  disbandTeam: defineRoute('disbandTeam', { summary: 'A team is over, with a reason', access: 'team:write', params: byId, body: reasonedDecision, response: t.team, errors: [...steps, 'team.comes'] }),
  listTeamMembers: defineRoute('listTeamMembers', { summary: 'Who is in a team', access: 'volunteer:read', params: byId, query: t.teamMemberQuery, response: pageOf(t.teamMember) }),
  inviteTeamMember: defineRoute('inviteTeamMember', { summary: 'Ask somebody to join a team', access: 'team:write', params: byId, body: t.teamMemberInput, response: t.teamMember, status: 201, repeatable: true, errors: ['reference.not_found', 'lifecycle.not_allowed', 'team.member_exists', 'team.members_full'] }),
  removeTeamMember: defineRoute('removeTeamMember', { summary: 'Take somebody out of a team, with a reason', access: 'team:write', params: byId, body: reasonedDecision, response: t.teamMember, errors: [...steps, 'team.leader_leaves'] }),
  getTeamHistory: defineRoute('getTeamHistory', { summary: 'What happened to a team and its people', access: 'volunteer:read', params: byId, response: pageOf(historyEntry) }),
} as const;

/** Routes of teams' sign-ups for the units to whose activities they come. */
export const teamSignupRoutes = {
  listTeamSignups: defineRoute('listTeamSignups', { summary: 'Where teams come', access: 'signup:read', query: t.teamSignupQuery, response: pageOf(t.teamSignup) }),
  createTeamInvitation: defineRoute('createTeamInvitation', { summary: 'Ask a team to come', access: 'signup:decide', params: byId, body: t.teamInvitationInput, response: t.teamSignup, status: 201, repeatable: true, errors: ['reference.not_found', 'signup.closed', 'team.not_active', 'team.signed_up'] }),
  retractTeamInvitation: defineRoute('retractTeamInvitation', { summary: 'Take the question back', access: 'signup:decide', params: byId, body: decision, response: t.teamSignup, errors: steps }),
  confirmTeamSignup: defineRoute('confirmTeamSignup', { summary: 'Confirm all of a team who wait for it', access: 'signup:decide', params: byId, body: decision, response: t.teamDecided, errors: [...steps, 'signup.closed'] }),
  refuseTeamSignup: defineRoute('refuseTeamSignup', { summary: 'Refuse a team as one, with a reason', access: 'signup:decide', params: byId, body: reasonedDecision, response: t.teamSignup, errors: steps }),
} as const;

/** Routes of volunteers in teams, and of those who lead them. */
export const myTeamRoutes = {
  getMyTeams: defineRoute('getMyTeams', { summary: 'The own teams, and the children\'s', access: 'signed-in', response: t.myTeams }),
  getTeamDoor: defineRoute('getTeamDoor', { summary: 'The team behind a code', access: 'signed-in', params: t.byTeamCode, response: t.teamDoor, errors: ['rate.limited'] }),
  joinTeam: defineRoute('joinTeam', { summary: 'Join a team by its code', access: 'signed-in', body: t.teamJoin, response: t.myTeams, errors: ['volunteer.required', 'team.closed', 'team.member_exists', 'team.members_full', 'rate.limited'] }),
  acceptTeamInvitation: defineRoute('acceptTeamInvitation', { summary: 'Join the team that asks', access: 'signed-in', params: byId, body: decision, response: t.myTeams, errors: [...steps, 'team.closed', 'team.members_full'] }),
  declineTeamInvitation: defineRoute('declineTeamInvitation', { summary: 'Decline to join', access: 'signed-in', params: byId, body: decision, response: t.myTeams, errors: steps }),
  leaveTeam: defineRoute('leaveTeam', { summary: 'Leave a team', access: 'signed-in', params: byId, body: t.teamLeave, response: t.myTeams, errors: [...steps, 'team.leader_leaves'] }),
  agreeToTeam: defineRoute('agreeToTeam', { summary: 'Let the own child join', access: 'signed-in', params: byId, body: decision, response: t.myTeams, errors: [...steps, 'team.closed', 'team.members_full'] }),
  refuseTeam: defineRoute('refuseTeam', { summary: 'Not let the own child join, or take it out', access: 'signed-in', params: byId, body: decision, response: t.myTeams, errors: steps }),
  getLedTeam: defineRoute('getLedTeam', { summary: 'A team that one leads', access: 'signed-in', params: byId, response: t.ledTeam }),
  renewTeamCode: defineRoute('renewTeamCode', { summary: 'Make a new code; the old one leads nowhere', access: 'signed-in', params: byId, body: decision, response: t.ledTeam, errors: ['version.stale'] }),
  dismissTeamMember: defineRoute('dismissTeamMember', { summary: 'Take somebody out of the team that one leads', access: 'signed-in', params: byId, body: reasonedDecision, response: t.ledTeam, errors: [...steps, 'team.leader_leaves'] }),
  handTeamOver: defineRoute('handTeamOver', { summary: 'Hand the lead to another member', access: 'signed-in', params: byId, body: t.teamMemberInput, response: t.myTeams, errors: ['reference.not_found', 'team.leader_minor'] }),
  getTeamCandidates: defineRoute('getTeamCandidates', { summary: 'Who of the team can come to a position', access: 'signed-in', params: byId, query: t.teamCandidateQuery, response: t.teamCandidates }),
  signTeamUp: defineRoute('signTeamUp', { summary: 'Sign the team up, with the members who come', access: 'signed-in', params: byId, body: t.teamSignupInput, response: t.teamSignupResult, repeatable: true, errors: ['reference.not_found', 'team.signed_up', ...seats] }),
  acceptTeamSignup: defineRoute('acceptTeamSignup', { summary: 'The team comes, as a unit asked: all who can', access: 'signed-in', params: byId, body: t.teamSignupAnswer, response: t.teamSignupResult, errors: [...steps, ...seats] }),
  declineTeamSignup: defineRoute('declineTeamSignup', { summary: 'The team does not come', access: 'signed-in', params: byId, body: t.teamLeave, response: t.ledTeam, errors: steps }),
  cancelTeamSignup: defineRoute('cancelTeamSignup', { summary: 'The team calls off as one', access: 'signed-in', params: byId, body: t.teamLeave, response: t.ledTeam, errors: [...steps, 'signup.reason_required'] }),
} as const;

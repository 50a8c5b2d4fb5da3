import type { Client } from '@kepu/api-client';
import type { ActivityRoom } from './activity-room.js';
import { guides, shift } from './activity-room.js';
import type { Markers, Visitor } from './marking.js';
import { until } from './papers.js';

interface Person { readonly id: string; readonly client: Client }
interface Planting { readonly room: ActivityRoom; readonly owner: Person; readonly leader: Person }
type Planted = Readonly<Record<'teams' | 'teamMembers' | 'teamSignups' | 'teamKinds' | 'sharedThings' | 'thingBookings', readonly string[]>>;

const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });
/** Whoever keeps the team, and whoever reads all of the city. */
const keepers: readonly Visitor[] = ['league', 'office'];

/** A team that somebody leads, left and was taken out of; it was asked, came, called off and was refused, and rests in the end. And things that were asked for, declined, moved and taken back. */
export const plantTeams = async ({ room, owner, leader }: Planting, markers: Markers): Promise<Planted> => {
  const { office, league, women } = room;
  const [kind] = (await league.listTeamKinds()).data;
  const kindId = kind?.id ?? '';
  const all: readonly Visitor[] = ['reader', ...keepers, 'owner', 'leader'];
  const formed = await league.createTeam({ body: { unitId: room.unitId, kindId, name: markers.text('teamname', all, 'createTeam.name'), about: markers.text('teamabout', ['reader', ...keepers, 'leader'], 'createTeam.about') } });
  const { id } = formed;
  const joins = async (person: Person): Promise<{ id: string; version: number }> => {
    const asked = await office.inviteTeamMember({ params: { id }, body: { volunteerId: person.id } });
    const { mine } = (await person.client.acceptTeamInvitation(at(asked))).data.find((team) => team.id === id) ?? { mine: asked };
    return mine;
  };
  await joins(leader);
  const named = await league.setTeamLeader({ params: { id }, body: { version: formed.version, volunteerId: leader.id } });
  await league.activateTeam(at(named));
  const dismissed = await joins(owner);
  // Asked again, somebody's reason is gone from the team: whoever left was told of it.
  const told = (times: number) => until(() => owner.client.listNotices({ query: { perPage: 200 } }), ({ data }) => data.filter((notice) => notice.kind === 'team_dismissed').length === times);
  await leader.client.dismissTeamMember(because(dismissed, markers.text('teamout', ['owner'], 'dismissTeamMember.reason')));
  await told(1);
  await office.removeTeamMember(because(await joins(owner), markers.text('teamtaken', ['owner'], 'removeTeamMember.reason')));
  await told(2);
  const left = await joins(owner);
  await owner.client.leaveTeam({ params: { id: left.id }, body: { version: left.version, reason: markers.text('teamleft', [...keepers, 'owner', 'leader'], 'leaveTeam.reason') } });

  const activity = await room.open({ flow: 'instant', shifts: [shift(400, { positions: [guides] }), shift(410, { positions: [guides] })] });
  const [first = '', second = ''] = activity.shifts.map(({ positions }) => positions[0]?.id ?? '');
  const led: readonly Visitor[] = [...keepers, 'leader'];
  const asked = await league.createTeamInvitation({ params: { id: first }, body: { teamId: id, note: markers.text('teamask', keepers, 'createTeamInvitation.note') } });
  await leader.client.declineTeamSignup({ params: { id: asked.id }, body: { version: asked.version, reason: markers.text('teamno', keepers, 'declineTeamSignup.reason') } });
  const came = await leader.client.signTeamUp({ params: { id }, body: { positionId: second, volunteerIds: [leader.id], note: markers.text('teamnote', keepers, 'signTeamUp.note') } });
  const signupId = came.signup?.id ?? '';
  await leader.client.cancelTeamSignup({ params: { id: signupId }, body: { version: came.signup?.version ?? 0, reason: markers.text('teamoff', keepers, 'cancelTeamSignup.reason') } });
  // The unit is told why before the place is taken again.
  await until(() => league.listNotices({ query: { perPage: 200 } }), ({ data }) => data.some((notice) => notice.kind === 'team_called_off'));
  const again = await leader.client.signTeamUp({ params: { id }, body: { positionId: second, volunteerIds: [leader.id] } });
  await league.refuseTeamSignup(because({ id: signupId, version: again.signup?.version ?? 0 }, markers.text('teamrefused', led, 'refuseTeamSignup.reason')));
  await league.pauseTeam(because(await league.getTeam({ params: { id } }), markers.text('teampause', ['reader', ...keepers, 'leader'], 'pauseTeam.reason')));
  const over = await league.createTeam({ body: { unitId: room.unitId, kindId, name: '解散的队' } });
  await league.disbandTeam(because(over, markers.text('teamover', ['reader', ...keepers], 'disbandTeam.reason')));

  const thing = await league.createSharedThing({ body: { unitId: room.unitId, name: '巡回展车', kind: 'van' } });
  const both: readonly Visitor[] = ['women', 'reader', ...keepers];
  let days = 0;
  const ask = (given: object = {}) => {
    const day = new Date(Date.now() + (100 + (days += 1)) * 86_400_000).toISOString().slice(0, 10);
    return women.createThingBooking({ body: { thingId: thing.id, unitId: room.womenId, place: '文化礼堂', countyCode: '330302', purpose: '集市', from: day, to: day, parts: ['morning'], ...given } });
  };
  const waiting = await ask({ place: markers.text('thingplace', both, 'createThingBooking.place'), purpose: markers.text('thingwhy', both, 'createThingBooking.purpose') });
  // Withdrawn by whoever asked: what is left is nobody's to withdraw.
  await women.withdrawThingBooking(at(waiting));
  const declined = await league.declineThingBooking(because(await ask(), markers.text('thingno', both, 'declineThingBooking.reason')));
  const moving = await ask();
  const moved = await league.moveThingBooking({ params: { id: moving.id }, body: { version: moving.version, reason: markers.text('thingmove', both, 'moveThingBooking.reason'), from: moving.firstDay, to: moving.lastDay, parts: ['evening'] } });
  await league.takeThingBack(because(moved, markers.text('thingback', both, 'takeThingBack.reason')));
  const members = await league.listTeamMembers({ params: { id }, query: {} });
  return { teams: [id, over.id], teamMembers: members.data.map((member) => member.id), teamSignups: [asked.id, signupId], teamKinds: [kindId], sharedThings: [thing.id], thingBookings: [waiting.id, declined.id, moved.id] };
};

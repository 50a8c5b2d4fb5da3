import { Injectable } from '@nestjs/common';
import type { ChildTeam, MyTeam, MyTeams, TeamDoor, TeamServed } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Guardians } from '../guardians/index.js';
import { SealedNames } from '../identity/index.js';
import { TeamAchievements } from './team-achievements.js';
import { newTeamCode } from './team-code.js';
import { TeamMembership } from './team-membership.js';
import { TeamMembersRepository, type TeamMemberRow } from './team-members.repository.js';
import { aboutTeam, nothingServed, timeOf } from './team.mapper.js';
import { Teams } from './teams.service.js';
import { TeamsRepository, type TeamRow } from './teams.repository.js';

/** Looks behind codes by one person: a class of thirty passes one on, nobody tries hundreds. */
const perPerson = { tries: 30, minutes: 10 };

/** What volunteers do in teams: look behind a code, join, answer, leave; what guardians say for their children; and what whoever leads may do with the people. */
@Injectable()
export class OwnTeams {
  constructor(
    private readonly rows: TeamsRepository, private readonly members: TeamMembersRepository, private readonly membership: TeamMembership, private readonly teams: Teams, private readonly achievements: TeamAchievements, private readonly guardians: Guardians, private readonly names: SealedNames, private readonly limits: RateLimits,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork,
  ) {}

  async list(actor: PersonActor): Promise<MyTeams> {
    const children = actor.guardianId === undefined ? await this.guardians.childrenOf(actor.accountId) : [];
    const [mine, theirs] = [await this.members.openOf([actor.accountId]), (await this.members.openOf(children)).filter(({ state }) => state !== 'invited')];
    const teams = new Map((await this.rows.byIds([...new Set([...mine, ...theirs].map(({ teamId }) => teamId))])).map((row) => [row.id, row]));
    const [served, names] = [await this.achievements.of(mine.map(({ teamId }) => teamId)), await this.names.open(theirs.map(({ volunteerId }) => volunteerId))];
    return {
      data: mine.flatMap((member) => { const team = teams.get(member.teamId); return team ? [myTeamView(team, member, served.get(team.id))] : []; }),
      children: theirs.flatMap((member) => { const team = teams.get(member.teamId); return team ? [childTeamView(team, member, names.get(member.volunteerId) ?? member.name)] : []; }),
    };
  }

  /** Errors: `resource.not_found`, `rate.limited`. */
  async door(actor: PersonActor, code: string): Promise<TeamDoor> {
    await this.limits.spend('team door', actor.accountId, perPerson);
    const team = await this.rows.byCode(code);
    if (!team || team.state === 'disbanded') throw notFound();
    return { ...aboutTeam(team), leader: team.leaderName, joined: (await this.members.of(team.id, actor.accountId))?.state ?? null, minor: (await this.membership.minor(actor.accountId)) ?? false };
  }
  /** Errors: `resource.not_found`, `rate.limited`, `volunteer.required`, `team.closed`, `team.member_exists`, `team.members_full`. */
  async join(actor: PersonActor, code: string): Promise<MyTeams> {
    await this.limits.spend('team door', actor.accountId, perPerson);
    const minor = await this.membership.minor(actor.accountId);
    if (minor === null) throw new Refusal('volunteer.required');
    await this.work.run(async () => {
      const team = await this.rows.byCode(code);
      if (!team) throw notFound();
      await this.membership.bring(actor, team, actor.accountId, minor ? 'ask' : 'join');
    });
    return this.list(actor);
  }
  /** Joins at once; a minor's guardian is asked. Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `team.closed`, `team.members_full`. */
  accept(actor: PersonActor, memberId: string, version: number): Promise<MyTeams> {
    return this.own(actor, memberId, async (row) => {
      await this.demandOpen(row.teamId);
      const minor = (await this.membership.minor(actor.accountId)) !== false;
      await this.membership.step(actor, row, version, minor ? 'ask' : 'join', { tell: minor ? 'child_asks' : 'joined' });
    });
  }
  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`. */
  decline(actor: PersonActor, memberId: string, version: number): Promise<MyTeams> { return this.own(actor, memberId, (row) => this.membership.step(actor, row, version, 'decline', { tell: null })); }
  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `team.leader_leaves`. */
  leave(actor: PersonActor, memberId: string, version: number, reason: string | null): Promise<MyTeams> { return this.own(actor, memberId, (row) => this.membership.step(actor, row, version, 'leave', { reason, tell: row.state === 'member' ? 'left' : null })); }

  /** By a guardian. Errors: `resource.not_found`, also for the child of others; `version.stale`, `lifecycle.not_allowed`, `team.closed`, `team.members_full`. */
  agree(actor: PersonActor, memberId: string, version: number): Promise<MyTeams> {
    return this.forChild(actor, memberId, async (child, row) => {
      await this.demandOpen(row.teamId);
      await this.membership.step(child, row, version, 'agree', { guardianId: actor.accountId, tell: 'joined' });
    });
  }
  /** By a guardian: not at all, or no longer. Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`. */
  refuse(actor: PersonActor, memberId: string, version: number): Promise<MyTeams> {
    return this.forChild(actor, memberId, (child, row) => this.membership.step(child, row, version, row.state === 'consent' ? 'decline' : 'leave', { guardianId: actor.accountId, tell: row.state === 'member' ? 'left' : null }));
  }

  /** Inside the unit in which somebody stops being a guardian: what rests on the word ends with it. */
  async endOf(guardian: PersonActor, minorId: string): Promise<void> {
    const child: PersonActor = { ...guardian, accountId: minorId, guardianId: guardian.accountId, grants: [], permissions: new Set<never>() };
    for (const row of (await this.members.openOf([minorId])).filter(({ guardianId }) => guardianId === guardian.accountId)) await this.membership.step(child, row, row.version, 'leave', { tell: 'left' });
  }

  /** A team that the person leads, with their membership. Errors: `resource.not_found`. */
  async led(actor: PersonActor, teamId: string): Promise<{ team: TeamRow; mine: MyTeam; people: TeamMemberRow[] }> {
    const team = await this.rows.byId(teamId);
    const member = team?.leaderId === actor.accountId ? await this.members.of(teamId, actor.accountId) : null;
    if (!team || member?.state !== 'member') throw notFound();
    return { team, mine: myTeamView(team, member, (await this.achievements.of([teamId])).get(teamId)), people: await this.members.open(teamId) };
  }
  /** Errors: `resource.not_found`, `version.stale`. */
  async renewCode(actor: PersonActor, teamId: string, version: number): Promise<void> {
    await this.work.run(async () => {
      const { team } = await this.led(actor, teamId);
      if (team.version !== version || !(await this.rows.update(team, version, { code: newTeamCode() }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'team.code_renewed', subjectKind: 'team', subjectId: teamId, before: null, after: null });
    });
  }
  /** By whoever leads. Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `team.leader_leaves`. */
  async dismiss(actor: PersonActor, memberId: string, version: number, reason: string): Promise<string> {
    return this.work.run(async () => {
      const row = await this.members.byId(memberId);
      if (row?.leaderId !== actor.accountId) throw notFound();
      await this.membership.step(actor, row, version, 'remove', { reason, tell: 'dismissed' });
      return row.teamId;
    });
  }
  /** Errors: `resource.not_found`, `reference.not_found`, `team.leader_minor`. */
  async handOver(actor: PersonActor, teamId: string, volunteerId: string): Promise<MyTeams> {
    const { team } = await this.led(actor, teamId);
    await this.teams.handOver(actor, team, volunteerId);
    return this.list(actor);
  }

  private async own(actor: PersonActor, memberId: string, run: (row: TeamMemberRow) => Promise<void>): Promise<MyTeams> {
    await this.work.run(async () => {
      const row = await this.members.byId(memberId);
      if (row?.volunteerId !== actor.accountId) throw notFound();
      await run(row);
    });
    return this.list(actor);
  }
  private async forChild(actor: PersonActor, memberId: string, run: (child: PersonActor, row: TeamMemberRow) => Promise<void>): Promise<MyTeams> {
    const row = await this.members.byId(memberId);
    if (!row) throw notFound();
    const child = await this.guardians.actingFor(actor, row.volunteerId);
    await this.work.run(() => run(child, row));
    return this.list(actor);
  }
  /** Errors: `team.closed`. */
  private async demandOpen(teamId: string): Promise<void> { if ((await this.rows.byId(teamId))?.state === 'disbanded') throw new Refusal('team.closed'); }
}

const myTeamView = (team: TeamRow, { id, state, joinedAt, version, volunteerId }: TeamMemberRow, served: TeamServed | undefined): MyTeam => ({
  ...aboutTeam(team), leader: team.leaderName, mine: { id, state, leads: team.leaderId === volunteerId, joinedAt: timeOf(joinedAt), version }, served: served ?? nothingServed, version: team.version,
});
const childTeamView = (team: TeamRow, { id, volunteerId, state, version }: TeamMemberRow, name: string): ChildTeam => {
  const { kind, unit, about } = aboutTeam(team);
  return { id, child: { id: volunteerId, name }, team: { id: team.id, name: team.name }, kind, unit, about, leader: team.leaderName, state, version };
};

import { Injectable } from '@nestjs/common';
import { teamLimits } from '@kepu/contracts';
import { can, isMinor, next, teamMemberLifecycle, type TeamMemberAction, type TeamMemberState } from '@kepu/domain';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Failpoints } from '../../platform/test-control/failpoints.js';
import { TeamMembersRepository, type TeamMemberRow } from './team-members.repository.js';
import type { TeamMemberEntity } from './team.entity.js';
import { TeamsRepository, type TeamRow } from './teams.repository.js';

/** What happened to somebody in a team that others hear of. */
export type TeamMemberEvent = 'invited' | 'joined' | 'left' | 'dismissed' | 'child_asks';

/** Steps of memberships, inside a unit of work: one at a time in a team, no more people than it may have, and nobody against the table. */
@Injectable()
export class TeamMembership {
  constructor(private readonly rows: TeamMembersRepository, private readonly teams: TeamsRepository, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly clock: Clock, private readonly failpoints: Failpoints) {}

  /** Whether somebody is a minor today; null for nobody's registration. */
  async minor(volunteerId: string): Promise<boolean | null> {
    const bornOn = await this.rows.bornOn(volunteerId);
    return bornOn === null ? null : isMinor(bornOn, this.clock.today());
  }

  /** Asks somebody, or takes in whoever comes by the code; a minor waits for a guardian. Errors: `lifecycle.not_allowed`, `team.closed`, `team.member_exists`, `team.members_full`. */
  async bring(actor: PersonActor, team: TeamRow, volunteerId: string, way: 'invite' | 'join' | 'ask'): Promise<string> {
    if (team.state === 'disbanded') throw new Refusal('team.closed');
    await this.takeRoom(team.id);
    const before = await this.rows.of(team.id, volunteerId);
    if (before && !can(teamMemberLifecycle, before.state, way)) throw new Refusal('team.member_exists');
    const now = this.clock.now();
    const state = before ? stepOf(before.state, way) : ({ invite: 'invited', join: 'member', ask: 'consent' } as const)[way];
    const fresh = { state, reason: null, invitedBy: way === 'invite' ? actor.accountId : before?.state === 'invited' ? undefined : null, guardianId: null, askedAt: now, joinedAt: state === 'member' ? now : null, leftAt: null };
    const id = before?.id ?? newId();
    if (!before) await this.rows.insert({ id, teamId: team.id, volunteerId, ...fresh, invitedBy: fresh.invitedBy ?? null, version: 1 });
    else if (!(await this.rows.update(before, plain(fresh)))) throw new Refusal('version.stale');
    await this.record(actor, team.id, volunteerId, { invite: 'team.invited', join: 'team.joined', ask: 'team.consent_asked' }[way], before?.state ?? null, state, null);
    await this.tell(({ invite: 'invited', join: 'joined', ask: 'child_asks' } as const)[way], team.id, id, (before?.version ?? 0) + 1, actor.accountId);
    return id;
  }

  /** One step of a membership. Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `team.leader_leaves`, `team.members_full`. */
  async step(actor: PersonActor, row: TeamMemberRow, version: number, action: TeamMemberAction, { reason = null, guardianId, tell }: { readonly reason?: string | null; readonly guardianId?: string; readonly tell: TeamMemberEvent | null }): Promise<void> {
    if (action === 'join' || action === 'agree' || action === 'ask') await this.takeRoom(row.teamId, row.state);
    else await this.teams.takeTurn(row.teamId);
    const current = await this.rows.byId(row.id);
    if (!current) throw notFound();
    const state = stepOf(current.state, action);
    const over = state === 'left' || state === 'declined';
    if (over && current.leaderId === current.volunteerId) throw new Refusal('team.leader_leaves');
    const now = this.clock.now();
    const changes: Partial<TeamMemberEntity> = { state, reason, ...(guardianId === undefined ? {} : { guardianId }), ...(state === 'member' ? { joinedAt: now } : {}), ...(state === 'left' ? { leftAt: now } : {}) };
    if (current.version !== version || !(await this.rows.update(current, changes))) throw new Refusal('version.stale');
    await this.record(actor, row.teamId, row.volunteerId, `team.member_${action}` as const, current.state, state, reason);
    if (tell) await this.tell(tell, row.teamId, row.id, version + 1, actor.guardianId ?? actor.accountId);
  }

  /** Errors: `team.members_full`. */
  private async takeRoom(teamId: string, from: TeamMemberState | null = null): Promise<void> {
    await this.teams.takeTurn(teamId);
    const open = await this.rows.countOpen(teamId);
    await this.failpoints.pause('team.room_looked');
    // Whoever was asked has a place already.
    if (open >= teamLimits.members + (from === 'invited' || from === 'consent' ? 1 : 0)) throw new Refusal('team.members_full', { params: { count: teamLimits.members } });
  }
  private async record(actor: PersonActor, teamId: string, volunteerId: string, action: string, before: TeamMemberState | null, after: TeamMemberState, reason: string | null): Promise<void> {
    await this.audit.record({
      actor: auditActor(actor), action, subjectKind: 'team', subjectId: teamId, before: before === null ? null : { state: before }, after: { state: after, volunteerId, ...(reason === null ? {} : { reason }) }, classified: { personId: volunteerId, fields: ['reason'] },
    });
  }
  private async tell(event: TeamMemberEvent, teamId: string, memberId: string, version: number, by: string): Promise<void> { await this.jobs.enqueue('notice.team_member', { event, teamId, memberId, version, by }); }
}

/** Errors: `lifecycle.not_allowed`. */
const stepOf = (state: TeamMemberState, action: TeamMemberAction): TeamMemberState => {
  const result = next(teamMemberLifecycle, state, action);
  if (!result.ok || result.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.teamMemberStates.${state}` } });
  return result.state;
};
/** Without what is to stay as it is. */
const plain = <T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Notice } from '@kepu/contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { Guardians } from '../guardians/index.js';
import { excerpt, NoticesService } from '../notices/index.js';
import type { TeamMemberEvent } from './team-membership.js';
import { TeamMembersRepository } from './team-members.repository.js';
import { TeamsRepository } from './teams.repository.js';

type TeamNews = { readonly teamId: string; readonly event: 'led' | 'paused' | 'disbanded'; readonly version: number; readonly by: string };
type MemberNews = { readonly teamId: string; readonly memberId: string; readonly event: TeamMemberEvent; readonly version: number; readonly by: string };
const kinds = { invited: 'team_invited', joined: 'team_joined', left: 'team_left', dismissed: 'team_dismissed', child_asks: 'team_child_asks' } as const satisfies Record<TeamMemberEvent, Notice['kind']>;
/** Longest words that a notice takes along. */
const WORDS = 200;
/** Where one reads of the own teams. */
export const MY_TEAMS = '/me/teams';

/** Tells people that a team asks, leaders who comes and goes, guardians what a child wishes, and members what becomes of their team. Nobody is told of what they did themselves. */
@Injectable()
export class TeamNotices implements OnModuleInit {
  constructor(
    private readonly teams: TeamsRepository, private readonly members: TeamMembersRepository, private readonly guardians: Guardians, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.worker.register<TeamNews>({ kind: 'notice.team', run: (run) => this.ofTeam(run) });
    this.worker.register<MemberNews>({ kind: 'notice.team_member', run: (run) => this.ofMember(run) });
  }

  private async ofTeam(run: JobRun<TeamNews>): Promise<void> {
    const { teamId, event, version, by } = run.payload;
    const team = await this.teams.byId(teamId);
    const told = !team ? [] : event === 'led' ? [team.leaderId ?? ''] : (await this.members.inTeam(teamId)).map(({ volunteerId }) => volunteerId);
    await this.work.run(async () => {
      if (team) await this.notices.deliver(told.filter((id) => id !== '' && id !== by), { eventKey: `team_${event}:${teamId}:${version}`, kind: `team_${event}`, link: MY_TEAMS, params: { title: team.name, text: excerpt(team.reason ?? '', WORDS) } });
      await run.finish();
    });
  }

  private async ofMember(run: JobRun<MemberNews>): Promise<void> {
    const { teamId, memberId, event, version, by } = run.payload;
    const [team, member] = [await this.teams.byId(teamId), await this.members.byId(memberId)];
    // A reason belongs to its step: whoever was asked again meanwhile is not told of the last one.
    const told = !team || !member ? [] : event === 'invited' || event === 'dismissed' ? [member.volunteerId] : event === 'child_asks' ? await this.guardiansOf(member.volunteerId) : [team.leaderId ?? ''];
    await this.work.run(async () => {
      if (team && member) await this.notices.deliver(told.filter((id) => id !== '' && id !== by), { eventKey: `team_member_${event}:${memberId}:${version}`, kind: kinds[event], link: MY_TEAMS, params: { title: team.name, name: member.name, text: member.version === version ? excerpt(member.reason ?? '', WORDS) : '' } });
      await run.finish();
    });
  }
  private async guardiansOf(minorId: string): Promise<string[]> { return ((await this.guardians.of([minorId])).get(minorId) ?? []).flatMap(({ guardianId }) => guardianId ?? []); }
}

import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { teamRoutes as routes, type HistoryEntry, type Page, type Team, type TeamChoice, type TeamKind, type TeamMember, type TeamSummaryRow } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { sheetAnswer } from '../../platform/sheets/sheet.js';
import { TeamKinds } from './team-kinds.service.js';
import { Teams } from './teams.service.js';

/** Teams as staff keep them. */
@Controller()
export class TeamsController {
  constructor(private readonly teams: Teams, private readonly kinds: TeamKinds) {}

  @ContractRoute(routes.listTeamKinds)
  listTeamKinds(@CurrentActor() actor: PersonActor): Promise<Page<TeamKind>> { return this.kinds.list(actor); }

  @ContractRoute(routes.createTeamKind)
  createTeamKind(@CurrentActor() actor: PersonActor, @Input(routes.createTeamKind) input: Given<typeof routes.createTeamKind>): Promise<TeamKind> { return this.kinds.create(actor, input.body); }

  @ContractRoute(routes.updateTeamKind)
  updateTeamKind(@CurrentActor() actor: PersonActor, @Input(routes.updateTeamKind) input: Given<typeof routes.updateTeamKind>): Promise<TeamKind> { return this.kinds.change(actor, input.params.id, input.body); }

  @ContractRoute(routes.listTeams)
  listTeams(@CurrentActor() actor: PersonActor, @Input(routes.listTeams) input: Given<typeof routes.listTeams>): Promise<Page<Team>> { return this.teams.list(actor, input.query); }

  @ContractRoute(routes.exportTeams)
  async exportTeams(@CurrentActor() actor: PersonActor, @Input(routes.exportTeams) input: Given<typeof routes.exportTeams>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.teams.workbook(actor, input.query, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.getTeamSummary)
  getTeamSummary(@CurrentActor() actor: PersonActor, @Input(routes.getTeamSummary) input: Given<typeof routes.getTeamSummary>): Promise<Page<TeamSummaryRow>> { return this.teams.summary(actor, input.query); }

  @ContractRoute(routes.listTeamChoices)
  listTeamChoices(@Input(routes.listTeamChoices) input: Given<typeof routes.listTeamChoices>): Promise<Page<TeamChoice>> { return this.teams.choices(input.query); }

  @ContractRoute(routes.createTeam)
  createTeam(@CurrentActor() actor: PersonActor, @Input(routes.createTeam) input: Given<typeof routes.createTeam>): Promise<Team> { return this.teams.create(actor, input.body); }

  @ContractRoute(routes.getTeam)
  getTeam(@CurrentActor() actor: PersonActor, @Input(routes.getTeam) input: Given<typeof routes.getTeam>): Promise<Team> { return this.teams.get(actor, input.params.id); }

  @ContractRoute(routes.updateTeam)
  updateTeam(@CurrentActor() actor: PersonActor, @Input(routes.updateTeam) input: Given<typeof routes.updateTeam>): Promise<Team> { return this.teams.change(actor, input.params.id, input.body); }

  @ContractRoute(routes.setTeamLeader)
  setTeamLeader(@CurrentActor() actor: PersonActor, @Input(routes.setTeamLeader) input: Given<typeof routes.setTeamLeader>): Promise<Team> { return this.teams.setLeader(actor, input.params.id, input.body); }

  @ContractRoute(routes.activateTeam)
  activateTeam(@CurrentActor() actor: PersonActor, @Input(routes.activateTeam) input: Given<typeof routes.activateTeam>): Promise<Team> { return this.teams.activate(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.pauseTeam)
  pauseTeam(@CurrentActor() actor: PersonActor, @Input(routes.pauseTeam) input: Given<typeof routes.pauseTeam>): Promise<Team> { return this.teams.pause(actor, input.params.id, input.body.version, input.body.reason); }

  @ContractRoute(routes.disbandTeam)
  disbandTeam(@CurrentActor() actor: PersonActor, @Input(routes.disbandTeam) input: Given<typeof routes.disbandTeam>): Promise<Team> { return this.teams.disband(actor, input.params.id, input.body.version, input.body.reason); }

  @ContractRoute(routes.listTeamMembers)
  listTeamMembers(@CurrentActor() actor: PersonActor, @Input(routes.listTeamMembers) input: Given<typeof routes.listTeamMembers>): Promise<Page<TeamMember>> { return this.teams.listMembers(actor, input.params.id, input.query); }

  @ContractRoute(routes.inviteTeamMember)
  inviteTeamMember(@CurrentActor() actor: PersonActor, @Input(routes.inviteTeamMember) input: Given<typeof routes.inviteTeamMember>): Promise<TeamMember> { return this.teams.invite(actor, input.params.id, input.body.volunteerId); }

  @ContractRoute(routes.removeTeamMember)
  removeTeamMember(@CurrentActor() actor: PersonActor, @Input(routes.removeTeamMember) input: Given<typeof routes.removeTeamMember>): Promise<TeamMember> { return this.teams.remove(actor, input.params.id, input.body.version, input.body.reason); }

  @ContractRoute(routes.getTeamHistory)
  getTeamHistory(@CurrentActor() actor: PersonActor, @Input(routes.getTeamHistory) input: Given<typeof routes.getTeamHistory>): Promise<Page<HistoryEntry>> { return this.teams.historyOf(actor, input.params.id); }
}

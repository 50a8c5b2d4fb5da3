import { Controller, Headers } from '@nestjs/common';
import { myTeamRoutes as own, teamSignupRoutes as routes, type LedTeam, type Page, type TeamCandidates, type TeamDecided, type TeamSignup, type TeamSignupResult } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { OwnTeams } from '../../teams/index.js';
import { LedTeams } from './led-teams.service.js';
import { TeamSignupDesk } from './team-signup-desk.service.js';
import { TeamSignups } from './team-signups.service.js';

/** Where teams come: for the units, and for those who lead. */
@Controller()
export class TeamSignupsController {
  constructor(private readonly desk: TeamSignupDesk, private readonly signups: TeamSignups, private readonly led: LedTeams, private readonly own: OwnTeams) {}

  @ContractRoute(routes.listTeamSignups)
  listTeamSignups(@CurrentActor() actor: PersonActor, @Input(routes.listTeamSignups) input: Given<typeof routes.listTeamSignups>): Promise<Page<TeamSignup>> { return this.desk.list(actor, input.query); }

  @ContractRoute(routes.createTeamInvitation)
  createTeamInvitation(@CurrentActor() actor: PersonActor, @Input(routes.createTeamInvitation) input: Given<typeof routes.createTeamInvitation>): Promise<TeamSignup> { return this.desk.invite(actor, input.params.id, input.body); }

  @ContractRoute(routes.retractTeamInvitation)
  retractTeamInvitation(@CurrentActor() actor: PersonActor, @Input(routes.retractTeamInvitation) input: Given<typeof routes.retractTeamInvitation>): Promise<TeamSignup> { return this.desk.retract(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.confirmTeamSignup)
  confirmTeamSignup(@CurrentActor() actor: PersonActor, @Input(routes.confirmTeamSignup) input: Given<typeof routes.confirmTeamSignup>, @Headers('accept-language') language: string | undefined): Promise<TeamDecided> { return this.desk.confirm(actor, input.params.id, input.body.version, localeOf(language)); }

  @ContractRoute(routes.refuseTeamSignup)
  refuseTeamSignup(@CurrentActor() actor: PersonActor, @Input(routes.refuseTeamSignup) input: Given<typeof routes.refuseTeamSignup>): Promise<TeamSignup> { return this.desk.refuse(actor, input.params.id, input.body.version, input.body.reason); }

  @ContractRoute(own.getLedTeam)
  getLedTeam(@CurrentActor() actor: PersonActor, @Input(own.getLedTeam) input: Given<typeof own.getLedTeam>): Promise<LedTeam> { return this.led.get(actor, input.params.id); }

  @ContractRoute(own.renewTeamCode)
  async renewTeamCode(@CurrentActor() actor: PersonActor, @Input(own.renewTeamCode) input: Given<typeof own.renewTeamCode>): Promise<LedTeam> {
    await this.own.renewCode(actor, input.params.id, input.body.version);
    return this.led.get(actor, input.params.id);
  }

  @ContractRoute(own.dismissTeamMember)
  async dismissTeamMember(@CurrentActor() actor: PersonActor, @Input(own.dismissTeamMember) input: Given<typeof own.dismissTeamMember>): Promise<LedTeam> {
    return this.led.get(actor, await this.own.dismiss(actor, input.params.id, input.body.version, input.body.reason));
  }

  @ContractRoute(own.getTeamCandidates)
  getTeamCandidates(@CurrentActor() actor: PersonActor, @Input(own.getTeamCandidates) input: Given<typeof own.getTeamCandidates>, @Headers('accept-language') language: string | undefined): Promise<TeamCandidates> { return this.signups.candidates(actor, input.params.id, input.query.positionId, localeOf(language)); }

  @ContractRoute(own.signTeamUp)
  signTeamUp(@CurrentActor() actor: PersonActor, @Input(own.signTeamUp) input: Given<typeof own.signTeamUp>, @Headers('accept-language') language: string | undefined): Promise<TeamSignupResult> { return this.signups.signUp(actor, input.params.id, input.body, localeOf(language)); }

  @ContractRoute(own.acceptTeamSignup)
  acceptTeamSignup(@CurrentActor() actor: PersonActor, @Input(own.acceptTeamSignup) input: Given<typeof own.acceptTeamSignup>, @Headers('accept-language') language: string | undefined): Promise<TeamSignupResult> { return this.signups.accept(actor, input.params.id, input.body, localeOf(language)); }

  @ContractRoute(own.declineTeamSignup)
  async declineTeamSignup(@CurrentActor() actor: PersonActor, @Input(own.declineTeamSignup) input: Given<typeof own.declineTeamSignup>): Promise<LedTeam> { return this.led.get(actor, await this.signups.decline(actor, input.params.id, input.body.version, input.body.reason)); }

  @ContractRoute(own.cancelTeamSignup)
  async cancelTeamSignup(@CurrentActor() actor: PersonActor, @Input(own.cancelTeamSignup) input: Given<typeof own.cancelTeamSignup>): Promise<LedTeam> { return this.led.get(actor, await this.signups.cancel(actor, input.params.id, input.body.version, input.body.reason)); }
}

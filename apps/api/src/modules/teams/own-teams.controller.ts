import { Controller } from '@nestjs/common';
import { myTeamRoutes as routes, type MyTeams, type TeamDoor } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { OwnTeams } from './own-teams.service.js';

/** What volunteers and guardians do in teams. */
@Controller()
export class OwnTeamsController {
  constructor(private readonly own: OwnTeams) {}

  @ContractRoute(routes.getMyTeams)
  getMyTeams(@CurrentActor() actor: PersonActor): Promise<MyTeams> { return this.own.list(actor); }

  @ContractRoute(routes.getTeamDoor)
  getTeamDoor(@CurrentActor() actor: PersonActor, @Input(routes.getTeamDoor) input: Given<typeof routes.getTeamDoor>): Promise<TeamDoor> { return this.own.door(actor, input.params.code); }

  @ContractRoute(routes.joinTeam)
  joinTeam(@CurrentActor() actor: PersonActor, @Input(routes.joinTeam) input: Given<typeof routes.joinTeam>): Promise<MyTeams> { return this.own.join(actor, input.body.code); }

  @ContractRoute(routes.acceptTeamInvitation)
  acceptTeamInvitation(@CurrentActor() actor: PersonActor, @Input(routes.acceptTeamInvitation) input: Given<typeof routes.acceptTeamInvitation>): Promise<MyTeams> { return this.own.accept(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.declineTeamInvitation)
  declineTeamInvitation(@CurrentActor() actor: PersonActor, @Input(routes.declineTeamInvitation) input: Given<typeof routes.declineTeamInvitation>): Promise<MyTeams> { return this.own.decline(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.leaveTeam)
  leaveTeam(@CurrentActor() actor: PersonActor, @Input(routes.leaveTeam) input: Given<typeof routes.leaveTeam>): Promise<MyTeams> { return this.own.leave(actor, input.params.id, input.body.version, input.body.reason); }

  @ContractRoute(routes.agreeToTeam)
  agreeToTeam(@CurrentActor() actor: PersonActor, @Input(routes.agreeToTeam) input: Given<typeof routes.agreeToTeam>): Promise<MyTeams> { return this.own.agree(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.refuseTeam)
  refuseTeam(@CurrentActor() actor: PersonActor, @Input(routes.refuseTeam) input: Given<typeof routes.refuseTeam>): Promise<MyTeams> { return this.own.refuse(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.handTeamOver)
  handTeamOver(@CurrentActor() actor: PersonActor, @Input(routes.handTeamOver) input: Given<typeof routes.handTeamOver>): Promise<MyTeams> { return this.own.handOver(actor, input.params.id, input.body.volunteerId); }
}

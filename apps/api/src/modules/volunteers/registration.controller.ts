import { Controller } from '@nestjs/common';
import { registrationRoutes as routes, type RealName, type RealNameGiven, type Registration } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { RealNames } from './real-names.service.js';
import { Standings } from './standings.service.js';

/** Who a volunteer is, and whether the registration holds. */
@Controller()
export class RegistrationController {
  constructor(private readonly names: RealNames, private readonly standings: Standings) {}

  @ContractRoute(routes.getMyRealName)
  getMyRealName(@CurrentActor() actor: PersonActor): Promise<RealName> { return this.names.mine(actor); }

  @ContractRoute(routes.giveMyRealName)
  giveMyRealName(@CurrentActor() actor: PersonActor, @Input(routes.giveMyRealName) input: Given<typeof routes.giveMyRealName>): Promise<RealNameGiven> { return this.names.give(actor, input.body); }

  @ContractRoute(routes.giveRealName)
  giveRealName(@CurrentActor() actor: PersonActor, @Input(routes.giveRealName) input: Given<typeof routes.giveRealName>): Promise<Registration> { return this.names.enter(actor, input.params.id, input.body); }

  @ContractRoute(routes.getRegistration)
  getRegistration(@CurrentActor() actor: PersonActor, @Input(routes.getRegistration) input: Given<typeof routes.getRegistration>): Promise<Registration> { return this.standings.get(actor, input.params.id); }

  @ContractRoute(routes.freezeVolunteer)
  freezeVolunteer(@CurrentActor() actor: PersonActor, @Input(routes.freezeVolunteer) input: Given<typeof routes.freezeVolunteer>): Promise<Registration> { return this.standings.freeze(actor, input.params.id, input.body.reason); }

  @ContractRoute(routes.unfreezeVolunteer)
  unfreezeVolunteer(@CurrentActor() actor: PersonActor, @Input(routes.unfreezeVolunteer) input: Given<typeof routes.unfreezeVolunteer>): Promise<Registration> { return this.standings.unfreeze(actor, input.params.id, input.body.reason); }

  @ContractRoute(routes.voidVolunteer)
  voidVolunteer(@CurrentActor() actor: PersonActor, @Input(routes.voidVolunteer) input: Given<typeof routes.voidVolunteer>): Promise<Registration> { return this.standings.void(actor, input.params.id, input.body.reason); }
}

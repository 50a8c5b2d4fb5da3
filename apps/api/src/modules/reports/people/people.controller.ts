import { Controller } from '@nestjs/common';
import { personRoutes as routes, type PersonHistory } from '@kepu/contracts';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { PersonHistories } from './person-history.service.js';

/** One person across the modules. */
@Controller()
export class PeopleController {
  constructor(private readonly histories: PersonHistories) {}

  @ContractRoute(routes.getVolunteerHistory)
  getVolunteerHistory(@CurrentActor() actor: PersonActor, @Input(routes.getVolunteerHistory) input: Given<typeof routes.getVolunteerHistory>): Promise<PersonHistory> { return this.histories.of(actor, input.params.id, input.query); }
}

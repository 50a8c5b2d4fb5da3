import { Controller } from '@nestjs/common';
import { mergeRoutes as routes, type Duplicates, type Merged } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { VolunteerMerges } from './volunteer-merges.service.js';

/** Registrations of one person. */
@Controller()
export class MergesController {
  constructor(private readonly merges: VolunteerMerges) {}

  @ContractRoute(routes.listDuplicates)
  listDuplicates(@CurrentActor() actor: PersonActor, @Input(routes.listDuplicates) input: Given<typeof routes.listDuplicates>): Promise<Duplicates> { return this.merges.duplicates(actor, input.params.id); }

  @ContractRoute(routes.mergeVolunteers)
  mergeVolunteers(@CurrentActor() actor: PersonActor, @Input(routes.mergeVolunteers) input: Given<typeof routes.mergeVolunteers>): Promise<Merged> { return this.merges.merge(actor, input.params.id, input.body); }
}

import { Controller } from '@nestjs/common';
import { jointGroupRoutes as routes, type JointGroup, type JointSuggestion, type Page } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { JointGroupsService } from './joint-groups.service.js';

/** What several units of a plan do together. */
@Controller()
export class JointGroupsController {
  constructor(private readonly groups: JointGroupsService) {}

  @ContractRoute(routes.listJointGroups)
  listJointGroups(@CurrentActor() actor: PersonActor, @Input(routes.listJointGroups) input: Given<typeof routes.listJointGroups>): Promise<Page<JointGroup>> { return this.groups.list(actor, input.params.id, input.query); }

  @ContractRoute(routes.suggestJointGroups)
  suggestJointGroups(@CurrentActor() actor: PersonActor, @Input(routes.suggestJointGroups) input: Given<typeof routes.suggestJointGroups>): Promise<Page<JointSuggestion>> { return this.groups.suggest(actor, input.params.id); }

  @ContractRoute(routes.createJointGroup)
  createJointGroup(@CurrentActor() actor: PersonActor, @Input(routes.createJointGroup) input: Given<typeof routes.createJointGroup>): Promise<JointGroup> { return this.groups.create(actor, input.params.id, input.body); }

  @ContractRoute(routes.dismissJointSuggestion)
  dismissJointSuggestion(@CurrentActor() actor: PersonActor, @Input(routes.dismissJointSuggestion) input: Given<typeof routes.dismissJointSuggestion>): Promise<JointGroup> { return this.groups.dismiss(actor, input.params.id, input.body.parts); }

  @ContractRoute(routes.getJointGroup)
  getJointGroup(@CurrentActor() actor: PersonActor, @Input(routes.getJointGroup) input: Given<typeof routes.getJointGroup>): Promise<JointGroup> { return this.groups.get(actor, input.params.id); }

  @ContractRoute(routes.updateJointGroup)
  updateJointGroup(@CurrentActor() actor: PersonActor, @Input(routes.updateJointGroup) input: Given<typeof routes.updateJointGroup>): Promise<JointGroup> { return this.groups.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.dissolveJointGroup)
  dissolveJointGroup(@CurrentActor() actor: PersonActor, @Input(routes.dissolveJointGroup) input: Given<typeof routes.dissolveJointGroup>): Promise<{ done: true }> { return this.groups.dissolve(actor, input.params.id, input.body.version); }
}

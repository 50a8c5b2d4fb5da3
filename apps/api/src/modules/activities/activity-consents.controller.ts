import { Controller, Headers } from '@nestjs/common';
import { guardianRoutes as routes, type ActivityConsent, type MySignup, type Page, type RiskText } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { Guardians } from '../guardians/index.js';
import { ActivityConsents } from './activity-consents.service.js';
import { SignupLists } from './signup-lists.service.js';
import { SignupRequests } from './signup-requests.service.js';

/** What guardians agree to, and what they do for their children in activities. */
@Controller()
export class ActivityConsentsController {
  constructor(private readonly consents: ActivityConsents, private readonly guardians: Guardians, private readonly lists: SignupLists, private readonly requests: SignupRequests) {}

  @ContractRoute(routes.listMyChildSignups)
  async listMyChildSignups(@CurrentActor() actor: PersonActor, @Input(routes.listMyChildSignups) input: Given<typeof routes.listMyChildSignups>): Promise<Page<MySignup>> { return this.lists.mine(await this.guardians.actingFor(actor, input.params.id), input.query); }

  @ContractRoute(routes.getRiskText)
  getRiskText(@Input(routes.getRiskText) input: Given<typeof routes.getRiskText>): Promise<RiskText> { return this.consents.risk(input.params.id); }

  @ContractRoute(routes.signUpChild)
  signUpChild(@CurrentActor() actor: PersonActor, @Input(routes.signUpChild) input: Given<typeof routes.signUpChild>, @Headers('accept-language') language: string | undefined): Promise<MySignup> {
    return this.consents.signUp(actor, input.params.id, input.body, localeOf(language));
  }

  @ContractRoute(routes.withdrawChildSignup)
  async withdrawChildSignup(@CurrentActor() actor: PersonActor, @Input(routes.withdrawChildSignup) input: Given<typeof routes.withdrawChildSignup>): Promise<MySignup> {
    return this.requests.withdraw(await this.guardians.actingFor(actor, await this.requests.ownerOf(input.params.id)), input.params.id, input.body);
  }

  @ContractRoute(routes.askConsent)
  askConsent(@CurrentActor() actor: PersonActor, @Input(routes.askConsent) input: Given<typeof routes.askConsent>, @Headers('accept-language') language: string | undefined): Promise<ActivityConsent> {
    return this.consents.ask(actor, input.params.id, input.body, localeOf(language));
  }

  @ContractRoute(routes.listActivityConsents)
  listActivityConsents(@CurrentActor() actor: PersonActor, @Input(routes.listActivityConsents) input: Given<typeof routes.listActivityConsents>): Promise<Page<ActivityConsent>> { return this.consents.list(actor, input.query); }

  @ContractRoute(routes.giveActivityConsent)
  giveActivityConsent(@CurrentActor() actor: PersonActor, @Input(routes.giveActivityConsent) input: Given<typeof routes.giveActivityConsent>, @Headers('accept-language') language: string | undefined): Promise<ActivityConsent> {
    return this.consents.give(actor, input.params.id, input.body, localeOf(language));
  }

  @ContractRoute(routes.refuseActivityConsent)
  refuseActivityConsent(@CurrentActor() actor: PersonActor, @Input(routes.refuseActivityConsent) input: Given<typeof routes.refuseActivityConsent>): Promise<ActivityConsent> { return this.consents.refuse(actor, input.params.id, input.body); }

  @ContractRoute(routes.withdrawActivityConsent)
  withdrawActivityConsent(@CurrentActor() actor: PersonActor, @Input(routes.withdrawActivityConsent) input: Given<typeof routes.withdrawActivityConsent>): Promise<ActivityConsent> { return this.consents.withdraw(actor, input.params.id, input.body); }
}

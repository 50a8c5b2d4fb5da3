import { Controller, Inject, Req, Res } from '@nestjs/common';
import { guardianRoutes as routes, type Family, type GuardianOffer, type GuardianRequested, type MinorPolicy, type MinorPolicyVersion, type MyVolunteer, type Page, type RealName, type RealNameGiven, type Session } from '@kepu/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { writeSessionCookie } from '../../platform/auth/session-cookie.js';
import { SessionReader } from '../../platform/auth/session-reader.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { addressOf } from '../../platform/http/client-address.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { SessionsService, UnreadCounter } from '../identity/index.js';
import { RealNames, VolunteersService } from '../volunteers/index.js';
import { Families } from './family.service.js';
import { GuardianAccounts } from './guardian-accounts.service.js';
import { GuardianRequests } from './guardian-requests.service.js';
import { Guardians } from './guardians.service.js';
import { MinorPolicies } from './minor-policies.service.js';

/** Minors and those who decide for them. */
@Controller()
export class GuardiansController {
  constructor(
    private readonly policies: MinorPolicies, private readonly accounts: GuardianAccounts, private readonly families: Families, private readonly requests: GuardianRequests, private readonly guardians: Guardians, private readonly volunteers: VolunteersService, private readonly realNames: RealNames,
    private readonly sessions: SessionsService, private readonly unread: UnreadCounter, private readonly reader: SessionReader, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @ContractRoute(routes.getMinorPolicy)
  getMinorPolicy(@Res({ passthrough: true }) reply: FastifyReply): Promise<MinorPolicy> {
    void reply.header('cache-control', 'public, max-age=60');
    return this.policies.policy();
  }

  @ContractRoute(routes.listMinorPolicies)
  listMinorPolicies(): Promise<Page<MinorPolicyVersion>> { return this.policies.list(); }

  @ContractRoute(routes.createMinorPolicy)
  createMinorPolicy(@CurrentActor() actor: PersonActor, @Input(routes.createMinorPolicy) input: Given<typeof routes.createMinorPolicy>): Promise<MinorPolicyVersion> { return this.policies.create(actor, input.body); }

  @ContractRoute(routes.createGuardian)
  async createGuardian(@CurrentActor() actor: Actor, @Input(routes.createGuardian) input: Given<typeof routes.createGuardian>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    const ip = addressOf(request.ip);
    const signedIn = await this.accounts.create(actor, input.body, { ip, userAgent: request.headers['user-agent'] ?? null });
    writeSessionCookie(reply, signedIn.token, signedIn.expiresAt, this.config.secure);
    const person = await this.reader.actorOf(signedIn.token, ip);
    if (!person) throw new Refusal('auth.failed');
    return this.sessions.describe(person, await this.unread.of(person.accountId));
  }

  @ContractRoute(routes.getMyFamily)
  getMyFamily(@CurrentActor() actor: PersonActor): Promise<Family> { return this.families.of(actor); }

  @ContractRoute(routes.registerChild)
  registerChild(@CurrentActor() actor: PersonActor, @Input(routes.registerChild) input: Given<typeof routes.registerChild>): Promise<Family> { return this.families.register(actor, input.body); }

  @ContractRoute(routes.getMyChild)
  async getMyChild(@CurrentActor() actor: PersonActor, @Input(routes.getMyChild) input: Given<typeof routes.getMyChild>): Promise<MyVolunteer> { return this.volunteers.mine(await this.guardians.actingFor(actor, input.params.id)); }

  @ContractRoute(routes.updateMyChild)
  async updateMyChild(@CurrentActor() actor: PersonActor, @Input(routes.updateMyChild) input: Given<typeof routes.updateMyChild>): Promise<MyVolunteer> { return this.volunteers.change(await this.guardians.actingFor(actor, input.params.id), input.body); }

  @ContractRoute(routes.getMyChildRealName)
  async getMyChildRealName(@CurrentActor() actor: PersonActor, @Input(routes.getMyChildRealName) input: Given<typeof routes.getMyChildRealName>): Promise<RealName> { return this.realNames.mine(await this.guardians.actingFor(actor, input.params.id)); }

  @ContractRoute(routes.giveMyChildRealName)
  async giveMyChildRealName(@CurrentActor() actor: PersonActor, @Input(routes.giveMyChildRealName) input: Given<typeof routes.giveMyChildRealName>): Promise<RealNameGiven> { return this.realNames.give(await this.guardians.actingFor(actor, input.params.id), input.body); }

  @ContractRoute(routes.askGuardian)
  askGuardian(@CurrentActor() actor: PersonActor, @Input(routes.askGuardian) input: Given<typeof routes.askGuardian>): Promise<GuardianRequested> { return this.requests.ask(actor, input.body); }

  @ContractRoute(routes.lookUpGuardianRequest)
  lookUpGuardianRequest(@Input(routes.lookUpGuardianRequest) input: Given<typeof routes.lookUpGuardianRequest>, @Req() request: FastifyRequest): Promise<GuardianOffer> { return this.requests.lookUp(input.body.token, addressOf(request.ip)); }

  @ContractRoute(routes.acceptGuardianRequest)
  acceptGuardianRequest(@CurrentActor() actor: PersonActor, @Input(routes.acceptGuardianRequest) input: Given<typeof routes.acceptGuardianRequest>, @Req() request: FastifyRequest): Promise<Family> { return this.requests.accept(actor, input.body, addressOf(request.ip)); }

  @ContractRoute(routes.declineGuardianRequest)
  declineGuardianRequest(@CurrentActor() actor: Actor, @Input(routes.declineGuardianRequest) input: Given<typeof routes.declineGuardianRequest>, @Req() request: FastifyRequest): Promise<{ done: true }> { return this.requests.decline(actor, input.body.token, addressOf(request.ip)); }

  @ContractRoute(routes.endGuardianLink)
  endGuardianLink(@CurrentActor() actor: PersonActor, @Input(routes.endGuardianLink) input: Given<typeof routes.endGuardianLink>): Promise<Family> { return this.families.end(actor, input.params.id); }
}

import { Controller, Headers, Inject, Req, Res, type StreamableFile } from '@nestjs/common';
import { invitationRoutes, rightRoutes, type AccessExplanation, type Invitation, type InvitationOffer, type Page, type Session } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { readSessionCookie, writeSessionCookie } from '../../platform/auth/session-cookie.js';
import { SessionReader } from '../../platform/auth/session-reader.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { sheetAnswer } from '../../platform/sheets/sheet.js';
import { AccessExplanations } from './access-explanations.service.js';
import { deviceOf } from './device.js';
import { GrantsService } from './grants.service.js';
import { InvitationsService, type InvitationWithLink } from './invitations.service.js';
import { SessionsService } from './sessions.service.js';
import { UnreadCounter } from './unread-counter.js';

const routes = { ...invitationRoutes, ...rightRoutes };

/** Who may do what, why, and whom somebody asked to join. */
@Controller()
export class RightsController {
  constructor(
    private readonly invitations: InvitationsService, private readonly explanations: AccessExplanations, private readonly grants: GrantsService, private readonly sessions: SessionsService, private readonly unread: UnreadCounter,
    private readonly reader: SessionReader, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @ContractRoute(routes.listInvitations)
  listInvitations(@CurrentActor() actor: PersonActor, @Input(routes.listInvitations) input: Given<typeof routes.listInvitations>): Promise<Page<Invitation>> { return this.invitations.list(actor, input.query); }

  @ContractRoute(routes.createInvitation)
  createInvitation(@CurrentActor() actor: PersonActor, @Input(routes.createInvitation) input: Given<typeof routes.createInvitation>): Promise<InvitationWithLink> { return this.invitations.create(actor, input.body); }

  @ContractRoute(routes.renewInvitation)
  renewInvitation(@CurrentActor() actor: PersonActor, @Input(routes.renewInvitation) input: Given<typeof routes.renewInvitation>): Promise<InvitationWithLink> { return this.invitations.renew(actor, input.params.id); }

  @ContractRoute(routes.withdrawInvitation)
  withdrawInvitation(@CurrentActor() actor: PersonActor, @Input(routes.withdrawInvitation) input: Given<typeof routes.withdrawInvitation>): Promise<Invitation> { return this.invitations.withdraw(actor, input.params.id); }

  @ContractRoute(routes.lookUpInvitation)
  lookUpInvitation(@Input(routes.lookUpInvitation) input: Given<typeof routes.lookUpInvitation>, @Req() request: FastifyRequest): Promise<InvitationOffer> { return this.invitations.lookUp(input.body.token, deviceOf(request)); }

  @ContractRoute(routes.acceptInvitation)
  async acceptInvitation(@CurrentActor() actor: Actor, @Input(routes.acceptInvitation) input: Given<typeof routes.acceptInvitation>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    const device = deviceOf(request);
    const signedIn = await this.invitations.accept(actor, input.body, device);
    if (signedIn) writeSessionCookie(reply, signedIn.token, signedIn.expiresAt, this.config.secure);
    const token = signedIn?.token ?? readSessionCookie(request, this.config.secure);
    const person = token ? await this.reader.actorOf(token, device.ip) : null;
    if (!person) throw new Refusal('auth.failed');
    return this.sessions.describe(person, await this.unread.of(person.accountId));
  }

  @ContractRoute(routes.explainAccess)
  explainAccess(@CurrentActor() actor: PersonActor, @Input(routes.explainAccess) input: Given<typeof routes.explainAccess>): Promise<AccessExplanation> { return this.explanations.of(actor, input.query); }

  @ContractRoute(routes.exportGrants)
  async exportGrants(@CurrentActor() actor: PersonActor, @Input(routes.exportGrants) input: Given<typeof routes.exportGrants>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.grants.workbook(actor, input.query, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }
}

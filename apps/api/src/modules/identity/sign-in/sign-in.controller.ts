import { Controller, Inject, Req, Res } from '@nestjs/common';
import { signInRoutes as routes, type Account, type Challenge, type RecoveryCodes, type Security, type Session, type SignInOptions, type TotpSetup } from '@kepu/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { readDeviceCookie, writeDeviceCookie } from '../../../platform/auth/device-cookie.js';
import { writeSessionCookie } from '../../../platform/auth/session-cookie.js';
import { SessionReader } from '../../../platform/auth/session-reader.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { addressOf } from '../../../platform/http/client-address.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { AccountsService } from '../accounts.service.js';
import { SessionsService, type Device, type SignedIn } from '../sessions.service.js';
import { UnreadCounter } from '../unread-counter.js';
import { FactorsService } from './factors.service.js';
import { OidcService } from './oidc.service.js';
import { PasswordChanges } from './password-changes.service.js';
import { SecurityService } from './security.service.js';
import type { Stepped } from './session-steps.service.js';
import { SignInService } from './sign-in.service.js';

type Done = { done: true };
const done: Done = { done: true };

/** Signing in otherwise than by a password, second proofs, and the security of the own account. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService, private readonly sessions: SessionsService, private readonly factors: FactorsService, private readonly security: SecurityService, private readonly passwords: PasswordChanges,
    private readonly accounts: AccountsService, private readonly oidc: OidcService, private readonly unread: UnreadCounter, private readonly reader: SessionReader, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @ContractRoute(routes.getSignInOptions)
  getSignInOptions(): SignInOptions { return this.signIn.options(); }

  @ContractRoute(routes.createSessionChallenge)
  createSessionChallenge(@CurrentActor() actor: Actor, @Input(routes.createSessionChallenge) { body }: Given<typeof routes.createSessionChallenge>, @Req() request: FastifyRequest): Promise<Challenge> {
    return this.signIn.request(actor, body, addressOf(request.ip));
  }

  @ContractRoute(routes.answerSessionChallenge)
  async answerSessionChallenge(@CurrentActor() actor: Actor, @Input(routes.answerSessionChallenge) { params, body }: Given<typeof routes.answerSessionChallenge>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    return this.signedIn(request, reply, await this.signIn.answer(actor, params.id, body.code, this.deviceOf(request)));
  }

  @ContractRoute(routes.createOwnChallenge)
  createOwnChallenge(@CurrentActor() actor: PersonActor, @Input(routes.createOwnChallenge) { body }: Given<typeof routes.createOwnChallenge>): Promise<Challenge> { return this.signIn.requestOwn(actor, body.kind); }

  @ContractRoute(routes.addSessionProof)
  async addSessionProof(@CurrentActor() actor: PersonActor, @Input(routes.addSessionProof) { body }: Given<typeof routes.addSessionProof>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    return this.signedIn(request, reply, this.stepped(reply, await this.signIn.prove(actor, body, this.deviceOf(request))));
  }

  @ContractRoute(routes.setNewPassword)
  async setNewPassword(@CurrentActor() actor: PersonActor, @Input(routes.setNewPassword) { body }: Given<typeof routes.setNewPassword>): Promise<Done> {
    await this.passwords.recover(actor, body.next);
    return done;
  }

  @ContractRoute(routes.getMySecurity)
  getMySecurity(@CurrentActor() actor: PersonActor): Promise<Security> { return this.security.overview(actor); }

  @ContractRoute(routes.startTotp)
  startTotp(@CurrentActor() actor: PersonActor): Promise<TotpSetup> { return this.factors.startTotp(actor); }

  @ContractRoute(routes.confirmTotp)
  async confirmTotp(@CurrentActor() actor: PersonActor, @Input(routes.confirmTotp) { body }: Given<typeof routes.confirmTotp>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<RecoveryCodes> {
    const { codes, stepped } = await this.factors.confirmTotp(actor, body.code, this.deviceOf(request));
    this.stepped(reply, stepped);
    return codes;
  }

  @ContractRoute(routes.turnOnSms)
  async turnOnSms(@CurrentActor() actor: PersonActor, @Input(routes.turnOnSms) { body }: Given<typeof routes.turnOnSms>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Done> {
    this.stepped(reply, await this.factors.turnOnSms(actor, body, this.deviceOf(request)));
    return done;
  }

  @ContractRoute(routes.turnOffFactor)
  async turnOffFactor(@CurrentActor() actor: PersonActor, @Input(routes.turnOffFactor) { params }: Given<typeof routes.turnOffFactor>): Promise<Done> {
    await this.factors.turnOff(actor, params.kind);
    return done;
  }

  @ContractRoute(routes.createRecoveryCodes)
  createRecoveryCodes(@CurrentActor() actor: PersonActor): Promise<RecoveryCodes> { return this.factors.renewCodes(actor); }

  @ContractRoute(routes.createContactChallenge)
  createContactChallenge(@CurrentActor() actor: PersonActor, @Input(routes.createContactChallenge) { body }: Given<typeof routes.createContactChallenge>): Promise<Challenge> { return this.security.requestContact(actor, body); }

  @ContractRoute(routes.changeMyContact)
  async changeMyContact(@CurrentActor() actor: PersonActor, @Input(routes.changeMyContact) { body }: Given<typeof routes.changeMyContact>): Promise<Done> {
    await this.security.changeContact(actor, body);
    return done;
  }

  @ContractRoute(routes.endMySession)
  async endMySession(@CurrentActor() actor: PersonActor, @Input(routes.endMySession) { params }: Given<typeof routes.endMySession>): Promise<Done> {
    await this.security.endSession(actor, params.id);
    return done;
  }

  @ContractRoute(routes.endOtherSessions)
  async endOtherSessions(@CurrentActor() actor: PersonActor, @Input(routes.endOtherSessions) _: Given<typeof routes.endOtherSessions>): Promise<Done> {
    await this.security.endOthers(actor);
    return done;
  }

  @ContractRoute(routes.forgetMyDevice)
  async forgetMyDevice(@CurrentActor() actor: PersonActor, @Input(routes.forgetMyDevice) { params }: Given<typeof routes.forgetMyDevice>): Promise<Done> {
    await this.security.forgetDevice(actor, params.id);
    return done;
  }

  @ContractRoute(routes.resetSecondFactors)
  async resetSecondFactors(@CurrentActor() actor: PersonActor, @Input(routes.resetSecondFactors) { params }: Given<typeof routes.resetSecondFactors>): Promise<Account> {
    await this.factors.resetOf(actor, params.id);
    return this.accounts.get(actor, params.id);
  }

  @ContractRoute(routes.unlinkIdentity)
  async unlinkIdentity(@CurrentActor() actor: PersonActor, @Input(routes.unlinkIdentity) { params }: Given<typeof routes.unlinkIdentity>): Promise<Done> {
    await this.oidc.unlink(actor, params.id);
    return done;
  }

  private deviceOf(request: FastifyRequest): Device {
    return { ip: addressOf(request.ip), userAgent: request.headers['user-agent'] ?? null, remembered: readDeviceCookie(request, this.config.secure) };
  }

  /** A proof gave the session another token, and perhaps the device one of its own. */
  private stepped(reply: FastifyReply, stepped: Stepped): Stepped {
    writeSessionCookie(reply, stepped.token, stepped.expiresAt, this.config.secure);
    if (stepped.device) writeDeviceCookie(reply, stepped.device.token, stepped.device.expiresAt, this.config.secure);
    return stepped;
  }

  private async signedIn(request: FastifyRequest, reply: FastifyReply, { token, expiresAt }: Pick<SignedIn, 'token' | 'expiresAt'>): Promise<Session> {
    writeSessionCookie(reply, token, expiresAt, this.config.secure);
    const person = await this.reader.actorOf(token, addressOf(request.ip));
    if (!person) throw new Refusal('auth.failed');
    return this.sessions.describe(person, await this.unread.of(person.accountId));
  }
}

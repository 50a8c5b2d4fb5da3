import { Controller, Inject, Req, Res } from '@nestjs/common';
import { identityRoutes as routes, type Account, type AuditEntry, type Grant, type Page, type Session } from '@kepu/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { readDeviceCookie } from '../../platform/auth/device-cookie.js';
import { clearSessionCookie, writeSessionCookie } from '../../platform/auth/session-cookie.js';
import { SessionReader } from '../../platform/auth/session-reader.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { addressOf } from '../../platform/http/client-address.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { AccountsService } from './accounts.service.js';
import { AuditQueries } from './audit-queries.js';
import { GrantsService } from './grants.service.js';
import { SessionsService } from './sessions.service.js';
import { PasswordChanges } from './sign-in/index.js';
import { UnreadCounter } from './unread-counter.js';

/** Sessions, people and their rights. */
@Controller()
export class IdentityController {
  constructor(
    private readonly sessions: SessionsService, private readonly accounts: AccountsService, private readonly grants: GrantsService, private readonly audit: AuditQueries, private readonly passwords: PasswordChanges,
    private readonly unread: UnreadCounter, private readonly reader: SessionReader, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @ContractRoute(routes.createSession)
  async createSession(@CurrentActor() actor: Actor, @Input(routes.createSession) input: Given<typeof routes.createSession>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    const ip = addressOf(request.ip);
    const signedIn = await this.sessions.signIn(actor, input.body, { ip, userAgent: request.headers['user-agent'] ?? null, remembered: readDeviceCookie(request, this.config.secure) });
    writeSessionCookie(reply, signedIn.token, signedIn.expiresAt, this.config.secure);
    const person = await this.reader.actorOf(signedIn.token, ip);
    if (!person) throw new Refusal('auth.failed');
    return this.describe(person);
  }

  @ContractRoute(routes.getSession)
  getSession(@CurrentActor() actor: PersonActor): Promise<Session> { return this.describe(actor); }

  @ContractRoute(routes.deleteSession)
  async deleteSession(@CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ done: true }> {
    await this.sessions.signOut(actor);
    clearSessionCookie(reply, this.config.secure);
    return { done: true };
  }

  @ContractRoute(routes.changePassword)
  async changePassword(@CurrentActor() actor: PersonActor, @Input(routes.changePassword) input: Given<typeof routes.changePassword>): Promise<{ done: true }> {
    await this.passwords.change(actor, input.body);
    return { done: true };
  }

  @ContractRoute(routes.listAccounts)
  listAccounts(@CurrentActor() actor: PersonActor, @Input(routes.listAccounts) input: Given<typeof routes.listAccounts>): Promise<Page<Account>> { return this.accounts.list(actor, input.query); }

  @ContractRoute(routes.createAccount)
  createAccount(@CurrentActor() actor: PersonActor, @Input(routes.createAccount) input: Given<typeof routes.createAccount>): Promise<Account & { initialPassword: string }> { return this.accounts.create(actor, input.body); }

  @ContractRoute(routes.getAccount)
  getAccount(@CurrentActor() actor: PersonActor, @Input(routes.getAccount) input: Given<typeof routes.getAccount>): Promise<Account> { return this.accounts.get(actor, input.params.id); }

  @ContractRoute(routes.updateAccount)
  updateAccount(@CurrentActor() actor: PersonActor, @Input(routes.updateAccount) input: Given<typeof routes.updateAccount>): Promise<Account> { return this.accounts.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.disableAccount)
  disableAccount(@CurrentActor() actor: PersonActor, @Input(routes.disableAccount) input: Given<typeof routes.disableAccount>): Promise<Account> { return this.accounts.disable(actor, input.params.id); }

  @ContractRoute(routes.enableAccount)
  enableAccount(@CurrentActor() actor: PersonActor, @Input(routes.enableAccount) input: Given<typeof routes.enableAccount>): Promise<Account> { return this.accounts.enable(actor, input.params.id); }

  @ContractRoute(routes.resetPassword)
  resetPassword(@CurrentActor() actor: PersonActor, @Input(routes.resetPassword) input: Given<typeof routes.resetPassword>): Promise<Account & { initialPassword: string }> { return this.accounts.resetPassword(actor, input.params.id); }

  @ContractRoute(routes.listGrants)
  listGrants(@CurrentActor() actor: PersonActor, @Input(routes.listGrants) input: Given<typeof routes.listGrants>): Promise<Page<Grant>> { return this.grants.list(actor, input.query); }

  @ContractRoute(routes.createGrant)
  createGrant(@CurrentActor() actor: PersonActor, @Input(routes.createGrant) input: Given<typeof routes.createGrant>): Promise<Grant> { return this.grants.give(actor, input.body); }

  @ContractRoute(routes.endGrant)
  endGrant(@CurrentActor() actor: PersonActor, @Input(routes.endGrant) input: Given<typeof routes.endGrant>): Promise<Grant> { return this.grants.end(actor, input.params.id); }

  @ContractRoute(routes.listAuditEntries)
  listAuditEntries(@CurrentActor() actor: PersonActor, @Input(routes.listAuditEntries) input: Given<typeof routes.listAuditEntries>): Promise<Page<AuditEntry>> { return this.audit.listFor(actor, input.query); }

  private async describe(person: PersonActor): Promise<Session> { return this.sessions.describe(person, await this.unread.of(person.accountId)); }
}

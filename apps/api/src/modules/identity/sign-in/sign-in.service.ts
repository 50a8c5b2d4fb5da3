import { Inject, Injectable } from '@nestjs/common';
import type { Challenge, challengeInput, proofInput, SignInOptions } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { RateLimits } from '../../../platform/auth/rate-limits.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { networkOf } from '../../../platform/http/client-address.js';
import { MailGateway, SmsGateway } from '../../../platform/messages/index.js';
import { AccountsRepository } from '../accounts.repository.js';
import { Contacts, type Address } from '../contacts.js';
import { Passwords } from '../passwords.js';
import { perNetwork, SessionsService, type Device, type SignedIn } from '../sessions.service.js';
import { Challenges } from './challenges.service.js';
import { FactorsService } from './factors.service.js';
import { SessionSteps, type Stepped } from './session-steps.service.js';

/** Messages that one network has sent: an office or a lecture hall shares one. */
const messagesPerNetwork = { tries: 60, minutes: 15 };
const proofsPerAccount = { tries: 8, minutes: 15 };

/** Signing in by a code or link, and proofs beside the first. Known and unknown addresses are answered alike, in words and in time. */
@Injectable()
export class SignInService {
  constructor(
    private readonly accounts: AccountsRepository, private readonly contacts: Contacts, private readonly challenges: Challenges, private readonly factors: FactorsService, private readonly sessions: SessionsService,
    private readonly steps: SessionSteps, private readonly passwords: Passwords, private readonly limits: RateLimits, private readonly sms: SmsGateway, private readonly mail: MailGateway,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  options(): SignInOptions {
    const { messages, oidc } = this.config;
    return { sms: this.sms.offered, email: this.mail.offered, oidc: oidc && { name: oidc.name }, demoMessages: messages.demo, registrationProof: messages.sms !== null };
  }

  /** Errors: `rate.limited`, `auth.way_not_offered`, `input.invalid`. */
  async request(actor: Actor, { purpose, ...given }: z.output<typeof challengeInput>, ip: string | null): Promise<Challenge> {
    const address = this.offered(this.contacts.addressOf(given));
    await this.limits.spend('code network', networkOf(ip), messagesPerNetwork);
    const account = await this.accounts.findByIndex(address.channel === 'sms' ? 'phoneIndex' : 'emailIndex', address.index);
    return this.challenges.open(actor, { purpose, address, accountId: account?.state === 'active' ? account.id : null, sessionId: null });
  }

  /** Errors: `auth.code_wrong`, `rate.limited`. */
  async answer(actor: Actor, id: string, code: string, device: Device): Promise<SignedIn> {
    await this.limits.spend('sign-in network', networkOf(device.ip), perNetwork);
    return this.challenges.redeem(actor, { id, code, purpose: 'sign_in', sessionId: null }, async ({ accountId, channel }) => {
      const account = accountId ? await this.accounts.find(accountId) : null;
      if (account?.state !== 'active') throw new Refusal('auth.code_wrong');
      return this.sessions.open(account.id, device, [channel]);
    });
  }

  /** A code to the own phone or address, for this session alone. Errors: `auth.way_not_offered`, `rate.limited`. */
  async requestOwn(actor: PersonActor, channel: Address['channel']): Promise<Challenge> {
    const account = await this.accounts.find(actor.accountId);
    const address = account && this.contacts.ownAddress(account, channel);
    // Somebody who lacks a second proof is sent a code only where it would be one.
    if (!address || (actor.standing.lacks !== null && !actor.standing.ways.includes(channel))) throw new Refusal('auth.way_not_offered');
    return this.challenges.open(actor, { purpose: 'proof', address: this.offered(address), accountId: actor.accountId, sessionId: actor.sessionId });
  }

  /** Errors: `auth.code_wrong`, `auth.failed`, `auth.way_not_offered`, `rate.limited`, `version.stale`. */
  async prove(actor: PersonActor, { kind, code = '', password = '', challengeId = '', remember }: z.output<typeof proofInput>, device: Device): Promise<Stepped> {
    const proof = kind === 'recovery' ? 'totp' : kind;
    const { ways, proofs } = actor.standing;
    if (!ways.includes(proof) && !proofs.some((given) => given.kind === proof)) throw new Refusal('auth.way_not_offered');
    await this.limits.spend('proof', actor.accountId, proofsPerAccount);
    const step = () => this.steps.add(actor, proof, { device, remember });
    const stepped = kind === 'password' ? await this.byPassword(actor, password, step)
      : kind === 'sms' || kind === 'email' ? await this.challenges.redeem(actor, { id: challengeId, code, purpose: 'proof', sessionId: actor.sessionId }, step)
        : await this.byApp(actor, kind, code, step);
    await this.limits.forget('proof', actor.accountId);
    return stepped;
  }

  private async byPassword(actor: PersonActor, password: string, step: () => Promise<Stepped>): Promise<Stepped> {
    const account = await this.accounts.find(actor.accountId);
    if (await this.passwords.matches(password, account?.passwordHash ?? null)) return step();
    await this.work.run(() => this.refused(actor));
    throw new Refusal('auth.failed');
  }

  private async byApp(actor: PersonActor, kind: 'totp' | 'recovery', code: string, step: () => Promise<Stepped>): Promise<Stepped> {
    const stepped = await this.work.run(async () => {
      if (await this.factors.take(actor.accountId, kind, code)) return step();
      await this.refused(actor);
      return null;
    });
    if (!stepped) throw new Refusal('auth.code_wrong');
    return stepped;
  }

  private refused(actor: PersonActor): Promise<string> {
    return this.audit.record({ actor: auditActor(actor), action: 'session.proof_refused', subjectKind: 'account', subjectId: actor.accountId, before: null, after: null });
  }

  private offered(address: Address): Address {
    if (!(address.channel === 'sms' ? this.sms : this.mail).offered) throw new Refusal('auth.way_not_offered');
    return address;
  }
}

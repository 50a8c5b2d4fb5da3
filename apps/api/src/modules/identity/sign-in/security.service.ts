import { Inject, Injectable } from '@nestjs/common';
import type { Challenge, Security } from '@kepu/contracts';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { isFresh, readProofs } from '../../../platform/auth/standing.js';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { MailGateway, SmsGateway } from '../../../platform/messages/index.js';
import { AccountsRepository } from '../accounts.repository.js';
import { Contacts } from '../contacts.js';
import type { SessionEntity } from '../session.entity.js';
import { SessionRepository } from '../session.repository.js';
import { Challenges } from './challenges.service.js';
import type { DeviceEntity } from './device.entity.js';
import { deviceWords } from './device-words.js';
import { DevicesRepository } from './devices.repository.js';
import { FactorsRepository } from './factors.repository.js';
import { IdentitiesRepository } from './identities.repository.js';
import { SecurityNews } from './security-news.js';
import { SessionSteps } from './session-steps.service.js';

const deviceView = ({ id, userAgent, ip, createdAt }: SessionEntity | DeviceEntity, lastSeenAt: Date) => ({ id, ...deviceWords(userAgent), ip, since: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() });
const kindsOf = (proofs: string) => readProofs(proofs).flatMap(({ kind }) => (kind === 'device' ? [] : [kind]));

/** What a person sees of the security of their own account, and ends; the own phone and address. */
@Injectable()
export class SecurityService {
  constructor(
    private readonly accounts: AccountsRepository, private readonly contacts: Contacts, private readonly sessions: SessionRepository, private readonly devices: DevicesRepository, private readonly factors: FactorsRepository,
    private readonly identities: IdentitiesRepository, private readonly challenges: Challenges, private readonly steps: SessionSteps, private readonly news: SecurityNews, private readonly sms: SmsGateway, private readonly mail: MailGateway,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async overview(actor: PersonActor): Promise<Security> {
    const { accountId, standing } = actor;
    const now = this.clock.now();
    const account = await this.accounts.find(accountId);
    if (!account) throw new Refusal('auth.required');
    const sessions = await this.sessions.openOf(accountId, now, new Date(now.getTime() - this.config.session.idleMinutes * 60_000));
    return {
      contact: this.contacts.masked(account), hasPassword: !account.mustChangePassword,
      factors: (await this.factors.inForce(accountId)).map(({ kind, confirmedAt, createdAt }) => ({ kind, since: (confirmedAt ?? createdAt).toISOString() })),
      recoveryCodesLeft: await this.factors.countCodes(accountId), secondDemanded: standing.demanded,
      fresh: isFresh(standing.proofs, now), recovered: isFresh(standing.proofs, now, ['sms', 'email']), proofs: standing.proofs.flatMap(({ kind }) => (kind === 'device' ? [] : [kind])),
      identities: (await this.identities.listOf(accountId)).map(({ id, createdAt }) => ({ id, name: this.config.oidc?.name ?? '', since: createdAt.toISOString() })),
      sessions: sessions.map((session) => ({ ...deviceView(session, session.lastSeenAt), present: session.id === actor.sessionId, proofs: kindsOf(session.proofs) })),
      devices: (await this.devices.listOf(accountId, now)).map((device) => ({ ...deviceView(device, device.lastUsedAt), until: device.expiresAt.toISOString() })),
    };
  }

  async endSession(actor: PersonActor, id: string): Promise<void> {
    await this.work.run(async () => {
      if (!(await this.sessions.endOwn(actor.accountId, id, this.clock.now()))) throw notFound();
      await this.audit.record({ actor: auditActor(actor), action: 'session.ended', subjectKind: 'session', subjectId: id, before: null, after: null });
    });
  }

  /** Remembered devices too: whoever does this does not know where they are. */
  async endOthers(actor: PersonActor): Promise<void> {
    await this.work.run(async () => {
      const now = this.clock.now();
      await this.sessions.endAllOf(actor.accountId, now, actor.sessionId);
      await this.devices.endAllOf(actor.accountId, now);
      await this.audit.record({ actor: auditActor(actor), action: 'session.others_ended', subjectKind: 'account', subjectId: actor.accountId, before: null, after: null });
    });
  }

  async forgetDevice(actor: PersonActor, id: string): Promise<void> {
    await this.work.run(async () => {
      if (!(await this.devices.end(actor.accountId, id, this.clock.now()))) throw notFound();
      await this.audit.record({ actor: auditActor(actor), action: 'sign_in.device_forgotten', subjectKind: 'account', subjectId: actor.accountId, before: { deviceId: id }, after: null });
    });
  }

  /** A code to a phone or address that is to become the own one; whether somebody else has it is told to whoever brings the code. Errors: `auth.proof_required`, `rate.limited`, `auth.way_not_offered`. */
  async requestContact(actor: PersonActor, given: { readonly phone?: string; readonly email?: string }): Promise<Challenge> {
    this.steps.demandFresh(actor);
    const address = this.contacts.addressOf(given);
    if (!(address.channel === 'sms' ? this.sms : this.mail).offered) throw new Refusal('auth.way_not_offered');
    return this.challenges.open(actor, { purpose: 'contact', address, accountId: actor.accountId, sessionId: actor.sessionId });
  }

  /** Errors: `auth.proof_required`, `auth.code_wrong`, `account.identifier_taken`, `version.stale`, `rate.limited`. */
  async changeContact(actor: PersonActor, { challengeId, code }: { readonly challengeId: string; readonly code: string }): Promise<void> {
    this.steps.demandFresh(actor);
    await this.challenges.redeem(actor, { id: challengeId, code, purpose: 'contact', sessionId: actor.sessionId }, async (row) => {
      const account = await this.accounts.find(actor.accountId);
      if (!account) throw notFound();
      const address = this.challenges.addressOf(row);
      if (!(await this.accounts.update(account.id, account.version, this.contacts.seal(account.id, row.channel === 'sms' ? { phone: address } : { email: address })))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'sign_in.contact_changed', subjectKind: 'account', subjectId: account.id, before: null, after: { changed: row.channel === 'sms' ? 'phone' : 'email' } });
      await this.news.changed(account.id, 'contact');
    }).catch((error: unknown) => {
      throw error instanceof UniqueViolation ? new Refusal('account.identifier_taken', { cause: error }) : error;
    });
  }
}

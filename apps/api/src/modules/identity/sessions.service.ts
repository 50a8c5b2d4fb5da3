import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Session } from '@kepu/contracts';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { networkOf } from '../../platform/http/client-address.js';
import { AccountsRepository } from './accounts.repository.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Contacts } from './contacts.js';
import { GrantsRepository } from './grants.repository.js';
import { grantView } from './grant.mapper.js';
import { Passwords } from './passwords.js';
import { SessionRepository, tokenHash } from './session.repository.js';

/** Tries per account, and per network: a school or an office shares one. */
const perAccount = { tries: 8, minutes: 15 };
const perNetwork = { tries: 120, minutes: 15 };

/** What the browser of a person who signed in is told. */
export interface SignedIn { readonly token: string; readonly expiresAt: Date; readonly accountId: string }
/** Where a request came from. */
export interface Device { readonly ip: string | null; readonly userAgent: string | null }

/** Signing in and out. Known and unknown identifiers are answered alike, in words and in time. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly accounts: AccountsRepository, private readonly sessions: SessionRepository, private readonly grants: GrantsRepository,
    private readonly contacts: Contacts, private readonly passwords: Passwords, private readonly limits: RateLimits,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Errors: `auth.failed`, `rate.limited`. */
  async signIn(actor: Actor, given: { identifier: string; password: string }, device: Device): Promise<SignedIn> {
    const lookup = this.contacts.lookup(given.identifier);
    await this.limits.spend('sign-in network', networkOf(device.ip), perNetwork);
    await this.limits.spend('sign-in account', lookup?.value ?? given.identifier.slice(0, 100).toLowerCase(), perAccount);
    const account = lookup && (await this.accounts.findByIndex(lookup.column, lookup.value));
    const matches = await this.passwords.matches(given.password, account?.passwordHash ?? null);
    if (!account || !matches || account.state !== 'active') {
      await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'session.refused', subjectKind: 'account', subjectId: account?.id ?? 'unknown', before: null, after: null }));
      throw new Refusal('auth.failed');
    }
    await this.limits.forget('sign-in account', lookup.value);
    return this.open(account.id, device);
  }

  /** A session of a person who has proved who they are. Inside or outside a unit of work. */
  async open(accountId: string, device: Device): Promise<SignedIn> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.session.maxHours * 3_600_000);
    const id = newId();
    await this.work.run(async () => {
      await this.sessions.insert({
        id, tokenHash: tokenHash(token), accountId, createdAt: now, lastSeenAt: now, expiresAt, endedAt: null, ip: device.ip, userAgent: device.userAgent?.slice(0, 200) ?? null,
      });
      await this.accounts.markSignedIn(accountId, now);
      await this.audit.record({ actor: { kind: 'person', id: accountId, ip: device.ip }, action: 'session.created', subjectKind: 'session', subjectId: id, before: null, after: null });
    });
    return { token, expiresAt, accountId };
  }

  async signOut(actor: PersonActor): Promise<void> {
    await this.work.run(async () => {
      await this.sessions.end(actor.sessionId, this.clock.now());
      await this.audit.record({ actor: auditActor(actor), action: 'session.ended', subjectKind: 'session', subjectId: actor.sessionId, before: null, after: null });
    });
  }

  /** Changes the own password; every other device is signed out. Errors: `auth.failed`, `auth.password_weak`, `rate.limited`. */
  async changePassword(actor: PersonActor, given: { current: string; next: string }): Promise<void> {
    await this.limits.spend('password', actor.accountId, perAccount);
    const account = await this.accounts.find(actor.accountId);
    if (!account || !(await this.passwords.matches(given.current, account.passwordHash))) throw new Refusal('auth.failed');
    this.passwords.check(given.next, account.name);
    if (given.next === given.current) throw new Refusal('auth.password_weak', { params: { rule: 'passwordRules.same' } });
    const passwordHash = await this.passwords.hash(given.next);
    await this.work.run(async () => {
      if (!(await this.accounts.update(account.id, account.version, { passwordHash, mustChangePassword: false }))) throw new Refusal('version.stale');
      await this.sessions.endAllOf(account.id, this.clock.now(), actor.sessionId);
      await this.audit.record({ actor: auditActor(actor), action: 'account.password_changed', subjectKind: 'account', subjectId: account.id, before: null, after: null });
    });
    await this.limits.forget('password', actor.accountId);
  }

  /** What the app knows of the person who is signed in. */
  async describe(actor: PersonActor, unreadNotices: number): Promise<Session> {
    const account = await this.accounts.find(actor.accountId);
    if (!account) throw new Refusal('auth.required');
    const contact = this.contacts.masked(account);
    const grants = await this.grants.inForce([actor.accountId], this.clock.today());
    return {
      account: { id: account.id, name: account.name, identifier: contact.email ?? contact.phone ?? '', mustChangePassword: account.mustChangePassword },
      grants: grants.map(grantView), permissions: [...actor.permissions], unreadNotices, today: this.clock.today(), expiresAt: actor.sessionExpiresAt.toISOString(),
    };
  }
}

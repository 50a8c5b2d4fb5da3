import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ProofKind, Session } from '@kepu/contracts';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { writeProofs } from '../../platform/auth/standing.js';
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
import { SealedNames } from './sealed-names.repository.js';
import { SessionRepository, tokenHash } from './session.repository.js';
import { deviceWords } from './sign-in/device-words.js';
import { DevicesRepository } from './sign-in/devices.repository.js';
import { SecurityNews } from './sign-in/security-news.js';

/** Tries per account, and per network: a school or an office shares one. */
const perAccount = { tries: 8, minutes: 15 };
export const perNetwork = { tries: 120, minutes: 15 };

/** What the browser of a person who signed in is told. */
export interface SignedIn { readonly token: string; readonly expiresAt: Date; readonly accountId: string }
/** Where a request came from. `remembered`: the token of a device that may stand for the second proof. */
export interface Device { readonly ip: string | null; readonly userAgent: string | null; readonly remembered?: string | null }
/** How many of the last sessions tell whether a device is new. */
const LOOK_BACK = 100;

/** Signing in and out. Known and unknown identifiers are answered alike, in words and in time. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly accounts: AccountsRepository, private readonly sessions: SessionRepository, private readonly grants: GrantsRepository,
    private readonly contacts: Contacts, private readonly passwords: Passwords, private readonly limits: RateLimits, private readonly devices: DevicesRepository, private readonly news: SecurityNews, private readonly names: SealedNames,
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
    return this.open(account.id, device, ['password']);
  }

  /** A session of a person who has proved who they are, by these proofs. Inside or outside a unit of work. */
  async open(accountId: string, device: Device, kinds: readonly ProofKind[]): Promise<SignedIn> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.session.maxHours * 3_600_000);
    const id = newId();
    const userAgent = device.userAgent?.slice(0, 200) ?? null;
    await this.work.run(async () => {
      const remembered = device.remembered ? await this.devices.use(accountId, tokenHash(device.remembered), now) : false;
      const proofs = [...kinds, ...(remembered ? ['device' as const] : [])].map((kind) => ({ kind, at: now.getTime() }));
      await this.tellOfNewDevice(accountId, userAgent);
      await this.sessions.insert({ id, tokenHash: tokenHash(token), accountId, createdAt: now, lastSeenAt: now, expiresAt, endedAt: null, ip: device.ip, userAgent, proofs: writeProofs(proofs) });
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

  /** Whoever signs in for the first time of all needs no telling. */
  private async tellOfNewDevice(accountId: string, userAgent: string | null): Promise<void> {
    const words = deviceWords(userAgent);
    const before = (await this.sessions.agentsOf(accountId, LOOK_BACK)).map(deviceWords);
    if (before.length > 0 && !before.some(({ browser, system }) => browser === words.browser && system === words.system)) await this.news.signedInAnew(accountId, words);
  }

  /** What the app knows of the person who is signed in. */
  async describe(actor: PersonActor, unreadNotices: number): Promise<Session> {
    const account = await this.accounts.find(actor.accountId);
    if (!account) throw new Refusal('auth.required');
    const contact = this.contacts.masked(account);
    // A session that is not complete opens nothing, and is told no more of the person than it needs to be completed.
    const whole = actor.standing.lacks === null;
    const grants = await this.grants.inForce([actor.accountId], this.clock.today());
    return {
      account: { id: account.id, name: (await this.names.openOne(account.id)) ?? account.name, identifier: contact.email ?? contact.phone ?? '', mustChangePassword: actor.mustChangePassword },
      grants: whole ? grants.map(grantView) : [], permissions: whole ? [...actor.permissions] : [], unreadNotices: whole ? unreadNotices : 0, today: this.clock.today(), expiresAt: actor.sessionExpiresAt.toISOString(),
      proofs: actor.standing.proofs.flatMap(({ kind }) => (kind === 'device' ? [] : [kind])), missing: actor.standing.lacks, ways: [...actor.standing.ways],
    };
  }
}

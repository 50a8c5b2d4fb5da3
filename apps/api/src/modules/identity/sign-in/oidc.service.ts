import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { RateLimits } from '../../../platform/auth/rate-limits.js';
import { Clock } from '../../../platform/clock/index.js';
import { BlindIndex, FieldCipher } from '../../../platform/crypto/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/errors/refusal.js';
import { networkOf } from '../../../platform/http/client-address.js';
import { AccountsRepository } from '../accounts.repository.js';
import { perNetwork, SessionsService, type Device, type SignedIn } from '../sessions.service.js';
import { FactorsService } from './factors.service.js';
import { IdentitiesRepository } from './identities.repository.js';
import { OidcProvider } from './oidc-provider.js';
import { SecurityNews } from './security-news.js';
import { SessionSteps, type Stepped } from './session-steps.service.js';

/** How long somebody may take in the other house. */
export const TRANSACTION_MINUTES = 10;
const place = { table: 'oidc_transactions', column: 'cookie', row: 'browser' } as const;
const transaction = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string(), linkTo: z.string().nullable(), until: z.number() });
type Transaction = z.output<typeof transaction>;

/** How it went: a session that is new or comes further, an account that was linked, somebody whom nobody here knows, or nothing that could be believed. */
export type Arrival =
  | { readonly kind: 'signed_in'; readonly signedIn: SignedIn; readonly next: string } | { readonly kind: 'stepped'; readonly stepped: Stepped; readonly next: string }
  | { readonly kind: 'linked'; readonly stepped: Stepped; readonly next: string } | { readonly kind: 'unknown' | 'failed' | 'taken'; readonly next: string };

/** Sign-in by the account of another house. It is linked by hand from a session with a fresh proof, and known by issuer and subject alone: never by a phone or an address. */
@Injectable()
export class OidcService {
  constructor(
    private readonly provider: OidcProvider, private readonly identities: IdentitiesRepository, private readonly accounts: AccountsRepository, private readonly sessions: SessionsService, private readonly steps: SessionSteps,
    private readonly factors: FactorsService, private readonly news: SecurityNews, private readonly cipher: FieldCipher, private readonly index: BlindIndex, private readonly limits: RateLimits,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `resource.not_found` where there is no other house; `auth.proof_required` for a link without a fresh proof. */
  async start(actor: Actor, { next, link }: { readonly next: string; readonly link: boolean }): Promise<{ url: string; cookie: string }> {
    if (!this.provider.offered) throw notFound();
    const person = link && actor.kind === 'person' ? actor : null;
    if (link && !person) throw notFound();
    if (person) this.steps.demandFresh(person);
    const { url, secrets } = await this.provider.begin();
    const until = this.clock.now().getTime() + TRANSACTION_MINUTES * 60_000;
    return { url, cookie: this.cipher.seal(JSON.stringify({ ...secrets, next, linkTo: person?.accountId ?? null, until } satisfies Transaction), place) };
  }

  /** `search` is the query as it came, `cookie` what `start` gave the browser. Never throws for what the other house or the browser says. */
  async finish(actor: Actor, search: string, cookie: string | null, device: Device): Promise<Arrival> {
    if (!this.provider.offered) throw notFound();
    await this.limits.spend('sign-in network', networkOf(device.ip), perNetwork);
    const known = this.opened(cookie);
    if (!known || known.until < this.clock.now().getTime()) return { kind: 'failed', next: '' };
    const who = await this.provider.finish(search, known).catch(() => null);
    if (!who) return { kind: 'failed', next: known.next };
    const subjectIndex = this.index.of('oidc_subject', `${who.issuer}\0${who.subject}`);
    return known.linkTo === null ? this.arrive(actor, who.issuer, subjectIndex, known.next, device) : this.link(actor, who.issuer, subjectIndex, known, device);
  }

  /** Errors: `auth.proof_required`, `auth.last_factor`, `resource.not_found`. */
  async unlink(actor: PersonActor, id: string): Promise<void> {
    this.steps.demandFresh(actor);
    await this.work.run(async () => {
      if (!(await this.identities.remove(actor.accountId, id))) throw notFound();
      await this.factors.keepOne(actor);
      await this.audit.record({ actor: auditActor(actor), action: 'sign_in.identity_unlinked', subjectKind: 'account', subjectId: actor.accountId, before: { identityId: id }, after: null });
      await this.news.changed(actor.accountId, 'identity_off');
    });
  }

  private async arrive(actor: Actor, issuer: string, subjectIndex: string, next: string, device: Device): Promise<Arrival> {
    const identity = await this.identities.find(issuer, subjectIndex);
    if (!identity) return { kind: 'unknown', next };
    const account = await this.accounts.find(identity.accountId);
    if (account?.state !== 'active') return { kind: 'failed', next };
    // Somebody who is half in comes further; for anybody else it is a session of its own.
    if (actor.kind === 'person' && actor.accountId === account.id) return { kind: 'stepped', stepped: await this.steps.add(actor, 'oidc', { device, remember: false }), next };
    return { kind: 'signed_in', signedIn: await this.sessions.open(account.id, device, ['oidc']), next };
  }

  private async link(actor: Actor, issuer: string, subjectIndex: string, { linkTo, next }: Transaction, device: Device): Promise<Arrival> {
    // The one who began is the one who comes back, with a proof that is still fresh.
    if (actor.kind !== 'person' || actor.accountId !== linkTo) return { kind: 'failed', next };
    this.steps.demandFresh(actor);
    const there = await this.identities.find(issuer, subjectIndex);
    if (there && there.accountId !== actor.accountId) return { kind: 'taken', next };
    const stepped = await this.work.run(async () => {
      if (!there) {
        const id = newId();
        await this.identities.insert({ id, accountId: actor.accountId, issuer, subjectIndex, createdAt: this.clock.now() });
        await this.audit.record({ actor: auditActor(actor), action: 'sign_in.identity_linked', subjectKind: 'account', subjectId: actor.accountId, before: null, after: { identityId: id } });
        await this.news.changed(actor.accountId, 'identity_on');
      }
      return this.steps.add(actor, 'oidc', { device, remember: false });
    }).catch((error: unknown) => {
      if (error instanceof UniqueViolation) return null;
      throw error;
    });
    return stepped ? { kind: 'linked', stepped, next } : { kind: 'taken', next };
  }

  private opened(cookie: string | null): Transaction | null {
    if (!cookie) return null;
    try {
      return transaction.parse(JSON.parse(this.cipher.open(cookie, place)));
    } catch {
      return null;
    }
  }
}

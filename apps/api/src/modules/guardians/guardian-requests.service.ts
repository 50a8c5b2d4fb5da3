import { Inject, Injectable } from '@nestjs/common';
import { consentVersions, type Family, type GuardianOffer, type guardianAcceptance, type guardianRequest, type GuardianRequested } from '@kepu/contracts';
import { isMinor } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { DerivedCodes } from '../../platform/crypto/index.js';
import { fromDbTime, newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { networkOf } from '../../platform/http/client-address.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AccountsRepository, ConsentLedger, tokenHash } from '../identity/index.js';
import { Families, MOST_CHILDREN } from './family.service.js';
import { GuardianAges } from './guardian-ages.service.js';
import { GuardianLinksRepository, type LinkRow } from './guardian-links.repository.js';
import { GuardianPapers, guardianStateOf } from './guardian-papers.js';
import { Guardians } from './guardians.service.js';

const DAYS = 7;
const DAY_MS = 86_400_000;
/** Guardians of one child, asked and confirmed. */
const MOST_GUARDIANS = 4;
const perNetwork = { tries: 60, minutes: 15 };
const perMinor = { tries: 5, minutes: 24 * 60 };
/** Numbers tried against one link. */
const perLink = { tries: 8, minutes: 60 };

/** A minor who registered alone asks a guardian: by a link that is good on the phone whose number the child gave, and on no other. */
@Injectable()
export class GuardianRequests {
  constructor(
    private readonly rows: GuardianLinksRepository, private readonly papers: GuardianPapers, private readonly ages: GuardianAges, private readonly families: Families, private readonly guardians: Guardians, private readonly accounts: AccountsRepository, private readonly consents: ConsentLedger,
    private readonly codes: DerivedCodes, private readonly limits: RateLimits, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Errors: `volunteer.required`, `minor.of_age`, `guardian.own_phone`, `guardian.too_many`, `rate.limited`, `input.invalid`. */
  async ask(actor: PersonActor, { name, phone, relation }: z.output<typeof guardianRequest>): Promise<GuardianRequested> {
    const bornOn = await this.rows.bornOn(actor.accountId);
    if (bornOn === null) throw new Refusal('volunteer.required');
    if (!isMinor(bornOn, this.clock.today())) throw new Refusal('minor.of_age');
    const id = newId();
    const written = this.papers.seal(id, { name, phone });
    if (written.phoneIndex === (await this.accounts.find(actor.accountId))?.phoneIndex) throw new Refusal('guardian.own_phone');
    await this.limits.spend('guardian request', actor.accountId, perMinor);
    // Made out of the id: the database cannot tell the link.
    const token = this.codes.token(`guardian ${id}`);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + DAYS * DAY_MS);
    await this.work.run(async () => {
      if ((await this.rows.countOpen(actor.accountId, now)) >= MOST_GUARDIANS) throw new Refusal('guardian.too_many');
      await this.rows.insert({
        id, minorId: actor.accountId, guardianId: null, activeKey: null, ...written, relation, method: 'link', tokenHash: tokenHash(token), askedAt: now, expiresAt, confirmedAt: null, declinedAt: null, endedAt: null, endedBy: null, version: 1,
      });
      await this.audit.record({ actor: auditActor(actor), action: 'guardian.asked', subjectKind: 'volunteer', subjectId: actor.accountId, before: null, after: { linkId: id, relation } });
    });
    return this.shown(id, token, expiresAt);
  }

  /** By the teacher, for the guardian of a slip. Answers null where there is none left to take over. */
  async offer(actor: PersonActor, linkId: string, minorId: string): Promise<GuardianRequested | null> {
    const token = this.codes.token(`guardian ${linkId}`);
    const expiresAt = new Date(this.clock.now().getTime() + DAYS * DAY_MS);
    const offered = await this.work.run(async () => {
      if (!(await this.rows.offer(linkId, tokenHash(token), expiresAt))) return false;
      await this.audit.record({ actor: auditActor(actor), action: 'guardian.asked', subjectKind: 'volunteer', subjectId: minorId, before: null, after: { linkId } });
      return true;
    });
    return offered ? this.shown(linkId, token, expiresAt) : null;
  }

  private async shown(id: string, token: string, expiresAt: Date): Promise<GuardianRequested> {
    const link = `${this.config.publicUrl}/guardian#${token}`;
    // Loaded by the first link, not by every start.
    const { default: QRCode } = await import('qrcode');
    return { id, link, qr: await QRCode.toString(link, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }), expiresAt: expiresAt.toISOString() };
  }

  /** Errors: `rate.limited`, `guardian.link_unknown`. */
  async lookUp(token: string, ip: string | null): Promise<GuardianOffer> {
    const link = await this.byToken(token, ip);
    return {
      child: link.shownName, countyName: link.countyName, name: this.papers.nameOf(link) ?? '', relation: link.relation, phone: this.papers.maskedPhoneOf(link) ?? '', state: this.stateOf(link),
      expiresAt: link.expiresAt === null ? fromDbTime(link.askedAt) : fromDbTime(link.expiresAt), childConsent: consentVersions.child,
    };
  }

  /** Errors: `rate.limited`, `guardian.link_unknown`, `guardian.link_over`, `guardian.wrong_phone`, `guardian.age_needed`, `guardian.of_age`, `guardian.too_many`, `consent.text_changed`, `input.invalid`. */
  async accept(actor: PersonActor, { token, childConsent, guardianBornOn }: z.output<typeof guardianAcceptance>, ip: string | null): Promise<Family> {
    const link = await this.byToken(token, ip);
    if (this.stateOf(link) !== 'asked' || link.minorId === actor.accountId) throw new Refusal('guardian.link_over');
    await this.limits.spend('guardian link', link.id, perLink);
    if (childConsent !== consentVersions.child) throw new Refusal('consent.text_changed');
    await this.families.demandGuardian(actor.accountId, guardianBornOn);
    const account = await this.accounts.find(actor.accountId);
    if (!account || account.phoneIndex !== link.phoneIndex) throw new Refusal('guardian.wrong_phone');
    await this.work.run(async () => {
      await this.rows.takeTurn();
      await this.families.demandGuardian(actor.accountId, guardianBornOn);
      await this.ages.keep(actor, guardianBornOn);
      if ((await this.guardians.childrenOf(actor.accountId)).length >= MOST_CHILDREN) throw new Refusal('guardian.too_many');
      if (!(await this.rows.confirm(link.id, actor.accountId, `${link.minorId}:${actor.accountId}`, this.clock.now()))) throw new Refusal('guardian.link_over');
      await this.consents.enter(actor, link.minorId, ['child'], 'guardian');
      await this.audit.record({ actor: auditActor(actor), action: 'guardian.linked', subjectKind: 'volunteer', subjectId: link.minorId, before: null, after: { linkId: link.id, relation: link.relation, method: link.method } });
      await this.jobs.enqueue('notice.guardian_linked', { minorId: link.minorId, linkId: link.id });
    }).catch((error: unknown) => {
      // The same pair is linked already.
      throw error instanceof UniqueViolation ? new Refusal('guardian.link_over', { cause: error }) : error;
    });
    return this.families.of(actor);
  }

  /** By whoever got the link; nobody is told who. Errors: `rate.limited`, `guardian.link_unknown`, `guardian.link_over`. */
  async decline(actor: Actor, token: string, ip: string | null): Promise<{ done: true }> {
    const link = await this.byToken(token, ip);
    await this.work.run(async () => {
      if (!(link.method === 'slip' ? await this.rows.forgetLink(link.id) : await this.rows.decline(link.id, this.clock.now()))) throw new Refusal('guardian.link_over');
      await this.audit.record({ actor: auditActor(actor), action: 'guardian.declined', subjectKind: 'volunteer', subjectId: link.minorId, before: { linkId: link.id }, after: null });
    });
    return { done: true };
  }

  private async byToken(token: string, ip: string | null): Promise<LinkRow> {
    await this.limits.spend('guardian network', networkOf(ip), perNetwork);
    const link = await this.rows.byToken(tokenHash(token));
    if (!link) throw new Refusal('guardian.link_unknown');
    return link;
  }

  /** Whoever has come of age meanwhile needs no guardian. */
  private stateOf(link: LinkRow): ReturnType<typeof guardianStateOf> {
    // A slip has made its guardian; the link is about the account.
    const toTakeOver = link.method === 'slip' && link.guardianId === null && link.endedAt === null;
    const state = guardianStateOf(toTakeOver ? { ...link, confirmedAt: null } : link, this.clock.now());
    return state === 'asked' && !isMinor(link.bornOn, this.clock.today()) ? 'expired' : state;
  }
}

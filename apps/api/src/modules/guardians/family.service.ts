import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { consentVersions, type Child, type childInput, type Family, type OwnGuardian } from '@kepu/contracts';
import { ADULT_AGE, adultOn, ageOn, bandOf, isMinor } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AccountsRepository, maskedName, Passwords, SealedNames } from '../identity/index.js';
import { Enrolment, MinorBands, References } from '../volunteers/index.js';
import { GuardianAges } from './guardian-ages.service.js';
import { GuardianLinksRepository } from './guardian-links.repository.js';
import { GuardianPapers, guardianStateOf } from './guardian-papers.js';
import { Guardians } from './guardians.service.js';

/** Children of one guardian: more than any family has, and too few to make a list of strangers. */
export const MOST_CHILDREN = 6;

/** A family as each of its people sees it. */
@Injectable()
export class Families {
  constructor(
    private readonly rows: GuardianLinksRepository, private readonly ages: GuardianAges, private readonly guardians: Guardians, private readonly papers: GuardianPapers, private readonly names: SealedNames, private readonly accounts: AccountsRepository, private readonly passwords: Passwords,
    private readonly enrolment: Enrolment, private readonly references: References, private readonly bands: MinorBands, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async of(actor: PersonActor): Promise<Family> {
    const today = this.clock.today();
    const bornOn = await this.rows.bornOn(actor.accountId);
    const minor = bornOn !== null && isMinor(bornOn, today);
    const guardians = minor ? await this.ownGuardians(actor.accountId) : [];
    return { children: await this.children(actor.accountId), guardians, minor: minor ? { needsGuardian: !guardians.some(({ state }) => state === 'linked'), adultOn: adultOn(bornOn) } : null, ageKnown: (await this.ages.of(actor.accountId)) !== null };
  }

  /** Errors: `volunteer.too_young`, `minor.of_age`, `guardian.age_needed`, `guardian.of_age`, `guardian.phone_needed`, `guardian.too_many`, `child.exists`, `child.at_school`, `consent.text_changed`, `reference.not_found`, `input.invalid`. */
  async register(actor: PersonActor, { relation, consent, childConsent, guardianBornOn, ...given }: z.output<typeof childInput>): Promise<Family> {
    if (this.enrolment.demandAge(given.bornOn) >= ADULT_AGE) throw new Refusal('minor.of_age');
    if (bandOf(ageOn(given.bornOn, this.clock.today()), await this.bands.current()) === null) throw new Refusal('volunteer.too_young');
    if (consent !== consentVersions.privacy || childConsent !== consentVersions.child) throw new Refusal('consent.text_changed');
    await this.demandGuardian(actor.accountId, guardianBornOn);
    const passwordHash = await this.passwords.hash(randomBytes(32).toString('base64url'));
    await this.work.run(async () => {
      // One turn for all children of a guardian, so that two taps are one child; and nobody who has left meanwhile gets one.
      await this.rows.takeTurn();
      await this.demandGuardian(actor.accountId, guardianBornOn);
      const present = await this.children(actor.accountId);
      if (present.length >= MOST_CHILDREN) throw new Refusal('guardian.too_many');
      if (present.some((child) => child.name === given.name && child.bornOn === given.bornOn)) throw new Refusal('child.exists');
      const phoneIndex = (await this.accounts.find(actor.accountId))?.phoneIndex ?? '';
      if (await this.guardians.known({ name: given.name, bornOn: given.bornOn, phoneIndex })) throw new Refusal('child.at_school');
      await this.references.demand(given);
      await this.ages.keep(actor, guardianBornOn);
      const id = await this.enrolment.enrol(actor, { ...given, travelLimit: 60, toIslands: false, toMountains: false }, { passwordHash, mustChangePassword: true, onBehalf: null, byGuardian: true });
      const now = this.clock.now();
      const linkId = newId();
      await this.rows.insert({
        id: linkId, minorId: id, guardianId: actor.accountId, activeKey: `${id}:${actor.accountId}`, nameSealed: null, phoneSealed: null, phoneIndex: null, relation, method: 'registered', tokenHash: null, askedAt: now, expiresAt: null,
        confirmedAt: now, declinedAt: null, endedAt: null, endedBy: null, version: 1,
      });
      await this.audit.record({ actor: auditActor(actor), action: 'guardian.linked', subjectKind: 'volunteer', subjectId: id, before: null, after: { linkId, relation, method: 'registered' } });
    });
    return this.of(actor);
  }

  /** By the guardian: everything ends that rested on the own word. Errors: `resource.not_found`, `guardian.last`. */
  async end(actor: PersonActor, linkId: string): Promise<Family> {
    await this.work.run(async () => {
      const link = await this.rows.find(linkId);
      if (link?.guardianId !== actor.accountId || link.confirmedAt === null || link.endedAt !== null) throw notFound();
      await this.rows.takeTurn();
      const others = (await this.guardians.of([link.minorId])).get(link.minorId) ?? [];
      // A child without a guardian would be left with an account that nobody can decide about.
      if (isMinor(link.bornOn, this.clock.today()) && others.filter(({ guardianId }) => guardianId !== null && guardianId !== actor.accountId).length === 0) throw new Refusal('guardian.last');
      if (!(await this.rows.end(linkId, actor.accountId, this.clock.now()))) throw notFound();
      await this.guardians.ended(actor, link.minorId);
      await this.audit.record({ actor: auditActor(actor), action: 'guardian.ended', subjectKind: 'volunteer', subjectId: link.minorId, before: { linkId }, after: null });
      await this.jobs.enqueue('notice.guardian_ended', { minorId: link.minorId, linkId });
    });
    return this.of(actor);
  }

  /** `bornOn` as the guardian states it. Errors: `guardian.age_needed`, `guardian.of_age`, `guardian.phone_needed`, `input.invalid`. */
  async demandGuardian(accountId: string, bornOn?: string): Promise<void> {
    await this.ages.demand(accountId, bornOn);
    // Whom to call in an emergency.
    if ((await this.accounts.find(accountId))?.phoneIndex == null) throw new Refusal('guardian.phone_needed');
  }

  private async children(guardianId: string): Promise<Child[]> {
    const today = this.clock.today();
    const rows = await this.rows.childrenOf(guardianId, today);
    const [names, bands] = [await this.names.open(rows.map(({ id }) => id)), await this.bands.current()];
    return rows.map((row) => {
      const age = ageOn(row.bornOn, today);
      const band = bandOf(age, bands);
      return {
        id: row.id, linkId: row.linkId, name: names.get(row.id) ?? row.shownName, number: row.number, bornOn: row.bornOn, age, county: { code: row.countyCode, name: row.countyName }, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' },
        relation: row.relation, method: row.method, since: row.confirmedAt, until: adultOn(row.bornOn), accompanied: band?.accompanied ?? true, mostMinutes: band?.mostMinutes ?? null, latestHour: band?.latestHour ?? null,
        guardians: Number(row.guardians), mayEndLink: Number(row.guardians) > 1,
      };
    });
  }

  private async ownGuardians(minorId: string): Promise<OwnGuardian[]> {
    const now = this.clock.now();
    return (await this.rows.ofMinor(minorId)).map((link) => ({
      id: link.id, name: this.papers.nameOf(link) ?? maskedName(link.guardianName ?? ''), phone: this.papers.maskedPhoneOf(link), relation: link.relation, state: guardianStateOf(link, now), at: link.confirmedAt ?? link.askedAt,
    }));
  }
}

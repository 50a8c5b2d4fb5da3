import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { volunteerInput, volunteerOnBehalfInput } from '@kepu/contracts';
import { ADULT_AGE, ageOn, bandOf, isMinor, LOWEST_AGE } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { uniqueName, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, Refusal } from '../../platform/errors/refusal.js';
import { networkOf } from '../../platform/http/client-address.js';
import { AccountsService, Challenges, ConsentLedger, Contacts, maskedName, Passwords, PersonTurns, SealedNames, SessionsService, type Device, type SignedIn } from '../identity/index.js';
import { PoolTerms } from '../talents/index.js';
import { CONSENT_VERSION } from './consent.js';
import { MinorBands } from './minor-bands.js';
import { References } from './references.js';
import { VolunteerNumbers } from './volunteer-numbers.js';
import { volunteerKeys } from './volunteer.mapper.js';
import { mayRegisterIn } from './volunteers.policy.js';
import { plainProfile } from './volunteer.entity.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** Registrations per network: a lecture hall shares one. */
const perNetwork = { tries: 120, minutes: 15 };
/** Nobody is older. */
const OLDEST = 120;

type OnBehalf = z.output<typeof volunteerOnBehalfInput>;
/** Somebody to enrol. The demo's people have an address, for their telephone numbers could be somebody's. */
export type NewVolunteer = Omit<OnBehalf, 'phone' | 'consentNote'> & { phone?: string; email?: string };
/** How somebody comes: with which password, and by whom and how they agreed where another person registers them. A guardian registers a child, or has signed a slip for it, which is no acting on behalf. */
export interface Entry { readonly passwordHash: string; readonly mustChangePassword: boolean; readonly onBehalf: { readonly by: string; readonly note: string } | null; readonly byGuardian?: boolean; /** The scan of the slip that the guardian signed. */ readonly slip?: string }

const wrongField = (path: string, code: string, params: Readonly<Record<string, string>> = {}): Refusal =>
  new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path, code, params }] });
const phones = uniqueName('accounts', ['phone_index']);
const exists = (error: unknown): never => {
  // Whoever has the number, volunteer or staff: one account for each.
  if (error instanceof UniqueViolation && error.constraint === phones) throw new Refusal('volunteer.exists', { cause: error });
  throw error;
};

/** How people become volunteers: by themselves, or by somebody of the office or a county who writes down that they agreed. */
@Injectable()
export class Enrolment {
  constructor(
    private readonly accounts: AccountsService, private readonly passwords: Passwords, private readonly sessions: SessionsService, private readonly turns: PersonTurns,
    private readonly limits: RateLimits, private readonly references: References, private readonly numbers: VolunteerNumbers, private readonly volunteers: VolunteersRepository,
    private readonly pools: PoolTerms, private readonly consents: ConsentLedger, private readonly challenges: Challenges, private readonly contacts: Contacts, private readonly names: SealedNames, private readonly bands: MinorBands, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Account, volunteer and session in one go. Errors: `volunteer.too_young`, `guardian.needed`, `volunteer.exists`, `auth.password_weak`, `auth.phone_proof_required`, `auth.code_wrong`, `reference.not_found`, `rate.limited`, `input.invalid` for an old consent. */
  async register(actor: Actor, { password, consent, phoneProof, ...person }: z.output<typeof volunteerInput>, device: Device): Promise<SignedIn> {
    await this.limits.spend('registration network', networkOf(device.ip), perNetwork);
    return this.comeIn(actor, person, { password, consent, phoneProof }, device);
  }

  /** For somebody who comes by themselves, and proves the number where messages can be sent. `also` runs inside the unit, with the new id. Errors: as of `register`. */
  async comeIn(actor: Actor, person: NewVolunteer & { phone: string }, { password, consent, phoneProof }: Pick<z.output<typeof volunteerInput>, 'password' | 'consent' | 'phoneProof'>, device: Device, also: (id: string) => Promise<void> = async () => undefined): Promise<SignedIn> {
    const age = this.demandAge(person.bornOn);
    if (age < ADULT_AGE && bandOf(age, await this.bands.current())?.registersAlone !== true) throw new Refusal('guardian.needed');
    this.demandConsent(consent);
    this.passwords.check(password, person.name);
    const proven = this.proofOf(phoneProof);
    const passwordHash = await this.passwords.hash(password);
    const enrol = async (): Promise<SignedIn> => {
      await this.references.demand(person);
      const id = await this.enrol(actor, person, { passwordHash, mustChangePassword: false, onBehalf: null });
      await also(id);
      return this.sessions.open(id, device, proven ? ['password', 'sms'] : ['password']);
    };
    if (!proven) return this.work.run(enrol).catch(exists);
    // Whoever proved the number is told that it is registered; nobody else gets that far.
    const { index } = this.contacts.addressOf({ phone: person.phone });
    return this.challenges.redeem(actor, { id: proven.challengeId, code: proven.code, purpose: 'register', sessionId: null }, async ({ contactIndex }) => {
      if (contactIndex !== index) throw new Refusal('auth.code_wrong');
      return enrol();
    }).catch(exists);
  }

  /** Where messages reach phones, a number is proved before it is registered. Errors: `auth.phone_proof_required`. */
  private proofOf(given: z.output<typeof volunteerInput>['phoneProof']): z.output<typeof volunteerInput>['phoneProof'] {
    if (this.config.messages.sms === null) return undefined;
    if (!given) throw new Refusal('auth.phone_proof_required');
    return given;
  }

  /** Answers the id. Nobody knows the password: whoever wants to sign in asks for a first one. Errors: `volunteer.too_young`, `guardian.needed`, `volunteer.exists`, `reference.not_found`. */
  async registerOnBehalf(actor: PersonActor, { consentNote, ...person }: OnBehalf): Promise<string> {
    if (this.demandAge(person.bornOn) < ADULT_AGE) throw new Refusal('guardian.needed');
    if (!mayRegisterIn(actor, person.countyCode)) throw badReference('terms.unitFields.county');
    const passwordHash = await this.passwords.hash(randomBytes(32).toString('base64url'));
    return this.work.run(async () => {
      await this.references.demand(person);
      return this.enrol(actor, person, { passwordHash, mustChangePassword: true, onBehalf: { by: actor.accountId, note: consentNote } });
    }).catch(exists);
  }

  /** Inside a unit of work, for somebody whose age and references were looked at. Answers the id. Also used by the demo city. */
  async enrol(actor: Actor, person: NewVolunteer, entry: Entry): Promise<string> {
    const { name, phone, email } = person;
    const minor = isMinor(person.bornOn, this.clock.today());
    const shown = minor ? maskedName(name) : name;
    const id = await this.accounts.insert({ name: shown, ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) }, entry.passwordHash, entry.mustChangePassword, actor);
    if (minor) await this.names.seal(id, name);
    await this.turns.begin(id);
    await this.beginAs(actor, id, person, entry);
    return id;
  }

  /** Inside a unit of work: whoever has an account becomes a volunteer with it. */
  async beginAs(actor: Actor, id: string, { name, phone: _phone, email: _email, topicIds, countyCode, ...profile }: NewVolunteer, { onBehalf, byGuardian, slip }: Pick<Entry, 'onBehalf' | 'byGuardian' | 'slip'> = { onBehalf: null }): Promise<void> {
    const minor = isMinor(profile.bornOn, this.clock.today());
    const number = await this.numbers.next(this.clock.today());
    await this.volunteers.insert({
      id, number, ...volunteerKeys(minor ? maskedName(name) : name, number), ...profile, countyId: countyCode, ...plainProfile, absences: [], recommendationsOff: minor, pausedUntil: null, consentVersion: CONSENT_VERSION,
      consentNote: onBehalf?.note ?? null, registeredBy: onBehalf?.by ?? null, standing: 'good', createdAt: this.clock.now(), version: 1,
    });
    await this.volunteers.addTopics(id, [...new Set(topicIds)]);
    // Nothing is suggested to minors by their data unless somebody switches it on.
    const method = slip !== undefined ? 'slip' : byGuardian ? 'guardian' : onBehalf ? 'on_behalf' : 'self';
    await this.consents.enter(actor, id, minor ? ['privacy'] : ['privacy', 'recommendations'], method, slip);
    if (method === 'guardian' || method === 'slip') await this.consents.enter(actor, id, ['child'], method, slip);
    await this.audit.record({
      actor: auditActor(actor), action: slip !== undefined ? 'child.registered_by_slip' : byGuardian ? 'child.registered' : onBehalf ? 'volunteer.registered_on_behalf' : 'volunteer.registered', subjectKind: 'volunteer', subjectId: id, before: null,
      after: { number, consentVersion: CONSENT_VERSION, consentNote: onBehalf?.note ?? null, ...profile, countyCode, topicIds },
      classified: { personId: id, fields: ['consentNote', ...Object.keys(profile), 'countyCode', 'topicIds'] },
    });
    await this.pools.join(actor, id, profile);
  }

  /** Errors: `input.invalid` for an old text. */
  demandConsent(consent: string): void {
    if (consent !== CONSENT_VERSION) throw wrongField('body.consent', 'not_an_option');
  }

  /** The age today. Errors: `volunteer.too_young`, `input.invalid` for a day on which nobody who lives was born. */
  demandAge(bornOn: string, path = 'body.bornOn'): number {
    const today = this.clock.today();
    if (bornOn > today) throw wrongField(path, 'too_big', { maximum: today });
    const age = ageOn(bornOn, today);
    if (age > OLDEST) throw wrongField(path, 'too_small', { minimum: `${Number(today.slice(0, 4)) - OLDEST}${today.slice(4)}` });
    if (age < LOWEST_AGE) throw new Refusal('volunteer.too_young');
    return age;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { consentVersions, type guardianInput } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { uniqueName, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { networkOf } from '../../platform/http/client-address.js';
import { AccountsService, Challenges, ConsentLedger, Contacts, Passwords, PersonTurns, SessionsService, type Device, type SignedIn } from '../identity/index.js';
import { GuardianAges } from './guardian-ages.service.js';

const perNetwork = { tries: 60, minutes: 15 };
const phones = uniqueName('accounts', ['phone_index']);

/** Accounts of guardians who are no volunteers: a name, a phone that is proved where messages reach it, and when they were born, for a guardian is of age. */
@Injectable()
export class GuardianAccounts {
  constructor(
    private readonly accounts: AccountsService, private readonly turns: PersonTurns, private readonly passwords: Passwords, private readonly sessions: SessionsService, private readonly challenges: Challenges, private readonly contacts: Contacts, private readonly consents: ConsentLedger,
    private readonly ages: GuardianAges, private readonly limits: RateLimits, private readonly audit: AuditTrail, private readonly work: UnitOfWork, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Errors: `guardian.of_age`, `volunteer.exists`, `auth.password_weak`, `auth.phone_proof_required`, `auth.code_wrong`, `rate.limited`, `input.invalid`. */
  async create(actor: Actor, { name, bornOn, phone, password, consent, phoneProof }: z.output<typeof guardianInput>, device: Device): Promise<SignedIn> {
    await this.limits.spend('registration network', networkOf(device.ip), perNetwork);
    if (consent !== consentVersions.privacy) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.consent', code: 'not_an_option' }] });
    this.ages.check(bornOn, 'body.bornOn');
    this.passwords.check(password, name);
    const proof = this.config.messages.sms === null ? null : phoneProof;
    if (proof === undefined) throw new Refusal('auth.phone_proof_required');
    const { index } = this.contacts.addressOf({ phone });
    const passwordHash = await this.passwords.hash(password);
    const make = async (): Promise<SignedIn> => {
      const id = await this.accounts.insert({ name, phone }, passwordHash, false, actor);
      await this.turns.begin(id);
      await this.ages.begin(id, bornOn);
      await this.consents.enter(actor, id, ['privacy'], 'self');
      await this.audit.record({ actor: auditActor(actor), action: 'guardian.registered', subjectKind: 'account', subjectId: id, before: null, after: null });
      return this.sessions.open(id, device, proof ? ['password', 'sms'] : ['password']);
    };
    const made = proof
      ? this.challenges.redeem(actor, { id: proof.challengeId, code: proof.code, purpose: 'register', sessionId: null }, async ({ contactIndex }) => {
        if (contactIndex !== index) throw new Refusal('auth.code_wrong');
        return make();
      })
      : this.work.run(make);
    return made.catch((error: unknown) => {
      throw error instanceof UniqueViolation && error.constraint === phones ? new Refusal('volunteer.exists', { cause: error }) : error;
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Challenge } from '@kepu/contracts';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { RateLimits } from '../../../platform/auth/rate-limits.js';
import { Clock } from '../../../platform/clock/index.js';
import { DerivedCodes, FieldCipher } from '../../../platform/crypto/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Failpoints } from '../../../platform/test-control/failpoints.js';
import type { ChallengeEntity, ChallengePurpose } from './challenge.entity.js';
import { ChallengesRepository } from './challenges.repository.js';
import type { Address } from '../contacts.js';

/** Guesses at one code. With six digits and the limits below, an hour of guessing at one address finds it with 1 in 40 000. */
const TRIES = 5;
const RESEND_SECONDS = 60;
const minutes = { sms: 10, email: 15 } as const;
/** Messages to one address: a minute apart, and no flood for whoever owns it. */
const perAddress = [['minute', { tries: 1, minutes: 1 }], ['hour', { tries: 5, minutes: 60 }], ['day', { tries: 12, minutes: 1_440 }]] as const;
const guesses = { tries: 30, minutes: 60 };

/** What is asked for. `accountId` is null where nobody has the address: everything is done all the same, but for the message. */
export interface ChallengeWish { readonly purpose: ChallengePurpose; readonly address: Address; readonly accountId: string | null; readonly sessionId: string | null }
/** A code that somebody brings. */
export interface Brought { readonly id: string; readonly code: string; readonly purpose: ChallengePurpose; readonly sessionId: string | null }

/** Whether a mail brings a link; whoever is signed in already types a code where they are. */
export const isLink = ({ channel, purpose }: Pick<ChallengeEntity, 'channel' | 'purpose'>): boolean => channel === 'email' && purpose === 'sign_in';
export const addressPlace = (id: string) => ({ table: 'session_challenges', column: 'address_sealed', row: id });

/** One-time codes and links. What they are follows from their id and the keyring, so that none is kept. */
@Injectable()
export class Challenges {
  constructor(
    private readonly rows: ChallengesRepository, private readonly codes: DerivedCodes, private readonly cipher: FieldCipher, private readonly jobs: Jobs, private readonly limits: RateLimits,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, private readonly failpoints: Failpoints,
  ) {}

  /** Errors: `rate.limited`. */
  async open(actor: Actor, { purpose, address, accountId, sessionId }: ChallengeWish): Promise<Challenge> {
    for (const [name, rate] of perAddress) await this.limits.spend(`code ${name}`, address.index, rate);
    const id = newId();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + minutes[address.channel] * 60_000);
    await this.work.run(async () => {
      await this.rows.insert({
        id, purpose, channel: address.channel, contactIndex: address.index, addressSealed: this.cipher.seal(address.value, addressPlace(id)), accountId, sessionId, tries: 0, createdAt, expiresAt, usedAt: null,
      });
      await this.audit.record({ actor: auditActor(actor), action: 'sign_in.code_requested', subjectKind: 'account', subjectId: accountId ?? 'unknown', before: null, after: { purpose, channel: address.channel } });
      await this.jobs.enqueue('sign_in.deliver', { challengeId: id });
    });
    return { id, expiresAt: expiresAt.toISOString(), resendAfterSeconds: RESEND_SECONDS };
  }

  /**
   * Uses a code up and does what it is for, in one unit. A wrong one is counted whatever else happens. Errors: `auth.code_wrong` for any code that is wrong,
   * used, too old, of something else or of nothing; `rate.limited`; what `act` throws, and then the code is not used.
   */
  async redeem<T>(actor: Actor, { id, code, purpose, sessionId }: Brought, act: (row: ChallengeEntity) => Promise<T>): Promise<T> {
    const row = await this.rows.find(id);
    await this.limits.spend('code guesses', row?.accountId ?? row?.contactIndex ?? id, guesses);
    const now = this.clock.now();
    const outcome = await this.work.run(async () => {
      const counted = await this.rows.spendTry(id, TRIES, now);
      if (row && counted && row.purpose === purpose && row.sessionId === sessionId && this.codes.equal(code.replaceAll(' ', ''), this.codeOf(row)) && (await this.useUp(id, now))) return { value: await act(row) };
      await this.audit.record({ actor: auditActor(actor), action: 'sign_in.code_refused', subjectKind: 'account', subjectId: row?.accountId ?? 'unknown', before: null, after: null });
      return null;
    });
    if (!outcome) throw new Refusal('auth.code_wrong');
    return outcome.value;
  }

  private async useUp(id: string, now: Date): Promise<boolean> { return this.failpoints.skips('code used') || this.rows.use(id, now); }

  /** The code or token of a challenge. */
  codeOf(row: Pick<ChallengeEntity, 'id' | 'channel' | 'purpose'>): string { return isLink(row) ? this.codes.token(row.id) : this.codes.digits(row.id); }
  addressOf(row: Pick<ChallengeEntity, 'id' | 'addressSealed'>): string { return this.cipher.open(row.addressSealed, addressPlace(row.id)); }
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { factorKinds, type FactorKind, type RecoveryCodes, type TotpSetup } from '@kepu/contracts';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { RateLimits } from '../../../platform/auth/rate-limits.js';
import { Clock } from '../../../platform/clock/index.js';
import { BlindIndex } from '../../../platform/crypto/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { AccountQueries } from '../account-queries.repository.js';
import type { Device } from '../sessions.service.js';
import { Challenges } from './challenges.service.js';
import { FactorsRepository } from './factors.repository.js';
import { IdentitiesRepository } from './identities.repository.js';
import { SecurityNews } from './security-news.js';
import { SessionSteps, type Stepped } from './session-steps.service.js';
import { SignInRemains } from './sign-in-remains.js';
import { Totp } from './totp.js';

const CODES = 10;
const guesses = { tries: 8, minutes: 15 };
/** 50 bits in base32, in two groups that can be copied by hand. */
const makeCode = (): string => [...randomBytes(10)].map((byte) => 'abcdefghijkmnpqrstuvwxyz23456789'[byte % 32]).join('').replace(/^(.{5})/, '$1-');
const plainCode = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Second ways of a person: an authenticator app with its recovery codes, SMS to the own phone. */
@Injectable()
export class FactorsService {
  constructor(
    private readonly rows: FactorsRepository, private readonly accounts: AccountQueries, private readonly remains: SignInRemains, private readonly identities: IdentitiesRepository, private readonly totp: Totp, private readonly challenges: Challenges, private readonly steps: SessionSteps, private readonly index: BlindIndex,
    private readonly news: SecurityNews, private readonly limits: RateLimits, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `auth.proof_required`, `auth.factor_exists`. */
  async startTotp(actor: PersonActor): Promise<TotpSetup> {
    this.steps.demandFresh(actor);
    const { id, secretSealed, setup } = await this.totp.make(actor.name);
    await this.work.run(async () => {
      await this.demandNew(actor, 'totp');
      await this.rows.dropUnconfirmed(actor.accountId, 'totp');
      await this.rows.insert({ id, accountId: actor.accountId, kind: 'totp', secretSealed, lastStep: 0, createdAt: this.clock.now(), confirmedAt: null });
    });
    return setup;
  }

  /** In force after one right code, which counts as a proof of this session. Errors: `auth.code_wrong`, `auth.factor_exists`, `auth.proof_required`, `rate.limited`. */
  async confirmTotp(actor: PersonActor, code: string, device: Device): Promise<{ codes: RecoveryCodes; stepped: Stepped }> {
    this.steps.demandFresh(actor);
    await this.limits.spend('proof', actor.accountId, guesses);
    const now = this.clock.now();
    return this.work.run(async () => {
      const factor = await this.rows.find(actor.accountId, 'totp');
      if (factor?.confirmedAt) throw new Refusal('auth.factor_exists');
      const step = factor && this.totp.stepOf(factor, code, now);
      if (!factor || step === null || !(await this.rows.confirm(factor.id, step, now))) throw new Refusal('auth.code_wrong');
      await this.turnedOn(actor, 'totp');
      return { codes: await this.newCodes(actor), stepped: await this.steps.add(actor, 'totp', { device, remember: false }) };
    });
  }

  /** Errors: `auth.code_wrong`, `auth.factor_exists`, `auth.proof_required`, `rate.limited`. */
  async turnOnSms(actor: PersonActor, { challengeId, code }: { readonly challengeId: string; readonly code: string }, device: Device): Promise<Stepped> {
    this.steps.demandFresh(actor);
    return this.challenges.redeem(actor, { id: challengeId, code, purpose: 'proof', sessionId: actor.sessionId }, async ({ channel }) => {
      if (channel !== 'sms') throw new Refusal('auth.code_wrong');
      await this.demandNew(actor, 'sms');
      const now = this.clock.now();
      await this.rows.insert({ id: newId(), accountId: actor.accountId, kind: 'sms', secretSealed: null, lastStep: 0, createdAt: now, confirmedAt: now });
      await this.turnedOn(actor, 'sms');
      return this.steps.add(actor, 'sms', { device, remember: false });
    });
  }

  /** Errors: `auth.proof_required`, `auth.last_factor`. */
  async turnOff(actor: PersonActor, kind: FactorKind): Promise<void> {
    this.steps.demandFresh(actor);
    await this.work.run(async () => {
      if (!(await this.rows.remove(actor.accountId, kind))) throw notFound();
      await this.keepOne(actor);
      if (kind === 'totp') await this.rows.replaceCodes(actor.accountId, []);
      await this.audit.record({ actor: auditActor(actor), action: 'sign_in.factor_off', subjectKind: 'account', subjectId: actor.accountId, before: { kind }, after: null });
      await this.news.changed(actor.accountId, 'factor_off');
    });
  }

  /** For a person who lost phone and codes: the next sign-in sets a new way up. Errors: `account.own_rights`, `resource.not_found`. */
  async resetOf(actor: PersonActor, accountId: string): Promise<void> {
    if (accountId === actor.accountId) throw new Refusal('account.own_rights');
    await this.work.run(async () => {
      if (!(await this.accounts.findFor(actor, accountId))) throw notFound();
      for (const kind of factorKinds) await this.rows.remove(accountId, kind);
      await this.rows.replaceCodes(accountId, []);
      await this.remains.endAllOf(accountId, this.clock.now());
      await this.audit.record({ actor: auditActor(actor), action: 'account.factors_reset', subjectKind: 'account', subjectId: accountId, before: null, after: null });
      await this.news.changed(accountId, 'factor_off');
    });
  }

  /** The old ones are void. Errors: `auth.proof_required`, `resource.not_found` where no app is in force. */
  async renewCodes(actor: PersonActor): Promise<RecoveryCodes> {
    this.steps.demandFresh(actor);
    return this.work.run(async () => {
      if (!(await this.rows.find(actor.accountId, 'totp'))?.confirmedAt) throw notFound();
      await this.news.changed(actor.accountId, 'recovery_codes');
      return this.newCodes(actor);
    });
  }

  /** Inside a unit: takes a code of the app, or one that stands for it, once. */
  async take(accountId: string, kind: 'totp' | 'recovery', code: string): Promise<boolean> {
    const factor = await this.rows.find(accountId, 'totp');
    if (!factor?.confirmedAt) return false;
    const now = this.clock.now();
    if (kind === 'recovery') {
      const plain = plainCode(code);
      if (plain === '' || !(await this.rows.useCode(accountId, this.index.of('recovery_code', `${accountId} ${plain}`), now))) return false;
      await this.news.changed(accountId, 'recovery_code_used');
      return true;
    }
    const step = this.totp.stepOf(factor, code, now);
    return step !== null && this.rows.takeStep(factor.id, step);
  }

  /** Inside a unit, after a second way was taken away. Errors: `auth.last_factor`. */
  async keepOne(actor: PersonActor): Promise<void> {
    if (!actor.standing.demanded) return;
    const left = (await this.rows.inForce(actor.accountId)).length + (await this.identities.listOf(actor.accountId)).length;
    if (left === 0) throw new Refusal('auth.last_factor');
  }

  private async demandNew(actor: PersonActor, kind: FactorKind): Promise<void> {
    if ((await this.rows.find(actor.accountId, kind))?.confirmedAt) throw new Refusal('auth.factor_exists');
  }

  private async turnedOn(actor: PersonActor, kind: FactorKind): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action: 'sign_in.factor_on', subjectKind: 'account', subjectId: actor.accountId, before: null, after: { kind } });
    await this.news.changed(actor.accountId, 'factor_on');
  }

  private async newCodes(actor: PersonActor): Promise<RecoveryCodes> {
    const codes = Array.from({ length: CODES }, makeCode);
    const createdAt = this.clock.now();
    await this.rows.replaceCodes(actor.accountId, codes.map((code) => ({ id: newId(), accountId: actor.accountId, codeIndex: this.index.of('recovery_code', `${actor.accountId} ${plainCode(code)}`), createdAt, usedAt: null })));
    await this.audit.record({ actor: auditActor(actor), action: 'sign_in.recovery_codes_made', subjectKind: 'account', subjectId: actor.accountId, before: null, after: { count: CODES } });
    return { codes };
  }
}

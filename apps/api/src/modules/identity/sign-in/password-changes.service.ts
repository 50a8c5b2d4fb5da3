import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { RateLimits } from '../../../platform/auth/rate-limits.js';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import type { AccountEntity } from '../account.entity.js';
import { AccountsRepository } from '../accounts.repository.js';
import { Passwords } from '../passwords.js';
import { PasswordRecords } from './password-records.repository.js';
import { SecurityNews } from './security-news.js';
import { SessionSteps } from './session-steps.service.js';
import { SignInRemains } from './sign-in-remains.js';

const guesses = { tries: 8, minutes: 15 };
/** GB/T 22239: none of the last five. ASVS asks for nothing of the kind. */
const HISTORY = 5;

/** New passwords. Whatever else was signed in with the old one, or could be without one, ends. */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly accounts: AccountsRepository, private readonly records: PasswordRecords, private readonly passwords: Passwords, private readonly remains: SignInRemains, private readonly steps: SessionSteps,
    private readonly news: SecurityNews, private readonly limits: RateLimits, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Errors: `auth.failed`, `auth.password_weak`, `rate.limited`, `version.stale`. */
  async change(actor: PersonActor, given: { readonly current: string; readonly next: string }): Promise<void> {
    await this.limits.spend('password', actor.accountId, guesses);
    const account = await this.accounts.find(actor.accountId);
    if (!account || !(await this.passwords.matches(given.current, account.passwordHash))) throw new Refusal('auth.failed');
    if (given.next === given.current) throw new Refusal('auth.password_weak', { params: { rule: 'passwordRules.same' } });
    await this.set(actor, account, given.next);
    await this.limits.forget('password', actor.accountId);
  }

  /** Without the old one, after a code or link. Errors: `auth.proof_required`, `auth.password_weak`, `version.stale`. */
  async recover(actor: PersonActor, next: string): Promise<void> {
    this.steps.demandFresh(actor, ['sms', 'email']);
    const account = await this.accounts.find(actor.accountId);
    if (!account) throw new Refusal('auth.required');
    await this.set(actor, account, next);
  }

  private async set(actor: PersonActor, account: AccountEntity, next: string): Promise<void> {
    this.passwords.check(next, account.name);
    await this.demandUnused(account, next);
    const passwordHash = await this.passwords.hash(next);
    await this.work.run(async () => {
      if (!(await this.accounts.update(account.id, account.version, { passwordHash, mustChangePassword: false }))) throw new Refusal('version.stale');
      const now = this.clock.now();
      await this.records.insert({ id: newId(), accountId: account.id, passwordHash, setAt: now });
      await this.remains.endAllOf(account.id, now, actor.sessionId);
      await this.audit.record({ actor: auditActor(actor), action: 'account.password_changed', subjectKind: 'account', subjectId: account.id, before: null, after: null });
      // The change of a first password is what everybody does.
      if (!account.mustChangePassword) await this.news.changed(account.id, 'password');
    });
  }

  private async demandUnused(account: AccountEntity, next: string): Promise<void> {
    if (this.config.passwordPolicy !== 'dengbao') return;
    const before = new Set([account.passwordHash, ...(await this.records.lastOf(account.id, HISTORY))]);
    for (const hash of before) if (await this.passwords.matches(next, hash)) throw new Refusal('auth.password_weak', { params: { rule: 'passwordRules.history' } });
  }
}

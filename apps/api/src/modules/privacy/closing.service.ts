import { Injectable } from '@nestjs/common';
import { deletionGoes, type deletionInput, type MyDeletion } from '@kepu/contracts';
import { retentionRules, type Keeping } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail, PersonKeys } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { IdempotencyRepository } from '../../platform/http/idempotency.repository.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AccountsRepository, Passwords, PersonData, type PlaceGivenUp } from '../identity/index.js';
import { ClosuresRepository } from './closures.repository.js';
import { WIPE } from './wipe.js';

/** Whoever signed in a moment ago has just proved who they are. */
const FRESH_MS = 10 * 60_000;
const perAccount = { tries: 8, minutes: 15 };
const ruleOf = (key: (typeof retentionRules)[number]['key']): Keeping => retentionRules.find((rule) => rule.key === key)?.keep ?? null;

/** A day some years later, or days. */
const after = (day: string, keep: Keeping): string | null => {
  if (keep === null) return null;
  const end = new Date(`${day}T00:00:00.000Z`);
  if ('years' in keep) end.setUTCFullYear(end.getUTCFullYear() + keep.years);
  else end.setUTCDate(end.getUTCDate() + keep.days);
  return end.toISOString().slice(0, 10);
};

/** The day until which a name stays, from the last one for which something bears it. */
export const nameUntil = (lastDay: string): string | null => after(lastDay, ruleOf('closed_names'));

/** Closes an account at its owner's wish: everything goes that no law demands to be kept, and what has to stay is told before. */
@Injectable()
export class Closing {
  constructor(
    private readonly data: PersonData, private readonly rows: ClosuresRepository, private readonly accounts: AccountsRepository, private readonly passwords: Passwords, private readonly limits: RateLimits,
    private readonly keys: PersonKeys, private readonly idempotency: IdempotencyRepository, private readonly audit: AuditTrail, private readonly jobs: Jobs, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** What it would do. */
  async preview(actor: PersonActor): Promise<MyDeletion> {
    const today = this.clock.today();
    const nameUntil = await this.nameUntil(actor.accountId);
    const places: PlaceGivenUp[] = [];
    for (const holder of this.data.holders) places.push(...((await holder.givesUp?.(actor.accountId)) ?? []));
    return {
      ties: await this.ties(actor.accountId), needsPassword: !(await this.isFresh(actor)), keepsName: nameUntil !== null, places, goes: [...deletionGoes],
      stays: [
        { what: 'records', article: 'gbt40143', until: null }, ...(nameUntil === null ? [] : [{ what: 'name' as const, article: 'gbt40143' as const, until: nameUntil }]),
        { what: 'consents', article: 'pipl56', until: null }, { what: 'accesses', article: 'pipl56', until: after(today, ruleOf('data_accesses')) }, { what: 'log', article: 'csl21', until: null },
      ],
    };
  }

  /** Errors: `deletion.proof_needed`, `auth.failed`, `rate.limited`, `deletion.ties`. */
  async close(actor: PersonActor, { password }: z.output<typeof deletionInput>): Promise<void> {
    await this.prove(actor, password);
    await this.work.run(async () => {
      // One turn with the giving of rights: nobody is given one while the account is closed.
      await this.accounts.takeTurn('grants');
      for (const holder of this.data.holders) await holder.hold?.();
      const account = await this.accounts.find(actor.accountId);
      if (account?.state !== 'active') return;
      const ties = await this.ties(actor.accountId);
      if (ties > 0) throw new Refusal('deletion.ties', { params: { count: ties } });
      const nameUntil = await this.nameUntil(actor.accountId);
      for (const holder of this.data.holders) await holder.erase?.(actor, { keepsName: nameUntil !== null });
      await this.idempotency.forgetAbout(actor.accountId);
      await this.rows.insert({ personId: actor.accountId, closedAt: this.clock.now(), byPassword: password !== undefined, nameUntil });
      await this.audit.record({ actor: auditActor(actor), action: 'account.closed', subjectKind: 'account', subjectId: actor.accountId, before: { state: account.state }, after: { state: 'closed' } });
      // Last, so that what was written on the way stands sealed under a key that is gone.
      await this.keys.destroy(actor.accountId);
      await this.jobs.enqueue(WIPE, {});
    });
  }

  private async prove(actor: PersonActor, password: string | undefined): Promise<void> {
    if (password === undefined) {
      if (await this.isFresh(actor)) return;
      throw new Refusal('deletion.proof_needed');
    }
    // The same count as for changing the password: it is the same guess.
    const prover = actor.guardianId ?? actor.accountId;
    await this.limits.spend('password', prover, perAccount);
    const account = await this.accounts.find(prover);
    if (!account || !(await this.passwords.matches(password, account.passwordHash))) throw new Refusal('auth.failed');
  }

  private async isFresh(actor: PersonActor): Promise<boolean> {
    const began = await this.rows.sessionBegan(actor.sessionId);
    return began !== null && !actor.mustChangePassword && this.clock.now().getTime() - began.getTime() < FRESH_MS;
  }

  private async ties(personId: string): Promise<number> {
    let ties = 0;
    for (const holder of this.data.holders) ties += (await holder.ties?.(personId)) ?? 0;
    return ties;
  }

  private async nameUntil(personId: string): Promise<string | null> {
    const days: string[] = [];
    for (const holder of this.data.holders) {
      const last = await holder.lastDay?.(personId);
      if (last) days.push(last);
    }
    const last = days.sort().at(-1);
    return last === undefined ? null : nameUntil(last);
  }
}

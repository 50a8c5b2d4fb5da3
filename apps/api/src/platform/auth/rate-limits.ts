import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { UniqueViolation, UnitOfWork } from '../database/index.js';
import { Refusal } from '../errors/refusal.js';
import { RateLimitRepository } from './rate-limit.repository.js';

/** How many tries in how many minutes. */
export interface Rate { readonly tries: number; readonly minutes: number }

const digestOf = (kind: string, value: string): string => createHash('sha256').update(`${kind} ${value}`).digest('base64url');

/** Limits that hold across processes: each try is counted before what it tries is done, so parallel tries count in full. */
@Injectable()
export class RateLimits {
  constructor(
    @Inject(RateLimitRepository) private readonly rows: RateLimitRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Counts one try. Errors: `rate.limited` with the minutes to wait. */
  async spend(kind: string, value: string, rate: Rate): Promise<void> {
    const id = digestOf(kind, value);
    const now = this.clock.now();
    const windowEndsAt = new Date(now.getTime() + rate.minutes * 60_000);
    const attempt = () => this.work.run(async () => {
      // Twice, because another first try may open the window between our update and our look at it; that one leaves us room.
      for (let look = 0; ; look += 1) {
        if (await this.rows.spend(id, rate.tries, now)) return null;
        if (await this.rows.reopen(id, now, windowEndsAt)) return null;
        const row = await this.rows.find(id);
        if (!row) return this.rows.open(id, windowEndsAt).then(() => null);
        // Whoever opened the window may have read the clock later than we did: nobody is told to wait longer than a window lasts.
        if (row.points >= rate.tries || look > 0) return Math.min(rate.minutes, Math.max(1, Math.ceil((row.windowEndsAt.getTime() - now.getTime()) / 60_000)));
      }
    });
    // Two first tries at once: the other one opened the window, so this one is counted in it.
    const waits = await attempt().catch((error: unknown) => { if (error instanceof UniqueViolation) return attempt(); throw error; });
    if (waits !== null) throw new Refusal('rate.limited', { params: { minutes: waits } });
  }

  /** Forgets the tries, after a success. */
  async forget(kind: string, value: string): Promise<void> { await this.work.run(() => this.rows.forget(digestOf(kind, value))); }
}

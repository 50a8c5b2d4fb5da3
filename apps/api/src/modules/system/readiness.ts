import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';

/** How long an answer of the database is believed: a health check must not become a load. */
const BELIEVED_MS = 1_000;

/** Whether the process can serve: the database answers, and the process is not stopping. Migrations and clock were proved at start. */
@Injectable()
export class Readiness {
  private stopping = false;
  private goodUntil = 0;
  private asking: Promise<void> | null = null;
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  stop(): void { this.stopping = true; }

  /** Errors: `server.unavailable`. */
  async check(): Promise<void> {
    if (this.stopping) throw new Refusal('server.unavailable');
    if (this.clock.now().getTime() < this.goodUntil) return;
    // Whoever asks while the database is being asked waits for the same answer.
    this.asking ??= this.ask().finally(() => { this.asking = null; });
    await this.asking;
  }

  private async ask(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.database.ping().catch((error: unknown) => { throw new Refusal('server.unavailable', { cause: error }); });
    this.goodUntil = now + BELIEVED_MS;
  }
}

import type { Clock } from '../clock/index.js';
import type { UnitOfWork } from '../database/index.js';
import { LeaseLost } from './job.error.js';
import type { JobPayload, JobResult } from './job.js';
import type { JobsRepository } from './jobs.repository.js';

const PROGRESS_EVERY_MS = 500;

export interface JobRunParts {
  readonly repository: JobsRepository;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** One attempt at one job, as its handler sees it. */
export class JobRun<P extends JobPayload = JobPayload> {
  private readonly abort = new AbortController();
  private progressAt = Number.NEGATIVE_INFINITY;
  private renewal: NodeJS.Timeout | undefined;
  private finished = false;
  private cancelled = false;

  constructor(
    private readonly parts: JobRunParts,
    readonly id: string,
    readonly kind: string,
    readonly payload: P,
    /** Counts from 1. */
    readonly attempt: number,
    private readonly owner: string,
    private readonly leaseMs: number,
  ) {}

  /** Aborted when the job is cancelled, the lease is lost or the process stops: a long handler looks at it between its steps. */
  get signal(): AbortSignal {
    return this.abort.signal;
  }

  get isFinished(): boolean {
    return this.finished;
  }

  get isCancelled(): boolean {
    return this.cancelled;
  }

  /** Tells how far the work is, from 0 to 1; written at most twice a second. Outside of units. Throws LeaseLost or the reason to stop. */
  async progress(fraction: number): Promise<void> {
    this.signal.throwIfAborted();
    if (performance.now() - this.progressAt < PROGRESS_EVERY_MS) return;
    this.progressAt = performance.now();
    await this.renew(Math.round(Math.min(1, Math.max(0, fraction)) * 1_000));
    this.signal.throwIfAborted();
  }

  /**
   * Inside the unit that writes the effect: job and effect are then done together or not at all, and exactly once. A handler that does
   * not call it is marked as done after it returns, and its effect needs a unique key of its own to happen once.
   */
  async finish(result: JobResult | null = null): Promise<void> {
    if (!(await this.parts.repository.finish(this.id, this.owner, this.parts.clock.now(), result))) throw new LeaseLost();
    this.parts.unitOfWork.afterCommit(() => {
      this.finished = true;
    });
  }

  /** Renews the lease every third of its length, so that two renewals may fail. */
  hold(): void {
    this.renewal = setInterval(() => void this.renewQuietly(), this.leaseMs / 3);
    this.renewal.unref();
  }

  letGo(): void {
    clearInterval(this.renewal);
  }

  cancel(): void {
    this.cancelled = true;
    this.stop('cancelled');
  }

  stop(reason: string): void {
    this.abort.abort(new DOMException(reason, 'AbortError'));
  }

  private async renewQuietly(): Promise<void> {
    try {
      await this.renew(null);
    } catch {
      // The database is away: the next renewal tells whether the lease has outlived it.
    }
  }

  private async renew(progressPermille: number | null): Promise<void> {
    const { repository, unitOfWork, clock } = this.parts;
    const until = new Date(clock.now().getTime() + this.leaseMs);
    const state = await unitOfWork.run(() => repository.renew(this.id, this.owner, until, progressPermille));
    if (state === 'cancelled') this.cancel();
    if (state === 'lost' && !this.finished) this.abort.abort(new LeaseLost());
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../clock/index.js';
import { newId, UnitOfWork } from '../database/index.js';
import { backoffMs } from './backoff.js';
import { JobRun } from './job-run.js';
import { JobSignals } from './job-signals.js';
import { PermanentJobError } from './job.error.js';
import type { JobPayload, JobProblem, JobResult } from './job.js';
import type { JobEntity } from './job.entity.js';
import { Jobs } from './jobs.js';
import { JobsRepository } from './jobs.repository.js';
import type { Slots } from './recurring.js';

export interface JobHandler<P extends JobPayload = JobPayload> {
  readonly kind: string;
  /** Default 8: with the back-off about two minutes of trying. */
  readonly maxAttempts?: number;
  /** How long a killed process keeps the job from others. Default 30 s; renewed while the handler runs. */
  readonly leaseMs?: number;
  run(run: JobRun<P>): Promise<JobResult | void>;
}

export class JobWorkerOptions {
  constructor(
    /** Jobs of this process at the same time. */
    readonly concurrency = 4,
    readonly pollMs = 1_000,
    readonly stopMs = 10_000,
  ) {}
}

interface Turn {
  readonly kind: string;
  readonly slots: Slots;
  last: string | null;
}

const DEFAULTS = { maxAttempts: 8, leaseMs: 30_000 };
/** After an abort, how long a handler has to notice. */
const LAST_MOMENT_MS = 1_000;

/** Runs due jobs, a few at a time. Any number of processes may; a job belongs to the one whose conditional update took it. */
@Injectable()
export class JobWorker {
  private readonly logger = new Logger(JobWorker.name);
  private readonly owner = newId();
  private readonly handlers = new Map<string, JobHandler>();
  private readonly turns: Turn[] = [];
  private readonly running = new Map<string, { run: JobRun; ended: Promise<void> }>();
  private state: 'idle' | 'started' | 'stopping' = 'idle';
  private timer: NodeJS.Timeout | undefined;
  private ticking: Promise<number> | null = null;
  private nudged = false;
  private unlisten: (() => void) | null = null;

  constructor(
    private readonly jobs: Jobs,
    private readonly repository: JobsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly signals: JobSignals,
    private readonly clock: Clock,
    private readonly options: JobWorkerOptions,
  ) {}

  register<P extends JobPayload>(handler: JobHandler<P>): void {
    if (this.handlers.has(handler.kind)) throw new TypeError(`job ${handler.kind} has a handler already`);
    // A kind's payload is written by the same module that registers its handler.
    this.handlers.set(handler.kind, handler as unknown as JobHandler);
  }

  /** Has a job of this kind queued once in each turn, by whichever process is first. */
  every(kind: string, slots: Slots): void {
    this.turns.push({ kind, slots, last: null });
  }

  start(): void {
    if (this.state !== 'idle') return;
    this.state = 'started';
    this.unlisten = this.signals.listen((jobId) => {
      if (jobId === null) this.nudge();
      else this.running.get(jobId)?.run.cancel();
    });
    this.nudge();
  }

  /** Takes nothing new, lets running handlers end, aborts those that take too long, and gives what is left to other processes. */
  async stop(): Promise<void> {
    this.state = 'stopping';
    this.unlisten?.();
    clearTimeout(this.timer);
    await this.ticking?.catch(() => 0);
    await this.wait(this.options.stopMs);
    for (const { run } of this.running.values()) run.stop('stopping');
    await this.wait(LAST_MOMENT_MS);
    const now = this.clock.now();
    for (const [id, { run }] of this.running) {
      run.letGo();
      try {
        await this.unitOfWork.run(() => this.repository.putBack(id, this.owner, now, null, false));
      } catch (error) {
        // The process has to end even where the database is away; the lease runs out by itself.
        this.logger.warn(`job ${id} could not be given back: ${nameOf(error)}`);
      }
    }
    this.state = 'idle';
  }

  /** One look: queues the turns that have come, takes due jobs and begins them. Answers how many were begun. */
  async tick(): Promise<number> {
    // One look at a time, or two would both count the same free places.
    while (this.ticking) await this.ticking.catch(() => 0);
    this.ticking = this.look();
    try {
      return await this.ticking;
    } finally {
      this.ticking = null;
    }
  }

  /** Works until nothing is due and nothing runs. For tests, commands and a worker that is not started. */
  async drain(): Promise<void> {
    for (;;) {
      const begun = await this.tick();
      if (begun === 0 && this.running.size === 0) return;
      // A race of nothing would never end.
      if (this.running.size > 0) await Promise.race([...this.running.values()].map((entry) => entry.ended));
    }
  }

  private nudge(): void {
    if (this.state !== 'started') return;
    this.nudged = true;
    if (this.ticking === null) this.schedule(0);
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    if (this.state !== 'started') return;
    this.timer = setTimeout(() => void this.round(), ms);
  }

  private async round(): Promise<void> {
    this.nudged = false;
    try {
      await this.tick();
    } catch (error) {
      this.logger.error(`looking for jobs failed: ${nameOf(error)}`);
    }
    this.schedule(this.nudged ? 0 : this.options.pollMs);
  }

  private async look(): Promise<number> {
    const now = this.clock.now();
    await this.queueTurns(now);
    const free = this.options.concurrency - this.running.size;
    const due = await this.repository.due([...this.handlers.keys()], [...this.running.keys()], now, free);
    let begun = 0;
    for (const { id, kind } of due) {
      const handler = this.handlers.get(kind);
      if (!handler) continue;
      const until = new Date(now.getTime() + (handler.leaseMs ?? DEFAULTS.leaseMs));
      const job = await this.unitOfWork.run(() => this.repository.claim(id, this.owner, now, until));
      if (!job) continue;
      this.begin(handler, job);
      begun += 1;
    }
    return begun;
  }

  private async queueTurns(now: Date): Promise<void> {
    for (const turn of this.turns) {
      const slot = turn.slots(now);
      if (turn.last === slot) continue;
      const key = `turn:${turn.kind}:${slot}`;
      if ((await this.repository.idOf(key)) === null) {
        await this.unitOfWork.run(() => this.jobs.enqueue(turn.kind, { slot }, { key }));
      }
      turn.last = slot;
    }
  }

  private begin(handler: JobHandler, job: JobEntity): void {
    const leaseMs = handler.leaseMs ?? DEFAULTS.leaseMs;
    const run = new JobRun(
      { repository: this.repository, unitOfWork: this.unitOfWork, clock: this.clock },
      job.id,
      job.kind,
      job.payload,
      job.attempts,
      this.owner,
      leaseMs,
    );
    run.hold();
    const ended = this.perform(handler, run, job.cancelRequested)
      .catch((error: unknown) => {
        // The lease runs out and the job is taken up again.
        this.logger.error(`job ${job.kind} ${job.id} could not be settled: ${nameOf(error)}`);
      })
      .finally(() => {
        run.letGo();
        this.running.delete(job.id);
        this.nudge();
      });
    this.running.set(job.id, { run, ended });
  }

  private async perform(handler: JobHandler, run: JobRun, cancelRequested: boolean): Promise<void> {
    const maxAttempts = handler.maxAttempts ?? DEFAULTS.maxAttempts;
    if (cancelRequested) {
      run.cancel();
      return this.settleFailure(run, maxAttempts, run.signal.reason);
    }
    // A job that kills its process never reports a failure: it is counted when it is taken up.
    if (run.attempt > maxAttempts) return this.settleFailure(run, maxAttempts, new PermanentJobError('attempts_exhausted'));
    try {
      const result = await handler.run(run);
      if (run.isFinished) return;
      await this.unitOfWork.run(() => this.repository.finish(run.id, this.owner, this.clock.now(), result ?? null));
    } catch (error) {
      if (!run.isFinished) await this.settleFailure(run, maxAttempts, error);
    }
  }

  private async settleFailure(run: JobRun, maxAttempts: number, error: unknown): Promise<void> {
    const now = this.clock.now();
    const { repository, owner } = this;
    if (run.isCancelled) {
      await this.unitOfWork.run(() => repository.end(run.id, owner, 'cancelled', now, null));
      return;
    }
    if (this.state === 'stopping' && run.signal.aborted) {
      await this.unitOfWork.run(() => repository.putBack(run.id, owner, now, null, false));
      return;
    }
    const problem = problemOf(error);
    if (error instanceof PermanentJobError || run.attempt >= maxAttempts) {
      this.logger.error(`job ${run.kind} ${run.id} failed for good: ${problem.code}`);
      await this.unitOfWork.run(() => repository.end(run.id, owner, 'failed', now, problem));
      return;
    }
    const again = new Date(now.getTime() + backoffMs(run.attempt, Math.random()));
    this.logger.warn(`job ${run.kind} ${run.id} failed at attempt ${run.attempt}: ${problem.code}`);
    await this.unitOfWork.run(() => repository.putBack(run.id, owner, again, problem, true));
  }

  private async wait(ms: number): Promise<void> {
    if (this.running.size === 0) return;
    const late = new AbortController();
    await Promise.race([
      Promise.all([...this.running.values()].map((entry) => entry.ended)),
      sleep(ms, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Codes only: a message may repeat what a person typed. */
function problemOf(error: unknown): JobProblem {
  if (error instanceof PermanentJobError) return { code: error.code, detail: error.detail };
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : nameOf(error);
  return { code: code.slice(0, 100), detail: null };
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { newId, UnitOfWork } from '../database/index.js';
import { JobSignals } from './job-signals.js';
import { checkPayload, JOB_LENGTHS, type JobPayload, type JobState, type JobView } from './job.js';
import type { JobEntity } from './job.entity.js';
import { JobsRepository } from './jobs.repository.js';

export interface EnqueueOptions {
  /** At most one job ever has this key: a second call answers the first one's id. Up to 190 characters. */
  readonly key?: string;
  /** Not before this moment. */
  readonly runAfter?: Date;
}

function viewOf(job: JobEntity): JobView {
  const { id, kind, payload, state, attempts, cancelRequested, result, problem, createdAt, runAfter, finishedAt } = job;
  return { id, kind, payload, state, progress: job.progressPermille / 1_000, attempts, cancelRequested, result, problem, createdAt, runAfter, finishedAt };
}

/** Asks for work to be done after the unit is written. */
@Injectable()
export class Jobs {
  constructor(
    private readonly repository: JobsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly signals: JobSignals,
    private readonly clock: Clock,
  ) {}

  /** Inside a unit only: the job exists if and only if the unit is written. Answers the job's id. */
  async enqueue(kind: string, payload: JobPayload, { key, runAfter }: EnqueueOptions = {}): Promise<string> {
    if (kind.length > JOB_LENGTHS.kind || (key !== undefined && (key === '' || key.length > JOB_LENGTHS.key))) {
      throw new TypeError(`kind or key of job ${kind} is too long`);
    }
    checkPayload(kind, payload);
    const now = this.clock.now();
    const job: JobEntity = {
      id: newId(),
      kind,
      uniqueKey: key ?? null,
      payload,
      state: 'queued',
      runAfter: runAfter ?? now,
      attempts: 0,
      leaseOwner: null,
      leaseUntil: null,
      progressPermille: 0,
      cancelRequested: false,
      result: null,
      problem: null,
      createdAt: now,
      finishedAt: null,
    };
    this.unitOfWork.afterCommit(() => this.signals.newWork());
    if (key === undefined) {
      await this.repository.insert(job);
      return job.id;
    }
    const created = await this.repository.insertOnce({ ...job, uniqueKey: key });
    return created ? job.id : ((await this.repository.idOf(key)) ?? job.id);
  }

  async find(id: string): Promise<JobView | null> {
    const job = await this.repository.find(id);
    return job && viewOf(job);
  }

  /** The newest job of a kind. */
  async latest(kind: string): Promise<JobView | null> {
    const job = await this.repository.latest(kind);
    return job && viewOf(job);
  }

  /** Inside a unit. A queued job is cancelled at once, a running one is asked to stop. False when it had ended already. */
  async cancel(id: string): Promise<boolean> {
    if (await this.repository.cancelQueued(id, this.clock.now())) return true;
    if (!(await this.repository.requestCancel(id))) return false;
    this.unitOfWork.afterCommit(() => this.signals.cancelled(id));
    return true;
  }

  /** Inside a unit: gives a failed job all its attempts again. */
  async retry(id: string): Promise<boolean> {
    this.unitOfWork.afterCommit(() => this.signals.newWork());
    return this.repository.requeueFailed(id, this.clock.now());
  }

  /** For metrics and the back office. */
  async statistics(): Promise<{ byState: Partial<Record<JobState, number>>; oldestDueSeconds: number }> {
    const now = this.clock.now();
    const oldest = await this.repository.oldestDue(now);
    return { byState: await this.repository.countByState(), oldestDueSeconds: oldest ? (now.getTime() - oldest.getTime()) / 1_000 : 0 };
  }

  /** Removes what was done or cancelled before the moment; opens units of its own. Answers how many. */
  async purgeFinished(before: Date): Promise<number> {
    let removed = 0;
    for (;;) {
      const portion = await this.unitOfWork.run(() => this.repository.deleteFinishedBefore(before, 500));
      removed += portion;
      if (portion < 500) return removed;
    }
  }
}

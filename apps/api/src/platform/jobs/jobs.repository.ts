import { Injectable } from '@nestjs/common';
import { Brackets, In, LessThan, type EntityManager } from 'typeorm';
import { Database } from '../database/database.js';
import { JobEntity } from './job.entity.js';
import type { JobProblem, JobResult, JobState } from './job.js';

const DUE = "((state = 'queued' AND run_after <= :now) OR (state = 'running' AND lease_until < :now))";
const FINISHED: readonly JobState[] = ['done', 'failed', 'cancelled'];

export interface DueJob {
  readonly id: string;
  readonly kind: string;
}

/** Every change of a job is one conditional update; whether it took effect is told by the affected rows. */
@Injectable()
export class JobsRepository {
  constructor(private readonly database: Database) {}

  async insert(job: JobEntity): Promise<void> {
    await this.database.writer.insert(JobEntity, job);
  }

  /** False when the key is taken. */
  async insertOnce(job: JobEntity & { uniqueKey: string }): Promise<boolean> {
    await this.database.writer.createQueryBuilder().insert().into(JobEntity).values(job).orIgnore().updateEntity(false).execute();
    return (await this.idOf(job.uniqueKey, this.database.writer)) === job.id;
  }

  async idOf(uniqueKey: string, manager: EntityManager = this.database.reader): Promise<string | null> {
    const row = await manager.findOne(JobEntity, { where: { uniqueKey }, select: { id: true } });
    return row?.id ?? null;
  }

  async find(id: string): Promise<JobEntity | null> {
    return this.database.reader.findOneBy(JobEntity, { id });
  }

  /** The one that was asked for last; ids rise with time. */
  async latest(kind: string): Promise<JobEntity | null> {
    return this.database.reader.findOne(JobEntity, { where: { kind }, order: { id: 'DESC' } });
  }

  /** Oldest first; jobs whose lease ran out are among them. */
  async due(kinds: readonly string[], except: readonly string[], now: Date, limit: number): Promise<DueJob[]> {
    if (kinds.length === 0 || limit <= 0) return [];
    const query = this.database.reader
      .createQueryBuilder(JobEntity, 'job')
      .select('job.id', 'id')
      .addSelect('job.kind', 'kind')
      .where(DUE, { now })
      .andWhere('job.kind IN (:...kinds)', { kinds })
      .orderBy('job.runAfter', 'ASC')
      .limit(limit);
    if (except.length > 0) query.andWhere('job.id NOT IN (:...except)', { except });
    return query.getRawMany<DueJob>();
  }

  /** Takes the job for `owner`, or answers null when another was faster. */
  async claim(id: string, owner: string, now: Date, leaseUntil: Date): Promise<JobEntity | null> {
    const taken = await this.database.writer
      .createQueryBuilder()
      .update(JobEntity)
      .set({ state: 'running', leaseOwner: owner, leaseUntil, attempts: () => 'attempts + 1' })
      .where('id = :id', { id })
      .andWhere(DUE, { now })
      .execute();
    return taken.affected === 1 ? this.database.writer.findOneByOrFail(JobEntity, { id }) : null;
  }

  /** Holds on to a running job. `lost` when it is no longer ours, `cancelled` when somebody asked for its end. */
  async renew(id: string, owner: string, leaseUntil: Date, progressPermille: number | null): Promise<'held' | 'cancelled' | 'lost'> {
    const set = progressPermille === null ? { leaseUntil } : { leaseUntil, progressPermille };
    const { affected } = await this.database.writer.update(JobEntity, { id, leaseOwner: owner, state: 'running' }, set);
    if (affected !== 1) return 'lost';
    const row = await this.database.writer.findOneOrFail(JobEntity, { where: { id }, select: { id: true, cancelRequested: true } });
    return row.cancelRequested ? 'cancelled' : 'held';
  }

  async finish(id: string, owner: string, at: Date, result: JobResult | null): Promise<boolean> {
    const { affected } = await this.database.writer.update(
      JobEntity,
      { id, leaseOwner: owner, state: 'running' },
      { state: 'done', progressPermille: 1_000, result, problem: null, finishedAt: at, leaseOwner: null, leaseUntil: null },
    );
    return affected === 1;
  }

  async end(id: string, owner: string, state: 'failed' | 'cancelled', at: Date, problem: JobProblem | null): Promise<boolean> {
    const set = { state, problem, finishedAt: at, leaseOwner: null, leaseUntil: null };
    const { affected } = await this.database.writer.update(JobEntity, { id, leaseOwner: owner, state: 'running' }, set);
    return affected === 1;
  }

  async putBack(id: string, owner: string, runAfter: Date, problem: JobProblem | null, countAttempt: boolean): Promise<boolean> {
    const { affected } = await this.database.writer.update(
      JobEntity,
      { id, leaseOwner: owner, state: 'running' },
      { state: 'queued', runAfter, problem, leaseOwner: null, leaseUntil: null, ...(countAttempt ? {} : { attempts: () => 'attempts - 1' }) },
    );
    return affected === 1;
  }

  async cancelQueued(id: string, at: Date): Promise<boolean> {
    const { affected } = await this.database.writer.update(JobEntity, { id, state: 'queued' }, { state: 'cancelled', finishedAt: at });
    return affected === 1;
  }

  async requestCancel(id: string): Promise<boolean> {
    const { affected } = await this.database.writer.update(JobEntity, { id, state: 'running' }, { cancelRequested: true });
    return affected === 1;
  }

  async requeueFailed(id: string, now: Date): Promise<boolean> {
    const set = { state: 'queued' as const, runAfter: now, attempts: 0, problem: null, finishedAt: null, progressPermille: 0 };
    const { affected } = await this.database.writer.update(JobEntity, { id, state: 'failed' }, set);
    return affected === 1;
  }

  async countByState(): Promise<Partial<Record<JobState, number>>> {
    const rows = await this.database.reader
      .createQueryBuilder(JobEntity, 'job')
      .select('job.state', 'state')
      .addSelect('COUNT(*)', 'count')
      .groupBy('job.state')
      .getRawMany<{ state: JobState; count: number | string }>();
    return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
  }

  /** Age of the oldest job that should have begun, for metrics; null when none waits. */
  async oldestDue(now: Date): Promise<Date | null> {
    const row = await this.database.reader
      .createQueryBuilder(JobEntity, 'job')
      .select('job.runAfter', 'runAfter')
      .where(new Brackets((where) => where.where("job.state = 'queued'").andWhere('job.runAfter <= :now', { now })))
      .orderBy('job.runAfter', 'ASC')
      .limit(1)
      .getRawOne<{ runAfter: string }>();
    return row ? new Date(row.runAfter) : null;
  }

  /** In portions, so that no unit grows with the table. Failed jobs stay: somebody has to look at them. */
  async deleteFinishedBefore(moment: Date, limit: number): Promise<number> {
    const old = await this.database.writer.find(JobEntity, {
      select: { id: true },
      where: { state: In(FINISHED.filter((state) => state !== 'failed')), runAfter: LessThan(moment), finishedAt: LessThan(moment) },
      take: limit,
    });
    if (old.length === 0) return 0;
    await this.database.writer.delete(JobEntity, { id: In(old.map((row) => row.id)) });
    return old.length;
  }
}

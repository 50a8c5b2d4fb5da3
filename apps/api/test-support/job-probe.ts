/** A job whose effect can be counted: each job leaves one notice, held apart by a unique key. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CreateAuditJobsFiles1795460122203 } from '../src/migrations/1795460122203-create-audit-jobs-files.js';
import { Migration, type MigrationClass, type Schema } from '../src/migrations/index.js';
import type { Clock } from '../src/platform/clock/index.js';
import { id, text } from '../src/platform/database/columns.js';
import { newId, uniqueName, UniqueViolation, type Database, type EntityClass, type UnitOfWork } from '../src/platform/database/index.js';
import { JobEntity, Jobs, JobSignals, JobsRepository, JobWorker, JobWorkerOptions, type JobRun } from '../src/platform/jobs/index.js';

@Entity('probe_notices')
@Index(uniqueName('probe_notices', ['notice_key']), ['noticeKey'], { unique: true })
export class ProbeNotice {
  @PrimaryColumn(id()) id!: string;
  @Column(text(100)) noticeKey!: string;
}

class ProbeNotices1900000000000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('probe_notices', { columns: { id: id(), notice_key: text(100) }, unique: [['notice_key']] });
  }
}

export const probeEntities: readonly EntityClass[] = [JobEntity, ProbeNotice];
export const probeMigrations: readonly MigrationClass[] = [CreateAuditJobsFiles1795460122203, ProbeNotices1900000000000];

export interface JobParts {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
}

/** The room of jobs as the server puts it together. */
export function jobRoom<Parts extends JobParts, C extends Clock>(parts: Parts, clock: C) {
  const { database, unitOfWork } = parts;
  const repository = new JobsRepository(database);
  const signals = new JobSignals();
  const jobs = new Jobs(repository, unitOfWork, signals, clock);
  const worker = (options = new JobWorkerOptions()): JobWorker => new JobWorker(jobs, repository, unitOfWork, signals, clock, options);
  return { ...parts, clock, jobs, worker };
}

/** Writes the notice that the job asks for, once. */
export async function writeNotice({ database, unitOfWork }: JobParts, run: Pick<JobRun, 'payload'>): Promise<void> {
  try {
    await unitOfWork.run(() => database.writer.insert(ProbeNotice, { id: newId(), noticeKey: String(run.payload['noticeKey']) }));
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
  }
}

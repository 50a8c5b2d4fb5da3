import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, flag, id, integer, json, optional, text, utc } from '../database/columns.js';
import { uniqueName } from '../database/naming.js';
import type { JobPayload, JobProblem, JobResult, JobState } from './job.js';
import { JOB_LENGTHS } from './job.js';

/** A piece of work that outlives the request that asked for it. Written in the same unit as its cause: this table is the outbox. */
@Entity('jobs')
@Index(['state', 'runAfter'])
@Index(uniqueName('jobs', ['unique_key']), ['uniqueKey'], { unique: true })
export class JobEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(code(JOB_LENGTHS.kind)) kind!: string;
  @Column(optional(text(JOB_LENGTHS.key))) uniqueKey!: string | null;
  @Column(json<JobPayload>()) payload!: JobPayload;
  @Column(code()) state!: JobState;
  @Column(utc()) runAfter!: Date;
  @Column(integer()) attempts!: number;
  @Column(optional(id())) leaseOwner!: string | null;
  @Column(optional(utc())) leaseUntil!: Date | null;
  @Column(integer()) progressPermille!: number;
  @Column(flag()) cancelRequested!: boolean;
  @Column(optional(json<JobResult>())) result!: JobResult | null;
  @Column(optional(json<JobProblem>())) problem!: JobProblem | null;
  @Column(utc()) createdAt!: Date;
  @Column(optional(utc())) finishedAt!: Date | null;
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { batchLimits, type Batch, type batchInput, type batchQuery, type Page } from '@kepu/contracts';
import { BATCH_MAX_OPEN, batchLifecycle, next, type BatchAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { reachOf, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock, shanghaiDay } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Files } from '../../../platform/files/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Retention } from '../../../platform/retention/index.js';
import { GroundDirectory } from '../../units/index.js';
import type { BatchEntity } from './batch.entity.js';
import { BatchGroundRows } from './batch-ground.repository.js';
import { batchView } from './batch.mapper.js';
import { BatchPlacesRepository } from './batch-places.repository.js';
import { BatchesRepository, type BatchRow } from './batches.repository.js';

const system = { kind: 'system', task: 'batches' } as const;

/** The state that an action leads to. Errors: `lifecycle.not_allowed`, naming the state in the reader's language. */
export const batchStep = (state: Batch['state'], action: BatchAction): Batch['state'] => {
  const result = next(batchLifecycle, state, action);
  if (!result.ok || result.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.batchStates.${state}` } });
  return result.state;
};

/** Batches (批量安排): ordered, followed, reckoned anew, sent or thrown away. */
@Injectable()
export class BatchesService implements OnModuleInit {
  constructor(
    private readonly rows: BatchesRepository, private readonly places: BatchPlacesRepository, private readonly groundRows: BatchGroundRows, private readonly ground: GroundDirectory, private readonly files: Files, private readonly jobs: Jobs, private readonly retention: Retention, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.retention.register('batches', (before) => this.retention.inPortions((limit) => this.expire(before, limit))); }

  async list(actor: PersonActor, query: z.output<typeof batchQuery>): Promise<Page<Batch>> {
    const { rows, total } = await this.rows.listFor(actor, query, { offset: (query.page - 1) * query.perPage, limit: query.perPage });
    const sums = await this.rows.sums(rows.map(({ id }) => id));
    return { data: rows.map((row) => batchView(row, sums.get(row.id), actor.accountId)), total };
  }
  async get(actor: PersonActor, id: string): Promise<Batch> {
    const row = await this.find(actor, id, 'batch:read');
    return batchView(row, (await this.rows.sums([id])).get(id), actor.accountId);
  }

  /** Errors: `reference.not_found` for a county out of reach, `batch.nothing_open`, `batch.too_large`, `batch.too_many`. */
  async create(actor: PersonActor, { title, from, to, countyId: county, kinds, services, fill }: z.output<typeof batchInput>): Promise<Batch> {
    const countyId = county ?? null;
    const reach = reachOf(actor, 'batch:write');
    if (countyId !== null && !(await this.ground.counties()).has(countyId)) throw badReference('body.countyId');
    const reachId = reach === 'all' ? null : (reach.divisions.find((code) => countyId === null || countyId.startsWith(code)) ?? null);
    if (reach !== 'all' && reachId === null) throw badReference('body.countyId');
    const positions = await this.groundRows.positions({ fromDay: from, toDay: to, countyId, reachId, kinds }, this.clock.now());
    if (positions.length === 0) throw new Refusal('batch.nothing_open');
    if (positions.length > batchLimits.positions) throw new Refusal('batch.too_large', { params: { positions: positions.length, max: batchLimits.positions } });
    const id = newId();
    const now = this.clock.now();
    const number = `${shanghaiDay(now).replaceAll('-', '')}-${newId().slice(-8).toUpperCase()}`;
    await this.work.run(async () => {
      await this.rows.turn();
      if ((await this.rows.openOf(actor.accountId)) >= BATCH_MAX_OPEN) throw new Refusal('batch.too_many', { params: { max: BATCH_MAX_OPEN } });
      const jobId = await this.jobs.enqueue('batch.run', { batchId: id }, { key: `batch.run:${id}:1` });
      await this.rows.insert({
        id, number, title, fromDay: from, toDay: to, countyId, reachId, kinds: [...new Set(kinds)], services, fill, state: 'waiting', done: 0, total: 0, step: null, runs: 0, weightsNumber: null, people: 0, lost: 0, inputId: null, resultDigest: null, asked: 0, skipped: 0, failure: null, jobId,
        createdAt: now, createdBy: actor.accountId, finishedAt: null, sentAt: null, sentBy: null, version: 1,
      });
      await this.audit.record({ actor: auditActor(actor), action: 'batch.ordered', subjectKind: 'batch', subjectId: id, before: null, after: { number, title, from, to, countyId, kinds, services, fill } });
    });
    return this.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async rerun(actor: PersonActor, id: string, version: number): Promise<Batch> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'batch:write');
      const jobId = await this.jobs.enqueue('batch.run', { batchId: id }, { key: `batch.run:${id}:${version}` });
      await this.take(actor, row, 'rerun', version, 'batch.rerun', { jobId, done: 0, total: 0, step: null, failure: null });
    });
    return this.get(actor, id);
  }

  /** What has been reckoned before stays; a first run leaves nothing. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async cancel(actor: PersonActor, id: string, version: number): Promise<Batch> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'batch:write');
      if (row.runs > 0) await this.take(actor, row, 'stop', version, 'batch.stopped', { step: null });
      else await this.take(actor, row, 'cancel', version, 'batch.cancelled', { step: null, finishedAt: this.clock.now() });
      await this.jobs.cancel(row.jobId);
    });
    return this.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`, `batch.empty`. */
  async send(actor: PersonActor, id: string, version: number): Promise<Batch> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'batch:write');
      batchStep(row.state, 'send');
      if ((await this.rows.sums([id])).get(id)?.filled === 0) throw new Refusal('batch.empty');
      const jobId = await this.jobs.enqueue('batch.send', { batchId: id }, { key: `batch.send:${id}` });
      await this.take(actor, row, 'send', version, 'batch.sent', { jobId, done: 0, total: 0, step: 'asking', sentAt: this.clock.now(), sentBy: actor.accountId });
    });
    return this.get(actor, id);
  }

  /** The draft is gone with all its names; that there was one stays. Errors: `lifecycle.not_allowed`. */
  async discard(actor: PersonActor, id: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'batch:write');
      const inputId = (await this.rows.find(id))?.inputId ?? null;
      await this.take(actor, row, 'discard', row.version, 'batch.discarded', { inputId: null });
      await this.places.clear(id);
      if (inputId !== null) await this.files.remove(inputId);
    });
    return { done: true };
  }

  /** Errors: `resource.not_found`. */
  async find(actor: PersonActor, id: string, permission: 'batch:read' | 'batch:write'): Promise<BatchRow> {
    const row = await this.rows.findFor(actor, id, permission);
    if (!row) throw notFound();
    return row;
  }

  private async take(actor: PersonActor, row: BatchRow, action: BatchAction, version: number, audited: string, changes: Partial<BatchEntity>): Promise<void> {
    const state = batchStep(row.state, action);
    if (!(await this.rows.step(row.id, [row.state], { ...changes, state, version: version + 1 }, version))) throw new Refusal('version.stale');
    await this.audit.record({ actor: auditActor(actor), action: audited, subjectKind: 'batch', subjectId: row.id, before: { state: row.state }, after: { state } });
  }

  /** Inside a unit. */
  private async expire(before: Date, limit: number): Promise<number> {
    const over = await this.rows.over(before, limit);
    for (const { id, inputId } of over) {
      await this.places.clear(id);
      await this.rows.remove(id);
      if (inputId !== null) await this.files.remove(inputId);
      await this.audit.record({ actor: auditActor(system), action: 'batch.expired', subjectKind: 'batch', subjectId: id, before: null, after: null });
    }
    return over.length;
  }
}

import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { BatchCheck, BatchFailure, BatchStep } from '@kepu/contracts';
import { firstWavePolicy, reasonsOf, score, silenceOf, type BatchPosition, type PositionFacts } from '@kepu/matching';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Files } from '../../../platform/files/index.js';
import { JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { Failpoints } from '../../../platform/test-control/failpoints.js';
import { PositionDirectory } from '../../activities/index.js';
import { NoticesService } from '../../notices/index.js';
import { InviteesRepository, neverInvited } from '../invitations/invitees.repository.js';
import { MatchingContexts } from '../matching-contexts.js';
import { MatchingWeightsService } from '../matching-weights.service.js';
import { VolunteersFacts } from '../volunteers-facts.js';
import { rulesOf } from './batch.mapper.js';
import { BatchGroundRows } from './batch-ground.repository.js';
import { BatchPlacesRepository } from './batch-places.repository.js';
import { BatchThreads, type BatchThread } from './batch-solver.js';
import type { BatchBefore, BatchResult } from './batch-solving.js';
import type { BatchEntity, BatchPlaceEntity, BatchPositionEntity } from './batch.entity.js';
import { BatchesRepository } from './batches.repository.js';

type Order = { batchId: string };
const system = { kind: 'system', task: 'batches' } as const;
/** How often a run is begun: whatever kills the process three times kills it again. */
const TRIES = 3;
const SAY_EVERY_MS = 400;
/** People read at once: few enough that one statement names them. */
const PORTION = 400;
/** Prices are kept in thousandths. */
const PRICE = 1_000;
/** What the packed input of a hundred thousand people takes, and some more. */
const INPUT_BYTES = 64 * 1024 * 1024;
/** The unit that stores a draft of thousands of places may take longer than others. */
const STORE_MS = 60_000;

/** Why a run cannot go on. */
class BatchStopped extends Error {
  constructor(readonly failure: BatchFailure) { super(failure); }
}
type Ground = Awaited<ReturnType<MatchingContexts['open']>>;
/** What a run is about: its positions by number, and what both sides are looked at with. */
interface Case { readonly row: BatchEntity; readonly positions: readonly BatchPosition[]; readonly weights: Awaited<ReturnType<MatchingWeightsService['current']>>; readonly ground: Ground; readonly settled: Settled }
/** What staff have settled, and the draft before, positions by number. */
interface Settled { readonly locks: ReadonlyMap<string, { readonly fixed: readonly number[]; readonly forbidden: readonly number[] }>; readonly before: BatchBefore | null; readonly gone: number; readonly byStaff: ReadonlySet<string> }

/** Reckons batches in the background: people are read in portions, the rest is done in a thread. A process that dies leaves an order that another one begins anew. */
@Injectable()
export class BatchRunner implements OnModuleInit {
  private readonly logger = new Logger(BatchRunner.name);

  constructor(
    private readonly rows: BatchesRepository, private readonly places: BatchPlacesRepository, private readonly groundRows: BatchGroundRows, private readonly positions: PositionDirectory, private readonly facts: VolunteersFacts, private readonly invitees: InviteesRepository, private readonly contexts: MatchingContexts, private readonly weights: MatchingWeightsService,
    private readonly threads: BatchThreads, private readonly files: Files, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, private readonly failpoints: Failpoints,
  ) {}

  onModuleInit(): void { this.worker.register<Order>({ kind: 'batch.run', maxAttempts: TRIES + 1, run: (run) => this.run(run) }); }

  /** The last run once more. Errors: `lifecycle.not_allowed` where there was none. */
  async check(actor: PersonActor, id: string): Promise<BatchCheck> {
    const row = await this.rows.findFor(actor, id, 'batch:read');
    const stored = row && (await this.rows.find(id));
    if (!row || !stored) throw notFound();
    if (stored.inputId === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.batchStates.${row.state}` } });
    const thread = this.threads.open(null);
    try {
      const { digest, ...counts } = await thread.repeat(await this.files.read(stored.inputId));
      return { same: digest === stored.resultDigest, ...counts };
    } finally {
      await thread.close();
    }
  }

  private async run(run: JobRun<Order>): Promise<void> {
    const row = await this.rows.find(run.payload.batchId);
    if (!row || row.jobId !== run.id || !(await this.work.run(() => this.rows.step(row.id, ['waiting', 'running'], { state: 'running', done: 0, total: 0, step: 'people' })))) return;
    try {
      if (run.attempt > TRIES) throw new BatchStopped('broken');
      await this.failpoints.pause('batch:people');
      await this.reckon(run, await this.open(row));
    } catch (error) {
      if (run.signal.aborted) throw error;
      const failure = failureOf(error) ?? (run.attempt >= TRIES ? 'broken' : null);
      if (failure === null) throw error;
      if (failure === 'broken') this.logger.error(`batch ${row.number} could not be reckoned: ${error instanceof Error ? error.name : typeof error}`);
      await this.fail(run, row, failure);
    }
  }

  private async open(row: BatchEntity): Promise<Case> {
    const ids = await this.groundRows.positions(row, this.clock.now());
    const facts: PositionFacts[] = [];
    for (let at = 0; at < ids.length; at += PORTION) facts.push(...(await this.positions.facts({ ids: ids.slice(at, at + PORTION) })));
    const places = (one: PositionFacts): number => (row.fill === 'minimum' ? one.minimum : one.maximum) - one.connections;
    const positions = facts.flatMap((one): BatchPosition[] => (places(one) > 0 ? [{ facts: one, seats: places(one) }] : []));
    if (positions.length === 0) throw new BatchStopped('nothing_open');
    const [weights, ground] = await Promise.all([this.weights.current(), this.contexts.open()]);
    return { row, positions, weights, ground, settled: await this.settled(row, new Map(positions.map(({ facts: { id } }, number) => [id, number]))) };
  }

  private async settled(row: BatchEntity, numbers: ReadonlyMap<string, number>): Promise<Settled> {
    const locks = new Map<string, { fixed: number[]; forbidden: number[] }>();
    const places = new Map<string, number[]>();
    const byStaff = new Set<string>();
    let gone = 0;
    for (const { positionId, volunteerId, placed, lockState, byStaff: manual } of await this.places.draft(row.id)) {
      const number = numbers.get(positionId);
      if (number === undefined) {
        if (lockState === 'fixed') gone++;
        continue;
      }
      if (manual) byStaff.add(`${volunteerId} ${number}`);
      if (placed) places.set(volunteerId, [...(places.get(volunteerId) ?? []), number]);
      if (lockState === 'none') continue;
      const mine = locks.get(volunteerId) ?? { fixed: [], forbidden: [] };
      mine[lockState].push(number);
      locks.set(volunteerId, mine);
    }
    const prices = new Map((await this.places.prices(row.id)).map(({ positionId, price }) => [positionId, price / PRICE]));
    return { locks, gone, byStaff, before: row.runs === 0 ? null : { places, prices: [...numbers.keys()].map((id) => prices.get(id) ?? 0) } };
  }

  private async reckon(run: JobRun<Order>, given: Case): Promise<void> {
    const { row, positions, weights, ground } = given;
    let saidAt = Number.NEGATIVE_INFINITY;
    const say = async (step: BatchStep, done: number, total: number): Promise<void> => {
      run.signal.throwIfAborted();
      if (performance.now() - saidAt < SAY_EVERY_MS) return;
      saidAt = performance.now();
      if (!(await this.work.run(() => this.rows.progress(row.id, 'running', done, total, step)))) run.cancel();
      run.signal.throwIfAborted();
    };
    const ids = await this.groundRows.people(row.reachId, this.clock.today());
    if (ids.length === 0) throw new BatchStopped('nobody');
    const thread = this.threads.open({ positions, weights: weights.weights, tables: ground.tables, rules: rulesOf(row) });
    const stop = (): void => void thread.close();
    run.signal.addEventListener('abort', stop);
    try {
      await this.handOver(thread, ids, given, say);
      let told: Promise<void> = Promise.resolve();
      const result = await thread.solve(seedOf(row.id), given.settled.before, ({ phase, done }) => {
        told = told.then(() => say(phase, Math.round(done * 100), 100)).catch(() => undefined);
      });
      await told;
      run.signal.throwIfAborted();
      this.failpoints.reach('batch:solved');
      await this.store(run, given, ids.length, result);
    } finally {
      run.signal.removeEventListener('abort', stop);
      await thread.close();
    }
  }

  private async handOver(thread: BatchThread, ids: readonly string[], { positions, settled }: Case, say: (step: BatchStep, done: number, total: number) => Promise<void>): Promise<void> {
    const positionIds = positions.map(({ facts: { id } }) => id);
    const known = new Map<string, number[]>();
    for (const key of await this.groundRows.known(positionIds)) {
      const [positionId, volunteerId] = key.split(' ') as [string, string];
      known.set(volunteerId, [...(known.get(volunteerId) ?? []), positionIds.indexOf(positionId)]);
    }
    for (let at = 0; at < ids.length; at += PORTION) {
      await say('people', at, ids.length);
      const portion = ids.slice(at, at + PORTION);
      const [people, invited] = await Promise.all([this.facts.of(portion), this.invitees.of(portion, this.clock.now())]);
      // Who would be left alone is not counted on; what staff have settled they have seen.
      const askable = people.filter(({ id }) => settled.locks.has(id) || silenceOf(invited.get(id) ?? neverInvited, this.clock.now().getTime(), firstWavePolicy) === null);
      await thread.take(askable.map((person) => ({ person, locks: { fixed: settled.locks.get(person.id)?.fixed ?? [], forbidden: settled.locks.get(person.id)?.forbidden ?? [], known: known.get(person.id) ?? [] } })));
    }
  }

  private async store(run: JobRun<Order>, { row, positions, weights, ground, settled }: Case, people: number, { places, lost, unfilled, prices, input, digest }: BatchResult): Promise<void> {
    const file = await this.files.put(input, `${row.number}.bin.gz`, { maxBytes: INPUT_BYTES });
    const causes = new Map(unfilled.map((one) => [one.position, one]));
    const drafted = await this.reasons(places, positions, weights.weights, ground);
    const now = this.clock.now();
    const positionRows = positions.map(({ facts, seats }, number): BatchPositionEntity => {
      const open = causes.get(number);
      return {
        id: newId(), batchId: row.id, positionId: facts.id, places: seats, minimum: Math.min(seats, Math.max(0, facts.minimum - facts.connections)), price: Math.round((prices[number] ?? 0) * PRICE),
        cause: open?.cause ?? null, candidates: open?.candidates ?? 0, lockedOut: open?.lockedOut ?? 0, elsewhere: open?.elsewhere ?? 0, limits: open?.limits ?? 0,
      };
    });
    const fixed = (volunteerId: string, position: number): boolean => settled.locks.get(volunteerId)?.fixed.includes(position) === true;
    const placeRows = places.map(({ volunteerId, position }): BatchPlaceEntity => ({
      id: newId(), batchId: row.id, positionId: positions[position]?.facts.id ?? '', volunteerId, placed: true, lockState: fixed(volunteerId, position) ? 'fixed' : 'none', byStaff: settled.byStaff.has(`${volunteerId} ${position}`),
      ...(drafted.get(`${volunteerId} ${position}`) ?? { reasons: [], against: null }), outcome: null,
    }));
    run.signal.throwIfAborted();
    await this.work.run(async () => {
      const inputId = await this.files.record(file, { purpose: 'batch', createdBy: row.createdBy });
      const changes = { state: 'draft' as const, runs: row.runs + 1, people, lost: lost.length + settled.gone, weightsNumber: weights.version, inputId, resultDigest: digest, done: 100, total: 100, step: null, failure: null, finishedAt: now, version: row.version + 1 };
      // Cancelled at this very moment: the bytes have no row, and go with the next sweep.
      if (!(await this.rows.step(row.id, ['running'], changes))) throw new DOMException('cancelled', 'AbortError');
      if (row.inputId !== null) await this.files.remove(row.inputId);
      await this.places.replace(row.id, positionRows, placeRows);
      await this.audit.record({ actor: auditActor(system), action: 'batch.reckoned', subjectKind: 'batch', subjectId: row.id, before: { state: 'running' }, after: { state: 'draft', people, positions: positions.length, places: places.length, weights: weights.version, result: digest } });
      await this.notices.deliver([row.createdBy], { eventKey: `batch_ready:${row.id}:${row.runs + 1}`, kind: 'batch_ready', link: `/batches/${row.id}`, params: { title: row.title, places: positions.reduce((sum, { seats }) => sum + seats, 0), filled: places.length } });
      await run.finish();
    }, { unitMs: STORE_MS });
  }

  /** Why each of them is where they are: the parts of the score that were really used. */
  private async reasons(places: BatchResult['places'], positions: readonly BatchPosition[], weights: Case['weights']['weights'], { context }: Ground): Promise<ReadonlyMap<string, Pick<BatchPlaceEntity, 'reasons' | 'against'>>> {
    const found = new Map<string, Pick<BatchPlaceEntity, 'reasons' | 'against'>>();
    const ids = [...new Set(places.map(({ volunteerId }) => volunteerId))];
    const wanted = new Map(ids.map((id) => [id, [] as number[]]));
    for (const { volunteerId, position } of places) wanted.get(volunteerId)?.push(position);
    for (let at = 0; at < ids.length; at += PORTION) {
      for (const person of await this.facts.of(ids.slice(at, at + PORTION))) {
        for (const number of wanted.get(person.id) ?? []) {
          const position = positions[number];
          if (position) found.set(`${person.id} ${number}`, reasonsOf(score(person, position.facts, weights, context).parts));
        }
      }
    }
    return found;
  }

  private async fail(run: JobRun<Order>, row: BatchEntity, failure: BatchFailure): Promise<void> {
    await this.work.run(async () => {
      const changes = { failure, step: null, finishedAt: this.clock.now(), version: row.version + 1 };
      // The draft that there was stays as it was.
      if (await this.rows.step(row.id, ['waiting', 'running'], { ...changes, state: row.runs > 0 ? 'draft' : 'failed' })) {
        await this.audit.record({ actor: auditActor(system), action: 'batch.failed', subjectKind: 'batch', subjectId: row.id, before: { state: 'running' }, after: { state: row.runs > 0 ? 'draft' : 'failed', failure } });
        await this.notices.deliver([row.createdBy], { eventKey: `batch_failed:${row.id}:${row.runs + 1}`, kind: 'batch_failed', link: `/batches/${row.id}`, params: { title: row.title } });
      }
      await run.finish();
    });
  }
}

/** The lot of a batch follows from its id, so that a run can be repeated. */
const seedOf = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE(0);
const failureOf = (error: unknown): BatchFailure | null => {
  if (error instanceof BatchStopped) return error.failure;
  return error instanceof Refusal && error.code === 'storage.full' ? 'storage_full' : null;
};

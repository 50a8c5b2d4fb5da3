import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { PackFailure, PackStep } from '@kepu/contracts';
import { AuditTrail } from '../../../platform/audit/index.js';
import { can, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { zipStream, type ZipEntry } from '../../../platform/documents/zip-stream.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { Files, safeFileName } from '../../../platform/files/index.js';
import { JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { Failpoints } from '../../../platform/test-control/failpoints.js';
import { StandIns } from '../../identity/index.js';
import { NoticesService } from '../../notices/index.js';
import { PackContents, PackFailed, type PackContent } from './pack-contents.js';
import type { PackEntity } from './pack.entity.js';
import { keptUntil } from './pack.mapper.js';
import { PackScopes } from './pack-scopes.js';
import { PacksRepository } from './packs.repository.js';

type Order = { packId: string };
const system = { kind: 'system', task: 'packs' } as const;
/** How often an order is begun: whatever kills the process three times kills it again. */
const TRIES = 3;
const SAY_EVERY_MS = 500;
/** What the papers of a pack take beside its proofs. */
const PAPERS_BYTES = 40 * 1024 * 1024;

/** Makes packs in the background: file by file from the store into the zip, and from there into the store. A process that dies leaves an order that another one begins anew. */
@Injectable()
export class PackMaker implements OnModuleInit {
  private readonly logger = new Logger(PackMaker.name);

  constructor(
    private readonly rows: PacksRepository, private readonly contents: PackContents, private readonly scopes: PackScopes, private readonly standIns: StandIns, private readonly files: Files, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock, private readonly failpoints: Failpoints, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void { this.worker.register<Order>({ kind: 'pack.make', maxAttempts: TRIES + 1, run: (run) => this.make(run) }); }

  private async make(run: JobRun<Order>): Promise<void> {
    const row = await this.rows.find(run.payload.packId);
    if (!row || !(await this.work.run(() => this.rows.step(row.id, ['waiting', 'making'], { state: 'making', done: 0, total: 0, step: 'gathering' })))) return;
    try {
      if (run.attempt > TRIES) throw new PackFailed('broken');
      // The rights of this moment, not of when it was ordered.
      const person = await this.standIns.of(row.createdBy);
      const actor = person && (await this.scopes.within(person, { kind: row.scopeKind, id: row.scopeId }));
      if (!actor || !can(actor, 'pack:write')) throw new PackFailed('no_right');
      await this.failpoints.pause('pack:gathering');
      await this.store(run, row, actor, await this.contents.gather(actor, row));
    } catch (error) {
      if (run.signal.aborted) throw error;
      const failure = failureOf(error) ?? (run.attempt >= TRIES ? 'broken' : null);
      if (failure === null) throw error;
      if (failure === 'broken') this.logger.error(`pack ${row.number} could not be made: ${error instanceof Error ? error.name : typeof error}`);
      await this.fail(run, row, failure);
    }
  }

  private async store(run: JobRun<Order>, row: PackEntity, actor: PersonActor, { parts, proofs }: PackContent): Promise<void> {
    const total = parts.length + 1;
    let saidAt = Number.NEGATIVE_INFINITY;
    const say = async (done: number, step: PackStep): Promise<void> => {
      run.signal.throwIfAborted();
      if (performance.now() - saidAt < SAY_EVERY_MS) return;
      saidAt = performance.now();
      if (!(await this.work.run(() => this.rows.progress(row.id, done, total, step)))) run.cancel();
      run.signal.throwIfAborted();
    };
    const entries = async function* (this: PackMaker): AsyncGenerator<ZipEntry> {
      for (const [done, { step, part }] of parts.entries()) {
        await say(done, step);
        if (step === 'evidence' || step === 'index') this.failpoints.reach('pack:half');
        yield { name: part.path, content: await part.content() };
      }
      await say(parts.length, 'storing');
    };
    const file = await this.files.put(zipStream(entries.call(this), this.clock.now()), safeFileName(`${row.number}.zip`), { maxBytes: this.config.packMaxBytes + PAPERS_BYTES });
    run.signal.throwIfAborted();
    this.failpoints.reach('pack:stored');
    await this.failpoints.pause('pack:finishing');
    const left = (...reasons: string[]): number => proofs.leftOut.filter(({ reason }) => reasons.includes(reason)).reduce((sum, { count }) => sum + count, 0);
    const finishedAt = this.clock.now();
    await this.work.run(async () => {
      // Somebody may have said meanwhile that a file stays inside: nobody does from here on until the pack is ready, and from then on it expires.
      await this.contents.turn();
      if (!(await this.contents.mayLeave(proofs))) throw new Error('what a file shows was said anew while the pack was made');
      const fileId = await this.files.record(file, { purpose: 'pack', createdBy: row.createdBy });
      const changes = { state: 'ready' as const, fileId, size: file.size, files: parts.length, leftPersonal: left('personal', 'withheld', 'gone'), leftPhotos: left('photo'), hashes: [...proofs.hashes], done: total, total, step: null, orderKey: null, finishedAt, version: row.version + 1 };
      // Cancelled at this very moment: the bytes have no row, and go with the next sweep.
      if (!(await this.rows.step(row.id, ['making'], changes))) throw new DOMException('cancelled', 'AbortError');
      await this.audit.record({ actor: auditActor(system), action: 'pack.made', subjectKind: 'pack', subjectId: row.id, before: { state: 'making' }, after: { state: 'ready', files: parts.length, size: file.size, hash: file.hash, of: actor.accountId } });
      await this.notices.deliver([row.createdBy], { eventKey: `pack_ready:${row.id}`, kind: 'pack_ready', link: '/packs', params: { number: row.number, day: keptUntil(finishedAt.toISOString()) } });
      await run.finish();
    });
  }

  private async fail(run: JobRun<Order>, row: PackEntity, failure: PackFailure): Promise<void> {
    await this.work.run(async () => {
      if (await this.rows.step(row.id, ['waiting', 'making'], { state: 'failed', failure, step: null, orderKey: null, finishedAt: this.clock.now(), version: row.version + 1 })) {
        await this.audit.record({ actor: auditActor(system), action: 'pack.failed', subjectKind: 'pack', subjectId: row.id, before: { state: 'making' }, after: { state: 'failed', failure } });
        await this.notices.deliver([row.createdBy], { eventKey: `pack_failed:${row.id}`, kind: 'pack_failed', link: '/packs', params: { number: row.number } });
      }
      await run.finish();
    });
  }
}

const failureOf = (error: unknown): PackFailure | null => {
  if (error instanceof PackFailed) return error.failure;
  if (!(error instanceof Refusal)) return null;
  if (error.code === 'storage.full') return 'storage_full';
  // What was there when it was gathered may be gone when its turn comes: it is begun anew. What is too much stays too much.
  return error.code === 'input.too_large' ? 'too_large' : null;
};

import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { BatchFailure, BatchOutcome } from '@kepu/contracts';
import { AuditTrail } from '../../../platform/audit/index.js';
import { can } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { Failpoints } from '../../../platform/test-control/failpoints.js';
import { StandIns } from '../../identity/index.js';
import { NoticesService } from '../../notices/index.js';
import { InvitationsService, type InvitationsSent } from '../invitations/invitations.service.js';
import { BatchPlacesRepository, type PlacedRow } from './batch-places.repository.js';
import type { BatchEntity } from './batch.entity.js';
import { BatchesRepository } from './batches.repository.js';

type Order = { batchId: string };
const system = { kind: 'system', task: 'batches' } as const;
const TRIES = 3;
/** Places asked for between two words of progress. */
const PORTION = 100;

/** Asks everybody in a draft, as whoever sent it. What was asked stays asked where the process dies; another one goes on. */
@Injectable()
export class BatchSender implements OnModuleInit {
  private readonly logger = new Logger(BatchSender.name);

  constructor(
    private readonly rows: BatchesRepository, private readonly places: BatchPlacesRepository, private readonly invitations: InvitationsService, private readonly standIns: StandIns, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock, private readonly failpoints: Failpoints,
  ) {}

  onModuleInit(): void { this.worker.register<Order>({ kind: 'batch.send', maxAttempts: TRIES + 1, run: (run) => this.run(run) }); }

  private async run(run: JobRun<Order>): Promise<void> {
    const row = await this.rows.find(run.payload.batchId);
    if (row?.state !== 'sending' || row.sentBy === null || row.sentAt === null) return;
    try {
      const actor = await this.standIns.of(row.sentBy);
      if (!actor || !can(actor, 'batch:write')) return await this.giveBack(run, row, 'no_right');
      const all = await this.places.placed(row.id);
      const waiting = await this.places.unasked(row.id);
      const open = all.filter(({ id }) => waiting.has(id));
      await this.failpoints.pause('batch:looked');
      for (let at = 0; at < open.length; at += PORTION) {
        run.signal.throwIfAborted();
        const portion = open.slice(at, at + PORTION);
        const sent = await this.invitations.send(actor, portion, { origin: 'batch', batch: { since: row.sentAt } });
        this.failpoints.reach('batch:asked');
        const outcomes = outcomesOf(portion, sent, await this.places.askedSince(portion.map(({ positionId }) => positionId), row.sentAt));
        await this.work.run(async () => {
          await this.places.tell(outcomes);
          await this.rows.progress(row.id, 'sending', all.length - open.length + at + portion.length, all.length, 'asking');
        });
        await this.failpoints.pause('batch:told');
      }
      await this.finish(run, row);
    } catch (error) {
      if (run.signal.aborted) throw error;
      if (error instanceof Refusal && error.code === 'resource.not_found') return this.giveBack(run, row, 'no_right');
      if (run.attempt < TRIES) throw error;
      this.logger.error(`batch ${row.number} could not be sent: ${error instanceof Error ? error.name : typeof error}`);
      return this.giveBack(run, row, 'broken');
    }
  }

  private async finish(run: JobRun<Order>, row: BatchEntity): Promise<void> {
    const outcomes = await this.places.outcomes(row.id);
    const asked = outcomes.get('asked') ?? 0;
    const skipped = [...outcomes.values()].reduce((sum, count) => sum + count, 0) - asked;
    await this.work.run(async () => {
      if (await this.rows.step(row.id, ['sending'], { state: 'sent', asked, skipped, step: null, failure: null, finishedAt: this.clock.now(), version: row.version + 1 })) {
        await this.audit.record({ actor: auditActor(system), action: 'batch.told', subjectKind: 'batch', subjectId: row.id, before: { state: 'sending' }, after: { state: 'sent', asked, skipped, of: row.sentBy } });
        await this.notices.deliver([row.sentBy ?? row.createdBy], { eventKey: `batch_sent:${row.id}`, kind: 'batch_sent', link: `/batches/${row.id}`, params: { title: row.title, asked, skipped } });
      }
      await run.finish();
    });
  }

  /** Whoever was asked stays asked; the rest is a draft again. */
  private async giveBack(run: JobRun<Order>, row: BatchEntity, failure: BatchFailure): Promise<void> {
    await this.work.run(async () => {
      if (await this.rows.step(row.id, ['sending'], { state: 'draft', failure, step: null, sentAt: null, sentBy: null, version: row.version + 1 })) {
        await this.audit.record({ actor: auditActor(system), action: 'batch.failed', subjectKind: 'batch', subjectId: row.id, before: { state: 'sending' }, after: { state: 'draft', failure } });
        await this.notices.deliver([row.sentBy ?? row.createdBy], { eventKey: `batch_failed:${row.id}:send:${row.version}`, kind: 'batch_failed', link: `/batches/${row.id}`, params: { title: row.title } });
      }
      await run.finish();
    });
  }
}

/** What came of each place. Whoever was asked by a try that died before it could say so, was asked. */
const outcomesOf = (places: readonly PlacedRow[], { sent, skipped }: InvitationsSent, asked: ReadonlySet<string>): ReadonlyMap<BatchOutcome, readonly string[]> => {
  const key = ({ positionId, volunteerId }: Pick<PlacedRow, 'positionId' | 'volunteerId'>): string => `${positionId} ${volunteerId}`;
  const found = new Map<string, BatchOutcome>([...skipped.map((one) => [key(one), asked.has(key(one)) ? 'asked' : one.because] as const), ...sent.map((one) => [key(one), 'asked'] as const)]);
  const outcomes = new Map<BatchOutcome, string[]>();
  for (const place of places) {
    const outcome = found.get(key(place)) ?? 'unknown';
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), place.id]);
  }
  return outcomes;
};

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { firstWavePolicy as policy, type WaveStep } from '@kepu/matching';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, newId, UnitOfWork } from '../../../platform/database/index.js';
import { everyMinutes, JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { overOf } from './invitation-pages.js';
import { InvitationsService } from './invitations.service.js';
import { PlaceInvitationsRepository, type InvitationRow } from './place-invitations.repository.js';
import { POLICY_VERSION, WaveRounds, type PlannedRound } from './wave-rounds.js';
import { missingOf, WaveSteps, type WavePostRow } from './wave-steps.repository.js';

const HOUR_MS = 3_600_000;
/** Done in one turn; the rest in the next. */
const PORTION = 500;
/** When a position is looked at again for which nothing can be done now: somebody may have come back from a pause, or a silence may be over. */
const LATER_MS = 6 * HOUR_MS;
/** Two rounds are at least so far apart. */
const APART_MS = 2 * 60_000;
const system: Actor = { kind: 'system', task: 'invitations' };

/** What time does to invitations: what lapses, what is pointless, and the next wave. */
@Injectable()
export class WaveClock implements OnModuleInit {
  constructor(
    private readonly rows: PlaceInvitationsRepository, private readonly steps: WaveSteps, private readonly rounds: WaveRounds, private readonly invitations: InvitationsService, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register({ kind: 'invitations.turn', run: (run) => this.turn(run) });
    this.worker.every('invitations.turn', everyMinutes(10));
  }

  private async turn(run: JobRun): Promise<void> {
    const now = this.clock.now();
    for (const row of await this.rows.seated(PORTION)) await this.end(row, { state: 'accepted', answeredAt: now });
    for (const row of await this.rows.overdue(now, PORTION)) await this.end(row, { state: 'lapsed' });
    for (const row of await this.rows.pointless(now, PORTION)) await this.end(row, { state: 'closed', closedBecause: overOf(row, now) ?? 'filled' });
    await this.wave(now);
    await this.work.run(() => run.finish());
  }

  /** Against what was read: whoever answers at the same moment is first. */
  private end(row: InvitationRow, changes: Parameters<PlaceInvitationsRepository['change']>[1]): Promise<boolean> { return this.work.run(() => this.rows.change(row, { ...changes, openKey: null })); }

  /** One round over all positions that lack people, where one of them is due: a scarce person is kept for whom few others could stand in. */
  private async wave(now: Date): Promise<void> {
    const posts = await this.steps.posts(now);
    if (!posts.some((post) => isDue(post, now))) return;
    // Another process may be about to send what was decided a moment ago.
    if (posts.some(({ lookedAt }) => lookedAt !== null && Math.abs(now.getTime() - Date.parse(fromDbTime(lookedAt))) < APART_MS)) return;
    const taken = posts.filter((post) => missingOf(post) > 0 || isDue(post, now));
    const planned = await this.rounds.plan(taken, now);
    const before = new Map(taken.map((post) => [post.id, post]));
    const roundId = await this.work.run(() => this.claim(planned, before, now));
    if (roundId === undefined) return;
    for (const step of planned.steps) {
      const wave = waveOf(step, before.get(step.postId));
      if (step.kind === 'send' && roundId !== null) {
        await this.invitations.send(system, step.personIds.map((number) => ({ positionId: step.postId, volunteerId: planned.idOf.get(number) ?? '' })), {
          origin: 'wave', round: { id: roundId, wave: new Map([[step.postId, wave]]), chance: new Map([[step.postId, Math.round(step.chance * 1000)]]), answerBy: new Map([[step.postId, step.answerBy]]) },
        });
      }
      // Since it was claimed it may have been taken away, and what was kept of it.
      await this.work.run(() => this.steps.change({ id: step.postId, wave, kind: step.kind, because: step.kind === 'rest' ? step.because : null, dueAt: dueOf(step, before.get(step.postId), now), lookedAt: now }));
    }
  }

  /** One turn decides about a position at a time: undefined where another one has looked at one of these since they were read. Kept are rounds that ask somebody; null for one from which nothing follows for anybody. */
  private async claim({ inputs, digest, steps, weightsVersion }: PlannedRound, before: ReadonlyMap<string, WavePostRow>, now: Date): Promise<string | null | undefined> {
    await this.rows.takeTurn();
    const present = new Map((await this.steps.posts(now)).map((post) => [post.id, post]));
    if (steps.some(({ postId }) => present.get(postId)?.lookedAt !== before.get(postId)?.lookedAt)) return undefined;
    // A process that dies before all is sent leaves the rest to the next turn.
    for (const step of steps) await this.steps.save({ id: step.postId, wave: before.get(step.postId)?.wave ?? 0, kind: step.kind, because: step.kind === 'rest' ? step.because : null, dueAt: now, lookedAt: now });
    const asked = steps.reduce((sum, step) => sum + (step.kind === 'send' ? step.personIds.length : 0), 0);
    if (asked === 0) return null;
    const id = newId();
    await this.steps.insertRound({ id, at: now, digest, inputs, policyVersion: POLICY_VERSION, weightsVersion, seed: inputs.seed, output: steps, asked });
    return id;
  }
}

const waveOf = (step: WaveStep, post: WavePostRow | undefined): number => (post?.wave ?? 0) + (step.kind === 'send' ? 1 : 0);
const isDue = (post: WavePostRow, now: Date): boolean => post.dueAt === null || Date.parse(fromDbTime(post.dueAt)) <= now.getTime() || (post.because === 'filled' && missingOf(post) > 0);

function dueOf(step: WaveStep, post: WavePostRow | undefined, now: Date): Date {
  const later = new Date(now.getTime() + LATER_MS);
  if (step.kind === 'wait') return new Date(step.until);
  if (step.kind === 'send') return new Date(step.answerBy);
  if (step.because !== 'too_early' || !post) return later;
  const from = Date.parse(fromDbTime(post.startsAt)) - policy.fromDays * 24 * HOUR_MS;
  return new Date(Math.max(from, now.getTime() + HOUR_MS));
}

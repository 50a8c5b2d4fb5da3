import { Injectable } from '@nestjs/common';
import type { ActivityWaves, activityWavesInput, Position, WavePosition, WaveRest } from '@kepu/contracts';
import { afterQuiet, firstWavePolicy as policy, type WaveStep } from '@kepu/matching';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { PlaceInvitationsRepository } from './place-invitations.repository.js';
import { WaveRounds } from './wave-rounds.js';
import { missingOf, WaveSteps, type WavePostRow } from './wave-steps.repository.js';

type Next = WavePosition['next'];
const rest = (because: WaveRest): Next => ({ kind: 'rest', at: null, count: null, because });

/** Whether the system asks for the positions of an activity, and what the unit is told of it. */
@Injectable()
export class ActivityWavesService {
  constructor(private readonly steps: WaveSteps, private readonly rounds: WaveRounds, private readonly rows: PlaceInvitationsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  /** With what would happen next, on or off. Errors: `resource.not_found`. */
  async get(actor: PersonActor, activityId: string): Promise<ActivityWaves> {
    const found = await this.steps.ofActivity(actor, activityId);
    if (!found) throw notFound();
    const now = this.clock.now();
    const posts = await this.steps.postsOf(activityId, now);
    const [asked, next] = await Promise.all([this.rows.asked(posts.map(({ id }) => id)), this.next(posts, now)]);
    return {
      on: Boolean(found.switchedOn), version: found.version ?? 0, switchedAt: found.switchedAt === null ? null : fromDbTime(found.switchedAt), switchedBy: found.switchedBy,
      positions: posts.map((post): WavePosition => {
        const own = asked.filter(({ positionId }) => positionId === post.id);
        const count = (state: string): number => own.filter((one) => one.state === state).length;
        return {
          position: { id: post.id, name: post.name, role: post.role as Position['role'] }, shift: { id: post.shiftId, startsAt: fromDbTime(post.startsAt) }, minimum: post.minimum, maximum: post.maximum, confirmed: post.confirmed, missing: missingOf(post),
          asked: own.length, open: count('sent'), yes: count('accepted'), no: count('declined'), silent: count('lapsed'), next: next.get(post.id) ?? rest('filled'),
        };
      }),
    };
  }

  /** Errors: `resource.not_found`, `version.stale`. */
  async set(actor: PersonActor, activityId: string, { on, version }: z.output<typeof activityWavesInput>): Promise<ActivityWaves> {
    await this.work.run(async () => {
      const found = await this.steps.ofActivity(actor, activityId);
      if (!found) throw notFound();
      const switched = { switchedOn: on, switchedBy: actor.accountId, switchedAt: this.clock.now() };
      if ((found.version ?? 0) !== version) throw new Refusal('version.stale');
      if (version === 0) await this.steps.insertSwitch({ id: activityId, ...switched, version: 1 });
      else if (!(await this.steps.changeSwitch(activityId, version, switched))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'activity_waves.switched', subjectKind: 'activity', subjectId: activityId, before: { waves: Boolean(found.switchedOn) }, after: { waves: on } });
    }).catch((error: unknown) => {
      // Two people switched it at once for the first time.
      if (error instanceof UniqueViolation) throw new Refusal('version.stale', { cause: error });
      throw error;
    });
    return this.get(actor, activityId);
  }

  /** By the same rules as the real thing; other activities are left out, which may ask some of the same people first. */
  private async next(posts: readonly WavePostRow[], now: Date): Promise<ReadonlyMap<string, Next>> {
    const lacking = posts.filter((post) => missingOf(post) > 0);
    if (lacking.length === 0) return new Map();
    const { steps } = await this.rounds.plan(lacking, now);
    const morning = new Date(afterQuiet(now.getTime(), policy));
    // At night the question is what comes in the morning.
    const later = morning > now && steps.some((step) => step.kind === 'wait') ? (await this.rounds.plan(lacking, morning)).steps : [];
    const laterOf = new Map(later.map((step) => [step.postId, step]));
    return new Map(steps.map((step) => [step.postId, spoken(step, laterOf.get(step.postId), morning)]));
  }
}

function spoken(step: WaveStep, later: WaveStep | undefined, morning: Date): Next {
  if (step.kind === 'wait' && later?.kind === 'send' && Date.parse(step.until) === morning.getTime()) return { kind: 'send', at: morning.toISOString(), count: later.personIds.length, because: null };
  if (step.kind === 'wait') return { kind: 'wait', at: step.until, count: null, because: null };
  return step.kind === 'send' ? { kind: 'send', at: null, count: step.personIds.length, because: null } : rest(step.because);
}

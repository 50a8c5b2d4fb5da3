import { Injectable } from '@nestjs/common';
import type { CloseOutState } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { adjustmentLifecycle, closeOutLifecycle, type CloseOutAction } from '@kepu/domain';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import type { AssignmentEntity } from '../assignment.entity.js';
import { AdjustmentsRepository } from '../deadlines/adjustments.repository.js';
import { LightsRepository } from '../lights/lights.repository.js';
import { PromptsRepository } from '../prompts/prompts.repository.js';
import { transition } from '../transition.js';
import type { CloseOutEntity } from './close-out.entity.js';
import { CloseOutsRepository } from './close-outs.repository.js';

/** Kept with the row, in the language of the office. */
const reasonOf = (key: 'revised' | 'withdrawn' | 'merged'): string => label('zh-CN', `terms.followUpReasons.${key}`);

/** What becomes of all that hangs on an assignment when it changes: by a new edition, or as units are merged. Inside a unit. */
@Injectable()
export class FollowUpChanges {
  constructor(private readonly adjustments: AdjustmentsRepository, private readonly closeOuts: CloseOutsRepository, private readonly lights: LightsRepository, private readonly prompts: PromptsRepository, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  /** Other words: what was closed out is open again, and what waits is given back. Who is no longer asked for a part has nothing waiting, and what was closed out stays so. */
  async revised(actor: PersonActor, { reworded, withdrawn }: { readonly reworded: readonly string[]; readonly withdrawn: readonly string[] }): Promise<void> {
    const decided = (key: 'revised' | 'withdrawn') => ({ decidedAt: this.clock.now(), decidedBy: actor.accountId, decisionNote: reasonOf(key) });
    await this.move(actor, reworded, ['accepted'], 'revise', 'revised', { reopenedAt: this.clock.now(), reopenedBy: actor.accountId, reopenedReason: reasonOf('revised') }, 'reopened');
    await this.move(actor, reworded, ['checking', 'asked'], 'outdate', 'outdated', decided('revised'), 'returned');
    await this.move(actor, withdrawn, ['checking', 'asked'], 'lapse', 'lapsed', decided('withdrawn'));
    await this.drop(withdrawn, actor, 'withdrawn');
  }

  /**
   * One assignment takes the place of another: all that hangs on it goes on with the other. The later day holds. What is closed out for one of the two alone is open; of two requests that wait, that of the unit that goes on does.
   * Answers the day in force.
   */
  async merged(actor: Actor, gone: AssignmentEntity, kept: AssignmentEntity): Promise<string | null> {
    const by = actor.kind === 'person' ? actor.accountId : null;
    const open = { reopenedAt: this.clock.now(), reopenedBy: null, reopenedReason: reasonOf('merged') };
    const inWork = gone.state !== 'withdrawn';
    await this.move(actor, [gone.id], ['accepted'], 'reopen', 'reopened', open, undefined, kept.doneAt === null);
    if (inWork && gone.doneAt === null && kept.doneAt !== null) {
      await this.move(actor, [kept.id], ['accepted'], 'reopen', 'reopened', open, 'reopened');
      await this.closeOuts.setDone([kept.id], null);
    }
    if ((await this.closeOuts.ofAssignments([kept.id], ['checking', 'asked'])).length > 0) await this.move(actor, [gone.id], ['checking', 'asked'], 'outdate', 'outdated', { decidedAt: this.clock.now(), decidedBy: by, decisionNote: reasonOf('merged') }, 'returned');
    if ((await this.adjustments.undecided([kept.id])).length > 0) await this.drop([gone.id], actor, 'merged');
    for (const [object, rows] of [['adjustment', await this.adjustments.moveTo(gone.id, kept.id)], ['close_out', await this.closeOuts.moveTo(gone.id, kept.id)]] as const) {
      for (const id of rows) await this.audit.record({ actor: auditActor(actor), action: `${object}.moved`, subjectKind: object, subjectId: id, before: { assignmentId: gone.id, unitId: gone.unitId }, after: { assignmentId: kept.id, unitId: kept.unitId } });
    }
    await this.lights.moveTo(gone.id, kept.id);
    await this.prompts.moveTo(gone.id, kept.id);
    return [inWork ? gone.extendedTo : null, kept.extendedTo].filter((day) => day !== null).sort().at(-1) ?? null;
  }

  /** Requests for another day or other content that nobody decides about any more. */
  private async drop(assignmentIds: readonly string[], actor: Actor, key: 'withdrawn' | 'merged'): Promise<void> {
    const decided = { decidedAt: this.clock.now(), decidedBy: actor.kind === 'person' ? actor.accountId : null, decisionNote: reasonOf(key) };
    for (const row of await this.adjustments.undecided(assignmentIds)) {
      const state = transition(adjustmentLifecycle, row.state, 'lapse', 'adjustmentStates') ?? row.state;
      if (!(await this.adjustments.update(row, row.version, { state, ...decided }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'adjustment.lapsed', subjectKind: 'adjustment', subjectId: row.id, before: { state: row.state }, after: { state, reason: reasonOf(key) } });
    }
  }

  private async move(actor: Actor, assignmentIds: readonly string[], from: readonly CloseOutState[], action: CloseOutAction, past: string, changes: Partial<CloseOutEntity>, tell?: 'reopened' | 'returned', partners = true): Promise<void> {
    for (const row of await this.closeOuts.ofAssignments(assignmentIds, from)) {
      const state = transition(closeOutLifecycle, row.state, action, 'closeOutStates') ?? row.state;
      if (!(await this.closeOuts.update(row, row.version, { ...changes, state }))) throw new Refusal('version.stale');
      // What was closed out with it opens with it.
      if (partners && row.partnerIds !== null) await this.closeOuts.setDone(row.partnerIds, null);
      await this.audit.record({ actor: auditActor(actor), action: `close_out.${past}`, subjectKind: 'close_out', subjectId: row.id, before: { state: row.state }, after: { state, reason: changes.reopenedReason ?? changes.decisionNote ?? null } });
      if (tell) await this.jobs.enqueue('notice.follow_up', { object: 'close_out', id: row.id, event: tell, version: row.version + 1, by: actor.kind === 'person' ? actor.accountId : '' });
    }
  }
}

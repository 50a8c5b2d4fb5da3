import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AttendanceRepository } from './attendance.repository.js';
import type { SignupCancellation } from './signup-cancellation.js';
import type { SignupMoves } from './signup-moves.js';
import { SignupPlaces } from './signup-places.js';
import { signupStep } from './signup-steps.js';
import { SignupTurns } from './signup-turns.repository.js';
import { SignupsRepository, type PlacedSignup } from './signups.repository.js';

/** Takes people out of shifts that do not take place, or not when they could come. That a shift was cancelled or moved is told by whoever does it; here is told what only some meet with. */
@Injectable()
export class SignupCancellations implements SignupCancellation, SignupMoves {
  constructor(
    private readonly rows: SignupsRepository, private readonly attendances: AttendanceRepository, private readonly places: SignupPlaces, private readonly turns: SignupTurns, private readonly jobs: Jobs, private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Errors: `shift.settled`. */
  async cancelShifts(actor: Actor, shiftIds: readonly string[], reason: string): Promise<void> {
    if (shiftIds.length === 0) return;
    for (const shiftId of [...shiftIds].sort()) await this.turns.atShift(shiftId);
    for (const positionId of (await this.rows.positionsOf(shiftIds)).sort()) await this.turns.atPosition(positionId);
    // Whoever is being given a place at this moment is done before this, and found below.
    await this.rows.freeAllPlaces(shiftIds);
    await this.clearPresence(shiftIds);
    await this.cancel(actor, await this.rows.activeIn(shiftIds), reason);
  }

  /** Errors: `shift.settled`. */
  async shiftMoved(actor: Actor, shiftId: string, reason: string): Promise<void> {
    await this.turns.atShift(shiftId);
    await this.clearPresence([shiftId]);
    for (const row of (await this.rows.activeIn([shiftId])).filter(({ state }) => state === 'confirmed')) {
      await this.turns.ofPerson(row.volunteerId);
      const other = await this.rows.clash(row.volunteerId, row);
      if (!other) continue;
      await this.turns.atPosition(row.positionId);
      await this.cancel(actor, [row], reason);
      await this.places.passOn(row);
      await this.jobs.enqueue('notice.signup', { event: 'clashed', signupIds: [row.id], otherActivityId: other.activityId });
    }
  }

  /** Marks of a day that is none are no absences. Errors: `shift.settled`. */
  private async clearPresence(shiftIds: readonly string[]): Promise<void> {
    await this.attendances.clearUnsettled(shiftIds);
    if ((await this.attendances.settledIn(shiftIds)) > 0) throw new Refusal('shift.settled');
  }

  private async cancel(actor: Actor, rows: readonly PlacedSignup[], reason: string): Promise<void> {
    for (const row of rows) signupStep(row.state, 'cancel');
    await this.rows.cancel(rows.map((row) => row.id), { reason, at: this.clock.now(), by: actor.kind === 'person' ? actor.accountId : null });
    for (const row of rows) {
      await this.audit.record({ actor: auditActor(actor), action: 'signup.cancelled', subjectKind: 'signup', subjectId: row.id, before: { state: row.state }, after: { state: 'cancelled', activityId: row.activityId, reason } });
    }
  }
}

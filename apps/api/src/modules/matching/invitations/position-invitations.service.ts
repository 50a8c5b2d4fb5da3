import { Injectable } from '@nestjs/common';
import type { Invited, Page, PositionInvitation } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { next, placeInvitationLifecycle } from '@kepu/domain';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { CandidatesRepository } from '../candidates.repository.js';
import { hiddenName } from '../words.js';
import { InvitationsService } from './invitations.service.js';
import { PlaceInvitationsRepository, type InvitationRow } from './place-invitations.repository.js';
import { WaveSteps } from './wave-steps.repository.js';

/** What a unit does with the invitations to one of its positions. */
@Injectable()
export class PositionInvitations {
  constructor(
    private readonly rows: PlaceInvitationsRepository, private readonly candidates: CandidatesRepository, private readonly invitations: InvitationsService, private readonly steps: WaveSteps, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Newest first; by name is shown whom the actor sees by name anyway, or who has signed up. Errors: `resource.not_found`. */
  async list(actor: PersonActor, positionId: string, query: { readonly page: number; readonly perPage: number }): Promise<Page<PositionInvitation>> {
    if (!(await this.candidates.positionFor(actor, positionId))) throw notFound();
    const { rows, total } = await this.rows.ofPosition(positionId, query);
    return { data: await this.shown(actor, rows), total };
  }

  /** Whom the actor could find among the candidates, and nobody else. Errors: `resource.not_found`. */
  async invite(actor: PersonActor, positionId: string, volunteerIds: readonly string[], locale: Locale): Promise<Invited> {
    const place = await this.candidates.positionFor(actor, positionId);
    if (!place) throw notFound();
    const wanted = [...new Set(volunteerIds)];
    const pool = new Set(await this.candidates.pool(actor, place, this.clock.today(), wanted));
    const { sent, skipped } = await this.invitations.send(actor, wanted.filter((id) => pool.has(id)).map((volunteerId) => ({ positionId, volunteerId })), { origin: 'unit', locale });
    return {
      sent: sent.map(({ volunteerId, answerBy }) => ({ volunteerId, answerBy })),
      skipped: [...wanted.filter((id) => !pool.has(id)).map((volunteerId) => ({ volunteerId, because: 'unknown' as const, block: null })), ...skipped.map(({ volunteerId, because, block }) => ({ volunteerId, because, block }))],
    };
  }

  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`. */
  async callBack(actor: PersonActor, id: string, version: number): Promise<PositionInvitation> {
    await this.work.run(async () => {
      const row = await this.rows.within(actor, id);
      if (!row) throw notFound();
      if (row.version !== version) throw new Refusal('version.stale');
      const step = next(placeInvitationLifecycle, row.state, 'call_back');
      if (!step.ok || step.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.placeInvitationStates.${row.state}` } });
      if (!(await this.rows.change(row, { state: step.state, openKey: null, closedBecause: 'called_back' }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'place_invitation.called_back', subjectKind: 'place_invitation', subjectId: id, before: { state: row.state }, after: { state: step.state, activityId: row.activityId } });
      if (row.positionId !== null) await this.steps.look(row.positionId, this.clock.now());
    });
    const row = await this.rows.within(actor, id);
    const [shown] = row ? await this.shown(actor, [row]) : [];
    if (!shown) throw notFound();
    return shown;
  }

  private async shown(actor: PersonActor, rows: readonly InvitationRow[]): Promise<PositionInvitation[]> {
    const named = await this.candidates.named(actor, rows.map(({ volunteerId }) => volunteerId));
    return rows.map((row) => ({
      id: row.id, volunteer: { id: row.volunteerId, name: named.has(row.volunteerId) || row.signupId !== null ? row.accountName : hiddenName(row.accountName), number: row.number }, state: row.state, origin: row.origin, wave: row.wave, sentAt: fromDbTime(row.sentAt), answerBy: fromDbTime(row.answerBy),
      answeredAt: row.answeredAt === null ? null : fromDbTime(row.answeredAt), reason: row.reason, version: row.version,
    }));
  }
}

import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import type { PlaceOffers } from '../../activities/index.js';
import { MatchingWeightsService } from '../matching-weights.service.js';
import { openKeyOf, PlaceInvitationsRepository } from './place-invitations.repository.js';

/** Asks whoever waits for a place that has come free by the same message, link and page as an invitation; caps and silences are not for those who asked first. */
@Injectable()
export class WaitingOffers implements PlaceOffers {
  constructor(private readonly rows: PlaceInvitationsRepository, private readonly weights: MatchingWeightsService, private readonly jobs: Jobs) {}

  async ask({ volunteerId, positionId, shiftId, activityId }: Parameters<PlaceOffers['ask']>[0], { offerAt, until }: Parameters<PlaceOffers['ask']>[1]): Promise<void> {
    // Asked before they joined the list: that question is answered by this one.
    const open = await this.rows.openOf(positionId, volunteerId);
    if (open) await this.rows.change(open, { state: 'closed', openKey: null, closedBecause: 'filled' });
    const id = newId();
    await this.rows.insert([{
      id, positionId, shiftId, activityId, volunteerId, state: 'sent', openKey: openKeyOf(positionId, volunteerId), closedBecause: null, origin: 'waiting', wave: null, roundId: null, score: null, chance: null, weightsVersion: (await this.weights.current()).version, reasons: [],
      sentAt: new Date(offerAt), sentBy: null, answerBy: new Date(until), answeredAt: null, reason: null, version: 1,
    }]);
    await this.jobs.enqueue('notice.place_invitation', { invitationId: id }, { runAfter: new Date(offerAt) });
  }
}

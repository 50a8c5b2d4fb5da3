import { Injectable } from '@nestjs/common';
import type { InvitationOver, InvitationPage, MyInvitation, Reason } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { MatchingContexts } from '../matching-contexts.js';
import { Recommendations } from '../recommendations.service.js';
import { reasonInWords } from '../words.js';
import { givenNameOf } from './given-name.js';
import { InvitationTokens, linkOf } from './invitation-tokens.js';
import { InviteesRepository } from './invitees.repository.js';
import type { InvitationRow } from './place-invitations.repository.js';

const DAY_MS = 86_400_000;
/** What else somebody could do who came too late. */
const ALTERNATIVES = 2;

/** Whether a place is kept for somebody of the waiting list until they have answered. */
export const isHeld = (row: InvitationRow): boolean => row.signupState === 'waiting' && row.signupHeldUntil !== null;

/** Why nobody can say yes any more; who has the place can still give it up. */
export const overOf = (row: InvitationRow, now: Date): InvitationOver | null => {
  if (row.activityState === 'cancelled' || row.shiftCancelledAt !== null) return 'cancelled';
  if (row.positionId === null) return 'withdrawn';
  if (Date.parse(fromDbTime(row.startsAt)) <= now.getTime() || row.activityState !== 'open') return 'started';
  if (row.signupState === 'confirmed' || isHeld(row)) return null;
  if (row.state === 'closed') return row.closedBecause ?? 'called_back';
  return (row.confirmed ?? 0) >= (row.maximum ?? 0) ? 'filled' : null;
};

const positionOf = ({ positionId: id, positionName: name, role }: InvitationRow): InvitationPage['position'] => (id === null || name === null || role === null ? null : { id, name, role });

/** What an invitation looks like to whom it was sent. */
@Injectable()
export class InvitationPages {
  constructor(private readonly recommendations: Recommendations, private readonly contexts: MatchingContexts, private readonly invitees: InviteesRepository, private readonly tokens: InvitationTokens, private readonly clock: Clock) {}

  async page(row: InvitationRow, locale: Locale): Promise<InvitationPage> {
    const now = this.clock.now();
    const [over, has] = [overOf(row, now), row.signupState === 'confirmed'];
    const [alternatives, { nameOf }, off] = await Promise.all([over === null || has ? [] : this.alternatives(row.volunteerId), this.contexts.open(), this.invitees.isOff(row.volunteerId)]);
    return {
      state: row.state, givenName: givenNameOf(row.accountName), origin: row.origin, activity: { id: row.activityId, name: row.title }, position: positionOf(row), unitName: row.unitName, countyName: row.countyName, place: row.place,
      startsAt: fromDbTime(row.startsAt), endsAt: fromDbTime(row.endsAt), answerBy: fromDbTime(row.answerBy), canYes: over === null && !has, canNo: over === null && (has || row.state === 'sent' || row.state === 'lapsed'),
      reasonWanted: has && Date.parse(fromDbTime(row.startsAt)) - now.getTime() < DAY_MS, over, off, reasons: this.reasons(row, now).map((reason) => reasonInWords(reason, nameOf, locale)), alternatives,
    };
  }

  mine(row: InvitationRow): MyInvitation {
    const startsAt = fromDbTime(row.startsAt);
    return {
      id: row.id, link: linkOf(this.tokens.make(row.id, startsAt)), state: row.state, activity: { id: row.activityId, name: row.title }, position: positionOf(row), place: row.place, startsAt, endsAt: fromDbTime(row.endsAt), sentAt: fromDbTime(row.sentAt),
      answerBy: fromDbTime(row.answerBy), over: overOf(row, this.clock.now()),
    };
  }

  /** As they were when it was sent; that people were short then is no reason any more the day after. */
  private reasons(row: InvitationRow, now: Date): Reason[] {
    const fresh = now.getTime() - Date.parse(fromDbTime(row.sentAt)) < DAY_MS;
    return (JSON.parse(row.reasons) as Reason[]).filter(({ code }) => fresh || code !== 'short_of_people');
  }

  private async alternatives(volunteerId: string): Promise<InvitationPage['alternatives']> {
    const found = await this.recommendations.best(volunteerId, ALTERNATIVES).catch((error: unknown) => {
      // Whoever has left meanwhile is told the same kind words, and offered nothing.
      if (error instanceof Refusal) return null;
      throw error;
    });
    return (found?.first ?? []).map(({ position }) => ({ activity: { id: position.activityId, name: position.activityTitle }, startsAt: position.startsAt, endsAt: position.endsAt }));
  }
}

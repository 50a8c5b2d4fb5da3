import { Injectable } from '@nestjs/common';
import type { InvitationOver, InvitationPage, MyInvitations } from '@kepu/contracts';
import type { invitationAnswer } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { next, placeInvitationLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { RateLimits } from '../../../platform/auth/rate-limits.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { SignupRequests, SignupsRepository } from '../../activities/index.js';
import { InvitationPages, isHeld, overOf } from './invitation-pages.js';
import { InvitationTokens } from './invitation-tokens.js';
import { InviteesRepository } from './invitees.repository.js';
import { PlaceInvitationsRepository, type InvitationRow } from './place-invitations.repository.js';
import { WaveSteps } from './wave-steps.repository.js';

/** Of one link: more than anybody taps, and too few to make the server work. */
const looks = { tries: 60, minutes: 10 };
const taps = { tries: 20, minutes: 10 };
const SHOWN = 20;

/** What people do with their invitations: by a signed link, without signing in, or on their own page. */
@Injectable()
export class InvitationAnswers {
  constructor(
    private readonly rows: PlaceInvitationsRepository, private readonly pages: InvitationPages, private readonly tokens: InvitationTokens, private readonly invitees: InviteesRepository, private readonly steps: WaveSteps, private readonly requests: SignupRequests, private readonly signups: SignupsRepository,
    private readonly limits: RateLimits, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Changes nothing, whoever looks: mail is opened by machines before people open it. Errors: `rate.limited`, `place_invitation.unknown`. */
  async page(token: string, locale: Locale): Promise<InvitationPage> { return this.pages.page(await this.open(token, 'look'), locale); }

  /** Errors: `rate.limited`, `place_invitation.unknown`, and what stands against a place or against giving it up. Who comes too late gets the page that says so. */
  async answer(actor: Actor, token: string, { answer, reason }: z.output<typeof invitationAnswer>, locale: Locale): Promise<InvitationPage> {
    const row = await this.open(token, 'tap');
    if (answer === 'yes') await this.yes(actor, row.id, locale);
    else await this.work.run(() => this.no(actor, row.id, reason));
    return this.pages.page(await this.read(row.id), locale);
  }

  /** Errors: `rate.limited`, `place_invitation.unknown`. */
  async stop(actor: Actor, token: string, locale: Locale): Promise<InvitationPage> {
    const row = await this.open(token, 'tap');
    await this.setOff(actor, row.volunteerId, true);
    return this.pages.page(await this.read(row.id), locale);
  }

  async mine(actor: PersonActor): Promise<MyInvitations> {
    const [rows, off] = await Promise.all([this.rows.ofPerson(actor.accountId, this.clock.now(), SHOWN), this.invitees.isOff(actor.accountId)]);
    return { data: rows.map((row) => this.pages.mine(row)), total: rows.length, off };
  }

  /** Errors: `volunteer.required`. */
  async setMine(actor: PersonActor, off: boolean): Promise<MyInvitations> {
    if (!(await this.signups.isVolunteer(actor.accountId))) throw new Refusal('volunteer.required');
    await this.setOff(actor, actor.accountId, off);
    return this.mine(actor);
  }

  private async yes(actor: Actor, id: string, locale: Locale): Promise<void> {
    await this.work.run(async () => {
      const row = await this.read(id);
      if (row.positionId === null || overOf(row, this.clock.now()) !== null) return this.end(row);
      await this.requests.seat(actor, row.positionId, row.volunteerId, locale);
      if (row.state !== 'accepted') await this.take(actor, row, 'accept');
    }).catch(async (error: unknown) => {
      // Somebody else was a moment faster.
      if (!(error instanceof Refusal) || (error.code !== 'position.full' && error.code !== 'signup.closed')) throw error;
      await this.work.run(async () => this.end(await this.read(id), error.code === 'position.full' ? 'filled' : undefined));
    });
  }

  private async no(actor: Actor, id: string, reason: InvitationRow['reason']): Promise<void> {
    const row = await this.read(id);
    if (row.signupId !== null && (row.signupState === 'confirmed' || isHeld(row))) await this.requests.giveUp(actor, row.volunteerId, row.signupId, { reason: reason && label('zh-CN', `terms.noThanksReasons.${reason}`) });
    // A second tap says no more than why; what is over is no refusal.
    if (row.state === 'declined' && reason !== null && row.reason === null) await this.rows.change(row, { reason });
    if (row.state === 'declined' || row.state === 'closed') return;
    await this.take(actor, row, 'decline', { reason });
    if (row.positionId !== null) await this.steps.look(row.positionId, this.clock.now());
  }

  private async take(actor: Actor, row: InvitationRow, action: 'accept' | 'decline', changes: { readonly reason?: InvitationRow['reason'] } = {}): Promise<void> {
    const step = next(placeInvitationLifecycle, row.state, action);
    if (!step.ok || step.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.placeInvitationStates.${row.state}` } });
    if (!(await this.rows.change(row, { state: step.state, openKey: null, answeredAt: this.clock.now(), reason: changes.reason ?? null }))) throw new Refusal('version.stale');
    await this.audit.record({
      actor: auditActor(actor), action: action === 'accept' ? 'place_invitation.accepted' : 'place_invitation.declined', subjectKind: 'place_invitation', subjectId: row.id, before: { state: row.state }, after: { state: step.state, activityId: row.activityId, ...(changes.reason ? { reason: changes.reason } : {}) },
      classified: { personId: row.volunteerId, fields: ['reason'] },
    });
  }

  /** Nothing is left to say yes to. */
  private async end(row: InvitationRow, because: InvitationOver | null = overOf(row, this.clock.now())): Promise<void> {
    if (row.state === 'sent' || row.state === 'lapsed') await this.rows.change(row, { state: 'closed', openKey: null, closedBecause: because });
  }

  private async setOff(actor: Actor, accountId: string, off: boolean): Promise<void> {
    await this.work.run(async () => {
      const before = await this.invitees.isOff(accountId);
      if (before === off) return;
      await this.invitees.setOff(accountId, off, this.clock.now());
      await this.audit.record({ actor: auditActor(actor), action: 'place_invitation.preference_set', subjectKind: 'volunteer', subjectId: accountId, before: { off: before }, after: { off } });
    });
  }

  private async open(token: string, how: 'look' | 'tap'): Promise<InvitationRow> {
    const id = this.tokens.open(token, this.clock.now());
    if (id === null) throw new Refusal('place_invitation.unknown');
    await this.limits.spend(`place invitation ${how}`, id, how === 'look' ? looks : taps);
    return this.read(id);
  }
  private async read(id: string): Promise<InvitationRow> {
    const row = await this.rows.byId(id);
    if (!row) throw new Refusal('place_invitation.unknown');
    return row;
  }
}

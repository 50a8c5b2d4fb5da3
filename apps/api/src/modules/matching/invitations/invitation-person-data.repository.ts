import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, readRows } from '../../../platform/database/index.js';
import { Retention } from '../../../platform/retention/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonRow, type PersonSection } from '../../identity/index.js';
import { InviteesRepository } from './invitees.repository.js';
import { PlaceInvitationsRepository } from './place-invitations.repository.js';

/** What somebody was asked and answered, and whether they still want to be asked. All of it goes with the account: what they did stands in the sign-ups and records. */
@Injectable()
export class InvitationPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['place_invitations.volunteer_id', 'invitation_preferences.id'];
  readonly moves = ['place_invitations.volunteer_id', 'invitation_preferences.id'];
  readonly stays = [];

  constructor(
    private readonly data: PersonData, private readonly merges: PersonMerges, private readonly retention: Retention, private readonly database: Database, private readonly rows: PlaceInvitationsRepository, private readonly invitees: InviteesRepository, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('place_invitations.sent_by', 'activity_waves.switched_by');
    this.retention.register('place_invitations', (before) => this.retention.inPortions((limit) => this.rows.forget(before, limit)));
  }

  async read(personId: string): Promise<PersonSection[]> {
    const [rows, off] = await Promise.all([readRows<PersonRow>(this.database.reader, `SELECT a.title AS activity, p.name AS position, i.state AS state, i.sent_at AS offeredAt, i.answer_by AS expiresAt, i.answered_at AS answeredAt, i.reason AS reason
      FROM place_invitations i LEFT JOIN positions p ON p.id = i.position_id JOIN activities a ON a.id = i.activity_id WHERE i.volunteer_id = :personId ORDER BY i.sent_at, i.id`, { personId }), this.invitees.isOff(personId)]);
    return [
      { key: 'placeInvitations', words: { state: 'terms.placeInvitationStates', reason: 'terms.noThanksReasons' }, rows },
      { key: 'invitationPreference', rows: off ? [{ invitationsOff: true }] : [] },
    ];
  }

  async erase({ accountId }: PersonActor): Promise<void> {
    await this.rows.erase(accountId);
    await this.invitees.erase(accountId);
  }

  /** Who has switched invitations off under one of two registrations is not asked under the other. */
  async merge({ from, into }: PersonMerge): Promise<void> {
    await this.rows.closeTwins(from, into);
    await this.rows.move(from, into);
    if (await this.invitees.isOff(from)) await this.invitees.setOff(into, true, this.clock.now());
    await this.invitees.erase(from);
  }
}

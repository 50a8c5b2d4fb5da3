import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { PersonData, type PersonHolder, type PersonSection, type PlaceGivenUp } from '../identity/index.js';
import { SignupPersonRows } from './signup-person-data.repository.js';
import { SignupRequests } from './signup-requests.service.js';

/** What somebody signed up for, and when they were there. */
@Injectable()
export class SignupPersonData implements PersonHolder, OnModuleInit {
  readonly columns = ['signups.volunteer_id', 'attendances.volunteer_id', 'shifts.leader_id'];

  constructor(private readonly data: PersonData, private readonly rows: SignupPersonRows, private readonly requests: SignupRequests, private readonly clock: Clock) {}

  onModuleInit(): void {
    this.data.register(this);
    this.data.registerActs(
      'signups.placed_by', 'signups.decided_by', 'attendances.marked_by', 'activities.created_by', 'activities.approved_by', 'activities.returned_by', 'activities.reported_by', 'activities.accepted_by',
    );
  }

  async read(personId: string): Promise<PersonSection[]> {
    return [
      { key: 'signups', rows: await this.rows.signups(personId), words: { state: 'terms.signupStates' } },
      { key: 'attendance', rows: await this.rows.attendance(personId), words: { state: 'terms.attendanceStates', inBy: 'terms.attendanceMethods', outBy: 'terms.attendanceMethods' } },
      { key: 'leads', rows: await this.rows.leads(personId) },
    ];
  }

  async givesUp(personId: string): Promise<PlaceGivenUp[]> { return (await this.rows.coming(personId, this.clock.now())).map(({ title, startsAt }) => ({ title, startsAt })); }

  async erase(actor: PersonActor): Promise<void> {
    const now = this.clock.now();
    for (const { id } of await this.rows.coming(actor.accountId, now)) await this.requests.leave(actor, id);
    await this.rows.leaveLead(actor.accountId, now);
    await this.rows.forgetWords(actor.accountId);
  }
}

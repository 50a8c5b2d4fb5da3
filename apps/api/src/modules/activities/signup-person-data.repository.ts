import { Injectable } from '@nestjs/common';
import { changeRows, Database, readRows, toDbTime } from '../../platform/database/index.js';
import type { PersonRow } from '../identity/index.js';
import { activeStates } from './signups.repository.js';

/** A sign-up for a shift that has not begun. */
export interface ComingSignup { readonly id: string; readonly title: string; readonly startsAt: string }

/** Sign-ups and attendance of one person, for the person. */
@Injectable()
export class SignupPersonRows {
  constructor(private readonly database: Database) {}

  signups(personId: string): Promise<PersonRow[]> {
    return readRows<PersonRow>(this.database.reader, `
      SELECT a.title AS activity, p.name AS position, sh.starts_at AS startsAt, sh.ends_at AS endsAt, s.state AS state, s.on_duty AS onDuty, s.companions AS companions, s.note AS note, s.reason AS reason, s.signed_up_at AS signedUpAt
      FROM signups s JOIN positions p ON p.id = s.position_id JOIN shifts sh ON sh.id = s.shift_id JOIN activities a ON a.id = s.activity_id WHERE s.volunteer_id = :personId ORDER BY sh.starts_at, s.id`, { personId });
  }
  attendance(personId: string): Promise<PersonRow[]> {
    return readRows<PersonRow>(this.database.reader, `
      SELECT a.title AS activity, sh.starts_at AS startsAt, t.state AS state, t.in_at AS inAt, t.in_by AS inBy, t.out_at AS outAt, t.out_by AS outBy, t.minutes AS minutes
      FROM attendances t JOIN shifts sh ON sh.id = t.shift_id JOIN activities a ON a.id = sh.activity_id WHERE t.volunteer_id = :personId ORDER BY sh.starts_at, t.id`, { personId });
  }
  leads(personId: string): Promise<PersonRow[]> {
    return readRows<PersonRow>(this.database.reader, 'SELECT a.title AS activity, sh.starts_at AS startsAt FROM shifts sh JOIN activities a ON a.id = sh.activity_id WHERE sh.leader_id = :personId ORDER BY sh.starts_at, sh.id', { personId });
  }

  coming(personId: string, now: Date): Promise<ComingSignup[]> {
    return readRows<ComingSignup>(this.database.reader, `
      SELECT s.id AS id, a.title AS title, sh.starts_at AS startsAt FROM signups s JOIN shifts sh ON sh.id = s.shift_id JOIN activities a ON a.id = s.activity_id
      WHERE s.volunteer_id = :personId AND s.state IN ${activeStates} AND sh.cancelled_at IS NULL AND sh.starts_at > :now AND NOT EXISTS (SELECT 1 FROM attendances t WHERE t.signup_id = s.id)
      ORDER BY sh.starts_at, s.id`, { personId, now: toDbTime(now) });
  }

  /** Words that people wrote about the sign-ups, what they read, and messages to the staff that name the person. */
  async forgetWords(personId: string): Promise<void> {
    const { writer } = this.database;
    await changeRows(writer, 'UPDATE signups SET note = NULL, reason = NULL, companions_hash = NULL WHERE volunteer_id = :personId', { personId });
    for (const { id } of await readRows<{ id: string }>(writer, 'SELECT s.id AS id FROM signups s WHERE s.volunteer_id = :personId', { personId })) {
      await changeRows(writer, "DELETE FROM notices WHERE kind = 'signup_withdrawn' AND event_key LIKE :event", { event: `%${id}` });
    }
  }
  async leaveLead(personId: string, now: Date): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE shifts SET leader_id = NULL WHERE leader_id = :personId AND ends_at > :now', { personId, now: toDbTime(now) });
  }
}

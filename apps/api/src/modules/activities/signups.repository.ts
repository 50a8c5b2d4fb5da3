import { Injectable } from '@nestjs/common';
import type { Activity, MySignup, Permission } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { changeRows, Database, insertRows, readRows, toDbTime, type SqlParams } from '../../platform/database/index.js';
import { SignupEntity } from './signup.entity.js';

type SignupState = MySignup['state'];

/** A position with the shift and the activity around it. */
export interface Place {
  readonly positionId: string; readonly maximum: number; readonly confirmed: number; readonly shiftId: string; readonly startsAt: string; readonly endsAt: string; readonly shiftCancelledAt: string | null;
  readonly activityId: string; readonly title: string; readonly activityState: Activity['state']; readonly flow: Activity['flow'];
}
/** A sign-up with its place. */
export interface PlacedSignup extends Place { readonly id: string; readonly volunteerId: string; readonly state: SignupState; readonly version: number; readonly signedUpAt: string; readonly companions: number; readonly queuedAt: string | null; readonly heldUntil: string | null }

const columns = `p.id AS positionId, p.maximum AS maximum, p.confirmed AS confirmed, sh.id AS shiftId, sh.starts_at AS startsAt, sh.ends_at AS endsAt, sh.cancelled_at AS shiftCancelledAt,
  a.id AS activityId, a.title AS title, a.state AS activityState, a.flow AS flow`;
const around = 'JOIN shifts sh ON sh.id = p.shift_id JOIN activities a ON a.id = sh.activity_id JOIN units u ON u.id = a.unit_id';
const signupColumns = `s.id AS id, s.volunteer_id AS volunteerId, s.state AS state, s.version AS version, s.signed_up_at AS signedUpAt, s.companions AS companions, s.queued_at AS queuedAt, s.held_until AS heldUntil, ${columns}`;
const fromSignups = `FROM signups s JOIN positions p ON p.id = s.position_id ${around}`;

/** What everybody may know of: an activity that was published, whatever became of it. */
export const published = (activity: string): string => `(${activity}.state IN ('open', 'reported', 'closed') OR (${activity}.state = 'cancelled' AND ${activity}.approved_at IS NOT NULL))`;
/** States in which somebody has or wants a place. */
export const activeStates = "('requested', 'waiting', 'confirmed')";

/** Rows of `signups`, and the places that they are about. */
@Injectable()
export class SignupsRepository {
  constructor(private readonly database: Database) {}

  /** Whether the person is a volunteer who can still sign in. */
  async isVolunteer(accountId: string): Promise<boolean> {
    return (await this.rows(`SELECT v.id AS id FROM volunteers v JOIN accounts c ON c.id = v.id AND c.state = 'active' WHERE v.id = :accountId`, { accountId })).length > 0;
  }

  /** A position that everybody may see. */
  async publishedPlace(positionId: string): Promise<Place | null> {
    return (await this.rows<Place>(`SELECT ${columns} FROM positions p ${around} WHERE p.id = :positionId AND ${published('a')}`, { positionId }))[0] ?? null;
  }
  async isPublished(activityId: string): Promise<boolean> { return (await this.rows(`SELECT a.id AS id FROM activities a WHERE a.id = :activityId AND ${published('a')}`, { activityId })).length > 0; }
  /** Whose sign-up it is. */
  async ownerOf(id: string): Promise<string | null> { return (await this.rows<{ volunteerId: string }>('SELECT s.volunteer_id AS volunteerId FROM signups s WHERE s.id = :id', { id }))[0]?.volunteerId ?? null; }
  /** A position of an activity within reach of the permission. */
  async placeWithin(actor: Actor, permission: Permission, positionId: string): Promise<Place | null> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    return (await this.rows<Place>(`SELECT ${columns} FROM positions p ${around} WHERE p.id = :positionId AND (${scope.sql})`, { ...scope.params, positionId }))[0] ?? null;
  }
  /** As it is now: after a write to the position, nothing can close it before the unit ends. */
  async place(positionId: string): Promise<Place | null> {
    return (await this.rows<Place>(`SELECT ${columns} FROM positions p ${around} WHERE p.id = :positionId`, { positionId }))[0] ?? null;
  }

  async positionsOf(shiftIds: readonly string[]): Promise<string[]> {
    return (await this.rows<{ id: string }>('SELECT p.id AS id FROM positions p WHERE p.shift_id IN (:...shiftIds)', { shiftIds })).map((row) => row.id);
  }

  async findOwn(actor: Actor, id: string): Promise<PlacedSignup | null> { return actor.kind === 'person' ? this.ofPerson(actor.accountId, id) : null; }
  /** A sign-up of a person, for a caller who acts for them. */
  async ofPerson(volunteerId: string, id: string): Promise<PlacedSignup | null> {
    return (await this.rows<PlacedSignup>(`SELECT ${signupColumns} ${fromSignups} WHERE s.id = :id AND s.volunteer_id = :volunteerId`, { id, volunteerId }))[0] ?? null;
  }
  async findWithin(actor: Actor, permission: Permission, id: string): Promise<PlacedSignup | null> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    return (await this.rows<PlacedSignup>(`SELECT ${signupColumns} ${fromSignups} WHERE s.id = :id AND (${scope.sql})`, { ...scope.params, id }))[0] ?? null;
  }
  /** The row of a person and a position, whatever its state. */
  of(positionId: string, volunteerId: string): Promise<SignupEntity | null> { return this.database.reader.findOneBy(SignupEntity, { positionId, volunteerId }); }
  /** Who waits for a position, first come first. */
  waiting(positionId: string): Promise<PlacedSignup[]> {
    return this.rows(`SELECT ${signupColumns} ${fromSignups} WHERE s.position_id = :positionId AND s.state = 'waiting' ORDER BY s.queued_at, s.id`, { positionId });
  }
  /** Who has not answered in time whether they still want the place that is held for them. */
  heldTooLong(now: Date, limit: number): Promise<PlacedSignup[]> {
    return this.rows(`SELECT ${signupColumns} ${fromSignups} WHERE s.state = 'waiting' AND s.held_until IS NOT NULL AND (s.held_until <= :now OR sh.starts_at <= :now) ORDER BY s.held_until, s.id LIMIT ${limit}`, { now: toDbTime(now) });
  }
  /** Who has or wants a place in some shifts, in the order in which they came. */
  activeIn(shiftIds: readonly string[]): Promise<PlacedSignup[]> {
    return this.rows(`SELECT ${signupColumns} ${fromSignups} WHERE s.shift_id IN (:...shiftIds) AND s.state IN ${activeStates} ORDER BY s.signed_up_at, s.id`, { shiftIds });
  }

  /** The activity in which the person has another place at that time; one that ends when the other begins is none. */
  async clash(volunteerId: string, place: Pick<Place, 'positionId' | 'startsAt' | 'endsAt'>): Promise<{ activityId: string; title: string } | null> {
    const [row] = await this.rows<{ activityId: string; title: string }>(
      `SELECT a.id AS activityId, a.title AS title FROM signups s JOIN shifts sh ON sh.id = s.shift_id JOIN activities a ON a.id = s.activity_id
       WHERE s.volunteer_id = :volunteerId AND s.state = 'confirmed' AND s.position_id <> :positionId AND sh.cancelled_at IS NULL AND sh.starts_at < :until AND sh.ends_at > :since ORDER BY sh.starts_at LIMIT 1`,
      { volunteerId, positionId: place.positionId, since: toDbTime(place.startsAt), until: toDbTime(place.endsAt) });
    return row ?? null;
  }
  async hasAttendance(signupId: string): Promise<boolean> {
    return (await this.rows('SELECT t.id AS id FROM attendances t WHERE t.signup_id = :signupId', { signupId })).length > 0;
  }

  /** Takes one place if there is one: the update is itself the check, and the row stays ours until the unit ends. */
  async takePlace(positionId: string): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE positions SET confirmed = confirmed + 1 WHERE id = :positionId AND confirmed < maximum', { positionId })) === 1;
  }
  /** The same without the check, for the tests that show what it prevents. */
  async takePlaceUnchecked(positionId: string): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE positions SET confirmed = confirmed + 1 WHERE id = :positionId', { positionId })) === 1;
  }
  /** The same for several, all or none; without the check for the tests that show what it prevents. */
  async takePlaces(positionId: string, count: number, checked: boolean): Promise<boolean> {
    return (await changeRows(this.database.writer, `UPDATE positions SET confirmed = confirmed + :count WHERE id = :positionId${checked ? ' AND confirmed + :count <= maximum' : ''}`, { positionId, count })) === 1;
  }
  async freePlace(positionId: string): Promise<void> {
    if ((await changeRows(this.database.writer, 'UPDATE positions SET confirmed = confirmed - 1 WHERE id = :positionId AND confirmed > 0', { positionId })) !== 1) throw new Error(`Position ${positionId} gives back a place that nobody had`);
  }
  async freeAllPlaces(shiftIds: readonly string[]): Promise<void> { await changeRows(this.database.writer, 'UPDATE positions SET confirmed = 0 WHERE shift_id IN (:...shiftIds)', { shiftIds }); }

  async insert(row: SignupEntity): Promise<void> { await insertRows(this.database.writer, SignupEntity, [row]); }
  /** A change against the version that was read; one of two parallel changes wins. */
  async change(row: { readonly id: string; readonly version: number }, changes: Partial<SignupEntity>): Promise<boolean> {
    return (await this.database.writer.update(SignupEntity, { id: row.id, version: row.version }, { ...changes, version: row.version + 1 })).affected === 1;
  }
  /** Takes part whatever its version: a shift that does not take place waits for nobody. */
  async cancel(signupIds: readonly string[], changes: { reason: string; at: Date; by: string | null }): Promise<void> {
    if (signupIds.length === 0) return;
    await changeRows(this.database.writer,
      "UPDATE signups SET state = 'cancelled', reason = :reason, queued_at = NULL, held_until = NULL, decided_at = :decidedAt, decided_by = :decidedBy, version = version + 1 WHERE id IN (:...signupIds) AND state IN ('requested', 'waiting', 'confirmed')",
      { signupIds, reason: changes.reason, decidedAt: toDbTime(changes.at), decidedBy: changes.by });
  }

  private rows<Row extends object>(sql: string, params: SqlParams): Promise<Row[]> { return readRows<Row>(this.database.reader, sql, params); }
}

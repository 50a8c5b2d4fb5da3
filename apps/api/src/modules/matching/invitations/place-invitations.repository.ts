import { Injectable } from '@nestjs/common';
import type { Activity, InvitationOver, MySignup, NoThanksReason, PlaceInvitationOrigin, PlaceInvitationState, Position } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, takeTurn, toDbTime, type SqlParams } from '../../../platform/database/index.js';
import { PlaceInvitationEntity } from './place-invitation.entity.js';

/** An invitation with all that is said of it; `reasons` is JSON, `accountName` the person's whole name. A position that is no longer there leaves null in all that is said of it. */
export interface InvitationRow {
  readonly id: string; readonly positionId: string | null; readonly activityId: string; readonly volunteerId: string; readonly state: PlaceInvitationState; readonly closedBecause: InvitationOver | null; readonly origin: PlaceInvitationOrigin; readonly wave: number | null; readonly reasons: string;
  readonly sentAt: string; readonly answerBy: string; readonly answeredAt: string | null; readonly reason: NoThanksReason | null; readonly version: number;
  readonly accountName: string; readonly number: string; readonly title: string; readonly activityState: Activity['state']; readonly place: string; readonly unitName: string; readonly countyName: string; readonly positionName: string | null; readonly role: Position['role'] | null; readonly maximum: number | null; readonly confirmed: number | null;
  readonly startsAt: string; readonly endsAt: string; readonly shiftCancelledAt: string | null; readonly signupId: string | null; readonly signupState: MySignup['state'] | null; readonly signupHeldUntil: string | null;
}
const select = `SELECT i.id AS id, i.position_id AS positionId, i.activity_id AS activityId, i.volunteer_id AS volunteerId, i.state AS state, i.closed_because AS closedBecause, i.origin AS origin, i.wave AS wave, i.reasons AS reasons,
    i.sent_at AS sentAt, i.answer_by AS answerBy, i.answered_at AS answeredAt, i.reason AS reason, i.version AS version,
    c.name AS accountName, v.number AS number, a.title AS title, a.state AS activityState, a.place AS place, u.name AS unitName, d.name AS countyName, p.name AS positionName, p.role AS role, p.maximum AS maximum, p.confirmed AS confirmed,
    sh.starts_at AS startsAt, sh.ends_at AS endsAt, sh.cancelled_at AS shiftCancelledAt, g.id AS signupId, g.state AS signupState, g.held_until AS signupHeldUntil
  FROM place_invitations i JOIN shifts sh ON sh.id = i.shift_id LEFT JOIN positions p ON p.id = i.position_id JOIN activities a ON a.id = i.activity_id JOIN units u ON u.id = a.unit_id JOIN divisions d ON d.id = a.county_id
    JOIN volunteers v ON v.id = i.volunteer_id JOIN accounts c ON c.id = i.volunteer_id LEFT JOIN signups g ON g.position_id = i.position_id AND g.volunteer_id = i.volunteer_id`;

/** Position and person while an invitation waits for its answer. */
export const openKeyOf = (positionId: string, volunteerId: string): string => `${positionId}:${volunteerId}`;

/** Rows of `place_invitations`. */
@Injectable()
export class PlaceInvitationsRepository {
  constructor(private readonly database: Database) {}

  /** First thing in a unit that sends, so that two of them do not both find room under the same caps. Held until the unit ends. */
  takeTurn(): Promise<void> { return takeTurn(this.database, 'place-invitations'); }
  /** What was asked of a person about a position and waits for an answer. */
  async openOf(positionId: string, volunteerId: string): Promise<InvitationRow | null> { return (await this.rows("i.position_id = :positionId AND i.volunteer_id = :volunteerId AND i.state = 'sent'", { positionId, volunteerId }, 'i.id'))[0] ?? null; }
  async insert(rows: readonly PlaceInvitationEntity[]): Promise<void> { if (rows.length > 0) await insertRows(this.database.writer, PlaceInvitationEntity, [...rows]); }
  /** Against the state and version that were read. */
  async change({ id, state, version }: Pick<InvitationRow, 'id' | 'state' | 'version'>, changes: Partial<PlaceInvitationEntity>): Promise<boolean> {
    return (await this.database.writer.update(PlaceInvitationEntity, { id, state, version }, { ...changes, version: version + 1 })).affected === 1;
  }

  async byId(id: string): Promise<InvitationRow | null> { return (await this.rows('i.id = :id', { id }, 'i.id'))[0] ?? null; }
  /** Of a position within reach of whoever decides about its sign-ups. */
  async within(actor: Actor, id: string): Promise<InvitationRow | null> {
    const { sql, params } = allOf([unitsWithin(reachOf(actor, 'signup:decide'), 'u'), { sql: 'i.id = :id', params: { id } }]);
    return (await this.rows(sql, params, 'i.id'))[0] ?? null;
  }
  /** Newest first; those of one moment by number, for the order in which they were asked is a rank that nobody is to read. */
  async ofPosition(positionId: string, { page, perPage }: { readonly page: number; readonly perPage: number }): Promise<{ rows: InvitationRow[]; total: number }> {
    const [rows, [count]] = await Promise.all([
      this.rows('i.position_id = :positionId', { positionId }, `i.sent_at DESC, v.number, i.id LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`),
      readRows<{ total: number | string }>(this.database.reader, 'SELECT COUNT(*) AS total FROM place_invitations i WHERE i.position_id = :positionId', { positionId }),
    ]);
    return { rows, total: Number(count?.total ?? 0) };
  }
  /** Of shifts that are not over, newest first. */
  ofPerson(volunteerId: string, now: Date, limit: number): Promise<InvitationRow[]> { return this.rows('i.volunteer_id = :volunteerId AND sh.ends_at > :now', { volunteerId, now: toDbTime(now) }, `i.sent_at DESC, i.id DESC LIMIT ${limit}`); }

  /** Of the positions given, those whose sign-ups the actor decides about. */
  async decided(actor: Actor, positionIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (positionIds.length === 0) return new Set();
    const { sql, params } = allOf([unitsWithin(reachOf(actor, 'signup:decide'), 'u'), memberOf('p.id', positionIds, 'ids')]);
    return new Set((await readRows<{ id: string }>(this.database.reader, `SELECT p.id AS id FROM positions p JOIN activities a ON a.id = p.activity_id JOIN units u ON u.id = a.unit_id WHERE ${sql}`, params)).map(({ id }) => id));
  }
  async decidesActivity(actor: Actor, activityId: string): Promise<boolean> {
    const { sql, params } = allOf([unitsWithin(reachOf(actor, 'signup:decide'), 'u'), { sql: 'a.id = :activityId', params: { activityId } }]);
    return (await readRows(this.database.reader, `SELECT a.id AS id FROM activities a JOIN units u ON u.id = a.unit_id WHERE ${sql}`, params)).length > 0;
  }

  /** Who was asked for which position, whatever the answer; who waits and is told that there is a place has asked for it. */
  async asked(positionIds: readonly string[]): Promise<{ positionId: string; volunteerId: string; state: PlaceInvitationState; answerBy: string }[]> {
    if (positionIds.length === 0) return [];
    const { sql, params } = memberOf('i.position_id', positionIds, 'ids');
    return readRows(this.database.reader, `SELECT i.position_id AS positionId, i.volunteer_id AS volunteerId, i.state AS state, i.answer_by AS answerBy FROM place_invitations i WHERE i.origin <> 'waiting' AND ${sql} ORDER BY i.sent_at, i.id`, params);
  }
  /** Who has or wants a place in the activities of the positions, or was refused one there. */
  async signedUp(positionIds: readonly string[]): Promise<{ positionId: string; volunteerId: string }[]> {
    if (positionIds.length === 0) return [];
    const { sql, params } = memberOf('p.id', positionIds, 'ids');
    return readRows(this.database.reader, `SELECT p.id AS positionId, g.volunteer_id AS volunteerId FROM positions p JOIN signups g ON g.activity_id = p.activity_id WHERE g.state IN ('requested', 'waiting', 'confirmed', 'refused') AND ${sql}`, params);
  }

  /** Waits for an answer whose time is over. */
  overdue(now: Date, limit: number): Promise<InvitationRow[]> { return this.rows("i.state = 'sent' AND i.answer_by <= :now", { now: toDbTime(now) }, `i.answer_by, i.id LIMIT ${limit}`); }
  /** Those who have found the place by themselves. */
  seated(limit: number): Promise<InvitationRow[]> { return this.rows("i.state = 'sent' AND g.state = 'confirmed'", {}, `i.id LIMIT ${limit}`); }
  /** Nothing is left to say yes to, or whoever waited has left the list. */
  pointless(now: Date, limit: number): Promise<InvitationRow[]> {
    return this.rows("i.state = 'sent' AND (i.position_id IS NULL OR (p.confirmed >= p.maximum AND g.held_until IS NULL) OR sh.starts_at <= :now OR sh.cancelled_at IS NOT NULL OR a.state <> 'open' OR (i.origin = 'waiting' AND g.held_until IS NULL))", { now: toDbTime(now) }, `i.id LIMIT ${limit}`);
  }

  /** Ends what waits for the answer of a person to positions that two registrations were both asked for. */
  async closeTwins(from: string, into: string): Promise<void> {
    await changeRows(this.database.writer, "UPDATE place_invitations SET state = 'closed', closed_because = 'called_back', open_key = NULL, version = version + 1 WHERE volunteer_id = :from AND state = 'sent' AND position_id IN (SELECT t.position_id FROM (SELECT x.position_id FROM place_invitations x WHERE x.volunteer_id = :into AND x.state = 'sent') AS t)", { from, into });
  }
  async move(from: string, into: string): Promise<void> {
    const rows = await readRows<{ id: string; positionId: string }>(this.database.writer, "SELECT i.id AS id, i.position_id AS positionId FROM place_invitations i WHERE i.volunteer_id = :from AND i.state = 'sent' AND i.position_id IS NOT NULL", { from });
    for (const { id, positionId } of rows) await changeRows(this.database.writer, 'UPDATE place_invitations SET open_key = :key WHERE id = :id', { id, key: openKeyOf(positionId, into) });
    await changeRows(this.database.writer, 'UPDATE place_invitations SET volunteer_id = :into WHERE volunteer_id = :from', { from, into });
  }
  async erase(volunteerId: string): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM place_invitations WHERE volunteer_id = :volunteerId', { volunteerId }); }
  /** Invitations sent before, so many at a time; their rounds go when nothing is left of them. */
  async forget(before: Date, limit: number): Promise<number> {
    const ids = (await readRows<{ id: string }>(this.database.writer, `SELECT i.id AS id FROM place_invitations i WHERE i.sent_at < :before ORDER BY i.sent_at LIMIT ${limit}`, { before: toDbTime(before) })).map(({ id }) => id);
    if (ids.length > 0) await changeRows(this.database.writer, 'DELETE FROM place_invitations WHERE id IN (:...ids)', { ids });
    await changeRows(this.database.writer, 'DELETE FROM wave_rounds WHERE at < :before AND NOT EXISTS (SELECT 1 FROM place_invitations i WHERE i.round_id = wave_rounds.id)', { before: toDbTime(before) });
    return ids.length;
  }

  private rows(where: string, params: SqlParams, order: string): Promise<InvitationRow[]> { return readRows<InvitationRow>(this.database.reader, `${select} WHERE ${where} ORDER BY ${order}`, params); }
}

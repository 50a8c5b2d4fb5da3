import { Injectable } from '@nestjs/common';
import { rolePermissions, roles, type MinorRecord, type recordRequestQuery } from '@kepu/contracts';
import { adultsBornBy } from '@kepu/domain';
import type { z } from 'zod';
import { can, type PersonActor } from '../../platform/auth/actor.js';
import { allOf, changeRows, Database, everything, insertRows, memberOf, readRows, toDbTime, type Predicate, type SqlParams } from '../../platform/database/index.js';
import { MinorRecordRequestEntity } from './minor-record-request.entity.js';

/** A request with the names around it; `approved` is 0, 1 or null. */
export interface RecordRequestRow {
  readonly id: string; readonly minorId: string; readonly minorName: string; readonly number: string; readonly countyName: string; readonly reason: string; readonly askedBy: string; readonly askedByName: string; readonly askedAt: string; readonly approved: number | null;
  readonly decidedByName: string | null; readonly decidedAt: string | null; readonly until: string | null; readonly opened: number; readonly version: number;
}
/** What is kept of a minor beside the name. */
export type MinorRow = Omit<MinorRecord, 'name' | 'age' | 'guardians' | 'until'>;

const selected = `SELECT q.id AS id, q.minor_id AS minorId, ma.name AS minorName, v.number AS number, d.name AS countyName, q.reason AS reason, q.asked_by AS askedBy, aa.name AS askedByName, q.asked_at AS askedAt, q.approved AS approved,
  da.name AS decidedByName, q.decided_at AS decidedAt, q.until AS until, q.opened AS opened, q.version AS version`;
const from = `FROM minor_record_requests q JOIN volunteers v ON v.id = q.minor_id JOIN accounts ma ON ma.id = v.id JOIN divisions d ON d.id = v.county_id JOIN accounts aa ON aa.id = q.asked_by LEFT JOIN accounts da ON da.id = q.decided_by`;
/** How long a request waits for an answer. */
export const WAITS_MS = 7 * 86_400_000;
const inState = {
  asked: 'q.approved IS NULL AND q.asked_at > :waitsSince', approved: 'q.approved = 1 AND q.until > :now', refused: 'q.approved = 0', expired: '((q.approved IS NULL AND q.asked_at <= :waitsSince) OR (q.approved = 1 AND q.until <= :now))',
} as const;
const approving = roles.filter((role) => (rolePermissions[role] as readonly string[]).includes('minor:approve'));

/** Own requests; those who answer see all of them. */
const visible = (actor: PersonActor): Predicate => (can(actor, 'minor:approve') ? everything : { sql: 'q.asked_by = :me', params: { me: actor.accountId } });

/** Rows of `minor_record_requests`, and the record that they open. */
@Injectable()
export class MinorRecordsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: PersonActor, query: Partial<z.output<typeof recordRequestQuery>>, now: Date, window: { offset: number; limit: number }): Promise<{ rows: RecordRequestRow[]; total: number }> {
    const times = { now: toDbTime(now), waitsSince: toDbTime(new Date(now.getTime() - WAITS_MS)) };
    const { sql, params } = allOf([visible(actor), ...(query.ids ? [memberOf('q.id', query.ids, 'ids')] : []), ...(query.state ? [{ sql: inState[query.state], params: {} }] : [])]);
    const direction = query.sort === 'askedAt' ? 'ASC' : 'DESC';
    const given = { ...params, ...times };
    const rows = await this.rows<RecordRequestRow>(`${selected} ${from} WHERE ${sql} ORDER BY CASE WHEN ${inState.asked} THEN 0 ELSE 1 END, q.asked_at ${direction}, q.id ${direction} LIMIT :limit OFFSET :offset`, { ...given, ...window });
    const [count] = await this.rows<{ total: number | string }>(`SELECT COUNT(*) AS total ${from} WHERE ${sql}`, given);
    return { rows, total: Number(count?.total ?? 0) };
  }
  async findFor(actor: PersonActor, id: string): Promise<RecordRequestRow | null> {
    const { sql, params } = allOf([visible(actor), { sql: 'q.id = :id', params: { id } }]);
    return (await this.rows<RecordRequestRow>(`${selected} ${from} WHERE ${sql}`, params))[0] ?? null;
  }
  async byId(id: string): Promise<RecordRequestRow | null> { return (await this.rows<RecordRequestRow>(`${selected} ${from} WHERE q.id = :id`, { id }))[0] ?? null; }
  /** What lets somebody open a record now. */
  async approvedFor(askedBy: string, minorId: string, now: Date): Promise<{ id: string; until: string; reason: string } | null> {
    return (await this.rows<{ id: string; until: string; reason: string }>('SELECT q.id AS id, q.until AS until, q.reason AS reason FROM minor_record_requests q WHERE q.asked_by = :askedBy AND q.minor_id = :minorId AND q.approved = 1 AND q.until > :now ORDER BY q.until DESC LIMIT 1', { askedBy, minorId, now: toDbTime(now) }))[0] ?? null;
  }

  /** Null for whoever is of age. */
  async minor(id: string, today: string): Promise<MinorRow | null> {
    return (await this.rows<MinorRow>(`SELECT v.id AS id, v.number AS number, v.born_on AS bornOn, u.name AS unit, d.name AS countyName, v.created_at AS registeredAt FROM volunteers v JOIN divisions d ON d.id = v.county_id LEFT JOIN units u ON u.id = v.unit_id
      WHERE v.id = :id AND v.born_on > :adultsBornBy`, { id, adultsBornBy: adultsBornBy(today) }))[0] ?? null;
  }
  /** Phone numbers of guardians, sealed. */
  phones(accountIds: readonly string[]): Promise<{ id: string; emailSealed: string | null; phoneSealed: string | null }[]> {
    const { sql, params } = memberOf('a.id', accountIds, 'ids');
    return this.rows(`SELECT a.id AS id, a.email_sealed AS emailSealed, a.phone_sealed AS phoneSealed FROM accounts a WHERE ${sql}`, params);
  }
  /** Who answers. */
  async approvers(today: string): Promise<string[]> {
    return (await this.rows<{ id: string }>(`SELECT DISTINCT g.account_id AS id FROM account_grants g JOIN accounts a ON a.id = g.account_id AND a.state = 'active'
      WHERE g.role IN (:...approving) AND g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today)`, { approving, today })).map(({ id }) => id);
  }
  /** A sign-up of a child, for whoever leads its shift. */
  async signup(id: string): Promise<{ shiftId: string; volunteerId: string; activityId: string; state: string; bornOn: string } | null> {
    return (await this.rows<{ shiftId: string; volunteerId: string; activityId: string; state: string; bornOn: string }>('SELECT s.shift_id AS shiftId, s.volunteer_id AS volunteerId, s.activity_id AS activityId, s.state AS state, v.born_on AS bornOn FROM signups s JOIN volunteers v ON v.id = s.volunteer_id WHERE s.id = :id', { id }))[0] ?? null;
  }

  insert(row: MinorRecordRequestEntity): Promise<void> { return insertRows(this.database.writer, MinorRecordRequestEntity, [row]); }
  /** One of two answers wins. */
  async decide(id: string, version: number, answer: { readonly approved: boolean; readonly by: string; readonly at: Date; readonly until: Date | null }): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE minor_record_requests SET approved = :approved, decided_by = :by, decided_at = :at, until = :until, version = version + 1 WHERE id = :id AND version = :version AND approved IS NULL',
      { id, version, approved: answer.approved ? 1 : 0, by: answer.by, at: toDbTime(answer.at), until: answer.until && toDbTime(answer.until) })) === 1;
  }
  async countOpening(id: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE minor_record_requests SET opened = opened + 1 WHERE id = :id', { id }); }

  private rows<Row extends object>(sql: string, params: SqlParams): Promise<Row[]> { return readRows<Row>(this.database.reader, sql, params); }
}

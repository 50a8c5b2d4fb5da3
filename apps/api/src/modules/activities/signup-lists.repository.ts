import { Injectable } from '@nestjs/common';
import type { MySignup, mySignupQuery, Occupation, Position, signupQuery } from '@kepu/contracts';
import { CLOSES_MINUTES } from '@kepu/domain';
import type { z } from 'zod';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { allOf, Database, memberOf, readRows, toDbTime, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import type { AttendanceSqlRow } from './attendance.mapper.js';
import { companionsColumns, type CompanionsSqlRow } from './companions.js';
import { activeStates } from './signups.repository.js';
import { withTeam } from './team-signups/with-team.js';

/** A sign-up with what stands around it, as the database answers it. */
export interface SignupSqlRow extends AttendanceSqlRow, CompanionsSqlRow {
  readonly id: string; readonly state: MySignup['state']; readonly reason: string | null; readonly onDuty: number; readonly note: string | null; readonly signedUpAt: string; readonly version: number; readonly queue: number | string | null;
  readonly activityId: string; readonly title: string; readonly activityState: MySignup['activity']['state']; readonly unitId: string; readonly unitName: string; readonly place: string; readonly countyName: string;
  readonly shiftId: string; readonly cancelledAt: string | null; readonly movedFrom: string | null; readonly takesCompanions: number; readonly positionId: string; readonly positionName: string; readonly positionRole: Position['role']; readonly team: string | null;
}
/** The same with the person, for the unit. */
export interface StaffSignupSqlRow extends SignupSqlRow {
  readonly volunteerId: string; readonly volunteerName: string; readonly number: string; readonly occupation: Occupation; readonly ownUnitId: string | null; readonly ownUnitName: string | null; readonly ownCountyName: string;
  readonly byStaff: string | null;
}

const queue = `CASE WHEN s.state = 'waiting' THEN (SELECT COUNT(*) FROM signups q WHERE q.position_id = s.position_id AND q.state = 'waiting' AND (q.queued_at < s.queued_at OR (q.queued_at = s.queued_at AND q.id <= s.id))) END`;
const columns = `s.id AS id, s.state AS state, s.reason AS reason, s.on_duty AS onDuty, s.note AS note, s.signed_up_at AS signedUpAt, s.version AS version, ${queue} AS queue, v.born_on AS bornOn, a.companions AS takesCompanions, ${companionsColumns},
  a.id AS activityId, a.title AS title, a.state AS activityState, u.id AS unitId, u.name AS unitName, a.place AS place, d.name AS countyName, sh.id AS shiftId, sh.starts_at AS startsAt, sh.ends_at AS endsAt,
  sh.cancelled_at AS cancelledAt, sh.moved_from AS movedFrom, p.id AS positionId, p.name AS positionName, p.role AS positionRole,
  t.state AS attendanceState, t.in_at AS inAt, t.in_by AS inBy, t.out_at AS outAt, t.out_by AS outBy, t.minutes AS settledMinutes, tm.name AS team`;
const tables = `signups s JOIN positions p ON p.id = s.position_id JOIN shifts sh ON sh.id = s.shift_id JOIN activities a ON a.id = s.activity_id JOIN units u ON u.id = a.unit_id
  JOIN divisions d ON d.id = a.county_id JOIN volunteers v ON v.id = s.volunteer_id LEFT JOIN attendances t ON t.signup_id = s.id ${withTeam('s')}`;
const staffColumns = `${columns}, v.id AS volunteerId, va.name AS volunteerName, v.number AS number, v.occupation AS occupation, vu.id AS ownUnitId, vu.name AS ownUnitName, vd.name AS ownCountyName, b.name AS byStaff`;
const staffTables = `${tables} JOIN accounts va ON va.id = v.id JOIN divisions vd ON vd.id = v.county_id LEFT JOIN units vu ON vu.id = v.unit_id
  LEFT JOIN accounts b ON b.id = s.placed_by`;
const sorts = { signedUpAt: 's.signed_up_at', startsAt: 'sh.starts_at', volunteerName: 'v.name_key' } as const;

const holding = (column: string, q: string | undefined): Predicate[] => {
  const term = q === undefined ? null : searchTerm(q);
  return term ? [{ sql: `${column} LIKE :term ESCAPE '!'`, params: { term: likePattern(term) } }] : [];
};

/** Sign-ups as people read them: raw rows, two statements whatever the length of the list. */
@Injectable()
export class SignupListsRepository {
  constructor(private readonly database: Database) {}

  /** The own ones: those to come first and the nearest of them on top, then the past from today backwards. */
  ofPerson(accountId: string, query: Partial<z.output<typeof mySignupQuery>>, now: Date, window: { offset: number; limit: number }): Promise<{ rows: SignupSqlRow[]; total: number }> {
    // Whoever was there has to be able to check out for a while after the end.
    const since = toDbTime(new Date(now.getTime() - CLOSES_MINUTES * 60_000));
    const coming = `(s.state IN ${activeStates} AND sh.cancelled_at IS NULL AND sh.ends_at > :since)`;
    const conditions: Predicate[] = [{ sql: 's.volunteer_id = :accountId', params: { accountId } }];
    if (query.upcoming !== undefined) conditions.push({ sql: query.upcoming ? coming : `NOT ${coming}`, params: { since } });
    if (query.ids) conditions.push(memberOf('s.id', query.ids, 'ids'));
    conditions.push(...holding('a.search_key', query.q));
    const direction = query.sort === '-startsAt' ? 'DESC' : 'ASC';
    const order = query.sort ? `sh.starts_at ${direction}, s.id ${direction}` : `CASE WHEN ${coming} THEN 0 ELSE 1 END, CASE WHEN ${coming} THEN sh.starts_at END, sh.starts_at DESC, s.id`;
    return this.page<SignupSqlRow>(columns, tables, allOf(conditions), order, { ...window, since });
  }

  /** Those of activities within reach. */
  listFor(actor: Actor, query: Partial<z.output<typeof signupQuery>>, window: { offset: number; limit: number }): Promise<{ rows: StaffSignupSqlRow[]; total: number }> {
    const conditions: Predicate[] = [unitsWithin(reachOf(actor, 'signup:read'), 'u')];
    for (const [column, value] of [['activity_id', query.activityId], ['shift_id', query.shiftId], ['position_id', query.positionId], ['volunteer_id', query.volunteerId], ['state', query.state]] as const) {
      if (value !== undefined) conditions.push({ sql: `s.${column} = :${column}`, params: { [column]: value } });
    }
    if (query.ids) conditions.push(memberOf('s.id', query.ids, 'ids'));
    conditions.push(...holding('v.search_key', query.q));
    const sort = query.sort ?? 'signedUpAt';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    return this.page<StaffSignupSqlRow>(staffColumns, staffTables, allOf(conditions), `${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, s.id ${direction}`, window);
  }

  private async page<Row extends object>(selected: string, from: string, where: Predicate, order: string, { offset, limit, ...more }: { offset: number; limit: number; since?: string }): Promise<{ rows: Row[]; total: number }> {
    const rows = await readRows<Row>(this.database.reader, `SELECT ${selected} FROM ${from} WHERE ${where.sql} ORDER BY ${order} LIMIT :limit OFFSET :offset`, { ...where.params, ...more, limit, offset });
    if (rows.length < limit && (rows.length > 0 || offset === 0)) return { rows, total: offset + rows.length };
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM ${from} WHERE ${where.sql}`, { ...where.params, ...more });
    return { rows, total: Number(count?.total ?? 0) };
  }
}


import { Injectable } from '@nestjs/common';
import type { Activity } from '@kepu/contracts';
import { Database, readRows, toDbTime, type Predicate } from '../../platform/database/index.js';
import type { AttendanceSqlRow } from './attendance.mapper.js';
import { companionsColumns, type CompanionsSqlRow } from './companions.js';
import { published } from './signups.repository.js';
import { withTeam } from './team-signups/with-team.js';

/** A shift with its activity, for those who lead it. `kept`: whether the reader keeps its attendance for the unit. */
export interface LedShiftRow {
  readonly id: string; readonly startsAt: string; readonly endsAt: string; readonly cancelledAt: string | null; readonly leaderId: string | null; readonly leaderName: string | null; readonly secret: string;
  readonly activityId: string; readonly title: string; readonly activityState: Activity['state']; readonly place: string; readonly countyName: string; readonly unitId: string; readonly unitName: string; readonly kept: number | string;
}
/** A line of the tick list. */
export interface RosterSqlRow extends AttendanceSqlRow, CompanionsSqlRow { readonly signupId: string; readonly volunteerId: string; readonly name: string; readonly number: string; readonly position: string; readonly onDuty: number; readonly named: number; readonly frozen: number; readonly team: string | null }
/** A shift in the list of those that somebody leads. */
export interface MyShiftSqlRow {
  readonly id: string; readonly startsAt: string; readonly endsAt: string; readonly activityId: string; readonly title: string; readonly place: string; readonly expected: number | string; readonly present: number | string; readonly open: number | string;
}

/** Tick lists, and who may see them. */
@Injectable()
export class RosterRepository {
  constructor(private readonly database: Database) {}

  /** A shift whatever its state; `keeper` says which units the reader keeps the attendance of, by the alias `u`. */
  async shiftFor(shiftId: string, keeper: Predicate): Promise<LedShiftRow | null> {
    const [row] = await readRows<LedShiftRow>(this.database.reader,
      `SELECT sh.id AS id, sh.starts_at AS startsAt, sh.ends_at AS endsAt, sh.cancelled_at AS cancelledAt, sh.leader_id AS leaderId, l.name AS leaderName, sh.secret AS secret, a.id AS activityId, a.title AS title,
         a.state AS activityState, a.place AS place, d.name AS countyName, u.id AS unitId, u.name AS unitName, CASE WHEN ${keeper.sql} THEN 1 ELSE 0 END AS kept
       FROM shifts sh JOIN activities a ON a.id = sh.activity_id JOIN units u ON u.id = a.unit_id JOIN divisions d ON d.id = a.county_id LEFT JOIN accounts l ON l.id = sh.leader_id WHERE sh.id = :shiftId`,
      { ...keeper.params, shiftId });
    return row ?? null;
  }
  /** A shift of an activity that was published, for those who come to it. */
  async publishedShift(shiftId: string): Promise<{ id: string; activityId: string; startsAt: string; endsAt: string; cancelledAt: string | null; secret: string; activityState: Activity['state'] } | null> {
    const [row] = await readRows<{ id: string; activityId: string; startsAt: string; endsAt: string; cancelledAt: string | null; secret: string; activityState: Activity['state'] }>(this.database.reader,
      `SELECT sh.id AS id, a.id AS activityId, sh.starts_at AS startsAt, sh.ends_at AS endsAt, sh.cancelled_at AS cancelledAt, sh.secret AS secret, a.state AS activityState FROM shifts sh JOIN activities a ON a.id = sh.activity_id
       WHERE sh.id = :shiftId AND ${published('a')}`, { shiftId });
    return row ?? null;
  }
  async hasPlace(shiftId: string, accountId: string): Promise<boolean> {
    return (await readRows(this.database.reader, "SELECT s.id AS id FROM signups s WHERE s.shift_id = :shiftId AND s.volunteer_id = :accountId AND s.state = 'confirmed'", { shiftId, accountId })).length > 0;
  }

  /** Everybody who has a place, in the order of names. */
  expected(shiftId: string): Promise<RosterSqlRow[]> {
    return readRows<RosterSqlRow>(this.database.reader,
      `SELECT s.id AS signupId, v.id AS volunteerId, v.born_on AS bornOn, va.name AS name, v.number AS number, p.name AS position, s.on_duty AS onDuty, sh.starts_at AS startsAt, sh.ends_at AS endsAt, a.id AS activityId, ${companionsColumns},
         t.state AS attendanceState, t.in_at AS inAt, t.in_by AS inBy, t.out_at AS outAt, t.out_by AS outBy, t.minutes AS settledMinutes,
         CASE WHEN EXISTS (SELECT 1 FROM real_names rn WHERE rn.id = v.id) THEN 1 ELSE 0 END AS named, CASE WHEN v.standing = 'good' THEN 0 ELSE 1 END AS frozen, tm.name AS team
       FROM signups s JOIN shifts sh ON sh.id = s.shift_id JOIN activities a ON a.id = s.activity_id JOIN positions p ON p.id = s.position_id JOIN volunteers v ON v.id = s.volunteer_id JOIN accounts va ON va.id = v.id LEFT JOIN attendances t ON t.signup_id = s.id ${withTeam('s')}
       WHERE s.shift_id = :shiftId AND s.state = 'confirmed' ORDER BY v.name_key, s.id`, { shiftId });
  }

  /** Those of them who have given no real name, and could. */
  async unnamed(shiftId: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.reader,
      `SELECT DISTINCT v.id AS id FROM signups s JOIN volunteers v ON v.id = s.volunteer_id WHERE s.shift_id = :shiftId AND s.state = 'confirmed' AND v.standing <> 'void'
         AND NOT EXISTS (SELECT 1 FROM real_names rn WHERE rn.id = v.id) ORDER BY v.id`, { shiftId });
    return rows.map(({ id }) => id);
  }

  /** Shifts that somebody leads, the nearest first, until the right to lead them ends. */
  ledBy(accountId: string, since: Date): Promise<MyShiftSqlRow[]> {
    const counted = (condition: string) => `(SELECT COUNT(*) FROM signups s LEFT JOIN attendances t ON t.signup_id = s.id WHERE s.shift_id = sh.id AND s.state = 'confirmed'${condition})`;
    return readRows<MyShiftSqlRow>(this.database.reader,
      `SELECT sh.id AS id, sh.starts_at AS startsAt, sh.ends_at AS endsAt, a.id AS activityId, a.title AS title, a.place AS place, ${counted('')} AS expected,
         ${counted(" AND t.state IN ('present', 'left', 'settled')")} AS present, ${counted(" AND t.state IN ('present', 'left')")} AS open
       FROM shifts sh JOIN activities a ON a.id = sh.activity_id WHERE sh.leader_id = :accountId AND sh.cancelled_at IS NULL AND a.state = 'open' AND sh.ends_at > :since ORDER BY sh.starts_at, sh.id`,
      { accountId, since: toDbTime(since) });
  }
}

import { Injectable } from '@nestjs/common';
import type { MySignup } from '@kepu/contracts';
import { changeRows, Database, memberOf, readRows } from '../../platform/database/index.js';

/** A sign-up of one of two people, with what is noted of the presence. */
export interface MergeRow {
  readonly id: string; readonly volunteerId: string; readonly positionId: string; readonly shiftId: string; readonly activityId: string; readonly state: MySignup['state']; readonly startsAt: string; readonly endsAt: string; readonly cancelled: number; readonly companions: number; readonly companionsHash: string | null; readonly presence: 'present' | 'left' | 'absent' | 'settled' | null;
}

/** Sign-ups, presence and shifts led of people whose registrations are merged. */
@Injectable()
export class SignupMergesRepository {
  constructor(private readonly database: Database) {}

  /** Inside a unit. */
  of(volunteerId: string): Promise<MergeRow[]> {
    return readRows<MergeRow>(this.database.writer, `
      SELECT s.id AS id, s.volunteer_id AS volunteerId, s.position_id AS positionId, s.shift_id AS shiftId, s.activity_id AS activityId, s.state AS state, sh.starts_at AS startsAt, sh.ends_at AS endsAt, CASE WHEN sh.cancelled_at IS NULL THEN 0 ELSE 1 END AS cancelled, s.companions AS companions, s.companions_hash AS companionsHash, t.state AS presence
      FROM signups s JOIN shifts sh ON sh.id = s.shift_id LEFT JOIN attendances t ON t.signup_id = s.id WHERE s.volunteer_id = :volunteerId ORDER BY s.id`, { volunteerId });
  }

  async counts(personIds: readonly string[]): Promise<{ personId: string; key: 'signups' | 'leads'; total: number }[]> {
    const [signups, leads] = [memberOf('s.volunteer_id', personIds, 'people'), memberOf('sh.leader_id', personIds, 'people')];
    const rows = await readRows<{ personId: string; key: 'signups' | 'leads'; total: number | string }>(this.database.reader, `
      SELECT s.volunteer_id AS personId, 'signups' AS \`key\`, COUNT(*) AS total FROM signups s WHERE ${signups.sql} GROUP BY s.volunteer_id
      UNION ALL SELECT sh.leader_id AS personId, 'leads' AS \`key\`, COUNT(*) AS total FROM shifts sh WHERE ${leads.sql} GROUP BY sh.leader_id`, signups.params);
    return rows.map((row) => ({ ...row, total: Number(row.total) }));
  }

  async forgetPresence(signupId: string): Promise<void> { await changeRows(this.database.writer, "DELETE FROM attendances WHERE signup_id = :signupId AND state <> 'settled'", { signupId }); }
  /** What the row that goes said of children who come along. */
  async bring(signupId: string, { companions, companionsHash }: Pick<MergeRow, 'companions' | 'companionsHash'>): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE signups SET companions = :companions, companions_hash = :companionsHash, version = version + 1 WHERE id = :signupId', { signupId, companions, companionsHash });
  }
  async remove(signupId: string): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM signups WHERE id = :signupId', { signupId }); }

  /** A position knows a person once: what stands in the way of a row stays where it is. */
  async move(from: string, into: string): Promise<void> {
    const { writer } = this.database;
    await changeRows(writer, `UPDATE signups SET volunteer_id = :into, version = version + 1 WHERE volunteer_id = :from
      AND position_id NOT IN (SELECT o.position_id FROM (SELECT s.position_id AS position_id FROM signups s WHERE s.volunteer_id = :into) o)`, { from, into });
    await changeRows(writer, 'UPDATE attendances SET volunteer_id = :into, version = version + 1 WHERE volunteer_id = :from AND signup_id IN (SELECT s.id FROM signups s WHERE s.volunteer_id = :into)', { from, into });
    await changeRows(writer, 'UPDATE shifts SET leader_id = :into WHERE leader_id = :from', { from, into });
  }
}

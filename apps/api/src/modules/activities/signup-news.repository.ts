import { Injectable } from '@nestjs/common';
import { label } from '@kepu/contracts/labels';
import { Database, readRows } from '../../platform/database/index.js';

/** A sign-up with what a message about it says. */
export interface SignupNews {
  readonly id: string; readonly volunteerId: string; readonly volunteerName: string; readonly reason: string | null; readonly activityId: string; readonly title: string; readonly place: string; readonly startsAt: string; readonly named: number;
}

/** What messages about sign-ups say, and who keeps an activity for its unit. */
@Injectable()
export class SignupNewsRepository {
  constructor(private readonly database: Database) {}

  async signups(ids: readonly string[]): Promise<SignupNews[]> {
    if (ids.length === 0) return [];
    return readRows<SignupNews>(this.database.reader,
      `SELECT s.id AS id, s.volunteer_id AS volunteerId, CASE WHEN va.state = 'closed' THEN :closedPerson ELSE va.name END AS volunteerName, s.reason AS reason, a.id AS activityId, a.title AS title, a.place AS place, sh.starts_at AS startsAt,
         CASE WHEN EXISTS (SELECT 1 FROM real_names rn WHERE rn.id = s.volunteer_id) THEN 1 ELSE 0 END AS named
       FROM signups s JOIN accounts va ON va.id = s.volunteer_id JOIN shifts sh ON sh.id = s.shift_id JOIN activities a ON a.id = s.activity_id WHERE s.id IN (:...ids) ORDER BY s.id`, { ids, closedPerson: label('zh-CN', 'terms.closedPerson') });
  }
  /** An activity with how many wait to be confirmed. */
  async requests(activityId: string): Promise<{ title: string; unitId: string; count: number } | null> {
    const [row] = await readRows<{ title: string; unitId: string; count: number | string }>(this.database.reader,
      `SELECT a.title AS title, a.unit_id AS unitId, (SELECT COUNT(*) FROM signups s WHERE s.activity_id = a.id AND s.state = 'requested') AS count FROM activities a WHERE a.id = :activityId`, { activityId });
    return row ? { ...row, count: Number(row.count) } : null;
  }
  async titleOf(activityId: string): Promise<string> {
    return (await readRows<{ title: string }>(this.database.reader, 'SELECT a.title AS title FROM activities a WHERE a.id = :activityId', { activityId }))[0]?.title ?? '';
  }

  /** Who speaks for the unit of an activity: its liaisons and those of the units above it, and whoever made the activity, as long as they still have a right. */
  async keepers(activityId: string, today: string): Promise<string[]> {
    const [unit] = await readRows<{ path: string; createdBy: string }>(this.database.reader, 'SELECT u.path AS path, a.created_by AS createdBy FROM activities a JOIN units u ON u.id = a.unit_id WHERE a.id = :activityId', { activityId });
    if (!unit) return [];
    const rows = await readRows<{ accountId: string }>(this.database.reader,
      `SELECT DISTINCT g.account_id AS accountId FROM account_grants g JOIN accounts c ON c.id = g.account_id AND c.state = 'active'
       WHERE g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today)
         AND ((g.role = 'liaison' AND g.scope_kind = 'unit' AND g.scope_id IN (:...units)) OR (g.account_id = :createdBy AND g.role <> 'reader'))`,
      { today, units: unit.path.split('/').filter((id) => id !== ''), createdBy: unit.createdBy });
    return rows.map((row) => row.accountId);
  }
}

import { Injectable } from '@nestjs/common';
import { changeRows, Database, readRows, toDbTime } from '../../platform/database/index.js';

const ledShifts = "WHERE leader_id = :accountId AND cancelled_at IS NULL AND ends_at > :now AND activity_id IN (SELECT a.id FROM activities a WHERE a.unit_id = :unitId AND a.state IN ('draft', 'submitted', 'open'))";

/** What waits in a unit, counted, and the shifts that one person leads. For the office that hands it over, which sees all units. */
@Injectable()
export class ActivityOpenWork {
  constructor(private readonly database: Database) {}

  activities(unitId: string): Promise<number> { return this.count("SELECT COUNT(*) AS total FROM activities a WHERE a.unit_id = :unitId AND a.state IN ('draft', 'submitted', 'open', 'reported')", { unitId }); }
  signups(unitId: string, now: Date): Promise<number> {
    return this.count("SELECT COUNT(*) AS total FROM signups s JOIN activities a ON a.id = s.activity_id JOIN shifts h ON h.id = s.shift_id WHERE a.unit_id = :unitId AND a.state = 'open' AND s.state = 'requested' AND h.cancelled_at IS NULL AND h.starts_at > :now", { unitId, now: toDbTime(now) });
  }
  hours(unitId: string, now: Date): Promise<number> {
    return this.count("SELECT COUNT(*) AS total FROM attendances t JOIN shifts h ON h.id = t.shift_id JOIN activities a ON a.id = h.activity_id WHERE a.unit_id = :unitId AND t.state IN ('present', 'left') AND h.ends_at < :now", { unitId, now: toDbTime(now) });
  }
  shiftsLed(unitId: string, accountId: string, now: Date): Promise<number> { return this.count(`SELECT COUNT(*) AS total FROM shifts ${ledShifts}`, { unitId, accountId, now: toDbTime(now) }); }

  /** Inside a unit of work. */
  async leadBy(unitId: string, accountId: string, toAccountId: string, now: Date): Promise<void> {
    await changeRows(this.database.writer, `UPDATE shifts SET leader_id = :toAccountId ${ledShifts}`, { unitId, accountId, toAccountId, now: toDbTime(now) });
  }

  private async count(sql: string, params: Readonly<Record<string, string>>): Promise<number> {
    const [row] = await readRows<{ total: number | string }>(this.database.reader, sql, params);
    return Number(row?.total ?? 0);
  }
}

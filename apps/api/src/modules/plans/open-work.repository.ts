import { Injectable } from '@nestjs/common';
import { Database, readRows } from '../../platform/database/index.js';

/** What waits in a unit, counted. For the office that hands it over, which sees all units. */
@Injectable()
export class PlanOpenWork {
  constructor(private readonly database: Database) {}

  assignments(unitId: string, state: 'pending' | 'asked'): Promise<number> {
    return this.count("SELECT COUNT(*) AS total FROM assignments a JOIN plans p ON p.id = a.plan_id WHERE p.state = 'issued' AND a.unit_id = :unitId AND a.state = :state", { unitId, state });
  }
  workEntries(unitId: string): Promise<number> { return this.count("SELECT COUNT(*) AS total FROM work_entries e WHERE e.unit_id = :unitId AND e.state IN ('draft', 'submitted')", { unitId }); }
  /** Reports that the unit owes in open periods, begun or not, and corrections that it was allowed. */
  async unitReports(unitId: string): Promise<number> {
    const rows = await readRows<{ unitIds: string | null }>(
      this.database.reader, `SELECT q.unit_ids AS unitIds FROM report_periods q JOIN plans p ON p.id = q.plan_id LEFT JOIN unit_reports r ON r.period_id = q.id AND r.unit_id = :unitId
        WHERE p.state = 'issued' AND ((q.state = 'open' AND r.id IS NULL AND EXISTS (SELECT 1 FROM assignments a WHERE a.plan_id = q.plan_id AND a.unit_id = :unitId AND a.state <> 'withdrawn')) OR r.state IN ('draft', 'checking', 'returned'))`, { unitId });
    return rows.filter(({ unitIds }) => unitIds === null || (JSON.parse(unitIds) as string[]).includes(unitId)).length;
  }

  private async count(sql: string, params: Readonly<Record<string, string>>): Promise<number> {
    const [row] = await readRows<{ total: number | string }>(this.database.reader, sql, params);
    return Number(row?.total ?? 0);
  }
}

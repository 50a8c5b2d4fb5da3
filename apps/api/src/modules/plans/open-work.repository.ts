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

  private async count(sql: string, params: Readonly<Record<string, string>>): Promise<number> {
    const [row] = await readRows<{ total: number | string }>(this.database.reader, sql, params);
    return Number(row?.total ?? 0);
  }
}

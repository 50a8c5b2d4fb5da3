import { Injectable } from '@nestjs/common';
import { Database, readRows } from '../../platform/database/index.js';

/** Who is told of orders, as the rights stand today. */
@Injectable()
export class OrderPeople {
  constructor(private readonly database: Database) {}

  /** The people of the county's office; where it has none, those of the city's. */
  async desk(countyId: string, today: string): Promise<string[]> {
    const county = await this.granted("g.role = 'county' AND g.scope_kind = 'division' AND g.scope_id = :id", countyId, today);
    return county.length > 0 ? county : this.granted("g.role IN ('administrator', 'editor') AND :id <> ''", countyId, today);
  }
  /** Who speaks and writes for the unit that ordered. */
  ofUnit(unitId: string | null, today: string): Promise<string[]> { return unitId === null ? Promise.resolve([]) : this.granted("g.role IN ('liaison', 'publisher') AND g.scope_kind = 'unit' AND g.scope_id = :id", unitId, today); }

  private async granted(where: string, id: string, today: string): Promise<string[]> {
    return (await readRows<{ accountId: string }>(this.database.reader, `SELECT DISTINCT g.account_id AS accountId FROM account_grants g JOIN accounts a ON a.id = g.account_id AND a.state = 'active' WHERE g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today) AND ${where}`, { id, today })).map(({ accountId }) => accountId);
  }
}

import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@kepu/contracts';
import { allOf, Database, everything, memberOf, readRows, toDbTime, type Predicate } from '../../platform/database/index.js';

/** A position with its shift, activity and place; flags are 0 or 1, lists are JSON. */
export interface PositionFactRow {
  readonly id: string; readonly shiftId: string; readonly activityId: string; readonly activityTitle: string; readonly kind: ActivityKind; readonly state: string; readonly cancelledAt: string | null; readonly startsAt: string;
  readonly endsAt: string; readonly countyCode: string; readonly island: number; readonly mountain: number; readonly urbanCore: number; readonly occupations: string; readonly credentialIds: string; readonly poolIds: string; readonly minAge: number | null; readonly minors: number; readonly dangerous: number; readonly minimum: number;
  readonly maximum: number; readonly confirmed: number; readonly connections: number | string;
}

/** Positions as matching sees them: whoever may see them was asked before. */
@Injectable()
export class PositionFactRows {
  constructor(private readonly database: Database) {}

  /** Of shifts to come, of all activities or of some, in the order of their beginning. */
  upcoming(now: Date, activityIds?: readonly string[]): Promise<PositionFactRow[]> {
    const to = { sql: "a.state = 'open' AND a.last_at > :now AND s.cancelled_at IS NULL AND s.starts_at > :now", params: { now: toDbTime(now) } };
    return this.select(allOf([to, activityIds === undefined ? everything : memberOf('a.id', activityIds, 'activityIds')]));
  }
  byIds(ids: readonly string[]): Promise<PositionFactRow[]> { return ids.length === 0 ? Promise.resolve([]) : this.select(memberOf('p.id', ids, 'ids')); }

  /** Topics and audiences by activity. */
  async terms(activityIds: readonly string[]): Promise<{ activityId: string; termId: string; kind: 'topic' | 'audience' }[]> {
    if (activityIds.length === 0) return [];
    return readRows(this.database.reader, 'SELECT x.activity_id AS activityId, x.term_id AS termId, x.kind AS kind FROM activity_terms x WHERE x.activity_id IN (:...activityIds) ORDER BY x.id', { activityIds });
  }

  private select({ sql, params }: Predicate): Promise<PositionFactRow[]> {
    return readRows<PositionFactRow>(this.database.reader, `
      SELECT p.id AS id, s.id AS shiftId, a.id AS activityId, a.title AS activityTitle, a.kind AS kind, a.state AS state, s.cancelled_at AS cancelledAt, s.starts_at AS startsAt, s.ends_at AS endsAt, a.county_id AS countyCode,
        COALESCE(t.island, c.island) AS island, COALESCE(t.mountain, c.mountain) AS mountain, c.urban_core AS urbanCore, p.occupations AS occupations, p.credential_ids AS credentialIds, p.pool_ids AS poolIds, p.min_age AS minAge, a.minors AS minors, a.dangerous AS dangerous, p.minimum AS minimum, p.maximum AS maximum,
        p.confirmed AS confirmed, (SELECT COUNT(*) FROM signups g WHERE g.position_id = p.id AND g.state IN ('requested', 'waiting', 'confirmed')) AS connections
      FROM positions p JOIN shifts s ON s.id = p.shift_id JOIN activities a ON a.id = p.activity_id JOIN divisions c ON c.id = a.county_id LEFT JOIN divisions t ON t.id = a.township_id
      WHERE ${sql} ORDER BY s.starts_at, s.id, p.sort_no, p.id`, params);
  }
}

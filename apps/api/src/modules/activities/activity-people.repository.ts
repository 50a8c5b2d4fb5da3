import { Injectable } from '@nestjs/common';
import { rolePermissions, type Permission, type Role } from '@kepu/contracts';
import { Database, fromDbTime, readRows } from '../../platform/database/index.js';

/** What a message about an activity says, and whom it concerns. */
export interface ActivityNews {
  readonly id: string; readonly title: string; readonly state: string; readonly unitId: string; readonly unitName: string; readonly unitPath: string; readonly divisionId: string; readonly createdBy: string;
  readonly cancelledAt: string | null; readonly cancelledReason: string | null; readonly returnedReason: string | null;
}
/** What a message about a shift says. */
export interface ShiftNews { readonly id: string; readonly activityId: string; readonly startsAt: string; readonly leaderId: string | null; readonly cancelledAt: string | null; readonly cancelledReason: string | null; readonly movedReason: string | null }

const rolesWith = (permission: Permission): Role[] => (Object.keys(rolePermissions) as Role[]).filter((role) => rolePermissions[role].includes(permission));
const inForce = 'r.ended_at IS NULL AND r.from_day <= :today AND (r.to_day IS NULL OR r.to_day >= :today)';
const shiftColumns = `s.id AS id, s.activity_id AS activityId, s.starts_at AS startsAt, s.leader_id AS leaderId, s.cancelled_at AS cancelledAt, s.cancelled_reason AS cancelledReason, s.moved_reason AS movedReason`;

/** Who hears of what happens to activities. For workers: nobody else asks for other people's accounts. */
@Injectable()
export class ActivityPeople {
  constructor(private readonly database: Database) {}

  async activity(id: string): Promise<ActivityNews | null> {
    const rows = await readRows<ActivityNews>(this.database.reader, `
      SELECT a.id AS id, a.title AS title, a.state AS state, a.unit_id AS unitId, u.name AS unitName, u.path AS unitPath, u.division_id AS divisionId, a.created_by AS createdBy,
        a.cancelled_at AS cancelledAt, a.cancelled_reason AS cancelledReason, a.returned_reason AS returnedReason FROM activities a JOIN units u ON u.id = a.unit_id WHERE a.id = :id`, { id });
    return rows[0] ?? null;
  }
  async shift(id: string): Promise<ShiftNews | null> {
    const rows = await readRows<ShiftNews>(this.database.reader, `SELECT ${shiftColumns} FROM shifts s WHERE s.id = :id`, { id });
    return rows[0] ? { ...rows[0], startsAt: fromDbTime(rows[0].startsAt) } : null;
  }
  async shifts(activityId: string): Promise<ShiftNews[]> {
    const rows = await readRows<ShiftNews>(this.database.reader, `SELECT ${shiftColumns} FROM shifts s WHERE s.activity_id = :activityId ORDER BY s.starts_at, s.id`, { activityId });
    return rows.map((row) => ({ ...row, startsAt: fromDbTime(row.startsAt) }));
  }

  /** The office, and the county office in whose division the unit stands. */
  async approvers({ divisionId }: Pick<ActivityNews, 'divisionId'>, today: string): Promise<string[]> {
    return this.accounts(`r.role IN (:...roles) AND (r.scope_kind = 'city' OR (r.scope_kind = 'division' AND :divisionId LIKE CONCAT(r.scope_id, '%')))`, { roles: rolesWith('activity:approve'), divisionId }, today);
  }
  async liaisons(unitId: string, today: string): Promise<string[]> {
    return this.accounts("r.role = 'liaison' AND r.scope_kind = 'unit' AND r.scope_id = :unitId", { unitId }, today);
  }

  /** Everybody who counts on some shifts, or counted on them until they were cancelled. */
  async signedUp(shiftIds: readonly string[], cancelled: boolean): Promise<string[]> {
    if (shiftIds.length === 0) return [];
    const states = ['requested', 'waiting', 'confirmed', ...(cancelled ? ['cancelled'] : [])];
    const rows = await readRows<{ id: string }>(this.database.reader, 'SELECT DISTINCT g.volunteer_id AS id FROM signups g WHERE g.shift_id IN (:...shiftIds) AND g.state IN (:...states)', { shiftIds, states });
    return rows.map((row) => row.id);
  }

  private async accounts(condition: string, params: Readonly<Record<string, unknown>>, today: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.reader, `SELECT DISTINCT r.account_id AS id FROM account_grants r JOIN accounts c ON c.id = r.account_id AND c.state = 'active' WHERE ${inForce} AND ${condition}`, { ...params, today });
    return rows.map((row) => row.id);
  }
}

import { Injectable } from '@nestjs/common';
import { rolePermissions, type Permission, type Position, type Role } from '@kepu/contracts';
import { adultsBornBy } from '@kepu/domain';
import { changeRows, Database, fromDbTime, insertRows, readRows, toDbTime } from '../../platform/database/index.js';
import type { ActivityUnit } from './activity-references.repository.js';
import type { StoredPosition, StoredShift } from './shift-diff.js';
import { PositionEntity, ShiftEntity } from './shift.entity.js';

/** A position as a statement reads it; flags are 0 or 1, lists are JSON. */
export interface PositionSqlRow {
  readonly id: string; readonly shiftId: string; readonly role: Position['role']; readonly name: string; readonly minimum: number; readonly maximum: number; readonly confirmed: number;
  readonly paid: number; readonly occupations: string; readonly credentialIds: string; readonly poolIds: string; readonly minAge: number | null; readonly note: string | null; readonly sortNo: number; readonly waiting: number | string; readonly signups: number | string;
}
/** A shift as a statement reads it. */
export interface ShiftSqlRow {
  readonly id: string; readonly startsAt: string; readonly endsAt: string; readonly leaderId: string | null; readonly leaderName: string | null; readonly cancelledReason: string | null;
  readonly cancelledAt: string | null; readonly movedFrom: string | null; readonly movedReason: string | null; readonly held: number | null; readonly turnout: number | null; readonly turnoutMethod: string | null;
}
const rolesWith = (permission: Permission): Role[] => (Object.keys(rolePermissions) as Role[]).filter((role) => rolePermissions[role].includes(permission));

// Part of the update itself: whoever settles hours at the same moment waits for the row, or is waited for.
const unsettled = "NOT EXISTS (SELECT 1 FROM attendances t WHERE t.shift_id = shifts.id AND t.state = 'settled')";

type Demands = Pick<PositionSqlRow, 'occupations' | 'credentialIds' | 'poolIds' | 'minAge' | 'note'>;
const occupationsOf = (row: Demands): Position['requires']['occupations'] => JSON.parse(row.occupations) as Position['requires']['occupations'];
const credentialIdsOf = (row: Demands): string[] => JSON.parse(row.credentialIds) as string[];
const poolIdsOf = (row: Demands): string[] => JSON.parse(row.poolIds) as string[];
/** What a position demands, from its columns, as pages show it; `nameOf` names kinds of certificates and pools. */
export const requiresOf = (row: Demands, nameOf: (id: string) => string): Position['requires'] => ({ occupations: occupationsOf(row), credentials: credentialIdsOf(row).map((id) => ({ id, name: nameOf(id) })), pools: poolIdsOf(row).map((id) => ({ id, name: nameOf(id) })), minAge: row.minAge, note: row.note });

/** Rows of `shifts` and `positions`. The caller has found their activity within the actor's reach. */
@Injectable()
export class ShiftsRepository {
  constructor(private readonly database: Database) {}

  /** In the order of their beginning. */
  shiftsOf(activityId: string): Promise<ShiftSqlRow[]> {
    return readRows<ShiftSqlRow>(this.database.reader, `
      SELECT s.id AS id, s.starts_at AS startsAt, s.ends_at AS endsAt, s.leader_id AS leaderId, l.name AS leaderName, s.cancelled_reason AS cancelledReason, s.cancelled_at AS cancelledAt,
        s.moved_from AS movedFrom, s.moved_reason AS movedReason, s.held AS held, s.turnout AS turnout, s.turnout_method AS turnoutMethod
      FROM shifts s LEFT JOIN accounts l ON l.id = s.leader_id WHERE s.activity_id = :activityId ORDER BY s.starts_at, s.id`, { activityId });
  }
  positionsOf(activityId: string): Promise<PositionSqlRow[]> {
    return readRows<PositionSqlRow>(this.database.reader, `
      SELECT p.id AS id, p.shift_id AS shiftId, p.role AS role, p.name AS name, p.minimum AS minimum, p.maximum AS maximum, p.confirmed AS confirmed, p.paid AS paid, p.occupations AS occupations, p.credential_ids AS credentialIds, p.pool_ids AS poolIds,
        p.min_age AS minAge, p.note AS note, p.sort_no AS sortNo, (SELECT COUNT(*) FROM signups g WHERE g.position_id = p.id AND g.state = 'waiting') AS waiting,
        (SELECT COUNT(*) FROM signups g WHERE g.position_id = p.id) AS signups
      FROM positions p WHERE p.activity_id = :activityId ORDER BY p.shift_id, p.sort_no, p.id`, { activityId });
  }
  /** Shifts with their positions, as they can be held against a form. */
  async stored(activityId: string): Promise<StoredShift[]> {
    const shifts = await this.shiftsOf(activityId);
    const positions = await this.positionsOf(activityId);
    return shifts.map((shift) => ({
      id: shift.id, startsAt: fromDbTime(shift.startsAt), endsAt: fromDbTime(shift.endsAt), cancelled: shift.cancelledAt !== null,
      positions: positions.filter((position) => position.shiftId === shift.id).map((row): StoredPosition => ({
        id: row.id, role: row.role, name: row.name, minimum: row.minimum, maximum: row.maximum, paid: Boolean(row.paid), requires: { occupations: occupationsOf(row), credentialIds: credentialIdsOf(row), poolIds: poolIdsOf(row), minAge: row.minAge, note: row.note }, confirmed: row.confirmed, signups: Number(row.signups), sortNo: row.sortNo,
      })),
    }));
  }

  async insert(shifts: readonly ShiftEntity[], positions: readonly PositionEntity[]): Promise<void> {
    await insertRows(this.database.writer, ShiftEntity, shifts);
    await insertRows(this.database.writer, PositionEntity, positions);
  }
  async setTimes(id: string, times: { startsAt: string; endsAt: string }): Promise<void> {
    await this.database.writer.update(ShiftEntity, { id }, { startsAt: new Date(times.startsAt), endsAt: new Date(times.endsAt) });
  }
  /** With its positions; nobody has signed up for any. */
  async remove(id: string): Promise<void> {
    await this.database.writer.delete(PositionEntity, { shiftId: id });
    await this.database.writer.delete(ShiftEntity, { id });
  }

  /** Answers whether the position still has room for all who have it. */
  async changePosition(id: string, { maximum, ...changes }: Partial<PositionEntity> & { maximum: number }): Promise<boolean> {
    const result = await this.database.writer.createQueryBuilder().update(PositionEntity).set({ ...changes, maximum }).where('id = :id AND confirmed <= :most', { id, most: maximum }).execute();
    return result.affected === 1;
  }
  /** Answers whether nobody had ever signed up for it. */
  async removePosition(id: string): Promise<boolean> {
    return (await changeRows(this.database.writer, 'DELETE FROM positions WHERE id = :id AND NOT EXISTS (SELECT 1 FROM signups g WHERE g.position_id = :id)', { id })) === 1;
  }
  /** How many people stand in the way of a change: those who have the position, or else all who asked for it. */
  async holders(positionId: string): Promise<number> {
    const [row] = await readRows<{ confirmed: number; signups: number | string }>(this.database.reader,
      'SELECT p.confirmed AS confirmed, (SELECT COUNT(*) FROM signups g WHERE g.position_id = p.id) AS signups FROM positions p WHERE p.id = :positionId', { positionId });
    return row && row.confirmed > 0 ? row.confirmed : Number(row?.signups ?? 0);
  }

  /** Moves a shift of which no hours are settled; the time that was announced first stays known. Answers whether it moved. */
  async move(id: string, times: { startsAt: string; endsAt: string; reason: string }): Promise<boolean> {
    return (await changeRows(this.database.writer, `UPDATE shifts SET moved_from = COALESCE(moved_from, starts_at), moved_reason = :reason, starts_at = :startsAt, ends_at = :endsAt
      WHERE id = :id AND cancelled_at IS NULL AND ${unsettled}`, { id, reason: times.reason, startsAt: toDbTime(times.startsAt), endsAt: toDbTime(times.endsAt) })) === 1;
  }
  /** Cancels those of which no hours are settled. Answers how many it cancelled. */
  async cancel(ids: readonly string[], reason: string, now: Date): Promise<number> {
    if (ids.length === 0) return 0;
    return changeRows(this.database.writer, `UPDATE shifts SET cancelled_at = :now, cancelled_reason = :reason WHERE id IN (:...ids) AND cancelled_at IS NULL AND ${unsettled}`, { ids, reason, now: toDbTime(now) });
  }
  async setLeader(id: string, leaderId: string): Promise<void> { await this.database.writer.update(ShiftEntity, { id }, { leaderId }); }
  async setReport(id: string, report: { held: boolean; turnout: number; turnoutMethod: string }): Promise<void> { await this.database.writer.update(ShiftEntity, { id }, report); }

  /** Whether somebody may lead on the spot: a colleague whose right to mark attendance reaches the unit, or a volunteer who has a place in the shift. */
  async mayLead(accountId: string, shiftId: string, unit: ActivityUnit, today: string): Promise<boolean> {
    const rows = await readRows(this.database.reader, `
      SELECT 1 AS found FROM accounts c WHERE c.id = :accountId AND c.state = 'active' AND (
        EXISTS (SELECT 1 FROM signups g WHERE g.shift_id = :shiftId AND g.volunteer_id = c.id AND g.state = 'confirmed'
          AND NOT EXISTS (SELECT 1 FROM volunteers mv WHERE mv.id = c.id AND mv.born_on > :adultsBornBy))
        OR EXISTS (SELECT 1 FROM account_grants r LEFT JOIN units ru ON r.scope_kind = 'unit' AND ru.id = r.scope_id
          WHERE r.account_id = c.id AND r.role IN (:...roles) AND r.ended_at IS NULL AND r.from_day <= :today AND (r.to_day IS NULL OR r.to_day >= :today)
            AND (r.scope_kind = 'city' OR (r.scope_kind = 'division' AND :division LIKE CONCAT(r.scope_id, '%')) OR (r.scope_kind = 'unit' AND :path LIKE CONCAT(ru.path, '%')))))`,
    { accountId, shiftId, today, adultsBornBy: adultsBornBy(today), roles: rolesWith('attendance:write'), division: unit.divisionId, path: unit.path });
    return rows.length > 0;
  }
}

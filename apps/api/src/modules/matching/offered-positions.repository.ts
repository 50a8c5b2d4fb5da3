import { Injectable } from '@nestjs/common';
import type { Position, Shift } from '@kepu/contracts';
import { Database, readRows } from '../../platform/database/index.js';

/** A position with its shift, as a suggestion shows them. */
export interface OfferedRow {
  readonly id: string; readonly activityId: string; readonly role: Position['role']; readonly name: string; readonly minimum: number; readonly maximum: number; readonly confirmed: number;
  readonly waiting: number | string; readonly paid: number; readonly occupations: string; readonly credentialIds: string; readonly poolIds: string; readonly minAge: number | null; readonly note: string | null; readonly shiftId: string; readonly startsAt: string;
  readonly endsAt: string; readonly cancelledReason: string | null; readonly movedFrom: string | null; readonly movedReason: string | null;
}

/** Positions as suggestions show them, and what a person has signed up for. */
@Injectable()
export class OfferedPositions {
  constructor(private readonly database: Database) {}

  /** By ids that a ranking has let through: everybody may see them. */
  async shown(ids: readonly string[], demandName: (id: string) => string): Promise<ReadonlyMap<string, { position: Position; shift: Omit<Shift, 'positions'> }>> {
    if (ids.length === 0) return new Map();
    const rows = await readRows<OfferedRow>(this.database.reader, `
      SELECT p.id AS id, p.activity_id AS activityId, p.role AS role, p.name AS name, p.minimum AS minimum, p.maximum AS maximum, p.confirmed AS confirmed, p.paid AS paid, p.occupations AS occupations, p.credential_ids AS credentialIds, p.pool_ids AS poolIds,
        p.min_age AS minAge, p.note AS note, s.id AS shiftId, s.starts_at AS startsAt, s.ends_at AS endsAt, s.cancelled_reason AS cancelledReason, s.moved_from AS movedFrom, s.moved_reason AS movedReason,
        (SELECT COUNT(*) FROM signups g WHERE g.position_id = p.id AND g.state = 'waiting') AS waiting
      FROM positions p JOIN shifts s ON s.id = p.shift_id WHERE p.id IN (:...ids)`, { ids });
    return new Map(rows.map((row) => [row.id, { position: positionView(row, demandName), shift: shiftView(row) }]));
  }

  /** Activities in which a person has a place or waits for one, and those where the unit has said no. */
  async activitiesOf(volunteerId: string): Promise<ReadonlySet<string>> {
    const rows = await readRows<{ id: string }>(this.database.reader,
      "SELECT DISTINCT g.activity_id AS id FROM signups g WHERE g.volunteer_id = :volunteerId AND g.state IN ('requested', 'waiting', 'confirmed', 'refused')", { volunteerId });
    return new Set(rows.map(({ id }) => id));
  }
}

const positionView = (row: OfferedRow, demandName: (id: string) => string): Position => ({
  id: row.id, role: row.role, name: row.name, minimum: row.minimum, maximum: row.maximum, confirmed: row.confirmed, waiting: Number(row.waiting), free: Math.max(0, row.maximum - row.confirmed), paid: Boolean(row.paid),
  requires: { occupations: JSON.parse(row.occupations) as Position['requires']['occupations'], credentials: (JSON.parse(row.credentialIds) as string[]).map((id) => ({ id, name: demandName(id) })), pools: (JSON.parse(row.poolIds) as string[]).map((id) => ({ id, name: demandName(id) })), minAge: row.minAge, note: row.note },
});
const shiftView = (row: OfferedRow): Omit<Shift, 'positions'> => ({
  id: row.shiftId, startsAt: row.startsAt, endsAt: row.endsAt, cancelled: row.cancelledReason === null ? null : { reason: row.cancelledReason },
  moved: row.movedFrom === null ? null : { from: row.movedFrom, reason: row.movedReason ?? '' },
});

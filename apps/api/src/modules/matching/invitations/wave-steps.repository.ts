import { Injectable } from '@nestjs/common';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, readRows, toDbTime } from '../../../platform/database/index.js';
import { ActivityWavesEntity, WaveRoundEntity, WaveStepEntity } from './place-invitation.entity.js';

/** A position that waves may ask for: places that nobody has or wants up to the minimum, and how asking stands. */
export interface WavePostRow {
  readonly id: string; readonly activityId: string; readonly name: string; readonly role: string; readonly shiftId: string; readonly startsAt: string; readonly minimum: number; readonly maximum: number; readonly confirmed: number; readonly requested: number | string;
  readonly wave: number | null; readonly kind: 'send' | 'wait' | 'rest' | null; readonly because: string | null; readonly dueAt: string | null; readonly lookedAt: string | null; readonly countyCode: string; readonly unitDivision: string;
}
/** Whether an activity has waves on, with the name of whoever switched it. */
export interface ActivityWavesRow { readonly id: string; readonly switchedOn: number | null; readonly switchedAt: string | null; readonly switchedBy: string | null; readonly version: number | null }

const select = `SELECT p.id AS id, p.activity_id AS activityId, p.name AS name, p.role AS role, sh.id AS shiftId, sh.starts_at AS startsAt, p.minimum AS minimum, p.maximum AS maximum, p.confirmed AS confirmed,
    (SELECT COUNT(*) FROM signups g WHERE g.position_id = p.id AND g.state = 'requested') AS requested, w.wave AS wave, w.kind AS kind, w.because AS because, w.due_at AS dueAt, w.looked_at AS lookedAt, a.county_id AS countyCode, u.division_id AS unitDivision
  FROM positions p JOIN shifts sh ON sh.id = p.shift_id JOIN activities a ON a.id = p.activity_id JOIN units u ON u.id = a.unit_id LEFT JOIN wave_steps w ON w.id = p.id`;
/** Places still to be filled; whoever waits for the unit's word counts as coming. */
export const missingOf = ({ minimum, confirmed, requested }: Pick<WavePostRow, 'minimum' | 'confirmed' | 'requested'>): number => Math.max(0, minimum - confirmed - Number(requested));

/** Rows of `activity_waves`, `wave_steps` and `wave_rounds`. */
@Injectable()
export class WaveSteps {
  constructor(private readonly database: Database) {}

  /** Positions to come of activities that have waves on, in the order of their beginning. */
  posts(now: Date): Promise<WavePostRow[]> {
    return readRows(this.database.reader, `${select} JOIN activity_waves s ON s.id = a.id AND s.switched_on = 1 WHERE a.state = 'open' AND sh.cancelled_at IS NULL AND sh.starts_at > :now ORDER BY sh.starts_at, p.id`, { now: toDbTime(now) });
  }
  postsOf(activityId: string, now: Date): Promise<WavePostRow[]> {
    return readRows(this.database.reader, `${select} WHERE a.id = :activityId AND sh.cancelled_at IS NULL AND sh.starts_at > :now ORDER BY sh.starts_at, sh.id, p.sort_no, p.id`, { activityId, now: toDbTime(now) });
  }

  async save(step: WaveStepEntity): Promise<void> {
    if (!(await this.change(step))) await insertRows(this.database.writer, WaveStepEntity, [step]);
  }
  /** Whether there was one. */
  async change({ id, ...step }: WaveStepEntity): Promise<boolean> { return (await this.database.writer.update(WaveStepEntity, { id }, step)).affected === 1; }
  /** Looks at a position in the next turn: somebody has said no, or a place came free. */
  async look(positionId: string, now: Date): Promise<void> { await changeRows(this.database.writer, 'UPDATE wave_steps SET due_at = :now WHERE id = :positionId AND due_at > :now', { positionId, now: toDbTime(now) }); }

  async insertRound(row: WaveRoundEntity): Promise<void> { await insertRows(this.database.writer, WaveRoundEntity, [row]); }

  /** Null for an activity out of reach. */
  async ofActivity(actor: Actor, activityId: string): Promise<ActivityWavesRow | null> {
    const { sql, params } = allOf([unitsWithin(reachOf(actor, 'signup:decide'), 'u'), { sql: 'a.id = :activityId', params: { activityId } }]);
    return (await readRows<ActivityWavesRow>(this.database.reader, `SELECT a.id AS id, s.switched_on AS switchedOn, s.switched_at AS switchedAt, c.name AS switchedBy, s.version AS version
      FROM activities a JOIN units u ON u.id = a.unit_id LEFT JOIN activity_waves s ON s.id = a.id LEFT JOIN accounts c ON c.id = s.switched_by WHERE ${sql}`, params))[0] ?? null;
  }
  async insertSwitch(row: ActivityWavesEntity): Promise<void> { await insertRows(this.database.writer, ActivityWavesEntity, [row]); }
  async changeSwitch(id: string, version: number, changes: Pick<ActivityWavesEntity, 'switchedOn' | 'switchedBy' | 'switchedAt'>): Promise<boolean> {
    return (await this.database.writer.update(ActivityWavesEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }
}

import { Injectable } from '@nestjs/common';
import { HELD_AFTER_MS, type Held } from '@kepu/matching';
import { Database, readRows, toDbTime } from '../../platform/database/index.js';

/** Beyond this many the database reads all places that are held rather than a list of people. */
const NAMED = 500;

/** Confirmed places to come, and those that have just been. */
@Injectable()
export class HeldPlacesRepository {
  constructor(private readonly database: Database) {}

  async of(volunteerIds: readonly string[], now: Date): Promise<(Held & { volunteerId: string })[]> {
    if (volunteerIds.length === 0) return [];
    const wanted = new Set(volunteerIds);
    const named = wanted.size <= NAMED ? ' AND s.volunteer_id IN (:...volunteerIds)' : '';
    const rows = await readRows<Held & { volunteerId: string }>(this.database.reader,
      `SELECT s.volunteer_id AS volunteerId, a.title AS activityTitle, sh.starts_at AS startsAt, sh.ends_at AS endsAt, a.county_id AS countyCode
       FROM shifts sh JOIN signups s ON s.shift_id = sh.id AND s.state = 'confirmed' JOIN activities a ON a.id = sh.activity_id WHERE sh.ends_at > :from AND sh.cancelled_at IS NULL${named} ORDER BY sh.starts_at, sh.id`,
      { from: toDbTime(new Date(now.getTime() - HELD_AFTER_MS)), volunteerIds: [...wanted] });
    return named ? rows : rows.filter((row) => wanted.has(row.volunteerId));
  }
}

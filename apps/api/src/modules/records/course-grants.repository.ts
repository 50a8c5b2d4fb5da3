import { Injectable } from '@nestjs/common';
import { Database, readRows } from '../../platform/database/index.js';

/** What a training gives, and to whom. */
@Injectable()
export class CourseGrantRows {
  constructor(private readonly database: Database) {}

  /** Null for an activity that gives nothing. */
  async courseOf(activityId: string): Promise<{ title: string; unitName: string; kindId: string; months: number | null } | null> {
    const rows = await readRows<{ title: string; unitName: string; kindId: string; months: number | null }>(this.database.reader,
      'SELECT a.title AS title, u.name AS unitName, a.grants_kind_id AS kindId, a.grants_months AS months FROM activities a JOIN units u ON u.id = a.unit_id WHERE a.id = :activityId AND a.grants_kind_id IS NOT NULL', { activityId });
    return rows[0] ?? null;
  }
  async minutesOf(activityId: string, volunteerId: string): Promise<number> {
    const [row] = await readRows<{ minutes: number | string | null }>(this.database.writer, 'SELECT SUM(r.minutes) AS minutes FROM service_records r WHERE r.activity_id = :activityId AND r.volunteer_id = :volunteerId', { activityId, volunteerId });
    return Number(row?.minutes ?? 0);
  }
}

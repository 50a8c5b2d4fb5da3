import { Injectable } from '@nestjs/common';
import { AttendanceRepository } from './attendance.repository.js';
import { OpenHours } from './open-hours.js';

/** Presences of an activity that wait for their hours. */
@Injectable()
export class AttendanceOpenHours extends OpenHours {
  constructor(private readonly rows: AttendanceRepository) { super(); }

  of(activityId: string): Promise<number> { return this.rows.openIn(activityId); }
}

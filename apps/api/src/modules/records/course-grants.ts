import { Injectable } from '@nestjs/common';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { CourseCredentials } from '../talents/index.js';
import { CourseGrantRows } from './course-grants.repository.js';
import type { ServiceRecordEntity } from './service-record.entity.js';

/** A training whose hours are confirmed gives its certificate; one whose hours are all taken back takes it away again. */
@Injectable()
export class CourseGrants {
  constructor(private readonly rows: CourseGrantRows, private readonly credentials: CourseCredentials) {}

  /** Inside the unit that writes the records. */
  async finished(actor: PersonActor, activityId: string, records: readonly ServiceRecordEntity[]): Promise<void> {
    const course = await this.rows.courseOf(activityId);
    const [first] = records;
    if (!course || !first) return;
    await this.credentials.grant(actor, records.filter(({ minutes }) => minutes > 0).map(({ volunteerId }) => volunteerId), { ...course, activityId, day: first.day });
  }

  /** Inside the unit that takes records back. */
  async takenBack(actor: Actor, activityId: string, volunteerId: string): Promise<void> {
    if ((await this.rows.minutesOf(activityId, volunteerId)) <= 0) await this.credentials.takeBack(actor, volunteerId, activityId);
  }
}

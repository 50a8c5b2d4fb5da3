import { Injectable } from '@nestjs/common';
import { courseEnd } from '@kepu/domain';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { CredentialsRepository } from './credentials.repository.js';
import { CourseCredentialRows } from './course-credentials.repository.js';

/** A training that is over for somebody. `months`: how long what it gives holds; null for always. */
export interface Course { readonly activityId: string; readonly title: string; readonly unitName: string; readonly kindId: string; readonly months: number | null; readonly day: string }

/** What a finished course gives (先培训再上岗): seen by whoever confirmed the hours, so that nobody has to see it again. */
@Injectable()
export class CourseCredentials {
  constructor(private readonly rows: CredentialsRepository, private readonly given: CourseCredentialRows, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  /** Inside the unit that confirms the hours. Once for a person and a course, however many shifts it has. */
  async grant(actor: PersonActor, personIds: readonly string[], course: Course): Promise<void> {
    const present = await this.given.holders(course.activityId, personIds);
    const now = this.clock.now();
    const rows = [...new Set(personIds)].filter((personId) => !present.has(personId)).map((accountId) => ({
      id: newId(), accountId, kindId: course.kindId, issuer: course.unitName, numberSealed: null, fromDay: course.day, toDay: courseEnd(course.day, course.months), fileId: null, state: 'confirmed' as const, activityId: course.activityId, courseTitle: course.title,
      declaredAt: now, confirmedAt: now, confirmedBy: actor.accountId, proof: 'register' as const, auditedAt: null, auditedBy: null, sampledAt: null, returnedReason: null, returnedAt: null, returnedBy: null, version: 1,
    }));
    await this.rows.insert(rows);
    for (const { id, fromDay, toDay } of rows) {
      await this.audit.record({ actor: auditActor(actor), action: 'credential.granted', subjectKind: 'credential', subjectId: id, before: null, after: { activityId: course.activityId, fromDay, toDay } });
      await this.jobs.enqueue('notice.credential', { event: 'granted', credentialId: id, version: 1 });
    }
  }

  /** Inside the unit that takes hours back: whoever has none left of the course does not hold what it gave. */
  async takeBack(actor: Actor, personId: string, activityId: string): Promise<void> {
    for (const id of await this.given.remove(personId, activityId)) {
      await this.audit.record({ actor: auditActor(actor), action: 'credential.taken_back', subjectKind: 'credential', subjectId: id, before: { activityId }, after: null });
      await this.jobs.enqueue('credentials.lapse', { personId, activityId: null });
    }
  }
}

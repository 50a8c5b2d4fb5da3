import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Dependents } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { AuditTrail } from '../../platform/audit/index.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId } from '../../platform/database/index.js';
import { RegistrationDependents, type RegistrationDependent } from '../volunteers/index.js';
import { RecordTakeBackRepository } from './record-take-back.repository.js';
import { RecordsRepository } from './records.repository.js';
import { CourseGrants } from './course-grants.js';
import { ServiceEvidence } from './service-evidence.js';
import type { ServiceRecordEntity } from './service-record.entity.js';

/** Records that one unit takes back. */
const PORTION = 40;
const system = { kind: 'system', task: 'registrations' } as const;

/** Takes back what was recorded under a registration that was false, and what it was counted for. */
@Injectable()
export class RecordTakeBack implements RegistrationDependent, OnModuleInit {
  constructor(
    private readonly dependents: RegistrationDependents, private readonly standing: RecordTakeBackRepository, private readonly rows: RecordsRepository, private readonly evidence: ServiceEvidence, private readonly courses: CourseGrants, private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.dependents.register(this); }

  count(volunteerId: string): Promise<Partial<Dependents>> { return this.standing.count(volunteerId); }

  async takeBack(by: string, volunteerId: string): Promise<number> {
    const records = await this.standing.portion(volunteerId, PORTION);
    await this.reverse(by, records, label('zh-CN', 'terms.standingReasons.void'));
    return records.length;
  }

  /** Inside a unit. The unique key of what takes a line back stands behind it: nothing is taken back twice. */
  async reverse(by: string, records: readonly ServiceRecordEntity[], reason: string): Promise<void> {
    await this.rows.insert(records.map((record) => ({
      ...record, id: newId(), onceKey: `${record.signupId}:r:${record.id}`, minutes: -record.minutes, rule: 'corrected', reversesId: record.id, reason, confirmedBy: by, createdAt: this.clock.now(),
    })));
    for (const { id, minutes, ledger, activityId, volunteerId } of records) {
      await this.courses.takenBack(system, activityId, volunteerId);
      await this.evidence.reverse(system, id, reason);
      await this.audit.record({ actor: auditActor(system), action: 'service_record.reversed', subjectKind: 'service_record', subjectId: id, before: { minutes, ledger }, after: { activityId, instead: null, by } });
    }
  }
}

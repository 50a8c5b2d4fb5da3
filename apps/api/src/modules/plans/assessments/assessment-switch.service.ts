import { Injectable } from '@nestjs/common';
import type { AssessmentSwitch, assessmentSwitching } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { can, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { AssessmentsRepository } from './assessments.repository.js';

/** Not every office assesses its units: there is nothing of it until an administrator wants it. */
@Injectable()
export class AssessmentSwitches {
  constructor(private readonly rows: AssessmentsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async get(actor: PersonActor): Promise<AssessmentSwitch> {
    const [{ enabled, changedAt, changedBy, version }, who] = await Promise.all([this.rows.switch(), this.rows.switchers(this.clock.today())]);
    return { enabled: Number(enabled) === 1, changed: changedAt === null ? null : { by: changedBy ?? '', at: fromDbTime(changedAt) }, who, maySwitch: can(actor, 'assessment:switch'), version };
  }
  /** Errors: `version.stale`. */
  async set(actor: PersonActor, { version, enabled, reason }: z.output<typeof assessmentSwitching>): Promise<AssessmentSwitch> {
    await this.work.run(async () => {
      const before = await this.rows.switch();
      if (!(await this.rows.setSwitch(version, { enabled, changedAt: this.clock.now(), changedBy: actor.accountId }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: enabled ? 'assessment.switched_on' : 'assessment.switched_off', subjectKind: 'assessment_switch', subjectId: 'assessment', before: { enabled: Number(before.enabled) === 1 }, after: { enabled, reason } });
    });
    return this.get(actor);
  }
  /** Errors: `assessment.off`. */
  async demandOn(): Promise<void> { if (Number((await this.rows.switch()).enabled) !== 1) throw new Refusal('assessment.off'); }
}

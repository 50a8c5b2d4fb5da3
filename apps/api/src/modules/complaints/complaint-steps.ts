import { Injectable } from '@nestjs/common';
import { complaintLifecycle, next, type ComplaintAction } from '@kepu/domain';
import { AuditTrail, type AuditActor } from '../../platform/audit/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import type { ComplaintEntity } from './complaint.entity.js';
import { ComplaintsRepository, type ComplaintRow } from './complaints.repository.js';

/** The steps of a complaint, each with its line in the audit. What people wrote stands in the complaint alone: the audit is kept for good, the complaint is not. */
@Injectable()
export class ComplaintSteps {
  constructor(private readonly rows: ComplaintsRepository, private readonly audit: AuditTrail) {}

  /** Inside a unit. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async take(actor: AuditActor, row: ComplaintRow, action: ComplaintAction, version: number, changes: Partial<ComplaintEntity>): Promise<void> {
    const step = next(complaintLifecycle, row.state, action);
    if (!step.ok || step.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.complaintStates.${row.state}` } });
    if (!(await this.rows.update(row.id, version, { ...changes, state: step.state }))) throw new Refusal('version.stale');
    await this.record(actor, `complaint.${action}`, row.id, { state: step.state, ...(changes.dueOn ? { dueOn: changes.dueOn } : {}) });
  }

  async record(actor: AuditActor, action: string, id: string, after: Readonly<Record<string, unknown>>): Promise<void> {
    await this.audit.record({ actor, action, subjectKind: 'complaint', subjectId: id, before: null, after });
  }
}

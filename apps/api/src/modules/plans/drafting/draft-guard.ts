import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { FileLinks } from '../../files/index.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { PlanApprovalsRepository } from './plan-approvals.repository.js';

/** What hangs on a draft when it is issued or undone. */
@Injectable()
export class DraftGuard {
  constructor(private readonly consultations: ConsultationsRepository, private readonly approvals: PlanApprovalsRepository, private readonly files: FileLinks, private readonly audit: AuditTrail) {}

  /** Nobody's words are cut off. Errors: `consultation.open`. */
  async demandNoConsultation(planId: string): Promise<void> {
    if (await this.consultations.openOf(planId)) throw new Refusal('consultation.open');
  }

  /** Inside the unit that undoes the draft: comments stay with the words that they were about, the sign-off goes with what was signed. Errors: `consultation.open`. */
  async leave(actor: PersonActor, planId: string): Promise<void> {
    await this.demandNoConsultation(planId);
    for (const id of await this.consultations.leavePlan(planId)) await this.audit.record({ actor: auditActor(actor), action: 'consultation.kept', subjectKind: 'consultation', subjectId: id, before: { planId }, after: null });
    const approval = await this.approvals.of(planId);
    if (!approval) return;
    await this.files.attach(actor, 'plan_approval', approval.id, []);
    await this.approvals.remove(approval.id);
    await this.audit.record({ actor: auditActor(actor), action: 'plan_approval.removed', subjectKind: 'plan', subjectId: planId, before: { approver: approval.approver, signedOn: approval.signedOn }, after: null });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PlanApproval, planApprovalInput } from '@kepu/contracts';
import { can, planLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { reachOf, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { FileLinks, FileReaders } from '../../files/index.js';
import { AccountsRepository } from '../../identity/index.js';
import type { PlanEntity } from '../plan.entity.js';
import { PlansRepository } from '../plans.repository.js';
import type { PlanApprovalEntity } from './drafting.entity.js';
import { PlanApprovalsRepository } from './plan-approvals.repository.js';

/** The leader's sign-off of a draft, with the scanned sheet: for those who read whole plans of the city, and no unit. */
@Injectable()
export class PlanApprovalsService implements OnModuleInit {
  constructor(
    private readonly rows: PlanApprovalsRepository, private readonly plans: PlansRepository, private readonly files: FileLinks, private readonly readers: FileReaders, private readonly accounts: AccountsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.readers.register('plan_approval', async (actor, id) => {
      const row = await this.rows.find(id);
      return row !== null && (await this.planFor(actor, row.planId)) !== null;
    });
  }

  async get(actor: PersonActor, planId: string): Promise<{ approval: PlanApproval | null }> {
    await this.demand(actor, planId);
    const row = await this.rows.of(planId);
    return { approval: row && (await this.view(row)) };
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`, `reference.not_found` for a file that is not the actor's. */
  async record(actor: PersonActor, planId: string, { version, fileIds, ...given }: z.output<typeof planApprovalInput>): Promise<PlanApproval> {
    const id = newId();
    try {
      await this.work.run(async () => {
        const plan = await this.draft(actor, planId);
        const present = await this.rows.of(planId);
        if ((present?.version ?? null) !== version) throw new Refusal('version.stale');
        const row: PlanApprovalEntity = { id: present?.id ?? id, planId, ...given, recordedAt: this.clock.now(), recordedBy: actor.accountId, version: 1 };
        if (!present) await this.rows.insert(row);
        else if (!(await this.rows.update(present.id, present.version, { ...given, recordedAt: row.recordedAt, recordedBy: row.recordedBy }))) throw new Refusal('version.stale');
        // Whoever issues, undoes or rewords the draft at this moment finds another version.
        if (!(await this.plans.update(planId, plan.version, {}))) throw new Refusal('version.stale');
        await this.files.attach(actor, 'plan_approval', row.id, fileIds);
        const trace = { actor: auditActor(actor), subjectKind: 'plan', subjectId: planId, before: present && { approver: present.approver, signedOn: present.signedOn }, after: { approver: given.approver, signedOn: given.signedOn, files: fileIds.length } };
        await this.audit.record(present ? { ...trace, action: 'plan_approval.replaced' } : { ...trace, action: 'plan_approval.recorded' });
      });
    } catch (error) {
      if (error instanceof UniqueViolation) throw new Refusal('version.stale');
      throw error;
    }
    const row = await this.rows.of(planId);
    if (!row) throw notFound();
    return this.view(row);
  }

  /** Errors: `lifecycle.not_allowed`. */
  async remove(actor: PersonActor, planId: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const plan = await this.draft(actor, planId);
      const row = await this.rows.of(planId);
      if (!row) throw notFound();
      await this.files.attach(actor, 'plan_approval', row.id, []);
      if (!(await this.rows.remove(row.id)) || !(await this.plans.update(planId, plan.version, {}))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'plan_approval.removed', subjectKind: 'plan', subjectId: planId, before: { approver: row.approver, signedOn: row.signedOn }, after: null });
    });
    return { done: true };
  }

  private async planFor(actor: PersonActor, planId: string): Promise<PlanEntity | null> { return reachOf(actor, 'plan:read') === 'all' ? this.plans.findFor(actor, planId) : null; }
  private async demand(actor: PersonActor, planId: string): Promise<PlanEntity> {
    const plan = await this.planFor(actor, planId);
    if (!plan) throw notFound();
    return plan;
  }
  private async draft(actor: PersonActor, planId: string): Promise<PlanEntity> {
    const plan = await this.demand(actor, planId);
    if (!can(planLifecycle, plan.state, 'withdraw')) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan.state}` } });
    return plan;
  }

  private async view(row: PlanApprovalEntity): Promise<PlanApproval> {
    const [files, names] = await Promise.all([this.files.of('plan_approval', [row.id]), this.accounts.namesOf([row.recordedBy])]);
    return { id: row.id, approver: row.approver, signedOn: row.signedOn, note: row.note, files: files.get(row.id) ?? [], recordedBy: names.get(row.recordedBy) ?? '', recordedAt: row.recordedAt.toISOString(), version: row.version };
  }
}

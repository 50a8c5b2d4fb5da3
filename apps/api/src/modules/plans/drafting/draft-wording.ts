import { readTargets } from '@kepu/breakdown';
import { Injectable } from '@nestjs/common';
import { can, planLifecycle } from '@kepu/domain';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { searchKey } from '../../../platform/pinyin/pinyin.js';
import { ProgrammeDirectory, UnitDirectory } from '../../units/index.js';
import { MeasureRevision } from '../measure-revision.js';
import { SEARCH_MAX } from '../paper-rows.js';
import { PlansRepository } from '../plans.repository.js';
import { DraftItemsRepository } from './draft-items.repository.js';
import { PlanApprovalsRepository } from './plan-approvals.repository.js';

/** Other words for an item of a draft: what the words promise is read anew, as from a paper. */
@Injectable()
export class DraftWording {
  constructor(
    private readonly items: DraftItemsRepository, private readonly plans: PlansRepository, private readonly approvals: PlanApprovalsRepository, private readonly measures: MeasureRevision, private readonly units: UnitDirectory, private readonly programmes: ProgrammeDirectory,
    private readonly audit: AuditTrail,
  ) {}

  /** Inside a unit of work. Errors: `lifecycle.not_allowed`, `plan_approval.signed`, `version.stale`. */
  async change(actor: PersonActor, { planId, itemId, version, text }: { planId: string; itemId: string; version: number; text: string }): Promise<void> {
    const [plan, before] = [await this.plans.findFor(actor, planId), await this.items.find(planId, itemId)];
    if (!plan || !before) throw notFound();
    if (!can(planLifecycle, plan.state, 'withdraw')) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan.state}` } });
    // What the leader has signed is not changed behind the signature.
    if (await this.approvals.of(planId)) throw new Refusal('plan_approval.signed');
    const targets = readTargets(text).map(({ raw, min, max, approx, unit }) => ({ raw, min, max, approx, unit }));
    const changes = { text, targets, targetCount: targets.length, searchKey: await this.keyOf(before.programmeId, itemId, text) };
    if (!(await this.items.update(itemId, version, changes)) || !(await this.plans.update(planId, plan.version, { targetCount: plan.targetCount - before.targetCount + targets.length }))) throw new Refusal('version.stale');
    await this.measures.anew(actor, before, { ...before, ...changes }, plan.year);
    await this.audit.record({ actor: auditActor(actor), action: 'item.reworded', subjectKind: 'item', subjectId: itemId, before: { text: before.text, targets: before.targetCount }, after: { text, targets: targets.length } });
  }

  private async keyOf(programmeId: string, itemId: string, text: string): Promise<string> {
    const parts = await this.items.parts(itemId);
    const [programmes, units] = await Promise.all([this.programmes.programmesByIds([programmeId]), this.units.unitsByIds(parts.map(({ unitId }) => unitId))]);
    return searchKey([text, programmes.get(programmeId)?.name ?? '', ...parts.flatMap(({ unitId, printed }) => [printed, units.get(unitId)?.fullName ?? ''])], SEARCH_MAX);
  }
}

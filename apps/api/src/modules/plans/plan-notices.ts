import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { Failpoints } from '../../platform/test-control/failpoints.js';
import { GrantsRepository } from '../identity/index.js';
import { excerpt, NoticesService } from '../notices/index.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { ItemsRepository } from './items.repository.js';
import { JointGroupsRepository } from './joint-groups.repository.js';
import { leadOf } from './joint-tasks.js';
import { PlanImportsRepository } from './plan-imports.repository.js';
import type { RevisionNews } from './plan-revision-issue.service.js';
import { PlanRevisionsRepository } from './plan-revisions.repository.js';
import { PlansRepository } from './plans.repository.js';
import { SignOffsRepository } from './sign-offs.repository.js';

const system = { kind: 'system', task: 'plan notices' } as const;

type AssignmentEvent = { assignmentId: string; event: 'asked' | 'answered' | 'reopened'; version: number };

/** Tells units and the office what happened to a plan. Each handler finishes its job in the unit that writes the messages. */
@Injectable()
export class PlanNotices implements OnModuleInit {
  constructor(
    private readonly notices: NoticesService, private readonly plans: PlansRepository, private readonly imports: PlanImportsRepository, private readonly items: ItemsRepository,
    private readonly assignments: AssignmentsRepository, private readonly revisions: PlanRevisionsRepository, private readonly signOffs: SignOffsRepository, private readonly jointGroups: JointGroupsRepository, private readonly grants: GrantsRepository,
    private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
    private readonly failpoints: Failpoints,
  ) {}

  onModuleInit(): void {
    this.worker.register<{ planId: string }>({ kind: 'notice.plan_issued', run: (run) => this.planIssued(run) });
    this.worker.register<RevisionNews & { revisionId: string }>({ kind: 'notice.plan_revised', run: (run) => this.planRevised(run) });
    this.worker.register<{ groupId: string; version: number }>({ kind: 'notice.joint_group', run: (run) => this.jointGroupMade(run) });
    this.worker.register<{ importId: string }>({ kind: 'notice.plan_import', run: (run) => this.importEnded(run) });
    this.worker.register<AssignmentEvent>({ kind: 'notice.assignment', run: (run) => this.assignmentChanged(run) });
  }

  private async planIssued(run: JobRun<{ planId: string }>): Promise<void> {
    const { planId } = run.payload;
    const plan = await this.plans.findFor(system, planId);
    if (!plan) return;
    const counts = await this.assignments.countByUnit(planId);
    const liaisons = await this.signOffs.liaisonsOf(counts.map((unit) => unit.unitId), this.clock.today());
    this.failpoints.reach('notice:before');
    await this.work.run(async () => {
      for (const unit of counts) {
        await this.notices.deliver(liaisons.filter((liaison) => liaison.unitId === unit.unitId).map((liaison) => liaison.accountId), {
          eventKey: `plan_issued:${planId}:${unit.unitId}`, kind: 'plan_issued', link: `/my-items?plan=${planId}`, params: { title: plan.title, count: Number(unit.count), signBy: plan.signBy ?? '' },
        });
      }
      await run.finish();
    });
    this.failpoints.reach('notice:delivered');
  }

  /** A unit that has something to sign is told so; one that only has less to do is told that, and led to what ended. */
  private async planRevised(run: JobRun<RevisionNews & { revisionId: string }>): Promise<void> {
    const { revisionId, signing, eased } = run.payload;
    const revision = await this.revisions.find(system, revisionId);
    const plan = revision && (await this.plans.findFor(system, revision.planId));
    if (!revision || !plan) return;
    const units = [...new Set([...signing, ...eased])];
    const countOf = (unitId: string, parts: readonly string[]): number => parts.filter((one) => one === unitId).length;
    const liaisons = await this.signOffs.liaisonsOf(units, this.clock.today());
    await this.work.run(async () => {
      for (const unitId of units) {
        const told = liaisons.filter((liaison) => liaison.unitId === unitId).map((liaison) => liaison.accountId);
        const [toSign, ended] = [countOf(unitId, signing), countOf(unitId, eased)];
        await this.notices.deliver(told, {
          eventKey: `plan_revised:${revisionId}:${unitId}`, kind: toSign > 0 ? 'plan_revised' : 'plan_eased', link: toSign > 0 ? `/my-items?plan=${plan.id}` : `/plan-revisions/${revisionId}/show`,
          params: { title: plan.title, edition: revision.edition, count: toSign > 0 ? toSign : ended, signBy: plan.signBy ?? '' },
        });
      }
      await run.finish();
    });
  }

  /** Partners of a joint task are told who leads, when it is made and when that or its parts change. Those of a draft learn it with the paper. */
  private async jointGroupMade(run: JobRun<{ groupId: string; version: number }>): Promise<void> {
    const { groupId, version } = run.payload;
    const [group] = await this.jointGroups.groupsFor(system, { ids: [groupId] });
    const lead = group ? leadOf(group) : null;
    const units = group?.planState === 'issued' && lead ? [...new Set((await this.jointGroups.unitsOf({ groupIds: [groupId] })).map(({ unitId }) => unitId))] : [];
    const liaisons = units.length === 0 ? [] : await this.signOffs.liaisonsOf(units, this.clock.today());
    await this.work.run(async () => {
      for (const unitId of units) {
        await this.notices.deliver(liaisons.filter((liaison) => liaison.unitId === unitId).map((liaison) => liaison.accountId), {
          eventKey: `joint_group:${groupId}:${unitId}:${version}`, kind: 'joint_group', link: `/plans/${group?.planId ?? ''}/joint`, params: { name: group?.name ?? '', lead: lead?.name ?? '' },
        });
      }
      await run.finish();
    });
  }

  private async importEnded(run: JobRun<{ importId: string }>): Promise<void> {
    const row = await this.imports.findFor(system, run.payload.importId);
    if (!row) return;
    const kind = row.failure ? 'import_failed' : row.state === 'asking' ? 'import_asks' : 'import_ready';
    await this.work.run(async () => {
      await this.notices.deliver([row.createdBy], {
        eventKey: `plan_import:${row.id}:${kind}`, kind, link: `/plan-imports/${row.id}`, params: { fileName: row.fileName },
      });
      await run.finish();
    });
  }

  private async assignmentChanged(run: JobRun<AssignmentEvent>): Promise<void> {
    const { assignmentId, event, version } = run.payload;
    const news = await this.assignments.news(assignmentId);
    const item = news && (await this.items.findFor(system, news.itemId));
    if (!news || !item) return;
    const office = async () => this.grants.officeAccountsOf((await this.plans.findFor(system, item.planId))?.officeId ?? '', this.clock.today());
    const unit = async () => (await this.signOffs.liaisonsOf([news.unitId], this.clock.today())).map((liaison) => liaison.accountId);
    const told = event === 'asked' ? await office() : event === 'answered' && news.askedBy ? [news.askedBy] : await unit();
    const text = event === 'asked' ? news.question : event === 'answered' ? news.answer : item.text;
    await this.work.run(async () => {
      await this.notices.deliver(told, {
        eventKey: `assignment_${event}:${assignmentId}:${version}`, kind: `assignment_${event}`, link: `/items/${news.itemId}/show`, params: { unit: news.unitPrinted, text: excerpt(text ?? '') },
      });
      await run.finish();
    });
  }
}

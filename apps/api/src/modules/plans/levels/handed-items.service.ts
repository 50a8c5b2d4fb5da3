import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { HandedItem, handDown, handedQuery, Page } from '@kepu/contracts';
import { handedItemLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { JobWorker, Jobs, type JobRun } from '../../../platform/jobs/index.js';
import { GrantsRepository } from '../../identity/index.js';
import { NoticesService } from '../../notices/index.js';
import { DivisionsService } from '../../units/index.js';
import { PlansRepository } from '../plans.repository.js';
import { PlansService } from '../plans.service.js';
import { demandInForce, transition } from '../transition.js';
import { HandedItems } from './handed-items.repository.js';
import { LevelsRepository } from './levels.repository.js';

type Handed = { readonly planId: string; readonly divisionId: string; readonly count: number; readonly batch: string };
const system = { kind: 'system', task: 'notice.items_handed' } as const;

/** Items that an office hands down to the divisions right below, whose offices sign for them. */
@Injectable()
export class HandedItemsService implements OnModuleInit {
  constructor(
    private readonly rows: HandedItems, private readonly levels: LevelsRepository, private readonly divisions: DivisionsService, private readonly plans: PlansService, private readonly planRows: PlansRepository, private readonly grants: GrantsRepository, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly jobs: Jobs, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<Handed>({ kind: 'notice.items_handed', run: (run) => this.tell(run) });
    this.divisions.register('plans', (from, to, actor) => this.follow(from, to, actor));
  }

  /** Where a division ends in another one, what was handed down to it is asked of its successor, whose office keeps its plans; what the successor was asked for itself stays as it is. Inside the unit of the merger. */
  private async follow(from: string, to: string, actor: Actor): Promise<void> {
    const { rows, known } = await this.rows.ofDivision(from, to);
    for (const row of rows) if (!known.has(row.itemId) && !(await this.rows.update(row, { divisionId: to }))) throw new Refusal('version.stale');
    for (const id of await this.rows.moveOffice(from, to)) await this.audit.record({ actor: auditActor(actor), action: 'plan.office_moved', subjectKind: 'plan', subjectId: id, before: { divisionId: from }, after: { divisionId: to } });
  }

  async list(actor: PersonActor, planId: string, query: z.output<typeof handedQuery>): Promise<Page<HandedItem>> {
    await this.plans.findFor(actor, planId);
    const { rows, total } = await this.rows.listFor(actor, planId, query);
    const serving = rows.length === 0 ? [] : await this.rows.serving(actor, [...new Set(rows.map(({ itemId }) => itemId))]);
    return {
      data: rows.map((row): HandedItem => ({
        id: row.id, item: { id: row.itemId, planId: row.planId, seq: row.seq, text: row.text, programme: row.programme, standing: row.standing }, division: { id: row.divisionId, name: row.divisionName }, state: row.state, handedAt: fromDbTime(row.handedAt),
        signedAt: row.signedAt && fromDbTime(row.signedAt), signedBy: row.signedBy, below: serving.filter(({ parentId, divisionId }) => parentId === row.itemId && divisionId === row.divisionId).map(({ id, planId: own, text, standing }) => ({ id, planId: own, text, standing })), version: row.version,
      })), total,
    };
  }

  /** What stands already is left as it is; what was taken back is asked for anew. Errors: `lifecycle.not_allowed`, `reference.not_found`. */
  async handDown(actor: PersonActor, planId: string, given: z.output<typeof handDown>): Promise<{ changed: number }> {
    const [itemIds, divisionIds] = [[...new Set(given.itemIds)], [...new Set(given.divisionIds)]];
    const attempt = () => this.work.run(async () => {
      const plan = await this.plans.findKept(actor, planId, 'plan:write');
      demandInForce(plan.state);
      const items = await this.rows.inForce(planId, itemIds);
      if (items.length !== itemIds.length) throw badReference('admin.levels.items_chosen');
      const below = new Map((await this.levels.divisionsBelow(actor, plan.divisionId, this.clock.today())).map((division) => [division.id, division.name]));
      if (divisionIds.some((id) => !below.has(id))) throw badReference('admin.levels.division');
      const present = await this.rows.present(itemIds, divisionIds);
      const batch = newId();
      const now = this.clock.now();
      const told = new Map<string, number>();
      const tell = (divisionId: string): void => { told.set(divisionId, (told.get(divisionId) ?? 0) + 1); };
      for (const row of present) {
        if (row.state !== 'withdrawn') continue;
        const state = transition(handedItemLifecycle, row.state, 'hand_again', 'handedStates');
        if (!(await this.rows.update(row, { state: state ?? 'pending', handedAt: now, handedBy: actor.accountId, signedAt: null, signedBy: null }))) throw new Refusal('version.stale');
        tell(row.divisionId);
      }
      const known = new Set(present.map((row) => `${row.itemId} ${row.divisionId}`));
      const fresh = itemIds.flatMap((itemId) => divisionIds.filter((divisionId) => !known.has(`${itemId} ${divisionId}`)).map((divisionId) => ({ id: newId(), itemId, planId, divisionId, state: 'pending' as const, handedAt: now, handedBy: actor.accountId, signedAt: null, signedBy: null, version: 1 })));
      await this.rows.insert(fresh);
      for (const { divisionId } of fresh) tell(divisionId);
      if (told.size > 0) await this.audit.record({ actor: auditActor(actor), action: 'item.handed_down', subjectKind: 'plan', subjectId: planId, before: null, after: { items: items.length, divisions: [...told.keys()].map((id) => below.get(id)) } });
      for (const [divisionId, count] of told) await this.jobs.enqueue('notice.items_handed', { planId, divisionId, count, batch }, { key: `notice.items_handed:${batch}:${divisionId}` });
      return { changed: [...told.values()].reduce((sum, count) => sum + count, 0) };
    });
    return attempt().catch((error: unknown) => { if (error instanceof UniqueViolation) return attempt(); throw error; });
  }

  /** Errors: `resource.not_found` when one is not the actor's office's. */
  async sign(actor: PersonActor, given: readonly string[]): Promise<{ changed: number }> {
    const ids = [...new Set(given)];
    return this.work.run(async () => {
      const rows = await this.rows.toSign(actor, ids, 'handed:sign');
      if (rows.length !== ids.length) throw notFound();
      const gone = await this.rows.withdrawn(rows.map(({ itemId }) => itemId));
      let changed = 0;
      for (const row of rows) {
        if (row.state !== 'pending' || gone.has(row.itemId)) continue;
        const state = transition(handedItemLifecycle, row.state, 'sign', 'handedStates');
        if (!(await this.rows.update(row, { state: state ?? 'signed', signedAt: this.clock.now(), signedBy: actor.accountId }))) continue;
        await this.audit.record({ actor: auditActor(actor), action: 'item.handed_signed', subjectKind: 'plan', subjectId: row.planId, before: { state: row.state }, after: { state, itemId: row.itemId, divisionId: row.divisionId } });
        changed += 1;
      }
      return { changed };
    });
  }

  /** What was made of it below stays. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async withdraw(actor: PersonActor, id: string, version: number): Promise<{ done: true }> {
    await this.work.run(async () => {
      const row = await this.rows.findKept(actor, id);
      if (!row) throw notFound();
      demandInForce((await this.plans.findKept(actor, row.planId, 'plan:write')).state);
      const state = transition(handedItemLifecycle, row.state, 'withdraw', 'handedStates');
      if (row.version !== version || !(await this.rows.update(row, { state: state ?? 'withdrawn' }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'item.handed_withdrawn', subjectKind: 'plan', subjectId: row.planId, before: { state: row.state }, after: { state, itemId: row.itemId, divisionId: row.divisionId } });
    });
    return { done: true };
  }

  private async tell(run: JobRun<Handed>): Promise<void> {
    const { planId, divisionId, count, batch } = run.payload;
    const [plan, readers] = [await this.planRows.findFor(system, planId), await this.grants.officeAccountsOf(divisionId, this.clock.today())];
    const name = await this.levels.divisionName(divisionId);
    await this.work.run(async () => {
      if (plan?.state === 'issued') await this.notices.deliver(readers, { eventKey: `items_handed:${batch}:${divisionId}`, kind: 'items_handed', link: `/plans/${planId}/levels`, params: { title: plan.title, count, division: name } });
      await run.finish();
    });
  }
}

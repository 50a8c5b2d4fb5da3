import { Injectable } from '@nestjs/common';
import { measureInput, type judgement, type Measure, type measureChange, type measureQuery, type Page, type Plan } from '@kepu/contracts';
import { addDays, PRINTED_FIELDS } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { ItemDirectory } from './item-directory.js';
import { JointTasks } from './joint-tasks.js';
import type { MeasureEntity } from './measure.entity.js';
import { byItem, measureState, measureView } from './measure.mapper.js';
import { MeasureProgress } from './measure-progress.js';
import { MeasuresRepository } from './measures.repository.js';

/** How far ahead of its day a measure is shown as due. */
const DUE_DAYS = 31;
const columnsOf = ({ min, max, ...rest }: Partial<z.output<typeof measureInput>>): Partial<MeasureEntity> => ({ ...rest, ...(min === undefined ? {} : { minValue: min }), ...(max === undefined ? {} : { maxValue: max }) });

/** What counts as done for an item: read by whom the item concerns, set and judged by the office. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly rows: MeasuresRepository, private readonly progress: MeasureProgress, private readonly items: ItemDirectory, private readonly joint: JointTasks, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** How a measure stands is added up from evidence, so a list by state or share looks at all that match before it makes its page. */
  async list(actor: Actor, { page, perPage, state, ...query }: z.output<typeof measureQuery>): Promise<Page<Measure>> {
    const matching = await this.rows.matchingFor(actor, query);
    const window = <T>(all: readonly T[]): T[] => all.slice((page - 1) * perPage, page * perPage);
    const byShare = query.sort?.endsWith('permille') === true;
    if (state === undefined && !byShare) return { data: await this.views(actor, window(matching).map((row) => row.id)), total: matching.length };
    const progress = await this.progress.of(matching);
    const found = matching.map((row) => ({ id: row.id, state: progress.get(row.id)?.state, share: progress.get(row.id)?.permille ?? -1 })).filter((row) => state === undefined || row.state === state);
    if (byShare) found.sort((a, b) => (query.sort?.startsWith('-') ? b.share - a.share : a.share - b.share));
    return { data: await this.views(actor, window(found).map((row) => row.id)), total: found.length };
  }

  /** Measures of issued plans that are late, or whose day comes within a month, and that are not done: the first ten. */
  async due(actor: Actor): Promise<{ id: string; name: string; itemId: string; dueOn: string; state: Measure['progress']['state']; permille: number | null }[]> {
    const rows = await this.rows.dueFor(actor, addDays(this.clock.today(), DUE_DAYS));
    const progress = await this.progress.of(rows);
    const open = rows.flatMap(({ id, name, itemId, dueOn }) => {
      const stands = progress.get(id);
      return dueOn === null || !stands || stands.state === 'done' ? [] : [{ id, name, itemId, dueOn, state: stands.state, permille: stands.permille }];
    });
    return open.slice(0, 10);
  }

  /** Measures of a plan that have a day, with how they stand. */
  async dated(actor: Actor, planId: string): Promise<{ id: string; name: string; itemId: string; dueOn: string; state: Measure['progress']['state'] }[]> {
    const rows = (await this.rows.ofPlanFor(actor, planId)).filter(({ dueOn }) => dueOn !== null);
    const [named, progress] = await Promise.all([this.rows.byIds(rows.map(({ id }) => id)), this.progress.of(rows)]);
    return named.flatMap(({ id, name, itemId, dueOn }) => (dueOn === null ? [] : [{ id, name, itemId, dueOn, state: progress.get(id)?.state ?? 'open' }]));
  }

  async get(actor: Actor, id: string): Promise<Measure> {
    const [measure] = await this.views(actor, [id]);
    if (!measure) throw notFound();
    return measure;
  }

  /** Errors: `resource.not_found`, `lifecycle.not_allowed`, `reference.not_found`. */
  async create(actor: Actor, itemId: string, given: z.output<typeof measureInput>): Promise<Measure> {
    const id = newId();
    await this.work.run(async () => {
      if (!(await this.items.keeps(actor, 'measure:write', itemId))) throw notFound();
      const item = (await this.items.briefs([itemId])).get(itemId);
      if (!item) throw notFound();
      this.demandOpen(item.planState);
      await this.demandPool(given.poolId);
      const row: MeasureEntity = {
        id, itemId, planId: item.planId, kind: given.kind, name: given.name, raw: null, origin: 'office', sources: given.sources, poolId: given.poolId, fromBelow: given.fromBelow, minValue: given.min, maxValue: given.max, approx: given.approx,
        unitOfMeasure: given.unitOfMeasure, dueOn: given.dueOn, demands: given.demands, judgedMet: null, judgedNote: null, judgedBy: null, judgedAt: null, createdAt: this.clock.now(),
        createdBy: actor.kind === 'person' ? actor.accountId : null, version: 1,
      };
      await this.rows.insert([row]);
      await this.audit.record({ actor: auditActor(actor), action: 'measure.created', subjectKind: 'item', subjectId: itemId, before: null, after: measureState(row) });
    });
    return this.get(actor, id);
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed`, `reference.not_found`, `input.invalid` for what the measure would then lack. */
  async update(actor: Actor, id: string, { version, ...changes }: z.output<typeof measureChange>): Promise<Measure> {
    await this.work.run(async () => {
      const before = await this.openRow(actor, id);
      const after = { ...before, ...columnsOf(changes) };
      this.demandWhole(before, after);
      if (after.poolId !== before.poolId) await this.demandPool(after.poolId);
      if (before.version !== version || !(await this.rows.update(id, version, columnsOf(changes)))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'measure.changed', subjectKind: 'item', subjectId: before.itemId, before: measureState(before), after: measureState(after) });
    });
    return this.get(actor, id);
  }

  /** Errors: `measure.in_use`, `lifecycle.not_allowed`. */
  async remove(actor: Actor, id: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const row = await this.openRow(actor, id);
      const count = await this.rows.usesOf(id);
      if (count > 0) throw new Refusal('measure.in_use', { params: { count } });
      await this.rows.remove(id);
      await this.audit.record({ actor: auditActor(actor), action: 'measure.deleted', subjectKind: 'item', subjectId: row.itemId, before: measureState(row), after: null });
    });
    return { done: true };
  }

  /** The office's word on quality. What is counted judges itself. Errors: `version.stale`, `lifecycle.not_allowed`. */
  async judge(actor: Actor, id: string, given: z.output<typeof judgement>): Promise<Measure> {
    await this.work.run(async () => {
      const row = await this.openRow(actor, id, 'measure:judge');
      if (row.kind !== 'qualitative') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.measureKinds.${row.kind}` } });
      const judged = { judgedMet: given.met, judgedNote: given.note, judgedBy: actor.kind === 'person' ? actor.accountId : null, judgedAt: this.clock.now() };
      if (row.version !== given.version || !(await this.rows.update(id, given.version, judged))) throw new Refusal('version.stale');
      await this.audit.record({
        actor: auditActor(actor), action: 'measure.judged', subjectKind: 'item', subjectId: row.itemId, before: { measureId: id, name: row.name, met: row.judgedMet, note: row.judgedNote },
        after: { measureId: id, name: row.name, met: given.met, note: given.note },
      });
    });
    return this.get(actor, id);
  }

  private async views(actor: Actor, ids: readonly string[]): Promise<Measure[]> {
    const rows = await this.rows.rowsFor(actor, ids);
    const itemIds = [...new Set([...rows.values()].map((row) => row.itemId))];
    const [progress, units, shared] = await Promise.all([this.progress.of([...rows.values()]), this.rows.unitsOf(itemIds), this.joint.shared([...new Set([...rows.values()].map((row) => row.planId))])]);
    const unitsByItem = byItem(units);
    return ids.flatMap((id) => {
      const [row, stands] = [rows.get(id), progress.get(id)];
      return row && stands ? [measureView(row, unitsByItem.get(row.itemId) ?? [], shared.get(id)?.unit ?? null, stands)] : [];
    });
  }

  private async openRow(actor: Actor, id: string, permission: 'measure:write' | 'measure:judge' = 'measure:write'): Promise<MeasureEntity> {
    const found = await this.rows.findFor(actor, id, permission);
    if (!found) throw notFound();
    this.demandOpen(found.planState);
    return found.row;
  }

  /** Those of a closed year stay as they are. */
  private demandOpen(planState: Plan['state']): void {
    if (planState === 'closed') throw new Refusal('lifecycle.not_allowed', { params: { state: 'terms.planStates.closed' } });
  }

  private async demandPool(poolId: string | null): Promise<void> {
    if (poolId !== null && !(await this.rows.poolExists(poolId))) throw badReference('terms.measureSources.pool_members');
  }

  /** What a change leaves has to be a measure still, and what the paper prints stays. */
  private demandWhole(before: MeasureEntity, after: MeasureEntity): void {
    const state = (row: MeasureEntity) => ({ min: row.minValue, max: row.maxValue, approx: row.approx, unitOfMeasure: row.unitOfMeasure });
    const { min, max, approx, unitOfMeasure } = state(after);
    const changed = before.origin === 'paper' ? PRINTED_FIELDS.filter((field) => state(before)[field] !== state(after)[field]).map((field) => ({ path: `body.${field}`, code: 'not_an_option' })) : [];
    const whole = measureInput.safeParse({ kind: after.kind, name: after.name, sources: after.sources, poolId: after.poolId, fromBelow: after.fromBelow, min, max, approx, unitOfMeasure, dueOn: after.dueOn, demands: after.demands });
    const lacking = whole.success ? [] : whole.error.issues.filter((issue) => issue.code === 'custom').map((issue) => ({ path: `body.${issue.path.join('.')}`, code: issue.message }));
    const fields = [...changed, ...lacking];
    if (fields.length > 0) throw new Refusal('input.invalid', { params: { count: fields.length }, fields });
  }
}

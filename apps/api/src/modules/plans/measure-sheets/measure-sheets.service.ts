import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { measureSheetLimits, type MeasureSheet, type MeasureSheetChange, type MeasureSheetColumn, type measureSheetTaking, type MeasureSheetTaken } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { differingFields, planMeasureSheet, type SheetMeasure, type SheetPlan } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { ForeignKeyViolation, newId, UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import type { Upload } from '../../../platform/http/upload.js';
import { CollectionSheetReader, columnName, type ReadSheet } from '../collections/collection-sheet-reader.js';
import type { MeasureEntity } from '../measure.entity.js';
import { measureState } from '../measure.mapper.js';
import { MeasuresRepository } from '../measures.repository.js';
import type { PlanEntity } from '../plan.entity.js';
import { PlansRepository } from '../plans.repository.js';
import { PlansService } from '../plans.service.js';
import { cellsOf, columnOf, columns, form, lineOf } from './measure-sheet-form.js';
import { MeasureSheetsRepository, type OfferedPool } from './measure-sheets.repository.js';

/** A sheet with what it does and what is wrong with it. */
export interface CheckedSheet { readonly read: ReadSheet; readonly plan: SheetPlan; readonly problems: MeasureSheet['problems']; readonly byRow: ReadonlyMap<number, readonly string[]>; readonly standing: readonly MeasureEntity[]; readonly pools: readonly OfferedPool[] }

const rowOf = ({ min, max, sources, ...rest }: SheetMeasure): Pick<MeasureEntity, 'kind' | 'name' | 'sources' | 'poolId' | 'minValue' | 'maxValue' | 'approx' | 'unitOfMeasure' | 'dueOn' | 'demands'> => ({
  kind: rest.kind, name: rest.name, sources: [...sources], poolId: rest.poolId, minValue: min, maxValue: max, approx: rest.approx, unitOfMeasure: rest.unitOfMeasure, dueOn: rest.dueOn, demands: rest.demands,
});
/** Exactly these changes to exactly these measures. */
const markOf = ({ added, changed, removed }: SheetPlan): string => createHash('sha256').update(JSON.stringify([
  added.map(({ itemId, after }) => [itemId, after]), changed.map(({ before, after }) => [before.id, before.version, after]), removed.map(({ before }) => [before.id, before.version]),
])).digest('hex');

/** Measures of a plan by a sheet: read and looked at, then written whole or not at all. */
@Injectable()
export class MeasureSheets {
  constructor(
    private readonly rows: MeasureSheetsRepository, private readonly measures: MeasuresRepository, private readonly plan: PlansService, private readonly plans: PlansRepository, private readonly reader: CollectionSheetReader, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Errors: `measure_sheet.foreign`, `measure_sheet.other_plan`, `collection.sheet_unsupported`, `paper.*`, `lifecycle.not_allowed`. */
  async read(actor: PersonActor, planId: string, { bytes }: Upload, locale: Locale): Promise<MeasureSheet> {
    const plan = await this.openPlan(actor, planId);
    const pools = await this.rows.pools();
    const checked = await this.check(actor, planId, await this.reader.read(bytes, columns(pools), form, locale), pools, locale);
    const { added, changed, removed, unchanged, leftOut, passed } = checked.plan;
    return {
      planVersion: plan.version, mark: markOf(checked.plan), counts: { added: added.length, changed: changed.length, removed: removed.length, unchanged, leftOut, passed },
      changes: (await this.changes(actor, planId, checked.plan, pools)).slice(0, measureSheetLimits.shown), problems: [...checked.problems],
    };
  }

  /** The file as it was checked, for the one that goes back. */
  async checked(actor: PersonActor, planId: string, { bytes }: Upload, locale: Locale): Promise<CheckedSheet> {
    await this.openPlan(actor, planId);
    const pools = await this.rows.pools();
    return this.check(actor, planId, await this.reader.read(bytes, columns(pools), form, locale), pools, locale);
  }

  /** Writes what was looked at. Errors: those of reading, `measure_sheet.faulty`, `version.stale` where the plan or a measure is not what was looked at. */
  async take(actor: PersonActor, planId: string, { version, mark }: z.output<typeof measureSheetTaking>, { bytes }: Upload, locale: Locale): Promise<MeasureSheetTaken> {
    await this.openPlan(actor, planId);
    const pools = await this.rows.pools();
    // The file is read before the unit begins: inside it, only the database is waited for.
    const read = await this.reader.read(bytes, columns(pools), form, locale);
    return this.work.run(async () => {
      const plan = await this.openPlan(actor, planId);
      const { plan: todo, problems, standing } = await this.check(actor, planId, read, pools, locale);
      if (problems.length > 0) throw new Refusal('measure_sheet.faulty', { params: { count: problems.length } });
      if (markOf(todo) !== mark || plan.version !== version) throw new Refusal('version.stale');
      const taken = { added: todo.added.length, changed: todo.changed.length, removed: todo.removed.length };
      if (taken.added + taken.changed + taken.removed === 0) return taken;
      // Whoever takes another sheet at the same moment waits for this row and then finds it changed.
      if (!(await this.plans.update(planId, version, {}))) throw new Refusal('version.stale');
      await this.write(actor, planId, todo, new Map(standing.map((row) => [row.id, row])));
      await this.audit.record({ actor: auditActor(actor), action: 'plan.measures_taken', subjectKind: 'plan', subjectId: planId, before: null, after: taken });
      return taken;
    }).catch((error: unknown) => {
      // Proof that came while it was being removed keeps a measure.
      throw error instanceof ForeignKeyViolation ? new Refusal('version.stale', { cause: error }) : error;
    });
  }

  /** Issued or a draft: what is closed stays as it is. Errors: `resource.not_found`, `lifecycle.not_allowed`. */
  async openPlan(actor: PersonActor, planId: string): Promise<PlanEntity> {
    const plan = await this.plan.findKept(actor, planId, 'measure:write');
    if (plan.state === 'closed') throw new Refusal('lifecycle.not_allowed', { params: { state: 'terms.planStates.closed' } });
    return plan;
  }

  private async check(actor: PersonActor, planId: string, read: ReadSheet, pools: readonly OfferedPool[], locale: Locale): Promise<CheckedSheet> {
    const [items, { rows: standing, standing: measures }] = [await this.rows.itemsFor(actor, planId), await this.rows.measuresOf(planId)];
    const fields = columns(pools);
    const poolIds = new Map(pools.map(({ id, name }) => [name, id]));
    const problems = [...read.problems];
    const byRow = new Map(read.lines.map(({ row, problems: said }) => [row, [...said]]));
    const textsByRow = new Map(read.lines.map(({ row, texts }) => [row, Object.fromEntries(fields.map(({ key }, at) => [key, texts[at] ?? ''])) as Record<MeasureSheetColumn, string>]));
    const say = (row: number, column: MeasureSheetColumn, code: string): void => {
      const [message, name] = [label(locale, `fieldErrors.${code}`), fields.find(({ key }) => key === column)?.label ?? ''];
      byRow.get(row)?.push(`${name}：${message}`);
      problems.push({ cell: `${columnName(read.columns.get(column) ?? 0)}${row}`, field: name, value: [...(textsByRow.get(row)?.[column] ?? '')].slice(0, 40).join(''), code, message });
    };
    const lines = read.rows.map((values, at) => {
      const { row = 0, problems: said = [] } = read.lines[at] ?? {};
      const { line, faults } = lineOf(row, values, textsByRow.get(row) ?? ({} as Record<MeasureSheetColumn, string>), poolIds, said.length > 0);
      for (const { field, code } of faults) say(row, columnOf(field), code);
      return line;
    });
    const known = new Set(items.map(({ id }) => id));
    const coded = lines.filter(({ itemCode }) => itemCode !== null);
    if (coded.length > 0 && coded.every(({ itemCode }) => !known.has(itemCode ?? ''))) throw new Refusal('measure_sheet.other_plan');
    const plan = planMeasureSheet(items, measures, lines);
    for (const { row, field, code } of plan.faults) say(row, columnOf(field), code);
    return { read, plan, problems: problems.slice(0, measureSheetLimits.shown), byRow, standing, pools };
  }

  private async changes(actor: PersonActor, planId: string, { added, changed, removed }: SheetPlan, pools: readonly OfferedPool[]): Promise<MeasureSheetChange[]> {
    const seqs = new Map((await this.rows.itemsFor(actor, planId)).map(({ id, seq }) => [id, seq]));
    const names = new Map(pools.map(({ id, name }) => [id, name]));
    const one = (row: number, step: MeasureSheetChange['step'], itemId: string, name: string, fields: MeasureSheetChange['fields']): MeasureSheetChange => ({ row, step, itemId, seq: seqs.get(itemId) ?? 0, name, fields });
    return [
      ...added.map(({ row, itemId, after }) => one(row, 'added', itemId, after.name, [])),
      ...changed.map(({ row, before, after }) => {
        const [then, now] = [cellsOf(before, names), cellsOf(after, names)];
        return one(row, 'changed', before.itemId, after.name, differingFields(before, after).map((field) => { const column = columnOf(field) as keyof typeof now; return { field: column, before: String(then[column]), after: String(now[column]) }; }));
      }),
      ...removed.map(({ row, before }) => one(row, 'removed', before.itemId, before.name, [])),
    ].sort((a, b) => a.row - b.row);
  }

  private async write(actor: PersonActor, planId: string, { added, changed, removed }: SheetPlan, standing: ReadonlyMap<string, MeasureEntity>): Promise<void> {
    const histories = new Map<string, { before: unknown[]; after: unknown[] }>();
    const told = (itemId: string, before: MeasureEntity | null, after: MeasureEntity | null): void => {
      const history = histories.get(itemId) ?? { before: [], after: [] };
      if (before) history.before.push(measureState(before));
      if (after) history.after.push(measureState(after));
      histories.set(itemId, history);
    };
    const createdAt = this.clock.now();
    const rows = added.map(({ itemId, after }): MeasureEntity => ({ id: newId(), itemId, planId, ...rowOf(after), fromBelow: false, raw: null, origin: 'office', judgedMet: null, judgedNote: null, judgedBy: null, judgedAt: null, createdAt, createdBy: actor.accountId, version: 1 }));
    await this.measures.insert(rows);
    for (const row of rows) told(row.itemId, null, row);
    for (const { before, after } of changed) {
      const row = standing.get(before.id);
      if (!row || !(await this.measures.update(before.id, before.version, { ...rowOf(after), ...(after.sources.includes('pool_members') ? { fromBelow: false } : {}) }))) throw new Refusal('version.stale');
      told(before.itemId, row, { ...row, ...rowOf(after) });
    }
    for (const { before } of removed) told(before.itemId, standing.get(before.id) ?? null, null);
    if ((await this.measures.removeAll(removed.map(({ before }) => before.id))) !== removed.length) throw new Refusal('version.stale');
    // One line in the history of each item, however many of its measures the sheet names.
    for (const [itemId, { before, after }] of histories) await this.audit.record({ actor: auditActor(actor), action: 'measure.sheet_taken', subjectKind: 'item', subjectId: itemId, before: { measures: before }, after: { measures: after } });
  }
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MeasureOverlap, measureRejoining, measureSeparation, Page } from '@kepu/contracts';
import { overlapsOf, pairDefinition, peopleSources } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { excerpt } from '../../notices/index.js';
import { ItemsRepository } from '../items.repository.js';
import { JointTasks } from '../joint-tasks.js';
import { PlansService } from '../plans.service.js';
import { MeasureSeparationsRepository, type SeparationRow } from './measure-separations.repository.js';
import { MeasureSheetsRepository } from './measure-sheets.repository.js';
import { MeasureSheets } from './measure-sheets.service.js';

interface Found { readonly view: MeasureOverlap; readonly definition: string; readonly row: SeparationRow | undefined }
const keyOf = (a: string, b: string): string => [a, b].sort().join(' ');
/** The sentence that a number of the paper stands in; the whole text for what the office has set. */
const sentenceOf = (text: string, raw: string | null): string => (raw === null ? text : (text.split(/[。；;]/u).find((sentence) => sentence.includes(raw)) ?? text));

/** Measures that may count the same people, so that nobody adds up what was aimed at. What was done counts once for the city anyway. As many statements for many measures as for few. */
@Injectable()
export class MeasureOverlapsService {
  constructor(
    private readonly rows: MeasureSheetsRepository, private readonly separations: MeasureSeparationsRepository, private readonly items: ItemsRepository, private readonly joint: JointTasks, private readonly plans: PlansService, private readonly sheets: MeasureSheets,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** What waits to be looked at first, in it those with records in common, then by the order of the paper. Measures of a joint task are known to be one. */
  async list(actor: PersonActor, planId: string): Promise<Page<MeasureOverlap>> {
    const data = (await this.find(actor, planId)).map(({ view }) => view);
    return { data, total: data.length };
  }

  /** The warning goes until one of the two changes. Errors: `measure_overlap.changed` where there is none, or somebody was faster; `lifecycle.not_allowed`. */
  async separate(actor: PersonActor, planId: string, { measureIds, reason }: z.output<typeof measureSeparation>): Promise<MeasureOverlap> {
    await this.work.run(async () => {
      await this.sheets.openPlan(actor, planId);
      const { view, definition, row } = await this.pair(actor, planId, measureIds);
      if (view.said?.stands) throw new Refusal('measure_overlap.changed');
      const said = { definition, records: view.records, reason, createdAt: this.clock.now(), createdBy: actor.accountId };
      const [measureA = '', measureB = ''] = [...measureIds].sort();
      if (!row) await this.separations.insert({ id: newId(), planId, measureA, measureB, ...said, version: 1 });
      else if (!(await this.separations.update(row.id, row.version, said))) throw new Refusal('measure_overlap.changed');
      await this.record(actor, 'measures.separated', view, null, reason);
    }).catch((error: unknown) => { throw error instanceof UniqueViolation ? new Refusal('measure_overlap.changed', { cause: error }) : error; });
    return (await this.pair(actor, planId, measureIds)).view;
  }

  /** Errors: `measure_overlap.changed` where nothing was said, `lifecycle.not_allowed`. */
  async rejoin(actor: PersonActor, planId: string, { measureIds }: z.output<typeof measureRejoining>): Promise<MeasureOverlap> {
    await this.work.run(async () => {
      await this.sheets.openPlan(actor, planId);
      const { view, row } = await this.pair(actor, planId, measureIds);
      if (!row || !(await this.separations.remove(row.id, row.version))) throw new Refusal('measure_overlap.changed');
      await this.record(actor, 'measures.rejoined', view, row.reason, null);
    });
    return (await this.pair(actor, planId, measureIds)).view;
  }

  private async pair(actor: PersonActor, planId: string, [a, b]: readonly [string, string]): Promise<Found> {
    const found = (await this.find(actor, planId)).find(({ view: { measures: [one, other] } }) => keyOf(one.id, other.id) === keyOf(a, b));
    if (!found) throw new Refusal('measure_overlap.changed');
    return found;
  }

  private async record(actor: PersonActor, action: 'measures.separated' | 'measures.rejoined', { measures }: MeasureOverlap, before: string | null, after: string | null): Promise<void> {
    const told = (reason: string | null) => (reason === null ? null : { measures: measures.map(({ name }) => name), reason });
    for (const { itemId } of measures) await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'item', subjectId: itemId, before: told(before), after: told(after) });
  }

  private async find(actor: PersonActor, planId: string): Promise<Found[]> {
    await this.plans.findKept(actor, planId, 'measure:write');
    const [{ rows: items }, { rows: all }, records, shared, separations] = await Promise.all([this.items.listFor(actor, planId, { sort: 'seq' }), this.rows.measuresOf(planId), this.rows.sharedRecords(planId), this.joint.shared([planId]), this.separations.ofPlan(planId)]);
    const itemOf = new Map(items.map((item) => [item.id, item]));
    const measures = all.filter(({ itemId }) => itemOf.has(itemId));
    const sentences = new Map(measures.map(({ id, itemId, raw }) => [id, sentenceOf(itemOf.get(itemId)?.text ?? '', raw)]));
    const oneOf = (id: string): string => shared.get(id)?.measureId ?? id;
    const pairs = new Map<string, { a: string; b: string; words: string | null; records: number }>();
    const add = (a: string, b: string, more: { words?: string; records?: number }): void => {
      if (oneOf(a) === oneOf(b)) return;
      const key = keyOf(a, b);
      const before = pairs.get(key) ?? { a, b, words: null, records: 0 };
      pairs.set(key, { ...before, words: more.words ?? before.words, records: Math.max(before.records, more.records ?? 0) });
    };
    for (const { a, b, words } of overlapsOf(measures.map(({ id, itemId, sources, unitOfMeasure }) => ({ id, itemId, words: sentences.get(id) ?? '', sources, unitOfMeasure })))) add(a, b, { words });
    const byItem = new Map<string, typeof measures>();
    for (const measure of measures) byItem.set(measure.itemId, [...(byItem.get(measure.itemId) ?? []), measure]);
    for (const row of records) {
      if (!(peopleSources as readonly string[]).includes(row.metric)) continue;
      const counting = (itemId: string) => (byItem.get(itemId) ?? []).filter(({ sources }) => (sources as readonly string[]).includes(row.metric));
      for (const a of counting(row.a)) for (const b of counting(row.b)) add(a.id, b.id, { records: Number(row.records) });
    }
    const named = new Map(measures.map((measure) => [measure.id, measure]));
    const said = new Map(separations.map((row) => [keyOf(row.measureA, row.measureB), row]));
    return [...pairs].flatMap(([key, { a: aId, b: bId, words, records: times }]): Found[] => {
      const [a, b] = [named.get(aId), named.get(bId)];
      if (!a || !b) return [];
      const view = ({ id, name, itemId }: typeof a): MeasureOverlap['measures'][number] => {
        const item = itemOf.get(itemId);
        return { id, name, itemId, seq: item?.seq ?? 0, units: item?.units.map(({ printed }) => printed) ?? [], text: excerpt(item?.text ?? '') };
      };
      const row = said.get(key);
      const definition = createHash('sha256').update(pairDefinition({ ...a, words: sentences.get(a.id) ?? '' }, { ...b, words: sentences.get(b.id) ?? '' })).digest('hex');
      const stands = row?.definition === definition && times <= Number(row.records);
      return [{ definition, row, view: {
        measures: [view(a), view(b)].sort((one, other) => one.seq - other.seq) as MeasureOverlap['measures'], words, records: times,
        said: row ? { reason: row.reason, by: row.saidBy, at: row.createdAt, stands } : null,
      } }];
    }).sort(({ view: one }, { view: other }) => Number(one.said?.stands ?? false) - Number(other.said?.stands ?? false) || other.records - one.records || one.measures[0].seq - other.measures[0].seq || one.measures[1].seq - other.measures[1].seq);
  }
}

import { Injectable } from '@nestjs/common';
import { lengths, type MeasureSheetTaken, type MeasureSuggestion, type MeasureSuggestions, type measureTaking } from '@kepu/contracts';
import { suggestMeasures } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, Refusal } from '../../../platform/errors/refusal.js';
import { ItemsRepository } from '../items.repository.js';
import type { BareItem } from '../plan.mapper.js';
import type { MeasureEntity } from '../measure.entity.js';
import { measureState } from '../measure.mapper.js';
import { MeasuresRepository } from '../measures.repository.js';
import { PlansRepository } from '../plans.repository.js';
import { MeasureSheetsRepository, type OfferedPool } from './measure-sheets.repository.js';
import { MeasureSheets } from './measure-sheets.service.js';

/** What the words of items suggest, and many measures set at once. */
@Injectable()
export class MeasureSuggestionsService {
  constructor(
    private readonly rows: MeasureSheetsRepository, private readonly measures: MeasuresRepository, private readonly items: ItemsRepository, private readonly plans: PlansRepository, private readonly sheets: MeasureSheets, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Errors: `resource.not_found`, `lifecycle.not_allowed`. */
  async list(actor: PersonActor, planId: string): Promise<MeasureSuggestions> {
    const plan = await this.sheets.openPlan(actor, planId);
    const [{ rows: items }, { standing }, pools] = [await this.items.listFor(actor, planId, { sort: 'seq' }), await this.rows.measuresOf(planId), await this.rows.pools()];
    const measured = new Set(standing.map(({ itemId }) => itemId));
    const suggested = await this.of(items.filter(({ id }) => !measured.has(id)), plan.year, pools);
    const data = suggested.map(({ item, measures }) => ({ item: { id: item.id, seq: item.seq, text: item.text, units: item.units.map(({ printed }) => printed) }, measures }));
    return { planVersion: plan.version, data, total: data.length };
  }

  /** What the words of some items suggest, counted by the pools that this city keeps. */
  async of(items: readonly BareItem[], year: number, pools: readonly OfferedPool[]): Promise<{ item: BareItem; measures: MeasureSuggestion['measures'] }[]> {
    const poolIds = await this.measures.poolIds();
    return items.map((item) => ({
      item, measures: suggestMeasures({ text: item.text, dueOn: item.due?.date ?? null }, year).map(({ pool: key, sources, ...rest }) => {
        const pool = pools.find(({ id }) => id === poolIds.get(key ?? '')) ?? null;
        // A pool that this city does not keep is counted by hand.
        return { ...rest, name: rest.name.slice(0, lengths.name), pool, sources: key !== null && pool === null ? ['figure' as const] : [...sources] };
      }),
    }));
  }

  /** Errors: `version.stale`, `measure_suggestion.measured`, `reference.not_found`, `lifecycle.not_allowed`. */
  async take(actor: PersonActor, planId: string, { version, measures }: z.output<typeof measureTaking>): Promise<MeasureSheetTaken> {
    return this.work.run(async () => {
      const plan = await this.sheets.openPlan(actor, planId);
      const [items, { standing }, pools] = [await this.rows.itemsFor(actor, planId), await this.rows.measuresOf(planId), await this.rows.pools()];
      const open = new Set(items.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id));
      if (measures.some(({ itemId }) => !open.has(itemId))) throw badReference('admin.items.text');
      if (measures.some(({ measure: { poolId } }) => poolId !== null && !pools.some(({ id }) => id === poolId))) throw badReference('terms.measureSources.pool_members');
      const measured = new Set(standing.map(({ itemId }) => itemId));
      const twice = new Set(measures.filter(({ itemId }) => measured.has(itemId)).map(({ itemId }) => itemId));
      if (twice.size > 0) throw new Refusal('measure_suggestion.measured', { params: { count: twice.size } });
      // Whoever takes some at the same moment waits for this row and then finds it changed.
      if (plan.version !== version || !(await this.plans.update(planId, version, {}))) throw new Refusal('version.stale');
      const createdAt = this.clock.now();
      const rows = measures.map(({ itemId, measure: { min, max, ...rest } }): MeasureEntity => ({ id: newId(), itemId, planId, ...rest, raw: null, origin: 'office', minValue: min, maxValue: max, judgedMet: null, judgedNote: null, judgedBy: null, judgedAt: null, createdAt, createdBy: actor.accountId, version: 1 }));
      await this.measures.insert(rows);
      for (const row of rows) await this.audit.record({ actor: auditActor(actor), action: 'measure.created', subjectKind: 'item', subjectId: row.itemId, before: null, after: measureState(row) });
      return { added: rows.length, changed: 0, removed: 0 };
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { ReportNumbers } from '@kepu/contracts';
import { EvidenceRepository } from './evidence.repository.js';
import { BelowCounts } from './levels/below-counts.js';
import { countOf, MeasureProgress } from './measure-progress.js';
import { byItem, sourcesOf } from './measure.mapper.js';
import { MeasuresRepository } from './measures.repository.js';

/** An item of which nothing is counted. */
export const noNumbers: ReportNumbers = { measures: [], activities: 0, workEntries: 0 };

/** What a report is filled in with: measures as they stand, what was added within the days of the period, what the unit did then. As many statements for many items as for one. */
@Injectable()
export class ReportCounter {
  constructor(private readonly measures: MeasuresRepository, private readonly progress: MeasureProgress, private readonly below: BelowCounts, private readonly evidence: EvidenceRepository) {}

  /** By item. The caller has proved the right to the items. */
  async of(itemIds: readonly string[], days: { readonly from: string; readonly to: string }, unitPath: string): Promise<ReadonlyMap<string, ReportNumbers>> {
    const rows = await this.measures.namedOfItems(itemIds);
    const [progress, sums, below, sources] = await Promise.all([this.progress.of(rows), this.evidence.sumsOf(itemIds, days), this.below.of(rows, days), this.evidence.sourcesOf(itemIds, days, unitPath)]);
    const [measuresByItem, sumsByItem] = [byItem(rows), byItem(sums)];
    const sourcesByItem = new Map(sources.map((row) => [row.itemId, row]));
    return new Map(itemIds.map((itemId) => [itemId, {
      measures: (measuresByItem.get(itemId) ?? []).map((row) => {
        const now = progress.get(row.id);
        return {
          id: row.id, name: row.name, kind: row.kind, sources: sourcesOf(row), value: now?.value ?? 0, min: row.atLeast, unitOfMeasure: row.unitOfMeasure, state: now?.state ?? 'open' as const, permille: now?.permille ?? null, dueOn: row.dueOn,
          // People of a pool are counted as they stand; who joined when is not asked here.
          added: row.poolId === null ? (below.get(row.id) ?? countOf(row, sumsByItem.get(itemId) ?? [])).value : 0,
        };
      }),
      activities: Number(sourcesByItem.get(itemId)?.activities ?? 0), workEntries: Number(sourcesByItem.get(itemId)?.workEntries ?? 0),
    }]));
  }
}

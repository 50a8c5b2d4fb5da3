import { Injectable } from '@nestjs/common';
import { EvidenceRepository, type CountedBy, type SourceSum } from '../evidence.repository.js';
import { byItem, sourcesOf, type CountedRow } from '../measure.mapper.js';
import type { Counted } from '../measure-progress.js';
import { MeasuresRepository } from '../measures.repository.js';
import { ItemParents } from './item-parents.repository.js';

/** What counts for a measure, item by item, the measure's own first: of what proof serves two of them, the first counts. */
interface Counting { readonly row: CountedRow; readonly items: readonly CountedBy[] }

/**
 * What measures count that are summed from below: evidence of their own item and of those that serve it, for the same metric and the same unit of measure. A source counts once, however many items of however many
 * divisions it serves. As many statements for many measures as for one.
 */
@Injectable()
export class BelowCounts {
  constructor(private readonly parents: ItemParents, private readonly measures: MeasuresRepository, private readonly evidence: EvidenceRepository) {}

  /** `within`: of what happened on these days. */
  async of(rows: readonly CountedRow[], within?: { readonly from: string; readonly to: string }): Promise<ReadonlyMap<string, Counted>> {
    const counting = await this.counting(rows);
    const sums = byItem(await this.evidence.bySource([...new Set(counting.flatMap(({ items }) => items.map(({ itemId }) => itemId)))], within));
    return new Map(counting.map(({ row, items }) => {
      const kept = distinct(items, sums);
      const added = (of: (sum: SourceSum) => number | string): number => kept.reduce((total, sum) => total + Number(of(sum)), 0);
      return [row.id, { value: added((sum) => sum.quantity), manual: added((sum) => sum.manual), evidence: kept.length }] as const;
    }));
  }

  /** What the sum of one measure is made of: lines of these items, in the order in which a source counts once (`EvidenceRepository.listFor`). */
  async linesOf(row: CountedRow): Promise<CountedBy[]> {
    return [...((await this.counting([row]))[0]?.items ?? [])];
  }

  private async counting(rows: readonly CountedRow[]): Promise<Counting[]> {
    const summed = rows.filter((row) => row.fromBelow === 1);
    if (summed.length === 0) return [];
    const links = await this.parents.below([...new Set(summed.map(({ itemId }) => itemId))]);
    const measures = byItem(await this.measures.ofItems([...new Set(links.map(({ itemId }) => itemId))]));
    return summed.map((row) => {
      const wanted = new Set<string>(sourcesOf(row));
      const below = links.filter(({ rootId }) => rootId === row.itemId).flatMap(({ itemId }): CountedBy[] => {
        const same = (measures.get(itemId) ?? []).filter((measure) => measure.unitOfMeasure === row.unitOfMeasure && measure.poolId === null);
        const metrics = [...new Set(same.flatMap((measure) => sourcesOf(measure)))].filter((metric) => wanted.has(metric));
        return metrics.length === 0 ? [] : [{ itemId, metrics, measureIds: same.map(({ id }) => id) }];
      });
      return { row, items: [{ itemId: row.itemId, metrics: [...wanted], measureIds: [row.id] }, ...below] };
    });
  }
}

/** Each source once for a metric, where it comes first. */
const distinct = (items: readonly CountedBy[], sums: ReadonlyMap<string, readonly SourceSum[]>): SourceSum[] => {
  const seen = new Map<string, string>();
  const kept: SourceSum[] = [];
  for (const item of items) {
    for (const sum of sums.get(item.itemId) ?? []) {
      if (!item.metrics.includes(sum.metric) || (sum.measureId !== null && !item.measureIds.includes(sum.measureId))) continue;
      const key = `${sum.metric} ${sum.sourceKind} ${sum.sourceId}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, item.itemId);
      if (first === undefined || first === item.itemId) kept.push(sum);
    }
  }
  return kept;
};

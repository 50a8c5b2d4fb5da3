import { Injectable } from '@nestjs/common';
import type { Measured, Progress } from '@kepu/contracts';
import { measureProgress, type MeasureCount } from '@kepu/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { EvidenceRepository, type EvidenceSum } from './evidence.repository.js';
import { JointTasks } from './joint-tasks.js';
import { BelowCounts } from './levels/below-counts.js';
import { byItem, ruleOf, sourcesOf, type CountedRow } from './measure.mapper.js';
import { MeasuresRepository } from './measures.repository.js';
import { PoolCounter } from './pool-counter.js';

/** Measures of a plan by where they stand in its matrix. */
export interface MatrixMeasures { readonly city: Measured; readonly units: ReadonlyMap<string, Measured>; readonly programmes: ReadonlyMap<string, Measured>; cell(unitId: string, programmeId: string): Measured }

/** What has been counted, and the part of it that was entered by hand. */
export interface Counted extends MeasureCount { readonly manual: number }

export const noMeasures: Measured = { total: 0, done: 0 };
const nothing: Counted = { value: 0, manual: 0, evidence: 0 };
const tally = (tallies: Map<string, Measured>, key: string, done: boolean): void => {
  const before = tallies.get(key) ?? noMeasures;
  tallies.set(key, { total: before.total + 1, done: before.done + (done ? 1 : 0) });
};

/** How far measures are: always added up from evidence, never kept. As many statements for many measures as for one. */
@Injectable()
export class MeasureProgress {
  constructor(
    private readonly measures: MeasuresRepository, private readonly evidence: EvidenceRepository, private readonly clock: Clock, private readonly pools: PoolCounter, private readonly joint: JointTasks, private readonly below: BelowCounts,
  ) {}

  async of(rows: readonly CountedRow[]): Promise<ReadonlyMap<string, Progress>> {
    const [sums, below, members] = await Promise.all([this.evidence.sumsOf([...new Set(rows.map((row) => row.itemId))]), this.below.of(rows), this.membersOf(rows.filter((row) => row.poolId !== null))]);
    const sumsByItem = byItem(sums);
    const today = this.clock.today();
    return new Map(rows.map((row) => {
      const counted = row.poolId === null ? (below.get(row.id) ?? countOf(row, sumsByItem.get(row.itemId) ?? [])) : (members.get(row.id) ?? nothing);
      return [row.id, { ...counted, ...measureProgress(ruleOf(row), counted, today) }] as const;
    }));
  }

  /** Measures of some items, and how many of them are done. The caller has proved the right to the items. An item without measures has no entry. */
  async tallies(itemIds: readonly string[]): Promise<ReadonlyMap<string, Measured>> {
    const rows = await this.measures.ofItems(itemIds);
    const progress = await this.of(rows);
    const tallies = new Map<string, Measured>();
    for (const row of rows) tally(tallies, row.itemId, progress.get(row.id)?.state === 'done');
    return tallies;
  }

  /** The same by unit, programme and cell of a plan, and for the city. What several units share counts for each of them, and once for programme and city: a joint task by the measure of the unit that leads, where the reader sees it. */
  async matrix(actor: Actor, planId: string): Promise<MatrixMeasures> {
    const rows = await this.measures.ofPlanFor(actor, planId);
    const [progress, units, shared] = await Promise.all([this.of(rows), this.measures.unitsOf([...new Set(rows.map((row) => row.itemId))]), this.joint.shared([planId])]);
    const unitsByItem = byItem(units);
    const [ofUnits, ofProgrammes, cells, ofCity] = [new Map<string, Measured>(), new Map<string, Measured>(), new Map<string, Measured>(), new Map<string, Measured>()];
    const counted = new Set<string>();
    const once = (tallies: Map<string, Measured>, key: string, measureId: string, done: boolean): void => {
      if (counted.has(`${key} ${measureId}`)) return;
      counted.add(`${key} ${measureId}`);
      tally(tallies, key, done);
    };
    for (const row of rows) {
      const done = progress.get(row.id)?.state === 'done';
      const counts = shared.get(row.id)?.measureId ?? row.id;
      const met = (progress.get(counts) ?? progress.get(row.id))?.state === 'done';
      once(ofProgrammes, row.programmeId, counts, met);
      once(ofCity, planId, counts, met);
      for (const unit of unitsByItem.get(row.itemId) ?? []) {
        tally(ofUnits, unit.id, done);
        tally(cells, `${unit.id} ${row.programmeId}`, done);
      }
    }
    return { city: ofCity.get(planId) ?? noMeasures, units: ofUnits, programmes: ofProgrammes, cell: (unitId, programmeId) => cells.get(`${unitId} ${programmeId}`) ?? noMeasures };
  }

  /** People in pools, of the units that each measure's item was handed to. */
  private async membersOf(rows: readonly CountedRow[]): Promise<ReadonlyMap<string, Counted>> {
    if (rows.length === 0) return new Map();
    const paths = byItem(await this.measures.unitsOf([...new Set(rows.map((row) => row.itemId))]));
    const counts = await this.pools.count(rows.map((row) => ({ poolId: row.poolId ?? '', unitPaths: (paths.get(row.itemId) ?? []).map((unit) => unit.path) })));
    return new Map(rows.map((row, index) => [row.id, { value: counts[index] ?? 0, manual: 0, evidence: counts[index] ?? 0 }]));
  }
}

/** What a measure adds up. Quality has no sum: sessions and people are no one number, so its pieces of evidence are told. */
export const countOf = (row: CountedRow, sums: readonly EvidenceSum[]): Counted => {
  const sources = new Set<string>(sourcesOf(row));
  const counting = sums.filter((sum) => sources.has(sum.metric) && (sum.measureId === null || sum.measureId === row.id));
  const added = (of: (sum: EvidenceSum) => number | string, from = counting): number => from.reduce((total, sum) => total + Number(of(sum)), 0);
  const evidence = added((sum) => sum.pieces);
  return row.kind === 'qualitative' ? { value: evidence, manual: added((sum) => sum.pieces, counting.filter((sum) => sum.metric === 'figure')), evidence }
    : { value: added((sum) => sum.value), manual: added((sum) => sum.manual), evidence };
};

import type { Measure, MeasureSource, Progress } from '@kepu/contracts';
import type { MeasureRule } from '@kepu/domain';
import type { MeasureEntity } from './measure.entity.js';

/** What the progress of a measure is told by, as SQL gives it: flags are 0 or 1, sources JSON. */
export interface CountedRow {
  readonly id: string; readonly itemId: string; readonly kind: Measure['kind']; readonly sources: string; readonly poolId: string | null; readonly atLeast: number | null; readonly atMost: number | null;
  readonly approx: number; readonly dueOn: string | null; readonly judgedMet: number | null; readonly fromBelow: number; readonly unitOfMeasure: string;
}
/** The columns of `CountedRow`, of alias `m`. */
export const countedColumns = `m.id AS id, m.item_id AS itemId, m.kind AS kind, m.sources AS sources, m.pool_id AS poolId, m.min_value AS atLeast, m.max_value AS atMost, m.approx AS approx, m.due_on AS dueOn,
  m.judged_met AS judgedMet, m.from_below AS fromBelow, m.unit_of_measure AS unitOfMeasure`;
/** The rest of what a list shows. */
export interface MeasureRow extends CountedRow {
  readonly planId: string; readonly seq: number; readonly text: string; readonly name: string; readonly raw: string | null; readonly origin: Measure['origin']; readonly poolName: string | null;
  readonly demands: string | null; readonly judgedNote: string | null; readonly judgedBy: string | null; readonly judgedAt: string | null; readonly version: number;
}
/** A unit that an item was handed to. */
export interface ItemUnitRow { readonly itemId: string; readonly id: string; readonly name: string; readonly path: string }

/** Rows by the item that they belong to, in their order. */
export const byItem = <Row extends { readonly itemId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.itemId);
    if (group) group.push(row);
    else groups.set(row.itemId, [row]);
  }
  return groups;
};

export const sourcesOf = (row: Pick<CountedRow, 'sources'>): MeasureSource[] => JSON.parse(row.sources) as MeasureSource[];
export const ruleOf = (row: CountedRow): MeasureRule => ({
  kind: row.kind, min: row.atLeast, max: row.atMost, approx: row.approx === 1, dueOn: row.dueOn, judgedMet: row.judgedMet === null ? null : row.judgedMet === 1,
});

export const measureView = (row: MeasureRow, units: readonly ItemUnitRow[], sharedWith: Measure['sharedWith'], progress: Progress): Measure => ({
  id: row.id, item: { id: row.itemId, planId: row.planId, seq: row.seq, text: row.text, units: units.map(({ id, name }) => ({ id, name })) }, kind: row.kind, name: row.name, raw: row.raw, origin: row.origin,
  sources: sourcesOf(row), pool: row.poolId === null ? null : { id: row.poolId, name: row.poolName ?? '' }, fromBelow: row.fromBelow === 1, min: row.atLeast, max: row.atMost, approx: row.approx === 1, unitOfMeasure: row.unitOfMeasure,
  dueOn: row.dueOn, demands: row.demands, sharedWith,
  judged: row.judgedMet === null || row.judgedAt === null ? null : { met: row.judgedMet === 1, note: row.judgedNote ?? '', by: row.judgedBy ?? '', at: row.judgedAt },
  progress, version: row.version,
});

/** What the history of an item keeps of a measure. */
export const measureState = (row: MeasureEntity): Record<string, unknown> => ({
  measureId: row.id, name: row.name, kind: row.kind, sources: row.sources, poolId: row.poolId, fromBelow: row.fromBelow, min: row.minValue, max: row.maxValue, approx: row.approx, unitOfMeasure: row.unitOfMeasure, dueOn: row.dueOn, demands: row.demands,
});

import { radixSort } from './radix.js';
import type { VolunteerColumns } from './volunteer-columns.js';
import { occupations } from './vocabulary.js';

/** Cells part people by how far they go, in minutes: up to below each of these, and beyond. */
const LIMITS = [60, 120];
const HIGH = 2 ** 32;
/** Rows between two steps. */
export const STEP = 1 << 17;

const bandOf = (limit: number): number => LIMITS.filter((least) => limit >= least).length;

/** What people are sorted by, in the order of their rows: those of the second source follow those of the first. `firsts`: how many are of the first; `ascending`: whether the ids of the second rise from row to row. */
export interface Keys { readonly count: number; readonly firsts: number; readonly ascending: boolean; readonly row: Int32Array; readonly id0: Uint32Array; readonly id1: Uint32Array; readonly asked0: Uint32Array; readonly asked1: Uint32Array; readonly cell: Uint32Array }

/**
 * Everybody who is present in two columns in the order of cells, then of ties, then of ids. The first are in that order already, so that the second alone are sorted, by radix, and both are merged; where the ids of the second rise, as they do when a
 * database is read from the beginning, they need not be looked at.
 */
export function* cellOrder(sources: readonly [VolunteerColumns, VolunteerColumns], counts: readonly [number, number]): Generator<void, { keys: Keys; order: Int32Array }> {
  const keys = yield* keysOf(sources, counts);
  const { firsts, count } = keys;
  const late = (key: Uint32Array): Uint32Array => key.subarray(firsts, count);
  const added = new Int32Array(count - firsts);
  for (let at = 0; at < added.length; at++) added[at] = at;
  const sorted = yield* radixSort(added, [...(keys.ascending ? [] : [late(keys.id1), late(keys.id0)]), late(keys.asked0), late(keys.asked1), late(keys.cell)]);
  for (let at = 0; at < sorted.length; at++) sorted[at]! += firsts;
  const place = (at: number): [VolunteerColumns, number] => (at < firsts ? [sources[0], keys.row[at]!] : [sources[1], keys.row[at]! - counts[0]]);
  const comesBefore = (a: number, b: number): boolean => {
    const { cell, asked0, asked1, id0, id1 } = keys;
    const difference = cell[a]! - cell[b]! || asked1[a]! - asked1[b]! || asked0[a]! - asked0[b]! || id0[a]! - id0[b]! || id1[a]! - id1[b]!;
    if (difference !== 0) return difference < 0;
    const [[columns, row], [others, other]] = [place(a), place(b)];
    return columns.compareIds(row, others, other) < 0;
  };
  // Radix looks at half of an id. Those whose other half decides were made within one moment, and mostly stand in order.
  if (!keys.ascending) insertionSort(sorted, comesBefore);
  yield;
  if (firsts === 0) return { keys, order: sorted };
  const order = new Int32Array(count);
  for (let [at, first, second] = [0, 0, 0]; at < count; at++) {
    if (at % STEP === STEP - 1) yield;
    order[at] = second === sorted.length || (first < firsts && comesBefore(first, sorted[second]!)) ? first++ : sorted[second++]!;
  }
  return { keys, order };
}

function insertionSort(order: Int32Array, comesBefore: (a: number, b: number) => boolean): void {
  for (let index = 1; index < order.length; index++) {
    const one = order[index]!;
    let slot = index - 1;
    for (; slot >= 0 && comesBefore(one, order[slot]!); slot--) order[slot + 1] = order[slot]!;
    order[slot + 1] = one;
  }
}

/** What is sorted by, of everybody who is present; rows of the second source count on from those of the first. */
function* keysOf(sources: readonly VolunteerColumns[], counts: readonly [number, number]): Generator<void, Keys> {
  const most = counts[0] + counts[1];
  const row = new Int32Array(most);
  const [id0, id1, asked0, asked1, cell] = Array.from({ length: 5 }, () => new Uint32Array(most)) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const bands = Uint8Array.from({ length: 256 }, (_, limit) => bandOf(limit));
  let [at, base, firsts, ascending] = [0, 0, 0, true];
  for (const [index, columns] of sources.entries()) {
    for (let from = 0; from < counts[index]!; from++) {
      if (from % STEP === STEP - 1) yield;
      if (!columns.present.has(from)) continue;
      const tie = columns.tie(from);
      row[at] = base + from;
      id0[at] = columns.ids[4 * from]!;
      id1[at] = columns.ids[4 * from + 1]!;
      asked0[at] = tie % HIGH;
      asked1[at] = tie / HIGH;
      cell[at] = ((columns.county[from]! * occupations.length + columns.occupation[from]!) * (LIMITS.length + 1) + bands[Math.min(255, columns.limit[from]!)]!) * 2 + (columns.personal.has(from) ? 1 : 0);
      if (index === 1 && at > firsts && (id0[at]! < id0[at - 1]! || (id0[at] === id0[at - 1] && columns.compareIds(from, columns, row[at - 1]! - base) < 0))) ascending = false;
      at++;
    }
    if (index === 0) firsts = at;
    base += counts[index]!;
    yield;
  }
  return { count: at, firsts, ascending, row: row.subarray(0, at), id0, id1, asked0, asked1, cell };
}

import { wordsOf } from './bits.js';
import { radixSort } from './radix.js';
import { VolunteerColumns } from './volunteer-columns.js';
import { occupations } from './vocabulary.js';

/** Cells part people by how far they go, in minutes: up to below each of these, and beyond. */
const LIMITS = [60, 120];
const HIGH = 2 ** 32;

/** People alike in all that no bit says: county, occupation, how far they go, and whether their features count. They stand in the order of ties. */
export interface Cell {
  readonly county: number;
  readonly occupation: number;
  readonly personal: boolean;
  /** Least and most minutes of travel. */
  readonly least: number;
  readonly most: number;
  /** Day of birth of the eldest. */
  readonly eldest: number;
  /** Words of the bit columns, up to `end`: a cell begins with a word of its own. */
  readonly start: number;
  readonly end: number;
}

const bandOf = (limit: number): number => LIMITS.filter((least) => limit >= least).length;

/** Volunteers in the order of cells, and within a cell of ties: who was asked longest ago, then by id. Rows that fill up the last word of a cell are nobody. */
export class VolunteerCells {
  readonly cells: Cell[] = [];
  /** By unit, as compressed sparse rows: the rows of `unit` stand from `unitFirst[unit]` on. */
  unitFirst = new Int32Array(1);
  unitRows = new Int32Array(0);

  private constructor(readonly columns: VolunteerColumns) {}

  static empty(like: VolunteerColumns): VolunteerCells {
    return new VolunteerCells(new VolunteerColumns(like.vocabulary, like.youngFrom, 0));
  }

  /** Those who are present in either of two columns, in steps of some milliseconds for a million. `rowsIn` says where each row of the two has gone; −1 for those who are not there. */
  static *merge(sources: readonly [VolunteerColumns, VolunteerColumns], youngFrom: number): Generator<void, { cells: VolunteerCells; rowsIn: readonly [Int32Array, Int32Array] }> {
    const keys = yield* keysOf(sources);
    const order = yield* radixSort(Int32Array.from({ length: keys.count }, (_, at) => at), [keys.id1, keys.id0, keys.asked0, keys.asked1, keys.cell]);
    settleIds(order, sources, keys);
    yield;
    const rowsIn = [new Int32Array(sources[0].count).fill(-1), new Int32Array(sources[1].count).fill(-1)] as const;
    const starts: number[] = [];
    let [row, before] = [0, -1];
    for (const at of order) {
      if (keys.cell[at] !== before) {
        row = wordsOf(row) << 5;
        starts.push(row >>> 5);
        before = keys.cell[at]!;
      }
      const from = keys.row[at]!;
      if (from < sources[0].count) rowsIn[0][from] = row++;
      else rowsIn[1][from - sources[0].count] = row++;
    }
    yield;
    const rows = wordsOf(row) << 5;
    const columns = new VolunteerColumns(sources[0].vocabulary, youngFrom, rows);
    columns.count = rows;
    yield;
    for (const index of [0, 1] as const) yield* columns.take(sources[index], rowsIn[index]);
    columns.pool.trim();
    const made = new VolunteerCells(columns);
    made.describe(starts, wordsOf(rows));
    yield;
    made.listUnits();
    return { cells: made, rowsIn };
  }

  get bytes(): number {
    return this.unitFirst.byteLength + this.unitRows.byteLength;
  }

  private describe(starts: readonly number[], end: number): void {
    const { columns } = this;
    starts.forEach((start, index) => {
      const [first, until] = [start << 5, starts[index + 1] ?? end];
      let [least, most, eldest] = [MOST_LIMIT, 0, Infinity];
      for (let row = first; row < until << 5; row++) {
        if (!columns.present.has(row)) continue;
        least = Math.min(least, columns.limit[row]!);
        most = Math.max(most, columns.limit[row]!);
        eldest = Math.min(eldest, columns.born[row]!);
      }
      this.cells.push({ county: columns.county[first]!, occupation: columns.occupation[first]!, personal: columns.personal.has(first), least, most, eldest, start, end: until });
    });
  }

  private listUnits(): void {
    const { unit, count, vocabulary: { units } } = this.columns;
    const first = new Int32Array(units.words.length + 2);
    for (let row = 0; row < count; row++) if (unit[row] !== 0) first[unit[row]!]!++;
    let sum = 0;
    for (let code = 0; code < first.length; code++) {
      const size = first[code]!;
      first[code] = sum;
      sum += size;
    }
    const next = first.slice();
    this.unitFirst = first;
    this.unitRows = new Int32Array(sum);
    for (let row = 0; row < count; row++) if (unit[row] !== 0) this.unitRows[next[unit[row]!]!++] = row;
  }
}

const MOST_LIMIT = 65_535;

interface Keys { readonly count: number; readonly row: Int32Array; readonly id0: Uint32Array; readonly id1: Uint32Array; readonly asked0: Uint32Array; readonly asked1: Uint32Array; readonly cell: Uint32Array }

/** What is sorted by, of everybody who is present; rows of the second source count on from those of the first. */
function* keysOf(sources: readonly VolunteerColumns[]): Generator<void, Keys> {
  const most = sources.reduce((sum, { count }) => sum + count, 0);
  const row = new Int32Array(most);
  const [id0, id1, asked0, asked1, cell] = Array.from({ length: 5 }, () => new Uint32Array(most)) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const bands = Uint8Array.from({ length: 256 }, (_, limit) => bandOf(limit));
  let [at, base] = [0, 0];
  for (const columns of sources) {
    for (let from = 0; from < columns.count; from++) {
      if (!columns.present.has(from)) continue;
      const tie = columns.tie(from);
      row[at] = base + from;
      id0[at] = columns.ids[4 * from]!;
      id1[at] = columns.ids[4 * from + 1]!;
      asked0[at] = tie % HIGH;
      asked1[at] = tie / HIGH;
      cell[at] = ((columns.county[from]! * occupations.length + columns.occupation[from]!) * (LIMITS.length + 1) + bands[Math.min(255, columns.limit[from]!)]!) * 2 + (columns.personal.has(from) ? 1 : 0);
      at++;
    }
    base += columns.count;
    yield;
  }
  return { count: at, row: row.subarray(0, at), id0, id1, asked0, asked1, cell };
}

/** Puts those in order whose ids begin alike: made within one moment, they mostly stand in order already. */
function settleIds(order: Int32Array, [first, second]: readonly [VolunteerColumns, VolunteerColumns], { row, id0, id1, asked0, asked1, cell }: Keys): void {
  const side = (at: number): [VolunteerColumns, number] => (row[at]! < first.count ? [first, row[at]!] : [second, row[at]! - first.count]);
  for (let index = 1; index < order.length; index++) {
    const one = order[index]!;
    let slot = index - 1;
    for (; slot >= 0; slot--) {
      const other = order[slot]!;
      if (id1[other] !== id1[one] || id0[other] !== id0[one] || asked0[other] !== asked0[one] || asked1[other] !== asked1[one] || cell[other] !== cell[one]) break;
      const [[columns, at], [others, there]] = [side(one), side(other)];
      if (columns.compareIds(at, others, there) >= 0) break;
      order[slot + 1] = other;
    }
    order[slot + 1] = one;
  }
}

import { wordsOf } from './bits.js';
import { cellOrder, STEP } from './cell-order.js';
import { VolunteerColumns } from './volunteer-columns.js';

/** Cells between two steps. */
const CELLS = 64;

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
    // Rows that are added between the steps are not among them.
    const counts = [sources[0].count, sources[1].count] as const;
    const { keys, order } = yield* cellOrder(sources, counts);
    const rowsIn = [new Int32Array(counts[0]).fill(-1), new Int32Array(counts[1]).fill(-1)] as const;
    const starts: number[] = [];
    let [row, before] = [0, -1];
    for (let index = 0; index < order.length; index++) {
      if (index % STEP === STEP - 1) yield;
      const at = order[index]!;
      if (keys.cell[at] !== before) {
        row = wordsOf(row) << 5;
        starts.push(row >>> 5);
        before = keys.cell[at]!;
      }
      const from = keys.row[at]!;
      if (from < counts[0]) rowsIn[0][from] = row++;
      else rowsIn[1][from - counts[0]] = row++;
    }
    yield;
    const rows = wordsOf(row) << 5;
    const columns = new VolunteerColumns(sources[0].vocabulary, youngFrom, rows);
    columns.count = rows;
    yield;
    for (const index of [0, 1] as const) yield* columns.take(sources[index], rowsIn[index]);
    columns.pool.trim();
    const made = new VolunteerCells(columns);
    yield* made.describe(starts, wordsOf(rows));
    made.listUnits();
    return { cells: made, rowsIn };
  }

  get bytes(): number {
    return this.unitFirst.byteLength + this.unitRows.byteLength;
  }

  private *describe(starts: readonly number[], end: number): Generator<void> {
    const { columns } = this;
    for (const [index, start] of starts.entries()) {
      if (index % CELLS === CELLS - 1) yield;
      const [first, until] = [start << 5, starts[index + 1] ?? end];
      let [least, most, eldest] = [Infinity, 0, Infinity];
      for (let row = first; row < until << 5; row++) {
        if (!columns.present.has(row)) continue;
        least = Math.min(least, columns.limit[row]!);
        most = Math.max(most, columns.limit[row]!);
        eldest = Math.min(eldest, columns.born[row]!);
      }
      this.cells.push({ county: columns.county[first]!, occupation: columns.occupation[first]!, personal: columns.personal.has(first), least, most, eldest, start, end: until });
    }
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

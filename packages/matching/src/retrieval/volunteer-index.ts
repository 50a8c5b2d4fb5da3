import type { MatchingContext, PositionFacts, VolunteerFacts, WeightTable } from '../facts.js';
import type { RankedVolunteer } from '../rank.js';
import { firstWeights, score } from '../score.js';
import type { Supply } from '../what-if.js';
import { dayNumber } from './days.js';
import { Demand } from './demand.js';
import { IdTable } from './id-table.js';
import { VolunteerCells } from './volunteer-cells.js';
import { VolunteerColumns, type Standing } from './volunteer-columns.js';
import { SearchRoom, VolunteerSearch, type Reach, type Within } from './volunteer-search.js';
import { unpackUuid } from './uuid.js';
import { Vocabulary } from './vocabulary.js';

/** Somebody found: the same score as that of `rankVolunteers`. */
export interface Found {
  readonly id: string;
  readonly score: number;
}

/** What a question leaves out. */
export interface Scope {
  /** Absent for everybody. */
  readonly within?: Reach | null;
  /** Ids of those who are not looked at. */
  readonly without?: readonly string[];
}

/** Changes since the last merge are merged from here on: so many, or so much of all. */
const MERGE_FROM = 2048;
const MERGE_SHARE = 0.02;
/** Who is younger than this on the day of a merge is looked at by age: more than the age of majority, where rules for minors end. */
const YOUNG_YEARS = 19;
/** How many reaches are remembered. */
const REACHES = 64;

/**
 * Volunteers by column in memory: answers who fits a position out of a million, the same people in the same order as `rankVolunteers` of all of them. Changes are seen by the next question; they stand beside the cells until they are merged.
 * Not for threads to share.
 */
export class VolunteerIndex {
  private readonly vocabulary = new Vocabulary();
  private cells: VolunteerCells;
  private recent: VolunteerColumns;
  private ids = new IdTable();
  private readonly room = new SearchRoom();
  private readonly reaches = new Map<string, Within>();
  /** Ids that have changed while a merge runs, null while none does. */
  private changed: Set<string> | null = null;
  private gone = 0;

  /** How many changes were made: the same number, the same answers. */
  version = 0;

  /** `today`: a civil date; questions are of that day or later. */
  constructor(today: string) {
    this.recent = new VolunteerColumns(this.vocabulary, youngFrom(today), 0);
    this.cells = VolunteerCells.empty(this.recent);
  }

  get size(): number {
    return this.ids.size;
  }

  /** How many changes stand beside the cells: those are gone through one by one by each question. */
  get pending(): number {
    return this.recent.count + this.gone;
  }

  /** Whether it is time to merge. */
  get mergeDue(): boolean {
    return this.pending > Math.max(MERGE_FROM, MERGE_SHARE * this.size);
  }

  /** Bytes: of the columns, of what finds people by id, and of the words that rows speak of (an estimate). Room that searches share is 16 bytes for 32 people and stands with the columns. */
  get memory(): { readonly columns: number; readonly ids: number; readonly words: number } {
    const parts = [this.cells.columns.memory(), this.recent.memory()];
    const { counties, topics, proofs, titles, units } = this.vocabulary;
    const words = [counties, topics, proofs, titles, units].reduce((sum, { words: all }) => sum + all.reduce((bytes, word) => bytes + 64 + 2 * word.length, 0), 0);
    return { columns: parts.reduce((sum, { columns }) => sum + columns, this.cells.bytes + this.room.bytes), ids: parts.reduce((sum, { ids }) => sum + ids, this.ids.bytes), words };
  }

  /** Adds somebody, or puts them in the place of what was known of them. Errors: RangeError where the id is no UUID in lower case. */
  upsert(standing: Standing): void {
    const row = this.recent.add(standing);
    this.forget(standing.facts.id);
    this.ids.add(this.recent.ids, row, this.cells.columns.count + row, this.idsAt);
    this.changed?.add(standing.facts.id);
    this.version++;
  }

  /** Whether there was such a person. */
  remove(id: string): boolean {
    if (!this.forget(id)) return false;
    this.changed?.add(id);
    this.version++;
    return true;
  }

  /** What is known of somebody at an instant; null where nobody has the id. */
  factsOf(id: string, now: string): VolunteerFacts | null {
    const at = this.ids.find(id, this.idsAt);
    if (at < 0) return null;
    const [columns, row] = this.placeOf(at);
    return columns.factsAt(row, Date.parse(now));
  }

  /** The best for a position, best first: ids and scores alone. */
  best(position: PositionFacts, weights: WeightTable, context: MatchingContext, count: number, scope: Scope = {}): Found[] {
    return this.search(position, weights, context, scope, (search) => search.best(Math.min(count, this.size)).drain()).map(({ score: points, columns, row }) => ({ id: unpackUuid(columns.ids, 4 * row), score: points }));
  }

  /** The best for a position with what is known of them and the parts of their scores, which reasons are made of. */
  top(position: PositionFacts, weights: WeightTable, context: MatchingContext, count: number, scope: Scope = {}): RankedVolunteer[] {
    const now = Date.parse(context.now);
    return this.search(position, weights, context, scope, (search) => search.best(Math.min(count, this.size)).drain()).map(({ columns, row }) => {
      const volunteer = columns.factsAt(row, now);
      return { volunteer, ...score(volunteer, position, weights, context) };
    });
  }

  /** How many may have the position. */
  count(position: PositionFacts, weights: WeightTable, context: MatchingContext, scope: Scope = {}): number {
    return this.search(position, weights, context, scope, (search) => search.count());
  }

  /** How many may have the position, and how many of them said that they are free then: as `supplyAmong` of all of them. `handedIn`: a certificate that was handed in counts as if somebody had looked at it. */
  supply(position: PositionFacts, context: MatchingContext, scope: Scope = {}, handedIn = false): Supply {
    // Weights order people; who may have it hangs on none of them.
    return this.search(position, firstWeights, context, scope, (search) => search.supply(), handedIn);
  }

  /** Merges all changes at once. */
  merge(today: string): void {
    for (const _ of this.merging(today)) continue;
  }

  /** Merges in steps of some milliseconds for a million people; questions and changes may come between them. One merge at a time. */
  *merging(today: string): Generator<void> {
    if (this.changed !== null) throw new Error('A merge is running already.');
    this.changed = new Set();
    try {
      const ids = this.ids.copy();
      const { cells, rowsIn } = yield* VolunteerCells.merge([this.cells.columns, this.recent], youngFrom(today));
      yield* ids.move(rowsIn, cells.columns);
      const late = [...this.changed].flatMap((id) => {
        const at = this.ids.find(id, this.idsAt);
        return [{ id, from: at < 0 ? null : this.placeOf(at) }];
      });
      const recent = new VolunteerColumns(this.vocabulary, cells.columns.youngFrom, 0);
      [this.cells, this.recent, this.ids, this.gone] = [cells, recent, ids, 0];
      // What changed while the cells were made stands in them as it was before.
      for (const { id, from } of late) {
        this.forget(id);
        if (from === null) continue;
        const row = recent.addFrom(...from);
        this.ids.add(recent.ids, row, cells.columns.count + row, this.idsAt);
      }
    } finally {
      this.changed = null;
    }
  }

  private search<T>(position: PositionFacts, weights: WeightTable, context: MatchingContext, { within = null, without = [] }: Scope, ask: (search: VolunteerSearch) => T, handedIn = false): T {
    const demand = new Demand(position, weights, context, this.vocabulary, handedIn);
    const hidden = without.flatMap((id) => {
      const at = this.ids.find(id, this.idsAt);
      const [columns, row] = at < 0 ? [this.recent, -1] : this.placeOf(at);
      return row >= 0 && columns.able.has(row) ? [{ columns, row }] : [];
    });
    for (const { columns, row } of hidden) columns.able.clear(row);
    try {
      return ask(new VolunteerSearch(demand, this.cells, this.recent, within === null ? null : this.withinOf(within), this.room));
    } finally {
      for (const { columns, row } of hidden) columns.able.set(row);
    }
  }

  private withinOf({ counties, unitPaths }: Reach): Within {
    const { vocabulary: { counties: { words: known }, units: { words: paths } } } = this;
    const key = JSON.stringify([counties, unitPaths]);
    const kept = this.reaches.get(key);
    if (kept && kept.counties.length === known.length && kept.units.length === paths.length + 1) return kept;
    const begins = (word: string, beginnings: readonly string[]): number => Number(beginnings.some((beginning) => word.startsWith(beginning)));
    const within = { counties: Uint8Array.from(known, (code) => begins(code, counties)), units: Uint8Array.from(['', ...paths], (path, unit) => (unit === 0 ? 0 : begins(path, unitPaths))) };
    if (this.reaches.size === REACHES) this.reaches.delete(this.reaches.keys().next().value ?? '');
    this.reaches.set(key, within);
    return within;
  }

  private readonly idsAt = (at: number): [Uint32Array, number] => {
    const [columns, row] = this.placeOf(at);
    return [columns.ids, row];
  };

  private placeOf(at: number): [VolunteerColumns, number] {
    const { columns } = this.cells;
    return at < columns.count ? [columns, at] : [this.recent, at - columns.count];
  }

  private forget(id: string): boolean {
    const at = this.ids.remove(id, this.idsAt);
    if (at < 0) return false;
    const [columns, row] = this.placeOf(at);
    columns.present.clear(row);
    columns.able.clear(row);
    if (columns !== this.recent) this.gone++;
    return true;
  }
}

const youngFrom = (today: string): number => dayNumber(today) - YOUNG_YEARS * 366;

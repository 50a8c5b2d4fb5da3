import type { MatchingContext, PositionFacts, VolunteerFacts, WeightTable } from '../facts.js';
import { rankPositions, type RankedPosition } from '../rank.js';
import { score } from '../score.js';
import { CellQueue } from './cell-queue.js';
import { shanghaiDay } from './days.js';
import { Person } from './person.js';
import { PositionCell } from './position-cell.js';
import { PositionColumns, trait } from './position-columns.js';
import type { Found } from './volunteer-index.js';

/** What sums added in another order may differ by. */
const SLACK = 1e-9;
/** Whoever wants more than this gets all of them ranked: a list kept in order by inserting would be slow. */
const MANY = 512;
const SETS = 2 ** 20;


/**
 * Open positions by column in memory: answers what fits a person, the same positions in the same order as `rankPositions` of all of them. A change takes its place at once: it touches one short cell.
 */
export class PositionIndex {
  private readonly columns = new PositionColumns();
  private readonly slots = new Map<string, number>();
  private readonly cellOf = new Map<number, PositionCell>();
  private readonly cells: PositionCell[] = [];
  /** All slots, the soonest first. */
  private soonest = new Int32Array(64);
  private weights: WeightTable | null = null;
  /** Day number that points were reckoned for: what is missing is the more urgent the nearer the day is. */
  private day = NaN;
  private now = '';

  /** How many changes were made: the same number, the same answers. */
  version = 0;

  get size(): number {
    return this.slots.size;
  }

  /** Adds a position, or puts it in the place of what was known of it. */
  upsert(position: PositionFacts): void {
    this.forget(position.id);
    const { columns } = this;
    const slot = columns.add(position);
    this.slots.set(position.id, slot);
    if (this.weights !== null) columns.reckon(slot, this.weights, this.now);
    const key = columns.county[slot]! * SETS + columns.topics[slot]!;
    let cell = this.cellOf.get(key);
    if (!cell) {
      cell = new PositionCell(columns.county[slot]!, columns.topics[slot]!);
      this.cellOf.set(key, cell);
      this.cells.push(cell);
    }
    cell.insert(columns, slot);
    if (this.size > this.soonest.length) this.soonest = doubled(this.soonest);
    insert(this.soonest, this.size - 1, slot, this.byStart);
    this.version++;
  }

  /** Whether there was such a position. */
  remove(id: string): boolean {
    if (!this.forget(id)) return false;
    this.version++;
    return true;
  }

  /** The best for a person, best first, at most one position of each activity; `without` names activities that are not looked at. Ids and scores alone. */
  best(volunteer: VolunteerFacts, weights: WeightTable, context: MatchingContext, count: number, without: Iterable<string> = []): Found[] {
    return this.search(volunteer, weights, context, count, without).map(({ slot, sum }) => ({ id: this.columns.positions[slot]!.id, score: sum }));
  }

  /** The best for a person with the parts of their scores, which reasons are made of. */
  top(volunteer: VolunteerFacts, weights: WeightTable, context: MatchingContext, count: number, without: Iterable<string> = []): RankedPosition[] {
    return this.search(volunteer, weights, context, count, without).map(({ slot }) => {
      const position = this.columns.positions[slot]!;
      return { position, ...(volunteer.personal ? score(volunteer, position, weights, context) : { score: 0, parts: [] }) };
    });
  }

  /** How many activities have a position that the person may have. */
  count(volunteer: VolunteerFacts, weights: WeightTable, context: MatchingContext, without: Iterable<string> = []): number {
    const { columns } = this;
    const person = new Person(volunteer, weights, context, columns);
    const seen = this.marked(without);
    const before = seen.size;
    for (let index = 0; index < this.size; index++) {
      const slot = this.soonest[index]!;
      if (!seen.has(columns.activity[slot]!) && person.may(slot)) seen.add(columns.activity[slot]!);
    }
    return seen.size - before;
  }

  private search(volunteer: VolunteerFacts, weights: WeightTable, context: MatchingContext, count: number, without: Iterable<string>): { slot: number; sum: number }[] {
    if (count <= 0 || volunteer.frozen) return [];
    const { columns } = this;
    const left = this.marked(without);
    if (count > MANY) {
      const open = columns.positions.filter((position): position is PositionFacts => position !== null && !left.has(columns.activities.find(position.activityId)));
      return rankPositions(volunteer, open, weights, context, count).best.map(({ position: { id }, score: sum }) => ({ slot: this.slots.get(id)!, sum }));
    }
    this.reckonFor(weights, context);
    const person = new Person(volunteer, weights, context, columns);
    const list = new PositionList(columns, count);
    if (volunteer.personal) this.searchCells(person, list, left);
    else {
      for (let index = 0; index < this.size && list.count < count; index++) {
        const slot = this.soonest[index]!;
        if (!left.has(columns.activity[slot]!) && list.takes(0, slot) && person.may(slot)) list.add(0, slot);
      }
    }
    return list.all();
  }

  /** Best cell first, until the next can bring nothing better than the worst found. */
  private searchCells(person: Person, list: PositionList, left: ReadonlySet<number>): void {
    const { columns, cells } = this;
    const always = person.firstPoints + person.loadPoints + person.reliabilityPoints;
    const found: PositionCell[] = [];
    const keys: number[] = [];
    for (const cell of cells) {
      const way = person.travel[cell.county]!;
      if (cell.count === 0 || way < 0) continue;
      found.push(cell);
      keys.push(always + person.most(cell.topics) + way + cell.alone[0]!);
    }
    for (const queue = new CellQueue(new Float64Array(keys)); queue.size > 0 && queue.key + SLACK >= list.least; queue.drop()) {
      const { slots, alone, traits, audiences, count, topics, county } = found[queue.top]!;
      const same = person.sameTopic[topics] === 1;
      const base = always + person.topic[topics]! + person.travel[county]! + SLACK;
      const bonus = same ? person.sameBonus : person.otherBonus;
      for (let index = 0; index < count && base + bonus + alone[index]! >= list.least; index++) {
        if ((trait.occupations(traits[index]!) & person.occupation) === 0 || base + alone[index]! + person.traitPoints(audiences[index]!, traits[index]!, same) < list.least) continue;
        const slot = slots[index]!;
        const sum = person.sum(slot);
        if (list.takes(sum, slot) && !left.has(columns.activity[slot]!) && person.may(slot)) list.add(sum, slot);
      }
    }
  }

  /** Reckons all points anew where the weights or the day are others. */
  private reckonFor(weights: WeightTable, { now }: MatchingContext): void {
    const day = shanghaiDay(Date.parse(now));
    if (day === this.day && this.weights !== null && (['need', 'rural', 'connections'] as const).every((part) => weights[part] === this.weights![part])) return;
    [this.weights, this.day, this.now] = [weights, day, now];
    for (const slot of this.slots.values()) this.columns.reckon(slot, weights, now);
    for (const cell of this.cells) cell.sort(this.columns);
  }

  private marked(activities: Iterable<string>): Set<number> {
    return new Set([...activities].map((id) => this.columns.activities.find(id)).filter((code) => code >= 0));
  }

  private readonly byStart = (a: number, b: number): number => this.columns.compare(a, b);

  private forget(id: string): boolean {
    const { columns } = this;
    const slot = this.slots.get(id);
    if (slot === undefined) return false;
    const cell = this.cellOf.get(columns.county[slot]! * SETS + columns.topics[slot]!)!;
    cell.take(slot);
    take(this.soonest, this.size, slot, this.byStart);
    this.slots.delete(id);
    columns.drop(slot);
    return true;
  }
}

/** The best positions so far, one of each activity, in order. */
class PositionList {
  count = 0;
  least = -Infinity;
  private readonly slots: Int32Array;
  private readonly activities: Int32Array;
  private readonly sums: Float64Array;

  constructor(private readonly columns: PositionColumns, private readonly room: number) {
    this.slots = new Int32Array(room + 1);
    this.activities = new Int32Array(room + 1);
    this.sums = new Float64Array(room + 1);
  }

  takes(sum: number, slot: number): boolean {
    if (this.count === this.room && !this.comesBefore(sum, slot, this.count - 1)) return false;
    const same = this.placeOf(this.columns.activity[slot]!);
    return same < 0 || this.comesBefore(sum, slot, same);
  }

  add(sum: number, slot: number): void {
    const same = this.placeOf(this.columns.activity[slot]!);
    let at = same < 0 ? this.count++ : same;
    for (; at > 0 && this.comesBefore(sum, slot, at - 1); at--) {
      this.slots[at] = this.slots[at - 1]!;
      this.activities[at] = this.activities[at - 1]!;
      this.sums[at] = this.sums[at - 1]!;
    }
    [this.slots[at], this.activities[at], this.sums[at]] = [slot, this.columns.activity[slot]!, sum];
    this.count = Math.min(this.count, this.room);
    if (this.count === this.room) this.least = this.sums[this.count - 1]!;
  }

  all(): { slot: number; sum: number }[] {
    return Array.from({ length: this.count }, (_, at) => ({ slot: this.slots[at]!, sum: this.sums[at]! }));
  }

  private placeOf(activity: number): number {
    for (let at = 0; at < this.count; at++) if (this.activities[at] === activity) return at;
    return -1;
  }

  private comesBefore(sum: number, slot: number, at: number): boolean {
    return sum !== this.sums[at]! ? sum > this.sums[at]! : this.columns.compare(slot, this.slots[at]!) < 0;
  }
}

const doubled = (from: Int32Array): Int32Array<ArrayBuffer> => {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
};

/** Where a slot stands, or would, among the first `count`. */
function placeFor(slots: Int32Array, count: number, slot: number, compare: (a: number, b: number) => number): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(slots[middle]!, slot) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

function insert(slots: Int32Array, count: number, slot: number, compare: (a: number, b: number) => number): void {
  const at = placeFor(slots, count, slot, compare);
  slots.copyWithin(at + 1, at, count);
  slots[at] = slot;
}

function take(slots: Int32Array, count: number, slot: number, compare: (a: number, b: number) => number): void {
  slots.copyWithin(placeFor(slots, count, slot, compare), placeFor(slots, count, slot, compare) + 1, count);
}

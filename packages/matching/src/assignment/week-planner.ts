import { together, type Instance } from './instance.js';

/** Up to so many services a week are searched, from the dearest item on; more are planned by labels, whose work does not explode. */
const FEW = 3;

/**
 * The best week of one person at given prices: weighted interval scheduling with travel between what follows each other, and room for load by day and
 * by week. Exact. A label is a way to end with an item: its load of the week and of the day, its value, and the label before it; one that another beats
 * in all three is dropped.
 */
export class WeekPlanner {
  /** Edges of the best week, of which the first `count` hold. */
  readonly chosen: Int32Array;
  count = 0;
  /** Value at the prices of what the person holds. */
  heldValue = 0;

  private volunteer = 0;
  private room = 0;
  private items = 0;
  private most = 0;
  private sorted = false;
  private best = 0;
  private readonly edge: Int32Array;
  private readonly at: Int32Array;
  private readonly value: Float64Array;
  private readonly stack = new Int32Array(FEW);
  private readonly firstLabel: Int32Array;
  private labelWeek = new Uint8Array(1024);
  private labelDay = new Uint8Array(1024);
  private labelValue = new Float64Array(1024);
  private labelItem = new Int32Array(1024);
  private labelBefore = new Int32Array(1024);
  private labels = 0;

  constructor(private readonly instance: Instance, private readonly taken: Uint8Array) {
    const most = instance.widest + 1;
    this.chosen = new Int32Array(most);
    this.edge = new Int32Array(most);
    this.at = new Int32Array(most);
    this.value = new Float64Array(most);
    this.firstLabel = new Int32Array(most + 1);
  }

  /** Looks at a person: what is worth more than its price, and what is held now. */
  look(volunteer: number, price: Float64Array): void {
    const { first, position, worth, weekRoom } = this.instance;
    let [items, held] = [0, 0];
    let lightest = 255;
    const { load } = this.instance.input.positions;
    for (let edge = first[volunteer]!, end = first[volunteer + 1]!; edge < end; edge++) {
      const at = position[edge]!;
      const value = worth[edge]! - price[at]!;
      if (this.taken[edge] === 1) held += value;
      if (value <= 0) continue;
      this.edge[items] = edge;
      this.at[items] = at;
      this.value[items] = value;
      if (load[at]! < lightest) lightest = load[at]!;
      items++;
    }
    this.volunteer = volunteer;
    this.items = items;
    this.room = weekRoom[volunteer]!;
    this.most = Math.floor(this.room / lightest);
    this.sorted = false;
    this.heldValue = held;
  }

  /** Plans the week of whom was looked at, without one position where it is given; its value. */
  plan(without = -1): number {
    this.count = 0;
    if (this.items === 0) return 0;
    if (this.most < 2) return this.planOne(without);
    if (this.most > FEW) {
      if (!this.sorted) this.sortItems((item) => this.instance.input.positions.startsAt[this.at[item]!]!);
      return this.planMany(without);
    }
    if (!this.sorted) this.sortItems((item) => -this.value[item]!);
    this.best = 0;
    this.search(0, 0, 0, 0, without);
    return this.best;
  }

  /** Insertion sort: items are few. */
  private sortItems(key: (item: number) => number): void {
    const { edge, at, value } = this;
    for (let item = 1; item < this.items; item++) {
      const [e, a, v, k] = [edge[item]!, at[item]!, value[item]!, key(item)];
      let slot = item - 1;
      while (slot >= 0 && key(slot) > k) {
        edge[slot + 1] = edge[slot]!;
        at[slot + 1] = at[slot]!;
        value[slot + 1] = value[slot]!;
        slot--;
      }
      edge[slot + 1] = e;
      at[slot + 1] = a;
      value[slot + 1] = v;
    }
    this.sorted = true;
  }

  /** Dearest first: what is still to come is worth no more than the next item each time. */
  private search(depth: number, from: number, value: number, week: number, without: number): void {
    const { load } = this.instance.input.positions;
    for (let item = from; item < this.items; item++) {
      if (value + this.value[item]! * (this.most - depth) <= this.best) return;
      const at = this.at[item]!;
      if (at === without || week + load[at]! > this.room || !this.joins(at, depth)) continue;
      this.stack[depth] = item;
      const sum = value + this.value[item]!;
      if (sum > this.best) {
        this.best = sum;
        this.count = depth + 1;
        for (let level = 0; level <= depth; level++) this.chosen[level] = this.edge[this.stack[level]!]!;
      }
      if (depth + 1 < this.most) this.search(depth + 1, item + 1, sum, week + load[at]!, without);
    }
  }

  /** Whether a position goes with those on the stack, in time and within the day. */
  private joins(at: number, depth: number): boolean {
    const { input, dayRoom } = this.instance;
    const { day, load } = input.positions;
    const today = day[at]!;
    let sum = load[at]!;
    for (let level = 0; level < depth; level++) {
      const other = this.at[this.stack[level]!]!;
      if (!together(input, other, at)) return false;
      if (day[other] === today) sum += load[other]!;
    }
    return sum <= dayRoom[this.volunteer * input.volunteers.days + today]!;
  }

  private planOne(without: number): number {
    let [best, chosen] = [0, -1];
    for (let item = 0; item < this.items; item++) {
      if (this.value[item]! > best && this.at[item] !== without) {
        best = this.value[item]!;
        chosen = item;
      }
    }
    if (chosen >= 0) this.chosen[this.count++] = this.edge[chosen]!;
    return best;
  }

  private planMany(without: number): number {
    const { input: { positions: { startsAt, endsAt, day, place, load }, gaps, volunteers: { days } }, dayRoom } = this.instance;
    const { at, value, firstLabel, room } = this;
    const places = gaps === null ? 0 : gaps.places;
    let [best, bestLabel] = [0, -1];
    this.labels = 0;
    for (let item = 0; item < this.items; item++) {
      firstLabel[item] = this.labels;
      firstLabel[item + 1] = this.labels;
      const here = at[item]!;
      if (here === without) continue;
      const [start, today, weight, gain] = [startsAt[here]!, day[here]!, load[here]!, value[item]!];
      const free = dayRoom[this.volunteer * days + today]!;
      const daily = free < room;
      this.label(item, weight, daily ? weight : 0, gain, -1);
      for (let before = 0; before < item; before++) {
        const there = at[before]!;
        if (endsAt[there]! > start || (gaps !== null && endsAt[there]! + gaps.between[place[there]! * places + place[here]!]! > start)) continue;
        const same = daily && day[there] === today;
        for (let label = firstLabel[before]!, end = firstLabel[before + 1]!; label < end; label++) {
          const week = this.labelWeek[label]! + weight;
          if (week > room) continue;
          const load = !daily ? 0 : same ? this.labelDay[label]! + weight : weight;
          if (load > free) continue;
          this.label(item, week, load, this.labelValue[label]! + gain, label);
        }
      }
      for (let label = firstLabel[item]!; label < this.labels; label++) {
        if (this.labelValue[label]! > best) {
          best = this.labelValue[label]!;
          bestLabel = label;
        }
      }
      firstLabel[item + 1] = this.labels;
    }
    for (let label = bestLabel; label >= 0; label = this.labelBefore[label]!) this.chosen[this.count++] = this.edge[this.labelItem[label]!]!;
    return best;
  }

  private label(item: number, week: number, day: number, value: number, before: number): void {
    const [weeks, dayLoads, values] = [this.labelWeek, this.labelDay, this.labelValue];
    const from = this.firstLabel[item]!;
    for (let other = from; other < this.labels; other++) {
      if (weeks[other]! <= week && dayLoads[other]! <= day && values[other]! >= value) return;
    }
    let keep = from;
    for (let other = from; other < this.labels; other++) {
      if (weeks[other]! >= week && dayLoads[other]! >= day && values[other]! <= value) continue;
      if (keep !== other) {
        weeks[keep] = weeks[other]!;
        dayLoads[keep] = dayLoads[other]!;
        values[keep] = values[other]!;
        this.labelBefore[keep] = this.labelBefore[other]!;
      }
      keep++;
    }
    if (keep === weeks.length) this.grow();
    this.labelWeek[keep] = week;
    this.labelDay[keep] = day;
    this.labelValue[keep] = value;
    this.labelItem[keep] = item;
    this.labelBefore[keep] = before;
    this.labels = keep + 1;
  }

  private grow(): void {
    const size = this.labelWeek.length * 2;
    const larger = <T extends Uint8Array | Int32Array | Float64Array>(array: T, made: T): T => {
      made.set(array);
      return made;
    };
    this.labelWeek = larger(this.labelWeek, new Uint8Array(size));
    this.labelDay = larger(this.labelDay, new Uint8Array(size));
    this.labelValue = larger(this.labelValue, new Float64Array(size));
    this.labelItem = larger(this.labelItem, new Int32Array(size));
    this.labelBefore = larger(this.labelBefore, new Int32Array(size));
  }
}

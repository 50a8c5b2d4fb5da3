import { together, type Instance } from './instance.js';

/** What a person would give up to take an edge: edges held that clash with it, or for which there is no room beside it. The edge is not one that they hold. */
export class Swap {
  readonly out: Int32Array;
  count = 0;
  /** Value at the prices of what is given up, less what is taken. */
  loss = 0;
  private readonly held: Int32Array;

  constructor(private readonly instance: Instance, private readonly taken: Uint8Array) {
    this.out = new Int32Array(instance.widest + 1);
    this.held = new Int32Array(instance.widest + 1);
  }

  /** `edges` are those of the person that are looked at, from `from` up to `to`; all that are held are among them. */
  look(volunteer: number, edge: number, edges: Int32Array, from: number, to: number, price: Float64Array): void {
    const { input, position, worth, weekRoom, dayRoom } = this.instance;
    const { load, day } = input.positions;
    const at = position[edge]!;
    const today = day[at]!;
    this.count = 0;
    let loss = price[at]! - worth[edge]!;
    let [kept, week, daily] = [0, load[at]!, load[at]!];
    for (let index = from; index < to; index++) {
      const other = edges[index]!;
      if (this.taken[other] === 0) continue;
      const there = position[other]!;
      if (!together(input, there, at)) {
        this.out[this.count++] = other;
        loss += worth[other]! - price[there]!;
        continue;
      }
      this.held[kept++] = other;
      week += load[there]!;
      if (day[there] === today) daily += load[there]!;
    }
    const dayLimit = dayRoom[volunteer * input.volunteers.days + today]!;
    while (kept > 0 && (week > weekRoom[volunteer]! || daily > dayLimit)) {
      let [cheapest, least] = [-1, Infinity];
      for (let index = 0; index < kept; index++) {
        const there = position[this.held[index]!]!;
        if (daily > dayLimit && day[there] !== today) continue;
        const value = worth[this.held[index]!]! - price[there]!;
        if (value < least) [cheapest, least] = [index, value];
      }
      const other = this.held[cheapest]!;
      const there = position[other]!;
      week -= load[there]!;
      if (day[there] === today) daily -= load[there]!;
      this.out[this.count++] = other;
      loss += least;
      this.held[cheapest] = this.held[--kept]!;
    }
    this.loss = loss;
  }
}

/** The edges that a person holds, one person after the other. */
export class Hand {
  readonly edges: Int32Array;
  count = 0;

  constructor(private readonly instance: Instance, private readonly taken: Uint8Array) {
    this.edges = new Int32Array(instance.widest);
  }

  look(volunteer: number): void {
    const { first } = this.instance;
    this.count = 0;
    for (let edge = first[volunteer]!, end = first[volunteer + 1]!; edge < end; edge++) if (this.taken[edge] === 1) this.edges[this.count++] = edge;
  }
}

/** The edges that a better assignment may need: both ways, as compressed sparse rows. */
export interface Shortlist {
  readonly first: Int32Array;
  readonly edge: Int32Array;
  readonly firstAt: Int32Array;
  readonly edgeAt: Int32Array;
  readonly volunteerAt: Int32Array;
}

/** Prunes by reduced cost: an edge stays that is held, or for which its person would lose no more than `most` at the prices. */
export function makeShortlist(instance: Instance, taken: Uint8Array, price: Float64Array, most: number): Shortlist {
  const { input: { volunteers, positions }, first: all, position } = instance;
  const [swap, hand] = [new Swap(instance, taken), new Hand(instance, taken)];
  const first = new Int32Array(volunteers.count + 1);
  let edges = new Int32Array(Math.max(16, volunteers.count * 2));
  let count = 0;
  const firstAt = new Int32Array(positions.count + 1);
  for (let volunteer = 0; volunteer < volunteers.count; volunteer++) {
    hand.look(volunteer);
    for (let edge = all[volunteer]!, end = all[volunteer + 1]!; edge < end; edge++) {
      if (taken[edge] === 0) {
        // What is held is worth its price or nearly so: who would pay too much for this one alone loses no less by the whole swap.
        if (price[position[edge]!]! - instance.worth[edge]! > most) continue;
        swap.look(volunteer, edge, hand.edges, 0, hand.count, price);
        if (swap.loss > most) continue;
      }
      if (count === edges.length) {
        const larger = new Int32Array(count * 2);
        larger.set(edges);
        edges = larger;
      }
      edges[count++] = edge;
      firstAt[position[edge]! + 1]!++;
    }
    first[volunteer + 1] = count;
  }
  for (let at = 0; at < positions.count; at++) firstAt[at + 1]! += firstAt[at]!;
  const [edgeAt, volunteerAt, next] = [new Int32Array(count), new Int32Array(count), firstAt.slice()];
  for (let volunteer = 0; volunteer < volunteers.count; volunteer++) {
    for (let index = first[volunteer]!; index < first[volunteer + 1]!; index++) {
      const slot = next[position[edges[index]!]!]!++;
      edgeAt[slot] = edges[index]!;
      volunteerAt[slot] = volunteer;
    }
  }
  return { first, edge: edges.subarray(0, count), firstAt, edgeAt, volunteerAt };
}

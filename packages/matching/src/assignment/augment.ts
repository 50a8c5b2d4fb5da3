import type { Instance } from './instance.js';
import { seatValue } from './seat-value.js';
import { Swap, type Shortlist } from './shortlist.js';

/** What is held, how full positions are, and at what prices. */
export interface Holdings {
  readonly taken: Uint8Array;
  readonly filled: Int32Array;
  readonly price: Float64Array;
}

/** Values nearer than this are the same: sums of floats. */
const TINY = 1e-6;

/**
 * Fills seats that stay vacant at a price, by the shortest chain of people who each move one seat on: successive shortest paths with the prices as potentials. The chain ends with
 * somebody who has room for one more, or with a seat that is worth less than all the chain gains. Where none gains, the prices come down to where the
 * vacancy is right; so every search ends either with a better assignment or with better prices.
 */
export class Augmenter {
  private readonly distance: Float64Array;
  /** The edge by which a freed seat is left, who leaves it, and for which position; by position. */
  private readonly edgeIn: Int32Array;
  private readonly edgeOut: Int32Array;
  private readonly alsoOut: Int32Array;
  private readonly mover: Int32Array;
  private readonly before: Int32Array;
  private readonly done: Uint8Array;
  private readonly touched: number[] = [];
  private readonly heap: number[] = [];
  private readonly keys: number[] = [];
  private readonly swap: Swap;

  constructor(private readonly instance: Instance, private readonly holdings: Holdings, private readonly shortlist: Shortlist, private readonly reliable: number) {
    const { count } = instance.input.positions;
    this.distance = new Float64Array(count).fill(Infinity);
    this.edgeIn = new Int32Array(count);
    this.edgeOut = new Int32Array(count);
    this.alsoOut = new Int32Array(count);
    this.mover = new Int32Array(count);
    this.before = new Int32Array(count);
    this.done = new Uint8Array(count);
    this.swap = new Swap(instance, holdings.taken);
  }

  /** How far the price stands above what the vacant seat is worth. */
  vacancy(at: number): number {
    const { filled, price } = this.holdings;
    return filled[at]! < this.instance.seats[at]! ? price[at]! + seatValue(this.instance, at, filled[at]!) : 0;
  }

  /** Looks for a chain that fills a seat of a position; after at most `most` positions it gives up. Whether it found one. */
  fill(root: number, most: number): boolean {
    const { price } = this.holdings;
    const budget = this.vacancy(root);
    let [best, last, lastIn, lastBy] = [budget - TINY, -1, -1, -1];
    let settled = Infinity;
    this.reach(root, 0);
    this.before[root] = -1;
    while (this.heap.length > 0) {
      const at = this.pop();
      if (this.done[at] === 1) continue;
      const reached = this.distance[at]!;
      if (reached >= best) break;
      if (most-- <= 0) {
        settled = reached;
        break;
      }
      this.done[at] = 1;
      if (at !== root) {
        const cost = reached + this.freeing(at);
        if (cost < best) [best, last, lastIn, lastBy] = [cost, at, -1, -1];
      }
      const found = this.expand(at, best);
      if (found.cost < best) [best, last, lastIn, lastBy] = [found.cost, at, found.edge, found.volunteer];
    }
    const depth = Math.max(0, Math.min(settled, this.reliable, last >= 0 ? best : budget));
    if (last >= 0) this.apply(last, lastIn, lastBy);
    for (const at of this.touched) {
      if (this.distance[at]! < depth) price[at]! -= depth - this.distance[at]!;
      this.distance[at] = Infinity;
      this.done[at] = 0;
    }
    this.touched.length = 0;
    this.heap.length = 0;
    this.keys.length = 0;
    return last >= 0;
  }

  /** What is lost where a seat is left empty, beside its price. */
  private freeing(at: number): number {
    const { filled, price } = this.holdings;
    return Math.max(0, price[at]! + seatValue(this.instance, at, filled[at]! - 1));
  }

  /** All who could take a seat of a position, and what that frees. Answers the cheapest who frees nothing. */
  private expand(at: number, best: number): { cost: number; edge: number; volunteer: number } {
    const { firstAt, edgeAt, volunteerAt, first, edge: edges } = this.shortlist;
    const { position } = this.instance;
    const { price } = this.holdings;
    const { swap } = this;
    const found = { cost: Infinity, edge: -1, volunteer: -1 };
    for (let index = firstAt[at]!, end = firstAt[at + 1]!; index < end; index++) {
      const edge = edgeAt[index]!;
      if (this.holdings.taken[edge] === 1) continue;
      const volunteer = volunteerAt[index]!;
      swap.look(volunteer, edge, edges, first[volunteer]!, first[volunteer + 1]!, price);
      if (swap.count > 2) continue;
      const cost = this.distance[at]! + swap.loss;
      if (cost >= best || cost >= found.cost && swap.count === 0) continue;
      if (swap.count === 0) {
        if (!this.moves(at, volunteer)) [found.cost, found.edge, found.volunteer] = [cost, edge, volunteer];
        continue;
      }
      let [out, also] = [swap.out[0]!, swap.count === 2 ? swap.out[1]! : -1];
      let extra = 0;
      if (also >= 0) {
        const [one, other] = [this.freeing(position[out]!), this.freeing(position[also]!)];
        if (other > one) [out, also] = [also, out];
        extra = Math.min(one, other);
      }
      const next = position[out]!;
      const far = Math.max(this.distance[at]!, cost) + extra;
      if (this.done[next] === 1 || far >= this.distance[next]! || far >= best || this.moves(at, volunteer)) continue;
      this.reach(next, far);
      this.before[next] = at;
      this.edgeIn[next] = edge;
      this.edgeOut[next] = out;
      this.alsoOut[next] = also;
      this.mover[next] = volunteer;
    }
    return found;
  }

  /** Whether somebody moves already on the way to a position. */
  private moves(at: number, volunteer: number): boolean {
    for (let step = at; this.before[step]! >= 0; step = this.before[step]!) if (this.mover[step] === volunteer) return true;
    return false;
  }

  private apply(last: number, lastIn: number, lastBy: number): void {
    const { taken, filled } = this.holdings;
    const { position } = this.instance;
    const leave = (edge: number): void => {
      taken[edge] = 0;
      filled[position[edge]!]!--;
    };
    const take = (edge: number): void => {
      taken[edge] = 1;
      filled[position[edge]!]!++;
    };
    if (lastBy >= 0) take(lastIn);
    for (let at = last; this.before[at]! >= 0; at = this.before[at]!) {
      leave(this.edgeOut[at]!);
      if (this.alsoOut[at]! >= 0) leave(this.alsoOut[at]!);
      take(this.edgeIn[at]!);
    }
  }

  private reach(at: number, distance: number): void {
    if (this.distance[at] === Infinity) this.touched.push(at);
    this.distance[at] = distance;
    const { heap, keys } = this;
    let slot = heap.push(at) - 1;
    keys.push(distance);
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      if (keys[parent]! <= distance) break;
      heap[slot] = heap[parent]!;
      keys[slot] = keys[parent]!;
      slot = parent;
    }
    heap[slot] = at;
    keys[slot] = distance;
  }

  private pop(): number {
    const { heap, keys } = this;
    const top = heap[0]!;
    const [moved, key] = [heap.pop()!, keys.pop()!];
    if (heap.length === 0) return top;
    let slot = 0;
    for (;;) {
      let child = 2 * slot + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && keys[child + 1]! < keys[child]!) child++;
      if (keys[child]! >= key) break;
      heap[slot] = heap[child]!;
      keys[slot] = keys[child]!;
      slot = child;
    }
    heap[slot] = moved;
    keys[slot] = key;
    return top;
  }
}

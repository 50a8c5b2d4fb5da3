import type { Instance } from './instance.js';
import type { SeatBook } from './seat-book.js';
import type { WeekPlanner } from './week-planner.js';

/** Bids between two looks at the clock of whoever waits. */
const BREATH = 4096;

/** People who are still to bid, first come first served, each once. */
export class BidQueue {
  private readonly ring: Int32Array;
  private readonly waiting: Uint8Array;
  private head = 0;
  private size = 0;

  constructor(volunteers: number) {
    this.ring = new Int32Array(Math.max(1, volunteers));
    this.waiting = new Uint8Array(volunteers);
  }

  get length(): number {
    return this.size;
  }

  push(volunteer: number): void {
    if (this.waiting[volunteer] === 1) return;
    this.waiting[volunteer] = 1;
    this.ring[(this.head + this.size) % this.ring.length] = volunteer;
    this.size++;
  }

  shift(): number {
    const volunteer = this.ring[this.head]!;
    this.head = (this.head + 1) % this.ring.length;
    this.size--;
    this.waiting[volunteer] = 0;
    return volunteer;
  }
}

/**
 * Lets all who wait bid until nobody does: each takes their best week at the prices and offers for every new place what the week would lose without it, and
 * `step` more. What is held counts at the price, not at the bid. Returns how many bids it took.
 *
 * Source: D. P. Bertsekas, auction algorithm with similar objects; the bidder's own problem is a week here, not one object.
 */
export function auction(instance: Instance, book: SeatBook, planner: WeekPlanner, queue: BidQueue, step: number, breathe: (waiting: number) => void): number {
  const { first, position } = instance;
  const { price, taken } = book;
  const wanted = new Int32Array(instance.widest + 1);
  const offers = new Float64Array(instance.widest + 1);
  let bids = 0;
  while (queue.length > 0) {
    const volunteer = queue.shift();
    bids++;
    if (bids % BREATH === 0) breathe(queue.length);
    planner.look(volunteer, price);
    const value = planner.plan();
    if (value <= planner.heldValue + step) continue;
    const count = planner.count;
    for (let item = 0; item < count; item++) wanted[item] = planner.chosen[item]!;
    for (let item = 0; item < count; item++) {
      const at = position[wanted[item]!]!;
      if (taken[wanted[item]!] === 0) offers[item] = price[at]! + value - planner.plan(at) + step;
    }
    for (let edge = first[volunteer]!, end = first[volunteer + 1]!; edge < end; edge++) {
      if (taken[edge] === 0) continue;
      let stays = false;
      for (let item = 0; item < count; item++) stays ||= wanted[item] === edge;
      if (!stays) book.leave(edge);
    }
    for (let item = 0; item < count; item++) {
      if (taken[wanted[item]!] === 1) continue;
      const out = book.enter(volunteer, wanted[item]!, offers[item]!);
      if (out >= 0) queue.push(out);
    }
  }
  return bids;
}

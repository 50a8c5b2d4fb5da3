import type { Instance } from './instance.js';
import { seatValue } from './seat-value.js';

/**
 * Who holds which seat at which bid, and what a position costs who comes next. The holders of a position are a heap with the lowest bid on top.
 *
 * A price is what a newcomer pays: a vacant seat costs what it is worth to the city, with the sign turned (so it may be below 0), and where none is left, or one of
 * less worth, it costs the lowest bid. It does not fall when somebody leaves: who was outbid would come back and all would bid anew. Seats that stay vacant for it are the augmenter's work.
 */
export class SeatBook {
  readonly price: Float64Array;
  readonly filled: Int32Array;
  /** Edges that are held, by edge. */
  readonly taken: Uint8Array;
  private readonly firstSeat: Int32Array;
  private readonly holder: Int32Array;
  private readonly holderEdge: Int32Array;
  private readonly bid: Float64Array;
  private readonly floor: Float64Array;

  constructor(private readonly instance: Instance) {
    const { count } = instance.input.positions;
    this.firstSeat = new Int32Array(count + 1);
    for (let at = 0; at < count; at++) this.firstSeat[at + 1] = this.firstSeat[at]! + instance.seats[at]!;
    const seats = this.firstSeat[count]!;
    this.holder = new Int32Array(seats);
    this.holderEdge = new Int32Array(seats);
    this.bid = new Float64Array(seats);
    this.filled = new Int32Array(count);
    this.floor = new Float64Array(count).fill(-Infinity);
    this.taken = new Uint8Array(instance.position.length);
    this.price = new Float64Array(count);
    for (let at = 0; at < count; at++) this.reprice(at);
  }

  /** What a position would cost if nothing held its price up. */
  private bare(at: number): number {
    const filled = this.filled[at]!;
    const lowest = filled > 0 ? this.bid[this.firstSeat[at]!]! : Infinity;
    return filled < this.instance.seats[at]! ? Math.min(-seatValue(this.instance, at, filled), lowest) : lowest;
  }

  private reprice(at: number): void {
    this.price[at] = Math.max(this.floor[at]!, this.bare(at));
  }

  /** Holds a price up, as where it is known from before. */
  hold(at: number, floor: number): void {
    this.floor[at] = Math.max(this.floor[at]!, floor);
    this.reprice(at);
  }

  /** Seats somebody at a bid; returns who had to leave for it, or -1. */
  enter(volunteer: number, edge: number, bid: number): number {
    const at = this.instance.position[edge]!;
    const first = this.firstSeat[at]!;
    const filled = this.filled[at]!;
    let out = -1;
    if (filled === this.instance.seats[at]! || (filled > 0 && this.bid[first]! < -seatValue(this.instance, at, filled))) {
      out = this.holder[first]!;
      this.taken[this.holderEdge[first]!] = 0;
      this.sink(first, filled, 0, volunteer, edge, bid);
    } else {
      this.filled[at] = filled + 1;
      this.rise(first, filled, volunteer, edge, bid);
    }
    this.taken[edge] = 1;
    this.reprice(at);
    return out;
  }

  /** Lets somebody go. */
  leave(edge: number): void {
    const at = this.instance.position[edge]!;
    const first = this.firstSeat[at]!;
    const last = this.filled[at]! - 1;
    let seat = 0;
    while (this.holderEdge[first + seat] !== edge) seat++;
    this.floor[at] = Math.max(this.floor[at]!, this.price[at]!);
    this.filled[at] = last;
    this.taken[edge] = 0;
    if (seat < last) this.moveTo(first, seat, last);
    this.reprice(at);
  }

  /** Puts the last of the heap in a place that is free within it. */
  private moveTo(first: number, seat: number, last: number): void {
    const [volunteer, moved, bid] = [this.holder[first + last]!, this.holderEdge[first + last]!, this.bid[first + last]!];
    if (seat > 0 && this.bid[first + ((seat - 1) >> 1)]! > bid) this.rise(first, seat, volunteer, moved, bid);
    else this.sink(first, last, seat, volunteer, moved, bid);
  }

  private put(seat: number, volunteer: number, edge: number, bid: number): void {
    this.holder[seat] = volunteer;
    this.holderEdge[seat] = edge;
    this.bid[seat] = bid;
  }

  private rise(first: number, seat: number, volunteer: number, edge: number, bid: number): void {
    while (seat > 0) {
      const parent = first + ((seat - 1) >> 1);
      if (this.bid[parent]! <= bid) break;
      this.put(first + seat, this.holder[parent]!, this.holderEdge[parent]!, this.bid[parent]!);
      seat = (seat - 1) >> 1;
    }
    this.put(first + seat, volunteer, edge, bid);
  }

  private sink(first: number, filled: number, seat: number, volunteer: number, edge: number, bid: number): void {
    for (;;) {
      let child = 2 * seat + 1;
      if (child >= filled) break;
      if (child + 1 < filled && this.bid[first + child + 1]! < this.bid[first + child]!) child++;
      if (this.bid[first + child]! >= bid) break;
      this.put(first + seat, this.holder[first + child]!, this.holderEdge[first + child]!, this.bid[first + child]!);
      seat = child;
    }
    this.put(first + seat, volunteer, edge, bid);
  }
}

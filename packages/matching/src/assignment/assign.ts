import { auction, BidQueue } from './auction.js';
import { Augmenter, type Holdings } from './augment.js';
import { lagrangianBound } from './bound.js';
import { unfilledOf, type Unfilled } from './causes.js';
import type { AssignmentInput, Earlier, Places } from './input.js';
import { makeInstance, type Instance } from './instance.js';
import { drawnOrder } from './order.js';
import { restart, type Start } from './restart.js';
import { SeatBook } from './seat-book.js';
import { seatValue } from './seat-value.js';
import { Hand, makeShortlist, Swap } from './shortlist.js';
import { WeekPlanner } from './week-planner.js';

/** Where a batch is: who bids, which seats are filled by chains, and the proof. `done` from 0 to 1. */
export interface Progress { readonly phase: 'auction' | 'chains' | 'proof'; readonly done: number }

/** How a batch is run. */
export interface AssignmentOptions {
  /** Draws who bids first; the same seed and input make the same draft. */
  readonly seed?: number;
  /** A draft to start from, and how dear it is to leave people where they are. */
  readonly earlier?: Earlier;
  /** Called now and then, a few thousand bids apart. */
  readonly onProgress?: (progress: Progress) => void;
  /** Looked at as often; an `AbortSignal` is one. */
  readonly signal?: { readonly aborted: boolean };
}

/** A draft of who serves where, with what it is worth and a proof of how far from the best it can be. */
export interface Assignment {
  readonly places: Places;
  /** By position, to start from another time. */
  readonly prices: Float64Array;
  /** Worth of all places and seats, stability included where there was an earlier draft. */
  readonly value: number;
  /** No draft is worth more. */
  readonly bound: number;
  /** Seats filled of those that activities need to be held, and how many they need. */
  readonly covered: number;
  readonly needed: number;
  readonly unfilled: readonly Unfilled[];
  readonly bids: number;
  readonly chains: number;
}

/** In thousandths of the largest worth: the least raise of a bid, and the loss up to which an edge stays on the shortlist. */
const RAISE = 0.5;
const SHORTLIST = 60;
/** How many positions a chain is looked for through: at first, and once more where it was not found. */
const REACH = [30, 300] as const;
/** Chains between two looks at the signal. */
const CHAINS = 64;

/** What a batch ends with where the signal says so. */
class Stopped extends Error {}

/** Everybody with room left takes what is still free: no seat stays empty that somebody could just have. */
function fillFree(instance: Instance, holdings: Holdings): void {
  const { first, position, seats } = instance;
  const [swap, hand] = [new Swap(instance, holdings.taken), new Hand(instance, holdings.taken)];
  for (let volunteer = 0; volunteer < instance.input.volunteers.count; volunteer++) {
    for (let edge = first[volunteer]!, end = first[volunteer + 1]!; edge < end; edge++) {
      const at = position[edge]!;
      if (holdings.taken[edge] === 1 || holdings.filled[at]! >= seats[at]!) continue;
      hand.look(volunteer);
      swap.look(volunteer, edge, hand.edges, 0, hand.count, holdings.price);
      if (swap.count !== 0) continue;
      holdings.taken[edge] = 1;
      holdings.filled[at]!++;
    }
  }
}

function chain(instance: Instance, holdings: Holdings, least: number, breathe: (phase: Progress['phase'], done: number) => void): number {
  const { count } = instance.input.positions;
  const most = (SHORTLIST * instance.dearest) / 1000;
  let [found, looked] = [0, 0];
  const augmenter = new Augmenter(instance, holdings, makeShortlist(instance, holdings.taken, holdings.price, most), most);
  for (const reach of REACH) {
    let open = 0;
    for (let at = 0; at < count; at++) {
      while (augmenter.vacancy(at) > least) {
        if (++looked % CHAINS === 0) breathe('chains', at / count);
        if (!augmenter.fill(at, reach)) {
          open++;
          break;
        }
        found++;
      }
    }
    if (open === 0) break;
  }
  return found;
}

/** Seats filled of those that are needed, with those that are settled. */
function coveredBy({ input: { positions: { count, minimum } }, settled }: Instance, filled: Int32Array): number {
  let covered = 0;
  for (let at = 0; at < count; at++) covered += Math.min(minimum[at]!, settled[at]! + filled[at]!);
  return covered;
}

/** Of the holdings and what is settled: who is where, and what that is worth. */
function draw(instance: Instance, taken: Uint8Array, filled: Int32Array): { places: Places; value: number } {
  const { input: { volunteers, positions }, first: row, position: at, worth, fixed, settled } = instance;
  const { startsAt } = positions;
  const settledBy = new Map<number, number[]>();
  let value = 0;
  for (const one of fixed) {
    value += one.worth;
    settledBy.set(one.volunteer, [...(settledBy.get(one.volunteer) ?? []), one.position]);
  }
  for (let position = 0; position < positions.count; position++) for (let rank = -settled[position]!; rank < filled[position]!; rank++) value += seatValue(instance, position, rank);
  const first = new Int32Array(volunteers.count + 1);
  const position = new Int32Array(filled.reduce((sum, count) => sum + count, fixed.length));
  let count = 0;
  for (let volunteer = 0; volunteer < volunteers.count; volunteer++) {
    for (let edge = row[volunteer]!; edge < row[volunteer + 1]!; edge++) {
      if (taken[edge] === 0) continue;
      value += worth[edge]!;
      position[count++] = at[edge]!;
    }
    for (const one of settledBy.get(volunteer) ?? []) position[count++] = one;
    if (count - first[volunteer]! > 1) position.subarray(first[volunteer]!, count).sort((a, b) => startsAt[a]! - startsAt[b]! || a - b);
    first[volunteer + 1] = count;
  }
  return { places: { first, position }, value };
}

/** What settled people and their seats are worth: the same in every draft. */
function settledWorth(instance: Instance): number {
  let sum = 0;
  for (const { worth } of instance.fixed) sum += worth;
  for (let at = 0; at < instance.settled.length; at++) for (let rank = -instance.settled[at]!; rank < 0; rank++) sum += seatValue(instance, at, rank);
  return sum;
}

/**
 * Makes the draft of a batch: an auction of seats in which everybody plans their best week, chains of people who move on to fill what stayed vacant, and the proof.
 * With an earlier draft the total minimum staffing is never lower than what is left of that draft.
 *
 * @returns null where the signal says to stop
 * @throws RangeError where the locks cannot all be
 */
export function assign(input: AssignmentInput, { seed = 0, earlier, onProgress, signal }: AssignmentOptions = {}): Assignment | null {
  const breathe = (phase: Progress['phase'], done: number): void => {
    onProgress?.({ phase, done });
    if (signal?.aborted) throw new Stopped();
  };
  try {
    const instance = makeInstance(input, earlier ?? null);
    const book = new SeatBook(instance);
    const planner = new WeekPlanner(instance, book.taken);
    const queue = new BidQueue(input.volunteers.count);
    const start: Start | null = earlier ? restart(instance, book, earlier) : null;
    // Where there is a draft, the lot has been drawn.
    const order = earlier ? null : drawnOrder(input.volunteers.count, seed);
    for (let turn = 0; turn < input.volunteers.count; turn++) queue.push(order === null ? turn : order[turn]!);
    breathe('auction', 0);
    const least = (RAISE * instance.dearest) / 1000;
    const bids = auction(instance, book, planner, queue, least, (waiting) => breathe('auction', 1 - waiting / input.volunteers.count));
    const holdings: Holdings = book;
    breathe('chains', 0);
    const chains = chain(instance, holdings, least, breathe);
    if (start && coveredBy(instance, holdings.filled) < coveredBy(instance, start.filled)) {
      holdings.taken.set(start.taken);
      holdings.filled.set(start.filled);
    }
    fillFree(instance, holdings);
    breathe('proof', 0);
    const bound = lagrangianBound(instance, book.price, planner) + settledWorth(instance);
    const { places, value } = draw(instance, holdings.taken, holdings.filled);
    let needed = 0;
    for (let at = 0; at < input.positions.count; at++) needed += Math.min(input.positions.minimum[at]!, input.positions.seats[at]!);
    const unfilled = unfilledOf(input, places);
    breathe('proof', 1);
    const prices = book.price.map((price) => (Number.isFinite(price) ? price : 0));
    return { places, prices, value, bound, covered: coveredBy(instance, holdings.filled), needed, unfilled, bids, chains };
  } catch (error) {
    if (error instanceof Stopped) return null;
    throw error;
  }
}

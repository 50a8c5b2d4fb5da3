import { lock, type EdgeColumns } from './input.js';

/** A position that somebody may have, and how well it fits. */
export interface Candidate {
  readonly position: number;
  readonly worth: number;
  /** One of `lock`. */
  readonly lock?: number;
}

/** How much of each person's row is kept. */
export interface EdgeLimits {
  /** The best of all. */
  readonly best: number;
  /** And beside them the best of those in positions that few could have. */
  readonly scarce: number;
}

const firstLimits: EdgeLimits = { best: 30, scarce: 10 };
/** A position is scarce where it has no more candidates a seat than this. */
const FEW = 5;

/** The positions that few could have: people who can fill them are not to lose them among thirty more convenient ones. */
export function scarcePositions(candidates: ArrayLike<number>, seats: ArrayLike<number>): Uint8Array {
  return Uint8Array.from({ length: seats.length }, (_, at) => (candidates[at]! <= FEW * seats[at]! ? 1 : 0));
}

/** What is kept of a row before it is known which positions are scarce. */
const keep = { surely: 0, whereScarce: 1 } as const;

/**
 * Collects the edges of a batch, person by person in the order of the volunteers' numbers: of each row the best, the best in scarce positions beside them, and all that are locked.
 * Ties go to the position that comes first. Rows have to be whole, for it counts by them which positions are scarce; what it keeps meanwhile is bounded, because a position that
 * ends scarce has been so all the time.
 */
export class EdgeList {
  private readonly first: number[] = [0];
  private readonly candidates: Int32Array;
  private position = new Int32Array(1024);
  private worth = new Float32Array(1024);
  private locks = new Uint8Array(1024);
  private kept = new Uint8Array(1024);
  private count = 0;

  /** @param seats of each position */
  constructor(private readonly seats: ArrayLike<number>, private readonly limits: EdgeLimits = firstLimits) {
    this.candidates = new Int32Array(seats.length);
  }

  /** Takes the row of the next person. */
  add(row: readonly Candidate[]): void {
    let best = 0;
    for (const one of [...row].sort((a, b) => b.worth - a.worth || a.position - b.position)) {
      if ((one.lock ?? lock.none) !== lock.none) this.put(one, keep.surely);
      else if (best++ < this.limits.best) this.put(one, keep.surely);
      else if (this.candidates[one.position]! < FEW * this.seats[one.position]!) this.put(one, keep.whereScarce);
      if (one.lock !== lock.forbidden) this.candidates[one.position]!++;
    }
    this.first.push(this.count);
  }

  /** All rows taken so far. */
  columns(): EdgeColumns {
    const scarce = scarcePositions(this.candidates, this.seats);
    const first = new Int32Array(this.first.length);
    const edges = new Int32Array(this.count);
    let [count, locked] = [0, false];
    for (let row = 0; row + 1 < this.first.length; row++) {
      let beside = 0;
      for (let edge = this.first[row]!; edge < this.first[row + 1]!; edge++) {
        if (this.kept[edge] === keep.whereScarce && (scarce[this.position[edge]!] === 0 || beside++ >= this.limits.scarce)) continue;
        locked ||= this.locks[edge] !== lock.none;
        edges[count++] = edge;
      }
      first[row + 1] = count;
    }
    const [position, worth, locks] = [new Int32Array(count), new Float32Array(count), new Uint8Array(count)];
    for (let at = 0; at < count; at++) {
      const edge = edges[at]!;
      position[at] = this.position[edge]!;
      worth[at] = this.worth[edge]!;
      locks[at] = this.locks[edge]!;
    }
    return { first, position, worth, locks: locked ? locks : null };
  }

  private put({ position, worth, lock: sign = lock.none }: Candidate, kept: number): void {
    if (this.count === this.position.length) {
      const [positions, worths, locks, signs] = [new Int32Array(this.count * 2), new Float32Array(this.count * 2), new Uint8Array(this.count * 2), new Uint8Array(this.count * 2)];
      positions.set(this.position);
      worths.set(this.worth);
      locks.set(this.locks);
      signs.set(this.kept);
      [this.position, this.worth, this.locks, this.kept] = [positions, worths, locks, signs];
    }
    this.position[this.count] = position;
    this.worth[this.count] = worth;
    this.locks[this.count] = sign;
    this.kept[this.count] = kept;
    this.count++;
  }
}

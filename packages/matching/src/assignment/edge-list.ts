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

/**
 * Collects the edges of a batch, person by person in the order of the volunteers' numbers: of each row the best, the best in scarce positions beside them, and all that are locked.
 * Ties go to the position that comes first.
 */
export class EdgeList {
  private readonly first: number[] = [0];
  private position = new Int32Array(1024);
  private worth = new Float32Array(1024);
  private locks = new Uint8Array(1024);
  private locked = false;
  private count = 0;

  constructor(private readonly scarce: Uint8Array, private readonly limits: EdgeLimits = firstLimits) {}

  /** Takes the row of the next person. */
  add(row: readonly Candidate[]): void {
    let [best, scarce] = [0, 0];
    for (const one of [...row].sort((a, b) => b.worth - a.worth || a.position - b.position)) {
      if ((one.lock ?? lock.none) === lock.none) {
        if (best < this.limits.best) best++;
        else if (this.scarce[one.position] === 1 && scarce < this.limits.scarce) scarce++;
        else continue;
      }
      this.put(one);
    }
    this.first.push(this.count);
  }

  /** All rows taken so far. */
  columns(): EdgeColumns {
    return { first: Int32Array.from(this.first), position: this.position.slice(0, this.count), worth: this.worth.slice(0, this.count), locks: this.locked ? this.locks.slice(0, this.count) : null };
  }

  private put({ position, worth, lock: sign = lock.none }: Candidate): void {
    if (this.count === this.position.length) {
      const [positions, worths, locks] = [new Int32Array(this.count * 2), new Float32Array(this.count * 2), new Uint8Array(this.count * 2)];
      positions.set(this.position);
      worths.set(this.worth);
      locks.set(this.locks);
      [this.position, this.worth, this.locks] = [positions, worths, locks];
    }
    this.position[this.count] = position;
    this.worth[this.count] = worth;
    this.locks[this.count] = sign;
    this.locked ||= sign !== lock.none;
    this.count++;
  }
}

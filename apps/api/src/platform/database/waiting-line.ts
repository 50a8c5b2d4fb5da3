/** Who waits for a turn, in the order of arrival; bounded in number and in time. */
export class QueueFull extends Error {
  readonly code = 'KEPU_POOL_EXHAUSTED';
}

export interface LineLimits {
  /** How many may wait. */
  readonly length: number;
  /** Who has waited longer than this when the turn comes is refused: the client has given up, and the line catches up. */
  readonly waitMs: number;
}

export interface Refusable {
  reject(reason: unknown): void;
}

export class WaitingLine<T extends Refusable> {
  private readonly waiting: { readonly since: number; readonly who: T }[] = [];

  constructor(private readonly limits: LineLimits) {}

  /** Errors: `QueueFull` */
  join(who: T): void {
    if (this.waiting.length >= this.limits.length) throw new QueueFull(`More than ${this.limits.length} units of work are waiting`);
    this.waiting.push({ since: performance.now(), who });
  }

  /** Before all others, in the order given: their turn has come already, and came to nothing through no fault of theirs. */
  goFirst(all: readonly T[]): void {
    this.waiting.unshift(...all.map((who) => ({ since: performance.now(), who })));
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  next(): T | undefined {
    for (let first = this.waiting.shift(); first; first = this.waiting.shift()) {
      if (performance.now() - first.since <= this.limits.waitMs) return first.who;
      first.who.reject(new QueueFull(`Waited longer than ${this.limits.waitMs} ms for the turn`));
    }
    return undefined;
  }
}

/** Lets one through at a time, in the order of arrival. */
export class QueueFull extends Error {
  readonly code = 'KEPU_POOL_EXHAUSTED';
}

export interface FifoLimits {
  /** How many may wait. */
  readonly length: number;
  /** Who has waited longer than this when the turn comes is refused: the client has given up, and the queue catches up. */
  readonly waitMs: number;
}

interface Waiting {
  readonly since: number;
  readonly go: () => void;
  readonly refuse: (reason: Error) => void;
}

export class FifoQueue {
  private busy = false;
  private readonly waiting: Waiting[] = [];

  constructor(private readonly limits: FifoLimits) {}

  get length(): number {
    return this.waiting.length;
  }

  async run<T>(fn: () => Promise<T>): Promise<T> {
    if (this.busy) await this.turn();
    this.busy = true;
    try {
      return await fn();
    } finally {
      this.next();
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.limits.length) throw new QueueFull(`More than ${this.limits.length} units of work are waiting`);
    return new Promise((go, refuse) => this.waiting.push({ since: performance.now(), go, refuse }));
  }

  private next(): void {
    for (let first = this.waiting.shift(); first; first = this.waiting.shift()) {
      if (performance.now() - first.since <= this.limits.waitMs) {
        // `busy` stays true: the turn passes on without a gap into which a newcomer could step.
        first.go();
        return;
      }
      first.refuse(new QueueFull(`Waited longer than ${this.limits.waitMs} ms for the turn`));
    }
    this.busy = false;
  }
}

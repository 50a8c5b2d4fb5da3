import type { Clock } from '../../../platform/clock/index.js';
import { BackgroundLoop } from '../../../platform/jobs/index.js';
import type { TrailEntries, TrailEntry } from './trail-entries.repository.js';

/** How often an index looks by itself; each question looks too. */
const LOOK_MS = 5_000;
/** A unit writes its entries for up to 5 s before they can be read; clocks of other machines differ by some more. */
const LATE_MS = 15_000;
/** Changes beyond this are followed by reading all anew, and questions go to the database meanwhile. */
const AT_ONCE = 2_000;
/** A clock that is set right by less than this has not gone back. */
const STEADY_MS = 60_000;

/** An index in memory: what of the trail concerns it, and how it is read from the database. */
export interface Followed<I> {
  /** For the log. */
  readonly name: string;
  /** Kinds of subjects whose entries can concern it. */
  readonly kinds: readonly string[];
  /** Whether an entry concerns so much that all has to be read anew. */
  isGround(entry: TrailEntry): boolean;
  /** Ids of what may have changed. */
  touched(entries: readonly TrailEntry[]): Promise<readonly string[]>;
  /** Reads some anew. To do it twice does nothing. */
  put(index: I, ids: readonly string[]): Promise<void>;
  /** All of it; null where it would be too large. `goesOn` turns false when the process stops. */
  build(goesOn: () => boolean): Promise<I | null>;
  /** What is done between questions. */
  tend(index: I): Promise<void>;
}

/** `day` and `at`: the civil date that it was built for, and the latest moment whose facts stand in it. `readUpTo`: how far the trail was read, in ms of the machine's clock; `applied`: what of its last seconds stands in it already. */
interface Kept<I> { readonly index: I; readonly day: string; at: number; readUpTo: number; applied: ReadonlySet<string> }

/**
 * Keeps an index in memory as the database is (ADR 38). It is fresh with each question, by the audit trail, in which each change of facts stands once it is written; there is none, and the database is to be asked, at first, after a day has passed,
 * after changes that concern everything, and where it would be too large.
 */
export class TrailFollower<I> {
  private readonly loop: BackgroundLoop;
  private kept: Kept<I> | null = null;
  private following: Promise<I | null> | null = null;
  private next: Promise<I | null> | null = null;
  private building = false;
  /** The day on which it was found too large. */
  private tooLargeOn = '';
  private stopped = false;

  constructor(private readonly followed: Followed<I>, private readonly entries: TrailEntries, private readonly clock: Clock) {
    this.loop = new BackgroundLoop(followed.name, LOOK_MS, () => this.look());
  }

  start(): void {
    this.loop.start();
    void this.look().catch(() => undefined);
  }
  async stop(): Promise<void> {
    this.stopped = true;
    await this.loop.stop();
  }

  /** The index that questions are answered from; null while the database is asked. */
  get index(): I | null { return this.isCurrent() ? (this.kept?.index ?? null) : null; }

  /** The index as the database is at this moment; null where the database has to be asked. */
  async fresh(): Promise<I | null> { return this.isCurrent() ? this.follow() : null; }

  private isCurrent(): boolean {
    const { kept } = this;
    return kept !== null && kept.day === this.clock.today() && this.clock.now().getTime() > kept.at - STEADY_MS;
  }

  private async look(): Promise<void> {
    if (this.stopped || this.building || this.tooLargeOn === this.clock.today()) return;
    if (!this.isCurrent()) return this.build();
    const index = await this.follow();
    if (index !== null) await this.followed.tend(index);
  }

  /** Reads what has changed; null where that takes too long to wait for. One at a time: all who come meanwhile share the next, which begins when this one has ended. */
  private follow(): Promise<I | null> {
    if (this.following === null) {
      this.following = this.followOnce().finally(() => { this.following = null; });
      return this.following;
    }
    this.next ??= this.following.catch(() => null).then(() => {
      this.next = null;
      return this.follow();
    });
    return this.next;
  }

  private async followOnce(): Promise<I | null> {
    const { kept, followed } = this;
    if (kept === null) return null;
    const [readAt, at] = [Date.now(), this.clock.now().getTime()];
    const found = await this.entries.since(kept.readUpTo - LATE_MS, followed.kinds);
    const news = found?.filter(({ id }) => !kept.applied.has(id)) ?? [];
    const ids = found === null || news.some((entry) => followed.isGround(entry)) ? null : await followed.touched(news);
    if (found === null || ids === null || ids.length > AT_ONCE) {
      if (this.kept === kept) this.kept = null;
      return null;
    }
    await followed.put(kept.index, ids);
    [kept.at, kept.readUpTo, kept.applied] = [Math.max(kept.at, at), readAt, new Set(found.map(({ id }) => id))];
    return kept.index;
  }

  /** Beside whatever there is. What changes meanwhile is read from the trail afterwards. */
  private async build(): Promise<void> {
    this.building = true;
    try {
      const [readUpTo, day, at] = [Date.now(), this.clock.today(), this.clock.now().getTime()];
      // What can be read already stands in what is read now: else a change of ground would have it built again and again for as long as it is looked back.
      const before = (await this.entries.since(readUpTo - LATE_MS, this.followed.kinds)) ?? [];
      const index = await this.followed.build(() => !this.stopped);
      if (this.stopped) return;
      if (index === null) this.tooLargeOn = day;
      this.kept = index === null ? null : { index, day, at, readUpTo, applied: new Set(before.map(({ id }) => id)) };
    } finally {
      this.building = false;
    }
  }
}

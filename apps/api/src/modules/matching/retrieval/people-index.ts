import { setImmediate as turn } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { VolunteerIndex } from '@kepu/matching';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { BackgroundLoop } from '../../../platform/jobs/index.js';
import { VolunteersFacts } from '../volunteers-facts.js';
import { PeopleChanges, type Change } from './people-changes.repository.js';

/** How often the index looks by itself; each question looks too. */
const LOOK_MS = 5_000;
/** A unit writes its entries for up to 5 s before they can be read; clocks of other machines differ by some more. */
const LATE_MS = 15_000;
/** People read at once: few enough that one statement names them, and that requests are answered in between. */
const PORTION = 400;
/** Changes beyond this are followed in the background, and questions go to the database meanwhile. */
const AT_ONCE = 2_000;

/**
 * Everybody in memory, by column (ADR 38): who fits a position is answered from here, and from the database while there is no index: at first, after a day has passed, after a merger of units, and where memory is not granted.
 * It is fresh with each question, by the audit trail, in which each change of facts stands once it is written.
 */
@Injectable()
export class PeopleIndex implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PeopleIndex.name);
  private readonly loop = new BackgroundLoop('people index', LOOK_MS, () => this.look());
  private index: VolunteerIndex | null = null;
  /** The civil date for which it was built: what was served within 30 days is another one tomorrow. */
  private day = '';
  /** Up to where the trail was read, in ms of the machine's clock, and what of its last seconds was applied. */
  private readUpTo = 0;
  private applied = new Set<string>();
  private following: Promise<boolean> | null = null;
  private building = false;
  private tooLarge = false;
  private stopped = false;

  constructor(private readonly changes: PeopleChanges, private readonly facts: VolunteersFacts, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig) {}

  onApplicationBootstrap(): void {
    if (this.config.matchingIndexBytes === 0) return;
    this.loop.start();
    void this.look().catch(() => undefined);
  }
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.loop.stop();
  }

  /** How many people stand in it; null while there is none. */
  get size(): number | null { return this.index?.size ?? null; }

  /** The index as the database is at this moment; null where the database has to be asked. */
  async fresh(): Promise<VolunteerIndex | null> {
    if (this.index === null || this.day !== this.clock.today()) return null;
    return (await this.follow()) ? this.index : null;
  }

  private async look(): Promise<void> {
    if (this.stopped || this.tooLarge || this.building) return;
    if (this.index === null || this.day !== this.clock.today()) return this.build();
    await this.follow();
    if (this.index.mergeDue) await this.merge(this.index);
  }

  /** Reads what has changed; false where that takes too long to wait for, or all has to be read anew. One at a time: whoever comes meanwhile waits for the next. */
  private async follow(): Promise<boolean> {
    while (this.following) await this.following.catch(() => false);
    this.following = this.followOnce();
    try {
      return await this.following;
    } finally {
      this.following = null;
    }
  }

  private async followOnce(): Promise<boolean> {
    const { index } = this;
    if (index === null) return false;
    const now = Date.now();
    const found = await this.changes.since(this.readUpTo - LATE_MS);
    const news = found?.filter(({ id }) => !this.applied.has(id));
    if (!found || !news || news.some((change) => this.changes.isGround(change))) {
      this.index = null;
      return false;
    }
    const people = [...(await this.changes.people(news))];
    if (people.length > AT_ONCE) {
      this.index = null;
      return false;
    }
    await this.put(index, people);
    this.markRead(found, now);
    return true;
  }

  private markRead(found: readonly Change[], now: number): void {
    this.readUpTo = now;
    this.applied = new Set(found.map(({ id }) => id));
  }

  /** Reads some people anew, in portions. */
  private async put(index: VolunteerIndex, ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += PORTION) {
      const portion = ids.slice(at, at + PORTION);
      const [standings, people] = await Promise.all([this.changes.standings(portion), this.facts.of(portion)]);
      const known = new Map(people.map((person) => [person.id, person]));
      for (const id of portion) {
        const [standing, facts] = [standings.get(id), known.get(id)];
        if (standing && facts) index.upsert({ facts, unitPath: standing.unitPath, silentFrom: standing.silentFrom });
        else index.remove(id);
      }
      await turn();
    }
  }

  /** Everybody, beside whatever there is. What changes meanwhile is read from the trail afterwards. */
  private async build(): Promise<void> {
    this.building = true;
    try {
      const [began, today] = [Date.now(), this.clock.today()];
      const made = new VolunteerIndex(today);
      const ids = await this.changes.everybody();
      for (let at = 0; at < ids.length && !this.stopped; at += PORTION) {
        await this.put(made, ids.slice(at, at + PORTION));
        const { columns, ids: table, words } = made.memory;
        if (columns + table + words > this.config.matchingIndexBytes) {
          this.tooLarge = true;
          this.index = null;
          this.logger.warn(`the index of people needs more than MATCHING_INDEX_MB (${ids.length} people): who fits is asked of the database`);
          return;
        }
      }
      if (this.stopped) return;
      await this.merge(made);
      this.readUpTo = began;
      this.applied = new Set();
      this.day = today;
      this.index = made;
    } finally {
      this.building = false;
    }
  }

  /** In steps, between which requests are answered. */
  private async merge(index: VolunteerIndex): Promise<void> {
    for (const _ of index.merging(this.clock.today())) await turn();
  }
}

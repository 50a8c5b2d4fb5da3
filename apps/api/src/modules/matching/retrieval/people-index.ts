import { setImmediate as turn } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { VolunteerIndex } from '@kepu/matching';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { VolunteersFacts } from '../volunteers-facts.js';
import { PeopleChanges, peopleSubjects } from './people-changes.repository.js';
import { TrailEntries } from './trail-entries.repository.js';
import { TrailFollower } from './trail-follower.js';

/** People read at once: few enough that one statement names them, and that requests are answered in between. */
const PORTION = 400;

/** Everybody in memory, by column (ADR 38): who fits a position is answered from here, and from the database while there is no index. What was served within 30 days is another one tomorrow: it is built anew each day. */
@Injectable()
export class PeopleIndex implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PeopleIndex.name);
  private readonly follower: TrailFollower<VolunteerIndex>;

  constructor(private readonly changes: PeopleChanges, private readonly facts: VolunteersFacts, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig, entries: TrailEntries) {
    this.follower = new TrailFollower({
      name: 'people index', kinds: peopleSubjects, isGround: (entry) => changes.isGround(entry), touched: (found) => changes.people(found), put: (index, ids) => this.put(index, ids), build: (goesOn) => this.build(goesOn),
      tend: async (index) => { if (index.mergeDue) await this.merge(index); },
    }, entries, clock);
  }

  onApplicationBootstrap(): void { if (this.config.matchingIndexBytes > 0) this.follower.start(); }
  onApplicationShutdown(): Promise<void> { return this.follower.stop(); }

  /** How many people stand in it; null while the database is asked. */
  get size(): number | null { return this.follower.index?.size ?? null; }

  /** The index as the database is at this moment; null where the database has to be asked. */
  fresh(): Promise<VolunteerIndex | null> { return this.follower.fresh(); }

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

  private async build(goesOn: () => boolean): Promise<VolunteerIndex | null> {
    const made = new VolunteerIndex(this.clock.today());
    const ids = await this.changes.everybody();
    for (let at = 0; at < ids.length && goesOn(); at += PORTION) {
      await this.put(made, ids.slice(at, at + PORTION));
      const { columns, ids: table, words } = made.memory;
      if (columns + table + words > this.config.matchingIndexBytes) {
        this.logger.warn(`the index of people needs more than MATCHING_INDEX_MB (${ids.length} people): who fits is asked of the database`);
        return null;
      }
    }
    if (goesOn()) await this.merge(made);
    return made;
  }

  /** In steps, between which requests are answered. */
  private async merge(index: VolunteerIndex): Promise<void> {
    for (const _ of index.merging(this.clock.today())) await turn();
  }
}

import { setImmediate as turn } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PositionIndex, type PositionFacts } from '@kepu/matching';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { PositionDirectory } from '../../activities/index.js';
import { PositionChanges, positionSubjects } from './position-changes.repository.js';
import { TrailEntries } from './trail-entries.repository.js';
import { TrailFollower } from './trail-follower.js';

/** Activities read at once. */
const PORTION = 100;
/** Most positions that are kept: four times those of a busy city, and some 75 MB. */
const MOST = 50_000;

/** Positions to come, by activity: as facts, and those with places left by column too. Which of them have begun since, rules say. */
export class UpcomingPositions {
  /** Those with places left. */
  readonly free = new PositionIndex();
  private readonly byActivity = new Map<string, readonly PositionFacts[]>();
  private count = 0;

  get size(): number { return this.count; }

  /** Puts the positions of an activity in the place of what was known of them. */
  put(activityId: string, positions: readonly PositionFacts[]): void {
    const before = this.byActivity.get(activityId) ?? [];
    for (const { id } of before) this.free.remove(id);
    this.count += positions.length - before.length;
    if (positions.length === 0) this.byActivity.delete(activityId);
    else this.byActivity.set(activityId, positions);
    for (const position of positions) if (position.confirmed < position.maximum) this.free.upsert(position);
  }

  /** All, full or not. */
  all(): PositionFacts[] { return [...this.byActivity.values()].flat(); }
}

/** Positions to come in memory (ADR 38): what fits a person is answered from here, and from the database while there is no index. */
@Injectable()
export class OpenPositions implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(OpenPositions.name);
  private readonly follower: TrailFollower<UpcomingPositions>;

  constructor(private readonly changes: PositionChanges, private readonly positions: PositionDirectory, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig, entries: TrailEntries) {
    this.follower = new TrailFollower({
      name: 'position index', kinds: positionSubjects, isGround: (entry) => changes.isGround(entry), touched: (found) => changes.activities(found), put: (index, ids) => this.put(index, ids), build: (goesOn) => this.build(goesOn),
      tend: () => Promise.resolve(),
    }, entries, clock);
  }

  onApplicationBootstrap(): void { if (this.config.matchingIndexBytes > 0) this.follower.start(); }
  onApplicationShutdown(): Promise<void> { return this.follower.stop(); }

  /** How many positions stand in it; null while the database is asked. */
  get size(): number | null { return this.follower.index?.size ?? null; }

  /** The positions as the database has them at this moment; null where it has to be asked. */
  fresh(): Promise<UpcomingPositions | null> { return this.follower.fresh(); }

  /** Reads activities anew, in portions. */
  private async put(index: UpcomingPositions, activityIds: readonly string[]): Promise<void> {
    for (let at = 0; at < activityIds.length; at += PORTION) {
      const portion = activityIds.slice(at, at + PORTION);
      const found = new Map<string, PositionFacts[]>(portion.map((id) => [id, []]));
      for (const position of await this.positions.facts({ upcomingOf: portion })) found.get(position.activityId)?.push(position);
      for (const [id, positions] of found) index.put(id, positions);
      await turn();
    }
  }

  private async build(goesOn: () => boolean): Promise<UpcomingPositions | null> {
    const made = new UpcomingPositions();
    const ids = await this.changes.upcoming(this.clock.now());
    for (let at = 0; at < ids.length && goesOn(); at += PORTION) {
      await this.put(made, ids.slice(at, at + PORTION));
      if (made.size > MOST) {
        this.logger.warn(`there are more than ${MOST} positions to come (${ids.length} activities): what fits is asked of the database`);
        return null;
      }
    }
    return made;
  }
}

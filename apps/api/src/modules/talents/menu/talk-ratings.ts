import { Injectable } from '@nestjs/common';
import type { TalkRating } from '@kepu/contracts';

/** Ratings of some talks, by their ids; those that nobody rated are left out. */
export type RatingSource = (talkIds: readonly string[]) => Promise<ReadonlyMap<string, TalkRating>>;

/** How talks were rated. Orders, which stand to the right, say so. */
@Injectable()
export class TalkRatings {
  private source: RatingSource | null = null;

  register(source: RatingSource): void { this.source = source; }
  of(talkIds: readonly string[]): Promise<ReadonlyMap<string, TalkRating>> { return this.source === null || talkIds.length === 0 ? Promise.resolve(new Map()) : this.source(talkIds); }
}

import type { Opening, Person, World } from './world.js';

/** A number from 0 to 1 that belongs to a pair and a purpose, the same under every policy. */
export function drawn(seed: number, a: number, b: number, purpose: number): number {
  let mixed = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(a + 1, 0x85ebca6b) ^ Math.imul(b + 1, 0xc2b2ae35) ^ Math.imul(purpose + 1, 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** What a draw is for. */
export const purpose = { willing: 1, taste: 2, withdrawal: 3, withdrawalTime: 4, coming: 5, reading: 6, delay: 7, refusal: 8 } as const;

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** How much somebody likes what an activity is about: what they like wholly, what is of the same field by half, and something of their own. */
function interest({ assumptions: { seed } }: World, parentTopic: (id: string) => string | null, person: Person, { facts: { topicIds, activityId } }: Opening): number {
  const near = new Set([...person.likes].map(parentTopic));
  const liked = Math.max(...topicIds.map((id) => (person.likes.has(id) ? 1 : near.has(parentTopic(id)) ? 0.5 : 0)));
  return liked + drawn(seed, person.index, Number(activityId.slice(1)), purpose.taste) - 0.5;
}

/**
 * Whether somebody would take a position, once they look at it, or are asked. It hangs on the person and the position alone, so that all policies meet the same people; nothing of it is known to any policy,
 * and it is no part of our score: true likes (of which the office knows those that were named), the way from township to township (of which it knows that between counties), what draws everybody, what drives a person, and the rest.
 */
export class Choice {
  private readonly parentTopic: (id: string) => string | null;

  constructor(private readonly world: World) {
    this.parentTopic = world.context(0).parentTopic;
  }

  /** Whether the person has time then. */
  free(person: Person, { facts: { weekParts } }: Opening): boolean {
    return weekParts.every((part) => person.free[part] === '1');
  }

  chance(person: Person, opening: Opening, asked: boolean): number {
    const { willingness, taste, way, asked: askedOdds } = this.world.assumptions;
    return logistic(willingness + taste * interest(this.world, this.parentTopic, person, opening) + opening.appeal + person.drive - way * (this.world.way(person.home, opening.place) / 60) + (asked ? askedOdds : 0));
  }

  willing(person: Person, opening: Opening, asked: boolean): boolean {
    return this.free(person, opening) && drawn(this.world.assumptions.seed, person.index, opening.index, purpose.willing) < this.chance(person, opening, asked);
  }
}

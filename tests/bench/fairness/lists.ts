import { firstWeights, rankPositions, type PositionFacts, type VolunteerFacts, type WeightTable } from '@kepu/matching';
import type { City, Life, Story } from './city.js';

/** The order in which somebody sees what they may have. */
export type Listing = 'date' | 'popularity' | 'distance' | 'topic' | 'ours';

/** Nobody looks further down. */
const LONGEST = 30;
const none = Object.fromEntries(Object.keys(firstWeights).map((part) => [part, 0])) as WeightTable;
const topicOnly: WeightTable = { ...none, topic: 1 };

/** What is listed for somebody who comes by: open, not full, nothing that is blocked, one position of each activity. */
export function listFor(listing: Listing, weights: WeightTable, city: City, life: Life, open: readonly Story[]): Story[] {
  const facts = city.factsOf(life);
  const stories = new Map<string, Story>();
  const positions: PositionFacts[] = [];
  for (const story of open) {
    if (story.holders.size >= story.opening.facts.maximum || !city.may(life, story, facts)) continue;
    stories.set(story.opening.facts.id, story);
    positions.push(city.positionOf(story));
  }
  const context = city.world.context(city.now);
  const ranked = (person: VolunteerFacts, table: WeightTable): Story[] => rankPositions(person, positions, table, context, LONGEST).best.map(({ position: { id } }) => stories.get(id)!);
  if (listing === 'date') return ranked({ ...facts, personal: false }, none);
  if (listing === 'topic') return ranked({ ...facts, personal: true }, topicOnly);
  if (listing === 'ours') return ranked(facts, weights);
  const key = (story: Story): number => (listing === 'popularity' ? -story.signUps : city.world.way(life.person.home, story.opening.place));
  const activities = new Set<string>();
  return [...stories.values()].sort((a, b) => key(a) - key(b) || a.opening.startsAt - b.opening.startsAt || a.opening.index - b.opening.index)
    .filter(({ opening: { facts: { activityId } } }) => !activities.has(activityId) && activities.add(activityId)).slice(0, LONGEST);
}

import { firstWavePolicy, firstWeights, type WavePolicy, type WeightTable } from '@kepu/matching';
import { chance } from '../assign/city-week.js';
import { City, type Eligibility, type Story } from './city.js';
import { Inviter, type Inviting } from './inviting.js';
import { listFor, type Listing } from './lists.js';
import { BEGIN, DAY, HOUR, WEEK, type Person, type World } from './world.js';

/** What is compared: in which order people see what there is, and who is asked. */
export interface Policy { readonly listing: Listing; readonly inviting: Inviting; readonly weights?: WeightTable; readonly waves?: WavePolicy }

interface Visit { readonly at: number; readonly person: Person; readonly seed: number }

/** When people look at the list, in waking hours; the same under every policy. */
function visitsOf({ people, until, assumptions: { seed } }: World): Map<number, Visit[]> {
  const next = chance(seed * 1000 + 4);
  const visits = new Map<number, Visit[]>();
  for (const person of people) {
    for (let at = BEGIN; (at -= (Math.log(1 - next()) * WEEK) / person.visits) < until; ) {
      const hour = Math.floor(at / DAY) * DAY + HOUR * (Math.floor(next() * 14));
      // The day of UTC begins at 8:00 in Shanghai.
      const visit = { at: hour, person, seed: Math.floor(next() * 2 ** 31) };
      visits.set(hour / HOUR, [...(visits.get(hour / HOUR) ?? []), visit]);
    }
  }
  return visits;
}

const STAYS = 0.2;

/** Runs the city from its first hour to the last. */
export function simulate(world: World, eligibility: Eligibility, { listing, inviting, weights = firstWeights, waves = firstWavePolicy }: Policy): City {
  const city = new City(world, eligibility);
  const inviter = new Inviter(city, inviting, waves, weights);
  const visits = visitsOf(world);
  const published = [...city.stories].sort((a, b) => a.opening.publishedAt - b.opening.publishedAt);
  const begins = new Map<number, Story[]>();
  for (const story of city.stories) {
    const hour = Math.floor(story.opening.startsAt / HOUR);
    begins.set(hour, [...(begins.get(hour) ?? []), story]);
  }
  let [open, next]: [Story[], number] = [[], 0];
  for (city.now = BEGIN; city.now < world.until; city.now += HOUR) {
    const hour = Math.floor(city.now / HOUR);
    while (next < published.length && published[next]!.opening.publishedAt <= city.now) open.push(published[next++]!);
    const begun = begins.get(hour);
    for (const story of begun ?? []) city.hold(story);
    if (begun) open = open.filter((story) => Math.floor(story.opening.startsAt / HOUR) > hour);
    for (const story of begins.get(hour + 72) ?? []) story.early = story.holders.size;
    city.runHour();
    for (const { person, seed } of visits.get(hour) ?? []) {
      const draw = chance(seed);
      const life = city.lives[person.index]!;
      for (const story of listFor(listing, weights, city, life, open)) {
        if (city.choice.willing(person, story.opening, false) && city.hasRoom(life, story.opening)) {
          city.signUp(life, story, false);
          if (draw() >= STAYS) break;
        }
        if (draw() >= world.assumptions.attention) break;
      }
    }
    inviter.tick(open);
  }
  return city;
}

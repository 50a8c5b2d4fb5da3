import type { City, Story } from './city.js';
import { BEGIN, WEEK } from './world.js';

/** What a policy did to the city in the weeks that count. Shares from 0 to 1. */
export interface Measures {
  /** Positions with their minimum three days before the start, and at it; of those that have one. */
  readonly early: number;
  readonly covered: number;
  /** Of the places that are needed, by the minimum. */
  readonly seats: number;
  /** Of the places altogether. */
  readonly taken: number;
  readonly signUps: number;
  /** Coverage of seats outside the urban core to that in it, and of villages to towns. */
  readonly ruralToUrban: number;
  readonly villagesToTowns: number;
  /** The same for positions with their minimum at the start. */
  readonly ruralToUrbanPositions: number;
  /** Coverage of seats in the urban core, and in towns. */
  readonly urban: number;
  readonly towns: number;
  readonly invitations: number;
  readonly filledByInvitation: number;
  readonly perPlace: number;
  readonly giniHours: number;
  readonly giniInvitations: number;
  /** Minutes of way, in the mean of all services. */
  readonly way: number;
  /** Who served, of all. */
  readonly serving: number;
}

/** 0 where all have the same, near 1 where one has all; 0 where there is nothing. */
export function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const sum = sorted.reduce((all, value) => all + value, 0);
  return sum === 0 ? 0 : (2 * sorted.reduce((all, value, index) => all + (index + 1) * value, 0)) / (sorted.length * sum) - (sorted.length + 1) / sorted.length;
}

const total = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
/** Places filled of those that are needed. */
export const seatCoverage = (stories: readonly Story[]): number => total(stories, ({ opening: { facts: { minimum } }, final }) => Math.min(minimum, final)) / total(stories, ({ opening }) => opening.facts.minimum);
const full = (stories: readonly Story[], of: (story: Story) => number): number => stories.filter((story) => of(story) >= story.opening.facts.minimum).length / stories.length;

export const counted = (city: City): Story[] => city.stories.filter(({ opening: { startsAt, facts: { minimum } } }) => startsAt >= BEGIN + WEEK * city.world.assumptions.warmWeeks && minimum > 0);

export function measure(city: City): Measures {
  const from = BEGIN + WEEK * city.world.assumptions.warmWeeks;
  const all = city.stories.filter(({ opening }) => opening.startsAt >= from);
  const stories = counted(city);
  const [rural, urban] = [stories.filter(({ opening }) => !opening.place.urbanCore), stories.filter(({ opening }) => opening.place.urbanCore)];
  const [villages, towns] = [stories.filter(({ opening }) => opening.place.village), stories.filter(({ opening }) => !opening.place.village)];
  const services = city.lives.flatMap(({ person, served }) => served.filter(({ opening }) => opening.startsAt >= from).map(({ opening }) => ({ person, opening })));
  const minutes = city.lives.map(({ served }) => total(served.filter(({ opening }) => opening.startsAt >= from), ({ opening }) => opening.minutes));
  const [invitations, filledByInvitation] = [total(all, (story) => story.invitations), total(all, (story) => story.byInvitation)];
  return {
    early: full(stories, (story) => story.early), covered: full(stories, (story) => story.final), seats: seatCoverage(stories), taken: total(all, ({ final }) => final) / total(all, ({ opening }) => opening.facts.maximum), signUps: total(all, (story) => story.signUps),
    ruralToUrban: seatCoverage(rural) / seatCoverage(urban), villagesToTowns: seatCoverage(villages) / seatCoverage(towns), ruralToUrbanPositions: full(rural, (story) => story.final) / full(urban, (story) => story.final),
    urban: seatCoverage(urban), towns: seatCoverage(towns), invitations, filledByInvitation, perPlace: filledByInvitation === 0 ? 0 : invitations / filledByInvitation, giniHours: gini(minutes), giniInvitations: gini(city.lives.map(({ sentAt }) => sentAt.filter((at) => at >= from).length)),
    way: total(services, ({ person, opening }) => city.world.way(person.home, opening.place)) / services.length, serving: minutes.filter((sum) => sum > 0).length / minutes.length,
  };
}

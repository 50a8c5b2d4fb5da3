import { credentialGap, isEligible, rules } from '../blocks.js';
import type { MatchingContext, VolunteerFacts, WeightTable } from '../facts.js';
import { loadValue, parts, topicFit, travelValue } from '../parts.js';
import { pointsOf } from '../score.js';
import { popcount } from './bits.js';
import { civilDate, dayNumber } from './days.js';
import type { PositionColumns } from './position-columns.js';
import { activityKinds, occupations } from './vocabulary.js';

const MINUTE_MS = 60_000;
const YEAR = 365.2425;
const placeRules = ['overlap', 'travel_between', 'too_many_hours', 'monthly_hours'] as const;

interface Busy { readonly start: number; readonly end: number; readonly reach: number }

/** What a person asks of the columns of positions: points by county, topics and audiences, reckoned once, and what keeps them out of a slot. */
export class Person {
  /** Points by number of county, −1 where it is too far; by sets of topics and audiences; by kind of activity, for whom its topic is the same and for others. */
  readonly travel: Float64Array;
  readonly topic: Float64Array;
  readonly sameTopic: Uint8Array;
  readonly audience: Float64Array;
  readonly firstPoints: number;
  readonly loadPoints: number;
  readonly wishPoints: number;
  readonly growthPoints: number;
  /** The most that audience, parts of the week, wish and growth can bring. */
  readonly bonus: number;
  readonly now: number;
  private readonly served: Uint8Array;
  private readonly freeParts: number;
  private readonly availabilityWeight: number;
  private readonly occupation: number;
  private readonly adultFrom: number;
  private readonly pausedUntil: number;
  private readonly homeIsland: boolean;
  private readonly homeMountain: boolean;
  private readonly busy: readonly Busy[];
  /** Day numbers from which on they are of an age. */
  private readonly ages = new Map<number, number>();

  constructor(readonly volunteer: VolunteerFacts, weights: WeightTable, private readonly context: MatchingContext, private readonly columns: PositionColumns) {
    const { counties, topicSets, audienceSets } = columns;
    const { countyCode, topicIds, travelLimit } = volunteer;
    this.now = Date.parse(context.now);
    this.travel = Float64Array.from(counties.words, (code) => {
      const minutes = context.travel(countyCode, code);
      return minutes !== null && minutes > travelLimit ? -1 : pointsOf(travelValue(minutes, travelLimit), weights.travel);
    });
    const fits = Float64Array.from(topicSets.ids.words, (id) => topicFit(id, topicIds, context.parentTopic));
    const suits = Float64Array.from(audienceSets.ids.words, (id) => context.audienceFit(volunteer.occupation, id));
    const highest = (codes: readonly number[], values: Float64Array): number => {
      let value = 0;
      for (let index = 0; index < codes.length; index++) value = Math.max(value, values[codes[index]!]!);
      return value;
    };
    const sets = topicSets.members.length;
    [this.topic, this.sameTopic] = [new Float64Array(sets), new Uint8Array(sets)];
    for (let set = 0; set < sets; set++) {
      const value = highest(topicSets.members[set]!, fits);
      this.topic[set] = pointsOf(value, weights.topic);
      this.sameTopic[set] = Number(value === 1);
    }
    this.audience = new Float64Array(audienceSets.members.length);
    let most = 0;
    for (let set = 0; set < this.audience.length; set++) {
      this.audience[set] = pointsOf(highest(audienceSets.members[set]!, suits), weights.audience);
      most = Math.max(most, this.audience[set]!);
    }
    this.firstPoints = volunteer.services === 0 ? pointsOf(1, weights.first_service) : 0;
    this.loadPoints = pointsOf(loadValue(volunteer.recentMinutes), parts.load.sign * weights.load);
    [this.wishPoints, this.growthPoints, this.availabilityWeight] = [pointsOf(1, weights.wish), pointsOf(1, weights.growth), weights.availability];
    this.served = Uint8Array.from(activityKinds, (kind) => Number(volunteer.kindsServed.includes(kind)));
    this.freeParts = [...volunteer.availability].reduce((bits, sign, part) => (sign === '1' ? bits | (1 << part) : bits), 0);
    this.bonus = most + (this.freeParts === 0 ? 0 : weights.availability) + this.wishPoints + this.growthPoints;
    this.occupation = 1 << occupations.indexOf(volunteer.occupation);
    this.adultFrom = this.dayOfAge(context.adultAge);
    this.pausedUntil = volunteer.pausedUntil === null ? -Infinity : dayNumber(volunteer.pausedUntil);
    const home = context.terrain(countyCode);
    [this.homeIsland, this.homeMountain] = [home.island, home.mountain];
    this.busy = volunteer.held.map(({ startsAt, endsAt, countyCode: place }) => ({
      start: Date.parse(startsAt), end: Date.parse(endsAt), reach: MINUTE_MS * Math.max(0, ...counties.words.map((code) => context.travel(place, code) ?? 0)),
    }));
  }

  /** The sum of all parts, added in their order, so that it is that of `sumOf` to the last digit. */
  sum(slot: number): number {
    const { columns } = this;
    const week = columns.weekParts[slot]!;
    const topics = columns.topics[slot]!;
    const served = this.served[columns.kind[slot]!] === 1;
    let sum = this.topic[topics]! + this.audience[columns.audiences[slot]!]!;
    const free = week & this.freeParts;
    if (free !== 0) sum += pointsOf(popcount(free) / popcount(week), this.availabilityWeight);
    sum += this.travel[columns.county[slot]!]!;
    if (served || this.sameTopic[topics] === 1) sum += this.wishPoints;
    if (!served) sum += this.growthPoints;
    sum += columns.need[slot]!;
    sum += columns.rural[slot]!;
    sum += this.firstPoints;
    sum += columns.connections[slot]!;
    return sum + this.loadPoints;
  }

  /** Whether they may have the position of a slot. Minors ask the rules themselves, others where a place held could matter. */
  may(slot: number): boolean {
    const { columns, volunteer, context } = this;
    const position = columns.positions[slot]!;
    const day = columns.day[slot]!;
    if (!position.open || volunteer.frozen || columns.startsAt[slot]! <= this.now || (columns.occupationsMay[slot]! & this.occupation) === 0 || day <= this.pausedUntil || this.travel[columns.county[slot]!]! < 0) return false;
    if (day < this.adultFrom) return isEligible(volunteer, position, context);
    if (position.minAge !== null && day < this.dayOfAge(position.minAge)) return false;
    const home = position.countyCode === volunteer.countyCode;
    if ((position.island && !volunteer.toIslands && !(home && this.homeIsland)) || (position.mountain && !volunteer.toMountains && !(home && this.homeMountain))) return false;
    for (const { from, to } of volunteer.absences) if (from <= position.day && position.day <= to) return false;
    for (const kindId of position.credentialIds) if (volunteer.credentials.length === 0 || credentialGap(kindId, volunteer.credentials, position.day, context.implied) !== null) return false;
    return !(volunteer.monthlyHours !== null || this.isBusy(slot)) || placeRules.every((code) => rules[code](volunteer, position, context) === null);
  }

  /** Whether a place held lies within a day of the position, or no farther from it than the longest way. */
  private isBusy(slot: number): boolean {
    const [from, to] = [this.columns.startsAt[slot]!, this.columns.endsAt[slot]!];
    for (const { start, end, reach } of this.busy) {
      const near = Math.max(reach, DAY_MS);
      if (start < to + near && end > from - near) return true;
    }
    return false;
  }

  /** The day number from which on they are of an age; nobody grows younger. */
  private dayOfAge(age: number): number {
    const known = this.ages.get(age);
    if (known !== undefined) return known;
    const { volunteer: { bornOn }, context: { ageOn } } = this;
    let day = dayNumber(bornOn) + Math.round(age * YEAR);
    while (ageOn(bornOn, civilDate(day)) < age) day++;
    while (ageOn(bornOn, civilDate(day - 1)) >= age) day--;
    this.ages.set(age, day);
    return day;
  }
}

const DAY_MS = 24 * 60 * MINUTE_MS;

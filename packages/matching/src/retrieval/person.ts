import { credentialGap, minorRules, rules, standsFree } from '../blocks.js';
import type { MatchingContext, PositionFacts, VolunteerFacts, WeightTable } from '../facts.js';
import { loadValue, parts, reliabilityValue, topicFits, travelValue } from '../parts.js';
import { pointsOf } from '../score.js';
import { popcount } from './bits.js';
import { civilDate, dayNumber, DAY_MS } from './days.js';
import { asks, trait, type PositionColumns } from './position-columns.js';
import { table } from './table.js';
import { activityKinds, occupations } from './vocabulary.js';

const MINUTE_MS = 60_000;
const YEAR = 365.2425;
const LONG_YEAR = 366;

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
  readonly reliabilityPoints: number;
  readonly wishPoints: number;
  readonly growthPoints: number;
  /** The most that audience, parts of the week, wish and growth can bring: with the same topic, and without. */
  readonly sameBonus: number;
  readonly otherBonus: number;
  readonly now: number;
  private readonly served: Uint8Array;
  private readonly week: Float64Array;
  private readonly kind: Float64Array;
  readonly occupation: number;
  private readonly born: number;
  private readonly pausedUntil: number;
  private readonly home: number;
  private readonly homeIsland: boolean;
  private readonly homeMountain: boolean;
  /** Day numbers, the last one included. */
  private readonly absences: readonly { readonly from: number; readonly to: number }[];
  private readonly busy: readonly Busy[];
  /** Day numbers from which on they are of an age. */
  private readonly ages = new Map<number, number>();
  private readonly hours = new Map<string, boolean>();
  private readonly asMinor = new Map<string, boolean>();
  /** The context, in which the person's age on a day is reckoned once. */
  private readonly aged: MatchingContext;

  constructor(readonly volunteer: VolunteerFacts, weights: WeightTable, private readonly context: MatchingContext, private readonly columns: PositionColumns) {
    const { counties, topicSets, audienceSets } = columns;
    const { countyCode, topicIds, travelLimit } = volunteer;
    this.now = Date.parse(context.now);
    this.travel = table(counties.words.length, (county) => {
      const minutes = context.travel(countyCode, counties.words[county]!);
      return minutes !== null && minutes > travelLimit ? -1 : pointsOf(travelValue(minutes, travelLimit), weights.travel);
    });
    const fitOf = topicFits(topicIds, context.parentTopic);
    const fits = table(topicSets.ids.words.length, (topic) => (topicIds.length === 0 ? 0 : fitOf(topicSets.ids.words[topic]!)));
    const suits = table(audienceSets.ids.words.length, (audience) => context.audienceFit(volunteer.occupation, audienceSets.ids.words[audience]!));
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
      this.sameTopic[set] = value === 1 ? 1 : 0;
    }
    this.audience = table(audienceSets.members.length, (set) => pointsOf(highest(audienceSets.members[set]!, suits), weights.audience));
    this.firstPoints = volunteer.services === 0 ? pointsOf(1, weights.first_service) : 0;
    this.loadPoints = pointsOf(loadValue(volunteer.recentMinutes), parts.load.sign * weights.load);
    this.reliabilityPoints = pointsOf(reliabilityValue(volunteer.services, volunteer.missed), weights.reliability);
    [this.wishPoints, this.growthPoints] = [pointsOf(1, weights.wish), pointsOf(1, weights.growth)];
    this.served = new Uint8Array(activityKinds.length);
    let free = 0;
    for (let part = 0; part < volunteer.availability.length; part++) if (volunteer.availability[part] === '1') free |= 1 << part;
    this.week = table(columns.weeks.length, (code) => (columns.weeks[code] === 0 ? 0 : pointsOf(popcount(columns.weeks[code]! & free) / popcount(columns.weeks[code]!), weights.availability)));
    for (const kind of volunteer.kindsServed) this.served[activityKinds.indexOf(kind)] = 1;
    const most = this.audience.reduce((a, b) => Math.max(a, b), 0) + this.week.reduce((a, b) => Math.max(a, b), 0);
    // A kind is a wish where it was served, and growth where it was not; the topic is a wish beside either.
    this.sameBonus = most + this.wishPoints + (this.served.includes(0) ? this.growthPoints : 0);
    this.otherBonus = most + Math.max(this.served.includes(1) ? this.wishPoints : 0, this.served.includes(0) ? this.growthPoints : 0);
    this.kind = table(2 * activityKinds.length, (at) => (this.served[at % activityKinds.length] === 1 ? this.wishPoints : this.growthPoints + (at < activityKinds.length ? 0 : this.wishPoints)));
    this.occupation = 1 << occupations.indexOf(volunteer.occupation);
    this.born = dayNumber(volunteer.bornOn);
    const known = new Map<string, number>();
    this.aged = {
      ...context,
      ageOn: (bornOn, day) => {
        const age = known.get(day) ?? context.ageOn(bornOn, day);
        known.set(day, age);
        return age;
      },
    };
    this.pausedUntil = volunteer.pausedUntil === null ? -Infinity : dayNumber(volunteer.pausedUntil);
    const home = context.terrain(countyCode);
    [this.home, this.homeIsland, this.homeMountain] = [counties.find(countyCode), home.island, home.mountain];
    this.absences = volunteer.absences.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }));
    this.busy = volunteer.held.map(({ startsAt, endsAt, countyCode: place }) => ({
      start: Date.parse(startsAt), end: Date.parse(endsAt), reach: MINUTE_MS * Math.max(0, ...counties.words.map((code) => context.travel(place, code) ?? 0)),
    }));
  }

  /** What audience, parts of the week and kind of a position bring: by kind, nine for whom its topic is the same after nine for others. */
  traitPoints(audiences: number, traits: number, sameTopic: boolean): number {
    return this.audience[audiences]! + this.week[trait.week(traits)]! + this.kind[trait.kind(traits) + (sameTopic ? activityKinds.length : 0)]!;
  }

  /** The most that a set of topics, with all that changes from position to position but its own points, can bring. */
  most(topics: number): number {
    return this.topic[topics]! + (this.sameTopic[topics] === 1 ? this.sameBonus : this.otherBonus);
  }

  /** The sum of all parts, added in their order, so that it is that of `sumOf` to the last digit. */
  sum(slot: number): number {
    const { columns } = this;
    const traits = columns.traits[slot]!;
    const topics = columns.topics[slot]!;
    const served = this.served[trait.kind(traits)] === 1;
    let sum = this.topic[topics]! + this.audience[columns.audiences[slot]!]!;
    sum += this.week[trait.week(traits)]!;
    sum += this.travel[columns.county[slot]!]!;
    if (served || this.sameTopic[topics] === 1) sum += this.wishPoints;
    if (!served) sum += this.growthPoints;
    sum += columns.need[slot]!;
    sum += columns.rural[slot]!;
    sum += this.firstPoints;
    sum += columns.connections[slot]!;
    sum += this.loadPoints;
    return sum + this.reliabilityPoints;
  }

  /** Whether they may have the position of a slot. Minors ask the rules themselves, others where a place held could matter. */
  may(slot: number): boolean {
    const { columns, volunteer, context } = this;
    const [signs, day] = [columns.asks[slot]!, columns.day[slot]!];
    if (volunteer.frozen || (signs & asks.closed) !== 0 || columns.startsAt[slot]! <= this.now || (trait.occupations(columns.traits[slot]!) & this.occupation) === 0 || day <= this.pausedUntil || this.travel[columns.county[slot]!]! < 0) return false;
    if (this.isYounger(columns.minAge[slot]!, day)) return false;
    if ((signs & asks.islands) !== 0 && !volunteer.toIslands && !(this.homeIsland && columns.county[slot] === this.home)) return false;
    if ((signs & asks.mountains) !== 0 && !volunteer.toMountains && !(this.homeMountain && columns.county[slot] === this.home)) return false;
    for (const { from, to } of this.absences) if (from <= day && day <= to) return false;
    const position = columns.positions[slot]!;
    if (this.isYounger(context.adultAge, day) && ((signs & asks.adults) !== 0 || !this.mayAsMinor(position, slot))) return false;
    if ((signs & asks.credentials) !== 0) for (const kindId of position.credentialIds) if (volunteer.credentials.length === 0 || credentialGap(kindId, volunteer.credentials, position.day, context.implied) !== null) return false;
    if ((signs & asks.pools) !== 0 && rules.pool(volunteer, position, context) !== null) return false;
    if (this.isBusy(slot)) return standsFree(volunteer, position, context);
    return volunteer.monthlyHours === null || this.hasHoursFor(position, slot);
  }

  /** What the rules for minors say: with nothing held the same for all positions at one time of the day, for an age. */
  private mayAsMinor(position: PositionFacts, slot: number): boolean {
    const { volunteer, columns: { startsAt, day }, aged } = this;
    const key = volunteer.held.length > 0 ? position.id : `${aged.ageOn(volunteer.bornOn, position.day)} ${startsAt[slot]! - day[slot]! * DAY_MS} ${this.columns.endsAt[slot]! - startsAt[slot]!}`;
    const may = this.asMinor.get(key) ?? minorRules.every((code) => rules[code](volunteer, position, aged) === null);
    this.asMinor.set(key, may);
    return may;
  }

  /** What the rule says of hours a month: the same for all positions of one month and one length. */
  private hasHoursFor(position: PositionFacts, slot: number): boolean {
    const key = `${position.day.slice(0, 7)} ${this.columns.endsAt[slot]! - this.columns.startsAt[slot]!}`;
    const has = this.hours.get(key) ?? rules.monthly_hours(this.volunteer, position, this.context) === null;
    this.hours.set(key, has);
    return has;
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

  /** Whether they are younger than an age on a day, by number. Nobody grows younger, and nobody who was born so many long years ago is that young: most are asked nothing. */
  private isYounger(age: number, day: number): boolean {
    return this.born + (age + 1) * LONG_YEAR > day && day < this.dayOfAge(age);
  }

  private dayOfAge(age: number): number {
    const known = this.ages.get(age);
    if (known !== undefined) return known;
    const { volunteer: { bornOn }, context: { ageOn } } = this;
    let day = this.born + Math.round(age * YEAR);
    while (ageOn(bornOn, civilDate(day)) < age) day++;
    while (ageOn(bornOn, civilDate(day - 1)) >= age) day--;
    this.ages.set(age, day);
    return day;
  }
}

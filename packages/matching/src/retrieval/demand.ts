import type { BlockCode, ScorePart } from '@kepu/contracts';
import { dayStart, minorRules, rules } from '../blocks.js';
import type { MatchingContext, PositionFacts, VolunteerFacts, WeightTable } from '../facts.js';
import { loadValue, parts, reliabilityValue, travelValue } from '../parts.js';
import { pointsOf } from '../score.js';
import { civilDate, DAY_MS, dayNumber, shanghaiDay, yearsBefore } from './days.js';
import { signs, table } from './table.js';
import { activityKinds, occupations, poolWord, type Vocabulary } from './vocabulary.js';

/** Somebody of whom nothing is known, for asking one rule or part about one thing. */
export const nobody: VolunteerFacts = {
  id: '', bornOn: '1980-01-01', guarded: false, occupation: 'other', credentials: [], memberships: [], countyCode: '', topicIds: [], availability: '0'.repeat(21), travelLimit: Infinity, toIslands: false, toMountains: false, pausedUntil: null, absences: [],
  monthlyHours: null, frozen: false, personal: true, held: [], kindsServed: [], services: 0, missed: 0, recentMinutes: 0, monthMinutes: 0, lastAskedAt: null,
};
/** Of whoever has served as often as columns hold, and missed one place. */
const MISSED_ONE = reliabilityValue(65_535, 1);
const MINUTE_MS = 60_000;

/** Asks about one person of whom one thing is known, another time by time: a person of their own for each answer would cost more than all answers. */
function somebody<Fact extends keyof VolunteerFacts>(fact: Fact): (value: VolunteerFacts[Fact]) => VolunteerFacts {
  const person: { -readonly [One in keyof VolunteerFacts]: VolunteerFacts[One] } = { ...nobody };
  return (value) => {
    person[fact] = value;
    return person;
  };
}

/** How far of a topic's value a person is who follows it. */
export const followed = { not: 0, near: 1, same: 2 } as const;

/**
 * What a position asks of the columns: the answers of rules and parts, asked once for each county, occupation and topic instead of once for each person. What rules look at one person by one is asked of `isEligible` itself.
 */
export class Demand {
  /** Nobody may have it: it is not open, or has begun. */
  readonly closed: boolean;
  readonly now: number;
  /** Day numbers: of service, and of today. */
  readonly day: number;
  readonly today: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly minutes: number;
  /** First moment of the day of service, and of the next. */
  readonly dayFrom: number;
  readonly dayTo: number;
  /** Whether it lies in the month that is now. */
  readonly thisMonth: boolean;
  /** By number of occupation, 1 for those who may. */
  readonly occupationMay: Uint8Array;
  /** By number of county: minutes of the way, −1 for unknown; whether the ground asks for being willing. */
  readonly way: Float64Array;
  readonly asksIslands: Uint8Array;
  readonly asksMountains: Uint8Array;
  /** Day numbers of birth: who was born on it or later is a minor on the day of service, or too young for the position. */
  readonly minorFrom: number;
  readonly youngFrom: number;
  readonly takesMinors: boolean;
  /** Day number of birth: who was born on it or later cannot have it, whatever else. */
  readonly oldEnough: number;
  /** For each certificate that is demanded, the kinds that stand for it; for pools, one list of those that do. */
  readonly proofs: readonly (readonly number[])[];
  /** Topics that count as much as the position's own, and those near to it. */
  readonly same: readonly number[];
  readonly near: readonly number[];
  readonly weekParts: readonly number[];
  readonly kind: number;

  /** Points by how a topic is followed, by occupation, by how many parts of the week are free. */
  readonly topicPoints: Float64Array;
  readonly audiencePoints: Float64Array;
  readonly freePoints: Float64Array;
  readonly wishPoints: number;
  readonly growthPoints: number;
  readonly needPoints: number;
  readonly ruralPoints: number;
  readonly firstPoints: number;
  readonly connectionPoints: number;
  private readonly travelWeight: number;
  private readonly loadWeight: number;
  private readonly reliabilityWeight: number;
  private readonly minors = new Map<number, boolean>();

  /** `handedIn`: certificates that nobody has looked at yet count as well. */
  constructor(readonly position: PositionFacts, weights: WeightTable, readonly context: MatchingContext, vocabulary: Vocabulary, readonly handedIn = false) {
    const points = (part: ScorePart, person: VolunteerFacts): number => pointsOf(parts[part].value(person, position, context), parts[part].sign * weights[part]);
    const may = (code: BlockCode, person: VolunteerFacts): boolean => rules[code](person, position, context) === null;
    this.closed = !may('not_open', nobody) || !may('started', nobody);
    this.now = Date.parse(context.now);
    this.day = dayNumber(position.day);
    this.today = shanghaiDay(this.now);
    this.startsAt = Date.parse(position.startsAt);
    this.endsAt = Date.parse(position.endsAt);
    this.minutes = (this.endsAt - this.startsAt) / MINUTE_MS;
    this.dayFrom = dayStart(position.day);
    this.dayTo = this.dayFrom + DAY_MS;
    this.thisMonth = civilDate(this.today).slice(0, 7) === position.day.slice(0, 7);
    const [working, living, born, following, free] = [somebody('occupation'), somebody('countyCode'), somebody('bornOn'), somebody('topicIds'), somebody('availability')];
    this.occupationMay = signs(occupations.length, (code) => may('occupation', working(occupations[code]!)));
    const counties = vocabulary.counties.words;
    this.way = table(counties.length, (county) => context.travel(counties[county]!, position.countyCode) ?? -1);
    this.asksIslands = signs(counties.length, (county) => position.island && !may('island', living(counties[county]!)));
    this.asksMountains = signs(counties.length, (county) => position.mountain && !may('mountain', living(counties[county]!)));
    const ofAge = (age: number, holds: (bornOn: string) => boolean): number => {
      let from = yearsBefore(position.day, age) + 1;
      while (holds(civilDate(from))) from++;
      while (!holds(civilDate(from - 1))) from--;
      return from;
    };
    this.minorFrom = ofAge(context.adultAge, (bornOn) => context.ageOn(bornOn, position.day) >= context.adultAge);
    this.youngFrom = position.minAge === null ? Infinity : ofAge(position.minAge, (bornOn) => may('age', born(bornOn)));
    const minor = born(civilDate(this.minorFrom));
    this.takesMinors = may('minor_danger', minor) && may('minor_not_taken', minor);
    this.oldEnough = this.takesMinors ? this.youngFrom : Math.min(this.youngFrom, this.minorFrom);
    const proofsFor = (stands: (word: string) => boolean): number[] => vocabulary.proofs.words.flatMap((word, code) => (stands(word) ? [code] : []));
    const pools = new Set(position.poolIds.map(poolWord));
    this.proofs = [...position.credentialIds.map((kindId) => proofsFor((held) => context.implied(held).has(kindId))), ...(pools.size > 0 ? [proofsFor((word) => pools.has(word))] : [])];
    const [same, near]: [number[], number[]] = [[], []];
    const values = [0, 0, 0];
    if (position.topicIds.length > 0) {
      vocabulary.topics.words.forEach((id, code) => {
        const person = following([id]);
        const value = parts.topic.value(person, position, context);
        if (value === 0) return;
        const level = parts.wish.value(person, position, context) === 1 ? followed.same : followed.near;
        (level === followed.same ? same : near).push(code);
        values[level] = value;
      });
    }
    [this.same, this.near, this.weekParts, this.kind] = [same, near, position.weekParts, activityKinds.indexOf(position.kind)];
    this.topicPoints = table(values.length, (level) => pointsOf(values[level]!, weights.topic));
    this.audiencePoints = table(occupations.length, (code) => points('audience', working(occupations[code]!)));
    this.freePoints = table(position.weekParts.length + 1, (count) => {
      const parts = new Set(position.weekParts.slice(0, count));
      return points('availability', free(Array.from(nobody.availability, (_, part) => (parts.has(part) ? '1' : '0')).join('')));
    });
    this.wishPoints = pointsOf(1, weights.wish);
    this.growthPoints = pointsOf(1, weights.growth);
    [this.needPoints, this.ruralPoints, this.connectionPoints] = [points('need', nobody), points('rural', nobody), points('connections', nobody)];
    this.firstPoints = pointsOf(1, weights.first_service);
    [this.travelWeight, this.loadWeight, this.reliabilityWeight] = [weights.travel, parts.load.sign * weights.load, weights.reliability];
  }

  travelPoints(county: number, limit: number): number {
    const minutes = this.way[county]!;
    return pointsOf(travelValue(minutes < 0 ? null : minutes, limit), this.travelWeight);
  }

  /** The sum of all parts, added in their order, so that it is that of `sumOf` to the last digit. As a bound it holds to the last digit too: to add is monotone. */
  sum(topic: number, audience: number, free: number, travel: number, served: boolean, first: boolean, recent: number, reliable: number): number {
    const { topicPoints, freePoints, wishPoints, growthPoints, needPoints, ruralPoints, firstPoints, connectionPoints, loadWeight, reliabilityWeight } = this;
    let sum = topicPoints[topic]! + audience;
    sum += freePoints[free]!;
    sum += travel;
    if (served || topic === followed.same) sum += wishPoints;
    if (!served) sum += growthPoints;
    sum += needPoints;
    sum += ruralPoints;
    if (first) sum += firstPoints;
    sum += connectionPoints;
    if (recent !== 0) sum += pointsOf(loadValue(recent), loadWeight);
    return sum + pointsOf(reliable, reliabilityWeight);
  }

  /** The most that anybody of whom bits say so much can have. Whoever is not rested has served a minute of late, or has missed a place: strictly less than whoever is, so that they are not even looked at where the others fill the list. */
  bound(topic: number, audience: number, free: number, travel: number, served: boolean, first: boolean, rested: boolean): number {
    if (rested) return this.sum(topic, audience, free, travel, served, first, 0, 1);
    return Math.max(this.sum(topic, audience, free, travel, served, first, 1, 1), this.sum(topic, audience, free, travel, served, first, 0, MISSED_ONE));
  }

  /** The sum of what is looked at where personal features are switched off. */
  get impersonalSum(): number {
    return this.needPoints + this.ruralPoints + this.connectionPoints;
  }

  /** Whether the rules for minors let somebody of that day of birth, with nothing else in their day. */
  minorMay(born: number, guarded: boolean): boolean {
    const key = born * 2 + Number(guarded);
    const known = this.minors.get(key);
    if (known !== undefined) return known;
    const person = { ...nobody, bornOn: civilDate(born), guarded };
    const may = minorRules.every((code) => rules[code](person, this.position, this.context) === null);
    this.minors.set(key, may);
    return may;
  }
}

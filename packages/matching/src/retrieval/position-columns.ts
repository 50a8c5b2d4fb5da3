import { rules } from '../blocks.js';
import type { PositionFacts, WeightTable } from '../facts.js';
import { parts } from '../parts.js';
import { pointsOf } from '../score.js';
import { dayNumber } from './days.js';
import { nobody } from './demand.js';
import { Dictionary } from './dictionary.js';
import { activityKinds, occupations } from './vocabulary.js';

/** What a position asks of people, beyond way, time and occupation; `closed` asks too much of everybody. */
export const asks = { closed: 1, adults: 2, credentials: 4, islands: 8, mountains: 16, pools: 32 } as const;

/** What stands in `traits`. */
export const trait = { kind: (traits: number): number => traits & 0xf, occupations: (traits: number): number => (traits >>> 4) & 0xfff, week: (traits: number): number => traits >>> 16 } as const;

type Growing = Uint8Array | Uint16Array | Int32Array | Float64Array;
const larger = <T extends Growing>(from: T, to: T): T => {
  to.set(from);
  return to;
};

/** Ids that stand together in positions, by number: topics, audiences, certificates. */
export class IdSets {
  readonly ids = new Dictionary();
  readonly members: number[][] = [];
  private readonly sets = new Dictionary();

  code(ids: readonly string[]): number {
    const codes = [...new Set(ids.map((id) => this.ids.code(id)))].sort((a, b) => a - b);
    const code = this.sets.code(codes.join());
    this.members[code] ??= codes;
    return code;
  }
}

/** Positions by column, a slot each, which is used again when its position is gone. The points that hang on nobody are kept by part, for they are added between others. */
export class PositionColumns {
  readonly positions: (PositionFacts | null)[] = [];
  readonly counties = new Dictionary();
  readonly activities = new Dictionary();
  /** Parts of the week that stand together, one bit each, by number. */
  readonly weeks: number[] = [];
  readonly topicSets = new IdSets();
  readonly audienceSets = new IdSets();
  county = new Uint16Array(64);
  activity = new Int32Array(64);
  topics = new Int32Array(64);
  audiences = new Int32Array(64);
  /** Signs of `asks`. */
  asks = new Uint8Array(64);
  /** The number of the kind, a bit for each occupation that may, and the number of the parts of the week, as `trait` takes them out. */
  traits = new Int32Array(64);
  /** What it has without anybody. */
  alone = new Float64Array(64);
  /** The least age it asks for, 0 where it asks for none. */
  minAge = new Uint8Array(64);
  day = new Int32Array(64);
  startsAt = new Float64Array(64);
  endsAt = new Float64Array(64);
  need = new Float64Array(64);
  rural = new Float64Array(64);
  connections = new Float64Array(64);
  private readonly free: number[] = [];

  /** Takes a position into a slot, which is answered; its points are still to be reckoned. */
  add(position: PositionFacts): number {
    const slot = this.free.pop() ?? this.positions.length;
    if (slot === this.county.length) this.grow(2 * slot);
    this.positions[slot] = position;
    this.county[slot] = this.counties.code(position.countyCode);
    this.activity[slot] = this.activities.code(position.activityId);
    this.topics[slot] = this.topicSets.code(position.topicIds);
    this.audiences[slot] = this.audienceSets.code(position.audienceIds);
    this.asks[slot] = (position.open ? 0 : asks.closed) | (position.island ? asks.islands : 0) | (position.mountain ? asks.mountains : 0) | (position.credentialIds.length > 0 ? asks.credentials : 0) | (position.poolIds.length > 0 ? asks.pools : 0)
      | (rules.minor_danger(nobody, position, allMinors) === null && rules.minor_not_taken(nobody, position, allMinors) === null ? 0 : asks.adults);
    const may = position.occupations.length === 0 ? 0xfff : position.occupations.reduce((bits, one) => bits | (1 << occupations.indexOf(one)), 0);
    this.traits[slot] = activityKinds.indexOf(position.kind) | (may << 4) | (this.weekOf(position) << 16);
    this.minAge[slot] = position.minAge ?? 0;
    this.day[slot] = dayNumber(position.day);
    this.startsAt[slot] = Date.parse(position.startsAt);
    this.endsAt[slot] = Date.parse(position.endsAt);
    return slot;
  }

  drop(slot: number): void {
    this.positions[slot] = null;
    this.free.push(slot);
  }

  /** Reckons the points that hang on the position alone. */
  reckon(slot: number, weights: WeightTable, now: string): void {
    const context = { ...still, now };
    const points = (part: 'need' | 'rural' | 'connections'): number => pointsOf(parts[part].value(nobody, this.positions[slot]!, context), parts[part].sign * weights[part]);
    this.need[slot] = points('need');
    this.rural[slot] = points('rural');
    this.connections[slot] = points('connections');
    this.alone[slot] = this.need[slot]! + this.rural[slot]! + this.connections[slot]!;
  }

  /** Below 0 where a position of the same score comes first: the sooner one, then by id. */
  compare(slot: number, other: number): number {
    const [a, b] = [this.positions[slot]!.id, this.positions[other]!.id];
    return this.startsAt[slot]! - this.startsAt[other]! || (a < b ? -1 : a > b ? 1 : 0);
  }

  private weekOf({ weekParts }: PositionFacts): number {
    const bits = weekParts.reduce((all, part) => all | (1 << part), 0);
    const known = this.weeks.indexOf(bits);
    return known < 0 ? this.weeks.push(bits) - 1 : known;
  }

  private grow(slots: number): void {
    this.county = larger(this.county, new Uint16Array(slots));
    this.activity = larger(this.activity, new Int32Array(slots));
    this.topics = larger(this.topics, new Int32Array(slots));
    this.audiences = larger(this.audiences, new Int32Array(slots));
    this.asks = larger(this.asks, new Uint8Array(slots));
    this.traits = larger(this.traits, new Int32Array(slots));
    this.alone = larger(this.alone, new Float64Array(slots));
    this.minAge = larger(this.minAge, new Uint8Array(slots));
    this.day = larger(this.day, new Int32Array(slots));
    this.startsAt = larger(this.startsAt, new Float64Array(slots));
    this.endsAt = larger(this.endsAt, new Float64Array(slots));
    this.need = larger(this.need, new Float64Array(slots));
    this.rural = larger(this.rural, new Float64Array(slots));
    this.connections = larger(this.connections, new Float64Array(slots));
  }
}

/** A context in which nothing is known: parts that hang on the position alone ask it for the time only. */
const still = {
  adultAge: 0, ageOn: () => 0, minorBand: () => null, travel: () => null, terrain: () => ({ island: false, mountain: false }), parentTopic: () => null, implied: () => new Set<string>(), audienceFit: () => 0,
};
/** One in which everybody is a minor. */
const allMinors = { ...still, adultAge: 1, now: '' };

import type { ActivityKind, Occupation } from '@kepu/contracts';
import { activityKinds, occupations, poolWord } from './vocabulary.js';
import type { VolunteerFacts } from '../facts.js';
import { reliabilityValue } from '../parts.js';
import { Bits, runsOf } from './bits.js';
import { civilDate, dayNumber } from './days.js';
import { SidePool } from './side-pool.js';
import { packUuid, unpackUuid } from './uuid.js';
import type { Vocabulary } from './vocabulary.js';

/** Parts of a week, Monday morning first. */
export const WEEK_PARTS = 21;
const MOST = 65_535;
const MOST_MISSED = 255;
/** Rows between two steps. */
const STEP = 1 << 17;
const bitsFor = (count: number, rows: number): Bits[] => Array.from({ length: count }, () => new Bits(rows));

/** Somebody to be found, and how the pool of an asking unit sees them. */
export interface Standing {
  readonly facts: VolunteerFacts;
  /** Path of the unit that the person belongs to, null for none. */
  readonly unitPath: string | null;
  /** The civil date from which on nobody counts on a person who has not answered whether they still want to serve; null where nobody has asked. */
  readonly silentFrom: string | null;
}

const numbers = ['born', 'county', 'occupation', 'limit', 'services', 'missed', 'recent', 'month', 'asked', 'unit'] as const;
const signs = ['present', 'able', 'personal', 'guarded', 'toIslands', 'toMountains', 'first', 'rested', 'plain'] as const;

/**
 * Volunteers by column, one row each, in whatever order they come. What everybody has is a number or a bit; what some have (certificates, memberships, absences, places held, a pause, hours a month) stands in the side pool.
 *
 * Bytes of a row: 32 of numbers, 16 of id, and an eighth of each bit: 21 parts of the week, 57 topics, 9 kinds of activity, 32 proofs and 9 signs are 16. Minutes and services above 65,535 are kept as that, places missed above 255.
 */
export class VolunteerColumns {
  count = 0;
  ids: Uint32Array;
  /** Day of birth. */
  born: Int32Array;
  county: Uint16Array;
  occupation: Uint8Array;
  /** Minutes of travel. */
  limit: Uint16Array;
  services: Uint16Array;
  missed: Uint8Array;
  /** Minutes within 30 days, and within the month that is now. */
  recent: Uint16Array;
  month: Uint16Array;
  /** Milliseconds; 0 for never. */
  asked: Float64Array;
  /** One more than the number of the unit's path; 0 for none. */
  unit: Uint32Array;
  /** Where the rest stands in the pool; −1 for nowhere. */
  side: Int32Array;
  readonly present: Bits;
  /** Present and not frozen. */
  readonly able: Bits;
  readonly personal: Bits;
  readonly guarded: Bits;
  readonly toIslands: Bits;
  readonly toMountains: Bits;
  /** Nothing in any ledger yet. */
  readonly first: Bits;
  /** Nothing served within 30 days, and nothing missed: no part of the score is less than it could be for what the person did. */
  readonly rested: Bits;
  /** No child any more on the day that the columns count from, and no pause, silence, absence, place held or limit of hours: only what is asked of everybody can stand in the way. */
  readonly plain: Bits;
  readonly free: Bits[];
  readonly served: Bits[];
  readonly topics: Bits[] = [];
  /** By proof: a certificate that staff have seen, or a membership, whatever its days. */
  readonly seen: Bits[] = [];
  readonly pool = new SidePool();

  /** `youngFrom`: day number; who was born later is looked at by age. */
  constructor(readonly vocabulary: Vocabulary, readonly youngFrom: number, public capacity: number) {
    this.ids = new Uint32Array(4 * capacity);
    this.born = new Int32Array(capacity);
    this.county = new Uint16Array(capacity);
    this.occupation = new Uint8Array(capacity);
    this.limit = new Uint16Array(capacity);
    this.services = new Uint16Array(capacity);
    this.missed = new Uint8Array(capacity);
    this.recent = new Uint16Array(capacity);
    this.month = new Uint16Array(capacity);
    this.asked = new Float64Array(capacity);
    this.unit = new Uint32Array(capacity);
    this.side = new Int32Array(capacity).fill(-1);
    [this.present, this.able, this.personal, this.guarded, this.toIslands, this.toMountains, this.first, this.rested, this.plain] = bitsFor(9, capacity) as [Bits, Bits, Bits, Bits, Bits, Bits, Bits, Bits, Bits];
    this.free = bitsFor(WEEK_PARTS, capacity);
    this.served = bitsFor(activityKinds.length, capacity);
  }

  /** Every column of one bit. */
  get bits(): Bits[] {
    return [...signs.map((name) => this[name]), ...this.free, ...this.served, ...this.topics, ...this.seen];
  }

  /** The column of a topic, or of a proof, made where it is new. */
  bitsOf(columns: 'topics' | 'seen', code: number): Bits {
    while (this[columns].length <= code) this[columns].push(new Bits(this.capacity));
    return this[columns][code]!;
  }

  /** Adds a row, and answers its number. */
  add({ facts, unitPath, silentFrom }: Standing): number {
    const { vocabulary } = this;
    if (this.count === this.capacity) this.grow(Math.max(1024, this.capacity * 2));
    const row = this.count;
    packUuid(facts.id, this.ids, 4 * row);
    this.count++;
    this.born[row] = dayNumber(facts.bornOn);
    this.county[row] = vocabulary.counties.code(facts.countyCode);
    this.occupation[row] = occupations.indexOf(facts.occupation);
    this.limit[row] = facts.travelLimit;
    this.services[row] = Math.min(MOST, facts.services);
    this.missed[row] = Math.min(MOST_MISSED, facts.missed);
    this.recent[row] = Math.min(MOST, facts.recentMinutes);
    this.month[row] = Math.min(MOST, facts.monthMinutes);
    this.asked[row] = facts.lastAskedAt === null ? 0 : Date.parse(facts.lastAskedAt);
    this.unit[row] = unitPath === null ? 0 : vocabulary.units.code(unitPath) + 1;
    this.side[row] = this.pool.add(facts, silentFrom, vocabulary);
    this.present.set(row);
    if (!facts.frozen) this.able.set(row);
    if (facts.personal) this.personal.set(row);
    if (facts.guarded) this.guarded.set(row);
    if (facts.toIslands) this.toIslands.set(row);
    if (facts.toMountains) this.toMountains.set(row);
    if (facts.services === 0) this.first.set(row);
    if (facts.recentMinutes === 0 && facts.missed === 0) this.rested.set(row);
    if (this.born[row]! <= this.youngFrom && !this.pool.binds(this.side[row]!)) this.plain.set(row);
    for (let part = 0; part < WEEK_PARTS; part++) if (facts.availability[part] === '1') this.free[part]!.set(row);
    for (const kind of facts.kindsServed) this.served[activityKinds.indexOf(kind)]!.set(row);
    for (const topic of facts.topicIds) this.bitsOf('topics', vocabulary.topics.code(topic)).set(row);
    for (const { kindId, seen } of facts.credentials) if (seen) this.bitsOf('seen', vocabulary.proofs.code(kindId)).set(row);
    for (const { poolId } of facts.memberships) this.bitsOf('seen', vocabulary.proofs.code(poolWord(poolId))).set(row);
    return row;
  }

  /** Adds what a row of others says. */
  addFrom(others: VolunteerColumns, row: number): number {
    const [unit, silent] = [others.unit[row]!, others.side[row]! < 0 ? null : others.pool.silentFrom(others.side[row]!)];
    return this.add({ facts: others.factsAt(row, 0), unitPath: unit === 0 ? null : others.vocabulary.units.words[unit - 1]!, silentFrom: silent === null ? null : civilDate(silent) });
  }

  /** The row's facts as they are at an instant in milliseconds: places that have long been over are none any more. */
  factsAt(row: number, now: number): VolunteerFacts {
    const { vocabulary, services, recent, month } = this;
    return {
      id: unpackUuid(this.ids, 4 * row), bornOn: civilDate(this.born[row]!), guarded: this.guarded.has(row), occupation: occupations[this.occupation[row]!] as Occupation, countyCode: vocabulary.counties.words[this.county[row]!]!,
      topicIds: this.topics.flatMap((bits, code) => (bits.has(row) ? [vocabulary.topics.words[code]!] : [])), availability: this.free.map((bits) => (bits.has(row) ? '1' : '0')).join(''), travelLimit: this.limit[row]!,
      toIslands: this.toIslands.has(row), toMountains: this.toMountains.has(row), frozen: !this.able.has(row), personal: this.personal.has(row),
      kindsServed: this.served.flatMap((bits, code) => (bits.has(row) ? [activityKinds[code] as ActivityKind] : [])), services: services[row]!, missed: this.missed[row]!, recentMinutes: recent[row]!, monthMinutes: month[row]!,
      lastAskedAt: this.asked[row] === 0 ? null : new Date(this.asked[row]!).toISOString(), ...this.pool.read(this.side[row]!, now, vocabulary),
    };
  }

  /** The row's value of the part of that name. */
  reliability(row: number): number {
    return this.missed[row] === 0 ? 1 : reliabilityValue(this.services[row]!, this.missed[row]!);
  }

  /** When the person was asked, as ties look at it. */
  tie(row: number): number {
    return this.personal.has(row) ? this.asked[row]! : 0;
  }

  /** Below 0 where the id of a row comes before that of a row of others. */
  compareIds(row: number, other: VolunteerColumns, otherRow: number): number {
    for (let word = 0; word < 4; word++) {
      const difference = this.ids[4 * row + word]! - other.ids[4 * otherRow + word]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** Takes rows over from other columns: `rowIn` says to which row each goes; below 0 for those that are left out. In steps: a column, or so many rows. */
  *take(from: VolunteerColumns, rowIn: Int32Array): Generator<void> {
    for (const name of ['county', 'occupation', 'limit', 'services', 'missed', 'recent', 'month'] as const) {
      scatter.short(from[name], this[name], rowIn);
      yield;
    }
    for (const name of ['born', 'unit'] as const) {
      scatter.whole(from[name], this[name], rowIn);
      yield;
    }
    scatter.real(from.asked, this.asked, rowIn);
    yield;
    for (let row = 0; row < rowIn.length; row++) {
      if (row % STEP === STEP - 1) yield;
      const at = 4 * rowIn[row]!;
      if (at < 0) continue;
      this.ids[at] = from.ids[4 * row]!;
      this.ids[at + 1] = from.ids[4 * row + 1]!;
      this.ids[at + 2] = from.ids[4 * row + 2]!;
      this.ids[at + 3] = from.ids[4 * row + 3]!;
    }
    yield;
    for (let row = 0; row < rowIn.length; row++) {
      if (row % STEP === STEP - 1) yield;
      if (rowIn[row]! >= 0 && from.side[row]! >= 0) this.side[rowIn[row]!] = this.pool.copy(from.pool, from.side[row]!);
    }
    yield;
    for (const columns of ['topics', 'seen'] as const) if (from[columns].length > 0) this.bitsOf(columns, from[columns].length - 1);
    const runs = runsOf(rowIn);
    let done = 0;
    for (const [source, target] of this.pairs(from)) {
      source.scatter(target, rowIn, runs);
      if (++done % 4 === 0) yield;
    }
    // What was young when the others were made may have grown up since.
    if (this.youngFrom !== from.youngFrom) for (let row = 0; row < rowIn.length; row++) if (rowIn[row]! >= 0) this.markPlain(rowIn[row]!);
    yield;
  }

  /** Bytes by what they are for: what stands for the person, and what finds them by id. */
  memory(): { columns: number; ids: number } {
    const bytes = numbers.reduce((sum, name) => sum + this[name].byteLength, this.side.byteLength + this.pool.bytes);
    return { columns: this.bits.reduce((sum, { words }) => sum + words.byteLength, bytes), ids: this.ids.byteLength };
  }

  private *pairs(from: VolunteerColumns): Generator<readonly [Bits, Bits]> {
    for (const name of signs) yield [from[name], this[name]];
    for (const name of ['free', 'served', 'topics', 'seen'] as const) {
      // A column that came between two steps speaks of rows alone that are not taken.
      for (const [code, bits] of from[name].entries()) if (this[name][code]) yield [bits, this[name][code]];
    }
  }

  private markPlain(row: number): void {
    if (this.born[row]! <= this.youngFrom && !this.pool.binds(this.side[row]!)) this.plain.set(row);
    else this.plain.clear(row);
  }

  private grow(capacity: number): void {
    const larger = <T extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.ids = larger(this.ids, new Uint32Array(4 * capacity));
    this.born = larger(this.born, new Int32Array(capacity));
    this.county = larger(this.county, new Uint16Array(capacity));
    this.occupation = larger(this.occupation, new Uint8Array(capacity));
    this.limit = larger(this.limit, new Uint16Array(capacity));
    this.services = larger(this.services, new Uint16Array(capacity));
    this.missed = larger(this.missed, new Uint8Array(capacity));
    this.recent = larger(this.recent, new Uint16Array(capacity));
    this.month = larger(this.month, new Uint16Array(capacity));
    this.asked = larger(this.asked, new Float64Array(capacity));
    this.unit = larger(this.unit, new Uint32Array(capacity));
    this.side = larger(this.side, new Int32Array(capacity).fill(-1));
    for (const bits of this.bits) bits.grow(capacity);
    this.capacity = capacity;
  }
}

/** Puts each number where `rowIn` says. One loop for arrays of one kind: a loop that sees five kinds runs several times slower. */
const scatter = {
  short: (from: Uint8Array | Uint16Array, to: Uint8Array | Uint16Array, rowIn: Int32Array): void => {
    for (let row = 0; row < rowIn.length; row++) if (rowIn[row]! >= 0) to[rowIn[row]!] = from[row]!;
  },
  whole: (from: Int32Array | Uint32Array, to: Int32Array | Uint32Array, rowIn: Int32Array): void => {
    for (let row = 0; row < rowIn.length; row++) if (rowIn[row]! >= 0) to[rowIn[row]!] = from[row]!;
  },
  real: (from: Float64Array, to: Float64Array, rowIn: Int32Array): void => {
    for (let row = 0; row < rowIn.length; row++) if (rowIn[row]! >= 0) to[rowIn[row]!] = from[row]!;
  },
};

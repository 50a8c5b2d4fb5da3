import { HELD_AFTER_MS } from '../blocks.js';
import { popcount } from './bits.js';
import type { CredentialFact, Held, MembershipFact, VolunteerFacts } from '../facts.js';
import { civilDate, dayNumber } from './days.js';
import { poolOf, poolWord, type Vocabulary } from './vocabulary.js';

/** What the pool keeps of a person. */
export type SideFacts = Pick<VolunteerFacts, 'credentials' | 'memberships' | 'pausedUntil' | 'absences' | 'monthlyHours' | 'held'>;

/** For a last day that is none. */
const OPEN_END = 2 ** 31 - 1;
const [PROOF, ABSENCE, HELD] = [3, 2, 4];
/** In the first number: how many of each (8, 8 and 12 bits), and whether three more follow: the last day of a pause, the first of silence, hours a month. */
const [ABSENCES, PLACES, PAUSED, SILENT, HOURS] = [8, 16, 1 << 28, 1 << 29, 1 << 30];
const counted = { proofs: 0xff, absences: 0xff, held: 0xfff };
const HIGH = 2 ** 32;
/** Longest place held, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * What some people have and most have not, in one array of whole numbers. An entry is the number above, what it says to follow, then proofs (certificates and memberships: word × 2 + seen, first day, last day), absences (first and last day) and places held (start as two
 * numbers, county in the upper half of the second; milliseconds; title).
 */
export class SidePool {
  numbers = new Int32Array(64);
  private end = 0;

  /** Bytes in use. */
  get bytes(): number {
    return this.numbers.byteLength;
  }

  /** Where it stands; −1 for somebody who has nothing of it. */
  add({ credentials, memberships, pausedUntil, absences, monthlyHours, held }: SideFacts, silentFrom: string | null, { proofs, counties, titles }: Vocabulary): number {
    const shown = credentials.length + memberships.length;
    if (shown + absences.length + held.length === 0 && pausedUntil === null && silentFrom === null && monthlyHours === null) return -1;
    if (shown > counted.proofs || absences.length > counted.absences || held.length > counted.held) throw new RangeError(`${shown} certificates and memberships, ${absences.length} absences, ${held.length} places of one person`);
    const [paused, silent] = [pausedUntil, silentFrom].map((day) => (day === null ? -1 : dayNumber(day))) as [number, number];
    const signs = (pausedUntil === null ? 0 : PAUSED) | (silentFrom === null ? 0 : SILENT) | (monthlyHours === null ? 0 : HOURS);
    const at = this.reserve(1 + popcount(signs) + PROOF * shown + ABSENCE * absences.length + HELD * held.length);
    let next = at;
    const put = (value: number): void => { this.numbers[next++] = value; };
    put(shown | (absences.length << ABSENCES) | (held.length << PLACES) | signs);
    if (pausedUntil !== null) put(paused);
    if (silentFrom !== null) put(silent);
    if (monthlyHours !== null) put(monthlyHours);
    const prove = (word: string, seen: boolean, fromDay: string, toDay: string | null): void => {
      put(proofs.code(word) * 2 + Number(seen));
      put(dayNumber(fromDay));
      put(toDay === null ? OPEN_END : dayNumber(toDay));
    };
    for (const { kindId, seen, fromDay, toDay } of credentials) prove(kindId, seen, fromDay, toDay);
    for (const { poolId, fromDay, toDay } of memberships) prove(poolWord(poolId), true, fromDay, toDay);
    for (const { from, to } of absences) {
      put(dayNumber(from));
      put(dayNumber(to));
    }
    for (const { startsAt, endsAt, countyCode, activityTitle } of held) {
      const [start, length] = [Date.parse(startsAt), Date.parse(endsAt) - Date.parse(startsAt)];
      if (!(length >= 0 && length <= LONGEST)) throw new RangeError(`A place from ${startsAt} to ${endsAt}`);
      put(start % HIGH | 0);
      put(Math.floor(start / HIGH) | (counties.code(countyCode) << 16));
      put(length);
      put(titles.code(activityTitle));
    }
    return at;
  }

  /** Copies an entry of another pool with the same vocabulary. */
  copy(from: SidePool, at: number): number {
    const length = from.lengthOf(at);
    const to = this.reserve(length);
    const source = from.numbers;
    for (let index = 0; index < length; index++) this.numbers[to + index] = source[at + index]!;
    return to;
  }

  /** Gives back what is left over of the array. */
  trim(): void {
    this.numbers = this.numbers.slice(0, this.end);
  }

  /** Whether anything beside what is to be proved can stand in the way. */
  binds(at: number): boolean {
    return at >= 0 && this.numbers[at]! > counted.proofs;
  }

  /** As it is at an instant in milliseconds. */
  read(at: number, now: number, { proofs, counties, titles }: Vocabulary): SideFacts {
    if (at < 0) return { credentials: [], memberships: [], pausedUntil: null, absences: [], monthlyHours: null, held: [] };
    const { numbers } = this;
    const [credentials, memberships, absences, held]: [CredentialFact[], MembershipFact[], { from: string; to: string }[], Held[]] = [[], [], [], []];
    let next = this.proofsAt(at);
    for (let left = this.proofs(at); left > 0; left--, next += PROOF) {
      const last = numbers[next + 2]!;
      const [word, days] = [proofs.words[numbers[next]! >> 1]!, { fromDay: civilDate(numbers[next + 1]!), toDay: last === OPEN_END ? null : civilDate(last) }];
      const poolId = poolOf(word);
      if (poolId === null) credentials.push({ kindId: word, seen: (numbers[next]! & 1) === 1, ...days });
      else memberships.push({ poolId, ...days });
    }
    for (let left = this.absences(at); left > 0; left--, next += ABSENCE) absences.push({ from: civilDate(numbers[next]!), to: civilDate(numbers[next + 1]!) });
    for (let left = this.places(at); left > 0; left--, next += HELD) {
      const start = this.heldStart(next);
      const end = start + numbers[next + 2]!;
      if (end <= now - HELD_AFTER_MS) continue;
      held.push({ activityTitle: titles.words[numbers[next + 3]!]!, startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString(), countyCode: counties.words[numbers[next + 1]! >>> 16]! });
    }
    const [paused, hours] = [this.pausedUntil(at), this.monthlyHours(at)];
    return { credentials, memberships, pausedUntil: paused === null ? null : civilDate(paused), absences, monthlyHours: hours, held };
  }

  /** How many an entry has, and where the first stands; the next is `sideStep` further. */
  proofs(at: number): number { return this.numbers[at]! & counted.proofs; }
  absences(at: number): number { return (this.numbers[at]! >>> ABSENCES) & counted.absences; }
  places(at: number): number { return (this.numbers[at]! >>> PLACES) & counted.held; }
  proofsAt(at: number): number { return at + 1 + popcount(this.numbers[at]! & (PAUSED | SILENT | HOURS)); }
  absencesAt(at: number): number { return this.proofsAt(at) + PROOF * this.proofs(at); }
  placesAt(at: number): number { return this.absencesAt(at) + ABSENCE * this.absences(at); }

  /** Day numbers, and hours a month; null for none. */
  pausedUntil(at: number): number | null { return this.follows(at, PAUSED); }
  silentFrom(at: number): number | null { return this.follows(at, SILENT); }
  monthlyHours(at: number): number | null { return this.follows(at, HOURS); }

  /** Milliseconds. */
  heldStart(place: number): number {
    return (this.numbers[place + 1]! & 0xffff) * HIGH + (this.numbers[place]! >>> 0);
  }

  private follows(at: number, sign: number): number | null {
    const first = this.numbers[at]!;
    return (first & sign) === 0 ? null : this.numbers[at + 1 + popcount(first & (sign - PAUSED))]!;
  }

  private lengthOf(at: number): number {
    return this.placesAt(at) - at + HELD * this.places(at);
  }

  private reserve(length: number): number {
    const at = this.end;
    this.end += length;
    if (this.end > this.numbers.length) {
      const larger = new Int32Array(Math.max(this.end, this.numbers.length * 2));
      larger.set(this.numbers);
      this.numbers = larger;
    }
    return at;
  }
}

/** How far the next proof, absence or place held is in the pool. */
export const sideStep = { proof: PROOF, absence: ABSENCE, held: HELD } as const;

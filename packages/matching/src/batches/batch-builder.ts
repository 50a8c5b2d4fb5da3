import type { AssignmentInput, Gaps, PositionColumns } from '../assignment/input.js';
import { EdgeList, type Candidate } from '../assignment/edge-list.js';
import { together } from '../assignment/instance.js';
import { lock } from '../assignment/input.js';
import { reservedSeats, seatValuesFor, worthOf } from '../assignment/objective.js';
import { dayStart, isEligible, minutesLeftIn, minutesOf } from '../blocks.js';
import type { MatchingContext, PositionFacts, VolunteerFacts, WeightTable } from '../facts.js';
import { fitOf, fullFit } from '../score.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What a batch is about. Days are civil dates in Asia/Shanghai, both ends counted. */
export interface BatchRules {
  readonly from: string;
  readonly to: string;
  /** Most services of one person in these days, with those that they hold already; never two on one day. */
  readonly services: number;
  /** Least minutes between two services of different days, and so of any two: the way lies within them. */
  readonly rest: number;
}

/** A position, and how many of its places are to be filled. */
export interface BatchPosition {
  readonly facts: PositionFacts;
  readonly seats: number;
}

/** What the office has settled about a person: positions by their numbers. */
export interface BatchLocks {
  readonly fixed: readonly number[];
  readonly forbidden: readonly number[];
  /** What they have signed up for or been asked for already: decided elsewhere. */
  readonly known: readonly number[];
}

/** Why a batch places somebody nowhere on a day, beside the hard rules: a minor, who serves that day already, or often enough in these days. */
export type BatchBar = 'minor' | 'day_taken' | 'enough';

/** The days of a batch on which somebody holds a place, by their numbers. */
function heldDays({ held }: VolunteerFacts, { from, to }: BatchRules): number[] {
  const [first, last] = [dayStart(from), dayStart(to)];
  return held.map(({ startsAt }) => Math.floor((Date.parse(startsAt) - first) / DAY_MS)).filter((day) => day >= 0 && day <= Math.round((last - first) / DAY_MS));
}
const isMinor = ({ bornOn }: VolunteerFacts, { from }: BatchRules, { ageOn, adultAge }: MatchingContext): boolean => ageOn(bornOn, from) < adultAge;

/** What keeps somebody out of a day of a batch; null where nothing does. */
export function batchBar(person: VolunteerFacts, day: string, rules: BatchRules, context: MatchingContext): BatchBar | null {
  if (isMinor(person, rules, context)) return 'minor';
  const held = heldDays(person, rules);
  if (held.includes(Math.round((dayStart(day) - dayStart(rules.from)) / DAY_MS))) return 'day_taken';
  return held.length >= rules.services ? 'enough' : null;
}

/** A place that was settled and cannot be any more. */
export interface LostPlace {
  readonly volunteerId: string;
  readonly position: number;
}

/** What a batch is solved of; `volunteerIds` by their numbers. */
export interface BatchInput {
  readonly input: AssignmentInput;
  readonly volunteerIds: readonly string[];
  readonly lost: readonly LostPlace[];
}

const noLocks: BatchLocks = { fixed: [], forbidden: [], known: [] };
/** The 21 parts of the week as bits. */
const bitsOf = (parts: Iterable<number>): number => {
  let bits = 0;
  for (const part of parts) bits |= 1 << part;
  return bits;
};
function freeBits(availability: string): number {
  let bits = 0;
  for (let part = 0; part < availability.length; part++) if (availability[part] === '1') bits |= 1 << part;
  return bits;
}

/**
 * Puts the input of a batch together, person by person. Who may have a position is asked of the hard rules alone; beside them nobody is placed at times that they did not name when they named any, nobody twice on a day, and
 * no minor, for their guardian decides first.
 */
export class BatchBuilder {
  private readonly columns: PositionColumns;
  private readonly gaps: Gaps;
  private readonly parts: Int32Array;
  private readonly edges: EdgeList;
  private readonly days: number;
  private readonly firstDay: number;
  private readonly full: number;
  private readonly left: Int32Array;
  private readonly volunteerIds: string[] = [];
  private readonly weekRoom: number[] = [];
  private readonly dayRoom: number[] = [];
  private readonly lost: LostPlace[] = [];
  private readonly ways = new Map<string, readonly (number | null)[]>();

  constructor(private readonly positions: readonly BatchPosition[], private readonly rules: BatchRules, private readonly weights: WeightTable, private readonly context: MatchingContext) {
    this.firstDay = dayStart(rules.from);
    this.days = Math.round((dayStart(rules.to) - this.firstDay) / DAY_MS) + 1;
    const counties = [...new Set(positions.map(({ facts }) => facts.countyCode))].sort();
    const places = new Map(counties.map((code, index) => [code, index]));
    const minutes = (instant: string): number => Math.round((Date.parse(instant) - this.firstDay) / MINUTE_MS);
    const column = (valueOf: (position: BatchPosition) => number): number[] => positions.map(valueOf);
    this.columns = {
      count: positions.length, startsAt: Int32Array.from(column(({ facts }) => minutes(facts.startsAt))), endsAt: Int32Array.from(column(({ facts }) => minutes(facts.endsAt))), day: Uint8Array.from(column(({ facts }) => this.dayOf(facts.startsAt))),
      place: Uint16Array.from(column(({ facts }) => places.get(facts.countyCode) ?? 0)), load: new Uint8Array(positions.length).fill(1), seats: Int32Array.from(column(({ seats }) => seats)),
      minimum: Int32Array.from(column(({ facts, seats }) => Math.min(seats, Math.max(0, facts.minimum - facts.connections)))),
      reserved: Int32Array.from(column(({ facts, seats }) => Math.min(seats, Math.max(0, reservedSeats(facts.maximum, facts.minimum, facts.urbanCore) - facts.connections)))),
    };
    this.gaps = { places: counties.length, between: Int32Array.from(counties.flatMap((from) => counties.map((to) => Math.max(context.travel(from, to) ?? 0, rules.rest)))) };
    this.parts = Int32Array.from(column(({ facts }) => bitsOf(facts.weekParts)));
    this.edges = new EdgeList(this.columns.seats);
    this.left = this.columns.seats.slice();
    this.full = fullFit(weights);
  }

  /** The next person. */
  add(person: VolunteerFacts, locks: BatchLocks = noLocks): void {
    this.volunteerIds.push(person.id);
    const days = new Uint8Array(this.days).fill(1);
    const held = heldDays(person, this.rules);
    for (const day of held) days[day] = 0;
    const row = this.rowOf(person, days, locks);
    const room = this.roomOf(person, this.rules.services - held.length, row);
    this.settle(person, row, room, locks);
    this.edges.add(room > 0 ? row : []);
    this.weekRoom.push(room);
    for (const day of days) this.dayRoom.push(day);
  }

  /** All people taken so far. */
  finish(): BatchInput {
    return {
      input: {
        positions: this.columns, gaps: this.gaps, edges: this.edges.columns(), seatValues: seatValuesFor(this.rules.services),
        volunteers: { count: this.volunteerIds.length, days: this.days, weekRoom: Uint8Array.from(this.weekRoom), dayRoom: Uint8Array.from(this.dayRoom) },
      },
      volunteerIds: this.volunteerIds, lost: this.lost,
    };
  }

  private dayOf(instant: string): number {
    return Math.floor((Date.parse(instant) - this.firstDay) / DAY_MS);
  }

  private rowOf(person: VolunteerFacts, days: Uint8Array, { fixed, forbidden, known }: BatchLocks): Candidate[] {
    const { context, columns, rules } = this;
    if (isMinor(person, rules, context)) return [];
    const free = freeBits(person.availability);
    const ways = this.waysFrom(person.countyCode);
    const row: Candidate[] = [];
    for (let position = 0; position < columns.count; position++) {
      const minutes = ways[position] ?? null;
      if (known.includes(position)) continue;
      const settled = fixed.includes(position);
      // What costs nothing to ask comes first: most pairs end here.
      if (days[columns.day[position]!] === 0 || (minutes !== null && minutes > person.travelLimit)) continue;
      if (!settled && free !== 0 && (free & this.parts[position]!) !== this.parts[position]!) continue;
      const { facts } = this.positions[position]!;
      if (!isEligible(person, facts, context)) continue;
      const nearness = person.personal && minutes !== null ? 1 - minutes / person.travelLimit : 0;
      const worth = worthOf(this.full === 0 ? 0 : fitOf(person, facts, this.weights, context) / this.full, nearness);
      row.push({ position, worth, lock: settled ? lock.fixed : forbidden.includes(position) ? lock.forbidden : lock.none });
    }
    return row;
  }

  /** How many services somebody has room for. Whoever gives so many hours a month has room for the longest of what they could have, as often as it goes into what is left. */
  private roomOf(person: VolunteerFacts, room: number, row: readonly Candidate[]): number {
    if (person.monthlyHours === null || row.length === 0) return Math.max(0, room);
    let [longest, least] = [0, Number.POSITIVE_INFINITY];
    for (const { position } of row) {
      const { facts } = this.positions[position]!;
      longest = Math.max(longest, minutesOf(facts));
      least = Math.min(least, minutesLeftIn(facts.day.slice(0, 7), person, this.context.now) ?? least);
    }
    return Math.max(0, Math.min(room, Math.floor(least / longest)));
  }

  /** Of what is settled only what can be stays so: in the order given, while there is a seat, a free day and room. */
  private settle(person: VolunteerFacts, row: Candidate[], room: number, { fixed }: BatchLocks): void {
    const kept: number[] = [];
    for (const position of fixed) {
      const at = row.findIndex((edge) => edge.position === position);
      const day = this.columns.day[position];
      const may = at >= 0 && kept.length < room && this.left[position]! > 0
        && kept.every((other) => this.columns.day[other] !== day && together({ positions: this.columns, gaps: this.gaps }, other, position));
      if (may) {
        kept.push(position);
        this.left[position]!--;
        continue;
      }
      this.lost.push({ volunteerId: person.id, position });
      if (at >= 0) row[at] = { ...row[at]!, lock: lock.none };
    }
  }

  private waysFrom(county: string): readonly (number | null)[] {
    const known = this.ways.get(county);
    if (known) return known;
    const made = this.positions.map(({ facts }) => this.context.travel(county, facts.countyCode));
    this.ways.set(county, made);
    return made;
  }
}

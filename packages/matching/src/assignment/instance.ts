import { lock, type AssignmentInput, type Earlier } from './input.js';

/** An edge that is settled before anything is chosen. */
export interface FixedEdge { readonly volunteer: number; readonly position: number; readonly worth: number }

/** What is left to choose once the locks are taken out: edges by volunteer, room and seats without what is settled. */
export interface Instance {
  readonly input: AssignmentInput;
  readonly first: Int32Array;
  readonly position: Int32Array;
  readonly worth: Float32Array;
  readonly seats: Int32Array;
  readonly weekRoom: Uint8Array;
  readonly dayRoom: Uint8Array;
  /** How many seats of each position are settled. */
  readonly settled: Int32Array;
  readonly fixed: readonly FixedEdge[];
  /** Most edges of one volunteer. */
  readonly widest: number;
  /** Largest worth, without stability. */
  readonly dearest: number;
}

/** Whether one person can serve in both, with the way between them. */
export function together({ positions: { startsAt, endsAt, place }, gaps }: Pick<AssignmentInput, 'positions' | 'gaps'>, a: number, b: number): boolean {
  if (startsAt[a]! > startsAt[b]!) return endsAt[b]! + (gaps === null ? 0 : gaps.between[place[b]! * gaps.places + place[a]!]!) <= startsAt[a]!;
  return endsAt[a]! + (gaps === null ? 0 : gaps.between[place[a]! * gaps.places + place[b]!]!) <= startsAt[b]!;
}

/** The fixed edges, in the order in which they stand. */
function fixedOf({ edges: { first, position, worth, locks }, volunteers: { count } }: AssignmentInput): FixedEdge[] {
  const fixed: FixedEdge[] = [];
  if (locks === null || !locks.includes(lock.fixed)) return fixed;
  for (let volunteer = 0; volunteer < count; volunteer++) {
    for (let edge = first[volunteer]!; edge < first[volunteer + 1]!; edge++) {
      if (locks[edge] === lock.fixed) fixed.push({ volunteer, position: position[edge]!, worth: worth[edge]! });
    }
  }
  return fixed;
}

/** What is settled by locks, and the room and seats that it leaves. */
interface Settled {
  readonly fixed: readonly FixedEdge[];
  readonly held: ReadonlyMap<number, readonly number[]>;
  readonly settled: Int32Array;
  readonly seats: Int32Array;
  readonly weekRoom: Uint8Array;
  readonly dayRoom: Uint8Array;
}

function settle(input: AssignmentInput): Settled {
  const { positions, volunteers: { weekRoom: week, dayRoom: daily, days } } = input;
  const fixed = fixedOf(input);
  const [weekRoom, dayRoom, seats, settled] = [week.slice(), daily.slice(), positions.seats.slice(), new Int32Array(positions.count)];
  const held = new Map<number, number[]>();
  for (const { volunteer, position } of fixed) {
    const load = positions.load[position]!;
    const day = volunteer * days + positions.day[position]!;
    const others = held.get(volunteer) ?? [];
    if (seats[position]! < 1 || weekRoom[volunteer]! < load || dayRoom[day]! < load || others.some((other) => !together(input, other, position))) {
      throw new RangeError(`What is fixed cannot be: volunteer ${volunteer}, position ${position}`);
    }
    seats[position]!--;
    settled[position]!++;
    weekRoom[volunteer]! -= load;
    dayRoom[day]! -= load;
    held.set(volunteer, [...others, position]);
  }
  return { fixed, held, settled, seats, weekRoom, dayRoom };
}

/** Adds what it is worth that people stay where they are. */
function addStability({ places, stability }: Earlier, first: Int32Array, position: Int32Array, worth: Float32Array): void {
  for (let volunteer = 0; volunteer + 1 < first.length; volunteer++) {
    for (let index = places.first[volunteer]!, last = places.first[volunteer + 1]!; index < last; index++) {
      const at = places.position[index]!;
      for (let edge = first[volunteer]!, end = first[volunteer + 1]!; edge < end; edge++) if (position[edge] === at) worth[edge]! += stability;
    }
  }
}

/**
 * Makes an instance of what is given, which stays as it is.
 *
 * @throws RangeError where two fixed edges cannot both be: they overlap, or there is no seat or room for them
 */
export function makeInstance(input: AssignmentInput, earlier: Earlier | null = null): Instance {
  const { positions: { load, day }, volunteers: { count: people, days }, edges } = input;
  const { held, ...rest } = settle(input);
  const { seats, weekRoom, dayRoom } = rest;
  const first = new Int32Array(people + 1);
  const position = new Int32Array(edges.position.length);
  const worth = new Float32Array(edges.position.length);
  const { locks } = edges;
  let count = 0;
  let widest = 0;
  let dearest = 0;
  for (let volunteer = 0; volunteer < people; volunteer++) {
    const others = held.get(volunteer);
    const room = weekRoom[volunteer]!;
    const today = volunteer * days;
    for (let edge = edges.first[volunteer]!, end = edges.first[volunteer + 1]!; edge < end; edge++) {
      const at = edges.position[edge]!;
      const weight = load[at]!;
      const value = edges.worth[edge]!;
      if (seats[at]! < 1 || weight > room || weight > dayRoom[today + day[at]!]! || !(value > 0) || (locks !== null && locks[edge] !== lock.none)) continue;
      if (others !== undefined && others.some((other) => !together(input, other, at))) continue;
      position[count] = at;
      worth[count] = value;
      if (value > dearest) dearest = value;
      count++;
    }
    if (count - first[volunteer]! > widest) widest = count - first[volunteer]!;
    first[volunteer + 1] = count;
  }
  if (earlier !== null) addStability(earlier, first, position, worth);
  return { input, first, position: position.subarray(0, count), worth: worth.subarray(0, count), ...rest, widest, dearest };
}

import { reservedSeats, seatValuesFor, type AssignmentInput } from '@kepu/matching';

/** A week of a made-up city; the same seed makes the same week. */
export interface CityWeek {
  readonly volunteers: number;
  readonly positions: number;
  readonly seed: number;
  /** Worths are rounded to so many levels; 0 for as they are. */
  readonly levels?: number;
  /** With all that a real week asks besides: minimum staffing, seats held dear for the villages, ways between districts, two services a day at most. */
  readonly whole?: boolean;
}

const DISTRICTS = 25;
const URBAN = 10;
const SKILLS = 48;
const NEAREST = 6;
const SLOTS = 21;
const A_DAY = 3;
/** Kilometres from which on the part of the day between two services goes by on the way. */
const FAR = 15;
const TOP_WORTH = 1000;

/** mulberry32. */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Ten districts of a town with most people and activities, and fifteen of villages around it. */
export const isUrban = (district: number): boolean => district < URBAN;

/**
 * 25 districts (10 urban with 78 % of the volunteers and 60 % of the activities), 4 positions an activity of 1, 2 or 3 of the week's 21 parts (60, 25, 15 %), seats exponential and
 * 1.1 for each volunteer; volunteers with 1 to 4 of 48 skills, parts of the week that suit them, 1, 2 or 3 services a week (50, 35, 15 %), and 20 to 40 positions that they may have
 * in the 6 districts nearest to them. Worth is skill, way, reliability and preference, in whole numbers up to 1,000.
 */
export function cityWeek({ volunteers: n, positions: m, seed, levels = 0, whole = false }: CityWeek): AssignmentInput {
  const next = chance(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const place = Array.from({ length: DISTRICTS }, (_, district) => {
    const [radius, angle] = [isUrban(district) ? 4 + 8 * next() : 20 + 40 * next(), next() * 2 * Math.PI];
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
  const distance = place.map(([x, y]) => place.map(([u, v]) => Math.hypot(x - u, y - v)));
  const nearest = distance.map((row) => row.map((_, district) => district).sort((a, b) => row[a]! - row[b]!).slice(0, NEAREST));
  const anywhere = (urban: number): number => (next() < urban ? below(URBAN) : URBAN + below(DISTRICTS - URBAN));

  const columns = {
    count: m, startsAt: new Int32Array(m), endsAt: new Int32Array(m), day: new Uint8Array(m), place: new Uint16Array(m), load: new Uint8Array(m).fill(1), seats: new Int32Array(m), minimum: new Int32Array(m), reserved: new Int32Array(m),
  };
  const [skill, bits, raw] = [new Uint8Array(m), new Int32Array(m), new Float64Array(m)];
  const inDistrict: number[][] = place.map(() => []);
  let district = 0;
  for (let at = 0; at < m; at++) {
    if (at % 4 === 0) district = anywhere(0.6);
    const kind = next();
    const parts = kind < 0.6 ? 1 : kind < 0.85 ? 2 : 3;
    const day = below(SLOTS / A_DAY);
    const start = day * A_DAY + below(A_DAY - parts + 1);
    columns.startsAt[at] = start;
    columns.endsAt[at] = start + parts;
    columns.day[at] = day;
    columns.place[at] = district;
    skill[at] = below(SKILLS);
    bits[at] = ((1 << parts) - 1) << start;
    raw[at] = -Math.log(1 - next());
    inDistrict[district]!.push(at);
  }
  const all = raw.reduce((sum, value) => sum + value, 0);
  for (let at = 0; at < m; at++) columns.seats[at] = Math.max(1, Math.round((raw[at]! / all) * 1.1 * n));

  if (whole) {
    for (let at = 0; at < m; at++) {
      columns.minimum[at] = Math.ceil(columns.seats[at]! / 3);
      columns.reserved[at] = reservedSeats(columns.seats[at]!, columns.minimum[at]!, isUrban(columns.place[at]!));
    }
  }
  const days = SLOTS / A_DAY;
  const people = { count: n, days, weekRoom: new Uint8Array(n), dayRoom: new Uint8Array(n * days).fill(whole ? 2 : A_DAY) };
  const first = new Int32Array(n + 1);
  const [position, worth] = [new Int32Array(n * 40), new Float32Array(n * 40)];
  const seen = new Int32Array(m).fill(-1);
  const near = nearest.map((row) => row.flatMap((other) => inDistrict[other]!));
  let edges = 0;
  for (let person = 0; person < n; person++) {
    const home = anywhere(0.78);
    const skills = new Set(Array.from({ length: 1 + below(4) }, () => below(SKILLS)));
    let free = 0;
    for (let slot = 0; slot < SLOTS; slot++) if (next() < 0.5) free |= 1 << slot;
    const kind = next();
    people.weekRoom[person] = kind < 0.5 ? 1 : kind < 0.85 ? 2 : 3;
    const reliability = next();
    const wanted = 20 + below(21);
    const choice = near[home]!;
    let found = 0;
    for (let attempt = 0; attempt < wanted * 12 && found < wanted && choice.length > 0; attempt++) {
      const at = choice[below(choice.length)]!;
      if (seen[at] === person || (bits[at]! & ~free) !== 0) continue;
      seen[at] = person;
      const exact = 1 + (skills.has(skill[at]!) ? 350 : 0) + 250 * Math.exp(-distance[home]![columns.place[at]!]! / 25) + 100 * reliability + 299 * next();
      worth[edges] = levels === 0 ? Math.round(exact) : Math.max(1, Math.round((exact / TOP_WORTH) * levels)) * (TOP_WORTH / levels);
      position[edges] = at;
      found++;
      edges++;
    }
    first[person + 1] = edges;
  }
  return {
    positions: columns, volunteers: people, gaps: whole ? { places: DISTRICTS, between: Int32Array.from(distance.flat(), (km) => (km > FAR ? 1 : 0)) } : null,
    seatValues: whole ? seatValuesFor(3) : { staffing: 0, parity: 0 },
    edges: { first, position: position.subarray(0, edges), worth: worth.subarray(0, edges), locks: null },
  };
}

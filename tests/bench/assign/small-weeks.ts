import { lock, type AssignmentInput } from '@kepu/matching';
import fc from 'fast-check';
import { faultsOfWeek } from './check-assignment.js';

const DAYS = 2;
const A_DAY = 4;
const PLACES = 2;

interface Where { readonly day: number; readonly start: number; readonly length: number; readonly place: number; readonly load: number; readonly seats: number; readonly minimum: number; readonly reserved: number }
interface Who { readonly week: number; readonly days: readonly number[]; readonly edges: readonly { readonly may: boolean; readonly worth: number; readonly lock: number }[] }

const where = fc.record({
  day: fc.nat(DAYS - 1), start: fc.nat(A_DAY - 1), length: fc.integer({ min: 1, max: 3 }), place: fc.nat(PLACES - 1), load: fc.integer({ min: 1, max: 2 }),
  seats: fc.nat(2), minimum: fc.nat(2), reserved: fc.nat(2),
});
const who = (positions: number): fc.Arbitrary<Who> => fc.record({
  week: fc.integer({ min: 1, max: 7 }), days: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: DAYS, maxLength: DAYS }),
  edges: fc.array(fc.record({ may: fc.integer({ min: 0, max: 3 }).map((sign) => sign > 0), worth: fc.integer({ min: 1, max: 20 }), lock: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2) }), { minLength: positions, maxLength: positions }),
});

/** Fixed edges that cannot all be are let go of, in the order in which they stand. */
function possible(input: AssignmentInput): AssignmentInput {
  const { first, position, locks } = input.edges;
  const left = input.positions.seats.slice();
  for (let volunteer = 0; volunteer < input.volunteers.count; volunteer++) {
    const fixed: number[] = [];
    for (let edge = first[volunteer]!; edge < first[volunteer + 1]!; edge++) {
      if (locks?.[edge] !== lock.fixed) continue;
      const at = position[edge]!;
      if (left[at]! > 0 && faultsOfWeek(input, volunteer, [...fixed, at]).length === 0) {
        fixed.push(at);
        left[at]!--;
      } else locks[edge] = lock.none;
    }
  }
  return input;
}

/** Two days of four hours: everything that an input can say is said somewhere, and the best draft can be found by trying. */
export const smallWeek: fc.Arbitrary<AssignmentInput> = fc.array(where, { minLength: 1, maxLength: 5 }).chain((places: readonly Where[]) => fc.record({
  people: fc.array(who(places.length), { minLength: 1, maxLength: 5 }), ways: fc.array(fc.nat(2), { minLength: PLACES * PLACES, maxLength: PLACES * PLACES }), apart: fc.boolean(), dear: fc.boolean(),
}).map(({ people, ways, apart, dear }) => {
  const column = (of: (one: Where) => number): number[] => places.map(of);
  const edges = people.map(({ edges: all }) => all.map((edge, position) => ({ ...edge, position })).filter(({ may }) => may));
  const first = Int32Array.from([0, ...edges.map((_, index) => edges.slice(0, index + 1).flat().length)]);
  return possible({
    positions: {
      count: places.length, startsAt: Int32Array.from(column(({ day, start }) => day * 24 + start)), endsAt: Int32Array.from(column(({ day, start, length }) => day * 24 + start + length)), day: Uint8Array.from(column(({ day }) => day)),
      place: Uint16Array.from(column(({ place }) => place)), load: Uint8Array.from(column(({ load }) => load)), seats: Int32Array.from(column(({ seats }) => seats)), minimum: Int32Array.from(column(({ minimum }) => minimum)),
      reserved: Int32Array.from(column(({ reserved }) => reserved)),
    },
    volunteers: { count: people.length, days: DAYS, weekRoom: Uint8Array.from(people.map(({ week }) => week)), dayRoom: Uint8Array.from(people.flatMap(({ days }) => days)) },
    edges: { first, position: Int32Array.from(edges.flat(), ({ position }) => position), worth: Float32Array.from(edges.flat(), ({ worth }) => worth), locks: Uint8Array.from(edges.flat(), (edge) => edge.lock) },
    gaps: apart ? { places: PLACES, between: Int32Array.from(ways) } : null, seatValues: dear ? { staffing: 400, parity: 40 } : { staffing: 0, parity: 0 },
  });
}));

/** The best of all drafts by trying them: first by value, and the most seats that can be covered of those that are needed. */
export function best(input: AssignmentInput): { value: number; covered: number } {
  const { positions: { seats, minimum, reserved }, edges: { first, position, worth, locks }, seatValues: { staffing, parity } } = input;
  let states = new Map<string, { filled: number[]; value: number }>([['', { filled: Array.from(seats, () => 0), value: 0 }]]);
  for (let volunteer = 0; volunteer < input.volunteers.count; volunteer++) {
    const mine = Array.from({ length: first[volunteer + 1]! - first[volunteer]! }, (_, index) => first[volunteer]! + index).filter((edge) => locks?.[edge] !== lock.forbidden);
    const weeks = Array.from({ length: 1 << mine.length }, (_, bits) => mine.filter((_, index) => (bits >> index) & 1))
      .filter((week) => mine.every((edge) => locks?.[edge] !== lock.fixed || week.includes(edge)) && faultsOfWeek(input, volunteer, week.map((edge) => position[edge]!)).length === 0);
    const next = new Map<string, { filled: number[]; value: number }>();
    for (const { filled, value } of states.values()) {
      for (const week of weeks) {
        const after = [...filled];
        for (const edge of week) after[position[edge]!]!++;
        if (after.some((count, at) => count > seats[at]!)) continue;
        const [key, sum] = [after.join(' '), week.reduce((all, edge) => all + worth[edge]!, value)];
        if (sum > (next.get(key)?.value ?? -1)) next.set(key, { filled: after, value: sum });
      }
    }
    states = next;
  }
  let [value, covered] = [0, 0];
  for (const state of states.values()) {
    const needed = state.filled.reduce((sum, count, at) => sum + Math.min(count, minimum[at]!), 0);
    value = Math.max(value, state.filled.reduce((sum, count, at) => sum + staffing * Math.min(count, minimum[at]!) + parity * Math.min(count, reserved[at]!), state.value));
    covered = Math.max(covered, needed);
  }
  return { value, covered };
}

import fc from 'fast-check';
import { week, type Post } from '../../tests/weeks.js';
import { makeInstance, together } from './instance.js';
import type { AssignmentInput } from './input.js';
import { WeekPlanner } from './week-planner.js';

const posts: fc.Arbitrary<Post[]> = fc.array(fc.record({ day: fc.nat(2), from: fc.nat(9), length: fc.integer({ min: 1, max: 3 }), place: fc.nat(1), load: fc.integer({ min: 1, max: 2 }) }).map(({ length, ...rest }) => ({ ...rest, to: rest.from + length })), { minLength: 1, maxLength: 9 });

/** The best week by trying all. */
function byTrying(input: AssignmentInput, worth: (at: number) => number, without: number): number {
  const { positions: { count, load, day }, volunteers: { weekRoom, dayRoom } } = input;
  let best = 0;
  for (let bits = 0; bits < 1 << count; bits++) {
    const chosen = Array.from({ length: count }, (_, at) => at).filter((at) => (bits >> at) & 1);
    const sum = (of: (at: number) => boolean): number => chosen.filter(of).reduce((all, at) => all + load[at]!, 0);
    if (chosen.includes(without) || sum(() => true) > weekRoom[0]! || dayRoom.some((room, today) => sum((at) => day[at] === today) > room)) continue;
    if (chosen.some((a) => chosen.some((b) => a < b && !together(input, a, b)))) continue;
    best = Math.max(best, chosen.reduce((all, at) => all + worth(at), 0));
  }
  return best;
}

test.each([['few services a week', 3], ['many', 12]])('the best week, %s, is what trying finds, with and without a position', (_, room) => {
  fc.assert(fc.property(posts, fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 9, maxLength: 9 }), fc.array(fc.nat(20), { minLength: 9, maxLength: 9 }), fc.integer({ min: 1, max: room }), fc.integer({ min: 1, max: 6 }), fc.nat(8), (all, worths, prices, most, day, which) => {
    const input = week(all, [{ worths: Object.fromEntries(all.map((_, at) => [at, worths[at]!])), week: most, day }]);
    const instance = makeInstance(input);
    const taken = new Uint8Array(instance.position.length);
    const planner = new WeekPlanner(instance, taken);
    const price = Float64Array.from(all, (_, at) => prices[at]!);
    const without = which % all.length;
    planner.look(0, price);
    const value = planner.plan();
    const chosen = [...planner.chosen.subarray(0, planner.count)];
    expect(value).toBe(byTrying(input, (at) => worths[at]! - prices[at]!, -1));
    expect(chosen.reduce((sum, edge) => sum + instance.worth[edge]! - price[instance.position[edge]!]!, 0)).toBe(value);
    expect(planner.plan(without)).toBe(byTrying(input, (at) => worths[at]! - prices[at]!, without));
    for (const edge of chosen) taken[edge] = 1;
    planner.look(0, price);
    expect(planner.heldValue).toBe(value);
  }), { numRuns: 150 });
});

test('a week of many ways to fill it grows what the planner keeps', () => {
  const many = Array.from({ length: 60 }, (_, at) => ({ day: at % 7, from: Math.floor(at / 7), to: Math.floor(at / 7) + 1, load: 1 + (at % 3) }));
  const instance = makeInstance(week(many, [{ worths: Object.fromEntries(many.map((_, at) => [at, 100 + ((at * 37) % 61)])), week: 60, day: 12 }]));
  const planner = new WeekPlanner(instance, new Uint8Array(instance.position.length));
  planner.look(0, new Float64Array(many.length));
  const value = planner.plan();
  expect(value).toBe(planner.plan());
  expect(planner.count).toBeGreaterThan(20);
  expect(new Set(planner.chosen.subarray(0, planner.count)).size).toBe(planner.count);
});

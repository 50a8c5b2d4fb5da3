import fc from 'fast-check';
import { anybody, anywhere, at, context, features, offer, position, volunteer } from '../../tests/city.js';
import type { MatchingContext, PositionFacts, VolunteerFacts, WeightTable } from '../facts.js';
import { rankPositions } from '../rank.js';
import { firstWeights } from '../score.js';
import { PositionIndex } from './position-index.js';

const filled = (positions: readonly PositionFacts[]): PositionIndex => {
  const index = new PositionIndex();
  for (const one of positions) index.upsert(one);
  return index;
};
const anyWeights: fc.Arbitrary<WeightTable> = fc.oneof(fc.constant(firstWeights), fc.record(Object.fromEntries(Object.keys(firstWeights).map((part) => [part, fc.constantFrom(0, 0.1, 0.25, 1)])) as { [part in keyof WeightTable]: fc.Arbitrary<number> }));

function expectSame(index: PositionIndex, person: VolunteerFacts, all: readonly PositionFacts[], limit: number, weights: WeightTable = firstWeights, without: readonly string[] = [], given: MatchingContext = context): void {
  const { total, best } = rankPositions(person, all.filter(({ activityId }) => !without.includes(activityId)), weights, given, limit);
  expect(index.best(person, weights, given, limit, without)).toEqual(best.map(({ position: { id }, score }) => ({ id, score })));
  expect(index.top(person, weights, given, limit, without)).toEqual(best);
  expect(index.count(person, weights, given, without)).toBe(total);
}

test('the same positions in the same order with the same scores as ranking them all, whatever the weights and whatever is left out', () => {
  fc.assert(fc.property(anybody, offer, fc.nat(13), anyWeights, fc.subarray(['a0', 'a1', 'a9']), (person, all, limit, weights, without) => { expectSame(filled(all), person, all, limit, weights, without); }), { numRuns: 600 });
});

test('changes of positions, of weights and of the day are seen at once', () => {
  const change = fc.record({ at: fc.nat(14), next: fc.option(fc.tuple(anywhere, fc.nat(4)), { freq: 3 }) });
  fc.assert(
    fc.property(anybody, offer, fc.array(fc.tuple(change, anyWeights, fc.integer({ min: 0, max: 200 })), { maxLength: 12 }), fc.nat(8), (person, all, steps, limit) => {
      const index = filled(all);
      const known = new Map(all.map((one) => [one.id, one]));
      for (const [{ at: which, next }, weights, hours] of steps) {
        const id = `p${String(which).padStart(2, '0')}`;
        if (next === null) expect(index.remove(id)).toBe(known.delete(id));
        else {
          const one = { ...next[0], id, activityId: `a${next[1]}` };
          index.upsert(one);
          known.set(id, one);
        }
        expect(index.size).toBe(known.size);
        expectSame(index, person, [...known.values()], limit, weights, [], { ...context, now: at(hours) });
      }
    }),
    { numRuns: 300 },
  );
});

test('of a thousand positions, for people of all kinds', () => {
  const rows = fc.sample(fc.tuple(anywhere, fc.nat(250)), { numRuns: 1000, seed: 5 });
  const all = rows.map(([one, activity], number) => ({ ...one, id: `p${number}`, activityId: `a${activity}` }));
  const index = filled(all);
  for (const person of fc.sample(anybody, { numRuns: 60, seed: 6 })) for (const limit of [1, 30]) expectSame(index, person, all, limit);
  const [some] = fc.sample(anybody, { numRuns: 1, seed: 7 });
  expectSame(index, { ...some!, frozen: false }, all, 1000);
});

test('the same input, the same answers, in whatever order it comes', () => {
  fc.assert(fc.property(anybody, offer, (person, all) => { expect(filled([...all].reverse()).best(person, firstWeights, context, 20)).toEqual(filled(all).best(person, firstWeights, context, 20)); }));
});

test('with personal features off the nearest days stand first, and nothing of the person moves them', () => {
  fc.assert(
    fc.property(anybody, features, offer, (person, others, all) => {
      const index = filled(all);
      const found = index.best({ ...person, personal: false }, firstWeights, context, 20);
      expect(found).toEqual(index.best({ ...person, ...others, personal: false }, firstWeights, context, 20));
      const starts = found.map(({ id }) => all.find((one) => one.id === id)!.startsAt);
      expect(starts).toEqual([...starts].sort());
    }),
  );
});

test('nobody is shown two positions of one activity', () => {
  const all = Array.from({ length: 40 }, (_, number) => position({ id: `p${number}`, activityId: `a${number % 7}`, connections: number }));
  expect(filled(all).best(volunteer(), firstWeights, context, 30).map(({ id }) => id)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
});

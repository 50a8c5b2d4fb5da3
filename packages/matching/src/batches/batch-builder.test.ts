import fc from 'fast-check';
import { at, anybody, anywhere, context, crowd, held, offer, position, volunteer } from '../../tests/city.js';
import { assign } from '../assignment/assign.js';
import { lock } from '../assignment/input.js';
import { isEligible, REST_MINUTES } from '../blocks.js';
import type { PositionFacts, VolunteerFacts } from '../facts.js';
import { firstWeights } from '../score.js';
import { batchBar, BatchBuilder, type BatchInput, type BatchRules } from './batch-builder.js';

const rules: BatchRules = { from: '2026-12-05', to: '2026-12-12', services: 2, rest: 30 };
/** Saturday, 5 December, 9:00 in Shanghai; the middle of the city lies in 330302. */
const MORNING = 7 * 24 + 1;
const post = (patch: Partial<PositionFacts> = {}) => position({ startsAt: at(MORNING), endsAt: at(MORNING + 2), ...patch });
const build = (posts: readonly PositionFacts[], people: readonly VolunteerFacts[], locks: Readonly<Record<string, { fixed?: readonly number[]; forbidden?: readonly number[]; known?: readonly number[] }>> = {}, more: Partial<BatchRules> = {}): BatchInput => {
  const builder = new BatchBuilder(posts.map((facts) => ({ facts, seats: Math.max(0, facts.maximum - facts.confirmed) })), { ...rules, ...more }, firstWeights, context);
  for (const person of people) builder.add(person, { fixed: locks[person.id]?.fixed ?? [], forbidden: locks[person.id]?.forbidden ?? [], known: locks[person.id]?.known ?? [] });
  return builder.finish();
};
const rowOf = ({ input: { edges: { first, position: positions } } }: BatchInput, person = 0): number[] => [...positions.subarray(first[person], first[person + 1])].sort();
const placed = ({ input }: BatchInput): number[][] => {
  const { places: { first, position: positions } } = assign(input, { seed: 1 })!;
  return Array.from({ length: first.length - 1 }, (_, person) => [...positions.subarray(first[person], first[person + 1])]);
};

test.each([
  ['an adult who may', {}, [0]],
  ['a minor, for the guardian decides first', { bornOn: '2009-06-01', guarded: true }, []],
  ['somebody who named other times', { availability: `1${'0'.repeat(20)}` }, []],
  ['somebody who named this time', { availability: `${'0'.repeat(15)}1${'0'.repeat(5)}` }, [0]],
  ['somebody who serves elsewhere that day', { held: [held(MORNING + 6, 1)] }, []],
  ['somebody whose days are full', { held: [held(MORNING + 24, 1), held(MORNING + 48, 1)] }, []],
  ['somebody with a place in another week', { held: [held(MORNING - 72, 1), held(MORNING - 48, 1)] }, [0]],
  ['somebody whose month is used up', { monthlyHours: 2, held: [held(MORNING + 30 * 10, 1)] }, []],
  ['somebody whom a rule holds back', { frozen: true }, []],
] as const)('%s', (_, patch, row) => {
  const barred = batchBar(volunteer({ travelLimit: 120, ...patch }), post().day, rules, context);
  expect([_, barred === null || row.length === 0]).toEqual([_, true]);
  expect(rowOf(build([post({ minors: true })], [volunteer({ travelLimit: 120, ...patch })]))).toEqual(row);
});

test.each([['minor', { bornOn: '2009-06-01' }], ['day_taken', { held: [held(MORNING + 6, 1)] }], ['enough', { held: [held(MORNING + 24, 1), held(MORNING + 48, 1)] }], [null, { held: [held(MORNING + 24, 1), held(MORNING - 48, 1)] }]] as const)('a day is barred: %s', (bar, patch) => {
  expect(batchBar(volunteer(patch), post().day, rules, context)).toBe(bar);
});

test('somebody has room for as many services as their month still holds, reckoned by the longest', () => {
  const posts = [post({ id: 'p1' }), post({ id: 'p2', startsAt: at(MORNING + 24), endsAt: at(MORNING + 27) }), post({ id: 'p3', startsAt: at(MORNING + 48), endsAt: at(MORNING + 49) })];
  expect([...build(posts, [volunteer({ monthlyHours: 7 })], {}, { services: 5 }).input.volunteers.weekRoom]).toEqual([2]);
  expect([...build(posts, [volunteer({ monthlyHours: 7 }), volunteer({ id: 'v2' })], {}, { services: 5 }).input.volunteers.weekRoom]).toEqual([2, 5]);
});

test('the way lies within the night between two days: who may sign up for both is placed for both', () => {
  const [evening, morning] = [post({ id: 'p1', startsAt: at(MORNING + 10), endsAt: at(MORNING + 12) }), post({ id: 'p2', countyCode: '330329', startsAt: at(MORNING + 23.5), endsAt: at(MORNING + 25) })];
  const person = volunteer({ travelLimit: 120 });
  const { startsAt, endsAt, countyCode } = evening;
  expect(isEligible({ ...person, held: [{ activityTitle: '晚间', startsAt, endsAt, countyCode }] }, morning, context)).toBe(true);
  expect(build([evening, morning], [person], { v1: { fixed: [0, 1] } }, { rest: REST_MINUTES }).lost).toEqual([]);
});

test('what is decided elsewhere is none of theirs', () => {
  expect(rowOf(build([post(), post({ id: 'p2' })], [volunteer()], { v1: { known: [0] } }))).toEqual([1]);
});

test('what is settled stays while it can be, and is told where it cannot', () => {
  const posts = [post({ id: 'p1', maximum: 1 }), post({ id: 'p2', maximum: 1, startsAt: at(MORNING + 24), endsAt: at(MORNING + 26) })];
  const [anna, bert, carl] = ['anna', 'bert', 'carl'].map((id) => volunteer({ id }));
  const made = build(posts, [anna!, bert!, carl!, volunteer({ id: 'dora', frozen: true })], { anna: { fixed: [0] }, bert: { fixed: [0], forbidden: [1] }, dora: { fixed: [1] } });
  expect(made.lost).toEqual([{ volunteerId: 'bert', position: 0 }, { volunteerId: 'dora', position: 1 }]);
  expect([...made.input.edges.locks!].filter((sign) => sign === lock.fixed)).toHaveLength(1);
  const [ofAnna, ofBert, , ofDora] = placed(made);
  expect(ofAnna).toContain(0);
  expect([ofBert, ofDora]).toEqual([[], []]);
  // Two settled places of one day are one too many.
  expect(build([post({ id: 'p1' }), post({ id: 'p2', startsAt: at(MORNING + 5), endsAt: at(MORNING + 6) })], [anna!], { anna: { fixed: [0, 1] } }).lost).toEqual([{ volunteerId: 'anna', position: 1 }]);
});

test('of what a position needs and holds dear only that is left which nobody has or asked for', () => {
  const { input } = build([post({ minimum: 3, maximum: 6, confirmed: 2, connections: 2 }), post({ id: 'p2', minimum: 1, maximum: 5, connections: 1, urbanCore: false })], []);
  expect([[...input.positions.minimum], [...input.positions.seats], [...input.positions.reserved]]).toEqual([[1, 0], [4, 5], [0, 2]]);
});

test('everybody may take all that they are given, one after the other, in any order', () => {
  const inDays = offer.map((rows) => rows.filter(({ startsAt, endsAt, day }) => day >= rules.from && day <= rules.to && new Date(Date.parse(endsAt) + 8 * 3_600_000 - 1).toISOString().slice(0, 10) === new Date(Date.parse(startsAt) + 8 * 3_600_000).toISOString().slice(0, 10)));
  fc.assert(fc.property(inDays, crowd, (posts, people) => {
    placed(build(posts, people)).forEach((places, index) => {
      const taken = places.map((at) => posts[at]!);
      for (const one of taken) {
        const others = taken.filter((other) => other !== one).map(({ activityTitle, startsAt, endsAt, countyCode }) => ({ activityTitle, startsAt, endsAt, countyCode }));
        const person = people[index]!;
        expect([person.id, one.id, isEligible({ ...person, held: [...person.held, ...others] }, one, context)]).toEqual([person.id, one.id, true]);
      }
      expect(new Set(taken.map(({ day }) => day)).size).toBe(taken.length);
    });
  }), { numRuns: 300 });
});

test('whoever switched personal features off is worth the same everywhere', () => {
  fc.assert(fc.property(fc.array(anywhere, { maxLength: 8 }), anybody, (posts, person) => {
    const { input: { edges } } = build(posts.map((one, index) => ({ ...one, id: `p${index}` })), [{ ...person, personal: false }], {}, { from: '2026-11-20', to: '2026-12-31' });
    expect(new Set(edges.worth).size).toBeLessThanOrEqual(1);
  }));
});

import fc from 'fast-check';
import { week, type Person, type Post } from '../../tests/weeks.js';
import { assign, type Assignment } from './assign.js';
import { EdgeList, scarcePositions } from './edge-list.js';
import { lock, type SeatValues } from './input.js';
import { reservedSeats, seatValuesFor, TOP_WORTH, worthOf } from './objective.js';

const drafted = (posts: readonly Post[], people: readonly Person[], seatValues?: SeatValues): Assignment => assign(week(posts, people, seatValues))!;
const whereabouts = ({ places: { first, position } }: Assignment): number[][] => Array.from({ length: first.length - 1 }, (_, volunteer) => [...position.subarray(first[volunteer], first[volunteer + 1])]);
const causes = ({ unfilled }: Assignment) => Object.fromEntries(unfilled.map(({ position, cause }) => [position, cause]));

test('nobody is in two places at once, and the way between them counts', () => {
  const posts = [{ from: 9, to: 11 }, { from: 10, to: 12 }, { from: 12, to: 13, place: 1 }, { from: 13, to: 14, place: 1 }, { from: 11, to: 13 }];
  expect(whereabouts(drafted(posts, [{ worths: { 0: 5, 1: 3 } }]))).toEqual([[0]]);
  expect(whereabouts(drafted(posts, [{ worths: { 0: 5, 2: 9 } }]))).toEqual([[2]]);
  expect(whereabouts(drafted(posts, [{ worths: { 0: 5, 3: 9 } }]))).toEqual([[0, 3]]);
  expect(whereabouts(drafted(posts, [{ worths: { 0: 5, 4: 9 } }]))).toEqual([[0, 4]]);
});

test('load is kept by day and by week, and by hours where hours are counted', () => {
  const posts = [0, 0, 1, 2, 3].map((day, index) => ({ day, from: 8 + index, to: 9 + index, load: 2 }));
  const worths = { 0: 9, 1: 8, 2: 7, 3: 6, 4: 5 };
  expect(whereabouts(drafted(posts, [{ worths, week: 10, day: 4 }]))).toEqual([[0, 1, 2, 3, 4]]);
  expect(whereabouts(drafted(posts, [{ worths, week: 10, day: 3 }]))).toEqual([[0, 2, 3, 4]]);
  expect(whereabouts(drafted(posts, [{ worths, week: 5, day: 4 }]))).toEqual([[0, 1]]);
  expect(whereabouts(drafted(posts, [{ worths, week: 1, day: 4 }]))).toEqual([[]]);
});

test('who alone can fill a scarce post is kept for it, and somebody else takes the common one', () => {
  const posts = [{ from: 9, to: 11, minimum: 1 }, { from: 9, to: 11, minimum: 1 }];
  expect(whereabouts(drafted(posts, [{ worths: { 0: 100, 1: 900 } }, { worths: { 1: 200 } }], seatValuesFor(1)))).toEqual([[0], [1]]);
  // Two chains long: each moves one on.
  const three = [...posts, { from: 9, to: 11 }];
  expect(whereabouts(drafted(three, [{ worths: { 0: 10, 1: 30 } }, { worths: { 1: 30, 2: 30 } }, { worths: { 2: 25 } }], seatValuesFor(1)))).toEqual([[0], [1], [2]]);
});

test('staffing comes before parity, parity before preference, preference before the way', () => {
  const values = seatValuesFor(2);
  const near = worthOf(0.5, 1);
  const far = worthOf(0.51, 0);
  expect(far).toBeGreaterThan(near);
  expect(worthOf(1, 1)).toBe(TOP_WORTH);
  expect(worthOf(0, 0)).toBeGreaterThan(0);
  expect(worthOf(Number.MAX_VALUE, -1)).toBeLessThanOrEqual(TOP_WORTH);
  const town = { from: 9, to: 11, seats: 2 };
  const village = { from: 9, to: 11, reserved: 1 };
  const needed = { from: 9, to: 11, minimum: 1 };
  const worths = { 0: TOP_WORTH, 1: 1 };
  expect(whereabouts(drafted([town, village], [{ worths }], values))).toEqual([[1]]);
  expect(whereabouts(drafted([village, needed], [{ worths }], values))).toEqual([[1]]);
  expect(whereabouts(drafted([town, town], [{ worths }], values))).toEqual([[0]]);
  // One needed seat outweighs two villages in the same person's week.
  const halves = [{ from: 9, to: 10, reserved: 1 }, { from: 10, to: 11, reserved: 1 }, needed];
  expect(whereabouts(drafted(halves, [{ worths: { 0: TOP_WORTH, 1: TOP_WORTH, 2: 1 }, week: 2 }], values))).toEqual([[2]]);
  expect([reservedSeats(5, 1, false), reservedSeats(2, 2, false), reservedSeats(9, 4, true)]).toEqual([3, 2, 0]);
});

test('locks hold, and what cannot be is refused', () => {
  const posts = [{ from: 9, to: 11, minimum: 1 }, { from: 10, to: 12 }];
  const people: Person[] = [{ worths: { 0: 10, 1: 90 }, locks: { 0: lock.fixed } }, { worths: { 0: 80, 1: 70 }, locks: { 1: lock.forbidden } }];
  const draft = drafted(posts, people);
  expect(whereabouts(draft)).toEqual([[0], []]);
  expect([draft.value, draft.bound, draft.covered, draft.needed]).toEqual([10, 10, 1, 1]);
  expect(draft.unfilled).toEqual([{ position: 1, vacant: 1, missing: 0, cause: 'placed_elsewhere', candidates: 2, lockedOut: 1, elsewhere: 1, limits: 0 }]);
  expect(() => drafted(posts, [{ worths: { 0: 1, 1: 1 }, locks: { 0: lock.fixed, 1: lock.fixed } }])).toThrow(RangeError);
  expect(() => drafted(posts, [0, 1].map(() => ({ worths: { 0: 1 }, locks: { 0: lock.fixed } })))).toThrow('volunteer 1, position 0');
});

test('each post with seats left says why', () => {
  const posts = [{ from: 9, to: 10 }, { from: 9, to: 10, seats: 2, minimum: 2 }, { from: 9, to: 10 }, { day: 1, from: 9, to: 10 }];
  const draft = drafted(posts, [{ worths: { 1: 9, 3: 1 }, week: 1 }, { worths: { 2: 5 }, locks: { 2: lock.forbidden } }]);
  expect(causes(draft)).toEqual({ 0: 'no_candidates', 1: 'no_candidates', 2: 'locked_out', 3: 'limits_reached' });
  expect(draft.unfilled.find(({ position }) => position === 1)).toMatchObject({ vacant: 1, missing: 1, candidates: 0 });
  const busy = drafted(posts.slice(0, 2), [{ worths: { 0: 9, 1: 1 } }]);
  expect(busy.unfilled).toEqual([{ position: 1, vacant: 2, missing: 2, cause: 'placed_elsewhere', candidates: 1, lockedOut: 0, elsewhere: 1, limits: 0 }]);
});

test('between equals the lot decides: other seeds, other people; nobody to choose from, nothing chosen', () => {
  const people = Array.from({ length: 20 }, () => ({ worths: { 0: 5 } }));
  const chosen = Array.from({ length: 20 }, (_, seed) => whereabouts(assign(week([{ from: 9, to: 10 }], people), { seed })!).findIndex((row) => row.length > 0));
  expect(new Set(chosen).size).toBeGreaterThan(5);
  expect(drafted([], [])).toMatchObject({ value: 0, bound: 0, covered: 0, needed: 0, unfilled: [] });
  expect(causes(drafted([{ from: 9, to: 10 }], []))).toEqual({ 0: 'no_candidates' });
});

test('rows keep their best, the best of scarce positions, and all that is locked', () => {
  expect([...scarcePositions([5, 6, 0, 11], [1, 1, 1, 2])]).toEqual([1, 0, 1, 0]);
  const list = new EdgeList([0, 0, 0, 1, 1, 0], { best: 2, scarce: 1 });
  list.add([50, 40, 30, 20, 10, 5].map((worth, position) => ({ position, worth, ...(position === 5 && { lock: lock.forbidden }) })));
  list.add([]);
  list.add([{ position: 1, worth: 7 }, { position: 0, worth: 7 }]);
  const { first, position, worth, locks } = list.columns();
  expect([[...first], [...position], [...worth], [...locks!]]).toEqual([[0, 4, 4, 6], [0, 1, 3, 5, 0, 1], [50, 40, 20, 5, 7, 7], [0, 0, 0, lock.forbidden, 0, 0]]);
  expect(new EdgeList([]).columns()).toMatchObject({ locks: null });
  fc.assert(fc.property(fc.array(fc.array(fc.record({ position: fc.nat(9), worth: fc.integer({ min: 1, max: 9 }) }), { maxLength: 40 }), { maxLength: 40 }), (rows) => {
    const all = new EdgeList(new Uint8Array(10), { best: 3, scarce: 0 });
    for (const row of rows) all.add(row);
    const made = all.columns();
    rows.forEach((row, person) => {
      expect([...made.worth.subarray(made.first[person], made.first[person + 1])]).toEqual(row.map((one) => one.worth).sort((a, b) => b - a).slice(0, 3));
    });
  }));
});

test('what is scarce is counted while rows come, as if it had been known before', () => {
  const row = fc.uniqueArray(fc.record({ position: fc.nat(9), worth: fc.integer({ min: 1, max: 9 }) }), { selector: ({ position }) => position, maxLength: 10 });
  fc.assert(fc.property(fc.array(row, { maxLength: 40 }), fc.array(fc.nat(3), { minLength: 10, maxLength: 10 }), (rows, seats) => {
    const list = new EdgeList(seats, { best: 2, scarce: 2 });
    for (const one of rows) list.add(one);
    const scarce = scarcePositions(seats.map((_, at) => rows.filter((one) => one.some(({ position }) => position === at)).length), seats);
    const { first, position } = list.columns();
    rows.forEach((one, person) => {
      const sorted = [...one].sort((a, b) => b.worth - a.worth || a.position - b.position);
      const kept = [...sorted.slice(0, 2), ...sorted.slice(2).filter((edge) => scarce[edge.position] === 1).slice(0, 2)];
      expect([...position.subarray(first[person], first[person + 1])]).toEqual(kept.map((edge) => edge.position));
    });
  }));
});

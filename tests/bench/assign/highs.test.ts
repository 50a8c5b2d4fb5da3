import { assign, type Assignment, type AssignmentInput } from '@kepu/matching';
import { checkAssignment } from './check-assignment.js';
import { cityWeek } from './city-week.js';
import { highsOptimum } from './highs.js';

const NEAR = 1e-3;
const made = (input: AssignmentInput): Assignment => {
  const draft = assign(input);
  if (draft === null) throw new Error('Nobody said to stop');
  return draft;
};

test.each([['continuous scores', 0], ['scores of ten levels', 10]])('%s: a made-up week of 300 people within a thousandth of the optimum, and the bound beside it', async (_, levels) => {
  const input = cityWeek({ volunteers: 300, positions: 40, seed: 11, levels });
  const draft = made(input);
  const { value } = await highsOptimum(input, { dayRows: false });
  expect(checkAssignment(input, draft.places).faults).toEqual([]);
  expect(draft.value).toBeLessThanOrEqual(value + NEAR);
  expect(draft.value / value).toBeGreaterThan(0.999);
  expect(draft.bound / value).toBeLessThan(1.001);
});

test('with minimum staffing, villages, ways and days, exactly', async () => {
  const plain = cityWeek({ volunteers: 100, positions: 16, seed: 5 });
  const { positions } = plain;
  const input: AssignmentInput = {
    ...plain, positions: { ...positions, minimum: positions.seats.map((seats) => Math.ceil(seats / 3)), reserved: positions.seats.map((seats, at) => (positions.place[at]! < 10 ? 0 : Math.ceil(seats / 2))) },
    volunteers: { ...plain.volunteers, dayRoom: plain.volunteers.dayRoom.map(() => 1) },
    gaps: { places: 25, between: Int32Array.from({ length: 625 }, (_, index) => (Math.floor(index / 25) === index % 25 ? 0 : 1)) }, seatValues: { staffing: 4000, parity: 1000 },
  };
  const draft = made(input);
  const { value } = await highsOptimum(input, { whole: true });
  expect(checkAssignment(input, draft.places).faults).toEqual([]);
  expect(draft.value).toBeLessThanOrEqual(value + 1);
  expect(draft.value / value).toBeGreaterThan(0.9985);
  expect(draft.bound).toBeGreaterThanOrEqual(value - 1);
});

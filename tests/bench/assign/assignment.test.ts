import { assign, lock, type Assignment, type AssignmentInput } from '@kepu/matching';
import fc from 'fast-check';
import { checkAssignment } from './check-assignment.js';
import { cityWeek } from './city-week.js';
import { best, smallWeek } from './small-weeks.js';

const NEAR = 1e-3;
const made = (input: AssignmentInput, options: Parameters<typeof assign>[1] = {}): Assignment => {
  const draft = assign(input, options);
  if (draft === null) throw new Error('Nobody said to stop');
  return draft;
};
const asArrays = ({ places, prices, ...rest }: Assignment) => ({ ...rest, first: [...places.first], position: [...places.position], prices: [...prices] });
/** The same input where nobody may have a position any more. */
const without = (input: AssignmentInput, gone: number): AssignmentInput => ({
  ...input, positions: { ...input.positions, seats: input.positions.seats.map((seats, at) => (at === gone ? 0 : seats)) },
  edges: { ...input.edges, locks: input.edges.position.reduce((locks, at, edge) => { if (at === gone) locks[edge] = lock.forbidden; return locks; }, input.edges.locks?.slice() ?? new Uint8Array(input.edges.position.length)) },
});

test('every draft passes the checker: only who may, no clash, no seat or load too many, every lock, no seat left to somebody who could have it', () => {
  fc.assert(fc.property(smallWeek, fc.nat(), (input, seed) => {
    const draft = made(input, { seed });
    const { faults, value, covered } = checkAssignment(input, draft.places);
    expect(faults).toEqual([]);
    expect(Math.abs(value - draft.value)).toBeLessThan(NEAR);
    expect(covered).toBe(draft.covered);
  }), { numRuns: 300 });
});

test('the proof holds: what is best by trying lies between the draft and its bound', () => {
  let [exact, all] = [0, 0];
  fc.assert(fc.property(smallWeek, (input) => {
    const draft = made(input);
    const { value } = best(input);
    expect(draft.value).toBeLessThanOrEqual(value + NEAR);
    expect(draft.bound).toBeGreaterThanOrEqual(value - NEAR);
    all++;
    if (draft.value > value - NEAR) exact++;
  }), { numRuns: 300, seed: 7 });
  expect(exact / all).toBeGreaterThan(0.95);
});

test('the same input and seed, the same draft; the input stays as it is', () => {
  fc.assert(fc.property(smallWeek, fc.nat(), (input, seed) => {
    const before = JSON.stringify(input);
    expect(asArrays(made(input, { seed }))).toEqual(asArrays(made(input, { seed })));
    expect(JSON.stringify(input)).toBe(before);
  }));
});

test('an activity that is deleted never lowers what the others are covered with', () => {
  fc.assert(fc.property(smallWeek, fc.nat(4), (input, which) => {
    const gone = which % input.positions.count;
    const draft = made(input);
    const others = (one: Assignment): number => checkAssignment(input, one.places).filled.reduce((sum, count, at) => sum + (at === gone ? 0 : Math.min(count, input.positions.minimum[at]!)), 0);
    const again = made(without(input, gone), { earlier: { places: draft.places, prices: draft.prices, stability: 1 } });
    expect(others(again)).toBeGreaterThanOrEqual(others(draft));
    // From nothing it holds wherever staffing is worth anything: what is best covers the most.
    if (input.seatValues.staffing > 0) expect(others(made(without(input, gone)))).toBeGreaterThanOrEqual(others(draft));
  }), { numRuns: 200 });
});

test('nor does it in a city of 260 people, where drafts are made from nothing', () => {
  for (const seed of [1, 2, 3]) {
    const input = cityWeek({ volunteers: 260, positions: 40, seed, whole: true });
    // In every other city all seats are needed, and there are fewer people than those.
    if (seed % 2 === 1) input.positions.minimum.set(input.positions.seats);
    const { minimum } = input.positions;
    const others = (one: Assignment, gone: number): number => checkAssignment(input, one.places).filled.reduce((sum, count, at) => sum + (at === gone ? 0 : Math.min(count, minimum[at]!)), 0);
    const draft = made(input);
    expect(draft.covered).toBeLessThan(draft.needed);
    for (let gone = 0; gone < input.positions.count; gone++) expect(others(made(without(input, gone)), gone)).toBeGreaterThanOrEqual(others(draft, gone));
  }
});

test('what no longer can be of an earlier draft is let go of: other times, less room, fewer seats', () => {
  fc.assert(fc.property(smallWeek, (input) => {
    const { positions, volunteers } = input;
    const looser = { ...input, positions: { ...positions, endsAt: positions.startsAt.map((at) => at + 1), seats: positions.seats.map(() => 5) }, volunteers: { ...volunteers, weekRoom: volunteers.weekRoom.map(() => 20), dayRoom: volunteers.dayRoom.map(() => 20) }, gaps: null };
    const { places, prices } = made(looser);
    const again = made(input, { earlier: { places, prices, stability: 1 } });
    expect(checkAssignment(input, again.places).faults).toEqual([]);
    expect(again.bound).toBeGreaterThanOrEqual(again.value - NEAR);
  }), { numRuns: 200 });
});

test('a draft that starts from another passes as well, and nobody moves for nothing', () => {
  fc.assert(fc.property(smallWeek, (input) => {
    const earlier = { places: made(input).places, prices: made(input).prices, stability: 2 };
    const again = made(input, { earlier });
    const { faults, value } = checkAssignment(input, again.places, { stability: 2, earlier: earlier.places });
    expect(faults).toEqual([]);
    expect(Math.abs(value - again.value)).toBeLessThan(NEAR);
    expect(again.bound).toBeGreaterThanOrEqual(again.value - NEAR);
  }), { numRuns: 300 });
  const input = cityWeek({ volunteers: 400, positions: 40, seed: 3 });
  const draft = made(input);
  expect([...made(input, { earlier: { places: draft.places, prices: draft.prices, stability: 20 } }).places.position]).toEqual([...draft.places.position]);
});

test('it says how far it is, and stops when it is told to', () => {
  const input = cityWeek({ volunteers: 1000, positions: 50, seed: 3 });
  const phases: string[] = [];
  made(input, { onProgress: ({ phase, done }) => { phases.push(phase); expect(done).toBeGreaterThanOrEqual(0); expect(done).toBeLessThanOrEqual(1); } });
  expect([...new Set(phases)]).toEqual(['auction', 'chains', 'proof']);
  for (const phase of ['auction', 'chains', 'proof']) {
    const signal = { aborted: false };
    expect(assign(input, { signal, onProgress: (progress) => { signal.aborted ||= progress.phase === phase; } })).toBeNull();
  }
});

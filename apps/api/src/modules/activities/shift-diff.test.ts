import { openProblem, shiftDiff, type GivenPosition, type GivenShift, type StoredPosition, type StoredShift } from './shift-diff.js';

const NOW = '2026-07-01T00:00:00.000Z';
const free = { occupations: [], credentialIds: [], poolIds: [], minAge: null, note: null };
const position = (more: Partial<GivenPosition> = {}): GivenPosition => ({ role: 'guide', name: '引导', minimum: 1, maximum: 4, paid: false, requires: free, ...more });
const there = (id: string, more: Partial<StoredPosition> = {}): StoredPosition => ({ ...position(), id, confirmed: 0, signups: 0, sortNo: 0, ...more });
const stored = (id: string, day: string, more: Partial<StoredShift> = {}): StoredShift => (
  { id, startsAt: `${day}T01:00:00.000Z`, endsAt: `${day}T03:00:00.000Z`, cancelled: false, positions: [there(`${id}-guide`)], ...more });
/** The form as it comes back when nothing was touched. */
const same = (shift: StoredShift): GivenShift => ({ id: shift.id, startsAt: shift.startsAt, endsAt: shift.endsAt, positions: shift.positions.map(({ confirmed: _c, signups: _s, sortNo: _n, ...one }) => one) });
const fresh = (day: string, positions: GivenPosition[] = [position()]): GivenShift => ({ startsAt: `${day}T01:00:00.000Z`, endsAt: `${day}T03:00:00.000Z`, positions });
const diffOf = (before: readonly StoredShift[], given: readonly GivenShift[]) => {
  const diff = shiftDiff(before, given);
  if (!diff) throw new Error('The form names what is not there');
  return diff;
};

describe('a form held against what is there', () => {
  const first = stored('a', '2026-07-10');
  const second = stored('b', '2026-07-11', { positions: [there('b-guide'), there('b-photo', { role: 'photographer', name: '摄影', maximum: 1, sortNo: 1 })] });

  it('finds nothing to do where nothing was touched, however the instants are written', () => {
    const given = [same(first), same(second)].map((shift) => ({ ...shift, startsAt: shift.startsAt.replace('.000Z', 'Z') }));
    expect(diffOf([first, second], given)).toEqual({ added: [], retimed: [], removed: [], addedPositions: [], changedPositions: [], removedPositions: [] });
  });

  it('tells what is new, what has another time, what is gone, and what became of positions', () => {
    const [guide, photo] = same(second).positions;
    const given = [fresh('2026-07-20'), { ...same(second), endsAt: '2026-07-11T04:00:00.000Z', positions: [{ ...photo, maximum: 2 } as GivenPosition, position({ role: 'helper', name: '协助' })] }];
    const diff = diffOf([first, second], given);
    expect(diff.added.map((one) => one.place)).toEqual([0]);
    expect(diff.retimed.map((one) => [one.shift.id, one.endsAt])).toEqual([['b', '2026-07-11T04:00:00.000Z']]);
    expect(diff.removed.map((one) => one.id)).toEqual(['a']);
    expect(diff.addedPositions.map((one) => [one.shift.id, one.sortNo, one.position.role])).toEqual([['b', 1, 'helper']]);
    expect(diff.changedPositions.map((one) => [one.stored.id, one.sortNo, one.position.maximum, one.content])).toEqual([['b-photo', 0, 2, true]]);
    expect(diff.removedPositions.map((one) => one.stored.id)).toEqual([guide?.id]);
  });

  it('knows another order from another content', () => {
    const [guide, photo] = same(second).positions;
    expect(diffOf([second], [{ ...same(second), positions: [photo, guide] as GivenPosition[] }]).changedPositions.map((one) => [one.stored.id, one.sortNo, one.content])).toEqual([['b-photo', 0, false], ['b-guide', 1, false]]);
    const teachers = (occupations: GivenPosition['requires']['occupations']) => ({ ...guide, requires: { ...free, occupations } }) as GivenPosition;
    const wants = stored('c', '2026-07-12', { positions: [there('c-guide', { requires: { ...free, occupations: ['teacher', 'medical'] } })] });
    expect(diffOf([wants], [{ ...same(wants), positions: [{ ...teachers(['medical', 'teacher']), id: 'c-guide' }] }]).changedPositions).toEqual([]);
  });

  it.each([
    ['a shift that is not there', [{ ...same(first), id: 'z' }]],
    ['a shift twice', [same(first), same(first)]],
    ['a position of another shift', [{ ...same(first), positions: same(second).positions }, { ...same(second), positions: [] }]],
    ['a position twice', [{ ...same(first), positions: [...same(first).positions, ...same(first).positions] }]],
    ['a position in a new shift', [same(first), { ...fresh('2026-07-20'), positions: same(second).positions }]],
  ])('takes no form that names %s', (_, given) => {
    expect(shiftDiff([first, second], given)).toBeNull();
  });
});

describe('what is published', () => {
  const ahead = stored('a', '2026-07-10');
  const past = stored('p', '2026-06-10');
  const off = stored('o', '2026-07-12', { cancelled: true });
  const problem = (before: readonly StoredShift[], given: readonly GivenShift[]) => openProblem(diffOf(before, given), given, NOW);

  it('takes other positions and further shifts', () => {
    expect(problem([ahead, past, off], [{ ...same(ahead), positions: [position({ maximum: 9 })] }, same(past), same(off), fresh('2026-07-30')])).toBeNull();
  });

  it('keeps what was cancelled, whether the form shows it or not', () => {
    expect(problem([ahead, off], [same(ahead)])).toBeNull();
  });

  it.each<[string, GivenShift[], string]>([
    ['another time', [{ ...same(ahead), endsAt: '2026-07-10T05:00:00.000Z' }, same(past)], 'times'],
    ['a shift left out', [same(past)], 'times'],
    ['another position in what has begun', [same(ahead), { ...same(past), positions: [position()] }], 'started'],
    ['a new shift in the past', [same(ahead), same(past), fresh('2026-06-30')], 'past'],
    ['a new shift that wants nobody', [same(ahead), same(past), fresh('2026-07-30', [])], 'positions'],
    ['a shift that wants nobody any more', [{ ...same(ahead), positions: [] }, same(past)], 'positions'],
  ])('does not take %s', (_, given, expected) => {
    expect(problem([ahead, past], given)).toBe(expected);
  });

  it('does not take other positions in what was cancelled', () => {
    expect(problem([ahead, off], [same(ahead), { ...same(off), positions: [position()] }])).toBe('started');
  });
});

import { shanghaiTime } from '@kepu/domain';
import fc from 'fast-check';
import { boundsOf, shownShift, timesFrom } from './shift-times.js';

const time = (startsAt: string, endsAt: string, cancelled = false) => ({ startsAt, endsAt, cancelled });

describe('the same times from another day', () => {
  it('keep the hours of the day and their distance, whatever order they came in', () => {
    const copied = timesFrom([time('2026-07-12T11:00:00.000Z', '2026-07-12T13:00:00.000Z'), time('2026-07-10T16:30:00.000Z', '2026-07-11T01:00:00.000Z')], '2027-01-01');
    // 00:30 on 11 July in Shanghai is still the 10th in UTC: the day that counts is Shanghai's.
    expect(copied.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([['2026-12-31T16:30:00.000Z', '2027-01-01T01:00:00.000Z'], ['2027-01-02T11:00:00.000Z', '2027-01-02T13:00:00.000Z']]);
  });

  it('hold for all times and days', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(fc.property(fc.array(instant, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 4000 }), (starts, offset) => {
      const startsOn = new Date(Date.UTC(2022, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
      const shifts = starts.map((start) => time(start.toISOString(), new Date(start.getTime() + 5_400_000).toISOString()));
      const copied = timesFrom(shifts, startsOn);
      const sorted = [...shifts].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
      expect(shanghaiTime(copied[0]?.startsAt ?? '').day).toBe(startsOn);
      expect(copied.map((one) => shanghaiTime(one.startsAt).minute)).toEqual(sorted.map((one) => shanghaiTime(one.startsAt).minute));
      const distances = (list: readonly { startsAt: string }[]) => list.map((one) => Date.parse(one.startsAt) - Date.parse(list[0]?.startsAt ?? ''));
      expect(distances(copied)).toEqual(distances(sorted));
      expect(copied.every((one) => Date.parse(one.endsAt) - Date.parse(one.startsAt) === 5_400_000)).toBe(true);
    }));
  });
});

it('the bounds of shifts are their first and last beginnings, and none of none', () => {
  expect(boundsOf([time('2026-07-12T11:00:00.000Z', '2026-07-12T13:00:00.000Z'), time('2026-07-10T16:30:00.000Z', '2026-07-14T01:00:00.000Z')])).toEqual({ firstAt: new Date('2026-07-10T16:30:00Z'), lastAt: new Date('2026-07-12T11:00:00Z') });
  expect(boundsOf([])).toEqual({ firstAt: null, lastAt: null });
});

describe('what a list shows of an activity', () => {
  const [early, late, off] = [time('2026-07-01T01:00:00.000Z', '2026-07-01T03:00:00.000Z'), time('2026-07-09T01:00:00.000Z', '2026-07-09T03:00:00.000Z'), time('2026-07-05T01:00:00.000Z', '2026-07-05T03:00:00.000Z', true)];
  it.each([
    ['the first one while all are ahead', [late, early, off], '2026-06-01T00:00:00.000Z', early],
    ['the next one that takes place', [late, early, off], '2026-07-01T01:00:00.000Z', late],
    ['the last one when all have begun', [late, early, off], '2026-08-01T00:00:00.000Z', late],
    ['a cancelled one where there is no other', [off], '2026-06-01T00:00:00.000Z', off],
    ['nothing of nothing', [], '2026-06-01T00:00:00.000Z', null],
  ] as const)('is %s', (_, shifts, now, shown) => {
    expect(shownShift(shifts, now)).toBe(shown);
  });
});

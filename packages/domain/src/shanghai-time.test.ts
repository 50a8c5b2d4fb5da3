import fc from 'fast-check';
import { overlaps, shanghaiTime, weekParts } from './shanghai-time.js';

const MINUTE_MS = 60_000;
const BASE = Date.parse('2026-01-05T00:00:00.000Z');
const at = (minutes: number): string => new Date(BASE + minutes * MINUTE_MS).toISOString();
const minutes = fc.integer({ min: 0, max: 400 * 1440 });
/** A time of up to 40 hours, at whole minutes. */
const span = fc.tuple(minutes, fc.integer({ min: 1, max: 2400 })).map(([from, length]) => ({ startsAt: at(from), endsAt: at(from + length) }));

test.each([
  ['2026-11-25T16:00:00.000Z', { day: '2026-11-26', weekday: 3, minute: 0 }],
  ['2026-11-26T15:59:59.999Z', { day: '2026-11-26', weekday: 3, minute: 1439 }],
  ['2026-12-31T16:30:00.000Z', { day: '2027-01-01', weekday: 4, minute: 30 }],
  ['2028-02-28T16:00:00.000Z', { day: '2028-02-29', weekday: 1, minute: 0 }],
])('%s is %j in Shanghai', (instant, local) => expect(shanghaiTime(instant)).toEqual(local));

test.each([
  ['a Saturday morning', '2026-11-28T01:00:00.000Z', '2026-11-28T03:30:00.000Z', [15]],
  ['until noon exactly', '2026-11-28T01:00:00.000Z', '2026-11-28T04:00:00.000Z', [15]],
  ['past noon', '2026-11-28T01:00:00.000Z', '2026-11-28T04:01:00.000Z', [15, 16]],
  ['a whole day', '2026-11-28T01:00:00.000Z', '2026-11-28T12:00:00.000Z', [15, 16, 17]],
  ['from Sunday evening into Monday', '2026-11-29T14:00:00.000Z', '2026-11-29T17:00:00.000Z', [20, 0]],
])('%s', (_, startsAt, endsAt, parts) => expect(weekParts({ startsAt, endsAt })).toEqual(parts));

test('the parts of a time are those of its minutes, in their order', () => {
  fc.assert(
    fc.property(span, ({ startsAt, endsAt }) => {
      const seen: number[] = [];
      for (let time = Date.parse(startsAt); time < Date.parse(endsAt); time += MINUTE_MS) {
        const { weekday, minute } = shanghaiTime(new Date(time).toISOString());
        const part = weekday * 3 + (minute < 720 ? 0 : minute < 1080 ? 1 : 2);
        if (!seen.includes(part)) seen.push(part);
      }
      expect(weekParts({ startsAt, endsAt })).toEqual(seen);
    }),
    { numRuns: 50 },
  );
});

test('one that ends when the other begins does not overlap it', () => {
  const first = { startsAt: at(0), endsAt: at(60) };
  expect(overlaps(first, { startsAt: at(60), endsAt: at(90) })).toBe(false);
  expect(overlaps(first, { startsAt: at(59), endsAt: at(90) })).toBe(true);
  expect(overlaps(first, { startsAt: at(20), endsAt: at(30) })).toBe(true);
});

test('overlapping is mutual, and a shared minute is what makes it', () => {
  const near = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 200 }));
  fc.assert(
    fc.property(near, near, ([from, length], [otherFrom, otherLength]) => {
      const a = { startsAt: at(from), endsAt: at(from + length) };
      const b = { startsAt: at(otherFrom), endsAt: at(otherFrom + otherLength) };
      const shared = Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
      expect(overlaps(a, b)).toBe(shared > 0);
      expect(overlaps(b, a)).toBe(overlaps(a, b));
    }),
  );
});

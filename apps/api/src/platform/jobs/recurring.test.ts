import fc from 'fast-check';
import { backoffMs } from './backoff.js';
import { dailyAt, everyMinutes } from './recurring.js';

it('counts turns of minutes', () => {
  const slots = everyMinutes(5);
  expect(slots(new Date('2026-03-01T10:04:59.999Z'))).toBe('2026-03-01T10:00');
  expect(slots(new Date('2026-03-01T10:05:00.000Z'))).toBe('2026-03-01T10:05');
  expect(() => everyMinutes(0)).toThrow(TypeError);
});

it('begins a day’s turn at its hour in Asia/Shanghai', () => {
  const slots = dailyAt('03:30');
  expect(slots(new Date('2026-03-01T19:29:59.999Z'))).toBe('2026-03-01');
  expect(slots(new Date('2026-03-01T19:30:00.000Z'))).toBe('2026-03-02');
  expect(() => dailyAt('24:00')).toThrow(TypeError);
});

it('changes the turn exactly once a day, never back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 10_000_000 }), (hour, minute, from) => {
      const slots = dailyAt(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
      const start = Date.parse('2026-01-01T00:00:00.000Z') + from * 1_000;
      const turns = Array.from({ length: 49 }, (_, step) => slots(new Date(start + step * 3_600_000)));
      expect([...turns].sort()).toEqual(turns);
      expect(new Set(turns).size).toBe(3);
    }),
  );
});

it('waits longer after each failure, up to an hour and a quarter', () => {
  expect([1, 2, 3, 4].map((attempt) => backoffMs(attempt, 0))).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(backoffMs(60, 0)).toBe(3_600_000);
  expect(backoffMs(60, 1)).toBe(4_500_000);
});

import fc from 'fast-check';
import { afterQuiet, holdFor, windowFor } from './hours.js';
import { firstWavePolicy as policy } from './policy.js';

const ms = Date.parse;
const local = (text: string): number => ms(`${text}:00.000+08:00`);
const shown = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);

test.each([
  ['2026-11-28T21:59', '2026-11-28T21:59'], ['2026-11-28T22:00', '2026-11-29T08:00'], ['2026-11-28T23:30', '2026-11-29T08:00'], ['2026-11-29T00:00', '2026-11-29T08:00'], ['2026-11-29T07:59', '2026-11-29T08:00'],
  ['2026-11-29T08:00', '2026-11-29T08:00'],
])('what is ready at %s is sent at %s', (at, sent) => expect(shown(afterQuiet(local(at), policy))).toBe(sent));

test.each([
  ['a week ahead: two days', '2026-11-19T10:00', '2026-11-28T10:00', '2026-11-21T10:00'],
  ['two days ahead: a quarter of what is left', '2026-11-26T08:00', '2026-11-28T10:00', '2026-11-26T20:00'],
  ['never to be answered at night: two hours of the morning', '2026-11-26T14:00', '2026-11-28T10:00', '2026-11-27T10:00'],
  ['the same day: two hours', '2026-11-28T08:00', '2026-11-28T14:00', '2026-11-28T10:00'],
])('%s', (_, now, startsAt, until) => expect(shown(windowFor(local(now), local(startsAt), policy.answer, policy)!.until)).toBe(until));

test('too late to ask is too late to hold; a place is held an eighth of the time that is left, from two hours to a day', () => {
  expect(windowFor(local('2026-11-28T08:00'), local('2026-11-28T11:59'), policy.answer, policy)).toBeNull();
  const hold = (now: string, startsAt: string) => holdFor(new Date(local(now)).toISOString(), new Date(local(startsAt)).toISOString(), policy);
  expect(hold('2026-11-28T08:00', '2026-11-28T11:59')).toBeNull();
  expect(shown(ms(hold('2026-11-20T09:00', '2026-11-28T11:00')!.until))).toBe('2026-11-21T09:00');
  expect(shown(ms(hold('2026-11-28T09:00', '2026-11-30T11:00')!.until))).toBe('2026-11-28T15:00');
  expect(hold('2026-11-28T23:00', '2026-11-30T11:00')).toMatchObject({ offerAt: '2026-11-29T00:00:00.000Z' });
});

test('nothing begins at night, everybody has the least time, and the last call is kept', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 20 * 1440 }), fc.integer({ min: -60, max: 20 * 1440 }), fc.constantFrom(policy.answer, policy.hold), (minute, later, patience) => {
    const now = local('2026-11-28T00:00') + minute * 60_000;
    const startsAt = now + later * 60_000;
    const window = windowFor(now, startsAt, patience, policy);
    if (window === null) return;
    const clock = shown(window.from).slice(11);
    expect(clock >= '08:00' && clock < '22:00').toBe(true);
    expect(window.from).toBeGreaterThanOrEqual(now);
    expect(window.until - window.from).toBeGreaterThanOrEqual(patience.least * 3_600_000);
    expect(window.until).toBeLessThanOrEqual(startsAt - policy.lastCallHours * 3_600_000);
  }), { numRuns: 500 });
});

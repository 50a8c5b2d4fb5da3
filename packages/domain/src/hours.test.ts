import fc from 'fast-check';
import { CLOSES_MINUTES, LEAST_MINUTES, OPENS_MINUTES, OVERTIME_MINUTES, chooseLedger, isCheckInOpen, minutesBetween, mostMinutes, servedMinutes } from './hours.js';

const BASE = Date.parse('2026-11-28T01:00:00.000Z');
/** Milliseconds of a minute count too: people do not come at whole minutes. */
const at = (minutes: number): string => new Date(BASE + Math.round(minutes * 60_000)).toISOString();
const planned = { startsAt: at(0), endsAt: at(120) };

test.each([
  ['in time, out at the end', 0, 120, 120],
  ['late', 20.5, 120, 99],
  ['early: served from the beginning on', -45, 120, 120],
  ['stayed for the questions', 0, 140, 140],
  ['stayed very long', 0, 400, 150],
  ['early and very long', -60, 400, 150],
  ['left at once', 30, 30, 0],
  ['gone before it began', -50, -10, 0],
  ['forgot to check out', 15, null, 105],
  ['came after the end and forgot to check out', 130, null, 0],
])('%s', (_, inAt, outAt, minutes) => {
  expect(servedMinutes(planned, { inAt: at(inAt), outAt: outAt === null ? null : at(outAt) })).toBe(minutes);
});

test('never less than nothing, never more than the planned time and half an hour, never more than the presence', () => {
  const moment = fc.double({ min: -600, max: 1200, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), moment, fc.option(moment), (length, inAt, outAt) => {
      const time = { startsAt: at(0), endsAt: at(length) };
      const presence = { inAt: at(inAt), outAt: outAt === null ? null : at(outAt) };
      const served = servedMinutes(time, presence);
      expect(Number.isInteger(served)).toBe(true);
      expect(served).toBeGreaterThanOrEqual(0);
      expect(served).toBeLessThanOrEqual(length + OVERTIME_MINUTES);
      expect(served).toBeLessThanOrEqual(mostMinutes(time));
      expect(served).toBeLessThanOrEqual(Math.max(0, minutesBetween(presence.inAt, presence.outAt ?? time.endsAt)));
    }),
  );
});

test('who stays longer has not served less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (out, more) => {
      const before = servedMinutes(planned, { inAt: at(0), outAt: at(out) });
      expect(servedMinutes(planned, { inAt: at(0), outAt: at(out + more) })).toBeGreaterThanOrEqual(before);
    }),
  );
});

test.each([
  [-OPENS_MINUTES - 1, false],
  [-OPENS_MINUTES, true],
  [60, true],
  [120 + CLOSES_MINUTES - 1, true],
  [120 + CLOSES_MINUTES, false],
])('check-in at minute %i: %s', (minute, open) => expect(isCheckInOpen(planned, at(minute))).toBe(open));

test.each([
  [{ minutes: 120, paid: false, onDuty: false }, 'volunteer', 'own_time'],
  [{ minutes: 120, paid: false, onDuty: true }, 'work', 'duty_time'],
  [{ minutes: 120, paid: true, onDuty: true }, 'work', 'duty_time'],
  [{ minutes: 120, paid: true, onDuty: false }, 'none', 'paid'],
  [{ minutes: LEAST_MINUTES, paid: false, onDuty: false }, 'volunteer', 'own_time'],
  [{ minutes: LEAST_MINUTES - 1, paid: false, onDuty: true }, 'none', 'too_short'],
] as const)('%j stands in %s by %s', (presence, ledger, rule) => expect(chooseLedger(presence)).toEqual({ ledger, rule }));

test('duty and paid time are never volunteer hours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.boolean(), fc.boolean(), (minutes, paid, onDuty) => {
      const { ledger } = chooseLedger({ minutes, paid, onDuty });
      expect(ledger === 'volunteer').toBe(minutes >= LEAST_MINUTES && !paid && !onDuty);
    }),
  );
});

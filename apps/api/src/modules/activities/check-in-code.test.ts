import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { codeOf, isCodeGood, stepEnd, stepOf, STEP_SECONDS } from './check-in-code.js';

const secret = randomBytes(32).toString('base64url');
const shiftId = randomUUID();
const begin = new Date('2026-11-28T01:00:00.000Z');
const after = (seconds: number): Date => new Date(begin.getTime() + seconds * 1_000);
const shown = codeOf(secret, shiftId, stepOf(begin));

test('is six digits to read out and a longer text to scan, new with every step', () => {
  expect(shown.digits).toMatch(/^\d{6}$/);
  expect(shown.code).toMatch(/^[\w-]{22}$/);
  const codes = Array.from({ length: 200 }, (_, step) => codeOf(secret, shiftId, step));
  expect(new Set(codes.map(({ code }) => code)).size).toBe(200);
  expect(new Set(codes.map(({ digits }) => digits)).size).toBeGreaterThan(190);
  expect(stepEnd(stepOf(begin))).toEqual(after(STEP_SECONDS));
});

test.each([[0, true], [29, true], [30, true], [59, true], [60, false], [300, false], [-1, false], [-30, false]])('%i seconds after its step began it is good: %s', (seconds, good) => {
  for (const given of [shown.code, shown.digits]) expect(isCodeGood(secret, shiftId, given, after(seconds))).toBe(good);
});

test('is typed as people type', () => {
  for (const given of [` ${shown.digits.slice(0, 3)} ${shown.digits.slice(3)} `, `${shown.digits.slice(0, 3)}-${shown.digits.slice(3)}`, ` ${shown.code} `]) expect(isCodeGood(secret, shiftId, given, begin)).toBe(true);
});

test('another shift’s code, another secret and anything else are not good', () => {
  const other = codeOf(secret, randomUUID(), stepOf(begin));
  for (const given of [other.code, other.digits, codeOf(randomBytes(32).toString('base64url'), shiftId, stepOf(begin)).code, '', shown.code.slice(1), `${shown.code}x`, `0${shown.digits}`, '０００００００']) {
    expect(isCodeGood(secret, shiftId, given, begin)).toBe(false);
  }
});

test('a code is good in its own step and the next one, at any time', () => {
  fc.assert(fc.property(fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true }), fc.integer({ min: -5, max: 5 }), (now, back) => {
    const { code } = codeOf(secret, shiftId, stepOf(now) - back);
    expect(isCodeGood(secret, shiftId, code, now)).toBe(back === 0 || back === 1);
  }));
});

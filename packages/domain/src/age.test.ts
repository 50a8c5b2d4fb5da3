import fc from 'fast-check';
import { ADULT_AGE, ageBand, ageOn } from './age.js';
import { addDays, civilDate, dayNumber } from './civil-date.js';

const day = fc.integer({ min: dayNumber('1930-01-01'), max: dayNumber('2099-12-31') }).map(civilDate);

test.each([
  ['2008-05-01', '2026-04-30', 17],
  ['2008-05-01', '2026-05-01', 18],
  ['2008-12-31', '2026-01-01', 17],
  ['2026-11-26', '2026-11-26', 0],
])('born on %s, %s: %i', (bornOn, today, age) => expect(ageOn(bornOn, today)).toBe(age));

test.each([
  ['2026-02-28', 17],
  ['2026-03-01', 18],
  ['2028-02-28', 19],
  ['2028-02-29', 20],
])('born on 29 February 2008, %s: %i', (today, age) => expect(ageOn('2008-02-29', today)).toBe(age));

test('a date that does not exist is nobody’s birthday', () => {
  expect(() => ageOn('2007-02-29', '2026-01-01')).toThrow(RangeError);
});

test('nobody grows younger, and a year makes one year', () => {
  fc.assert(
    fc.property(day, day, (bornOn, today) => {
      const age = ageOn(bornOn, today);
      expect([0, 1]).toContain(ageOn(bornOn, addDays(today, 1)) - age);
      expect(ageOn(bornOn, `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`)).toBe(age + 1);
    }),
  );
});

test.each([[ADULT_AGE, '18-35'], [35, '18-35'], [36, '36-59'], [59, '36-59'], [60, '60+'], [91, '60+']] as const)('at %i: %s', (age, band) =>
  expect(ageBand(age)).toBe(band),
);

import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { addDays, civilDate, dayNumber } from './civil-date.js';
import { addWorkdays, coveredYears, isWorkday, workdayCalendar, workdaysBetween, type DayException } from './workdays.js';

const seed = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../seeds/workdays.json'), 'utf8')) as { days: DayException[] };
const calendar = workdayCalendar(seed.days);
const known = <T>(value: T) => ({ value, uncertain: false, unknownYears: [] });

describe('the seeded arrangement of 2024 to 2026', () => {
  test('covers three years', () => expect(coveredYears(seed.days)).toEqual([2024, 2025, 2026]));

  test.each([
    ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
    ['2026-02-15', false, 'Sunday, first day of the festival'],
    ['2026-02-24', true, 'Tuesday after the festival'],
    ['2026-10-07', false, 'last day of the National Day holiday'],
    ['2026-10-08', true, 'Thursday after it'],
    ['2026-10-10', true, 'a Saturday worked'],
    ['2026-10-11', false, 'an ordinary Sunday'],
    ['2026-09-20', true, 'a Sunday worked'],
    ['2025-10-08', false, 'a Wednesday off'],
  ])('%s is %s: %s', (date, expected) => expect(isWorkday(date, calendar)).toEqual(known(expected)));

  test('a deadline that starts before the Spring Festival counts the worked Saturday', () => {
    expect(addWorkdays('2026-02-12', 3, calendar)).toEqual(known('2026-02-24'));
    expect(addWorkdays('2026-02-13', 1, calendar)).toEqual(known('2026-02-14'));
    expect(addWorkdays('2026-02-14', 1, calendar)).toEqual(known('2026-02-24'));
  });

  test('a deadline over the National Day counts 8, 9 and 10 October', () => {
    expect(addWorkdays('2026-09-30', 1, calendar)).toEqual(known('2026-10-08'));
    expect(addWorkdays('2026-09-30', 3, calendar)).toEqual(known('2026-10-10'));
    expect(addWorkdays('2026-09-30', 4, calendar)).toEqual(known('2026-10-12'));
    expect(workdaysBetween('2026-09-30', '2026-10-12', calendar)).toEqual(known(4));
  });

  test('backwards, and from a day off', () => {
    expect(addWorkdays('2026-10-08', -1, calendar)).toEqual(known('2026-09-30'));
    expect(addWorkdays('2026-10-03', 0, calendar)).toEqual(known('2026-10-08'));
    expect(addWorkdays('2026-10-09', 0, calendar)).toEqual(known('2026-10-09'));
    expect(workdaysBetween('2026-10-08', '2026-09-30', calendar)).toEqual(known(-1));
  });
});

describe('a year without data is never guessed in silence', () => {
  test('2027-01-01 is marked, whatever the weekday says', () => {
    expect(isWorkday('2027-01-01', calendar)).toEqual({ value: true, uncertain: true, unknownYears: [2027] });
  });

  test('a deadline that runs into it is marked, one that ends before is not', () => {
    expect(addWorkdays('2026-12-29', 2, calendar)).toEqual(known('2026-12-31'));
    expect(addWorkdays('2026-12-30', 3, calendar)).toMatchObject({ uncertain: true, unknownYears: [2027] });
  });

  test('every year passed over is named', () => {
    expect(workdaysBetween('2022-12-30', '2028-01-03', calendar).unknownYears).toEqual([2022, 2023, 2027, 2028]);
  });

  test('a day entered by hand is certain, the rest of its year is not', () => {
    const byHand = workdayCalendar([...seed.days, { date: '2027-01-01', kind: 'holiday', name: '元旦' }]);
    expect(isWorkday('2027-01-01', byHand)).toEqual(known(false));
    expect(isWorkday('2027-01-04', byHand).uncertain).toBe(true);
  });
});

describe('arguments that cannot be right', () => {
  test.each(['2026-02-30', '2026-2-3', '20260203', '', '2026-13-01'])('date "%s"', (date) => {
    expect(() => addWorkdays(date, 1, calendar)).toThrow(RangeError);
  });
  test.each([1.5, Number.NaN, 10_001, Number.POSITIVE_INFINITY])('%s workdays', (n) => {
    expect(() => addWorkdays('2026-01-05', n, calendar)).toThrow(RangeError);
  });
  test('one day both off and worked', () => {
    expect(() =>
      workdayCalendar([
        { date: '2026-10-10', kind: 'holiday', name: '国庆节' },
        { date: '2026-10-10', kind: 'workday', name: '国庆节' },
      ]),
    ).toThrow('2026-10-10');
  });
});

describe('for every day and number', () => {
  const date = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2026-12-31') }).map(civilDate);
  const steps = fc.integer({ min: -300, max: 300 }).filter((n) => n !== 0);

  test('adding and counting are inverse, and the end is a workday', () => {
    fc.assert(
      fc.property(date, steps, (from, n) => {
        const end = addWorkdays(from, n, calendar).value;
        expect(isWorkday(end, calendar).value).toBe(true);
        expect(workdaysBetween(from, end, calendar).value).toBe(n);
      }),
    );
  });

  test('uncertain exactly when the way touches an unknown year', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const end = addWorkdays(from, n, calendar);
        expect(end.uncertain).toBe(end.value > '2026-12-31');
      }),
    );
  });

  test('civil dates and day numbers are one to one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        expect(dayNumber(civilDate(day))).toBe(day);
        expect(addDays(civilDate(day), 7)).toBe(civilDate(day + 7));
      }),
    );
  });
});

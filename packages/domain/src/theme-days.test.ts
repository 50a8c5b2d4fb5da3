import fc from 'fast-check';
import { nextThemeDay, themeDaySpans, type ThemeDayRule } from './theme-days.js';

const fixed = (month: number, day: number): ThemeDayRule => ({ kind: 'fixed', month, day });
const scienceDay: ThemeDayRule = { kind: 'weekday', month: 9, nth: 3, weekday: 6 };
const scienceWeek: ThemeDayRule = {
  kind: 'announced',
  dates: [
    { from: '2026-05-23', to: '2026-05-30' },
    { from: '2025-05-24', to: '2025-05-31' },
  ],
};
const one = (date: string) => ({ from: date, to: date });

test.each([
  [2024, '2024-09-21'],
  [2025, '2025-09-20'],
  [2026, '2026-09-19'],
])('the third Saturday of September %i', (year, date) => expect(themeDaySpans(scienceDay, year)).toEqual([one(date)]));

test('a month spans to its last day, December and February too', () => {
  expect(themeDaySpans({ kind: 'month', month: 9 }, 2026)).toEqual([{ from: '2026-09-01', to: '2026-09-30' }]);
  expect(themeDaySpans({ kind: 'month', month: 12 }, 2026)).toEqual([{ from: '2026-12-01', to: '2026-12-31' }]);
  expect(themeDaySpans({ kind: 'month', month: 2 }, 2028)).toEqual([{ from: '2028-02-01', to: '2028-02-29' }]);
});

test('a date that the year does not have is left out, not moved', () => {
  expect(themeDaySpans(fixed(2, 29), 2026)).toEqual([]);
  expect(themeDaySpans({ kind: 'weekday', month: 2, nth: 5, weekday: 1 }, 2026)).toEqual([]);
  expect(nextThemeDay(fixed(2, 29), '2026-01-01')).toEqual(one('2028-02-29'));
  expect(nextThemeDay(fixed(2, 29), '2096-03-01')).toEqual(one('2104-02-29'));
});

test('today counts, yesterday is past', () => {
  expect(nextThemeDay(fixed(11, 9), '2026-11-09')).toEqual(one('2026-11-09'));
  expect(nextThemeDay(fixed(11, 9), '2026-11-10')).toEqual(one('2027-11-09'));
  expect(nextThemeDay({ kind: 'month', month: 6 }, '2026-06-30')?.from).toBe('2026-06-01');
});

test('announced dates: the running or the next one, and none when none is known', () => {
  expect(nextThemeDay(scienceWeek, '2025-05-28')).toEqual({ from: '2025-05-24', to: '2025-05-31' });
  expect(nextThemeDay(scienceWeek, '2025-06-01')).toEqual({ from: '2026-05-23', to: '2026-05-30' });
  expect(nextThemeDay(scienceWeek, '2026-06-01')).toBeNull();
  expect(nextThemeDay({ kind: 'announced', dates: [{ from: '2026-12-28', to: '2027-01-03' }] }, '2027-01-02')?.from).toBe('2026-12-28');
});

test('the next date is never past, and at most a year away for a day that every year has', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (month, day, date) => {
        const today = date.toISOString().slice(0, 10);
        const span = nextThemeDay(fixed(month, day), today);
        expect(span !== null && span.from >= today && Number(span.from.slice(0, 4)) - Number(today.slice(0, 4)) <= 1).toBe(true);
      },
    ),
  );
});

import { isPastDeadline } from './sign-off.js';
import { proposedPeriods } from './report-periods.js';
import { workdayCalendar } from './workdays.js';

const calendar = workdayCalendar([
  { date: '2026-01-01', kind: 'holiday', name: '元旦' }, { date: '2026-10-01', kind: 'holiday', name: '国庆节' }, { date: '2026-10-05', kind: 'holiday', name: '国庆节' },
  { date: '2026-10-10', kind: 'workday', name: '国庆节' },
]);
const find = (kind: string, number: number) => proposedPeriods(2026, calendar).find((period) => period.kind === kind && period.number === number);

test('a year has a half, an end, four quarters and twelve months, and no second half', () => {
  expect(proposedPeriods(2026, calendar).map(({ kind, number }) => `${kind} ${number}`)).toEqual([
    'half_year 1', 'year 1', ...[1, 2, 3, 4].map((n) => `quarter ${n}`), ...Array.from({ length: 12 }, (_, index) => `month ${index + 1}`),
  ]);
});

test('half a year to 30 June is reported by 10 July', () => {
  expect(find('half_year', 1)).toEqual({ kind: 'half_year', number: 1, from: '2026-01-01', to: '2026-06-30', opensOn: '2026-06-24', dueOn: '2026-07-10', dueUncertain: false });
});

test('a day on which nobody works moves to the next workday, make-up days included', () => {
  expect(find('quarter', 3)?.dueOn).toBe('2026-10-10');
  expect(find('month', 9)?.dueOn).toBe('2026-10-06');
  expect(find('month', 2)).toMatchObject({ from: '2026-02-01', to: '2026-02-28', dueOn: '2026-03-05' });
});

test('the year’s end falls into a year without announced holidays: the day is given, and marked as doubtful', () => {
  expect(find('year', 1)).toMatchObject({ from: '2026-01-01', to: '2026-12-31', dueOn: '2027-01-11', dueUncertain: true });
  expect(find('month', 12)).toMatchObject({ dueOn: '2027-01-05', dueUncertain: true });
  expect(isPastDeadline('2027-01-12', '2027-01-11')).toBe(true);
});

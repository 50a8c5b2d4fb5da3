import fc from 'fast-check';
import type { AssignmentState } from './assignment-lifecycle.js';
import { DEFAULT_SIGNING_WORKDAYS, isPastDeadline, signOffSummary, signingDeadline } from './sign-off.js';
import { workdayCalendar } from './workdays.js';

const calendar = workdayCalendar([
  { date: '2026-01-01', kind: 'holiday', name: '元旦' },
  { date: '2026-10-01', kind: 'holiday', name: '国庆节' },
  { date: '2026-10-10', kind: 'workday', name: '国庆节' },
]);

test('three workdays after the issue, the day of issue not counted', () => {
  expect(DEFAULT_SIGNING_WORKDAYS).toBe(3);
  expect(signingDeadline('2026-05-27', calendar)).toEqual({ value: '2026-06-01', uncertain: false, unknownYears: [] });
  expect(signingDeadline('2026-10-09', calendar, 1).value).toBe('2026-10-10');
  expect(signingDeadline('2026-12-30', calendar).uncertain).toBe(true);
});

test('the deadline day itself is still in time', () => {
  expect(isPastDeadline('2026-06-01', '2026-06-01')).toBe(false);
  expect(isPastDeadline('2026-06-02', '2026-06-01')).toBe(true);
});

test('counts, and what the office sees first', () => {
  const states: AssignmentState[] = ['signed', 'asked', 'pending', 'pending'];
  const counts = { total: 4, signed: 1, asked: 1, pending: 2 };
  expect(signOffSummary(states, '2026-06-01', '2026-06-01')).toEqual({ ...counts, overdue: 0, status: 'asked' });
  expect(signOffSummary(states, '2026-06-02', '2026-06-01')).toEqual({ ...counts, overdue: 2, status: 'overdue' });
});

test.each<[AssignmentState[], string]>([
  [[], 'none'],
  [['signed', 'signed'], 'signed'],
  [['signed', 'pending'], 'pending'],
  [['asked', 'signed'], 'asked'],
])('%j in time is %s', (states, status) => {
  expect(signOffSummary(states, '2026-06-01', '2026-06-01').status).toBe(status);
});

test('a question that waits for the office is no delay of the unit', () => {
  expect(signOffSummary(['asked'], '2027-01-01', '2026-06-01')).toMatchObject({ overdue: 0, status: 'asked' });
});

test('the parts always make the total', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<AssignmentState>('pending', 'asked', 'signed')), fc.boolean(), (states, late) => {
      const sum = signOffSummary(states, late ? '2026-06-02' : '2026-06-01', '2026-06-01');
      expect(sum.signed + sum.asked + sum.pending).toBe(states.length);
      expect(sum.total).toBe(states.length);
      expect(sum.overdue).toBe(late ? sum.pending : 0);
    }),
  );
});

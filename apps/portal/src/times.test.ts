import { at, today } from '../test-support/world.js';
import { dateOf, hoursOf, lastDayOf, monthBeside, monthOf, timeText, untilText } from './times.js';
import { wordsOf } from './words.js';

const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')];

it('says a time as people do', () => {
  const time = { startsAt: at('2026-11-28', '9:00'), endsAt: at('2026-11-28', '11:05') };
  expect(timeText(time, 'zh-CN', today)).toBe('11月28日 周六 9:00–11:05');
  expect(timeText(time, 'en', today)).toBe('Sat 28 Nov 9:00–11:05');
});

it('names both days of a night, and the year where it is another one', () => {
  const time = { startsAt: at('2026-12-31', '22:00'), endsAt: at('2027-01-01', '1:30') };
  expect(timeText(time, 'zh-CN', today)).toBe('12月31日 周四 22:00 – 2027年1月1日 周五 1:30');
  expect(timeText(time, 'en', today)).toBe('Thu 31 Dec 22:00 – Fri 1 Jan 2027 1:30');
});

it('takes the day of the city, not of Greenwich', () => {
  expect(timeText({ startsAt: '2026-11-27T16:30:00.000Z', endsAt: '2026-11-27T17:30:00.000Z' }, 'zh-CN', today)).toBe('11月28日 周六 0:30–1:30');
});

it.each([['2026-11-26', '今天', 'today'], ['2026-11-27', '明天', 'tomorrow'], ['2026-11-29', '还有 3 天', 'in 3 days'], ['2026-11-25', null, null], ['2027-11-26', null, null]])('%s is %s', (day, chinese, english) => {
  expect(untilText(at(day, '23:59'), today, zh)).toBe(chinese);
  expect(untilText(at(day, '0:00'), today, en)).toBe(english);
});

it('knows where a week and a month end', () => {
  expect(lastDayOf('week', '2026-11-26')).toBe('2026-11-29');
  expect(lastDayOf('week', '2026-11-29')).toBe('2026-11-29');
  expect(lastDayOf('week', '2026-11-30')).toBe('2026-12-06');
  expect(lastDayOf('month', '2026-11-26')).toBe('2026-11-30');
  expect(lastDayOf('month', '2028-02-01')).toBe('2028-02-29');
});

it('walks from month to month over the year', () => {
  expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1), monthBeside('2026-11', -12)]).toEqual(['2027-01', '2025-12', '2025-11']);
  expect([monthOf('2026-11', 'zh-CN'), monthOf('2026-11', 'en'), monthOf('2026-11', 'zh-CN', 'short')]).toEqual(['2026年11月', 'November 2026', '11月']);
  expect(dateOf('2026-11-01', 'zh-CN', '')).toBe('2026年11月1日');
});

it('counts minutes as hours with one decimal', () => {
  expect([0, 90, 125, 1890, -90].map(hoursOf)).toEqual(['0', '1.5', '2.1', '31.5', '-1.5']);
});

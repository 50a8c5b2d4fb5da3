import { plainTime, spokenTime } from './spoken-time.js';

it('says the day once, and the end’s own day where it differs', () => {
  expect(spokenTime({ startsAt: '2026-07-04T01:05:00.000Z', endsAt: '2026-07-04T03:00:00.000Z' }, 'zh-CN')).toBe('7月4日周六 9:05–11:00');
  expect(spokenTime({ startsAt: '2026-07-04T12:00:00.000Z', endsAt: '2026-07-04T17:30:00.000Z' }, 'zh-CN')).toBe('7月4日周六 20:00–7月5日周日 1:30');
  expect(spokenTime({ startsAt: '2026-07-04T01:05:00.000Z', endsAt: '2026-07-04T03:00:00.000Z' }, 'en')).toBe('Sat, July 4 09:05–11:00');
});

it('shows an instant by the clocks of Shanghai', () => {
  expect(plainTime('2026-07-04T16:05:00.000Z')).toBe('2026-07-05 00:05');
});

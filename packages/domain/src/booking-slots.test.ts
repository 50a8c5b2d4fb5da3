import { runsOf, slotsOf } from './booking-slots.js';

it('asks for the same parts on each of the days, in the order of the day', () => {
  expect(slotsOf({ from: '2026-02-28', to: '2026-03-01', parts: ['afternoon', 'morning'] })).toEqual([
    { day: '2026-02-28', part: 'morning' }, { day: '2026-02-28', part: 'afternoon' }, { day: '2026-03-01', part: 'morning' }, { day: '2026-03-01', part: 'afternoon' },
  ]);
  expect(slotsOf({ from: '2026-03-02', to: '2026-03-01', parts: ['morning'] })).toEqual([]);
});

it('tells of days that follow each other with the same parts as one run', () => {
  const slots = [...slotsOf({ from: '2026-03-01', to: '2026-03-03', parts: ['morning'] }), ...slotsOf({ from: '2026-03-04', to: '2026-03-04', parts: ['morning', 'evening'] }), ...slotsOf({ from: '2026-03-06', to: '2026-03-06', parts: ['morning', 'evening'] })];
  expect(runsOf([...slots].reverse().sort((a, b) => a.day.localeCompare(b.day)).sort((a, b) => (a.day === b.day ? (a.part === 'morning' ? -1 : 1) : 0)))).toEqual([
    { from: '2026-03-01', to: '2026-03-03', parts: ['morning'] }, { from: '2026-03-04', to: '2026-03-04', parts: ['morning', 'evening'] }, { from: '2026-03-06', to: '2026-03-06', parts: ['morning', 'evening'] },
  ]);
  expect(runsOf([])).toEqual([]);
});

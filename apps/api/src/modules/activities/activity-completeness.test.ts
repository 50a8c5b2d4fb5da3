import { missingParts, type Completeness } from './activity-completeness.js';

const NOW = '2026-07-01T00:00:00.000Z';
const whole: Completeness = { shifts: [{ startsAt: '2026-07-02T00:00:00.000Z', positions: 2 }], riskStatement: '室内活动，风险低。', serves: 1, servable: true };

it.each<[string, Partial<Completeness>, string[]]>([
  ['nothing is missing', {}, []],
  ['no shift', { shifts: [] }, ['shifts']],
  ['one shift that has begun this moment', { shifts: [...whole.shifts, { startsAt: NOW, positions: 1 }] }, ['future']],
  ['one shift that wants nobody', { shifts: [...whole.shifts, { startsAt: '2026-07-03T00:00:00.000Z', positions: 0 }] }, ['positions']],
  ['no word on risks', { riskStatement: ' ' }, ['risk']],
  ['nothing served although the paper gives the unit work', { serves: 0 }, ['serves']],
  ['nothing served by a unit that the paper does not name', { serves: 0, servable: false }, []],
  ['much at once', { shifts: [{ startsAt: '2026-06-01T00:00:00.000Z', positions: 0 }], riskStatement: '', serves: 0 }, ['future', 'positions', 'risk', 'serves']],
])('%s', (_, more, expected) => {
  expect(missingParts({ ...whole, ...more }, NOW)).toEqual(expected);
});

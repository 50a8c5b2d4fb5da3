import { importItemOf, importOf, uuid } from '../testing/samples.js';
import { byCode, openNames, shownItems, targetText } from './preview.js';

test('names without a match come once, with their items and the likely match', () => {
  const value = importOf();
  const items = [...value.items, importItemOf(31, { cooperating: [{ name: '市教委', unitId: null }], programme: { name: '某工程', printed: '某工程', programmeId: null } })];
  expect(openNames({ items, warnings: value.warnings })).toEqual([
    { kind: 'unit', name: '市教委', suggestion: { id: uuid(101), name: '市教育局' }, positions: [5, 31] },
    { kind: 'programme', name: '某工程', suggestion: null, positions: [31] },
  ]);
});

test('filters narrow by findings, matches, corrections and words', () => {
  const { items } = importOf();
  const positions = (filter: Parameters<typeof shownItems>[1]) => shownItems(items, filter).map(({ position }) => position);
  expect(positions({ only: 'all', text: '' })).toHaveLength(30);
  expect(positions({ only: 'warnings', text: '' })).toEqual([5, 29]);
  expect(positions({ only: 'unmatched', text: '' })).toEqual([5]);
  expect(positions({ only: 'corrected', text: '' })).toEqual([]);
  expect(positions({ only: 'all', text: ' 市教委 ' })).toEqual([5]);
});

test('findings are grouped in the order in which they appear', () => {
  expect(byCode(importOf().warnings).map(([code, found]) => [code, found.length])).toEqual([['unknown_unit', 1], ['no_final_stop', 1]]);
});

test.each([
  [{ min: 5000, max: 5000, approx: true, unit: '人次' }, '约 5000 人次'],
  [{ min: 2, max: 3, approx: false, unit: '家' }, '2–3 家'],
  [{ min: 100, max: null, approx: false, unit: '场' }, '不少于 100 场'],
  [{ min: null, max: 4, approx: false, unit: '次' }, '不超过 4 次'],
])('a target as people write it: %j', (target, text) => {
  expect(targetText(target, { about: '约 ', atLeast: '不少于 ', atMost: '不超过 ' })).toBe(text);
});

import type { Criterion, RubricSection } from '@kepu/contracts';
import fc from 'fast-check';
import { countedPoints, gradeOf, pointsBetween, rubricFaults, scoredPoints, sheetTotal } from './assessments.js';

const criterion = (change: Partial<Criterion> = {}): Criterion => ({ key: 'a', title: '办结', note: null, kind: 'score', most: 10, source: 'closed_out', way: 'share', target: null, each: null, steps: [], ...change });
const rubric = (...criteria: Criterion[]): RubricSection[] => [{ title: '一', criteria }];
const steps = [{ from: 60, points: 4 }, { from: 80, points: 8 }, { from: 100, points: 10 }];

describe('points that are counted', () => {
  it.each<readonly [string, Criterion, number, number, number]>([
    ['in proportion', criterion(), 3, 4, 7.5], ['cut, never rounded up', criterion(), 2, 3, 6.6], ['nothing asked, nothing missed', criterion(), 0, 0, 10], ['by steps', criterion({ way: 'steps', steps }), 8, 10, 8], ['below the first step', criterion({ way: 'steps', steps }), 5, 10, 0],
    ['a step that division would miss', criterion({ way: 'steps', steps: [{ from: 58, points: 5 }] }), 29, 50, 5], ['activities against their target', criterion({ source: 'activities', target: 4 }), 3, 0, 7.5], ['no more than all points', criterion({ source: 'activities', target: 4 }), 9, 0, 10],
    ['taken off for each that is missing', criterion({ kind: 'deduction', each: 0.5, most: 2 }), 1, 4, 1.5], ['no more than the cap', criterion({ kind: 'deduction', each: 0.5, most: 2 }), 0, 9, 2], ['added for each', criterion({ kind: 'extra', source: 'activities', each: 0.3, most: 5 }), 3, 0, 0.9],
  ])('%s', (_, one, done, asked, points) => { expect(countedPoints(one, { done, asked })).toBe(points); });

  const shape = fc.record({ kind: fc.constantFrom<Criterion['kind']>('score', 'deduction', 'extra'), most: fc.integer({ min: 1, max: 1000 }).map((n) => n / 10), way: fc.constantFrom<Criterion['way']>('share', 'steps'), each: fc.integer({ min: 1, max: 50 }).map((n) => n / 10), target: fc.integer({ min: 1, max: 50 }), source: fc.constantFrom<Criterion['source']>('closed_out', 'activities') });
  it('stay within their limits, and do not fall where more is done', () => {
    fc.assert(fc.property(shape, fc.nat(60), fc.nat(60), (change, asked, given) => {
      const done = Math.min(given, asked);
      const one = criterion({ ...change, steps: [{ from: 50, points: Math.floor(change.most * 5) / 10 }, { from: 90, points: change.most }] });
      const [before, after] = [done, Math.min(asked, done + 1)].map((count) => countedPoints(one, { done: count, asked }));
      for (const points of [before, after]) { expect(points).toBeGreaterThanOrEqual(0); expect(points).toBeLessThanOrEqual(one.most); }
      expect(Math.sign((after ?? 0) - (before ?? 0))).not.toBe(one.kind === 'deduction' ? 1 : -1);
    }));
  });
});

describe('a sheet', () => {
  it('adds tenths without dust, and never falls below nothing', () => {
    const parts = rubric(criterion({ key: 'a', most: 0.1 }), criterion({ key: 'b', most: 0.2 }), criterion({ key: 'c', kind: 'deduction', most: 5 }), criterion({ key: 'd', kind: 'extra', most: 1 }));
    expect(scoredPoints(parts)).toBe(0.3);
    expect(sheetTotal(parts, new Map([['a', 0.1], ['b', 0.2]]))).toBe(0.3);
    expect(sheetTotal(parts, new Map([['a', 0.1], ['c', 3]]))).toBe(0);
    expect(sheetTotal(parts, new Map([['a', 9], ['d', 9]]))).toBe(1.1);
    expect(pointsBetween(0.3, 0.1)).toBe(-0.2);
  });
  it('comes to no less than nothing and no more than all points with the extra ones', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom<Criterion['kind']>('score', 'deduction', 'extra'), fc.integer({ min: 1, max: 300 }), fc.nat(600)), { maxLength: 12 }), (given) => {
      const parts = rubric(...given.map(([kind, most], at) => criterion({ key: String(at), kind, most: most / 10 })));
      const total = sheetTotal(parts, new Map(given.map(([, , points], at) => [String(at), points / 10])));
      expect(total).toBeGreaterThanOrEqual(0);
      expect(Math.round(total * 10)).toBeLessThanOrEqual(given.filter(([kind]) => kind !== 'deduction').reduce((sum, [, most]) => sum + most, 0));
    }));
  });
  it('has a mark', () => {
    const marks = { excellent: 90, good: 80, passed: 60 };
    expect([100, 90, 89.9, 80, 60, 59.9].map((total) => gradeOf(total, marks))).toEqual(['excellent', 'excellent', 'good', 'good', 'passed', 'failed']);
  });
});

it('a rubric that cannot be counted is told part by part', () => {
  const faults = (...criteria: Criterion[]) => rubricFaults(rubric(...criteria)).map(({ criterion: at, part, code }) => [at, part, code]);
  expect(faults(criterion(), criterion({ source: null, kind: 'extra' }), criterion({ way: 'steps', steps }))).toEqual([]);
  expect(faults(criterion({ most: 0 }), criterion({ kind: 'deduction' }), criterion({ kind: 'deduction', each: 1, source: 'activities' }), criterion({ source: 'activities' }), criterion({ way: 'steps' }), criterion({ way: 'steps', steps: [{ from: 50, points: 8 }, { from: 80, points: 4 }] }), criterion({ way: 'steps', steps: [{ from: 50, points: 11 }] }))).toEqual([
    [0, 'most', 'too_small'], [1, 'each', 'required'], [2, 'source', 'source_unfit'], [3, 'target', 'required'], [4, 'steps', 'required'], [5, 'steps', 'steps_order'], [6, 'steps', 'steps_order'],
  ]);
});

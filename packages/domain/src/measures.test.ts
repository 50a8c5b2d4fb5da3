import fc from 'fast-check';
import { addDays } from './civil-date.js';
import { isDone, measureProgress, wanted, type MeasureRule } from './measures.js';

const TODAY = '2026-11-26';
const rule = (patch: Partial<MeasureRule>): MeasureRule => ({ kind: 'number', min: 1000, max: null, approx: false, dueOn: null, judgedMet: null, ...patch });
const count = (value: number, evidence = value > 0 ? 1 : 0) => ({ value, evidence });

test('what is wanted: the number itself, one deliverable or step, and nothing countable of quality', () => {
  expect(wanted(rule({}))).toBe(1000);
  expect(wanted(rule({ kind: 'deliverable', min: null }))).toBe(1);
  expect(wanted(rule({ kind: 'deliverable', min: 3 }))).toBe(3);
  expect(wanted(rule({ kind: 'milestone', min: null }))).toBe(1);
  expect(wanted(rule({ kind: 'qualitative', min: 2 }))).toBeNull();
});

test.each([
  [5000, true, 4750, true],
  [5000, true, 4749, false],
  [5000, false, 4999, false],
  [5000, false, 5000, true],
  [1, true, 0, false],
])('%i, approximate %s: %i is done: %s', (min, approx, value, done) => expect(isDone(rule({ min, approx }), count(value))).toBe(done));

test('about the least is met at 95 %, for every number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 1_100_000 }), (min, value) => {
      expect(isDone(rule({ min, approx: true }), count(value))).toBe(value >= Math.ceil((min * 19) / 20));
      expect(isDone(rule({ min }), count(value))).toBe(value >= min);
    }),
  );
});

test('quality is done by evidence and by the office’s word, not by one of them', () => {
  const quality = rule({ kind: 'qualitative', min: null, judgedMet: true });
  expect(isDone(quality, count(0, 1))).toBe(true);
  expect(isDone(quality, count(0, 0))).toBe(false);
  expect(isDone({ ...quality, judgedMet: false }, count(9, 9))).toBe(false);
  expect(isDone({ ...quality, judgedMet: null }, count(9, 9))).toBe(false);
  expect(isDone({ ...quality, min: 2 }, count(0, 1))).toBe(false);
  expect(measureProgress(quality, count(0, 1), TODAY)).toEqual({ state: 'done', permille: null, surplus: 0 });
});

test.each([
  ['nothing yet', {}, count(0), { state: 'open', permille: 0, surplus: 0 }],
  ['under way', {}, count(999), { state: 'moving', permille: 999, surplus: 0 }],
  ['evidence without a number', { kind: 'qualitative', min: null }, count(0, 2), { state: 'moving', permille: null, surplus: 0 }],
  ['more than wanted', {}, count(1200), { state: 'done', permille: 1200, surplus: 0 }],
  ['beyond the upper bound', { max: 1100 }, count(1200), { state: 'done', permille: 1200, surplus: 100 }],
  ['on its last day', { dueOn: TODAY }, count(10), { state: 'moving', permille: 10, surplus: 0 }],
  ['past its day', { dueOn: addDays(TODAY, -1) }, count(10), { state: 'overdue', permille: 10, surplus: 0 }],
  ['done, past its day', { dueOn: addDays(TODAY, -1) }, count(1000), { state: 'done', permille: 1000, surplus: 0 }],
  ['a step proven late', { kind: 'milestone', min: null, dueOn: addDays(TODAY, -9) }, count(1), { state: 'done', permille: 1000, surplus: 0 }],
  ['a number that nobody set', { min: null }, count(5), { state: 'moving', permille: null, surplus: 0 }],
] as const)('%s', (_, patch, counted, expected) => expect(measureProgress(rule(patch), counted, TODAY)).toEqual(expected));

test('the four states exclude each other; time alone never undoes, more never sets back', () => {
  const kinds = fc.constantFrom<MeasureRule['kind']>('number', 'deliverable', 'milestone', 'qualitative');
  const optional = fc.option(fc.integer({ min: 1, max: 500 }));
  const rules = fc.record({ kind: kinds, min: optional, max: optional, approx: fc.boolean(), dueOn: fc.option(fc.constantFrom(addDays(TODAY, -30), TODAY, addDays(TODAY, 30))), judgedMet: fc.option(fc.boolean()) });
  fc.assert(
    fc.property(rules, fc.nat(600), fc.nat(5), fc.nat(100), (measure, value, evidence, more) => {
      const now = measureProgress(measure, { value, evidence }, TODAY);
      expect(now.state === 'done').toBe(isDone(measure, { value, evidence }));
      if (now.state === 'open') expect(value + evidence).toBe(0);
      if (now.state === 'overdue') expect(measure.dueOn).toBe(addDays(TODAY, -30));
      expect(now.surplus).toBe(measure.max === null ? 0 : Math.max(0, value - measure.max));
      if (now.state !== 'done') return;
      expect(measureProgress(measure, { value, evidence }, addDays(TODAY, 400)).state).toBe('done');
      expect(measureProgress(measure, { value: value + more, evidence }, TODAY).state).toBe('done');
    }),
  );
});

import fc from 'fast-check';
import { APPROX_PERMILLE, isDone, measureProgress, wanted, type MeasureRule } from './measures.js';

const rule = (change: Partial<MeasureRule> = {}): MeasureRule => ({ kind: 'number', min: 1000, max: null, approx: false, dueOn: '2026-12-31', judgedMet: null, ...change });
const stands = (of: MeasureRule, value: number, evidence = value > 0 ? 1 : 0, today = '2026-06-01') => measureProgress(of, { value, evidence }, today);

describe('a number', () => {
  it('is done when the least is reached, and not one earlier', () => {
    expect([stands(rule(), 0).state, stands(rule(), 999).state, stands(rule(), 1000).state]).toEqual(['open', 'moving', 'done']);
  });
  it('that the paper calls approximate is done at 95 per cent', () => {
    expect([stands(rule({ approx: true }), 949).state, stands(rule({ approx: true }), 950).state]).toEqual(['moving', 'done']);
    expect(APPROX_PERMILLE).toBe(950);
  });
  it('tells its share beyond the whole, and what goes beyond the upper bound', () => {
    expect(stands(rule({ min: 2, max: 3 }), 4)).toEqual({ state: 'done', permille: 2000, surplus: 1 });
    expect(stands(rule({ min: 3 }), 1)).toMatchObject({ permille: 333, surplus: 0 });
  });
  it('is late from the day after its day, until it is done', () => {
    const late = (value: number, today: string) => stands(rule(), value, 1, today).state;
    expect([late(1, '2026-12-31'), late(1, '2027-01-01'), late(1000, '2027-01-01')]).toEqual(['moving', 'overdue', 'done']);
    expect(stands(rule({ dueOn: null }), 0, 0, '2099-01-01').state).toBe('open');
  });
});

describe('a thing delivered and a step reached', () => {
  it.each(['deliverable', 'milestone'] as const)('%s wants one where nothing is said', (kind) => {
    expect(wanted(rule({ kind, min: null }))).toBe(1);
    expect([stands(rule({ kind, min: null }), 0).state, stands(rule({ kind, min: null }), 1).state]).toEqual(['open', 'done']);
    expect(stands(rule({ kind, min: 2 }), 1).state).toBe('moving');
  });
});

describe('quality', () => {
  const quality = (judgedMet: boolean | null, min: number | null = null) => rule({ kind: 'qualitative', min, judgedMet });
  it('wants evidence and the office’s word, both', () => {
    expect([stands(quality(true), 0, 0).state, stands(quality(null), 1).state, stands(quality(false), 1).state, stands(quality(true), 1).state]).toEqual(['open', 'moving', 'moving', 'done']);
    expect(isDone(quality(true, 3), { value: 2, evidence: 2 })).toBe(false);
    expect(stands(quality(true), 1).permille).toBeNull();
  });
});

it('more evidence never undoes what is done (property)', () => {
  const rules = fc.record({
    kind: fc.constantFrom('number', 'deliverable', 'milestone', 'qualitative'), min: fc.option(fc.integer({ min: 1, max: 10_000 })), max: fc.constant(null), approx: fc.boolean(), dueOn: fc.constant(null), judgedMet: fc.constantFrom(true, false, null),
  });
  fc.assert(fc.property(rules, fc.nat(20_000), fc.nat(100), fc.nat(1000), (of, value, evidence, more) => {
    fc.pre(isDone(of as MeasureRule, { value, evidence }));
    expect(isDone(of as MeasureRule, { value: value + more, evidence: evidence + 1 })).toBe(true);
  }));
});

import type { Target } from '@kepu/contracts';
import fc from 'fast-check';
import { paperMeasures, sourcesOf } from './paper-measures.js';

const limits = { name: 120, unitOfMeasure: 20 };
const target = (change: Partial<Target> = {}): Target => ({ raw: '0.8 万人次', min: 8000, max: 8000, approx: false, unit: '人次', ...change });
const made = (text: string, targets: readonly Target[], dueOn: string | null = null) => paperMeasures({ text, targets, dueOn }, 2020, limits);

describe('the measures that a paper sets', () => {
  it('are named by the clause in which their number stands, and keep its characters', () => {
    const [measure] = made('按大纲排课，全年为农村能人送训 0.8 万人次。组织送科技下乡。', [target()]);
    expect(measure).toEqual({
      kind: 'number', name: '全年为农村能人送训 0.8 万人次', raw: '0.8 万人次', sources: ['trained', 'turnout', 'figure'], min: 8000, max: 8000, approx: false, unitOfMeasure: '人次', dueOn: '2020-12-31',
    });
  });

  it('are due by the day of the item, where it has one', () => {
    expect(made('9月底前接待 0.8 万人次', [target()], '2020-09-30')).toMatchObject([{ dueOn: '2020-09-30', sources: ['turnout', 'trained', 'figure'] }]);
  });

  it('come one for each number, in the order of the paper', () => {
    const measures = made('办讲座 100 场，建基地 2-3 家', [target({ raw: '100 场', min: 100, max: null, unit: '场' }), target({ raw: '2-3 家', min: 2, max: 3, unit: '家' })]);
    expect(measures.map(({ name, min, max }) => [name, min, max])).toEqual([['办讲座 100 场', 100, null], ['建基地 2-3 家', 2, 3]]);
  });

  it.each([
    ['an upper bound alone', target({ min: null, max: 5 })], ['a part of a whole number', target({ min: 0.5, max: 0.5 })], ['nothing', target({ min: 0, max: 0 })], ['more than can be counted', target({ min: 2e9, max: 2e9 })],
    ['an upper bound that is none', target({ min: 2, max: 2.5 })],
  ])('leave %s to the office', (_, one) => {
    expect(made('提高 0.5 个百分点', [one])).toMatchObject([{ kind: 'qualitative', min: null, max: null }]);
  });

  it('drop an upper bound below the lower one, which a correction may have left', () => {
    expect(made('办 9 场', [target({ min: 9, max: 3 })])).toMatchObject([{ kind: 'number', min: 9, max: null }]);
  });

  it('take the number’s own words where the text does not hold them', () => {
    expect(made('办好讲座。', [target({ raw: '不少于 9 场' })])).toMatchObject([{ name: '不少于 9 场' }]);
  });

  it.each([['人次', '开展岗位技能培训 1 万人次', ['trained', 'turnout', 'figure']], ['人次', '接待 1 万人次', ['turnout', 'trained', 'figure']], ['家', '', ['venues', 'figure']], ['个', '', ['venues', 'figure']],
    ['处', '', ['venues', 'figure']], ['场', '', ['sessions', 'figure']], ['册', '', ['figure']], ['%', '', ['figure']]])('%s in “%s” adds up %j', (unit, clause, sources) => {
    expect(sourcesOf(unit, clause)).toEqual(sources);
  });

  it('never exceed the lengths of their columns, and can always be reached (property)', () => {
    const number = fc.oneof(fc.constant(null), fc.double({ min: 0, max: 3e9, noNaN: true }), fc.integer({ min: 0, max: 5000 }));
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 200 }), number, number, fc.string({ maxLength: 60 }), (text, raw, min, max, unit) => {
      for (const measure of made(text, [target({ raw, min, max, unit })])) {
        expect([...measure.name].length).toBeLessThanOrEqual(limits.name);
        expect([...measure.unitOfMeasure].length).toBeLessThanOrEqual(limits.unitOfMeasure);
        if (measure.kind === 'number') {
          expect(Number.isInteger(measure.min) && (measure.min ?? 0) >= 1).toBe(true);
          expect(measure.max === null || measure.max >= (measure.min ?? 0)).toBe(true);
        }
      }
    }));
  });
});

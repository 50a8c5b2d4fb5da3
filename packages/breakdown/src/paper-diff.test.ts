import fc from 'fast-check';
import { diffPapers, type DiffItem } from './paper-diff.js';

const item = (units: string, text: string, more: Partial<DiffItem> = {}): DiffItem => ({ units: units.split('、'), programme: '农民科学素质行动', text, due: null, ...more });

describe('diffPapers', () => {
  const paper = [item('市科协', '组织科技下乡，全年不少于 20 场。'), item('市教育局', '举办科技夏令营，覆盖十个县。'), item('市妇联', '开展家庭科普活动，引导妇女学科学。'), item('团市委', '开展家庭科普活动，引导妇女学科学。')];

  it('tells what is the same, changed, added and removed', () => {
    const next = [paper[1] as DiffItem, item('市科协', '组织科技下乡，全年不少于 30 场，覆盖山区。'), paper[3] as DiffItem, item('市气象局', '开放气象台站。')];
    expect(diffPapers(paper, next)).toEqual({ same: [{ before: 1, after: 0 }, { before: 3, after: 2 }], changed: [{ before: 0, after: 1, likeness: expect.closeTo(0.84, 1) as number }], added: [3], removed: [2] });
  });

  it('another deadline, programme or unit is a change of the same item; another unit beside the old one is an addition', () => {
    const [first] = paper as [DiffItem];
    expect(diffPapers([first], [{ ...first, due: '9月底前' }])).toMatchObject({ changed: [{ before: 0, after: 0, likeness: 1 }], added: [], removed: [] });
    expect(diffPapers([first], [{ ...first, programme: '社区科普益民工程建设' }]).changed).toHaveLength(1);
    expect(diffPapers([first], [{ ...first, units: ['市文联'] }]).changed).toHaveLength(1);
    expect(diffPapers([first], [first, { ...first, units: ['市文联'] }])).toMatchObject({ same: [{ before: 0, after: 0 }], changed: [], added: [1], removed: [] });
  });

  it('prefers the pair of the same unit and programme', () => {
    const old = [item('市科协', '开展科普宣传活动，发放资料一千份。'), item('市科协', '开展科普宣传活动，发放资料一千份。', { programme: '社区科普益民工程建设' })];
    expect(diffPapers(old, [item('市科协', '开展科普宣传活动，发放资料两千份。', { programme: '社区科普益民工程建设' })])).toMatchObject({ changed: [{ before: 1, after: 0 }], removed: [0] });
  });

  it('accounts for every item once; a paper against itself is the same, in any order (property)', () => {
    const any = fc.record({ units: fc.subarray(['甲局', '乙局', '丙局'], { minLength: 1 }), programme: fc.constantFrom('一', '二'), text: fc.stringMatching(/^[甲乙丙丁戊己]{1,20}$/u), due: fc.constantFrom(null, '全年') });
    fc.assert(fc.property(fc.array(any, { maxLength: 12 }), fc.array(any, { maxLength: 12 }), (before, after) => {
      const { same, changed, added, removed } = diffPapers(before, after);
      expect([...same, ...changed].map((pair) => pair.before).concat(removed).sort((a, b) => a - b)).toEqual([...before.keys()]);
      expect([...same, ...changed].map((pair) => pair.after).concat(added).sort((a, b) => a - b)).toEqual([...after.keys()]);
      expect(diffPapers(before, before.toReversed())).toMatchObject({ changed: [], added: [], removed: [] });
    }), { numRuns: 200 });
  });
});

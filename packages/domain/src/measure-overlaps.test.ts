import { overlapsOf, pairDefinition, type OverlapDefinition, type OverlapSubject } from './measure-overlaps.js';

const subject = (id: string, words: string, more: Partial<OverlapSubject> = {}): OverlapSubject => ({ id, itemId: `item ${id}`, words, sources: ['trained'], unitOfMeasure: '人次', ...more });

it('names the words of two that count the same people in the same way', () => {
  const [a, b] = [subject('a', '全年完成农村实用人才（高素质农民）精准培训0.8万人次'), subject('b', '全年培训新型职业农民和农村实用人才约5000人次')];
  expect(overlapsOf([a, b])).toEqual([{ a: 'a', b: 'b', words: '农村实用人才' }]);
});

it.each<readonly [string, Partial<OverlapSubject>]>([
  ['another way of counting', { sources: ['sessions'] }], ['another unit of measure', { unitOfMeasure: '家' }], ['the same item', { itemId: 'item a' }], ['other people', { words: '全年培训新型职业农民约5000人次' }],
])('says nothing of %s', (_, more) => {
  expect(overlapsOf([subject('a', '培训农村实用人才8000人次'), subject('b', '培训农村实用人才5000人次', more)])).toEqual([]);
});

it('takes what many say for a turn of speech', () => {
  const many = Array.from({ length: 7 }, (_, at) => subject(String(at), `开展科普宣传活动${at}场`, { sources: ['turnout'] }));
  expect(overlapsOf(many)).toEqual([]);
  expect(overlapsOf(many.slice(0, 2))).toMatchObject([{ words: '开展科普宣传活动' }]);
});

it('does not grow with the square of a large plan', () => {
  const large = Array.from({ length: 4_000 }, (_, at) => subject(String(at), `面向第${at}批对象举办技术培训班，不少于${at}人次`));
  expect(overlapsOf(large)).toEqual([]);
});

it('knows a pair by what both count, whichever comes first, and not by what is aimed at', () => {
  const a: OverlapDefinition = { kind: 'number', name: '培训', sources: ['trained', 'figure'], poolId: null, fromBelow: false, unitOfMeasure: '人次', words: '培训农村 实用人才' };
  const b = { ...a, name: '轮训', words: '轮训农村实用人才' };
  expect(pairDefinition(a, b)).toBe(pairDefinition({ ...b }, { ...a, sources: ['figure', 'trained'], words: '培训农村实用人才' }));
  for (const change of [{ name: '另一项' }, { sources: ['trained'] }, { poolId: 'p' }, { fromBelow: true }, { unitOfMeasure: '人' }, { words: '培训基层干部' }, { kind: 'deliverable' }]) expect(pairDefinition(a, b)).not.toBe(pairDefinition({ ...a, ...change }, b));
});

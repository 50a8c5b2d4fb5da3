import { textDiff, type Stretch } from './textDiff.js';

const written = (stretches: readonly Stretch[]): string => stretches.map(({ kind, text }) => (kind === 'same' ? text : kind === 'del' ? `[-${text}]` : `[+${text}]`)).join('');
const of = (stretches: readonly Stretch[], gone: Stretch['kind']): string => stretches.filter(({ kind }) => kind !== gone).map(({ text }) => text).join('');

test('marks what is gone and what came, and leaves the rest', () => {
  expect(written(textDiff('组织宣讲进校园。', '组织宣讲进校园、进社区。'))).toBe('组织宣讲进校园[+、进社区]。');
  expect(written(textDiff('气象科普馆在节假日免费开放。', '气象科普馆免费开放。'))).toBe('气象科普馆[-在节假日]免费开放。');
  expect(written(textDiff('同样的话。', '同样的话。'))).toBe('同样的话。');
});

test('a number changes as a whole', () => {
  expect(written(textDiff('全年不少于 60 场。', '全年不少于 160 场。'))).toBe('全年不少于 [-60][+160] 场。');
  expect(written(textDiff('达到 95% 即可', '达到 95.5% 即可'))).toBe('达到 [-95%][+95.5%] 即可');
});

test('one character that both happen to have between two changes is no island', () => {
  expect(written(textDiff('轮训中小学教师。', '培养县学骨干。'))).toBe('[-轮训中小学教师][+培养县学骨干]。');
});

test('each side can be read out of it whole, whatever the texts', () => {
  const pairs: [string, string][] = [['', '全新'], ['全部撤下', ''], ['甲乙丙丁', '丁丙乙甲'], ['第一行\n第二行', '第一行\n第三行'], ['𠮷野家', '𠮷田家'], ['长'.repeat(3000), '短'.repeat(3000)]];
  for (const [before, after] of pairs) {
    const stretches = textDiff(before, after);
    expect([of(stretches, 'ins'), of(stretches, 'del')]).toEqual([before, after]);
  }
});

import { blockInWords, reasonInWords } from './words.js';

const demandName = (id: string): string => (({ p: '执业医师', n: '执业护士' }) as Record<string, string>)[id] ?? '';

const nameOf = (id: string) => ({ t1: '口腔与视力', a1: '小学生' })[id] ?? '';
const base = { part: 'topic', points: 0.3 } as const;

test.each([
  [{ ...base, code: 'topic_same', params: { topic: 't1' } }, { topic: '口腔与视力' }, { topic: '口腔与视力' }],
  [{ ...base, code: 'audience_fits', params: { audience: 'a1' } }, { audience: '小学生' }, { audience: '小学生' }],
  [{ ...base, code: 'time_fits', params: { time: '15' } }, { time: '周六上午' }, { time: 'Sat morning' }],
  [{ ...base, code: 'time_fits', params: { time: '18,19,20' } }, { time: '周日上午、周日下午、周日晚上' }, { time: 'Sun morning, Sun afternoon, Sun evening' }],
  [{ ...base, code: 'short_of_people', params: { count: 2, days: 3 } }, { count: 2, days: 3 }, { count: 2, days: 3 }],
] as const)('%j', (reason, zh, en) => {
  expect(reasonInWords(reason, nameOf, 'zh-CN')).toEqual({ ...reason, params: zh });
  expect(reasonInWords(reason, nameOf, 'en')).toEqual({ ...reason, params: en });
});

test('no reason stays none', () => expect(reasonInWords(null, nameOf, 'en')).toBeNull());

test('occupations by their names', () => {
  const block = { code: 'occupation', params: { occupations: 'medical,agronomist' } } as const;
  expect(blockInWords(block, demandName, 'zh-CN').params).toEqual({ occupations: '医务工作者、农技人员' });
  expect(blockInWords(block, demandName, 'en').params).toEqual({ occupations: 'medical worker, agronomist' });
  expect(blockInWords({ code: 'credential_missing', params: { kinds: 'p,n' } }, demandName, 'zh-CN').params).toEqual({ kinds: '执业医师、执业护士' });
  expect(blockInWords({ code: 'too_far', params: { minutes: 60, limit: 40 } }, demandName, 'en').params).toEqual({ minutes: 60, limit: 40 });
});

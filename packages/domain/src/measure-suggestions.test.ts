import { suggestMeasures } from './measure-suggestions.js';

const of = (text: string, dueOn: string | null = null) => suggestMeasures({ text, dueOn }, 2026).map(({ sources, kind, pool, reason }) => [sources[0], kind, pool, reason]);

test.each([
  ['开展岗位技能培训。', [['trained', 'number', null, '培训']]],
  ['办好青少年科技创新大赛。', [['competitions', 'number', null, '大赛']]],
  ['开发科普挂图。', [['works', 'deliverable', null, '挂图']]],
  ['建好科普讲师团。', [['pool_members', 'number', 'lecturers', '讲师团']]],
  ['组织健康讲座。', [['sessions', 'number', null, '讲座']]],
  ['提高认识。', [['documents', 'qualitative', null, '']]],
])('%s', (text, expected) => { expect(of(text)).toEqual(expected); });

test('at most three, in the order of the words, due by the item’s own day or the end of the year', () => {
  const many = suggestMeasures({ text: '组织讲座，开设栏目，举办大赛，开展培训，制定方案。', dueOn: '2026-06-30' }, 2026);
  expect(many).toHaveLength(3);
  expect(many.every(({ dueOn }) => dueOn === '2026-06-30')).toBe(true);
  expect(suggestMeasures({ text: '组织讲座。', dueOn: null }, 2026)[0]?.dueOn).toBe('2026-12-31');
});

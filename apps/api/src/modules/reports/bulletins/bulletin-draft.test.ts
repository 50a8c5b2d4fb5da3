import type { BulletinWord } from '@kepu/contracts';
import { looseNumbers } from '@kepu/domain';
import type { MeetingCount } from '../../plans/index.js';
import { draftSections } from './bulletin-draft.js';

const unit = { id: 'u', name: '市妇联' };
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const meetingOf = (count: number): MeetingCount => ({
  lines: [], joint: many(count, (at) => ({ id: String(at), name: `联合${'甲'.repeat(at % 3)}`, lead: unit, units: [unit, { id: 'v', name: '团市委' }] })),
  overdue: many(count, (at) => ({ unit, itemId: String(at), seq: at + 1, text: '办好讲座。', day: '2012-06-30', measure: null, said: null })), proposals: many(count, (at) => ({ unit, programme: '农民行动', text: '建队', adopted: at % 2 === 0 })),
}) as unknown as MeetingCount;
const sectionsOf = (count: number) => {
  const words = many(count, (at) => ({ unit, itemId: String(at), problems: '缺经费。' })) as unknown as BulletinWord[];
  return new Map(draftSections({ title: '分解表' }, { from: '2012-01-01', to: '2012-12-31' }, { programmes: [], units: [], measures: [] } as never, [], words, meetingOf(count)).map(({ heading, text }) => [heading, text.split('\n')]));
};

test('a list that is cut says how many more there are and where, in words: a number in the paper is a figure', () => {
  const sections = sectionsOf(43);
  expect(sections.get('联合任务')?.at(-1)).toBe('其余二十三项见任务分解表的“联合任务”。');
  expect(sections.get('逾期未完成的任务')?.at(-1)).toBe('其余二十三项次见任务分解表的“进度灯”。');
  expect(sections.get('下一年度任务建议')?.at(-1)).toBe('其余二十三条见“起草”中的建议汇总。');
  expect([...sections.values()].filter((lines) => lines.at(-1)?.startsWith('其余'))).toHaveLength(4);
  expect(looseNumbers([...sections.values()].flat().join('\n'))).toEqual([]);
});

test('one that is whole says nothing', () => {
  for (const [heading, lines] of sectionsOf(20)) expect([heading, lines.filter((line) => line.includes('其余'))]).toEqual([heading, []]);
});

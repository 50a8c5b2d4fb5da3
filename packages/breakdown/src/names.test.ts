import fc from 'fast-check';
import { nameBook, splitNames } from './names.js';
import { readPaper } from './read-paper.js';
import { DICTIONARY_2020 } from './testing/index.js';
import { splitUnitBracket } from './unit-words.js';

const units = nameBook(DICTIONARY_2020.units);
const programmes = nameBook(DICTIONARY_2020.programmes);
const suggested = (name: string): string | null => units.suggest(name)?.name ?? null;

describe('nameBook', () => {
  it.each([['市科协', 'unit-23'], ['温州市科学技术协会', 'unit-23'], ['市 科 协', 'unit-23'], [' 市教育局\n', 'unit-5'], ['市教育局：', 'unit-5']])('finds %s', (name, id) => {
    expect(units.find(name)?.id).toBe(id);
  });

  it('never finds what is only alike', () => {
    for (const name of ['科协', '市科学技术协会', '市教育居', '市体育局', '教育局', '']) expect(units.find(name)).toBeNull();
  });

  it.each([
    ['市科学技术协会', '市科协'], ['市教育居', '市教育局'], ['温州市教育', '市教育局'], ['市委宣穿部', '市委宣传部'], ['市文广旅游局', '市文化广电旅游局'],
    ['市消防支队', '市消防救援支队'], ['温州医科大', '温州医科大学'], ['共青团市委', '团市委'], ['市农业农村居', '市农业农村局'],
  ])('suggests for %s: %s', (name, likely) => {
    expect(suggested(name)).toBe(likely);
  });

  it.each(['瑞安市人民医院', '某某公司', '啊', '供电公司'])('suggests nothing for %s', (name) => {
    expect(suggested(name)).toBeNull();
  });

  it('knows a programme by its alias, and suggests for a slip', () => {
    expect(programmes.find('科普人才工程建设')?.names[0]).toBe('科普人才队伍工程建设');
    expect(programmes.suggest('农民科学素质提升行动')?.name).toBe('农民科学素质行动');
    expect(programmes.suggest('社区科普溢民工程建设')?.name).toBe('社区科普益民工程建设');
  });

  it('gives a name that two claim to neither', () => {
    const book = nameBook([{ id: 'a', names: ['甲局', '甲'] }, { id: 'b', names: ['乙局', '甲'] }]);
    expect(book.find('甲')).toBeNull();
    expect(book.find('甲局')?.id).toBe('a');
  });

  it('finds every name of its own and nothing else, exactly (property)', () => {
    const names = DICTIONARY_2020.units.flatMap((unit) => unit.names.map((name) => ({ id: unit.id, name })));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom('', ' ', '\n', '　'), fc.nat(20), ({ id, name }, blank, at) => {
        expect(units.find(name.slice(0, at) + blank + name.slice(at))?.id).toBe(id);
        expect(units.find(`${name}处`)).toBeNull();
      }),
    );
  });
});

describe('splitNames', () => {
  it('splits several names and keeps one that is known as a whole', () => {
    expect(splitNames('市科协、市教育局，市科技局；市卫健委\n团市委', units)).toEqual(['市科协', '市教育局', '市科技局', '市卫健委', '团市委']);
    expect(splitNames('温州广播电视\n传媒集团', units)).toEqual(['温州广播电视传媒集团']);
    const book = nameBook([{ id: 'a', names: ['科技、教育联席会议'] }]);
    expect(splitNames('科技、教育联席会议', book)).toEqual(['科技、教育联席会议']);
    expect(splitNames('  ', units)).toEqual([]);
  });
});

describe('splitUnitBracket', () => {
  it('takes units off the end by the role that is printed', () => {
    expect(splitUnitBracket('办讲座。（牵头单位：市科协；配合单位：市教育局、市科技局）', units)).toEqual({
      text: '办讲座。', units: { responsible: [], lead: ['市科协'], cooperating: ['市教育局', '市科技局'], due: null },
    });
    expect(splitUnitBracket('办讲座。（市科协、市教育局）', units)).toEqual({ text: '办讲座。', units: { responsible: ['市科协', '市教育局'], lead: [], cooperating: [], due: null } });
  });

  it.each<readonly [string, Partial<ReturnType<typeof splitUnitBracket>['units']>]>([
    ['市教育局牵头，市科协、团市委配合', { lead: ['市教育局'], cooperating: ['市科协', '团市委'] }],
    ['由市科协、市教育局负责', { responsible: ['市科协', '市教育局'] }],
    ['市科协，市教育局负责', { responsible: ['市科协', '市教育局'] }],
    ['责任单位：市科协，市教育局', { responsible: ['市科协', '市教育局'] }],
    ['牵头单位：市科协；责任单位：各县（市、区）科协、各成员单位', { lead: ['市科协'], responsible: ['各县（市、区）科协', '各成员单位'] }],
    ['责任单位：市科协；完成时限：2024年9月底前', { responsible: ['市科协'], due: '2024年9月底前' }],
    ['市科协、市数据局', { responsible: ['市科协', '市数据局'] }],
    ['牵头单位:市妇联 配合单位:市科协', { lead: ['市妇联'], cooperating: ['市科协'] }],
  ])('understands （%s）', (inside, expected) => {
    expect(splitUnitBracket(`办讲座。（${inside}）`, units)).toEqual({ text: '办讲座。', units: { responsible: [], lead: [], cooperating: [], due: null, ...expected } });
  });

  it('keeps the stop that stands behind the bracket', () => {
    expect(splitUnitBracket('办讲座（市科协）。', units).text).toBe('办讲座。');
  });

  it.each(['培训农民（高素质农民）。', '办讲座（市科协、某单位）。', '面向行政村（社区）', '办讲座。'])('leaves %s', (text) => {
    expect(splitUnitBracket(text, units).text).toBe(text);
  });
});

describe('unknown names in a paper', () => {
  it('are told once, with place and likely match, and never assigned', async () => {
    const text = ['责任单位\t项目\t工作内容和要求', '市教育居\t农民科学素质提升行动\t甲。', '\t未成年人科学素质行动\t乙。', '某公司\t农民科学素质提升行动\t丙。'].join('\n');
    const reading = await readPaper(Buffer.from(text), { dictionary: DICTIONARY_2020 });
    expect(reading.warnings).toEqual([
      { code: 'unknown_unit', place: { line: 2 }, item: 0, value: '市教育居', suggestion: '市教育局', suggestionId: 'unit-5' },
      { code: 'unknown_programme', place: { line: 2 }, item: 0, value: '农民科学素质提升行动', suggestion: '农民科学素质行动', suggestionId: 'programme-2' },
      { code: 'unknown_unit', place: { line: 4 }, item: 2, value: '某公司', suggestion: null, suggestionId: null },
    ]);
    expect(reading.items.map((item) => item.responsible)).toEqual([[{ name: '市教育居', unitId: null }], [{ name: '市教育居', unitId: null }], [{ name: '某公司', unitId: null }]]);
    expect(reading.items.map((item) => item.warnings)).toEqual([['unknown_unit', 'unknown_programme'], ['unknown_unit'], ['unknown_unit', 'unknown_programme']]);
    expect(reading.items[0]?.programme).toEqual({ name: '农民科学素质提升行动', printed: '农民科学素质提升行动', programmeId: null });
  });

  it('leave the paper readable without any dictionary', async () => {
    const reading = await readPaper(Buffer.from('责任单位\t项目\t工作内容\n甲局\t乙行动\t丙。'), { dictionary: { units: [], programmes: [] } });
    expect(reading.summary).toMatchObject({ units: 1, programmes: 1, cells: 1, items: 1, warnings: 2 });
  });
});

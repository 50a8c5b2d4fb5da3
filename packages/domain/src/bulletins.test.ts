import fc from 'fast-check';
import { looseNumbers, textParts } from './bulletins.js';

describe('the text of a bulletin', () => {
  it('tells its figures from its words', () => {
    expect(textParts('全年{场次}场，{受众人次}人次。')).toEqual([
      { text: '全年', figure: null }, { text: '{场次}', figure: '场次' }, { text: '场，', figure: null }, { text: '{受众人次}', figure: '受众人次' }, { text: '人次。', figure: null },
    ]);
    expect(textParts('没有{收尾')).toEqual([{ text: '没有{收尾', figure: null }]);
    expect(textParts('')).toEqual([]);
  });

  it('loses nothing, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('{', '}', '一', '1', '\n', 'a') }), (text) => { expect(textParts(text).map((part) => part.text).join('')).toBe(text); }));
  });
});

describe('numbers that no record proves', () => {
  it.each<readonly [string, readonly string[]]>([
    ['全年开展活动120场，受众3.5万人次', ['120', '3.5万']], ['覆盖率达到98%', ['98%']], ['培训1,200人次', ['1,200']], ['开展活动{场次}场', []], ['按照温全科组办〔2020〕3号文件', []], ['2021—2035年科学素质规划纲要', []],
    ['2026年5月27日，各单位', []], ['5月30日—6月5日', []], ['第12项任务', []], ['1．加强领导', []], ['（2）加强领导', []], ['科普热线：12355', []], ['共10项行动，10项都有进展', ['10']],
  ])('%s', (text, numbers) => {
    expect(looseNumbers(text)).toEqual(numbers);
  });
});

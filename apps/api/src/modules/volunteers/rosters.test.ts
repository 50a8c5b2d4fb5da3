import { readTables } from '@kepu/breakdown';
import { xlsxFile, type TestSheet } from '@kepu/breakdown/testing';
import ExcelJS from 'exceljs';
import { bare, findHeader, Finder, letterOf } from './roster-columns.js';
import { readLines, type RosterRules } from './roster-content.js';
import { occupationFinder, readBirthDate, readName, readPhone } from './roster-values.js';

const today = '2026-11-26';
const finder = (...names: string[][]) => new Finder(names.map((all, at) => ({ id: `${all[0] ?? ''}#${at}`, names: all })));
const rules = (more: Partial<RosterRules> = {}): RosterRules => ({
  today, occupations: occupationFinder(), counties: finder(['鹿城区', '鹿城', '330302'], ['平阳县', '平阳', '330326']), units: finder(['鹿城望舒中学', '望舒中学'], ['平阳拾光中学'], ['实验小学'], ['实验小学']), topics: finder(['科学实验与探究'], ['健康知识']), pools: finder(['科普讲师团']),
  defaultUnit: null, defaultCounty: null, mayPool: false, reaches: () => true, ...more,
});
const head = ['姓名', '手机号', '出生日期', '职业', '县（市、区）', '单位'];
const good = ['何来客', '13800000001', '1980-01-02', '教师', '鹿城区', '望舒中学'];
const linesOf = async (bytes: Uint8Array, more: Partial<RosterRules> = {}) => {
  const header = findHeader(await readTables(bytes));
  if (!header) throw new Error('There is no header');
  return { header, lines: readLines(header, rules(more)) };
};
const sheet = (rows: TestSheet['rows'], more: Partial<TestSheet> = {}) => xlsxFile([{ name: '名单', rows, ...more }]);
const problemsOf = async (bytes: Uint8Array, more: Partial<RosterRules> = {}) => (await linesOf(bytes, more)).lines.flatMap(({ rowNo, problems }) => problems.map(({ code, column, value, suggestion }) => [`${column}${rowNo}`, code, value, suggestion]));

describe('single values of a roster', () => {
  it.each([
    ['13800000001', '+8613800000001'], ['１３８００００００01', '+8613800000001'], [' 138 0000 0001 ', '+8613800000001'], ['138-0000-0001', '+8613800000001'], ['+86 13800000001', '+8613800000001'], ['13800000001.0', '+8613800000001'], ['1.3812345678E10', '+8613812345678'],
  ])('the number %s is read', (text, phone) => { expect(readPhone(text)).toEqual({ value: phone }); });
  it.each([['1.38E+10', 'phone_rounded'], ['1.381234E+10', 'phone_rounded'], ['1380000000', 'bad_phone'], ['不详', 'bad_phone'], ['', 'missing'], ['=1+1', 'bad_phone']])('the number %s is not', (text, code) => { expect(readPhone(text)).toMatchObject({ code }); });
  it.each([['1980-01-02'], ['1980-1-2'], ['1980/1/2'], ['1980.1.2'], ['1980年1月2日'], ['19800102'], ['１９８０年１月２日'], ['1980-01-02 00:00:00'], [' 1980 年 1 月 2 日 ']])('the day %s is read', (text) => { expect(readBirthDate(text, today)).toEqual({ value: '1980-01-02' }); });
  it('a day that is none, too old, to come, or of a child is said to be so', () => {
    expect(['1980-02-30', '80-1-2', '1880-01-01', '2030-01-01', '1980', '不详'].map((text) => readBirthDate(text, today))).toEqual(Array.from({ length: 6 }, () => ({ code: 'bad_date', suggestion: null })));
    expect(readBirthDate('29222', today)).toEqual({ code: 'bad_date', suggestion: '1980-01-02' });
    expect([readBirthDate('2008-11-26', today), readBirthDate('2008-11-27', today)]).toEqual([{ value: '2008-11-26' }, { code: 'under_age' }]);
  });
  it('a name is letters, whatever a formula or a tag pretends', () => {
    expect(['欧阳　娜娜', '阿迪力·买买提', 'Anna-Maria O’Neil'].map(readName)).toEqual([{ value: '欧阳 娜娜' }, { value: '阿迪力·买买提' }, { value: 'Anna-Maria O’Neil' }]);
    expect(['=cmd|calc', '<b>甲</b>', '甲'.repeat(61), ''].map((text) => readName(text))).toEqual([{ code: 'bad_name' }, { code: 'bad_name' }, { code: 'bad_name' }, { code: 'missing' }]);
  });
  it('columns are named as sheets name them', () => { expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']); expect(bare(' 县（市、区）: ')).toBe('县市区'); });
});

describe('a roster', () => {
  it('is read whatever the order of its columns, below a title, on whichever visible sheet', async () => {
    const { lines } = await linesOf(xlsxFile([
      { name: '说明', rows: [['请按要求填写']] }, { name: '名单', rows: [['鹿城区科普志愿者名单'], ['序号', '联系电话', '身份', '志愿者姓名', '出生年月日', '区县', '工作单位', '备注'], ['1', '13800000001', '老师', '何来客', '1980年1月2日', '鹿城', '鹿城望舒中学', '热心']] },
    ]));
    expect(lines).toEqual([expect.objectContaining({ rowNo: 3, problems: [], values: { name: '何来客', phone: '+8613800000001', bornOn: '1980-01-02', occupation: 'teacher', county: { id: '鹿城区#0', name: '鹿城区' }, unit: { id: '鹿城望舒中学#0', name: '鹿城望舒中学' }, topics: [], pool: null } })]);
  });

  it('says all that is wrong at once, with cell, value and what was probably meant', async () => {
    expect(await problemsOf(sheet([
      head, good, ['', '123', '1980-13-01', '宇航员', '杭州市', '望书中学'], ['乙某', '13800000001', '2012-01-01', '医生', '', '实验小学'], ['丙某', '1.38E+10', '', '', '平阳', ''],
    ]))).toEqual([
      ['A3', 'missing', '', null], ['B3', 'bad_phone', '123', null], ['C3', 'bad_date', '1980-13-01', null], ['D3', 'bad_occupation', '宇航员', null], ['F3', 'unknown_unit', '望书中学', '鹿城望舒中学'], ['E3', 'unknown_county', '杭州市', null],
      ['C4', 'under_age', '2012-01-01', null], ['F4', 'unit_ambiguous', '实验小学', null], ['E4', 'missing', '', null], ['B4', 'twice_in_file', '13800000001', '2'],
      ['B5', 'phone_rounded', '1.38E+10', null], ['C5', 'missing', '', null], ['D5', 'missing', '', null],
    ]);
  });

  it('keeps its rows when some are empty, merged or explain themselves', async () => {
    const rows = [head, ['（说明，导入时忽略）必填', '必填', '', '', '', ''], good, ['', ' ', '', '', '', ''], ['乙某', '13800000002', '1981-01-02', '医生', '鹿城区', '']];
    expect(await problemsOf(sheet(rows, { emptyRows: 300 }))).toEqual([]);
    expect(await problemsOf(sheet([head, good, ['乙某', '13800000002', '1981-01-02', '医生', '鹿城区', '']], { merges: ['F2:F3'] }))).toEqual([['F3', 'merged_cells', '', null]]);
  });

  it('heeds what whoever brings it may ask for', async () => {
    const pool = sheet([[...head, '人才队伍'], [...good, '科普讲师团']]);
    expect((await problemsOf(pool)).map(([, code]) => code)).toEqual(['pool_not_yours']);
    expect(await problemsOf(pool, { mayPool: true })).toEqual([]);
    const own = { reaches: (_: string | null, unit: string | null) => unit === '鹿城望舒中学#0', defaultUnit: { id: '鹿城望舒中学#0', name: '鹿城望舒中学' }, defaultCounty: { id: '鹿城区#0', name: '鹿城区' } };
    const { lines } = await linesOf(sheet([head, ['甲某', '13800000001', '1980-01-02', '教师', '', ''], ['乙某', '13800000002', '1980-01-02', '教师', '', '平阳拾光中学']]), own);
    expect(lines.map(({ values, problems }) => [values.unit?.name, problems.map(({ code }) => code)])).toEqual([['鹿城望舒中学', []], ['平阳拾光中学', ['out_of_reach']]]);
  });

  it('as Excel writes it: days as days, numbers as numbers, formulas as what they show, hidden rows told', async () => {
    const book = new ExcelJS.Workbook();
    const made = book.addWorksheet('名单');
    made.addRow(['姓名', '手机', '生日', '职业', '县区', '单位']);
    made.addRow(['甲某', 13800000001, new Date(Date.UTC(1980, 0, 2)), '教师', '鹿城区', { formula: 'A1', result: '望舒中学' }]).getCell(3).numFmt = 'yyyy/m/d';
    made.addRow(['乙某', '13800000002', '1980-01-02', '教师', '鹿城区', { richText: [{ text: '望舒' }, { text: '中学' }] }]).hidden = true;
    const { lines } = await linesOf(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(lines.map(({ values, problems }) => [values.bornOn, values.phone, values.unit?.name, problems.map(({ code }) => code)])).toEqual([
      ['1980-01-02', '+8613800000001', '鹿城望舒中学', []], ['1980-01-02', '+8613800000002', '鹿城望舒中学', ['hidden_row']],
    ]);
  });

  it('without the columns that are needed says which', async () => {
    expect(findHeader(await readTables(sheet([['姓名', '手机号'], ['甲某', '13800000001']])))?.missing).toEqual(['bornOn', 'occupation']);
    expect(findHeader(await readTables(sheet([['甲', '乙'], ['1', '2']])))).toBeNull();
  });
});

import { readPaper } from '../read-paper.js';
import { DICTIONARY_2020, xlsxFile, zipFile, type TestSheet } from '../testing/index.js';
import type { Reading } from '../types.js';
import { serialDate } from './xlsx-dates.js';
import { decodeEscapes } from './xlsx-strings.js';

const HEADER = ['责任单位', '项目', '工作内容和要求'];
const FARMERS = '农民科学素质行动';
const options = { dictionary: DICTIONARY_2020 };
const read = (...sheets: TestSheet[]): Promise<Reading> => readPaper(xlsxFile(sheets, { deflate: true }), options);
const lines = (reading: Reading): string[] => reading.items.map((item) => [item.responsible.map((unit) => unit.name).join('+'), item.programme.name, item.number ?? '-', item.text].join(' | '));

describe('a workbook', () => {
  it('spreads merges both ways and gives the cell', async () => {
    const reading = await read({
      name: '任务',
      rows: [['2024年全市科学素质工作任务分解表', '', ''], HEADER, ['市科协', FARMERS, '1. 甲。\n2. 乙。'], ['', '', '丙。'], ['注：本表由办公室解释。', '', '']],
      merges: ['A1:C1', 'A3:A4', 'B3:B4', 'A5:C5'],
    });
    expect(lines(reading)).toEqual([`市科协 | ${FARMERS} | 1 | 甲。`, `市科协 | ${FARMERS} | 2 | 乙。`, `市科协 | ${FARMERS} | - | 丙。`]);
    expect(reading.items.map((item) => item.source)).toEqual([{ cell: 'C3', sheet: '任务' }, { cell: 'C3', sheet: '任务' }, { cell: 'C4', sheet: '任务' }]);
    expect(reading.paper).toMatchObject({ title: '2024年全市科学素质工作任务分解表', year: 2024 });
    expect(reading.stats.noteRowsSkipped).toBe(1);
    expect(reading.warnings).toEqual([]);
  });

  it('makes no work of headings inside the table, nor of cells that hold only layout', async () => {
    const reading = await read({ name: '任务', rows: [HEADER, ['一、重点任务', '', ''], ['市科协', FARMERS, '甲。'], ['', FARMERS, '<p></p> 1. ']], merges: ['A2:C2'] });
    expect(lines(reading)).toEqual([`市科协 | ${FARMERS} | - | 甲。`]);
    expect(reading.warnings.map(({ code, place, item, value }) => [code, place, item, value])).toEqual([
      ['row_not_understood', { cell: 'A2', sheet: '任务' }, null, '一、重点任务'],
      ['empty_cell', { cell: 'C4', sheet: '任务' }, null, `市科协 ${FARMERS}`],
    ]);
  });

  it('carries empty cells down also where nothing is merged', async () => {
    const reading = await read({ name: '任务', rows: [HEADER, ['市科协', FARMERS, '甲。'], ['', '', '乙。'], ['市教育局', '', '丙。']] });
    expect(lines(reading).slice(0, 2)).toEqual([`市科协 | ${FARMERS} | - | 甲。`, `市科协 | ${FARMERS} | - | 乙。`]);
    expect(reading.items[2]).toMatchObject({ programme: { name: '', programmeId: null }, warnings: ['empty_cell'] });
  });

  it('reads columns in any order, with roles, numbers and deadlines', async () => {
    const reading = await read({
      name: '任务',
      rows: [
        ['序号', '重点任务', '主要措施', '完成时限', '牵头单位', '配合单位', '备注'],
        ['1', FARMERS, '办讲座。', '2024年9月底前', '市科协', '市教育局、市科技局\n市卫健委', '重要'],
        ['2', FARMERS, '办展览。', '不定期', '市科协', '', ''],
      ],
    });
    expect(reading.items[0]).toMatchObject({ due: { text: '2024年9月底前', date: '2024-09-30' }, responsible: [], warnings: [] });
    expect(reading.items[0]?.lead.map((unit) => unit.name)).toEqual(['市科协']);
    expect(reading.items[0]?.cooperating.map((unit) => unit.unitId)).toEqual(['unit-5', 'unit-6', 'unit-12']);
    expect(reading.items[1]).toMatchObject({ due: { text: '不定期', date: null }, warnings: ['unreadable_due'], cooperating: [] });
    expect(reading.summary).toMatchObject({ units: 4, cells: 4, items: 2 });
  });

  it('reads several sheets, and tells cells outside of every column', async () => {
    const reading = await read({ name: '一', rows: [HEADER, ['市科协', FARMERS, '甲。', '多余']] }, { name: '说明', rows: [['填表说明']] }, { name: '二', rows: [HEADER, ['市教育局', FARMERS, '乙。']] });
    expect(lines(reading)).toHaveLength(2);
    expect(reading.warnings).toEqual([{ code: 'extra_cell', place: { cell: 'D2', sheet: '一' }, item: 0, value: '多余', suggestion: null, suggestionId: null }]);
  });

  it('reads strings of every kind, and leaves hidden sheets and phonetic guides out', async () => {
    const cells = (row: number, ...xml: string[]): string => `<row r="${row}">${xml.join('')}</row>`;
    const inline = (reference: string, text: string): string => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet =
      '<x:worksheet xmlns:x="x"><x:sheetData>' +
      cells(1, inline('A1', '责任单位'), inline('B1', '项目'), inline('C1', '工作内容和要求')) +
      cells(3, inline('A3', '市科协'), inline('B3', FARMERS), '<c r="C3" t="s"><v>0</v></c>') +
      '</x:sheetData></x:worksheet>';
    const file = zipFile([
      { name: '_rels/.rels', data: '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>' },
      { name: 'xl/workbook.xml', data: '<workbook xmlns:r="r"><sheets><sheet name="旧" sheetId="2" state="hidden" r:id="b"/><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>' },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/one.xml"/><Relationship Id="b" Type="x/worksheet" Target="worksheets/two.xml"/><Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      },
      { name: 'xl/sharedStrings.xml', data: '<sst><si><r><t>办</t></r><r><t xml:space="preserve">讲座_x000D_</t></r><rPh><t>ban</t></rPh><r><t>&#10;和展览。</t></r></si></sst>' },
      { name: 'xl/worksheets/one.xml', data: sheet },
      { name: 'xl/worksheets/two.xml', data: sheet.replaceAll('市科协', '市教育局') },
    ]);
    expect(lines(await readPaper(file, options))).toEqual([`市科协 | ${FARMERS} | - | 办讲座\n和展览。`]);
  });
});

describe('numbers of days', () => {
  it.each([[1, false, '1900-01-01'], [59, false, '1900-02-28'], [61, false, '1900-03-01'], [45565, false, '2024-09-30'], [44103, true, '2024-09-30'], [45565.75, false, '2024-09-30'], [0, false, null], [Number.NaN, false, null]])('%d (1904: %s) is %s', (serial, from1904, date) => {
    expect(serialDate(serial, from1904)).toBe(date);
  });
});

describe('decodeEscapes', () => {
  it('reads what Office escapes and leaves the rest', () => {
    expect(decodeEscapes('a_x000D__x0009_b_x41_')).toBe('a\tb_x41_');
  });
});

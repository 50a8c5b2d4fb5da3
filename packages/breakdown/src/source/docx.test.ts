import { readPaper } from '../read-paper.js';
import { DICTIONARY_2020, docxFile, wordCell, wordParagraph, wordRow, wordTable } from '../testing/index.js';
import type { Reading } from '../types.js';
import { chineseNumeral } from './docx-numbering.js';

const cell = (text: string, properties = ''): string => wordCell(wordParagraph(text), properties);
const down = '<w:vMerge w:val="restart"/>';
const on = '<w:vMerge/>';
const HEADER = wordRow(['责任单位', '项目', '工作内容和要求'].map((text) => cell(text)), true);
const read = (body: string, lists = 2): Promise<Reading> => readPaper(docxFile(body, { lists }), { dictionary: DICTIONARY_2020 });
const lines = (reading: Reading): string[] => reading.items.map((item) => [item.responsible.map((unit) => unit.name).join('+'), item.programme.name, item.number ?? '-', item.text].join(' | '));
const FARMERS = '农民科学素质行动';
const YOUNG = '未成年人科学素质行动';

describe('a Word file', () => {
  it('spreads merges downwards in both columns, and ends them where the next begins', async () => {
    const rows = [
      wordRow([cell('市科协', down), cell(FARMERS, down), cell('甲。')]),
      wordRow([wordCell('', on), wordCell('', on), cell('乙。')]),
      wordRow([wordCell('', on), cell(YOUNG), cell('丙。')]),
      wordRow([cell('市教育局', down), cell(YOUNG), cell('丁。')]),
    ];
    expect(lines(await read(wordTable([HEADER, ...rows], 3)))).toEqual([
      `市科协 | ${FARMERS} | - | 甲。`, `市科协 | ${FARMERS} | - | 乙。`, `市科协 | ${YOUNG} | - | 丙。`, `市教育局 | ${YOUNG} | - | 丁。`,
    ]);
  });

  it('places cells by the grid where cells span columns or rows begin late', async () => {
    const header = wordRow([cell('责任单位'), cell('项目', '<w:gridSpan w:val="2"/>'), cell('工作内容和要求')], true);
    const late = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + `${cell(YOUNG, '<w:gridSpan w:val="2"/>')}${cell('乙。')}</w:tr>`;
    const rows = [wordRow([cell('市科协'), cell(FARMERS, '<w:gridSpan w:val="2"/>'), cell('甲。')]), late];
    expect(lines(await read(wordTable([header, ...rows], 4)))).toEqual([`市科协 | ${FARMERS} | - | 甲。`, `市科协 | ${YOUNG} | - | 乙。`]);
  });

  it('draws the numbers that Word draws, and lets a list run on through cells', async () => {
    const listed = (texts: readonly string[], list: number): string => wordCell(texts.map((text) => wordParagraph(text, list)).join(''));
    const rows = [
      wordRow([cell('市科协'), cell(FARMERS), listed(['甲。', '乙。'], 1)]),
      wordRow([cell(''), cell(YOUNG), listed(['丙。', '丁。'], 1)]),
      wordRow([cell('市教育局'), cell(YOUNG), listed(['戊。'], 2)]),
    ];
    const reading = await read(wordTable([HEADER, ...rows], 3));
    expect(lines(reading).map((line) => line.split(' | ').slice(2).join(' '))).toEqual(['1 甲。', '2 乙。', '3 丙。', '4 丁。', '1 戊。']);
    expect(reading.items[0]?.raw).toBe('1. 甲。');
  });

  it('draws lists that a style gives, and none where a paragraph opts out', async () => {
    const styles =
      '<w:styles xmlns:w="w"><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Task"><w:basedOn w:val="Base"/></w:style></w:styles>';
    const styled = (text: string, numbering = ''): string => `<w:p><w:pPr><w:pStyle w:val="Task"/>${numbering}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const content = wordCell(styled('甲。') + styled('乙。') + styled('乙之二。', '<w:numPr><w:numId w:val="0"/></w:numPr>'));
    const body = wordTable([HEADER, wordRow([cell('市科协'), cell(FARMERS), content])], 3);
    const file = docxFile(body, { lists: 1, extra: [{ name: 'word/styles.xml', data: styles }] });
    const reading = await readPaper(file, { dictionary: DICTIONARY_2020 });
    expect(reading.items.map((item) => [item.number, item.text])).toEqual([['1', '甲。'], ['2', '乙。\n乙之二。']]);
  });

  it('reads what stands on the page: runs joined, breaks kept, deletions and field codes left out', async () => {
    const run = (xml: string): string => `<w:r>${xml}</w:r>`;
    const content = wordCell(
      `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>${run('<w:t>开展</w:t>')}` +
        `<w:proofErr w:type="spellStart"/><w:ins>${run('<w:t>科技</w:t>')}</w:ins><w:del>${run('<w:delText>旧</w:delText>')}</w:del><w:moveFrom>${run('<w:t>移</w:t>')}</w:moveFrom>` +
        `${run('<w:instrText>PAGE</w:instrText>')}${run('<w:t xml:space="preserve">下乡</w:t><w:br/><w:t>活动。</w:t>')}<mc:AlternateContent><mc:Choice/><mc:Fallback>${run('<w:t>旧式</w:t>')}</mc:Fallback></mc:AlternateContent></w:p>`,
    );
    const deleted = '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>' + `${cell('市教育局')}${cell(YOUNG)}${cell('已删。')}</w:tr>`;
    const reading = await read(wordTable([HEADER, wordRow([cell('市科协'), cell(FARMERS), content]), deleted], 3));
    expect(lines(reading)).toEqual([`市科协 | ${FARMERS} | - | 开展科技下乡\n活动。`]);
  });

  it('takes tables without a heading as going on only if they are as wide', async () => {
    const more = wordTable([wordRow([cell('市教育局'), cell(YOUNG), cell('乙。')])], 3);
    const closing = wordTable([wordRow([cell('抄送：某某单位'), cell('2020年6月9日印发')])], 2);
    const reading = await read(`${wordTable([HEADER, wordRow([cell('市科协'), cell(FARMERS), cell('甲。')])], 3)}<w:p/>${more}<w:p/>${closing}`);
    expect(lines(reading)).toEqual([`市科协 | ${FARMERS} | - | 甲。`, `市教育局 | ${YOUNG} | - | 乙。`]);
    expect(reading.items[1]?.source).toEqual({ row: 3, table: 2 });
    expect(reading.paper.issuedOn).toBe('2020-06-09');
  });

  it('reads a nested table as words of its cell', async () => {
    const inner = wordTable([wordRow([cell('一季度'), cell('办展。')])], 2);
    const reading = await read(wordTable([HEADER, wordRow([cell('市科协'), cell(FARMERS), wordCell(`${wordParagraph('分季推进：')}${inner}<w:p/>`)])], 3));
    expect(reading.items.map((item) => item.text)).toEqual(['分季推进：\n一季度\n办展。']);
  });
});

describe('chineseNumeral', () => {
  it.each([[1, '一'], [10, '十'], [12, '十二'], [20, '二十'], [35, '三十五'], [100, '一百'], [101, '一百零一'], [110, '一百一十'], [219, '二百一十九'], [345, '三百四十五']])('%d is %s', (value, text) => {
    expect(chineseNumeral(value)).toBe(text);
  });
});

import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType } from 'docx';
import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPaper } from './read-paper.js';
import { DICTIONARY_2020 } from './testing/index.js';

// The papers of our own tests are written by our own writers; these two libraries write what other programs would.
const options = { dictionary: DICTIONARY_2020 };
const HEADER = ['责任单位', '项目', '工作内容和要求', '完成时限'];
const FARMERS = '农民科学素质行动';
const YOUNG = '未成年人科学素质行动';

it('reads a workbook written by another library: merges, rich text, dates, formulas', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('任务');
  sheet.addRow(['2024年任务分解表']);
  sheet.mergeCells('A1:D1');
  sheet.addRow(HEADER);
  sheet.addRow(['市科协', FARMERS, { richText: [{ text: '1. 办' }, { font: { bold: true }, text: '讲座 20 场。\n' }, { text: '2. 办展览。' }] }, new Date(Date.UTC(2024, 8, 30))]);
  sheet.addRow(['', YOUNG, { formula: 'CONCATENATE("办","大赛。")', result: '办大赛。' }, '第四季度']);
  sheet.mergeCells('A3:A4');
  const reading = await readPaper(new Uint8Array(await book.xlsx.writeBuffer()), options);
  expect(reading.items.map((item) => [item.responsible[0]?.name, item.programme.name, item.number, item.text, item.due?.date, item.warnings])).toEqual([
    ['市科协', FARMERS, '1', '办讲座 20 场。', '2024-09-30', []],
    ['市科协', FARMERS, '2', '办展览。', '2024-09-30', []],
    ['市科协', YOUNG, null, '办大赛。', '2024-12-31', ['formula']],
  ]);
});

it('reads a Word file written by another library: merges and drawn numbers', async () => {
  const cell = (text: string, verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]): TableCell =>
    new TableCell({ children: [new Paragraph({ children: [...text].map((letter) => new TextRun(letter)) })], ...(verticalMerge ? { verticalMerge } : {}) });
  const numbered = (...texts: string[]): TableCell => new TableCell({ children: texts.map((text) => new Paragraph({ text, numbering: { reference: 'tasks', level: 0 } })) });
  const rows = [
    new TableRow({ tableHeader: true, children: HEADER.slice(0, 3).map((text) => cell(text)) }),
    new TableRow({ children: [cell('市科协', VerticalMergeType.RESTART), cell(FARMERS), numbered('办讲座。', '办展览。')] }),
    new TableRow({ children: [cell('', VerticalMergeType.CONTINUE), cell(YOUNG), cell('办大赛。')] }),
  ];
  const document = new Document({
    numbering: { config: [{ reference: 'tasks', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }] },
    sections: [{ children: [new Paragraph('示全科办〔2024〕7号'), new Table({ rows })] }],
  });
  const reading = await readPaper(new Uint8Array(await Packer.toBuffer(document)), options);
  expect(reading.items.map((item) => [item.responsible[0]?.name, item.programme.name, item.number, item.text])).toEqual([
    ['市科协', FARMERS, '1', '办讲座。'],
    ['市科协', FARMERS, '2', '办展览。'],
    ['市科协', YOUNG, null, '办大赛。'],
  ]);
  expect(reading.paper).toMatchObject({ docNumber: '示全科办〔2024〕7号', year: 2024 });
});

it('writes the twin so that another library can open it', async () => {
  const book = new ExcelJS.Workbook();
  const bytes = readFileSync(path.resolve(import.meta.dirname, '../../../seeds/papers/twin-2020.xlsx'));
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const sheet = book.getWorksheet(1);
  expect(sheet?.rowCount).toBe(73);
  expect(sheet?.getCell('A73').master.address).toBe('A64');
});

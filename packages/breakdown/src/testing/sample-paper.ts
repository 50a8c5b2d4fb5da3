import { docxFile, wordCell, wordParagraph, wordRow, wordTable, xlsxFile, type SheetValue } from './ooxml-writer.js';

/** One row of a sample paper as its author wrote it. */
export interface SampleRow {
  unit: string;
  programme: string;
  /** `plain` one item; `inline` items on one line; `p` items in literal paragraph tags, in Word as paragraphs of their own. */
  style: 'plain' | 'inline' | 'p';
  /** In Word the numbers are drawn by Word and stand in no text. */
  auto?: boolean;
  items: { marker: string; text: string }[];
}

/** The authoring source of a sample paper, from which its text, Word and Excel files are written. */
export interface SamplePaper {
  docNumber: string;
  letter: string[];
  sheetTitle: string;
  header: string[];
  pages: SampleRow[][];
  closing: string[];
}

function cellLine(row: SampleRow): string {
  const pieces = row.items.map((item) => item.marker + item.text);
  return row.style === 'p' ? pieces.map((piece) => `<p>${piece}</p>`).join(' ') : pieces.join(' ');
}

const opensUnit = (rows: readonly SampleRow[], index: number): boolean => rows[index]?.unit !== rows[index - 1]?.unit;

/** The paper as text: tables with tabs, the heading again on each page, `<p>` tags as they came from a website. */
export function sampleText(paper: SamplePaper): string {
  const pages = paper.pages.map((rows) =>
    [paper.header.join('\t'), ...rows.map((row, i) => [opensUnit(rows, i) ? row.unit : '', row.programme, cellLine(row)].join('\t')), ''].join('\n'),
  );
  return ['', '', ...paper.letter, ...pages, ...paper.closing].join('\n');
}

/** The paper as a Word file: one table a page, units merged downwards, some numbers drawn by Word. */
export function sampleDocx(paper: SamplePaper): Uint8Array {
  let lists = 0;
  const contentCell = (row: SampleRow): string => {
    if (row.style !== 'p') return wordCell(wordParagraph(cellLine(row)));
    if (!row.auto) return wordCell(row.items.map((item) => wordParagraph(item.marker + item.text)).join(''));
    lists += 1;
    return wordCell(row.items.map((item) => wordParagraph(item.text, lists)).join(''));
  };
  const table = (rows: readonly SampleRow[]): string => {
    const header = wordRow(paper.header.map((text) => wordCell(wordParagraph(text))), true);
    const body = rows.map((row, i) => {
      const opens = opensUnit(rows, i);
      const unit = wordCell(opens ? wordParagraph(row.unit) : '', opens ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>');
      return wordRow([unit, wordCell(wordParagraph(row.programme)), contentCell(row)]);
    });
    return wordTable([header, ...body], paper.header.length);
  };
  const lines = (texts: readonly string[]): string => texts.filter((text) => text !== '').map((text) => wordParagraph(text)).join('');
  return docxFile(`${lines(paper.letter)}${paper.pages.map(table).join('<w:p/>')}<w:p/>${lines(paper.closing)}`, { lists: lists || paper.pages.flat().filter((row) => row.auto).length });
}

/** The paper as a workbook: one sheet, a merged title, one heading, units merged downwards over page breaks. */
export function sampleXlsx(paper: SamplePaper): Uint8Array {
  const rows = paper.pages.flat();
  const values: SheetValue[][] = [[paper.sheetTitle, '', ''], [...paper.header]];
  const merges = ['A1:C1'];
  let top = 0;
  rows.forEach((row, i) => {
    const line = i + 3;
    if (opensUnit(rows, i)) top = line;
    if (!rows[i + 1] || opensUnit(rows, i + 1)) if (line > top) merges.push(`A${top}:A${line}`);
    const content = row.style === 'p' ? row.items.map((item) => item.marker + item.text).join('\n') : cellLine(row);
    values.push([opensUnit(rows, i) ? row.unit : '', row.programme, content]);
  });
  return xlsxFile([{ name: '任务分解表', rows: values, merges }]);
}

/** The answer sheet: what a reading must give, item by item, with the line of the text file. Tab-separated, one heading. */
export function sampleAnswers(paper: SamplePaper, canonical: (programme: string) => string): string {
  const lines = ['doc_no\tunit\tprogramme\titem_no\tcontent\tprogramme_canonical\tcell_seq\tsrc_line\tpage\tfmt\tmarker\titems_in_cell'];
  let line = 2 + paper.letter.length;
  let cell = 0;
  paper.pages.forEach((rows, page) => {
    line += 1;
    for (const row of rows) {
      line += 1;
      cell += 1;
      for (const item of row.items) {
        const number = /\d+/u.exec(item.marker)?.[0] ?? '';
        const fields = [paper.docNumber, row.unit, row.programme, number, item.text, canonical(row.programme), cell, line, page + 1, row.style, item.marker, row.items.length];
        lines.push(fields.join('\t'));
      }
    }
    line += 1;
  });
  return `${lines.join('\n')}\n`;
}

import type { PaperColumn, PaperLetter, PaperTable } from '@kepu/breakdown';
import { label } from '@kepu/contracts/labels';
import type ExcelJS from 'exceljs';
import { officialDocument, type DocumentPart } from '../../platform/documents/official-document.js';
import { bytesOf, printedSheet, rowHeight, thinBorder, verbatim, workbook } from '../../platform/sheets/sheet.js';

/** A paper to be printed: its letter and table, what stands in place of its number where it is not the paper as issued, and the last line. */
export interface PaperContent { readonly letter: PaperLetter; readonly table: PaperTable; readonly mark: string | null; readonly stamp: string }

/** Shares of the width, and widths in characters, of the columns of a paper. */
const sizes: Readonly<Record<PaperColumn['role'], { share: number; width: number; centred?: true }>> = {
  responsible: { share: 16, width: 18, centred: true }, lead: { share: 14, width: 16, centred: true }, cooperating: { share: 16, width: 20, centred: true }, programme: { share: 19, width: 22, centred: true }, entry: { share: 8, width: 9, centred: true },
  content: { share: 65, width: 72 }, due: { share: 14, width: 16, centred: true }, targets: { share: 16, width: 24 }, number: { share: 8, width: 8, centred: true }, note: { share: 12, width: 16 },
};
/** More columns than these are read across the page. */
const UPRIGHT_COLUMNS = 4;
// The paper is in the language of the office, whoever saves it: it is read again by its words.
const said = (key: string): string => label('zh-CN', key);

/** The paper as a Word file: the letter, and its table as the annex. */
export const paperDocx = ({ letter, table, mark, stamp }: PaperContent): Promise<Buffer> => {
  const line = (kind: Exclude<DocumentPart['kind'], 'table'>, text: string | null): DocumentPart[] => (text === null ? [] : [{ kind, text }]);
  const annex = said('documents.annex');
  const head: DocumentPart[] = [
    ...line('masthead', letter.masthead), ...line('number', mark ?? letter.docNumber), ...line('title', letter.title), ...line('subtitle', letter.yearLine), ...line('body', letter.body),
    ...line('annexNote', `${annex}：${letter.tableTitle}`), ...line('signature', letter.signature), ...line('date', letter.date),
  ];
  const columns = table.columns.map(({ role, heading }) => ({ heading, share: sizes[role].share, centred: sizes[role].centred ?? false }));
  return officialDocument(letter.title, [
    { page: 'upright', parts: head },
    { page: columns.length > UPRIGHT_COLUMNS ? 'across' : 'upright', parts: [...line('annexMark', annex), ...line('tableTitle', letter.tableTitle), { kind: 'table', columns, rows: table.rows }, ...line('note', stamp)] },
  ]);
};

/** The table of the paper as a workbook, with what the letter says of it above. */
export const paperXlsx = async ({ letter, table, mark, stamp }: PaperContent): Promise<Buffer> => {
  const book = await workbook();
  const width = table.columns.length;
  const widths = table.columns.map(({ role }) => sizes[role].width);
  const sheet = printedSheet(book, said('documents.table'), widths, said('documents.sheetPage'));
  const across = (text: string, font: Partial<ExcelJS.Font> = {}): void => {
    const row = sheet.addRow([verbatim(text)]);
    sheet.mergeCells(row.number, 1, row.number, width);
    row.getCell(1).style = { font, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true } };
  };
  across(letter.title, { bold: true, size: 16 });
  for (const text of [letter.yearLine, mark ?? letter.docNumber]) if (text !== null) across(text);
  if (letter.date !== null) {
    // Cells of their own: the line before the day is who signs.
    const row = sheet.addRow([]);
    row.getCell(1).value = verbatim(letter.signature ?? '');
    row.getCell(width).value = letter.date;
    if (width > 2) sheet.mergeCells(row.number, 1, row.number, width - 1);
    row.getCell(width).alignment = { horizontal: 'right' };
  }
  const heading = sheet.addRow(table.columns.map((column) => column.heading));
  heading.eachCell((cell) => { cell.style = { font: { bold: true }, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true }, border: thinBorder }; });
  sheet.views = [{ state: 'frozen', ySplit: heading.number }];
  sheet.pageSetup.printTitlesRow = `${heading.number}:${heading.number}`;
  const styles = table.columns.map(({ role }): Partial<ExcelJS.Style> => ({ alignment: { wrapText: true, vertical: sizes[role].centred ? 'middle' : 'top', horizontal: sizes[role].centred ? 'center' : 'left' }, border: thinBorder }));
  for (const cells of table.rows) {
    const row = sheet.addRow(cells.map((cell) => (cell === null ? null : verbatim(cell.paragraphs.join('\n')))));
    for (let column = 1; column <= width; column += 1) row.getCell(column).style = styles[column - 1] ?? {};
    // A cell that reaches over several rows has room below.
    row.height = rowHeight(cells.map((cell) => (cell && cell.rows === 1 ? cell.paragraphs.join('\n') : '')), widths);
  }
  table.rows.forEach((cells, at) => cells.forEach((cell, column) => {
    const top = heading.number + 1 + at;
    if (cell && cell.rows > 1) sheet.mergeCells(top, column + 1, top + cell.rows - 1, column + 1);
  }));
  across(stamp, { size: 9, color: { argb: 'FF595959' } });
  return bytesOf(book);
};

import { StreamableFile } from '@nestjs/common';
import type ExcelJS from 'exceljs';
import type { FastifyReply } from 'fastify';
import { attachment } from '../files/index.js';

/** A text that a spreadsheet must not take for a formula. exceljs writes strings as strings; the quote keeps it so when a person edits the cell. A text that has the quote already gets another one, so that it is known which is whose. */
export const inert = (text: string): string => (/^'*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text);

/** A text as a cell holds it word for word: inert, and without what a spreadsheet would take for the code of a sign (`_x0041_`). */
export const verbatim = (text: string): string => inert(text).replace(/_x(?=[0-9A-Fa-f]{4}_)/gu, '_x005F_x');

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A column of a sheet: its header, and its width in characters. */
export interface SheetColumn { readonly header: string; readonly width: number }

/** An empty workbook. */
export const workbook = async (): Promise<ExcelJS.Workbook> => {
  // Loaded for the first export: it is a ninth of all that a start would load, and 25 MB.
  const { default: excel } = await import('exceljs');
  return new excel.Workbook();
};

/** A sheet that is read on paper too: landscape, as wide as a page, its header on top while one scrolls. */
export const addSheet = (book: ExcelJS.Workbook, name: string, columns: readonly SheetColumn[]): ExcelJS.Worksheet => {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  sheet.columns = columns.map((column) => ({ header: column.header, width: column.width, style: { alignment: { wrapText: true, vertical: 'top' } } }));
  sheet.getRow(1).font = { bold: true };
  return sheet;
};

/** Thin lines around a cell that is to be printed. */
export const thinBorder: Partial<ExcelJS.Borders> = { top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } };

/** An empty sheet to be printed: A4 across, as wide as a page, each page numbered. `page` names `&P` and `&N`. */
export const printedSheet = (book: ExcelJS.Workbook, name: string, widths: readonly number[], page: string): ExcelJS.Worksheet => {
  const sheet = book.addWorksheet(name, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 } },
    headerFooter: { oddFooter: `&C${page}` },
  });
  sheet.columns = widths.map((width) => ({ width }));
  return sheet;
};

/** The tallest row that a spreadsheet allows, in points. */
const TALLEST = 409;
const LINE_HEIGHT = 16;
/** How many letters wide a text is: a Chinese sign takes the room of two. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

/** The height in points at which wrapped texts can be read whole, by the widths of their columns in letters: not every program finds it by itself. */
export const rowHeight = (texts: readonly string[], widths: readonly number[]): number => {
  const lines = texts.map((text, at) => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, (widths[at] ?? 1) - 2))), 0));
  return Math.min(TALLEST, Math.max(1, ...lines) * LINE_HEIGHT + 4);
};

/** The bytes of a workbook. */
export const bytesOf = async (book: ExcelJS.Workbook): Promise<Buffer> => Buffer.from(await book.xlsx.writeBuffer());

/** A workbook as an answer: a file to keep, and nobody's to cache. */
export const sheetAnswer = (reply: FastifyReply, name: string, bytes: Buffer): StreamableFile => {
  void reply.headers({ 'content-type': XLSX, 'content-disposition': attachment(name), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
  return new StreamableFile(bytes);
};

import type { ExportPurpose } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { PassThrough, type Readable } from 'node:stream';
import { inert } from '../../platform/sheets/sheet.js';

/** What every sheet says of itself: who took it, when, what for, and how many stand in it. */
export interface Watermark { readonly name: string; readonly at: string; readonly count: number; readonly purpose: ExportPurpose; readonly reason: string }
/** Words in the language of the reader. */
export type Words = (key: string, params?: Record<string, string | number>) => string;
/** A column of a list: the label of its head, how wide it is, and what of a row stands in it. */
export interface PeopleColumn<Row> { readonly key: string; readonly width: number; readonly value: (row: Row, t: Words) => string | number | null }
/** A list of people that leaves the system. `title` stands above it where the list is a document of its own. */
export interface PeopleList<Row> { readonly sheet: string; readonly title?: string; readonly columns: readonly PeopleColumn<Row>[]; readonly rows: readonly Row[] }

/** People as xlsx, written row by row: the workbook is never whole in memory. */
export const peopleSheet = async <Row>({ sheet: name, title, columns, rows }: PeopleList<Row>, watermark: Watermark, locale: Locale): Promise<Readable> => {
  // Loaded for the first export, as with the papers.
  const { default: excel } = await import('exceljs');
  const t: Words = (key, params = {}) => label(locale, key, params);
  const text = t('exported.watermark', { ...watermark, purpose: t(`exported.purposes.${watermark.purpose}`) });
  const stream = new PassThrough();
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const above = title === undefined ? [text] : [title, text];
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: above.length + 1 }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    // `&` begins a code of the header.
    headerFooter: { oddHeader: `&L${text.replaceAll('&', '&&').slice(0, 200)}`, oddFooter: '&C&P / &N' },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  // A number in full begins with a plus, and can be nothing but digits.
  const phone = /^\+\d+$/;
  const write = async (): Promise<void> => {
    for (const line of above) sheet.addRow([inert(line)]).commit();
    const head = sheet.addRow(columns.map(({ key }) => t(`exported.${key}`)));
    head.font = { bold: true };
    head.commit();
    for (const row of rows) {
      sheet.addRow(columns.map(({ value }) => { const cell = value(row, t); return typeof cell === 'string' && !phone.test(cell) ? inert(cell) : cell; })).commit();
    }
    sheet.commit();
    await book.commit();
  };
  void write().catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error('the sheet could not be written')));
  return stream;
};

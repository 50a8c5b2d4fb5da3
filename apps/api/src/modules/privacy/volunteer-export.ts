import type { Volunteer, volunteerExport } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { PassThrough, type Readable } from 'node:stream';
import type { z } from 'zod';
import { inert } from '../../platform/sheets/sheet.js';

/** What every sheet says of itself: who took it, when, what for, and how many stand in it. */
export interface Watermark { readonly name: string; readonly at: string; readonly count: number; readonly purpose: z.output<typeof volunteerExport>['purpose']; readonly reason: string }
/** A volunteer with the number as the reader may see it. */
export interface ExportRow { readonly volunteer: Volunteer; readonly phone: string }

const columns = ['number', 'name', 'occupation', 'unit', 'county', 'ageBand', 'services', 'minutes', 'phone'] as const;
const widths: Readonly<Record<(typeof columns)[number], number>> = { number: 16, name: 12, occupation: 16, unit: 26, county: 14, ageBand: 12, services: 10, minutes: 12, phone: 18 };

/** Volunteers as xlsx, written row by row as it is read: memory does not grow with the list. */
export const volunteersSheet = async (rows: readonly ExportRow[], watermark: Watermark, locale: Locale): Promise<Readable> => {
  // Loaded for the first export, as with the papers.
  const { default: excel } = await import('exceljs');
  const t = (key: string, params: Record<string, string | number> = {}) => label(locale, key, params);
  const text = t('exported.watermark', { ...watermark, purpose: t(`exported.purposes.${watermark.purpose}`) });
  const stream = new PassThrough();
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(t('exported.volunteers'), {
    views: [{ state: 'frozen', ySplit: 2 }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    // `&` begins a code of the header.
    headerFooter: { oddHeader: `&L${text.replaceAll('&', '&&').slice(0, 200)}`, oddFooter: '&C&P / &N' },
  });
  sheet.columns = columns.map((column) => ({ width: widths[column] }));
  const write = async (): Promise<void> => {
    sheet.addRow([inert(text)]).commit();
    const head = sheet.addRow(columns.map((column) => t(`exported.${column}`)));
    head.font = { bold: true };
    head.commit();
    for (const { volunteer, phone } of rows) {
      sheet.addRow([
        volunteer.number, inert(volunteer.name), t(`terms.occupations.${volunteer.occupation}`), inert(volunteer.unit?.name ?? ''), volunteer.county.name, t(`terms.ageBands.${volunteer.ageBand}`), volunteer.services,
        volunteer.minutes, phone,
      ]).commit();
    }
    sheet.commit();
    await book.commit();
  };
  void write().catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error('the sheet could not be written')));
  return stream;
};

import type { Item, SignOff } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type ExcelJS from 'exceljs';
import { inert } from '../../platform/files/index.js';

const sheetOf = async (name: string, columns: readonly { header: string; width: number }[]): Promise<{ book: ExcelJS.Workbook; sheet: ExcelJS.Worksheet }> => {
  // Loaded for the first export: it is a ninth of all that a start would load, and 25 MB.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  sheet.columns = columns.map((column) => ({ header: column.header, width: column.width, style: { alignment: { wrapText: true, vertical: 'top' } } }));
  sheet.getRow(1).font = { bold: true };
  return { book, sheet };
};

const targetText = (item: Item): string => item.targets.map((target) => target.raw).join('；');

/** All given items as xlsx, one row an item, in the order of the list. */
export const itemsWorkbook = async (items: readonly Item[], locale: Locale): Promise<Buffer> => {
  const t = (key: string) => label(locale, key);
  const { book, sheet } = await sheetOf(t('documents.items'), [
    { header: t('documents.seq'), width: 6 }, { header: t('terms.assignmentRoles.responsible'), width: 18 }, { header: t('documents.programme'), width: 24 }, { header: t('documents.number'), width: 6 },
    { header: t('documents.text'), width: 80 }, { header: t('documents.targets'), width: 20 }, { header: t('documents.due'), width: 14 }, { header: t('documents.state'), width: 12 },
  ]);
  for (const item of items) {
    const states = item.assignments.map((assignment) => t(`terms.assignmentStates.${assignment.state}`));
    sheet.addRow([
      item.seq, inert(item.units.map((unit) => unit.printed).join('、')), inert(item.programme.printed), item.number ?? '', inert(item.text), inert(targetText(item)), inert(item.due?.text ?? ''), [...new Set(states)].join('、'),
    ]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
};

/** Who has signed, one row a unit, in protocol order. */
export const signOffsWorkbook = async (rows: readonly SignOff[], locale: Locale): Promise<Buffer> => {
  const t = (key: string) => label(locale, key);
  const { book, sheet } = await sheetOf(t('documents.signOffs'), [
    { header: t('documents.unit'), width: 24 }, { header: t('documents.total'), width: 8 }, { header: t('terms.assignmentStates.signed'), width: 8 }, { header: t('terms.assignmentStates.asked'), width: 8 },
    { header: t('terms.assignmentStates.pending'), width: 8 }, { header: t('terms.roles.liaison'), width: 20 }, { header: t('documents.overdue'), width: 8 },
  ]);
  for (const row of rows) {
    sheet.addRow([inert(row.unit.name), row.tally.total, row.tally.signed, row.tally.asked, row.tally.pending, inert(row.liaisons.map((liaison) => liaison.name).join('、')), row.overdue ? t('documents.yes') : '']);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
};

import type { ImportItem, Place, PlanImport } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { addSheet, bytesOf, inert, workbook, type SheetColumn } from '../../platform/sheets/sheet.js';

const roles = ['responsible', 'lead', 'cooperating'] as const;

/**
 * A preview as a paper again, with what was found in a column of its own (问题): people who do not sit before the system put it right in the file, and it is read anew.
 * Columns that no item fills are left out. What belongs to no item stands on a second sheet.
 */
export const importWorkbook = async (preview: PlanImport, locale: Locale): Promise<Buffer> => {
  const t = (key: string, params: Readonly<Record<string, string | number>> = {}) => label(locale, key, params);
  const said = (code: string, value: string, suggestion: string | null): string => t(`warnings.${code}`, { value, suggestion: suggestion ?? '' });
  const spoken = (place: Place): string => {
    if ('line' in place) return t('admin.shell.place_line', { line: place.line });
    if ('row' in place) return place.table === undefined ? t('admin.shell.place_row', { row: place.row }) : t('admin.shell.place_table_row', { table: place.table, row: place.row });
    return place.sheet === undefined ? t('admin.shell.place_cell', { cell: place.cell }) : t('admin.shell.place_sheet_cell', { sheet: place.sheet, cell: place.cell });
  };
  const problemsOf = (item: ImportItem): string => {
    const found = preview.warnings.filter(({ position, code }) => position === item.position && item.warnings.includes(code)).map(({ code, value, suggestion }) => said(code, value, suggestion) + (suggestion ? t('documents.probably', { suggestion }) : ''));
    return [...new Set(found)].join('；');
  };
  const columns: (SheetColumn & { of(item: ImportItem): string })[] = [
    ...roles.filter((role) => role === 'responsible' || preview.items.some((item) => item[role].length > 0)).map((role) => ({ header: t(`terms.assignmentRoles.${role}`), width: 18, of: (item: ImportItem) => item[role].map(({ name }) => name).join('、') })),
    { header: t('documents.programme'), width: 24, of: (item) => item.programme.printed },
    ...(preview.items.some(({ number }) => number !== null) ? [{ header: t('documents.seq'), width: 6, of: (item: ImportItem) => item.number ?? '' }] : []),
    { header: t('documents.text'), width: 70, of: (item) => item.text },
    ...(preview.items.some(({ due }) => due !== null) ? [{ header: t('documents.due'), width: 14, of: (item: ImportItem) => item.due?.text ?? '' }] : []),
    { header: t('documents.place'), width: 12, of: (item) => spoken(item.source) }, { header: t('documents.problem'), width: 40, of: problemsOf },
  ];
  const book = await workbook();
  const sheet = addSheet(book, t('documents.items'), columns);
  for (const item of preview.items) {
    const row = sheet.addRow(columns.map((column) => inert(column.of(item))));
    const problem = row.getCell(columns.length);
    if (problem.text !== '') problem.font = { color: { argb: 'FFB00020' }, bold: true };
  }
  const { title, docNumber } = preview.paper;
  const heads = [title, docNumber].filter((line) => line !== null);
  sheet.insertRows(1, heads.map((line) => [inert(line)]));
  sheet.views = [{ state: 'frozen', ySplit: heads.length + 1 }];
  const loose = preview.warnings.filter(({ position }) => position === null);
  if (loose.length > 0) {
    const notes = addSheet(book, t('documents.otherProblems'), [{ header: t('documents.place'), width: 16 }, { header: t('documents.problem'), width: 90 }]);
    for (const { place, code, value, suggestion } of loose) notes.addRow([place ? spoken(place) : '', inert(said(code, value, suggestion))]);
  }
  return bytesOf(book);
};

import { Injectable } from '@nestjs/common';
import { collectionLimits, type CollectionField, type CollectionSheet, type CollectionSum, type CollectionValue } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { sumRows } from '@kepu/domain';
import type ExcelJS from 'exceljs';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { Upload } from '../../../platform/http/upload.js';
import { addSheet, bytesOf, verbatim, workbook } from '../../../platform/sheets/sheet.js';
import { CollectionAnswersService } from './collection-answers.service.js';
import { isCounted, isInside, rowsOf } from './collection.mapper.js';
import { CollectionSheetReader, headingOf, type SheetForm } from './collection-sheet-reader.js';
import { CollectionTables } from './collection-tables.service.js';

type File = { readonly name: string; readonly bytes: Buffer };
type Words = (key: string, params?: Record<string, string | number>) => string;
const words = (locale: Locale): Words => (key, params = {}) => label(locale, `documents.${key}`, params);
/** A number stays a number; everything else is text, and no formula. */
const cellOf = (value: CollectionValue | undefined, t: Words): string | number => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return t(value ? 'collectionYes' : 'collectionNot');
  return verbatim(Array.isArray(value) ? value.join('、') : value);
};
/** What a spreadsheet takes as the name of a sheet. */
const sheetName = (name: string, at: number): string => `${[...name.replace(/[[\]:*?/\\'"]/gu, ' ')].slice(0, 24).join('').trim()} ${at}`;
const widthOf = (field: CollectionField): number => (field.type === 'long' ? 40 : field.type === 'text' || field.type === 'choices' ? 24 : 14);
const formOf = (mostRows: number): SheetForm => ({ mostRows, maxBytes: collectionLimits.sheetBytes, foreign: 'collection.sheet_foreign' });
/** Rows of the template that offer the options; more are read as well. */
const OFFERED = 200;

/** Collections as sheets: what came in, the table to fill in, and a filled table with what is wrong. */
@Injectable()
export class CollectionSheets {
  constructor(private readonly tables: CollectionTables, private readonly answers: CollectionAnswersService, private readonly reader: CollectionSheetReader, private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  /** All rows with their sums as values, who is missing, and one sheet for each column that is counted. */
  async whole(actor: PersonActor, id: string, locale: Locale): Promise<File> {
    const t = words(locale);
    const { collection, fields, data, answers } = await this.tables.every(actor, id);
    const standings = await this.tables.everyStanding(actor, collection);
    const sums = sumRows(fields, data.map(({ values }) => values));
    const book = await workbook();
    const sheet = addSheet(book, t('collectionRows'), [{ header: t('collectionCounty'), width: 12 }, { header: t('collectionUnit'), width: 22 }, { header: t('collectionNo'), width: 6 }, ...fields.map((field) => ({ header: verbatim(headingOf(field)), width: widthOf(field) })), { header: t('collectionLate'), width: 8 }]);
    for (const row of data) sheet.addRow([verbatim(row.county.name), verbatim(row.unit.name), row.no, ...fields.map(({ key }) => cellOf(row.values[key], t)), row.late ? t('collectionYes') : '']);
    for (const answer of answers) if (Number(answer.none) === 1) sheet.addRow([verbatim(answer.countyName ?? ''), verbatim(answer.unitName), '', ...fields.map((_, at) => (at === 0 ? t('collectionNone') : '')), Number(answer.late) === 1 ? t('collectionYes') : '']);
    for (const kind of ['sum', 'average'] as const) {
      if (!fields.some((field) => field.sum === kind)) continue;
      sheet.addRow([t(kind === 'sum' ? 'collectionTotal' : 'collectionAverage'), '', '', ...fields.map((field, at) => (field.sum === kind ? (sums[at]?.value ?? '') : '')), '']).font = { bold: true };
    }
    const gaps = addSheet(book, t('collectionGaps'), [{ header: t('collectionCounty'), width: 12 }, { header: t('collectionUnit'), width: 24 }, { header: t('collectionState'), width: 14 }, { header: t('collectionDue'), width: 12 }]);
    for (const row of standings.filter(({ state }) => !isCounted(state))) gaps.addRow([verbatim(row.county.name), verbatim(row.unit.name), label(locale, `terms.collectionAnswerStates.${row.state}`), collection.dueOn]);
    fields.forEach((field, at) => { if (field.sum === 'count') this.countSheet(book, field, at, sums[at], t); });
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'collection.exported', subjectKind: 'collection', subjectId: id, before: null, after: { rows: data.length, format: 'xlsx' } }));
    return { name: `${collection.title}.xlsx`, bytes: await bytesOf(book) };
  }

  /** The table that a unit fills in, with what it has so far. */
  async template(actor: PersonActor, id: string, locale: Locale): Promise<File> {
    const t = words(locale);
    const { row, collection, fields } = await this.answers.find(actor, id, 'collection:read');
    const rows = isInside(actor, row) || isCounted(row.state) ? rowsOf(fields, row) : [];
    const book = await workbook();
    const sheet = addSheet(book, t('collectionTemplate'), fields.map((field) => ({ header: verbatim(headingOf(field)), width: widthOf(field) })));
    for (const values of rows) sheet.addRow(fields.map(({ key }) => cellOf(values[key], t)));
    this.offerOptions(book, sheet, fields, Math.min(collection.mostRows, OFFERED), t);
    const how = addSheet(book, t('collectionHow'), [{ header: t('collectionColumn'), width: 24 }, { header: t('collectionDemand'), width: 14 }, { header: t('collectionHow'), width: 60 }]);
    how.addRow([verbatim(collection.title), '', verbatim([collection.note ?? '', t('collectionHintRows', { count: collection.mostRows })].filter((line) => line !== '').join('\n'))]);
    for (const field of fields) how.addRow([verbatim(headingOf(field)), t(field.required ? 'collectionRequired' : 'collectionOptional'), verbatim([label(locale, `terms.collectionFieldTypes.${field.type}`), field.help ?? '', field.options.join('、')].filter((line) => line !== '').join('\n'))]);
    return { name: `${collection.title} ${row.unitName}.xlsx`, bytes: await bytesOf(book) };
  }

  /** A filled table as it was read: nothing is saved, the unit looks at it first. Errors: `collection.sheet_unsupported`, `collection.sheet_foreign`, `paper.*`. */
  async read(actor: PersonActor, id: string, { bytes }: Upload, locale: Locale): Promise<CollectionSheet> {
    const { collection, fields } = await this.answers.find(actor, id, 'collection:answer');
    const { rows, problems } = await this.reader.read(bytes, fields, formOf(collection.mostRows), locale);
    return { rows, problems };
  }
  /** The same file with what is wrong in a column of its own (问题), to be put right where it was written. */
  async marked(actor: PersonActor, id: string, { bytes }: Upload, locale: Locale): Promise<File> {
    const t = words(locale);
    const { row, collection, fields } = await this.answers.find(actor, id, 'collection:answer');
    const { lines } = await this.reader.read(bytes, fields, formOf(collection.mostRows), locale);
    const book = await workbook();
    const sheet = addSheet(book, t('collectionTemplate'), [...fields.map((field) => ({ header: verbatim(headingOf(field)), width: widthOf(field) })), { header: t('collectionProblem'), width: 50 }]);
    for (const { texts, problems } of lines) {
      const problem = sheet.addRow([...texts.map(verbatim), verbatim(problems.join('；'))]).getCell(fields.length + 1);
      if (problems.length > 0) problem.font = { color: { argb: 'FFB00020' }, bold: true };
    }
    this.offerOptions(book, sheet, fields, Math.min(collection.mostRows, OFFERED), t);
    return { name: `${collection.title} ${row.unitName} ${t('collectionProblem')}.xlsx`, bytes: await bytesOf(book) };
  }

  private countSheet(book: ExcelJS.Workbook, field: CollectionField, at: number, sum: CollectionSum | undefined, t: Words): void {
    const sheet = addSheet(book, sheetName(t('collectionCount', { label: field.label }), at + 1), [{ header: t('collectionOption'), width: 30 }, { header: t('collectionTimes'), width: 10 }]);
    for (const { option, count } of sum?.counts ?? []) sheet.addRow([field.type === 'flag' ? t(option === 'true' ? 'collectionYes' : 'collectionNot') : verbatim(option), count]);
  }
  /** Choices as drop-downs. They stand in a hidden sheet: a list written into the rule may have 255 signs at most. */
  private offerOptions(book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, fields: readonly CollectionField[], most: number, t: Words): void {
    const offered = fields.flatMap((field, column) => (field.type === 'choice' ? [{ column, options: field.options }] : field.type === 'flag' ? [{ column, options: [t('collectionYes'), t('collectionNot')] }] : []));
    if (offered.length === 0) return;
    const name = t('collectionOptions');
    const list = book.addWorksheet(name, { state: 'veryHidden' });
    offered.forEach(({ column, options }, at) => {
      options.forEach((option, index) => { list.getCell(index + 1, at + 1).value = verbatim(option); });
      const letter = list.getColumn(at + 1).letter;
      for (let row = 2; row <= most + 1; row += 1) sheet.getCell(row, column + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [`'${name}'!$${letter}$1:$${letter}$${options.length}`] };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { measureSheetLimits, type MeasureSheetColumn } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type ExcelJS from 'exceljs';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { Upload } from '../../../platform/http/upload.js';
import { addSheet, bytesOf, verbatim, workbook } from '../../../platform/sheets/sheet.js';
import { byItem } from '../measure.mapper.js';
import { ItemsRepository } from '../items.repository.js';
import type { BareItem } from '../plan.mapper.js';
import { cellsOf, measureColumns, offered, suggestionCode, words } from './measure-sheet-form.js';
import { MeasureSheetsRepository, type OfferedPool } from './measure-sheets.repository.js';
import { MeasureSheets } from './measure-sheets.service.js';
import { MeasureOverlapsService } from './measure-overlaps.service.js';
import { MeasureSuggestionsService } from './measure-suggestions.service.js';

type File = { readonly name: string; readonly bytes: Buffer };
type Cell = string | number;
/** A row as it is printed: what the item says stands beside it, whatever the row says. */
interface Printed { readonly item: BareItem | undefined; readonly seq: Cell; /** Why it is suggested, and what was said of it. */ readonly suggested?: string; readonly adopt?: string; readonly cells: Readonly<Record<(typeof measureColumns)[number], Cell>>; readonly codes: readonly Cell[]; readonly problem?: string }

const widths: Readonly<Partial<Record<MeasureSheetColumn, number>>> = { adopt: 8, kind: 10, name: 30, sources: 18, pool: 16, min: 10, max: 10, approx: 6, unitOfMeasure: 10, dueOn: 12, demands: 36 };
const heads = ['seq', 'unit', 'programme', 'text', 'suggested', 'adopt', ...measureColumns, 'itemCode', 'measureCode', 'version', 'suggestionCode'] as const;
const [SUGGESTED, ADOPT, HIDDEN] = [heads.indexOf('suggested') + 1, heads.indexOf('adopt') + 1, 4];
/** Beside the words, for the eye. */
const waiting: Partial<ExcelJS.Style> = { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF4D6' } }, font: { italic: true, color: { argb: 'FF6B5200' } } };
/** Rows that offer the options beyond those that are filled: whoever inserts some finds them there as well. */
const SPARE = 200;

/** The sheet in which measures are set, and the one that goes back with what is wrong. */
@Injectable()
export class MeasureSheetFiles {
  constructor(private readonly rows: MeasureSheetsRepository, private readonly items: ItemsRepository, private readonly sheets: MeasureSheets, private readonly suggestions: MeasureSuggestionsService, private readonly overlaps: MeasureOverlapsService, private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  /** One row for each measure. An item that has none has a row for each measure that its words suggest, which counts only when it comes back adopted. Errors: `lifecycle.not_allowed`. */
  async template(actor: PersonActor, planId: string): Promise<File> {
    const plan = await this.sheets.openPlan(actor, planId);
    const [{ rows: items }, { standing }, pools] = [await this.items.listFor(actor, planId, { sort: 'seq' }), await this.rows.measuresOf(planId), await this.rows.pools()];
    const measures = byItem(standing);
    const names = new Map(pools.map(({ id, name }) => [id, name]));
    const suggested = new Map((await this.suggestions.of(items.filter(({ id }) => !measures.has(id)), plan.year, pools)).map(({ item, measures: offer }) => [item.id, offer]));
    // A sheet that is longer than what comes back may be offers less.
    const most = standing.length + [...suggested.values()].flat().length > measureSheetLimits.rows - SPARE ? 1 : Infinity;
    const printed = items.flatMap((item): Printed[] => {
      const own = measures.get(item.id) ?? [];
      if (own.length > 0) return own.map((measure) => ({ item, seq: item.seq, cells: cellsOf(measure, names), codes: [item.id, measure.id, measure.version, ''] }));
      return (suggested.get(item.id) ?? []).slice(0, most).map(({ pool, reason, ...rest }) => {
        const measure = { ...rest, poolId: pool?.id ?? null, max: null, approx: false };
        return { item, seq: item.seq, suggested: reason ? words('documents.measureSheetSuggestedBy', { words: reason }) : words('documents.measureSheetSuggestedPlain'), cells: cellsOf(measure, names), codes: [item.id, '', '', suggestionCode(measure)] };
      });
    });
    const book = await this.book(printed, pools, false);
    const doubted = (await this.overlaps.list(actor, planId)).data.filter(({ said }) => !said?.stands);
    if (doubted.length > 0) {
      const told = ({ seq, name, units }: (typeof doubted)[number]['measures'][number]): string => verbatim(`${seq} ${name}（${units.join('、')}）`);
      const beside = addSheet(book, words('documents.overlaps'), [{ header: words('documents.overlapFirst'), width: 40 }, { header: words('documents.overlapSecond'), width: 40 }, { header: words('documents.overlapWords'), width: 24 }, { header: words('documents.overlapRecords'), width: 16 }]);
      for (const { measures: [a, b], words: both, records } of doubted) beside.addRow([told(a), told(b), verbatim(both ?? ''), records]);
    }
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'plan.measures_exported', subjectKind: 'plan', subjectId: planId, before: null, after: { rows: printed.length } }));
    return { name: `${plan.year} ${words('documents.measureSheet')}.xlsx`, bytes: await bytesOf(book) };
  }

  /** The rows as they came, with what is wrong in a column of its own (问题). */
  async marked(actor: PersonActor, planId: string, upload: Upload, locale: Locale): Promise<File> {
    const plan = await this.sheets.openPlan(actor, planId);
    const { read, byRow, pools } = await this.sheets.checked(actor, planId, upload, locale);
    const { rows: items } = await this.items.listFor(actor, planId, { sort: 'seq' });
    const [byId, bySeq] = [new Map(items.map((item) => [item.id, item])), new Map(items.map((item) => [String(item.seq), item]))];
    const printed = read.lines.map(({ row, texts }): Printed => {
      const [seq = '', adopt = '', ...rest] = texts;
      const cells = Object.fromEntries(measureColumns.map((column, at) => [column, rest[at] ?? ''])) as Printed['cells'];
      const codes = rest.slice(measureColumns.length);
      return { item: byId.get(codes[0] ?? '') ?? bySeq.get(seq), seq, adopt, ...(codes[3] ? { suggested: words('documents.measureSheet_suggested') } : {}), cells, codes, problem: (byRow.get(row) ?? []).join('；') };
    });
    return { name: `${plan.year} ${words('documents.measureSheet')} ${label(locale, 'documents.problem')}.xlsx`, bytes: await bytesOf(await this.book(printed, pools, true)) };
  }

  private async book(printed: readonly Printed[], pools: readonly OfferedPool[], problems: boolean): Promise<ExcelJS.Workbook> {
    const book = await workbook();
    const sheet = addSheet(book, words('documents.measureSheet'), [
      { header: words('documents.measureSheet_seq'), width: 6 }, { header: words('documents.unit'), width: 18 }, { header: words('documents.programme'), width: 20 }, { header: words('documents.text'), width: 50 },
      ...heads.slice(4).map((key) => ({ header: words(`documents.measureSheet_${key}`), width: widths[key as MeasureSheetColumn] ?? 10 })), ...(problems ? [{ header: words('documents.problem'), width: 50 }] : []),
    ]);
    for (let at = 0; at < HIDDEN; at += 1) sheet.getColumn(heads.length - at).hidden = true;
    const safe = (cell: Cell): Cell => (typeof cell === 'string' ? verbatim(cell) : cell);
    for (const { item, seq, suggested, adopt, cells, codes, problem } of printed) {
      const row = sheet.addRow([seq, verbatim((item?.units ?? []).map(({ printed: name }) => name).join('、')), verbatim(item?.programme.name ?? ''), verbatim(item?.text ?? ''), verbatim(suggested ?? ''), safe(adopt ?? ''), ...measureColumns.map((column) => safe(cells[column])), ...codes.map(safe), ...(problems ? [verbatim(problem ?? '')] : [])]);
      if (suggested) {
        for (let column = SUGGESTED; column < ADOPT + 1 + measureColumns.length; column += 1) Object.assign(row.getCell(column), waiting);
        row.getCell(ADOPT).dataValidation = { type: 'list', allowBlank: true, showErrorMessage: true, showInputMessage: true, prompt: words('documents.measureSheetHow_adopt'), formulae: [`"${words('documents.yes')},${words('documents.no')}"`] };
      }
      if (problem) row.getCell(heads.length + 1).font = { color: { argb: 'FFB00020' }, bold: true };
    }
    this.offer(book, sheet, pools, Math.min(printed.length + SPARE, measureSheetLimits.rows));
    const how = addSheet(book, words('documents.measureSheetNotes'), [{ header: words('documents.collectionColumn'), width: 16 }, { header: words('documents.measureSheetNotes'), width: 90 }]);
    for (const key of ['seq', 'suggested', 'adopt', ...measureColumns] as const) how.addRow([words(`documents.measureSheet_${key}`), words(`documents.measureSheetHow_${key}`)]);
    how.addRow([words('documents.measureSheet'), words('documents.measureSheetHow')]);
    return book;
  }

  /** What may be chosen stands in a sheet of its own, where the drop-downs take it from. Several sources may be written with 、 between them, so that nothing is refused there. */
  private offer(book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, pools: readonly OfferedPool[], most: number): void {
    const name = words('documents.measureSheetOptions');
    const lists = offered(pools).filter(([, options]) => options.length > 0);
    const dictionary = addSheet(book, name, lists.map(([key]) => ({ header: words(`documents.measureSheet_${key}`), width: 20 })));
    lists.forEach(([key, options], at) => {
      options.forEach((option, index) => { dictionary.getCell(index + 2, at + 1).value = verbatim(option); });
      const [letter, column] = [dictionary.getColumn(at + 1).letter, heads.indexOf(key as (typeof heads)[number]) + 1];
      const rule: ExcelJS.DataValidation = { type: 'list', allowBlank: true, showErrorMessage: key !== 'sources', formulae: [`'${name}'!$${letter}$2:$${letter}$${options.length + 1}`] };
      for (let row = 2; row <= most + 1; row += 1) sheet.getCell(row, column).dataValidation = rule;
    });
  }
}

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { PlainTable, TablesAnswer } from '@kepu/breakdown';
import type { CollectionField, CollectionRow, CollectionSheet } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { readCell } from '@kepu/domain';
import { runInSandbox, SandboxError } from '../../../platform/files/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';

/** What one sheet may cost: it has its own process, as papers have, which ends at these limits. */
const limits = { timeoutMs: 20_000, memoryMb: 300 };
const reading = { maxUnpackedBytes: 40_000_000, maxColumns: 100, maxParts: 500 };
/** Rows of a sheet that are read at least, however few are wanted: people leave notes below. */
const LEAST_ROWS = 2_000;
/** What a sheet may hold, and how it is refused where its head is that of another. */
export interface SheetForm { readonly mostRows: number; readonly maxBytes: number; readonly foreign: 'collection.sheet_foreign' | 'measure_sheet.foreign'; /** Columns by key that older sheets do not have. */ readonly mayLack?: readonly string[] }
const childEntry = (): URL => pathToFileURL(createRequire(import.meta.url).resolve('@kepu/breakdown/tables-child'));
/** How many problems are told: whoever has more has taken the wrong file. */
const MOST_PROBLEMS = 300;
/** How much of a cell a problem repeats. */
const EXCERPT = 40;

/** A sheet with what was found in it, row by row as it stands in the file. */
export interface ReadSheet extends CollectionSheet { readonly lines: readonly { readonly row: number; readonly texts: readonly string[]; readonly problems: readonly string[] }[]; readonly columns: ReadonlyMap<string, number> }

/** The heading of a column in a template: its name, and in what it is counted. */
export const headingOf = ({ label: name, unitOfMeasure }: Pick<CollectionField, 'label' | 'unitOfMeasure'>): string => (unitOfMeasure === null ? name : `${name}（${unitOfMeasure}）`);
const plainly = (text: string): string => text.normalize('NFKC').replace(/[\s*'’]/gu, '');
/** `A`, `Z`, `AA`. */
export const columnName = (at: number): string => (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** Reads a filled template. Cells are read as somebody writes them; what is wrong is named by its cell, and all at once. */
@Injectable()
export class CollectionSheetReader {
  /** Errors: `collection.sheet_unsupported`, that of the form, `paper.*`. */
  async read(bytes: Uint8Array, fields: readonly CollectionField[], { mostRows, maxBytes, foreign, mayLack = [] }: SheetForm, locale: Locale): Promise<ReadSheet> {
    const tables = await this.tables(bytes, { ...reading, maxBytes, maxRows: mostRows + LEAST_ROWS });
    const found = tables.map((table) => ({ table, columns: columnsOf(table, fields) })).sort((a, b) => b.columns.size - a.columns.size)[0];
    const missing = fields.filter(({ key }) => !found?.columns.has(key) && !mayLack.includes(key));
    if (!found || missing.length > 0) throw new Refusal(foreign, { params: { labels: missing.map((field) => field.label).join('、') } });
    const [rows, problems, lines]: [CollectionRow[], CollectionSheet['problems'], { row: number; texts: string[]; problems: string[] }[]] = [[], [], []];
    for (const line of found.table.rows.slice(1)) {
      const texts = fields.map(({ key }) => line.cells.find((cell) => cell.column === found.columns.get(key))?.text.trim().replace(/^'(?=['=+\-@＝＋－＠])/u, '') ?? '');
      if (texts.every((text) => text === '')) continue;
      const said: string[] = [];
      const row: Record<string, CollectionRow[string]> = {};
      fields.forEach((field, at) => {
        const text = texts[at] ?? '';
        const cell = readCell(field, text, true);
        row[field.key] = cell.ok ? cell.value : null;
        if (cell.ok) return;
        const message = label(locale, `fieldErrors.${cell.code}`, cell.params);
        said.push(`${field.label}：${message}`);
        problems.push({ cell: `${columnName(found.columns.get(field.key) ?? 0)}${line.row}`, field: field.label, value: [...text].slice(0, EXCERPT).join(''), code: cell.code, message });
      });
      if (rows.length >= mostRows) {
        const message = label(locale, 'fieldErrors.rows_many', { maximum: mostRows });
        said.push(message);
        problems.push({ cell: `A${line.row}`, field: '', value: '', code: 'rows_many', message });
      } else rows.push(row);
      lines.push({ row: line.row, texts, problems: said });
    }
    return { rows, problems: problems.slice(0, MOST_PROBLEMS), lines, columns: found.columns };
  }

  private async tables(bytes: Uint8Array, header: Readonly<Record<string, number>>): Promise<readonly PlainTable[]> {
    let answer: TablesAnswer;
    try {
      answer = (await runInSandbox({ entry: childEntry(), header, input: bytes, ...limits })) as TablesAnswer;
    } catch (error) {
      if (error instanceof SandboxError) throw new Refusal('paper.reader_failed', { cause: error });
      throw error;
    }
    if (answer.ok) return answer.tables;
    const { code, params, place } = answer.problem;
    if (code === 'paper.type_unsupported') throw new Refusal('collection.sheet_unsupported', { params: { type: params['type'] ?? '' } });
    throw new Refusal(code, { params, ...(place ? { place } : {}) });
  }
}

/** Columns of a table by the keys of the fields that its first row names. */
const columnsOf = (table: PlainTable, fields: readonly CollectionField[]): ReadonlyMap<string, number> => {
  const heads = table.rows[0]?.cells ?? [];
  const taken = new Set<number>();
  const columns = new Map<string, number>();
  // Its whole heading goes before its name alone: a column of the sheet is one column of the table.
  for (const told of [headingOf, ({ label }: CollectionField) => label]) {
    for (const field of fields) {
      const head = columns.has(field.key) ? undefined : heads.find(({ text, column }) => !taken.has(column) && plainly(told(field)) === plainly(text));
      if (!head) continue;
      taken.add(head.column);
      columns.set(field.key, head.column);
    }
  }
  return columns;
};

import { readHeader } from './columns.js';
import { distinctTexts, toGrid, type Grid, type GridRow } from './grid.js';
import { tooManyRows } from './limits.js';
import { PaperProblem } from './problem.js';
import type { SourceDocument } from './source/model.js';
import type { ColumnMap, HeadingMeaning, Place, ReadLimits } from './types.js';
import type { WarningList } from './warnings.js';

/** A row that holds work, with the columns that are valid for it. */
export interface DataRow {
  row: GridRow;
  columns: ColumnMap;
  /** The first row under a heading: a unit printed again here goes on from the page before. */
  afterHeader: boolean;
  /** One piece of work that is not to be split, with the number that its outline gives it and the source's characters, and with no unit or programme of the row above. */
  whole?: { number: string | null; raw: string };
  /** What stands over the table: the sheet's name or the line before it. */
  caption?: string;
}

/** The paper taken apart: rows of work, and the lines around them. */
export interface PaperRows {
  rows: DataRow[];
  before: string[];
  after: string[];
  tables: number;
  headerRows: number;
  noteRows: number;
}

const CLOSING_ROW = /^\s*(?:抄\s*送|主\s*送|印\s*发)|\d\s*日\s*印发\s*$/u;
const NOTE_ROW = /^\s*[（(]?\s*(?:注|备注|说明|附注)\s*[\d一二三]?\s*[:：]/u;

/** What a person said of headings, and of the columns of tables that have none. */
export interface Explained {
  meanings: readonly HeadingMeaning[];
  columns: ColumnMap | null;
}

/** Walks through lines and tables, finds headings, and tells rows of work from headings, notes and the closing. */
export function readRows(source: SourceDocument, { meanings, columns: given }: Explained, limits: ReadLimits, warnings: WarningList): PaperRows {
  const found: PaperRows = { rows: [], before: [], after: [], tables: 0, headerRows: 0, noteRows: 0 };
  let columns: ColumnMap | null = null;
  let width = 0;
  let sawTable: Grid | null = null;
  let line = '';
  for (const block of source.blocks) {
    if (block.kind === 'line') {
      (columns === null ? found.before : found.after).push(block.line.text);
      line = block.line.text;
      continue;
    }
    const grid = toGrid(block.table);
    sawTable ??= grid.rows.length > 0 ? grid : null;
    const own = grid.rows.some((row) => readHeader(row, meanings) !== null);
    if (!own && columns === null && given && grid.rows.length > 0 && Math.max(...Object.values(given)) < grid.width) {
      columns = given;
      width = grid.width;
    }
    // A table without a heading goes on from the one before if it is as wide; any other (a signature block, the closing) is no work.
    if (!own && (columns === null || grid.width !== width)) {
      for (const row of grid.rows) (columns === null ? found.before : found.after).push(...distinctTexts(row));
      continue;
    }
    found.tables += 1;
    const from = found.rows.length;
    columns = readGrid(grid, own ? null : columns, meanings, found, limits, warnings);
    for (const row of found.rows.slice(from)) row.caption = sheetOf(row.row.place) ?? line;
    width = grid.width;
  }
  if (columns === null) throw noTable(sawTable);
  if (found.rows.length === 0) throw new PaperProblem('paper.empty', 'choose_another_file', { place: sawTable?.rows[0]?.place ?? null });
  return found;
}

const sheetOf = (place: Place): string | null => ('sheet' in place ? place.sheet : null);

function readGrid(grid: Grid, inherited: ColumnMap | null, meanings: readonly HeadingMeaning[], found: PaperRows, limits: ReadLimits, warnings: WarningList): ColumnMap | null {
  let columns = inherited;
  let afterHeader = false;
  let closed = false;
  for (const row of grid.rows) {
    const texts = distinctTexts(row);
    if (texts.length === 0) continue;
    const header = readHeader(row, meanings);
    if (header) {
      columns = header;
      found.headerRows += 1;
      afterHeader = true;
      closed = false;
      continue;
    }
    const only = texts.length === 1 ? (texts[0] ?? '') : null;
    if (columns === null) {
      (found.rows.length === 0 ? found.before : found.after).push(...texts);
    } else if (closed || CLOSING_ROW.test(texts[0] ?? '')) {
      closed = true;
      found.noteRows += 1;
      found.after.push(...texts);
    } else if (only !== null && NOTE_ROW.test(only)) {
      found.noteRows += 1;
    } else {
      found.rows.push({ row, columns, afterHeader });
      afterHeader = false;
      if (found.rows.length > limits.maxRows) throw tooManyRows(limits);
    }
  }
  if (grid.emptyTail) warnings.add('empty_rows_ignored', grid.emptyTail.place, String(grid.emptyTail.count), null);
  return columns;
}

/** Rows of a table that is not understood, which are shown to whoever says what its columns mean. */
const ROWS_SHOWN = 6;
const LONGEST_SHOWN = 60;

/** No table at all, or one whose heading is not understood: then its first rows are told, for mapping by hand. */
function noTable(grid: Grid | null): PaperProblem {
  if (grid === null) return new PaperProblem('paper.no_table', 'add_header_row', { params: { reason: 'no_table' } });
  // A title over the table is one text; its heading is not.
  const top = Math.max(0, grid.rows.findIndex((row) => distinctTexts(row).length > 1));
  const rows = grid.rows.slice(top, top + ROWS_SHOWN).map((row) => Array.from({ length: Math.min(grid.width, COLUMNS_SHOWN) }, (_, column) => (row.cells[column]?.text ?? '').slice(0, LONGEST_SHOWN)));
  const heading = [...new Set(rows[0]?.filter((text) => text !== ''))].map((text) => text.slice(0, 20)).join(' | ').slice(0, 120);
  return new PaperProblem('paper.columns_unknown', 'name_columns', { place: grid.rows[top]?.place ?? null, params: { heading }, rows });
}

const COLUMNS_SHOWN = 20;

import type { Place, ReadingStats } from '../types.js';

/** One paragraph of a cell. `label` is a number that the program drew by itself (Word's automatic numbering). */
export interface Paragraph {
  text: string;
  label: string | null;
  level: number;
}

/** A cell as the source holds it, at its grid column from 0. */
export interface SourceCell {
  column: number;
  paragraphs: Paragraph[];
  place: Place;
  formula: 'cached' | 'missing' | null;
}

/** A row; `index` counts as the source counts, so that merges can name it. */
export interface SourceRow {
  index: number;
  cells: SourceCell[];
  place: Place;
  /** A spreadsheet does not show it: it was filtered away or hidden. */
  hidden?: true;
}

/** A merged area, all bounds inclusive: rows by index, columns from 0. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A table as the source holds it, merges named and not yet spread. */
export interface SourceTable {
  rows: SourceRow[];
  merges: Merge[];
  /** Rows after the last one with content, already left out of `rows`. */
  emptyTail: { count: number; place: Place } | null;
}

/** A line outside of tables. */
export interface SourceLine {
  text: string;
  place: Place;
}

/** A line or a table. */
export type Block = { kind: 'line'; line: SourceLine } | { kind: 'table'; table: SourceTable };

/** What every source gives to the grid stage: lines and tables in reading order. */
export interface SourceDocument {
  format: ReadingStats['format'];
  blocks: Block[];
}

/** A paragraph without automatic number. */
export function plainParagraph(text: string): Paragraph {
  return { text, label: null, level: 0 };
}

/** Whether a cell shows anything at all. */
export function hasContent(cell: SourceCell): boolean {
  return cell.formula !== null || cell.paragraphs.some((p) => p.label !== null || p.text.trim() !== '');
}

/** Leaves out empty rows at the end, and says how many there were. */
export function dropEmptyTail(rows: readonly SourceRow[]): Pick<SourceTable, 'rows' | 'emptyTail'> {
  let end = rows.length;
  while (end > 0 && !rows[end - 1]?.cells.some(hasContent)) end -= 1;
  const first = rows[end];
  return { rows: rows.slice(0, end), emptyTail: first ? { count: rows.length - end, place: first.place } : null };
}

import { guardCell, guardSpread } from './limits.js';
import { hasContent, type SourceCell, type SourceRow, type SourceTable } from './source/model.js';
import type { Place } from './types.js';

/** A cell of the expanded grid. A cell inside a merged area shows the content, and names the place, of the area's first cell. */
export interface GridCell {
  cell: SourceCell;
  text: string;
  /** The merged area's first cell stands in another row or column. */
  spanned: boolean;
}

/** A row of the expanded grid. */
export interface GridRow {
  place: Place;
  /** By column from 0; a hole is a cell that the row does not have. */
  cells: (GridCell | undefined)[];
}

/** A table with every merged area filled in; `width` counts columns. */
export interface Grid {
  rows: GridRow[];
  width: number;
  emptyTail: SourceTable['emptyTail'];
}

/** The text of a cell as shown: automatic numbers drawn, paragraphs on lines of their own. */
export function cellText(cell: SourceCell): string {
  return cell.paragraphs.map((p) => (p.label === null ? p.text : `${p.label} ${p.text}`)).join('\n').trim();
}

/** Lays a source table out as a grid and spreads merged cells over their area, downwards and sideways. */
export function toGrid(table: SourceTable): Grid {
  const width = table.rows.reduce((most, row) => row.cells.reduce((m, c) => Math.max(m, c.column + 1), most), 0);
  const rows = table.rows.map((row) => toGridRow(row));
  const indexes = table.rows.map((row) => row.index);
  let spread = 0;
  for (const merge of table.merges) {
    const first = lowerBound(indexes, merge.top);
    if (indexes[first] !== merge.top) continue;
    const origin = rows[first]?.cells[merge.left];
    for (let r = first; r < rows.length && (indexes[r] ?? 0) <= merge.bottom; r += 1) {
      const row = rows[r];
      for (let c = merge.left; c <= Math.min(merge.right, width - 1); c += 1) {
        guardSpread((spread += 1), row?.place ?? null);
        if (row && (r !== first || c !== merge.left)) row.cells[c] = origin && { ...origin, spanned: true };
      }
    }
  }
  return { rows, width, emptyTail: table.emptyTail };
}

function toGridRow(row: SourceRow): GridRow {
  const cells: (GridCell | undefined)[] = [];
  for (const cell of row.cells) {
    if (!hasContent(cell)) continue;
    guardCell(cell.paragraphs.reduce((sum, p) => sum + p.text.length + 1, 0), cell.place);
    cells[cell.column] = { cell, text: cellText(cell), spanned: false };
  }
  return { place: row.place, cells };
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The different texts of a row, in order; a row merged across has one. */
export function distinctTexts(row: GridRow): string[] {
  return [...new Set(row.cells.flatMap((cell) => (cell && cell.text !== '' ? [cell.text] : [])))];
}

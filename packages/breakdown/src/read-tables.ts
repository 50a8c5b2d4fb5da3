import { PaperProblem, problemData, type PaperProblemData } from './problem.js';
import { sniff } from './sniff.js';
import type { SourceTable } from './source/model.js';
import { readXlsxSource } from './source/xlsx.js';
import { DEFAULT_LIMITS, type ReadLimits } from './types.js';

/** A cell as text, at its column from 0. `merged`: it shows what another cell holds. */
export interface PlainCell { column: number; text: string; merged?: true }
/** A row by its number in the sheet. */
export interface PlainRow { row: number; hidden?: true; cells: PlainCell[] }
/** A visible sheet; rows without content are left out. */
export interface PlainTable { sheet: string; rows: PlainRow[] }
/** What the reader of tables answers. */
export type TablesAnswer = { ok: true; tables: PlainTable[] } | { ok: false; problem: PaperProblemData };

/**
 * Reads a workbook as plain tables, for lists that are no papers. The same limits, refusals and rules as for papers; a formula is the text that it last had.
 *
 * @throws PaperProblem
 */
export async function readTables(bytes: Uint8Array, given: Partial<ReadLimits> = {}): Promise<PlainTable[]> {
  const limits: ReadLimits = { ...DEFAULT_LIMITS, ...given };
  const sniffed = await sniff(bytes, { dictionary: { units: [], programmes: [] } }, limits);
  if (sniffed.kind !== 'xlsx') throw new PaperProblem('paper.type_unsupported', 'save_as_xlsx', { params: { type: sniffed.kind } });
  const source = await readXlsxSource(sniffed.archive, limits);
  return source.blocks.flatMap((block) => (block.kind === 'table' ? [plainTable(block.table)] : []));
}

/** The same as an answer: never throws. */
export async function answerTables(bytes: Uint8Array, limits: Partial<ReadLimits>): Promise<TablesAnswer> {
  try {
    return { ok: true, tables: await readTables(bytes, limits) };
  } catch (error) {
    return { ok: false, problem: problemData(error) };
  }
}

function plainTable(table: SourceTable): PlainTable {
  const sheet = table.rows[0] && 'sheet' in table.rows[0].place ? table.rows[0].place.sheet : '';
  const rows = table.rows.map((row): PlainRow => ({
    row: row.index, ...(row.hidden ? { hidden: true } : {}), cells: row.cells.map((cell) => ({ column: cell.column, text: cell.paragraphs.map((p) => p.text).join('\n') })),
  }));
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  for (const merge of table.merges) {
    // Only cells below the first one would be taken for somebody else's: a title merged across is one cell.
    for (let at = merge.top + 1; at <= Math.min(merge.bottom, merge.top + MOST_MERGED); at += 1) {
      byNumber.get(at)?.cells.push({ column: merge.left, text: '', merged: true });
    }
  }
  return { sheet, rows };
}

/** Rows of one merge that are told of: enough to see what is wrong. */
const MOST_MERGED = 2_500;

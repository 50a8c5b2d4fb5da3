import { assemble, booksOf, type Books } from './assemble.js';
import { readHead } from './head.js';
import { normaliseName } from './normalise.js';
import { readOutline } from './outline.js';
import { PaperProblem } from './problem.js';
import { readRows, type PaperRows } from './rows.js';
import { sniff, type Sniffed } from './sniff.js';
import { readDocxSource } from './source/docx.js';
import { readHtmlSource } from './source/html.js';
import type { SourceDocument } from './source/model.js';
import { readTextSource } from './source/text.js';
import { readXlsxSource } from './source/xlsx.js';
import { DEFAULT_LIMITS, type ReadItem, type Reading, type ReadLimits, type ReadOptions } from './types.js';
import { WarningList } from './warnings.js';

/** What stands in place of the number on a copy that holds the work of some units only. */
const EXTRACT = /^【\s*节选\s*】$/u;

/**
 * Reads a task-breakdown paper: sniff → source → grid → columns → rows → items → targets → units → warnings. Takes bytes and gives plain data; opens
 * no file and no connection, keeps nothing. Same bytes and options, same reading.
 *
 * @throws PaperProblem where the paper is refused, with code, place and remedy.
 */
export async function readPaper(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const limits: ReadLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const source = await readSource(await sniff(bytes, options, limits), limits);
  const warnings = new WarningList();
  const books = booksOf(options.dictionary);
  const rows = readTablesOrOutline(source, options, books, limits, warnings);
  const paper = readHead(rows.before, rows.after);
  // A copy for one unit bears the title and year of the whole.
  if (rows.before.some((line) => EXTRACT.test(line.trim()))) warnings.add('extract', null, '', null);
  const { items, unitsContinued, programmesByAlias } = assemble(rows.rows, books, paper.year, warnings);
  return {
    summary: {
      ...countNames(items),
      items: items.length,
      targets: items.reduce((sum, item) => sum + item.targets.length, 0),
      warnings: warnings.all.length,
    },
    paper,
    items,
    warnings: warnings.all,
    stats: {
      format: source.format,
      tables: rows.tables,
      dataRows: rows.rows.length,
      headerRowsSkipped: rows.headerRows,
      unitsContinued,
      numbered: items.filter((item) => item.number !== null).length,
      programmesByAlias,
      noteRowsSkipped: rows.noteRows,
    },
  };
}

/** Tables by their headings; a paper without any is read as an outline, where units are named in it. */
function readTablesOrOutline(source: SourceDocument, options: ReadOptions, books: Books, limits: ReadLimits, warnings: WarningList): PaperRows {
  try {
    return readRows(source, { meanings: options.dictionary.headings ?? [], columns: options.columns ?? null }, limits, warnings);
  } catch (error) {
    if (!(error instanceof PaperProblem) || !['paper.no_table', 'paper.columns_unknown'].includes(error.code)) throw error;
    const outline = readOutline(source, books, limits, warnings);
    if (outline === null) throw error;
    return { ...outline, tables: 0, headerRows: 0 };
  }
}

async function readSource(sniffed: Sniffed, limits: ReadLimits): Promise<SourceDocument> {
  switch (sniffed.kind) {
    case 'docx':
      return readDocxSource(sniffed.archive, limits);
    case 'xlsx':
      return readXlsxSource(sniffed.archive, limits);
    case 'pasted_html':
      return readHtmlSource(sniffed.text, limits);
    default:
      return readTextSource(sniffed.text, sniffed.kind, limits);
  }
}

function countNames(items: readonly ReadItem[]): { units: number; programmes: number; cells: number } {
  const units = new Set<string>();
  const programmes = new Set<string>();
  const cells = new Set<string>();
  for (const item of items) {
    const programme = item.programme.programmeId ?? normaliseName(item.programme.name);
    if (programme !== '') programmes.add(programme);
    for (const mention of [...item.responsible, ...item.lead, ...item.cooperating]) {
      const unit = mention.unitId ?? normaliseName(mention.name);
      units.add(unit);
      cells.add(`${unit}\u0001${programme}`);
    }
  }
  return { units: units.size, programmes: programmes.size, cells: cells.size };
}

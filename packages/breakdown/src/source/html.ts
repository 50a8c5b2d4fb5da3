import { guardParagraphs, guardSourceRows, guardSpread } from '../limits.js';
import type { ReadLimits } from '../types.js';
import { dropEmptyTail, plainParagraph, type Block, type Merge, type SourceCell, type SourceDocument, type SourceRow } from './model.js';

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<!\[[^<>]*>|<\/?[a-zA-Z][^<>]*>|[^<]+|</gu;
const TAG = /^<(\/?)([a-zA-Z][\w:-]*)/u;
const SILENT = new Set(['style', 'script', 'head', 'title', 'xml']);
const BREAKING = new Set(['p', 'div', 'li', 'br', 'h1', 'h2', 'h3', 'h4']);
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', middot: '·', hellip: '…', mdash: '—', ndash: '–',
};

interface OpenTable {
  rows: SourceRow[];
  merges: Merge[];
  taken: Set<string>;
  cell: { cell: SourceCell; lines: string[] } | null;
  number: number;
}

/**
 * Reads the tables and lines of HTML that Word, WPS or Excel put on the clipboard. Tolerant by design, keeps text only: no element, address or
 * script of the source survives.
 */
export function readHtmlSource(html: string, limits: ReadLimits): SourceDocument {
  const blocks: Block[] = [];
  const nesting: OpenTable[] = [];
  let silent: string | null = null;
  let line = '';
  let rowNumber = 0;
  let tableNumber = 0;

  let lineCount = 0;
  const endLine = (): void => {
    guardParagraphs((lineCount += 1), limits);
    const text = line.trim();
    const cell = nesting.at(-1)?.cell;
    if (cell) cell.lines.push(text);
    else if (text !== '' && nesting.length === 0) blocks.push({ kind: 'line', line: { text, place: { line: blocks.length + 1 } } });
    line = '';
  };
  const endCell = (table: OpenTable): void => {
    if (!table.cell) return;
    endLine();
    const lines = table.cell.lines.filter((text) => text !== '');
    table.cell.cell.paragraphs = (lines.length > 0 ? lines : ['']).map(plainParagraph);
    table.cell = null;
  };
  const endTable = (): void => {
    const table = nesting.at(-1);
    if (!table) return;
    endCell(table);
    nesting.pop();
    const outer = nesting.at(-1)?.cell;
    if (outer) for (const row of table.rows) for (const cell of row.cells) outer.lines.push(...cell.paragraphs.map((p) => p.text));
    else blocks.push({ kind: 'table', table: { merges: table.merges, ...dropEmptyTail(table.rows) } });
  };
  const openCell = (table: OpenTable, tag: string): void => {
    const row = table.rows.at(-1);
    if (!row) return;
    let column = 0;
    while (table.taken.has(`${row.index}:${column}`)) column += 1;
    const down = span(tag, 'rowspan', limits.maxRows);
    const right = span(tag, 'colspan', limits.maxColumns);
    if (down > 1 || right > 1) table.merges.push({ top: row.index, bottom: row.index + down - 1, left: column, right: column + right - 1 });
    guardSpread(table.taken.size + down * right, row.place);
    for (let r = 0; r < down; r += 1) for (let c = 0; c < right; c += 1) table.taken.add(`${row.index + r}:${column + c}`);
    const cell: SourceCell = { column, paragraphs: [], place: row.place, formula: null };
    row.cells.push(cell);
    table.cell = { cell, lines: [] };
  };

  for (const [token] of html.matchAll(TOKEN)) {
    const tag = TAG.exec(token);
    if (!tag) {
      if (silent === null && !token.startsWith('<!')) line += decodeEntities(token).replace(/\s+/gu, ' ');
      continue;
    }
    const closing = tag[1] === '/';
    const name = (tag[2] ?? '').toLowerCase();
    if (silent !== null) {
      if (closing && name === silent) silent = null;
      continue;
    }
    const table = nesting.at(-1);
    if (SILENT.has(name) && !closing && !token.endsWith('/>')) silent = name;
    else if (name === 'table' && !closing) {
      if (!table?.cell) endLine();
      tableNumber += 1;
      nesting.push({ rows: [], merges: [], taken: new Set(), cell: null, number: tableNumber });
    } else if (name === 'table') endTable();
    else if (table && name === 'tr') {
      endCell(table);
      if (!closing) {
        rowNumber += 1;
        guardSourceRows(rowNumber, limits);
        table.rows.push({ index: table.rows.length, cells: [], place: { row: rowNumber, table: table.number } });
      }
    } else if (table && (name === 'td' || name === 'th')) {
      endCell(table);
      if (!closing) openCell(table, token);
    } else if (BREAKING.has(name)) endLine();
  }
  while (nesting.length > 0) endTable();
  endLine();
  return { format: 'pasted_html', blocks };
}

function span(tag: string, name: string, limit: number): number {
  const value = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,6})`, 'iu').exec(tag)?.[1] ?? '1');
  return Math.min(Math.max(value, 1), limit);
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

import { guardParagraphs, guardSourceRows } from '../limits.js';
import type { ReadLimits } from '../types.js';
import { dropEmptyTail, plainParagraph, type Block, type SourceCell, type SourceDocument, type SourceLine, type SourceRow } from './model.js';

/** Lines that stand after a table and never inside one. */
const CLOSING = /^\s*(?:抄\s*送|主\s*送|印\s*发|附\s*件)/u;
const PRINTED = /\d\s*日\s*印发\s*$/u;
const isClosing = (line: string): boolean => CLOSING.test(line) || PRINTED.test(line.slice(-40));

interface TextRow {
  line: number;
  fields: string[];
}

/**
 * Reads text with tab-separated tables. A line with a tab is a row; a line without one that stands directly under a row and above another
 * is the rest of its last cell (a cell with several paragraphs, as Word pastes it). A blank line ends a table.
 */
export function readTextSource(text: string, format: 'txt' | 'pasted_text', limits: ReadLimits): SourceDocument {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  guardParagraphs(lines.length, limits);
  const blocks: Block[] = [];
  let rows: TextRow[] = [];
  let rowCount = 0;
  /** Line up to which lines without a tab belong to the cell above. */
  let cellEnd = -1;
  const flush = (): void => {
    if (rows.length === 0) return;
    blocks.push({ kind: 'table', table: { merges: [], ...dropEmptyTail(rows.map(toRow)) } });
    rows = [];
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const last = rows.at(-1);
    if (line.includes('\t')) {
      const quoted = readQuotedRow(lines, i);
      rows.push({ line: i + 1, fields: quoted?.fields ?? line.split('\t') });
      guardSourceRows((rowCount += 1), limits);
      if (quoted) i = quoted.lastLine;
      cellEnd = endOfCell(lines, i + 1, format);
    } else if (last && i < cellEnd) {
      last.fields[last.fields.length - 1] += `\n${line}`;
    } else {
      flush();
      if (line.trim() !== '') blocks.push({ kind: 'line', line: toLine(line, i) });
    }
  }
  flush();
  return { format, blocks };
}

const toLine = (text: string, index: number): SourceLine => ({ text, place: { line: index + 1 } });

function toRow(row: TextRow): SourceRow {
  const place = { line: row.line };
  const cells = row.fields.map((field, column): SourceCell => {
    return { column, paragraphs: field.split('\n').map(plainParagraph), place, formula: null };
  });
  return { index: row.line, cells, place };
}

/** The first line behind a row that no longer belongs to its last cell. In a file the lines belong to it only if another row follows. */
function endOfCell(lines: readonly string[], start: number, format: 'txt' | 'pasted_text'): number {
  let end = start;
  while (end < lines.length && !(lines[end] ?? '').includes('\t') && (lines[end] ?? '').trim() !== '' && !isClosing(lines[end] ?? '')) end += 1;
  return format === 'pasted_text' || (lines[end] ?? '').includes('\t') ? end : start;
}

/** A row as spreadsheets copy it: a field with line breaks stands in straight quotes, doubled inside. Null where the row has no such field. */
function readQuotedRow(lines: readonly string[], start: number): { fields: string[]; lastLine: number } | null {
  if (!/(?:^|\t)"/u.test(lines[start] ?? '')) return null;
  const fields: string[] = [];
  let index = start;
  let rest: string | null = lines[start] ?? '';
  while (rest !== null) {
    if (rest.startsWith('"')) {
      let candidate: string = rest;
      let match = QUOTED.exec(candidate);
      while (!match && index + 1 < lines.length && index - start < MAX_LINES_IN_CELL && candidate.length < MAX_QUOTED) {
        index += 1;
        candidate += `\n${lines[index] ?? ''}`;
        match = QUOTED.exec(candidate);
      }
      if (!match) return null;
      fields.push((match[1] ?? '').replaceAll('""', '"'));
      rest = match[2] === '\t' ? candidate.slice(match[0].length) : null;
    } else {
      const tab: number = rest.indexOf('\t');
      fields.push(tab < 0 ? rest : rest.slice(0, tab));
      rest = tab < 0 ? null : rest.slice(tab + 1);
    }
  }
  return { fields, lastLine: index };
}

const QUOTED = /^"((?:[^"]|"")*)"(\t|$)/u;
/** A stray quote must not swallow the rest of the paper. */
const MAX_LINES_IN_CELL = 60;
const MAX_QUOTED = 10_000;

import { dropEmptyTail, plainParagraph, type Block, type SourceCell, type SourceDocument, type SourceLine, type SourceRow } from './model.js';

/** Lines that stand after a table and never inside one. */
const CLOSING = /^\s*(?:抄\s*送|主\s*送|印\s*发|附\s*件|.*\d+\s*日\s*印发\s*$)/u;

interface TextRow {
  line: number;
  fields: string[];
}

/**
 * Reads text with tab-separated tables. A line with a tab is a row; a line without one that stands directly under a row and above another
 * is the rest of its last cell (a cell with several paragraphs, as Word pastes it). A blank line ends a table.
 */
export function readTextSource(text: string, format: 'txt' | 'pasted_text'): SourceDocument {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  const blocks: Block[] = [];
  let rows: TextRow[] = [];
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
      if (quoted) i = quoted.lastLine;
    } else if (last && continuesCell(lines, i, format)) {
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

function continuesCell(lines: readonly string[], index: number, format: 'txt' | 'pasted_text'): boolean {
  const line = lines[index] ?? '';
  if (line.trim() === '' || CLOSING.test(line)) return false;
  for (let i = index + 1; i < lines.length; i += 1) {
    const next = lines[i] ?? '';
    if (next.includes('\t')) return true;
    if (next.trim() === '' || CLOSING.test(next)) break;
  }
  return format === 'pasted_text';
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
      while (!match && index + 1 < lines.length && index - start < MAX_LINES_IN_CELL) {
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
const MAX_LINES_IN_CELL = 200;

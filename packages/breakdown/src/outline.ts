import type { Books } from './assemble.js';
import type { GridCell, GridRow } from './grid.js';
import { guardCell, tooManyRows } from './limits.js';
import { markerAt, type ListMarker } from './markers.js';
import type { NameBook } from './names.js';
import type { DataRow } from './rows.js';
import { plainParagraph, type SourceDocument, type SourceLine } from './source/model.js';
import { namesUnits, readUnitWords, splitUnitBracket, type UnitWords } from './unit-words.js';
import type { ColumnMap, ReadLimits } from './types.js';
import type { WarningList } from './warnings.js';

/** A paper without a table, taken apart: items as rows of work, and the lines around them. */
export interface Outline {
  rows: DataRow[];
  /** Numbered lines that are no work: no unit is named for them nor beside them. */
  noteRows: number;
  before: string[];
  after: string[];
}

/** A piece of text with the units that it names. Without text it is a line of units. */
interface Part {
  line: SourceLine;
  /** The lines as they stand in the source. */
  raw: string;
  text: string;
  units: UnitWords | null;
}

/** A heading or numbered line with what stands below it: paragraphs without a number, then lines of the next level. A heading without a number has no marker. */
interface Node extends Part {
  marker: ListMarker | null;
  body: Part[];
  children: Node[];
}

/** Columns of the rows that an outline becomes. */
const COLUMNS = { responsible: 0, lead: 1, cooperating: 2, programme: 3, content: 4, due: 5 } as const satisfies ColumnMap;
const CLOSING = /^\s*(?:抄\s*送|主\s*送|附\s*件\s*[:：\d]?|联系人|联系电话)|\d\s*日\s*(?:印发)?\s*$/u;
/** A sentence, and no title, signature or date. */
const isProse = (words: string): boolean => /[。；;！!]/u.test(words) || (words.match(/[，,]/gu)?.length ?? 0) > 1;
/** A heading is not longer; a longer numbered line is work. */
const LONGEST_HEADING = 40;

/**
 * Reads an outline: `一、` `（一）` `1.` in whatever order the paper nests them, work as numbered lines or paragraphs with their units in a bracket at the end, on a line of their own (责任单位：…) or
 * in the heading above. The programme is the nearest heading that the dictionary knows, else the nearest heading. Null where no unit is named.
 */
export function readOutline(source: SourceDocument, { units, programmes }: Books, limits: ReadLimits, warnings: WarningList): Outline | null {
  const { root, before, after } = readTree(source, units, programmes);
  const rows: DataRow[] = [];
  let noteRows = 0;

  const add = (part: Part, number: string | null, headings: readonly Node[]): void => {
    guardCell(part.text.length, part.line.place);
    rows.push(toRow(part, number, programmeOf(headings, programmes)));
    if (rows.length > limits.maxRows) throw tooManyRows(limits);
  };
  const walk = (node: Node, headings: readonly Node[], amongWork: boolean): void => {
    const above = headings.findLast((heading) => heading.units !== null)?.units ?? null;
    if (node.children.length === 0) {
      const heads = isHeading(node, programmes);
      const parts = joined(heads ? node.body : [node, ...node.body]);
      for (const part of parts) {
        const named = part.units ?? node.units ?? above;
        if (named ?? amongWork) add({ ...part, units: named }, heads ? null : (node.marker?.number ?? null), heads ? [...headings, node] : headings);
        else noteRows += 1;
      }
      return;
    }
    const work = node.units !== null || node.children.some((child) => child.children.length === 0 && (child.units ?? child.body.some((part) => part.units)));
    for (const part of joined(node.body)) {
      if (part.units) add(part, null, [...headings, node]);
      else if (work) warnings.add('row_not_understood', part.line.place, part.text, null);
    }
    for (const child of node.children) walk(child, [...headings, node], work);
  };

  for (const node of root) walk(node, [], false);
  return rows.some(({ row }) => row.cells.slice(0, COLUMNS.programme).some(Boolean)) ? { rows, noteRows, before, after } : null;
}

/** A short line that names a programme, with paragraphs below: those are the work. */
const isHeading = (node: Node, programmes: NameBook): boolean => node.text.length <= LONGEST_HEADING && node.body.some((part) => part.text !== '') && programmes.within(node.text) !== null;

/** The name in the nearest heading that the dictionary knows, else the nearest heading as it is printed. */
function programmeOf(headings: readonly Node[], programmes: NameBook): string {
  for (const { text } of headings.toReversed()) {
    const known = programmes.within(text);
    if (known !== null) return known;
  }
  return (headings.at(-1)?.text ?? '').replace(/[。；;：:]+$/u, '');
}

function toRow({ line, raw, text, units }: Part, number: string | null, programme: string): DataRow {
  const cells: (GridCell | undefined)[] = [];
  const put = (column: number, words: string): void => {
    if (words !== '') cells[column] = { cell: { column, paragraphs: [plainParagraph(words)], place: line.place, formula: null }, text: words, spanned: false };
  };
  for (const role of ['responsible', 'lead', 'cooperating'] as const) put(COLUMNS[role], units?.[role].join('\n') ?? '');
  put(COLUMNS.programme, programme);
  put(COLUMNS.content, text);
  put(COLUMNS.due, units?.due ?? '');
  const row: GridRow = { place: line.place, cells };
  return { row, columns: COLUMNS, afterHeader: false, whole: { number, raw } };
}

/** Pieces of work among paragraphs: one begins where units are named anew; a line of units belongs to what stands before it. */
function joined(parts: readonly Part[]): Part[] {
  const whole: Part[] = [];
  for (const { line, raw, text, units } of parts) {
    const last = whole.at(-1);
    if (text !== '' && (!last || (last.units && units))) {
      whole.push({ line, raw, text, units });
      continue;
    }
    if (!last) continue;
    last.raw = `${last.raw}\n${raw}`;
    if (text === '' && units) last.units = together(last.units, units);
    else if (text !== '') {
      last.text = `${last.text}\n${text}`;
      last.units ??= units;
    }
  }
  return whole;
}

/** 牵头单位：… and 配合单位：… on lines of their own say one thing. */
const together = (above: UnitWords | null, below: UnitWords): UnitWords => (above === null ? below : {
  responsible: [...above.responsible, ...below.responsible], lead: [...above.lead, ...below.lead], cooperating: [...above.cooperating, ...below.cooperating], due: below.due ?? above.due,
});

function readTree(source: SourceDocument, units: NameBook, programmes: NameBook): { root: Node[]; before: string[]; after: string[] } {
  const root: Node[] = [];
  const open: Node[] = [];
  const before: string[] = [];
  /** Lines since the last piece of the outline: a part of its closing, unless it goes on. */
  let after: string[] = [];
  const put = (line: SourceLine, words: string, marker: ListMarker | null): void => {
    before.push(...after);
    after = [];
    const same = open.findLastIndex((one) => one.marker?.style === marker?.style);
    open.length = same >= 0 ? same : marker === null ? 0 : open.length;
    const node: Node = { ...partOf(line, words, units), marker, body: [], children: [] };
    (open.at(-1)?.children ?? root).push(node);
    open.push(node);
  };
  for (const block of source.blocks) {
    if (block.kind === 'table') continue;
    const { line } = block;
    const words = line.text.trim();
    const marker = markerAt(line.text);
    const last = open.at(-1);
    const named = marker ? null : readUnitWords(words.replace(/^[（(]|[）)]?[。.]?$/gu, ''), units);
    if (marker) put(line, line.text.slice(marker.end).trim(), marker);
    else if (last && named) last.body.push({ line, raw: words, text: '', units: named });
    else if (words.length <= LONGEST_HEADING && !isProse(words) && !CLOSING.test(words) && !/[《》]/u.test(words) && programmes.within(words)) put(line, words, null);
    else if (last && after.length === 0 && !CLOSING.test(words) && isProse(words)) last.body.push(partOf(line, words, units));
    else (root.length === 0 ? before : after).push(line.text);
  }
  const settle = (node: Node): void => {
    // 责任单位：… below a heading is said of everything under it.
    if (node.children.length > 0) for (const part of node.body) if (part.text === '' && part.units) node.units = together(node.units, part.units);
    node.children.forEach(settle);
  };
  root.forEach(settle);
  return { root, before, after };
}

function partOf(line: SourceLine, words: string, book: NameBook): Part {
  const { text, units } = splitUnitBracket(words, book);
  return { line, raw: line.text.trim(), text, units: namesUnits(units) || units.due !== null ? units : null };
}

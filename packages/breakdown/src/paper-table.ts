import { assemble, booksOf } from './assemble.js';
import { OWN_HEADINGS } from './columns.js';
import { writeFixedDue } from './due.js';
import { nameBook, splitNames, type NameBook } from './names.js';
import { normaliseName } from './normalise.js';
import { PaperProblem } from './problem.js';
import { readRows } from './rows.js';
import { plainParagraph, type SourceCell, type SourceTable } from './source/model.js';
import { readTargets } from './targets.js';
import { DEFAULT_LIMITS, type ColumnRole, type Dictionary, type OwnColumn, type ReadItem } from './types.js';
import { WarningList } from './warnings.js';
import { writeTargets, type WrittenTarget } from './written-targets.js';

/** The part that a unit has in an item, as the paper prints it. */
export type UnitRole = 'responsible' | 'lead' | 'cooperating';

/** One item of a plan, as far as a paper prints it. Units stand in the order of the paper. */
export interface PaperItem {
  number: string | null;
  programme: string;
  units: readonly { role: UnitRole; printed: string }[];
  text: string;
  due: { text: string; date: string | null } | null;
  targets: readonly WrittenTarget[];
}

/** A column of a paper's table. */
export interface PaperColumn { role: ColumnRole | OwnColumn; heading: string }

/** A cell: its paragraphs, and over how many rows it reaches downwards. */
export interface PaperCell { paragraphs: readonly string[]; rows: number }

/** The table of a paper. Null is covered by the cell above. */
export interface PaperTable {
  columns: readonly PaperColumn[];
  rows: readonly (readonly (PaperCell | null)[])[];
}

const UNIT_ROLES: readonly UnitRole[] = ['responsible', 'lead', 'cooperating'];
const HEADINGS: Readonly<Record<UnitRole | 'programme' | 'content' | 'due', string>> = {
  responsible: '责任单位', lead: '牵头单位', cooperating: '配合单位', programme: '项目', content: '工作内容和要求', due: '完成时限',
};

/** One row of the table before equal cells are joined. */
interface Line { units: Readonly<Record<UnitRole, string>>; programme: string; entry: string; content: string; due: string; targets: string }

/**
 * A plan as the table of its paper: units × programmes × work, the items of a cell numbered in it, as such papers are printed. It is read back before it is given: where that is not the same plan (a text
 * that begins like a number, a bracket that names units, an amount that a person put right …), each item has a row and a number of its own. `year` is the year that the letter says. Pure.
 */
export function writeTable(items: readonly PaperItem[], year: number | null, dictionary: Dictionary): PaperTable {
  const given = items.map(printable);
  const book = nameBook(dictionary.units);
  const plain = table(given, grouped(given, book), false);
  return readsAs(plain, given, year, dictionary) ? plain : table(given, given.map((item) => lineOf(item, book, year)), true);
}

/** Whether a table, read by our own reader, gives these items. */
export function readsAs(written: PaperTable, items: readonly PaperItem[], year: number | null, dictionary: Dictionary): boolean {
  if (items.length === 0) return true;
  const [read, wanted] = [readBack(written, year, dictionary), items.map(printable)];
  return read.length === wanted.length && read.every((item, at) => same(item, wanted[at]));
}

/** What our own reader makes of a table: nothing where it would refuse it. */
function readBack(written: PaperTable, year: number | null, dictionary: Dictionary): ReadItem[] {
  const warnings = new WarningList();
  try {
    const { rows } = readRows({ format: 'docx', blocks: [{ kind: 'table', table: sourceOf(written) }] }, { meanings: [], columns: null }, DEFAULT_LIMITS, warnings);
    return assemble(rows, booksOf(dictionary), year, warnings).items;
  } catch (error) {
    if (error instanceof PaperProblem) return [];
    throw error;
  }
}

function same(read: ReadItem, item: PaperItem | undefined): boolean {
  if (!item) return false;
  const printed = (role: UnitRole): string => item.units.filter((unit) => unit.role === role).map((unit) => unit.printed).join('\n');
  return read.text === item.text && read.number === item.number && normaliseName(read.programme.printed) === normaliseName(item.programme)
    && UNIT_ROLES.every((role) => read[role].map(({ name }) => name).join('\n') === printed(role))
    && read.due?.text === item.due?.text && read.due?.date === item.due?.date && writeTargets(read.targets) === writeTargets(item.targets);
}

/** Characters of one cell: a spreadsheet's holds 32,767. What is longer breaks the numbering, and then each item has a row of its own. */
const MOST_IN_CELL = 30_000;

/** Items of one unit and programme that are numbered on from each other share a cell. */
function grouped(items: readonly PaperItem[], book: NameBook): Line[] {
  const lines: Line[] = [];
  let before: PaperItem | null = null;
  for (const item of items) {
    const line = { ...lineOf(item, book, null), due: item.due?.text ?? '' };
    const last = lines.at(-1);
    const goesOn = last && before?.number !== null && item.number !== null && Number(item.number) === Number(before?.number) + 1 && unitsKey(last) === unitsKey(line) && last.programme === line.programme && last.due === line.due;
    const content = item.number === null ? item.text : `${item.number}. ${item.text}`;
    if (goesOn && last.content.length + content.length < MOST_IN_CELL) last.content += `\n${content}`;
    else lines.push({ ...line, content });
    before = item;
  }
  return lines;
}

function lineOf(item: PaperItem, book: NameBook, year: number | null): Line {
  const units = (role: UnitRole): string => joinNames(item.units.filter((unit) => unit.role === role).map(({ printed }) => printed), book);
  return {
    units: { responsible: units('responsible'), lead: units('lead'), cooperating: units('cooperating') }, programme: item.programme, entry: item.number ?? '', content: item.text,
    due: item.due ? writeFixedDue(item.due, year) : '', targets: writeTargets(item.targets),
  };
}

/** Names in one cell; one below the other where a mark inside a name would cut it. */
function joinNames(names: readonly string[], book: NameBook): string {
  const inline = names.join('、');
  const read = splitNames(inline, book);
  return read.length === names.length && read.every((name, at) => name === names[at]) ? inline : names.join('\n');
}

const unitsKey = ({ units }: Line): string => UNIT_ROLES.map((role) => units[role]).join('\u0001');

function table(items: readonly PaperItem[], lines: readonly Line[], ownRows: boolean): PaperTable {
  const named = UNIT_ROLES.filter((role) => items.some((item) => item.units.some((unit) => unit.role === role)));
  // A table is known by its column of those who answer for the work, even where it is empty.
  const roles: readonly UnitRole[] = named.some((role) => role !== 'cooperating') ? named : ['responsible', ...named];
  const corrected = ownRows && items.some((item) => writeTargets(item.targets) !== writeTargets(readTargets(item.text)));
  const columns: PaperColumn[] = [
    ...roles.map((role) => ({ role, heading: HEADINGS[role] })), { role: 'programme', heading: HEADINGS.programme },
    ...(ownRows ? [{ role: 'entry', heading: OWN_HEADINGS.entry } as const] : []), { role: 'content', heading: HEADINGS.content },
    ...(items.some(({ due }) => due !== null) ? [{ role: 'due', heading: HEADINGS.due } as const] : []), ...(corrected ? [{ role: 'targets', heading: OWN_HEADINGS.targets } as const] : []),
  ];
  const keys = { units: lines.map(unitsKey), programme: lines.map((line) => `${unitsKey(line)}\u0002${line.programme}`) };
  const spans = { units: spansOf(keys.units), programme: spansOf(keys.programme) };
  const rows = lines.map((line, at) => columns.map(({ role }): PaperCell | null => {
    const text = role === 'number' || role === 'note' ? '' : role === 'responsible' || role === 'lead' || role === 'cooperating' ? line.units[role] : line[role];
    const reach = role === 'programme' ? spans.programme[at] : role === 'content' || role === 'entry' || role === 'due' || role === 'targets' ? 1 : spans.units[at];
    return reach === 0 || reach === undefined ? null : { paragraphs: text.split('\n'), rows: reach };
  }));
  return { columns, rows };
}

/** How many rows each cell reaches down when equal neighbours are one; 0 where it is covered. */
function spansOf(keys: readonly string[]): number[] {
  const spans = keys.map(() => 0);
  let top = 0;
  keys.forEach((key, at) => {
    if (at === 0 || key !== keys[at - 1]) top = at;
    spans[top] = (spans[top] ?? 0) + 1;
  });
  return spans;
}

/** The table as a source would hold it, so that it can be read without being a file. */
function sourceOf({ columns, rows }: PaperTable): SourceTable {
  const place = (index: number) => ({ row: index + 1, table: 1 });
  const cell = (column: number, paragraphs: readonly string[], index: number): SourceCell => ({ column, paragraphs: paragraphs.map(plainParagraph), place: place(index), formula: null });
  const merges = rows.flatMap((row, at) => row.flatMap((one, column) => (one && one.rows > 1 ? [{ top: at + 1, bottom: at + one.rows, left: column, right: column }] : [])));
  return {
    rows: [
      { index: 0, place: place(0), cells: columns.map(({ heading }, column) => cell(column, [heading], 0)) },
      ...rows.map((row, at) => ({ index: at + 1, place: place(at + 1), cells: row.flatMap((one, column) => (one ? [cell(column, one.paragraphs, at + 1)] : [])) })),
    ],
    merges, emptyTail: null,
  };
}

/** Signs that no document can hold, and line ends of other systems. */
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text as a document can hold it: without control characters, lines ended by a line feed, no blanks around it. */
export const printableText = (text: string): string => text.replace(/\r\n?/gu, '\n').replace(UNPRINTABLE, '').trim();

const printable = (item: PaperItem): PaperItem => ({
  ...item, number: item.number === null || printableText(item.number) === '' ? null : printableText(item.number), programme: printableText(item.programme), text: printableText(item.text),
  units: item.units.map(({ role, printed }) => ({ role, printed: printableText(printed) })), due: item.due && { text: printableText(item.due.text), date: item.due.date },
});

import { guardParagraphs, guardSourceRows } from '../limits.js';
import type { ReadLimits } from '../types.js';
import { readNumbering, type AutoNumbering } from './docx-numbering.js';
import { readStyleLists, type ListReference } from './docx-styles.js';
import { dropEmptyTail, type Block, type Merge, type Paragraph, type SourceCell, type SourceDocument, type SourceRow } from './model.js';
import { readRelationships } from './relationships.js';
import { readXml } from './xml.js';
import type { Archive } from './zip.js';

/** Deleted and moved-away text, field codes, old properties, and the copy of a text box that older programs would show. */
const SKIPPED = new Set([
  'del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'pPrChange', 'rPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'numberingChange',
]);
/** Control characters of a run that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

interface OpenParagraph {
  text: string;
  list: Partial<ListReference>;
  style: string | null;
}

interface OpenCell {
  paragraphs: Paragraph[];
  column: number;
  span: number;
  vertical: 'restart' | 'continue' | null;
}

interface OpenTable {
  number: number;
  rows: SourceRow[];
  merges: Merge[];
  /** Vertical merges still open, by their left column. */
  running: Map<number, Merge>;
  row: SourceRow | null;
  nextColumn: number;
  rowDeleted: boolean;
  cell: OpenCell | null;
}

/** Reads the body of a Word file into lines and tables, with automatic numbers drawn and merges named. */
export async function readDocxSource(archive: Archive, limits: ReadLimits): Promise<SourceDocument> {
  const body = (await readRelationships(archive, '')).find((r) => r.type === 'officeDocument')?.target ?? 'word/document.xml';
  const links = await readRelationships(archive, body);
  const partOf = (type: string): string | null => links.find((link) => link.type === type)?.target ?? null;
  const numbering = await readNumbering(archive, partOf('numbering'));
  const styles = await readStyleLists(archive, partOf('styles'));
  const reader = new DocxBody(numbering, styles, limits);
  await readXml(archive, body, reader);
  return { format: 'docx', blocks: reader.blocks };
}

class DocxBody {
  readonly blocks: Block[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private skipDepth = 0;
  private inText = false;
  private inTableProperties = 0;
  /** Rows of outer tables, which have places, and rows of all tables, which cost memory. */
  private rowCount = 0;
  private allRows = 0;
  private tableCount = 0;
  private lineCount = 0;
  private paragraphCount = 0;

  constructor(
    private readonly numbering: AutoNumbering,
    private readonly styles: ReadonlyMap<string, ListReference>,
    private readonly limits: ReadLimits,
  ) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'trPr') this.inTableProperties += 1;
    const table = this.tables.at(-1);
    if (name === 'del' && this.inTableProperties > 0 && table) table.rowDeleted = true;
    if (this.skipDepth > 0 || SKIPPED.has(name)) {
      this.skipDepth += 1;
      return;
    }
    const paragraph = this.paragraphs.at(-1);
    if (name === 'p') this.paragraphs.push({ text: '', list: {}, style: null });
    else if (name === 't') this.inText = true;
    else if (paragraph && name in CHARACTERS) {
      // A tab stop in the paragraph's properties is called tab as well, and has a position.
      if (attribute('pos') === undefined) paragraph.text += CHARACTERS[name] ?? '';
    } else if (paragraph && name === 'pStyle') paragraph.style = attribute('val') ?? null;
    else if (paragraph && name === 'numId') paragraph.list.listId = attribute('val') ?? '0';
    else if (paragraph && name === 'ilvl') paragraph.list.level = Number(attribute('val') ?? 0);
    else this.openTablePart(name, attribute, table);
  }

  text(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (this.inText && this.skipDepth === 0 && paragraph) paragraph.text += text;
  }

  close(name: string): void {
    if (name === 'trPr') this.inTableProperties -= 1;
    if (this.skipDepth > 0) {
      this.skipDepth -= 1;
      return;
    }
    const table = this.tables.at(-1);
    if (name === 't') this.inText = false;
    else if (name === 'p') this.endParagraph();
    else if (table && name === 'tc') endCell(table);
    else if (table && name === 'tr') this.endRow(table);
    else if (name === 'tbl') this.endTable();
  }

  private openTablePart(name: string, attribute: (name: string) => string | undefined, table: OpenTable | undefined): void {
    if (name === 'tbl') {
      if (this.tables.length === 0) this.tableCount += 1;
      this.tables.push({
        number: this.tableCount, rows: [], merges: [], running: new Map(), row: null, nextColumn: 0, rowDeleted: false, cell: null,
      });
    } else if (table && name === 'tr') {
      if (this.tables.length === 1) this.rowCount += 1;
      this.allRows += 1;
      guardSourceRows(this.allRows, this.limits);
      table.row = { index: table.rows.length, cells: [], place: { row: this.rowCount, table: table.number } };
      table.nextColumn = 0;
      table.rowDeleted = false;
    } else if (table && name === 'gridBefore') table.nextColumn = this.column(attribute('val'));
    else if (table && name === 'tc') table.cell = { paragraphs: [], column: table.nextColumn, span: 1, vertical: null };
    else if (table?.cell && name === 'gridSpan') table.cell.span = Math.max(1, this.column(attribute('val')));
    else if (table?.cell && name === 'vMerge') table.cell.vertical = attribute('val') === 'restart' ? 'restart' : 'continue';
  }

  private column(value: string | undefined): number {
    const count = Number.parseInt(value ?? '0', 10);
    return Number.isFinite(count) ? Math.min(Math.max(count, 0), this.limits.maxColumns) : 0;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    guardParagraphs((this.paragraphCount += 1), this.limits);
    const inherited = paragraph.style === null ? undefined : this.styles.get(paragraph.style);
    const listId = paragraph.list.listId ?? inherited?.listId ?? '0';
    const level = paragraph.list.level ?? inherited?.level ?? 0;
    const label = listId === '0' ? null : this.numbering.next(listId, level);
    const cell = this.tables.at(-1)?.cell;
    if (cell) cell.paragraphs.push({ text: paragraph.text, label, level });
    else if (this.tables.length === 0) {
      for (const [at, line] of paragraph.text.split('\n').entries()) {
        this.lineCount += 1;
        const text = at === 0 && label !== null && line.trim() !== '' ? `${label} ${line}` : line;
        if (text.trim() !== '') this.blocks.push({ kind: 'line', line: { text, place: { line: this.lineCount } } });
      }
    }
  }

  private endRow(table: OpenTable): void {
    if (table.row && !table.rowDeleted) table.rows.push(table.row);
    table.row = null;
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const outer = this.tables.at(-1);
    if (!outer) this.blocks.push({ kind: 'table', table: { merges: table.merges, ...dropEmptyTail(table.rows) } });
    else if (outer.cell) for (const row of table.rows) for (const cell of row.cells) outer.cell.paragraphs.push(...cell.paragraphs);
  }
}

/** Word marks a vertical merge by `restart` on its first cell and `continue` on the (empty) ones below. */
function endCell(table: OpenTable): void {
  const { cell, row } = table;
  table.cell = null;
  if (!cell || !row) return;
  const right = cell.column + cell.span - 1;
  table.nextColumn = right + 1;
  const running = table.running.get(cell.column);
  if (cell.vertical === 'continue' && running) {
    running.bottom = row.index;
    return;
  }
  const merge: Merge = { top: row.index, bottom: row.index, left: cell.column, right };
  if (cell.vertical === null) table.running.delete(cell.column);
  else table.running.set(cell.column, merge);
  if (cell.vertical !== null || cell.span > 1) table.merges.push(merge);
  const source: SourceCell = { column: cell.column, paragraphs: cell.paragraphs, place: row.place, formula: null };
  row.cells.push(source);
}

import { guardSourceRows } from '../limits.js';
import { PaperProblem } from '../problem.js';
import type { ReadLimits } from '../types.js';
import { plainParagraph, type Block, type Merge, type SourceCell, type SourceDocument, type SourceRow, type SourceTable } from './model.js';
import { readRelationships } from './relationships.js';
import { readDateStyles, serialDate } from './xlsx-dates.js';
import { decodeEscapes, readSharedStrings } from './xlsx-strings.js';
import { readXml } from './xml.js';
import type { Archive } from './zip.js';

interface Workbook {
  strings: string[];
  dateStyles: ReadonlySet<number>;
  from1904: boolean;
  limits: ReadLimits;
}

interface OpenCell {
  reference: string;
  type: string;
  style: number;
  value: string | null;
  formula: boolean;
}

const MAX_MERGES = 100_000;

/** Reads the visible sheets of a workbook, one table each; a formula is read as the value that it last had. */
export async function readXlsxSource(archive: Archive, limits: ReadLimits): Promise<SourceDocument> {
  const part = (await readRelationships(archive, '')).find((r) => r.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const links = await readRelationships(archive, part);
  const partOf = (type: string): string | null => links.find((link) => link.type === type)?.target ?? null;
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  await readXml(archive, part, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/u.test(attribute('date1904') ?? '');
      else if (name === 'sheet' && (attribute('state') ?? 'visible') === 'visible') {
        sheets.push({ name: attribute('name') ?? '', id: attribute('r:id') ?? attribute('id') ?? '' });
      }
    },
  });
  const workbook: Workbook = {
    strings: await readSharedStrings(archive, partOf('sharedStrings')),
    dateStyles: await readDateStyles(archive, partOf('styles')),
    from1904,
    limits,
  };
  const blocks: Block[] = [];
  let rows = 0;
  for (const sheet of sheets) {
    const target = links.find((link) => link.id === sheet.id && link.type === 'worksheet')?.target;
    if (target === undefined) continue;
    const reader = new SheetReader(sheet.name, workbook, rows);
    await readXml(archive, target, reader);
    const table = reader.table();
    rows += table.rows.length;
    blocks.push({ kind: 'table', table });
  }
  return { format: 'xlsx', blocks };
}

class SheetReader {
  private readonly rows: SourceRow[] = [];
  private readonly merges: Merge[] = [];
  private row: SourceRow | null = null;
  private rowNumber = 0;
  private column = 0;
  private cell: OpenCell | null = null;
  private reading: 'value' | 'text' | null = null;
  private phonetic = 0;
  private emptyTail: SourceTable['emptyTail'] = null;

  constructor(
    private readonly sheet: string,
    private readonly workbook: Workbook,
    private readonly rowsBefore: number,
  ) {}

  table(): SourceTable {
    return { rows: this.rows, merges: this.merges, emptyTail: this.emptyTail };
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') {
      this.rowNumber = Number(attribute('r') ?? this.rowNumber + 1);
      this.column = 0;
      this.row = { index: this.rowNumber, cells: [], place: { cell: `A${this.rowNumber}`, sheet: this.sheet }, ...(/^(?:1|true)$/u.test(attribute('hidden') ?? '') ? { hidden: true as const } : {}) };
    } else if (name === 'c') this.openCell(attribute);
    else if (name === 'f' && this.cell) this.cell.formula = true;
    else if (name === 'v') this.reading = 'value';
    else if (name === 'rPh') this.phonetic += 1;
    else if (name === 't' && this.phonetic === 0) this.reading = 'text';
    else if (name === 'mergeCell') this.addMerge(attribute('ref') ?? '');
  }

  text(text: string): void {
    if (this.reading !== null && this.cell) this.cell.value = (this.cell.value ?? '') + text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.reading = null;
    else if (name === 'rPh') this.phonetic -= 1;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  }

  private openCell(attribute: (name: string) => string | undefined): void {
    const given = attribute('r');
    const column = given === undefined ? this.column : columnIndex(given);
    if (column >= MAX_SHEET_COLUMNS) throw new PaperProblem('paper.malformed', 'upload_again', { place: { cell: given ?? '', sheet: this.sheet } });
    this.column = column + 1;
    this.cell = {
      reference: `${columnName(column)}${this.rowNumber}`, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: null, formula: false,
    };
  }

  private endCell(): void {
    const cell = this.cell;
    this.cell = null;
    if (!cell || !this.row) return;
    const text = this.display(cell);
    if (text.trim() === '' && !cell.formula) return;
    const column = columnIndex(cell.reference);
    if (column >= this.workbook.limits.maxColumns) {
      throw new PaperProblem('paper.too_large_unpacked', 'split_file', { place: { cell: cell.reference, sheet: this.sheet }, params: { max: this.workbook.limits.maxColumns } });
    }
    const source: SourceCell = {
      column,
      paragraphs: text.split(/\r\n|\n|\r/u).map(plainParagraph),
      place: { cell: cell.reference, sheet: this.sheet },
      formula: cell.formula ? (cell.value === null ? 'missing' : 'cached') : null,
    };
    this.row.cells.push(source);
  }

  private endRow(): void {
    const row = this.row;
    this.row = null;
    if (!row) return;
    if (row.cells.length === 0) {
      this.emptyTail = { count: (this.emptyTail?.count ?? 0) + 1, place: this.emptyTail?.place ?? row.place };
      return;
    }
    this.emptyTail = null;
    this.rows.push(row);
    guardSourceRows(this.rowsBefore + this.rows.length, this.workbook.limits);
  }

  private display(cell: OpenCell): string {
    const value = cell.value ?? '';
    if (cell.type === 's') return bare(this.workbook.strings[Number(value)] ?? '');
    if (cell.type === 'inlineStr') return bare(decodeEscapes(value));
    if (cell.type === 'str' || cell.type === 'e' || cell.type === 'd') return decodeEscapes(value);
    if (cell.type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (value === '' || !this.workbook.dateStyles.has(cell.style)) return value;
    return serialDate(Number(value), this.workbook.from1904) ?? value;
  }

  private addMerge(reference: string): void {
    const [from = '', to = from] = reference.split(':');
    this.merges.push({ top: rowNumber(from), bottom: rowNumber(to), left: columnIndex(from), right: columnIndex(to) });
    if (this.merges.length > MAX_MERGES) throw new PaperProblem('paper.too_large_unpacked', 'split_file', { params: { max: MAX_MERGES } });
  }
}

const MAX_SHEET_COLUMNS = 16_384;

const rowNumber = (reference: string): number => Number(/\d+/u.exec(reference)?.[0] ?? 0);

/** Column of a reference such as `$AB12`, counted from 0. */
function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of (/[A-Za-z]+/u.exec(reference)?.[0] ?? '').toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Without the quote that our own exports put before what a spreadsheet would take for a formula: it is no part of the text. A text that begins so by itself was given one more. */
const bare = (text: string): string => text.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/u, '');

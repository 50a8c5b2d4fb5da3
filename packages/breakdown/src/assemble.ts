import type { ColumnMap, ColumnRole } from './columns.js';
import { dueDate } from './due.js';
import type { GridCell, GridRow } from './grid.js';
import { ending, holdsTags, splitItems, type ItemPiece } from './items.js';
import { nameBook, splitNames, type NameBook } from './names.js';
import { joinWrapped, normaliseName, normaliseText } from './normalise.js';
import { roleHint } from './role-hint.js';
import type { DataRow } from './rows.js';
import { readTargets } from './targets.js';
import { splitUnitBracket } from './unit-bracket.js';
import type { Dictionary, Place, ProgrammeMention, ReadItem, UnitMention, WarningCode } from './types.js';
import type { WarningList } from './warnings.js';

/** What the rows became. */
export interface Assembled {
  items: ReadItem[];
  unitsContinued: number;
  programmesByAlias: number;
}

type UnitRole = 'responsible' | 'lead' | 'cooperating';
const UNIT_ROLES: readonly UnitRole[] = ['responsible', 'lead', 'cooperating'];
const READ_ROLES: readonly ColumnRole[] = [...UNIT_ROLES, 'programme', 'content', 'due', 'number', 'note'];

/** Turns rows of work into items: units and programme carried down, cells split, names matched, warnings given. */
export function assemble(rows: readonly DataRow[], dictionary: Dictionary, paperYear: number | null, warnings: WarningList): Assembled {
  const assembler = new Assembler(dictionary, paperYear, warnings);
  for (const row of rows) assembler.read(row);
  return assembler.result();
}

class Assembler {
  private readonly units: NameBook;
  private readonly programmes: NameBook;
  private readonly items: ReadItem[] = [];
  private readonly carried = new Map<UnitRole | 'programme', string>();
  private readonly continued = new Set<string>();
  private readonly aliases = new Set<string>();
  private readonly reported = new Set<string>();
  private readonly seenRows = new Set<string>();

  constructor(
    dictionary: Dictionary,
    private readonly paperYear: number | null,
    private readonly warnings: WarningList,
  ) {
    this.units = nameBook(dictionary.units);
    this.programmes = nameBook(dictionary.programmes);
  }

  result(): Assembled {
    return { items: this.items, unitsContinued: this.continued.size, programmesByAlias: this.aliases.size };
  }

  read({ row, columns, afterHeader }: DataRow): void {
    const content = cellAt(row, columns.content);
    const place = content?.cell.place ?? row.place;
    const rowWarnings: WarningCode[] = [];
    if (isSection(row)) {
      this.warnings.add('row_not_understood', row.place, content?.text ?? '', null);
      return;
    }
    const pieces = content ? splitItems(content.cell.paragraphs) : [];
    const empty = !content || pieces.length === 0;
    this.warnAboutCells(row, columns, rowWarnings, empty ? null : this.items.length);
    const unitTexts = this.unitTexts(row, columns, afterHeader);
    const programmeText = this.carry('programme', cellAt(row, columns.programme)?.text ?? '');
    if (empty) {
      this.warnings.add('empty_cell', place, [...unitTexts.values(), programmeText].join(' ').trim(), null);
      return;
    }
    const mentioned = {
      responsible: this.mentions(unitTexts.get('responsible') ?? '', place, rowWarnings),
      lead: this.mentions(unitTexts.get('lead') ?? '', place, rowWarnings),
      cooperating: this.mentions(unitTexts.get('cooperating') ?? '', place, rowWarnings),
    };
    const programme = this.programme(programmeText, cellAt(row, columns.programme)?.cell.place ?? place, rowWarnings);
    const key = normaliseText([...unitTexts.values(), programmeText, content.text].join('\u0001'));
    if (this.seenRows.has(key)) {
      this.warn('duplicate_row', place, content.text);
      rowWarnings.push('duplicate_row');
    }
    this.seenRows.add(key);
    const due = this.due(cellAt(row, columns.due), place, rowWarnings);
    for (const piece of pieces) {
      const item = this.item(piece, place, rowWarnings);
      for (const role of UNIT_ROLES) item[role].unshift(...mentioned[role].map((unit) => ({ ...unit })));
      if (UNIT_ROLES.every((role) => item[role].length === 0)) {
        this.warn('empty_cell', place, item.text);
        item.warnings.push('empty_cell');
      }
      this.items.push({ ...item, programme, due });
    }
  }

  private item(piece: ItemPiece, place: Place, rowWarnings: readonly WarningCode[]): ReadItem {
    const codes = [...rowWarnings];
    const warn = (code: WarningCode, value: string): void => {
      this.warn(code, place, value);
      codes.push(code);
    };
    const { text, units } = splitUnitBracket(piece.text, this.units);
    if (piece.leadIn) warn('lead_in', text);
    const end = ending(text);
    if (end !== 'complete') warn('no_final_stop', text);
    if (end === 'cut') warn('possibly_cut', text);
    if (holdsTags(text)) warn('html_tags', text);
    const mentions = (names: readonly string[]): UnitMention[] => names.map((name) => this.mention(name, place, codes));
    return {
      programme: { name: '', printed: '', programmeId: null },
      responsible: mentions(units.responsible),
      lead: mentions(units.lead),
      cooperating: mentions(units.cooperating),
      text,
      raw: piece.raw,
      number: piece.number,
      due: null,
      targets: readTargets(text),
      roleHint: roleHint(text),
      source: place,
      warnings: codes,
    };
  }

  /** An empty cell of a unit means the unit above, in every role that the paper prints; a new unit in any role starts all roles anew. */
  private unitTexts(row: GridRow, columns: ColumnMap, afterHeader: boolean): Map<UnitRole, string> {
    const printed = UNIT_ROLES.map((role) => [role, cellAt(row, columns[role])?.text ?? ''] as const);
    const fresh = printed.filter(([, text]) => text !== '');
    if (fresh.length > 0) {
      const goesOn = fresh.every(([role, text]) => normaliseName(text) === normaliseName(this.carried.get(role) ?? ''));
      if (goesOn && afterHeader) for (const [, text] of fresh) this.continued.add(normaliseName(text));
      if (!goesOn) this.carried.delete('programme');
      for (const role of UNIT_ROLES) this.carried.delete(role);
      for (const [role, text] of fresh) this.carried.set(role, text);
    }
    return new Map(UNIT_ROLES.flatMap((role) => (this.carried.has(role) ? [[role, this.carried.get(role) ?? '']] : [])));
  }

  private carry(key: 'programme', text: string): string {
    if (text !== '') this.carried.set(key, text);
    return this.carried.get(key) ?? '';
  }

  /** A warning about the item that is being read. */
  private warn(code: WarningCode, place: Place, value: string): void {
    this.warnings.add(code, place, value, this.items.length);
  }

  private mentions(text: string, place: Place, codes: WarningCode[]): UnitMention[] {
    return splitNames(text, this.units).map((name) => this.mention(name, place, codes));
  }

  private mention(name: string, place: Place, codes: WarningCode[]): UnitMention {
    const unit = this.units.find(name);
    if (!unit) this.unknown('unknown_unit', name, place, codes, this.units);
    return { name, unitId: unit?.id ?? null };
  }

  private programme(text: string, place: Place, codes: WarningCode[]): ProgrammeMention {
    const printed = joinWrapped(text.replace(/\s*\n\s*/gu, ''));
    if (printed === '') {
      this.warn('empty_cell', place, '');
      codes.push('empty_cell');
      return { name: '', printed: '', programmeId: null };
    }
    const entry = this.programmes.find(printed);
    if (!entry) this.unknown('unknown_programme', printed, place, codes, this.programmes);
    const name = entry?.names[0] ?? printed;
    if (entry && normaliseName(name) !== normaliseName(printed)) this.aliases.add(entry.id);
    return { name, printed, programmeId: entry?.id ?? null };
  }

  /** Told once a name, however often it is printed; every item of it bears the code. */
  private unknown(code: 'unknown_unit' | 'unknown_programme', name: string, place: Place, codes: WarningCode[], book: NameBook): void {
    if (!codes.includes(code)) codes.push(code);
    const key = `${code}:${normaliseName(name)}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.warnings.add(code, place, name, this.items.length, book.suggest(name));
  }

  private due(cell: GridCell | undefined, place: Place, codes: WarningCode[]): ReadItem['due'] {
    if (!cell || cell.text === '') return null;
    const text = cell.text.replace(/\s*\n\s*/gu, '');
    const date = dueDate(text, this.paperYear);
    if (date === null) {
      this.warn('unreadable_due', cell.cell.place ?? place, text);
      codes.push('unreadable_due');
    }
    return { text, date };
  }

  private warnAboutCells(row: GridRow, columns: ColumnMap, codes: WarningCode[], item: number | null): void {
    const read = new Set(READ_ROLES.map((role) => columns[role]));
    row.cells.forEach((cell, column) => {
      if (!cell || cell.spanned) return;
      const code = cell.cell.formula === 'missing' ? 'formula_without_value' : cell.cell.formula === 'cached' ? 'formula' : read.has(column) ? null : 'extra_cell';
      if (code === null) return;
      this.warnings.add(code, cell.cell.place, cell.text, item);
      codes.push(code);
    });
  }
}

const cellAt = (row: GridRow, column: number | undefined): GridCell | undefined => (column === undefined ? undefined : row.cells[column]);

/** A row with one text merged across is a heading inside the table: it belongs to no unit, and a person must say what it means. */
function isSection(row: GridRow): boolean {
  const texts = new Set(row.cells.flatMap((cell) => (cell ? [cell.text] : [])));
  return texts.size === 1 && row.cells.filter(Boolean).length > 1;
}

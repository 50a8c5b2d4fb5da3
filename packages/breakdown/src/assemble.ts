import { dueDate, namesNoDay, readFixedDue } from './due.js';
import type { GridCell, GridRow } from './grid.js';
import { ending, holdsTags, splitItems, type ItemPiece } from './items.js';
import { markerAt } from './markers.js';
import { nameBook, splitNames, type NameBook } from './names.js';
import { joinWrapped, normaliseName, normaliseText } from './normalise.js';
import { roleHint } from './role-hint.js';
import type { DataRow } from './rows.js';
import { readTargets } from './targets.js';
import { readWrittenTargets } from './written-targets.js';
import { splitUnitBracket } from './unit-words.js';
import { OWN_COLUMNS, type ColumnMap, type ColumnRole, type Dictionary, type DictionaryEntry, type Place, type ProgrammeMention, type ReadItem, type UnitMention, type WarningCode } from './types.js';
import type { WarningList } from './warnings.js';

/** The dictionary, ready to be asked. */
export interface Books {
  units: NameBook;
  programmes: NameBook;
  /** Names that stand for several units. */
  groups: ReadonlyMap<string, readonly DictionaryEntry[]>;
}

/** Makes the {@link Books} of a dictionary. */
export function booksOf({ units, programmes, groups = [] }: Dictionary): Books {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return {
    units: nameBook(units), programmes: nameBook(programmes),
    groups: new Map(groups.flatMap(({ names, unitIds }) => names.map((name) => [normaliseName(name), unitIds.flatMap((id) => byId.get(id) ?? [])] as const))),
  };
}

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
export function assemble(rows: readonly DataRow[], books: Books, paperYear: number | null, warnings: WarningList): Assembled {
  const assembler = new Assembler(books, paperYear, warnings);
  for (const row of rows) assembler.read(row);
  return assembler.result();
}

class Assembler {
  private readonly units: NameBook;
  private readonly programmes: NameBook;
  private readonly groups: Books['groups'];
  private readonly items: ReadItem[] = [];
  private readonly carried = new Map<UnitRole | 'programme', string>();
  private readonly continued = new Set<string>();
  private readonly aliases = new Set<string>();
  private readonly reported = new Set<string>();
  private readonly seenRows = new Set<string>();
  private caption = '';

  constructor(
    books: Books,
    private readonly paperYear: number | null,
    private readonly warnings: WarningList,
  ) {
    this.units = books.units;
    this.programmes = books.programmes;
    this.groups = books.groups;
  }

  result(): Assembled {
    return { items: this.items, unitsContinued: this.continued.size, programmesByAlias: this.aliases.size };
  }

  read({ row, columns, afterHeader, whole, caption = '' }: DataRow): void {
    const content = cellAt(row, columns.content);
    const place = content?.cell.place ?? row.place;
    const rowWarnings: WarningCode[] = [];
    if (whole) this.carried.clear();
    this.beginTable(caption, columns);
    const entry = columns.entry !== undefined;
    const section = whole || entry ? null : sectionOf(row, columns);
    if (section !== null) {
      if (!this.openSection(section, columns)) this.warnings.add('row_not_understood', row.place, section, null);
      return;
    }
    const pieces = content ? piecesOf(content, row, columns, whole) : [];
    const empty = !content || pieces.length === 0;
    this.warnAboutCells(row, columns, rowWarnings, empty ? null : this.items.length);
    const unitTexts = this.unitTexts(row, columns, afterHeader);
    const programmeText = this.carry('programme', cellAt(row, columns.programme)?.text ?? '');
    if (empty) {
      this.warnings.add('empty_cell', place, [...unitTexts.values(), programmeText].join(' ').trim(), null);
      return;
    }
    const namesOf = (role: UnitRole): string[] => splitNames(unitTexts.get(role) ?? '', this.units);
    const mentioned = {
      responsible: this.mentions(namesOf('responsible'), place, rowWarnings, entry),
      lead: this.mentions(namesOf('lead'), place, rowWarnings, entry),
      cooperating: this.mentions(namesOf('cooperating'), place, rowWarnings, entry),
    };
    const programme = this.programme(programmeText, cellAt(row, columns.programme)?.cell.place ?? place, rowWarnings);
    const key = normaliseText([...unitTexts.values(), programmeText, content.text].join('\u0001'));
    if (this.seenRows.has(key)) {
      this.warn('duplicate_row', place, content.text);
      rowWarnings.push('duplicate_row');
    }
    this.seenRows.add(key);
    const due = this.due(cellAt(row, columns.due), place, rowWarnings, entry);
    const targets = columns.targets !== undefined ? readWrittenTargets(cellAt(row, columns.targets)?.text ?? '') : null;
    for (const piece of pieces) {
      const item = this.item(piece, place, rowWarnings, entry);
      item.targets = targets ?? item.targets;
      for (const role of UNIT_ROLES) item[role].unshift(...mentioned[role].map((unit) => ({ ...unit })));
      if (UNIT_ROLES.every((role) => item[role].length === 0)) {
        this.warn('empty_cell', place, item.text);
        item.warnings.push('empty_cell');
      }
      this.items.push({ ...item, programme, due: due ?? item.due });
    }
  }

  private item(piece: ItemPiece, place: Place, rowWarnings: readonly WarningCode[], verbatim: boolean): ReadItem {
    const codes = [...rowWarnings];
    const warn = (code: WarningCode, value: string): void => {
      this.warn(code, place, value);
      codes.push(code);
    };
    const { text, units } = verbatim ? { text: piece.text, units: NO_UNITS } : splitUnitBracket(piece.text, this.units);
    if (piece.leadIn) warn('lead_in', text);
    const end = ending(text);
    if (end !== 'complete') warn('no_final_stop', text);
    if (end === 'cut') warn('possibly_cut', text);
    if (holdsTags(text)) warn('html_tags', text);
    return {
      programme: { name: '', printed: '', programmeId: null },
      responsible: this.mentions(units.responsible, place, codes),
      lead: this.mentions(units.lead, place, codes),
      cooperating: this.mentions(units.cooperating, place, codes),
      text,
      raw: piece.raw,
      number: piece.number,
      due: units.due === null ? null : this.dueOf(units.due, place, codes),
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
      if (!goesOn && columns.programme !== undefined) this.carried.delete('programme');
      for (const role of UNIT_ROLES) this.carried.delete(role);
      for (const [role, text] of fresh) this.carried.set(role, text);
    }
    return new Map(UNIT_ROLES.flatMap((role) => (this.carried.has(role) ? [[role, this.carried.get(role) ?? '']] : [])));
  }

  /** A table without a column of programmes takes it from what stands over it: the sheet's name or the line before. */
  private beginTable(caption: string, columns: ColumnMap): void {
    if (caption === this.caption) return;
    this.caption = caption;
    if (columns.programme === undefined) this.carried.delete('programme');
    const known = columns.programme === undefined ? this.programmes.within(caption) : null;
    if (known !== null) this.carried.set('programme', known);
  }

  /** A heading inside the table is the programme of what follows, where no column says it or the dictionary knows it. */
  private openSection(text: string, columns: ColumnMap): boolean {
    const known = this.programmes.within(text);
    if (known === null && columns.programme !== undefined) return false;
    const title = text.slice(markerAt(text)?.end ?? 0).trim();
    this.carried.set('programme', known ?? title);
    return title.length <= LONGEST_SECTION;
  }

  private carry(key: 'programme', text: string): string {
    if (text !== '') this.carried.set(key, text);
    return this.carried.get(key) ?? '';
  }

  /** A warning about the item that is being read. */
  private warn(code: WarningCode, place: Place, value: string): void {
    this.warnings.add(code, place, value, this.items.length);
  }

  private mentions(names: readonly string[], place: Place, codes: WarningCode[], verbatim = false): UnitMention[] {
    return names.flatMap((name) => this.mention(name, place, codes, verbatim));
  }

  /** A name that stands for several units (各成员单位) becomes all of them, and a person is told. */
  private mention(name: string, place: Place, codes: WarningCode[], verbatim: boolean): UnitMention[] {
    const unit = this.units.find(name);
    const members = unit || verbatim ? null : this.groups.get(normaliseName(name));
    if (members) {
      this.warn('units_of_group', place, `${name} ${members.length}`);
      codes.push('units_of_group');
      return members.map(({ id, names }) => ({ name: names[0] ?? '', unitId: id }));
    }
    if (!unit) this.unknown('unknown_unit', name, place, codes, this.units);
    return [{ name, unitId: unit?.id ?? null }];
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

  private due(cell: GridCell | undefined, place: Place, codes: WarningCode[], fixed: boolean): ReadItem['due'] {
    if (!cell || cell.text === '') return null;
    const day = fixed ? readFixedDue(cell.text) : null;
    if (day) return day;
    return this.dueOf(cell.text.replace(/\s*\n\s*/gu, ''), cell.cell.place ?? place, codes);
  }

  private dueOf(text: string, place: Place, codes: WarningCode[]): NonNullable<ReadItem['due']> {
    const date = dueDate(text, this.paperYear);
    if (date === null && !namesNoDay(text)) {
      this.warn('unreadable_due', place, text);
      codes.push('unreadable_due');
    }
    return { text, date };
  }

  private warnAboutCells(row: GridRow, columns: ColumnMap, codes: WarningCode[], item: number | null): void {
    const read = new Set([...READ_ROLES, ...OWN_COLUMNS].map((role) => columns[role]));
    row.cells.forEach((cell, column) => {
      if (!cell || cell.spanned) return;
      const code = cell.cell.formula === 'missing' ? 'formula_without_value' : cell.cell.formula === 'cached' ? 'formula' : read.has(column) ? null : 'extra_cell';
      if (code === null) return;
      this.warnings.add(code, cell.cell.place, cell.text, item);
      codes.push(code);
    });
  }
}

const NO_UNITS = { responsible: [], lead: [], cooperating: [], due: null };

/** What a cell of work holds: one item of an outline or of our own table as it is, else as many as it numbers. */
function piecesOf(content: GridCell, row: GridRow, columns: ColumnMap, whole: DataRow['whole']): ItemPiece[] {
  if (whole) return [{ raw: whole.raw, text: content.text, number: whole.number, leadIn: false }];
  if (columns.entry === undefined) return splitItems(content.cell.paragraphs);
  return [{ raw: content.text, text: content.text, number: cellAt(row, columns.entry)?.text ?? null, leadIn: false }];
}

const cellAt = (row: GridRow, column: number | undefined): GridCell | undefined => (column === undefined ? undefined : row.cells[column]);

const LONGEST_SECTION = 60;

/**
 * The text of a row that is a heading inside the table: one text merged across, or alone in a row of a table that has no column of programmes. It belongs to no unit; where it names no programme a person
 * must say what it means.
 */
function sectionOf(row: GridRow, columns: ColumnMap): string | null {
  const filled = row.cells.flatMap((cell, column) => (cell && cell.text !== '' ? [{ cell, column }] : []));
  const [first] = filled;
  if (!first || new Set(filled.map(({ cell }) => cell.text)).size !== 1) return null;
  if (filled.length > 1) return first.cell.text;
  return columns.programme === undefined && first.column !== columns.content && markerAt(first.cell.text) !== null ? first.cell.text : null;
}

import type { CollectionField, CollectionRow, CollectionValue } from '@kepu/contracts';

/** What is wrong with a cell: a code of `fieldErrors` and its parameters. */
export interface CellFault { readonly code: string; readonly params?: Readonly<Record<string, string | number>> }
/** A cell that was read: what it holds, or what is wrong. */
export type ReadCell = { readonly ok: true; readonly value: CollectionValue } | ({ readonly ok: false } & CellFault);
/** The part of a column that decides what its cells hold. */
export type CellRule = Pick<CollectionField, 'type' | 'required' | 'places' | 'min' | 'max' | 'maxLength' | 'options'>;

/** Longest text of a column that sets no length of its own. */
export const CELL_LENGTHS = { text: 200, long: 2000 } as const;
/** The greatest amount of any number. */
export const CELL_NUMBER_MAX = 999_999_999_999;

const fault = (code: string, params?: CellFault['params']): ReadCell => ({ ok: false, code, ...(params ? { params } : {}) });
const given = (value: CollectionValue): ReadCell => ({ ok: true, value });
/** Whether a cell says nothing. */
export const isEmptyCell = (value: CollectionValue | undefined): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const isDay = (text: string): boolean => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const lengths = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1900 && year <= 2100 && day >= 1 && day <= (lengths[month - 1] ?? 0);
};
const isMonth = (text: string): boolean => isDay(`${text}-01`);
/** Figures after the point, as the number is written. */
const placesOf = (value: number): number => { const [mantissa = '', exponent = '0'] = String(value).split('e'); return Math.max(0, (mantissa.split('.')[1] ?? '').length - Number(exponent)); };

const checkNumber = (rule: CellRule, value: number): ReadCell => {
  if (!Number.isFinite(value)) return fault('not_number');
  const places = rule.type === 'whole' ? 0 : rule.places;
  if (placesOf(value) > places) return places === 0 ? fault('not_whole') : fault('too_many_places', { places });
  const [least, most] = [rule.min ?? -CELL_NUMBER_MAX, rule.max ?? CELL_NUMBER_MAX];
  if (value < least) return fault('too_small', { minimum: least });
  return value > most ? fault('too_big', { maximum: most }) : given(value === 0 ? 0 : value);
};
const checkText = (rule: CellRule, value: string): ReadCell => {
  const most = Math.min(rule.maxLength ?? CELL_LENGTHS.long, CELL_LENGTHS[rule.type === 'text' ? 'text' : 'long']);
  const text = value.replace(/\r\n?/gu, '\n').trim();
  if ([...text].length > most) return fault('too_long', { maximum: most });
  return (rule.type === 'text' ? /\p{Cc}/u : /[^\P{Cc}\n\t]/u).test(text) ? fault('bad_format') : given(text === '' ? null : text);
};
const notChoice = (rule: CellRule, value: string): ReadCell => fault('not_choice', { value: [...value].slice(0, 40).join(''), options: rule.options.join('、') });

/** Checks one value against its column. An empty cell is null; whether it may be empty is asked by `whole`, which is so when it is handed in. */
export const checkCell = (rule: CellRule, value: CollectionValue | undefined, whole: boolean): ReadCell => {
  if (isEmptyCell(value) || value === undefined || value === null) return whole && rule.required ? fault('required') : given(null);
  switch (rule.type) {
    case 'text': case 'long': {
      const read = typeof value === 'string' ? checkText(rule, value) : fault('wrong_type');
      return read.ok && read.value === null && whole && rule.required ? fault('required') : read;
    }
    case 'whole': case 'decimal': return typeof value === 'number' ? checkNumber(rule, value) : fault(rule.type === 'whole' ? 'not_whole' : 'not_number');
    case 'flag': return typeof value === 'boolean' ? given(value) : fault('not_yes_no');
    case 'choice': return typeof value === 'string' && rule.options.includes(value) ? given(value) : notChoice(rule, String(value));
    case 'choices': {
      const list = Array.isArray(value) ? [...new Set(value)] : [String(value)];
      const strange = list.find((one) => !rule.options.includes(one));
      // In the order of the column: the same ticks are the same answer.
      return strange === undefined ? given(rule.options.filter((option) => list.includes(option))) : notChoice(rule, strange);
    }
    case 'day': return typeof value === 'string' && isDay(value) ? given(value) : fault('bad_date');
    case 'month': return typeof value === 'string' && isMonth(value) ? given(value) : fault('bad_month');
  }
};

/** What a spreadsheet has computed carries dust in its last figures: 0.30000000000000004 was meant as 0.3. */
const exact = (value: number): number => Number(value.toPrecision(15));
const narrow = (text: string): string => text.normalize('NFKC');
const yes = ['是', '有', '对', '√', '✓', 'yes', 'true', 'y', '1'];
const no = ['否', '无', '没有', '不是', '×', 'x', 'no', 'false', 'n', '0'];
const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');

/** Reads a cell as somebody writes it: pasted, from a sheet, or typed. Figures may be full-width and in groups, a day may be written with 年月日. */
export const readCell = (rule: CellRule, text: string, whole = false): ReadCell => {
  const plain = text.trim();
  if (plain === '') return checkCell(rule, null, whole);
  switch (rule.type) {
    case 'text': case 'long': return checkCell(rule, rule.type === 'text' ? plain.replace(/\s*[\r\n]+\s*/gu, ' ') : plain, whole);
    case 'whole': case 'decimal': {
      const figures = narrow(plain).replace(/[\s,](?=\d{3}(?:\D|$))/gu, '').replace(/−/gu, '-');
      return /^[-+]?\d+(?:\.\d+)?$/u.test(figures) ? checkCell(rule, exact(Number(figures)), whole) : fault(rule.type === 'whole' ? 'not_whole' : 'not_number');
    }
    case 'flag': { const word = narrow(plain).toLowerCase(); return yes.includes(word) ? given(true) : no.includes(word) ? given(false) : fault('not_yes_no'); }
    case 'choice': return checkCell(rule, rule.options.find((option) => narrow(option) === narrow(plain)) ?? plain, whole);
    case 'choices': return checkCell(rule, rule.options.includes(plain) ? [plain] : plain.split(/[、,，;；\n]+/u).map((one) => one.trim()).filter((one) => one !== '').map((one) => rule.options.find((option) => narrow(option) === narrow(one)) ?? one), whole);
    case 'day': {
      const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?$/u.exec(narrow(plain));
      return checkCell(rule, found ? `${found[1]}-${two(found[2])}-${two(found[3])}` : plain, whole);
    }
    case 'month': {
      const found = /^(\d{4})[-/.年](\d{1,2})(?:月|[-/.月]\d{1,2}日?(?:[ T].*)?)?$/u.exec(narrow(plain));
      return checkCell(rule, found ? `${found[1]}-${two(found[2])}` : plain, whole);
    }
  }
};

/** A cell that is wrong, by its row from 0 and the key of its column. */
export interface PlacedFault extends CellFault { readonly row: number; readonly key: string }
/** Rows as they are kept: only columns that there are, each value checked. Rows that say nothing at all are left out. */
export const checkRows = (fields: readonly CollectionField[], rows: readonly CollectionRow[], whole: boolean): { readonly rows: CollectionRow[]; readonly faults: PlacedFault[] } => {
  const faults: PlacedFault[] = [];
  const kept: CollectionRow[] = [];
  rows.forEach((row, index) => {
    const cells = fields.map((field) => [field, checkCell(field, row[field.key], whole)] as const);
    if (fields.every(({ key }) => isEmptyCell(row[key]))) return;
    for (const [{ key }, cell] of cells) if (!cell.ok) faults.push({ row: index, key, code: cell.code, ...(cell.params ? { params: cell.params } : {}) });
    kept.push(Object.fromEntries(cells.map(([{ key }, cell]) => [key, cell.ok ? cell.value : null])));
  });
  return { rows: kept, faults };
};

/** Lines of a table as a spreadsheet copies them: cells parted by tabs, those with line feeds in quotes. */
export const readTsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const source = text.replace(/\r\n?/gu, '\n');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (sign === '"' && cell === '' && closes(source, at)) quoted = true;
    else if (sign === '\t') { row.push(cell); cell = ''; } else if (sign === '\n') { rows.push([...row, cell]); row = []; cell = ''; } else cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
};
/** A quote opens a cell only where another one ends it: somebody may as well begin a word with one. */
const closes = (source: string, at: number): boolean => /^"(?:[^"]|"")*"(?:[\t\n]|$)/u.test(source.slice(at));

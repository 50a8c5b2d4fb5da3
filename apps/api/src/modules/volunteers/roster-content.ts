import type { Occupation, RosterColumn, RosterProblemCode } from '@kepu/contracts';
import type { PlainCell, PlainRow } from '@kepu/breakdown';
import { letterOf, plain, type Finder, type Match, type RosterHeader } from './roster-columns.js';
import { readBirthDate, readName, readPhone, type Read } from './roster-values.js';

/** A thing that is wrong, as a preview keeps it. */
export interface Problem { readonly code: RosterProblemCode; readonly field: RosterColumn | null; readonly column: string; readonly value: string; readonly suggestion: string | null }
/** What was read of a person; null where nothing could be. */
export interface RosterValues {
  readonly name: string | null; readonly phone: string | null; readonly bornOn: string | null; readonly occupation: Occupation | null; readonly county: Named | null; readonly unit: Named | null; readonly topics: readonly Named[]; readonly pool: Named | null;
}
/** A thing by id and name. */
export interface Named { readonly id: string; readonly name: string }
/** A row as a preview keeps it, sealed: its own texts, what they mean, and what is wrong. */
export interface RosterLine { readonly rowNo: number; readonly cells: readonly string[]; readonly values: RosterValues; readonly problems: readonly Problem[] }

/** What a roster is read against, and what whoever brings it may ask for. */
export interface RosterRules {
  readonly today: string; readonly occupations: Finder; readonly counties: Finder; readonly units: Finder; readonly topics: Finder; readonly pools: Finder;
  /** The unit and county of a row that names none. */
  readonly defaultUnit: Named | null; readonly defaultCounty: Named | null;
  readonly mayPool: boolean;
  /** Whether somebody of this county and unit is within reach. */
  reaches(countyCode: string | null, unitId: string | null): boolean;
}

/** Signs of a row, and of a cell: more is no name of anybody. */
const MOST_SIGNS = 4_000;
const MOST_IN_CELL = 500;
/** The template explains itself in a row that nobody means. */
const isHint = (row: PlainRow): boolean => row.cells.some(({ text }) => /^[（(]\s*(?:说明|hint)/iu.test(plain(text)));

/** Reads the rows below a header. Nothing is guessed: what is unclear is said, with what was probably meant. */
export const readLines = (header: RosterHeader, rules: RosterRules): RosterLine[] => {
  const lines = header.table.rows.filter((row) => row.row > header.row && !isHint(row) && row.cells.some(({ text }) => plain(text) !== '')).map((row) => readLine(row, header, rules));
  const first = new Map<string, number>();
  return lines.map((line) => {
    const { phone } = line.values;
    if (phone === null) return line;
    const before = first.get(phone);
    if (before === undefined) { first.set(phone, line.rowNo); return line; }
    return withProblem(line, header, 'phone', 'twice_in_file', String(before));
  });
};

/** The line with one more thing wrong in a column. */
export const withProblem = (line: RosterLine, header: Pick<RosterHeader, 'columns'>, field: RosterColumn, code: RosterProblemCode, suggestion: string | null = null): RosterLine => {
  const at = header.columns.get(field) ?? 0;
  return { ...line, problems: [...line.problems, { code, field, column: letterOf(at), value: line.cells[at] ?? '', suggestion }] };
};

const readLine = (row: PlainRow, header: RosterHeader, rules: RosterRules): RosterLine => {
  const cells: string[] = Array.from({ length: Math.max(header.headers.length, ...row.cells.map(({ column }: PlainCell) => column + 1)) }, () => '');
  for (const cell of row.cells) if (cell.text !== '') cells[cell.column] = cell.text.slice(0, MOST_IN_CELL);
  const problems: Problem[] = [];
  const merged = new Set(row.cells.flatMap((cell) => (cell.merged ? [cell.column] : [])));
  const textOf = (field: RosterColumn): string => cells[header.columns.get(field) ?? -1] ?? '';
  const wrong = (field: RosterColumn | null, code: RosterProblemCode, suggestion: string | null = null): null => {
    const at = field === null ? 0 : (header.columns.get(field) ?? 0);
    problems.push({ code: code === 'missing' && merged.has(at) ? 'merged_cells' : code, field, column: letterOf(at), value: field === null ? '' : textOf(field), suggestion });
    return null;
  };
  const taken = <T>(field: RosterColumn, read: Read<T>): T | null => ('code' in read ? wrong(field, read.code, read.suggestion ?? null) : read.value);
  const found = (field: RosterColumn, match: Match, none: RosterProblemCode, many: RosterProblemCode): Named | null =>
    (match.kind === 'one' ? { id: match.id, name: match.name } : wrong(field, match.kind === 'many' ? many : none, match.suggestion));
  const named = (field: RosterColumn, finder: Finder, none: RosterProblemCode, many = none): Named | null => (plain(textOf(field)) === '' ? null : found(field, finder.find(textOf(field)), none, many));

  if (row.hidden) wrong(null, 'hidden_row');
  if (row.cells.some(({ text }) => text.length > MOST_IN_CELL) || cells.join('').length > MOST_SIGNS) wrong(null, 'row_too_long');
  const name = taken('name', readName(textOf('name')));
  const phone = taken('phone', readPhone(textOf('phone')));
  const bornOn = taken('bornOn', readBirthDate(textOf('bornOn'), rules.today));
  const occupation = plain(textOf('occupation')) === '' ? wrong('occupation', 'missing') : found('occupation', rules.occupations.find(textOf('occupation')), 'bad_occupation', 'bad_occupation');
  const unitGiven = plain(textOf('unit')) !== '';
  const unit = unitGiven ? named('unit', rules.units, 'unknown_unit', 'unit_ambiguous') : merged.has(header.columns.get('unit') ?? -1) ? wrong('unit', 'merged_cells') : rules.defaultUnit;
  const countyGiven = plain(textOf('county')) !== '';
  const county = countyGiven ? named('county', rules.counties, 'unknown_county') : (rules.defaultCounty ?? wrong('county', 'missing'));
  const topics = plain(textOf('topics')).split(/[、,，;；/\n]/u).map((one) => one.trim()).filter((one) => one !== '').slice(0, 20).flatMap((one) => found('topics', rules.topics.find(one), 'unknown_topic', 'unknown_topic') ?? []);
  const pool = named('pool', rules.pools, 'unknown_pool');
  if (pool && !rules.mayPool) wrong('pool', 'pool_not_yours');
  if (county && (unit ?? !unitGiven) && !rules.reaches(county.id, unit?.id ?? null)) wrong(unitGiven && rules.defaultUnit ? 'unit' : 'county', 'out_of_reach');
  return { rowNo: row.row, cells, values: { name, phone, bornOn, occupation: occupation === null ? null : (occupation.id as Occupation), county, unit, topics, pool }, problems };
};

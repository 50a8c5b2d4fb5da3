/** Where something stands in the source: a line of text, a table row (counted over the whole document, from 1), or a sheet's cell. */
export type Place = { line: number } | { row: number; table: number } | { cell: string; sheet: string };

/** A name of the dictionary with its id; `names[0]` is the canonical one, the others are aliases and full names. */
export interface DictionaryEntry {
  id: string;
  names: readonly string[];
}

/** What a column of the table holds. */
export const COLUMN_ROLES = ['responsible', 'lead', 'cooperating', 'programme', 'content', 'due', 'number', 'note'] as const;

/** One of {@link COLUMN_ROLES}. */
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/**
 * Columns that our own papers have where a text would not survive otherwise ({@link writeTable}). `entry`: each row is one item, word for word, and this is its number. `targets`: amounts that a person put right.
 */
export const OWN_COLUMNS = ['entry', 'targets'] as const;

/** One of {@link OWN_COLUMNS}. */
export type OwnColumn = (typeof OWN_COLUMNS)[number];

/** Where each role stands, by column from 0. */
export type ColumnMap = Partial<Record<ColumnRole | OwnColumn, number>>;

/** What a person said that a heading means. It goes before what the reader would think by itself. */
export interface HeadingMeaning {
  heading: string;
  role: ColumnRole;
}

/** The names that a paper is read against. An empty list is legal: everything is then unknown and asked for. */
export interface Dictionary {
  units: readonly DictionaryEntry[];
  programmes: readonly DictionaryEntry[];
  /** Names that stand for several units, such as 各成员单位. */
  groups?: readonly { names: readonly string[]; unitIds: readonly string[] }[];
  /** Headings that the patterns of the reader do not know. */
  headings?: readonly HeadingMeaning[];
}

/** What a reading warns about. Each code has its sentence in the labels of the contracts. */
export const WARNING_CODES = [
  'unknown_unit',
  'unknown_programme',
  'units_of_group',
  'empty_cell',
  'no_final_stop',
  'possibly_cut',
  'lead_in',
  'duplicate_row',
  'html_tags',
  'formula',
  'formula_without_value',
  'empty_rows_ignored',
  'extra_cell',
  'row_not_understood',
  'unreadable_due',
  'extract',
] as const;

/** One of {@link WARNING_CODES}. */
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something for a person to look at. `suggestion` is a likely value and never applied by itself. */
export interface Warning {
  code: WarningCode;
  place: Place | null;
  /** Index in `items` of the (first) item concerned; null where it became none. */
  item: number | null;
  /** The characters that gave rise to it, or a count. */
  value: string;
  suggestion: string | null;
  /** Dictionary id of the suggestion, where it names a unit or programme. */
  suggestionId: string | null;
}

/** A unit as printed; `unitId` only where the dictionary holds that very name. */
export interface UnitMention {
  name: string;
  unitId: string | null;
}

/** A programme: canonical `name` if matched, else as printed. */
export interface ProgrammeMention {
  name: string;
  printed: string;
  programmeId: string | null;
}

/** A number that the item promises. Open ends are null: 不少于 20 场 is min 20, max null. */
export interface Target {
  raw: string;
  min: number | null;
  max: number | null;
  approx: boolean;
  /** Unit of measure as printed, without its scale: 人次, 家, %. */
  unit: string;
  /** Counting period as printed (全年, 每季度), if the clause names one. */
  period: string | null;
}

/** One atomic piece of work. */
export interface ReadItem {
  programme: ProgrammeMention;
  responsible: UnitMention[];
  lead: UnitMention[];
  cooperating: UnitMention[];
  /** Without list marker, layout tags and trailing unit bracket; otherwise verbatim. */
  text: string;
  /** The source's characters for this item, list marker included. */
  raw: string;
  number: string | null;
  due: { text: string; date: string | null } | null;
  targets: Target[];
  /** A verb such as 支持 or 配合 that may mean a co-operating role; a hint to a person, never a role. */
  roleHint: string | null;
  source: Place;
  warnings: WarningCode[];
}

/** What the letter around the table says; null where it does not. Dates are `YYYY-MM-DD`. */
export interface PaperHead {
  docNumber: string | null;
  issuer: string | null;
  title: string | null;
  year: number | null;
  issuedOn: string | null;
}

/** Counts of what was read; `cells` are distinct pairs of unit and programme. */
export interface ReadingSummary {
  units: number;
  programmes: number;
  cells: number;
  items: number;
  targets: number;
  warnings: number;
}

/** How the table was read, for the person who checks it and for tests. */
export interface ReadingStats {
  format: 'txt' | 'docx' | 'xlsx' | 'pasted_text' | 'pasted_html';
  tables: number;
  dataRows: number;
  headerRowsSkipped: number;
  /** Units whose name is printed again after a repeated header, because the page broke inside them. */
  unitsContinued: number;
  /** Items with a number of their own. */
  numbered: number;
  /** Programmes recognised by an alias. */
  programmesByAlias: number;
  /** Rows of notes and of the closing (抄送, 印发) that are no work. */
  noteRowsSkipped: number;
}

/** The whole result: plain data, safe to send as JSON. */
export interface Reading {
  summary: ReadingSummary;
  paper: PaperHead;
  items: ReadItem[];
  warnings: Warning[];
  stats: ReadingStats;
}

/** Limits of one reading. */
export interface ReadLimits {
  /** Bytes of the file itself. */
  maxBytes: number;
  /** Bytes of all parts of an Office file after unpacking. */
  maxUnpackedBytes: number;
  /** Rows that hold work, headers and notes not counted. */
  maxRows: number;
  maxColumns: number;
  /** Parts inside an Office file. */
  maxParts: number;
}

/** Options of {@link readPaper}. */
export interface ReadOptions {
  fileName?: string;
  /** The bytes are a table pasted from Word or WPS: tab-separated text or HTML, in UTF-8. */
  pasted?: boolean;
  dictionary: Dictionary;
  /** What a person said of the columns of a table without a heading. */
  columns?: ColumnMap;
  limits?: Partial<ReadLimits>;
}

/** Default limits: an office's paper has a hundred rows; these leave room for any honest one. */
export const DEFAULT_LIMITS: ReadLimits = {
  maxBytes: 30_000_000,
  maxUnpackedBytes: 100_000_000,
  maxRows: 20_000,
  maxColumns: 256,
  maxParts: 5_000,
};

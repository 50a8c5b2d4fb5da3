import type { Place } from './types.js';

/** Why a paper is refused. Stable: clients switch on it; sentences live in the labels of the contracts. */
export const PAPER_PROBLEM_CODES = [
  'paper.empty',
  'paper.type_unsupported',
  'paper.password_protected',
  'paper.truncated',
  'paper.malformed',
  'paper.too_large_unpacked',
  'paper.too_many_rows',
  'paper.no_table',
  'paper.columns_unknown',
  'paper.reader_failed',
] as const;

/** One of {@link PAPER_PROBLEM_CODES}. */
export type PaperProblemCode = (typeof PAPER_PROBLEM_CODES)[number];

/** What the person can do about it; a label key, not a sentence. */
export type PaperRemedy =
  | 'save_as_docx'
  | 'save_as_xlsx'
  | 'remove_password'
  | 'upload_again'
  | 'split_file'
  | 'remove_pictures'
  | 'add_header_row'
  | 'name_columns'
  | 'choose_another_file';

/** The JSON shape of a refusal. */
export interface PaperProblemData {
  code: PaperProblemCode;
  place: Place | null;
  remedy: PaperRemedy;
  params: Record<string, string | number>;
  /** The first rows of a table whose columns a person has to name. */
  rows?: string[][];
}

/** A refusal with code, place, remedy and parameters. Carries no text of the paper beyond short names of parts, and the first rows of a table that a person has to explain. */
export class PaperProblem extends Error {
  readonly code: PaperProblemCode;
  readonly place: Place | null;
  readonly remedy: PaperRemedy;
  readonly params: Record<string, string | number>;
  readonly rows: string[][] | null;

  constructor(
    code: PaperProblemCode,
    remedy: PaperRemedy,
    details: { place?: Place | null; params?: Record<string, string | number>; rows?: string[][]; cause?: unknown } = {},
  ) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'PaperProblem';
    this.code = code;
    this.remedy = remedy;
    this.place = details.place ?? null;
    this.params = details.params ?? {};
    this.rows = details.rows ?? null;
  }

  toJSON(): PaperProblemData {
    return { code: this.code, place: this.place, remedy: this.remedy, params: this.params, ...(this.rows ? { rows: this.rows } : {}) };
  }
}

/** Any error as the data of a refusal; one that is no {@link PaperProblem} becomes `paper.reader_failed` and tells nothing of its inside. */
export function problemData(error: unknown): PaperProblemData {
  if (error instanceof PaperProblem) return error.toJSON();
  return new PaperProblem('paper.reader_failed', 'choose_another_file').toJSON();
}

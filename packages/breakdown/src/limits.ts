import { PaperProblem } from './problem.js';
import type { Place, ReadLimits } from './types.js';

/** Rows of headers and notes that a paper may hold beside its work; the exact limit is kept once headers are known. */
const HEADROOM = 2_000;
/** Cells that merges may be spread over. */
const MAX_SPREAD = 500_000;

/** Stops a source as soon as it has more rows than any legal paper. */
export function guardSourceRows(count: number, limits: ReadLimits): void {
  if (count > limits.maxRows + HEADROOM) throw tooManyRows(limits);
}

/** Paragraphs and lines outside of rows that any paper may hold. */
const MAX_PARAGRAPHS = 400_000;
/** Characters of one cell; Excel itself allows 32,767. */
const MAX_CELL = 40_000;

/** Stops a source with more lines or paragraphs than any legal paper. */
export function guardParagraphs(count: number, limits: ReadLimits): void {
  if (count > MAX_PARAGRAPHS) throw tooManyRows(limits);
}

/** Stops a cell that is longer than any cell can be; what follows may then cost the square of a cell's length. */
export function guardCell(length: number, place: Place): void {
  if (length > MAX_CELL) throw new PaperProblem('paper.too_large_unpacked', 'split_file', { place, params: { max: MAX_CELL } });
}

/** Stops merges that would multiply a small file into a large grid. */
export function guardSpread(cells: number, place: Place | null): void {
  if (cells > MAX_SPREAD) throw new PaperProblem('paper.too_large_unpacked', 'split_file', { place, params: { max: MAX_SPREAD } });
}

/** The refusal of a paper with more rows than allowed. */
export function tooManyRows(limits: ReadLimits): PaperProblem {
  return new PaperProblem('paper.too_many_rows', 'split_file', { params: { max: limits.maxRows } });
}

/** A size as a person reads it. */
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

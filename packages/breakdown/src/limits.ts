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

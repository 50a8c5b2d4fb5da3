import { z } from 'zod';
import { lengths } from './lengths.js';
import { id } from './primitives.js';

const positive = (max: number) => z.coerce.number().int().min(1).max(max);

/**
 * The query of a list: `page` (from 1), `perPage` (1–200), `sort` (one mapped name, `-` for descending), `q`, `ids` (≤ 200,
 * comma separated) and the declared filters only. Unknown keys are refused.
 */
export const listQuery = <const S extends readonly [string, ...string[]], F extends z.ZodRawShape>(sorts: S, filters: F) => {
  const names = sorts.flatMap((name) => [name, `-${name}`]) as [S[number] | `-${S[number]}`, ...(S[number] | `-${S[number]}`)[]];
  return z.strictObject({
    page: positive(100_000).default(1),
    perPage: positive(200).default(25),
    sort: z.enum(names).optional(),
    q: z.string().trim().max(lengths.q).optional(),
    ids: z.string().max(200 * 37).transform((text) => text.split(',')).pipe(z.array(id).min(1).max(200)).optional(),
    ...filters,
  });
};

/** A page of a list: the rows of this page, and how many there are in all. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ data: z.array(row), total: z.int().min(0) });
/** The same for TypeScript. */
export interface Page<T> { data: T[]; total: number }

import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';

/** The part of a list's query that is the same for all lists. */
export interface PageQuery { readonly page: number; readonly perPage: number; readonly sort?: string | undefined }
/** Columns by the names of sorts; the last column of each settles equal rows. */
export type Sorts = Readonly<Record<string, readonly string[]>>;

/** One page of raw rows and how many there are, in two statements, no entity made. */
export const rawPage = async <R extends object>(
  builder: SelectQueryBuilder<ObjectLiteral>, query: PageQuery, sorts: Sorts, fallback: string,
): Promise<{ rows: R[]; total: number }> => {
  const sort = query.sort ?? fallback;
  const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
  const counted = await builder.clone().select('COUNT(*)', 'total').getRawOne<{ total: number | string }>();
  for (const column of sorts[sort.replace('-', '')] ?? []) builder.addOrderBy(column, direction);
  const rows = await builder.offset((query.page - 1) * query.perPage).limit(query.perPage).getRawMany<R>();
  return { rows, total: Number(counted?.total ?? 0) };
};

/** Narrows to rows whose key holds what a person typed: characters, pinyin or initials. */
export const matching = (builder: SelectQueryBuilder<ObjectLiteral>, column: string, q: string | undefined): void => {
  const term = q === undefined ? null : searchTerm(q);
  if (term) builder.andWhere(`${column} LIKE :term ESCAPE '!'`, { term: likePattern(term) });
};

/** Narrows to what is open, or closed, on a day; `isOpen` says the same of one row. */
export const openOn = (builder: SelectQueryBuilder<ObjectLiteral>, alias: string, open: boolean | undefined, today: string): void => {
  if (open === undefined) return;
  builder.andWhere(open ? `(${alias}.closed_on IS NULL OR ${alias}.closed_on > :today)` : `${alias}.closed_on <= :today`, { today });
};

import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { readRows, type Predicate } from '../../platform/database/index.js';
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

/** A list in plain SQL. Conditions and sorts name columns of the table itself; what is joined only adds to its rows, one to one. */
export interface Listed { readonly table: string; readonly alias: string; readonly columns: string; readonly joins: string }

/**
 * The same for the lists that every screen asks for, written out. The rows of the page are found by their ids first, so that sorting does not carry all
 * that is shown; a page that is not full tells the total by itself.
 */
export const sqlPage = async <R extends object>(
  manager: EntityManager, { table, alias, columns, joins }: Listed, where: Predicate, query: PageQuery, sorts: Sorts, fallback: string,
): Promise<{ rows: R[]; total: number }> => {
  const sort = query.sort ?? fallback;
  const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
  const order = sorts[sort.replace('-', '')] ?? [];
  const orderBy = (names: readonly string[]) => names.map((name) => `${name} ${direction}`).join(', ');
  const keys = order.map((column, index) => `${column} AS k${index}`).join(', ');
  const offset = (query.page - 1) * query.perPage;
  const from = `FROM ${table} ${alias} WHERE ${where.sql}`;
  const rows = await readRows<R>(
    manager, `SELECT ${columns} FROM (SELECT ${alias}.id AS id, ${keys} ${from} ORDER BY ${orderBy(order)} LIMIT :pageLimit OFFSET :pageOffset) paged
      JOIN ${table} ${alias} ON ${alias}.id = paged.id ${joins} ORDER BY ${orderBy(order.map((_, index) => `paged.k${index}`))}`,
    { ...where.params, pageLimit: query.perPage, pageOffset: offset });
  if (rows.length < query.perPage && (rows.length > 0 || offset === 0)) return { rows, total: offset + rows.length };
  const [count] = await readRows<{ total: number | string }>(manager, `SELECT COUNT(*) AS total ${from}`, where.params);
  return { rows, total: Number(count?.total ?? 0) };
};

/** `matching` in plain SQL. */
export const holding = (column: string, q: string | undefined): Predicate[] => {
  const term = q === undefined ? null : searchTerm(q);
  return term ? [{ sql: `${column} LIKE :term ESCAPE '!'`, params: { term: likePattern(term) } }] : [];
};

/** `openOn` in plain SQL. */
export const opened = (alias: string, open: boolean | undefined, today: string): Predicate[] => (open === undefined ? [] : [{
  sql: open ? `(${alias}.closed_on IS NULL OR ${alias}.closed_on > :today)` : `${alias}.closed_on <= :today`, params: { today },
}]);

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

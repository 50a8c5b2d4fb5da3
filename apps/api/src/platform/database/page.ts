/**
 * Lists: raw rows, sorted by mapped names only, one statement for the page and one for the total, however many rows there are.
 *
 * ```ts
 * const query = this.database.reader.createQueryBuilder(ItemEntity, 'item')
 *   .select('item.id', 'id').addSelect('item.text', 'text')
 *   .where(scope.sql, scope.params);
 * return pageOf<ItemRow>(query, input, { sorts: { startsAt: 'item.startsAt', name: 'item.nameKey' }, tieBreaker: 'item.id' });
 * ```
 */
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

export const MAX_PER_PAGE = 200;

export interface PageInput {
  /** From 1. */
  readonly page?: number | undefined;
  /** 1 to 200; 25 unless said. */
  readonly perPage?: number | undefined;
  /** A name of `sorts`, with `-` in front for the greatest first. Several are parted by commas. */
  readonly sort?: string | undefined;
}

export interface PageOptions {
  /** Public name → property path (`alias.property`). Any other name is refused. */
  readonly sorts: Readonly<Record<string, string>>;
  /** The sort where none is asked for. */
  readonly defaultSort?: string;
  /** A unique column, so that pages neither repeat nor skip rows that sort alike. */
  readonly tieBreaker: string;
}

export interface Page<Row> {
  readonly data: Row[];
  readonly total: number;
}

/** A sort that the list does not offer. Contracts refuse it first; this is the second lock. */
export class UnknownSort extends Error {
  constructor(readonly sort: string) {
    super(`This list cannot be sorted by ${sort}`);
    this.name = 'UnknownSort';
  }
}

function bounded(value: number | undefined, fallback: number, max: number): number {
  if (value === undefined || !Number.isSafeInteger(value)) return fallback;
  return Math.min(Math.max(value, 1), max);
}

/** Adds ORDER BY. Nulls come first when ascending, on both databases. */
export function applySort<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, sort: string | undefined, options: PageOptions): SelectQueryBuilder<E> {
  const asked = (sort ?? options.defaultSort ?? '').split(',').filter((part) => part !== '');
  query.orderBy();
  for (const part of asked) {
    const descending = part.startsWith('-');
    const name = descending ? part.slice(1) : part;
    const path = Object.hasOwn(options.sorts, name) ? options.sorts[name] : undefined;
    if (path === undefined) throw new UnknownSort(name);
    query.addOrderBy(path, descending ? 'DESC' : 'ASC');
  }
  return query.addOrderBy(options.tieBreaker, 'ASC');
}

/** One page of raw rows, and how many there are in all. `query` has its columns, joins and conditions, and no order. */
export async function pageOf<Row extends object, E extends ObjectLiteral = ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  input: PageInput,
  options: PageOptions,
): Promise<Page<Row>> {
  const perPage = bounded(input.perPage, 25, MAX_PER_PAGE);
  const page = bounded(input.page, 1, Number.MAX_SAFE_INTEGER / MAX_PER_PAGE);
  const counting = query.clone();
  const data = await applySort(query, input.sort, options)
    .offset((page - 1) * perPage)
    .limit(perPage)
    .getRawMany<Row>();
  // A page that is not full and not beyond the end tells the total by itself.
  if (data.length > 0 && data.length < perPage) return { data, total: (page - 1) * perPage + data.length };
  if (data.length === 0 && page === 1) return { data, total: 0 };
  return { data, total: await countOf(counting) };
}

/** How many rows the query would answer. */
export async function countOf<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): Promise<number> {
  const row = await query.orderBy().select('COUNT(*)', 'total').getRawOne<{ total: number | string }>();
  return Number(row?.total ?? 0);
}

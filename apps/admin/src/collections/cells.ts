import type { CollectionAnswer, CollectionField, CollectionRow, CollectionValue } from '@kepu/contracts';
import { checkCell, isEmptyCell, readCell, type CellFault, type ReadCell } from '@kepu/domain';

/** A cell as it stands on the page: figures and days are the text that was typed, right or wrong. */
export type TypedCell = string | boolean | readonly string[] | null;
/** A row as it stands on the page. */
export type TypedRow = Readonly<Record<string, TypedCell>>;
/** A cell that is wrong, by row and column. */
export type TypedFaults = ReadonlyMap<string, CellFault>;
/** The key of a cell among the faults. */
export const placeOf = (row: number, key: string): string => `${row}.${key}`;

const typedCell = (value: CollectionValue | undefined): TypedCell => (value === undefined || value === null ? null : typeof value === 'number' ? String(value) : value);
/** Rows of an answer as the page shows them; one that is empty where there is none. */
export const typedRows = ({ rows, collection }: Pick<CollectionAnswer, 'rows' | 'collection'>): TypedRow[] => (rows.length === 0 ? [{}] : rows.map((row) => Object.fromEntries(collection.fields.map(({ key }) => [key, typedCell(row[key])]))));
/** Rows that were read, as the page shows them. */
export const typedOf = (fields: readonly CollectionField[], rows: readonly CollectionRow[]): TypedRow[] => rows.map((row) => Object.fromEntries(fields.map(({ key }) => [key, typedCell(row[key])])));

/** What a cell of the page says. */
export const cellOf = (field: CollectionField, typed: TypedCell | undefined, whole: boolean): ReadCell => (typeof typed === 'string' && field.type !== 'choice' ? readCell(field, typed, whole) : checkCell(field, typed === undefined ? null : (typed as CollectionValue), whole));

/** What the rows of the page say, and what is wrong. Rows that say nothing are left out, but for the last one where a row is wanted. */
export const readRows = (fields: readonly CollectionField[], rows: readonly TypedRow[], whole: boolean): { readonly rows: CollectionRow[]; readonly faults: TypedFaults; readonly filled: number } => {
  const faults = new Map<string, CellFault>();
  const kept: CollectionRow[] = [];
  const isBlank = (row: TypedRow): boolean => fields.every(({ key }) => isEmptyCell((row[key] ?? null) as CollectionValue));
  const wanted = whole && rows.every(isBlank);
  rows.forEach((row, at) => {
    const blank = isBlank(row);
    if (blank && !(wanted && at === 0)) return;
    const values: CollectionRow = {};
    for (const field of fields) {
      const cell = cellOf(field, row[field.key], whole);
      if (!cell.ok) faults.set(placeOf(at, field.key), cell);
      values[field.key] = cell.ok ? cell.value : null;
    }
    if (!blank) kept.push(values);
  });
  return { rows: kept, faults, filled: kept.length };
};

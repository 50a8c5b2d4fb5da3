import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sealedTransformer } from '../database/columns.js';
import { changeRows, Database, readRows, type SqlParams } from '../database/index.js';

/** A column that holds envelopes of the field encryption; `row` is the column by which an envelope's place names the row. */
export interface SealedColumn { readonly table: string; readonly column: string; readonly row: string }
/** One envelope, and whose it is. */
export interface SealedValue { readonly rowId: string; readonly sealed: string }
/** An envelope, and the one that is to stand in its place. */
export interface Resealed extends SealedValue { readonly resealed: string }
/** How many envelopes of a column one key has sealed. */
export interface KeyCount { readonly table: string; readonly column: string; readonly kid: string; readonly values: number }

/** Every sealed column of every entity: read from the entities, so that none can be forgotten. Throws where a row has no single key to be bound to. */
export function sealedColumnsOf(manager: EntityManager): SealedColumn[] {
  const found = manager.dataSource.entityMetadatas.flatMap((entity) => entity.columns.filter((column) => column.transformer === sealedTransformer).map((column) => {
    const [key, ...more] = entity.primaryColumns;
    if (!key || more.length > 0) throw new TypeError(`${entity.tableName}.${column.databaseName} is sealed, and its table has no single primary key`);
    return { table: entity.tableName, column: column.databaseName, row: key.databaseName };
  }));
  return found.sort((a, b) => (`${a.table}.${a.column}` < `${b.table}.${b.column}` ? -1 : 1));
}

/** What one key seals begins with its id. As a range: `_` in a key id would be a wildcard of LIKE. */
const sealedBy = (kid: string): SqlParams => ({ first: `v1.${kid}.`, beyond: `v1.${kid}/` });

/** Envelopes of all tables, as ciphertext. */
@Injectable()
export class SealedColumnsRepository {
  constructor(private readonly database: Database) {}

  get columns(): readonly SealedColumn[] { return sealedColumnsOf(this.database.reader); }

  /** In the order of their rows, after the row given. */
  notSealedWith(kid: string, { table, column, row }: SealedColumn, after: string, limit: number): Promise<SealedValue[]> {
    return readRows<SealedValue>(this.database.reader, `
      SELECT t.${row} AS rowId, t.${column} AS sealed FROM ${table} t WHERE t.${row} > :after AND t.${column} IS NOT NULL AND (t.${column} < :first OR t.${column} >= :beyond)
      ORDER BY t.${row} LIMIT :limit`, { ...sealedBy(kid), after, limit });
  }

  async countNotSealedWith(kid: string, { table, column }: SealedColumn): Promise<number> {
    const [count] = await readRows<{ total: number | string }>(
      this.database.reader, `SELECT COUNT(*) AS total FROM ${table} t WHERE t.${column} IS NOT NULL AND (t.${column} < :first OR t.${column} >= :beyond)`, sealedBy(kid));
    return Number(count?.total ?? 0);
  }

  async countByKey({ table, column }: SealedColumn): Promise<KeyCount[]> {
    const kid = `SUBSTR(t.${column}, 4, INSTR(SUBSTR(t.${column}, 4), '.') - 1)`;
    const rows = await readRows<{ kid: string; total: number | string }>(this.database.reader, `SELECT ${kid} AS kid, COUNT(*) AS total FROM ${table} t WHERE t.${column} IS NOT NULL GROUP BY ${kid}`);
    return rows.map((one) => ({ table, column, kid: one.kid, values: Number(one.total) }));
  }

  /**
   * One statement for all. An envelope is never made twice, so a row whose column still holds one of the old envelopes holds its own: what a request has
   * written meanwhile stays. Answers how many were replaced.
   */
  replace({ table, column, row }: SealedColumn, values: readonly Resealed[]): Promise<number> {
    const params: Record<string, unknown> = { rows: values.map((value) => value.rowId), olds: values.map((value) => value.sealed) };
    const cases = values.map((value, index) => {
      params[`row${index}x`] = value.rowId;
      params[`new${index}x`] = value.resealed;
      return `WHEN :row${index}x THEN :new${index}x`;
    });
    return changeRows(this.database.writer, `UPDATE ${table} SET ${column} = CASE ${row} ${cases.join(' ')} ELSE ${column} END WHERE ${row} IN (:...rows) AND ${column} IN (:...olds)`, params);
  }
}

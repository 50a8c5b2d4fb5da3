/**
 * Statements on SQLite, on the connection itself. TypeORM's own way there (events for subscribers that nobody has, promises for the connection and for the
 * statement) costs several times what a row by its key does. Counted, timed and refused as by TypeORM.
 */
import { QueryFailedError, QueryResult, type DataSource, type QueryRunner } from 'typeorm';
import type { SqliteConnection } from './sqlite-adapter.js';

export class DirectSqlite {
  private readonly connection: SqliteConnection;
  private readonly slowMs: number;

  constructor(private readonly source: DataSource) {
    this.connection = (source.driver as unknown as { databaseConnection: SqliteConnection }).databaseConnection;
    this.slowMs = source.options.maxQueryExecutionTime ?? Infinity;
  }

  /** SQLite ends a transaction by itself where it cannot go on: no room, a broken disk, no memory. */
  get inTransaction(): boolean {
    return this.connection.inTransaction;
  }

  /** The rows of a reading statement; `structured` is as in TypeORM's `query`. */
  run(sql: string, parameters: unknown[] = [], structured = false): unknown {
    const { logger } = this.source;
    logger.logQuery(sql, parameters);
    const began = performance.now();
    try {
      const statement = this.connection.prepare(sql);
      const result = statement.reader ? rowsOf(statement.all(...parameters)) : changesOf(statement.run(...parameters));
      const took = performance.now() - began;
      if (took > this.slowMs) logger.logQuerySlow(took, sql, parameters);
      return structured ? result : result.raw;
    } catch (error) {
      logger.logQueryError(error as Error, sql, parameters);
      throw new QueryFailedError(sql, parameters, error as Error);
    }
  }

  /** Sends the runner's statements this way. */
  lead(runner: QueryRunner): QueryRunner {
    const query = async (sql: string, parameters?: unknown[], structured?: boolean): Promise<unknown> => this.run(sql, parameters, structured);
    return Object.assign(runner, { query });
  }
}

function rowsOf(rows: object[]): QueryResult {
  return Object.assign(new QueryResult(), { raw: rows, records: rows });
}

function changesOf({ changes, lastInsertRowid }: { changes: number; lastInsertRowid: number | bigint }): QueryResult {
  return Object.assign(new QueryResult(), { raw: lastInsertRowid, affected: changes });
}

/**
 * `mysql2` as TypeORM's `driver`, with what TypeORM leaves out: every connection is set to UTC, strict mode, READ COMMITTED and bounded waits before its
 * first use; waiting for a free connection ends (mysql2 itself waits for ever); a connection whose statement ran out of time is thrown away, because the
 * server may still be busy with it; and DATETIME is handed out as ISO 8601.
 */
import { createRequire } from 'node:module';
import type mysql from 'mysql2';
import type { PoolConnection, PoolOptions } from 'mysql2';
import type { ServerInfo } from './server-info.js';
import { fromDbTime } from './times.js';

const ACQUIRE_TIMEOUT_MS = 4_000;
const LOCK_WAIT_TIMEOUT_S = 3;
const SQL_MODE = 'STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY';

type Acquired = (error: Error | null, connection?: PoolConnection) => void;

/** Raised when no connection came free in time. */
export class PoolExhausted extends Error {
  readonly code = 'KEPU_POOL_EXHAUSTED';
}

function sessionSettings(server: ServerInfo, statementTimeoutMs: number): string[] {
  const timeout = server.kind === 'mariadb' ? `max_statement_time=${statementTimeoutMs / 1_000}` : `max_execution_time=${statementTimeoutMs}`;
  return [
    `SET SESSION time_zone='+00:00', sql_mode='${SQL_MODE}', innodb_lock_wait_timeout=${LOCK_WAIT_TIMEOUT_S}, ${timeout}`,
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    // On a Galera cluster a read must see what another node has already acknowledged.
    ...(server.galera ? ['SET SESSION wsrep_sync_wait=1'] : []),
  ];
}

/** Ends a connection now. mysql2 itself only says goodbye, and then waits for a server that may be frozen. */
export function cutConnection(connection: { destroy(): void; stream?: { destroy(): void } }): void {
  connection.destroy();
  connection.stream?.destroy();
}

type Answer = (error: Error | null, ...rest: unknown[]) => void;
type Query = (...parameters: unknown[]) => unknown;

/** As mysql2 names it, so that db-errors.ts knows it. */
class StatementTimeout extends Error {
  readonly code = 'PROTOCOL_SEQUENCE_TIMEOUT';
}

/**
 * Takes the time limit of a statement out of mysql2's hands: mysql2 would leave the connection in the pool, where the next statement waits behind the one
 * that was given up, and its timer outlives a lost connection and keeps the process from ending.
 */
function limitStatements(connection: PoolConnection): void {
  const query = connection.query.bind(connection) as Query;
  const limited: Query = (...parameters) => {
    const [statement, done] = [parameters[0], parameters.at(-1)];
    const limit = typeof statement === 'object' && statement !== null && 'timeout' in statement ? Number(statement.timeout) : 0;
    if (limit === 0 || typeof done !== 'function') return query(...parameters);
    let answered = false;
    const answer: Answer = (...all) => {
      if (answered) return;
      answered = true;
      clearTimeout(timer);
      (done as Answer)(...all);
    };
    const timer = setTimeout(() => {
      cutConnection(connection as Parameters<typeof cutConnection>[0]);
      answer(new StatementTimeout(`The database did not answer within ${limit} ms`));
    }, limit);
    timer.unref();
    return query({ ...(statement as object), timeout: undefined }, ...parameters.slice(1, -1), answer);
  };
  Object.assign(connection, { query: limited });
}

function prepare(connection: PoolConnection, settings: readonly string[]): void {
  limitStatements(connection);
  for (const sql of settings) {
    connection.query(sql, (error) => {
      // A connection without its settings would shift times or cut text; its users see a lost connection instead.
      if (error) connection.destroy();
    });
  }
}

function withTimeout(acquire: (done: Acquired) => void, limitMs: number): (done: Acquired) => void {
  return (done) => {
    let waiting = true;
    const timer = setTimeout(() => {
      waiting = false;
      done(new PoolExhausted(`No database connection came free within ${limitMs} ms`));
    }, limitMs);
    timer.unref();
    acquire((error, connection) => {
      if (!waiting) {
        connection?.release();
        return;
      }
      clearTimeout(timer);
      done(error, connection);
    });
  };
}

/** The driver that TypeORM calls `createPool` of. */
export function mysqlDriver(server: ServerInfo, statementTimeoutMs: number, acquireTimeoutMs = ACQUIRE_TIMEOUT_MS): { createPool(options: PoolOptions): mysql.Pool } {
  const settings = sessionSettings(server, statementTimeoutMs);
  return {
    createPool(options) {
      // Loaded where a server is spoken to only: a process on SQLite starts without it. TypeORM asks for a pool synchronously.
      const { createPool } = createRequire(import.meta.url)('mysql2') as typeof mysql;
      const pool = createPool({
        ...options,
        typeCast(field, next) {
          if (field.type !== 'DATETIME' && field.type !== 'TIMESTAMP') return next();
          const text = field.string();
          return text === null ? null : fromDbTime(text);
        },
      });
      pool.on('connection', (connection) => prepare(connection, settings));
      const acquire = pool.getConnection.bind(pool) as (done: Acquired) => void;
      pool.getConnection = withTimeout(acquire, acquireTimeoutMs) as typeof pool.getConnection;
      return pool;
    },
  };
}

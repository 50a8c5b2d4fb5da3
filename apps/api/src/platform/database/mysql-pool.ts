/**
 * `mysql2` as TypeORM's `driver`, with what TypeORM leaves out: every connection is set to UTC, strict mode, READ COMMITTED and bounded waits before its
 * first use; waiting for a free connection ends (mysql2 itself waits for ever); a connection whose statement ran out of time is thrown away, because the
 * server may still be busy with it; and DATETIME is handed out as ISO 8601.
 */
import mysql from 'mysql2';
import type { PoolConnection, PoolOptions } from 'mysql2';
import type { ServerInfo } from './server-info.js';
import { fromDbTime } from './times.js';

export const ACQUIRE_TIMEOUT_MS = 4_000;
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

type Query = (...parameters: unknown[]) => unknown;

/** Throws a connection away when one of its statements ran out of time. */
function dropOnTimeout(connection: PoolConnection): void {
  const query = connection.query.bind(connection) as Query;
  const dropping: Query = (...parameters) => {
    const done = parameters.at(-1);
    if (typeof done !== 'function') return query(...parameters);
    return query(...parameters.slice(0, -1), (error: { code?: string } | null, ...rest: unknown[]) => {
      if (error?.code === 'PROTOCOL_SEQUENCE_TIMEOUT') connection.destroy();
      (done as (...answer: unknown[]) => void)(error, ...rest);
    });
  };
  Object.assign(connection, { query: dropping });
}

function prepare(connection: PoolConnection, settings: readonly string[]): void {
  dropOnTimeout(connection);
  for (const sql of settings) {
    connection.query(sql, (error) => {
      // A connection without its settings would shift times or cut text; its users see a lost connection instead.
      if (error) connection.destroy();
    });
  }
}

function withTimeout(acquire: (done: Acquired) => void): (done: Acquired) => void {
  return (done) => {
    let waiting = true;
    const timer = setTimeout(() => {
      waiting = false;
      done(new PoolExhausted(`No database connection came free within ${ACQUIRE_TIMEOUT_MS} ms`));
    }, ACQUIRE_TIMEOUT_MS);
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
export function mysqlDriver(server: ServerInfo, statementTimeoutMs: number): { createPool(options: PoolOptions): mysql.Pool } {
  const settings = sessionSettings(server, statementTimeoutMs);
  return {
    createPool(options) {
      const pool = mysql.createPool({
        ...options,
        typeCast(field, next) {
          if (field.type !== 'DATETIME' && field.type !== 'TIMESTAMP') return next();
          const text = field.string();
          return text === null ? null : fromDbTime(text);
        },
      });
      pool.on('connection', (connection) => prepare(connection, settings));
      const acquire = pool.getConnection.bind(pool) as (done: Acquired) => void;
      pool.getConnection = withTimeout(acquire) as typeof pool.getConnection;
      return pool;
    },
  };
}

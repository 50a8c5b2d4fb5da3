/**
 * What a database can refuse, in one set of classes for all engines. A unit of work throws these in place of the driver's errors; the original is `cause`.
 * `constraint` is the name of the key as the migrations gave it (naming.ts); SQLite does not say which foreign key it was, so there it is null.
 */
import { QueryFailedError, type DataSource } from 'typeorm';
import { uniqueName } from './naming.js';

export abstract class DatabaseError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = new.target.name;
  }
}

export class UniqueViolation extends DatabaseError {
  constructor(
    readonly constraint: string,
    cause: unknown,
  ) {
    super(`Unique key ${constraint} already holds this value`, cause);
  }
}

export class ForeignKeyViolation extends DatabaseError {
  constructor(
    readonly constraint: string | null,
    cause: unknown,
  ) {
    super(`Foreign key ${constraint ?? '(not named by SQLite)'} refused the change`, cause);
  }
}

/** A value too long, out of range or missing: validation should have refused it before. */
export class ValueRefused extends DatabaseError {
  constructor(cause: unknown) {
    super('The database refused a value: too long, out of range or missing', cause);
  }
}

/** Locked by others, or too many wait: trying again later helps. */
export class DatabaseBusy extends DatabaseError {
  constructor(cause: unknown) {
    super('The database is busy', cause);
  }
}

/** Not reachable, frozen, read-only or full. */
export class DatabaseUnavailable extends DatabaseError {
  constructor(cause: unknown, message = 'The database is not available') {
    super(message, cause);
  }
}

/** No answer came to COMMIT: nobody knows whether the unit is in. Ask again by its idempotency key; never repeat it blindly. */
export class CommitUncertain extends DatabaseUnavailable {
  constructor(cause: unknown) {
    super(cause, 'The database did not answer COMMIT; whether the unit was written is unknown');
  }
}

/** The members of a driver's error that are looked at. */
interface DriverFailure {
  readonly code: string;
  readonly errno: number;
  readonly message: string;
}

export function driverFailureOf(error: unknown): DriverFailure {
  const source: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code, errno, errcode, message } = (typeof source === 'object' && source !== null ? source : {}) as Record<string, unknown>;
  return {
    code: typeof code === 'string' ? code : '',
    errno: typeof errno === 'number' ? errno : typeof errcode === 'number' ? errcode : 0,
    message: typeof message === 'string' ? message : '',
  };
}

const CONNECTION_LOST = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_NORMAL_SHUTDOWN',
]);
const UNAVAILABLE = new Set([
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_CON_COUNT_ERROR',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
  'ER_OPTION_PREVENTS_STATEMENT',
]);
/** Deadlock, lock wait, snapshot overtaken, Galera not ready, Galera certification: the whole unit may be tried again. */
const CONFLICTS = new Set([1213, 1205, 1020, 1047]);
const DUPLICATES = new Set([1062, 1586]);
const FOREIGN_KEYS = new Set([1451, 1452, 1216, 1217]);
/** Too long, out of range, no default, null, wrong value, check. */
const VALUES = new Set([1406, 1264, 1364, 1048, 1292, 1366, 4025, 3819]);
/** Statement killed by max_statement_time or max_execution_time. */
const STATEMENT_TIMEOUTS = new Set([1969, 3024]);

/** Whether the connection is gone, with everything that was not committed on it. */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = driverFailureOf(error);
  return CONNECTION_LOST.has(code) || /closed state|Connection lost/i.test(message);
}

/** Whether the server may or may not have done what it was told. */
export function isUnanswered(error: unknown): boolean {
  return isConnectionLost(error) || driverFailureOf(error).code === 'PROTOCOL_SEQUENCE_TIMEOUT';
}

/** Whether the transaction lost against another and has to be repeated as a whole. */
export function isConflict(error: unknown): boolean {
  return CONFLICTS.has(driverFailureOf(error).errno);
}

/** The typed form of a driver's error; anything else comes back as it is. */
export function translateDbError(error: unknown, source: DataSource): unknown {
  if (error instanceof DatabaseError) return error;
  const failure = driverFailureOf(error);
  if (failure.code === 'ERR_SQLITE_ERROR') return translateSqlite(failure, error, source);
  if (DUPLICATES.has(failure.errno)) return new UniqueViolation(mysqlKey(failure.message), error);
  if (FOREIGN_KEYS.has(failure.errno)) return new ForeignKeyViolation(/CONSTRAINT `([^`]+)`/.exec(failure.message)?.[1] ?? null, error);
  if (VALUES.has(failure.errno)) return new ValueRefused(error);
  return troubleOf(error) ?? error;
}

/** A database that has too much to do or is not there, as a read outside of units meets it too; null for anything else. */
export function troubleOf(error: unknown): DatabaseBusy | DatabaseUnavailable | null {
  if (error instanceof DatabaseBusy || error instanceof DatabaseUnavailable) return error;
  const failure = driverFailureOf(error);
  if (failure.code === 'ERR_SQLITE_ERROR') return sqliteTroubleOf(failure.errno, error);
  if (CONFLICTS.has(failure.errno) || STATEMENT_TIMEOUTS.has(failure.errno)) return new DatabaseBusy(error);
  if (failure.code === 'KEPU_POOL_EXHAUSTED' || failure.message === 'Queue limit reached.') return new DatabaseBusy(error);
  return UNAVAILABLE.has(failure.code) || isConnectionLost(error) ? new DatabaseUnavailable(error) : null;
}

/** MySQL writes `for key 'table.name'`, MariaDB `for key 'name'`. */
function mysqlKey(message: string): string {
  const key = /for key '([^']+)'/.exec(message)?.[1] ?? 'unknown';
  return key.slice(key.lastIndexOf('.') + 1);
}

/** https://sqlite.org/rescode.html: the low byte is the primary code. */
function translateSqlite(failure: DriverFailure, error: unknown, source: DataSource): unknown {
  switch (failure.errno) {
    case 1555: // SQLITE_CONSTRAINT_PRIMARYKEY
    case 2067: // SQLITE_CONSTRAINT_UNIQUE
      return new UniqueViolation(sqliteKey(failure.message, source), error);
    case 787: // SQLITE_CONSTRAINT_FOREIGNKEY
    case 1811: // SQLITE_CONSTRAINT_TRIGGER: how ON DELETE RESTRICT refuses
      return new ForeignKeyViolation(null, error);
  }
  switch (failure.errno & 0xff) {
    case 19: // SQLITE_CONSTRAINT: NOT NULL, CHECK
    case 18: // SQLITE_TOOBIG
      return new ValueRefused(error);
  }
  return sqliteTroubleOf(failure.errno, error) ?? error;
}

function sqliteTroubleOf(errno: number, error: unknown): DatabaseBusy | DatabaseUnavailable | null {
  switch (errno & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
    case 15: // SQLITE_PROTOCOL: others took the locks of the log too often
      return new DatabaseBusy(error);
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 13: // SQLITE_FULL
    case 14: // SQLITE_CANTOPEN
      return new DatabaseUnavailable(error);
  }
  return null;
}

/** SQLite names the columns (`UNIQUE constraint failed: units.code`), not the key: the entities know which key stands over them. */
function sqliteKey(message: string, source: DataSource): string {
  const columns = (/failed: (.+)$/.exec(message)?.[1] ?? '').split(', ').map((path) => path.split('.'));
  const table = columns[0]?.[0] ?? 'unknown';
  const names = columns.map((path) => path[1] ?? '');
  const metadata = source.entityMetadatas.find((entity) => entity.tableName === table);
  const same = (candidate: readonly { databaseName: string }[]): boolean =>
    candidate.length === names.length && candidate.every((column, index) => column.databaseName === names[index]);
  if (metadata && same(metadata.primaryColumns)) return 'PRIMARY';
  return metadata?.indices.find((index) => index.isUnique && same(index.columns))?.name ?? uniqueName(table, names);
}

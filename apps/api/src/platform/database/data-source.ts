/**
 * Opens the database: from a plain `DatabaseConfig` to initialised TypeORM data sources.
 *
 * SQLite gets two on the same file, because TypeORM has one connection per SQLite data source: one that writes, used by units of work only, and one that
 * is opened read-only and sees committed rows. MariaDB and MySQL get one pool. `synchronize` is off and stays off: the schema comes from migrations.
 */
import { DataSource, type DataSourceOptions } from 'typeorm';
import { KepuNamingStrategy } from './naming.js';
import { mysqlDriver } from './mysql-pool.js';
import { detectServer, type ServerInfo } from './server-info.js';
import { prepareReader, prepareWriter, SqliteConnection } from './sqlite-adapter.js';
import { DirectSqlite } from './sqlite-direct.js';
import { Statements } from './statements.js';

/** `mariadb` or `mysql` in `kind` is a wish: the server itself is asked which of the two it is. */
export type DatabaseConfig =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'mariadb' | 'mysql'; readonly url: string; readonly poolSize: number };

/** The server ends a statement after this long. */
const STATEMENT_TIMEOUT_MS = 8_000;
const SLOW_STATEMENT_MS = 1_000;

export type DatabaseKind = DatabaseConfig['kind'];

/** An entity class: columns only, no relation is ever declared (see columns.ts). */
export type EntityClass = new () => object;

export interface OpenDatabase {
  readonly kind: DatabaseKind;
  readonly config: DatabaseConfig;
  readonly writer: DataSource;
  /** SQLite's read-only second connection; null where the writer's pool serves reads. */
  readonly reader: DataSource | null;
  /** What the MariaDB or MySQL server is; null on SQLite. */
  readonly server: ServerInfo | null;
  readonly statements: Statements;
  close(): Promise<void>;
}

/** The server's clock zone would shift times, so nothing may be written through this connection. */
export class ClockZoneRefused extends Error {}

/** A `mysql://`, `mariadb://` or `file:` address, or none (then `defaultFile` on SQLite). */
export function databaseConfigOf(url: string | undefined, defaultFile: string, poolSize = 10): DatabaseConfig {
  if (url === undefined || url === '') return { kind: 'sqlite', file: defaultFile };
  const protocol = /^([a-z]+):/.exec(url)?.[1];
  if (protocol === 'mysql' || protocol === 'mariadb') return { kind: protocol, url, poolSize };
  if (protocol === 'sqlite' || protocol === 'file') return { kind: 'sqlite', file: url.replace(/^[a-z]+:(\/\/)?/, '') };
  throw new Error('DATABASE_URL must begin with mysql://, mariadb:// or file:');
}

export interface PoolLimits {
  readonly poolSize: number;
  /** 0 is none. */
  readonly statementTimeoutMs: number;
}

function shared(entities: readonly EntityClass[], statements: Statements) {
  return {
    entities: [...entities],
    namingStrategy: new KepuNamingStrategy(),
    logger: statements,
    synchronize: false,
    migrationsRun: false,
    maxQueryExecutionTime: SLOW_STATEMENT_MS,
  };
}

/** Options of one SQLite connection; the writer creates the file. */
export function sqliteOptions(file: string, entities: readonly EntityClass[], statements: Statements, readonly: boolean): DataSourceOptions {
  return {
    ...shared(entities, statements),
    type: 'better-sqlite3',
    database: file,
    driver: SqliteConnection,
    readonly,
    // The adapter keeps them: a unit of work has a query runner of its own, and TypeORM keeps them per runner.
    statementCacheSize: 0,
    prepareDatabase: readonly ? prepareReader : prepareWriter,
  };
}

/** Options of the pool of a MariaDB or MySQL server. */
export function mysqlOptions(
  url: string,
  { poolSize, statementTimeoutMs }: PoolLimits,
  entities: readonly EntityClass[],
  statements: Statements,
  server: ServerInfo,
): DataSourceOptions {
  const address = new URL(url.replace(/^mariadb:/, 'mysql:'));
  return {
    ...shared(entities, statements),
    type: server.kind,
    driver: mysqlDriver(server, statementTimeoutMs),
    host: address.hostname,
    port: address.port === '' ? 3306 : Number(address.port),
    username: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: decodeURIComponent(address.pathname.slice(1)),
    ...(address.searchParams.get('ssl') === 'true' ? { ssl: { rejectUnauthorized: true } } : {}),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    connectTimeout: 5_000,
    ...(statementTimeoutMs > 0
      ? // Above the server's own limit, so that a server that still works answers for itself, and only a dead one is given up.
        { enableQueryTimeout: true, maxQueryExecutionTime: statementTimeoutMs + 2_000 }
      : {}),
    bigNumberStrings: false,
    poolSize,
    extra: { queueLimit: 1_000, enableKeepAlive: true, keepAliveInitialDelay: 10_000 },
  };
}

/** Our types that TypeORM's SQLite driver does not list; SQLite itself takes any type name (its affinity is TEXT). */
function initialize(source: DataSource): Promise<DataSource> {
  if (source.options.type === 'better-sqlite3') source.driver.supportedDataTypes.push('mediumtext');
  return source.initialize();
}

/** @throws ClockZoneRefused where NOW() of a session is not UTC */
export async function refuseShiftedClock(source: DataSource): Promise<void> {
  const [row] = await source.query<{ minutes: number | string }[]>('SELECT TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(), NOW()) AS minutes');
  if (Number(row?.minutes) !== 0) {
    throw new ClockZoneRefused(`The database session's clock is ${String(row?.minutes)} minutes off UTC: times would be shifted. Set time_zone to +00:00.`);
  }
}

export async function openDatabase(config: DatabaseConfig, entities: readonly EntityClass[]): Promise<OpenDatabase> {
  const statements = new Statements();
  const server = config.kind === 'sqlite' ? null : await detectServer(config.url);
  const writer = await initialize(new DataSource(writerOptions(config, server, entities, statements)));
  try {
    if (config.kind !== 'sqlite') await refuseShiftedClock(writer);
    const reader = config.kind === 'sqlite' ? await initialize(new DataSource(sqliteOptions(config.file, entities, statements, true))) : null;
    if (reader) new DirectSqlite(reader).lead(reader.createQueryRunner());
    return opened(config, server, writer, reader, statements);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}

function writerOptions(config: DatabaseConfig, server: ServerInfo | null, entities: readonly EntityClass[], statements: Statements): DataSourceOptions {
  if (config.kind === 'sqlite') return sqliteOptions(config.file, entities, statements, false);
  if (!server) throw new Error('The server has to be asked what it is first');
  return mysqlOptions(config.url, { poolSize: config.poolSize, statementTimeoutMs: STATEMENT_TIMEOUT_MS }, entities, statements, server);
}

function opened(
  config: DatabaseConfig,
  server: ServerInfo | null,
  writer: DataSource,
  reader: DataSource | null,
  statements: Statements,
): OpenDatabase {
  return {
    kind: server?.kind ?? 'sqlite',
    config,
    writer,
    reader,
    server,
    statements,
    async close() {
      // The reader first: SQLite folds the write-ahead log back when the last connection, which must be able to write, closes.
      if (reader?.isInitialized) await reader.destroy();
      if (writer.isInitialized) await writer.destroy();
    },
  };
}

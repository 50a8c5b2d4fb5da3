/**
 * `@photostructure/sqlite` in the shape of `better-sqlite3`, passed to TypeORM as its `driver` (docs/adr/0002-sqlite-driver.md).
 *
 * Beyond the shape it does four things: a writer begins every transaction IMMEDIATE, so that it waits at the start and not in the middle; prepared
 * statements are kept per connection, because each unit of work has a query runner of its own; `Date` and `boolean` may be bound; and columns declared
 * `datetime` are handed out as ISO 8601, as the MySQL pool does.
 */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { backup, DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { fromDbTime, toDbTime } from './times.js';

const STATEMENT_CACHE = 400;
const WHOLE_DATABASE_PAGES = 0x7fff_ffff;

export interface SqliteOpenOptions {
  readonly readonly?: boolean;
  readonly fileMustExist?: boolean;
  /** How long SQLite itself waits for a lock, in ms. */
  readonly timeout?: number;
}

type Row = Record<string, unknown>;

function bindable(value: unknown): unknown {
  if (value instanceof Date) return toDbTime(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}

/** A prepared statement with the members that TypeORM calls. */
export class SqliteStatement {
  /** Whether it answers rows. */
  readonly reader: boolean;
  private readonly names: readonly string[];
  private readonly times: readonly boolean[];
  
  constructor(
    private readonly statement: StatementSyncInstance,
    sql: string,
  ) {
    const columns = statement.columns();
    this.reader = columns.length > 0;
    this.names = columns.map((column) => column.name);
    this.times = columns.map((column) => /^datetime/i.test(column.type ?? ''));
    // An object per row is made here and not by the library, which makes the names anew for every row. What `*` stands for changes with the table.
    if (this.reader && !sql.includes('*')) statement.setReturnArrays(true);
  }

  all(...parameters: unknown[]): Row[] {
    const rows = this.statement.all(...parameters.map(bindable)) as (unknown[] | Row)[];
    return rows.map((row) => (Array.isArray(row) ? this.named(row) : this.converted(row)));
  }

  private named(values: readonly unknown[]): Row {
    const row: Row = {};
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      row[this.names[index] ?? ''] = this.times[index] && typeof value === 'string' ? fromDbTime(value) : value;
    }
    return row;
  }

  private converted(row: Row): Row {
    for (const [index, name] of this.names.entries()) {
      const value = row[name];
      if (this.times[index] && typeof value === 'string') row[name] = fromDbTime(value);
    }
    return row;
  }

  get(...parameters: unknown[]): Row | undefined {
    return this.all(...parameters)[0];
  }

  run(...parameters: unknown[]): { changes: number; lastInsertRowid: number | bigint } {
    return this.statement.run(...parameters.map(bindable));
  }
}

/** One connection to one file. */
export class SqliteConnection {
  private readonly connection: DatabaseSyncInstance;
  private readonly statements = new Map<string, SqliteStatement>();
  private readonly readOnly: boolean;

  constructor(
    readonly file: string,
    options: SqliteOpenOptions = {},
  ) {
    this.readOnly = options.readonly === true;
    this.connection = new DatabaseSync(file, { readOnly: this.readOnly, timeout: options.timeout ?? 5_000 });
  }

  prepare(sql: string): SqliteStatement {
    const text = sql === 'BEGIN TRANSACTION' && !this.readOnly ? 'BEGIN IMMEDIATE' : sql;
    const known = this.statements.get(text);
    if (known) {
      // Put back at the end: the map's order is the order of last use.
      this.statements.delete(text);
      this.statements.set(text, known);
      return known;
    }
    const statement = new SqliteStatement(this.connection.prepare(text), text);
    this.statements.set(text, statement);
    if (this.statements.size > STATEMENT_CACHE) {
      const oldest = this.statements.keys().next().value;
      if (oldest !== undefined) this.statements.delete(oldest);
    }
    return statement;
  }

  exec(sql: string): void {
    this.connection.exec(sql);
  }

  pragma(source: string): unknown[] {
    return this.connection.prepare(`PRAGMA ${source}`).all();
  }

  get isOpen(): boolean {
    return this.connection.isOpen;
  }

  get inTransaction(): boolean {
    return this.connection.isTransaction;
  }

  close(): void {
    this.statements.clear();
    if (this.connection.isOpen) this.connection.close();
  }
}

/** Settings of the connection that writes: an acknowledged commit is on the disk. */
export function prepareWriter(connection: SqliteConnection): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('busy_timeout = 5000');
  prepareBoth(connection);
  // What a person had deleted is written over, not only let go of.
  connection.pragma('secure_delete = ON');
  // Keeps the write-ahead log from staying at the size of its largest burst.
  connection.pragma('journal_size_limit = 67108864');
}

/** Settings of the connection that reads; that it cannot write is the driver's doing, not a setting that SQL could undo. */
export function prepareReader(connection: SqliteConnection): void {
  connection.pragma('busy_timeout = 5000');
  prepareBoth(connection);
}

function prepareBoth(connection: SqliteConnection): void {
  connection.pragma('foreign_keys = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('cache_size = -32000');
  // Under utf8mb4_bin LIKE distinguishes case; SQLite must too, and can then use an index for a prefix.
  connection.pragma('case_sensitive_like = ON');
}

/**
 * Online backup of a database in use. Through a read-only connection of its own and in one step, so that it copies one committed state and the writer goes
 * on meanwhile; under a passing name until it is whole and on the disk.
 */
export async function backupSqlite(file: string, destination: string): Promise<void> {
  await mkdir(dirname(destination), { recursive: true });
  const partial = `${destination}.part`;
  await rm(partial, { force: true });
  const source = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, partial, { rate: WHOLE_DATABASE_PAGES });
  } finally {
    source.close();
  }
  const handle = await open(partial, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, destination);
}

/** Empties the write-ahead log through a connection of its own, which waits for nobody: it would hold up the whole process. False where somebody reads or writes. */
export function foldSqliteLog(file: string): boolean {
  const connection = new DatabaseSync(file, { timeout: 0 });
  try {
    const [outcome] = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all() as { busy: number }[];
    return outcome?.busy === 0;
  } finally {
    connection.close();
  }
}

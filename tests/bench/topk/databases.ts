import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { columns, indexes, schema, type Rows } from './sql.js';

/** Somebody whom a database found. */
export interface Row { readonly id: string; readonly score: number }

/** A database that holds the city. */
export interface Alternative {
  readonly name: 'sqlite' | 'mariadb';
  /** What is said to its planner. */
  readonly hint: string;
  add(rows: Rows): Promise<void> | void;
  /** Everybody has been added: indexes and statistics. */
  ready(): Promise<void>;
  ask(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

type Table = keyof typeof schema;
const widths: Readonly<Record<Table, number>> = { volunteers: columns.length, credentials: 4, absences: 3, held: 5 };
const CACHE_KB = 2_000_000;

interface Statement { run(...values: unknown[]): unknown; all(...values: unknown[]): unknown[] }
interface Connection { prepare(sql: string): Statement; exec(sql: string): void; close(): void }

/** SQLite in this process, all of it in its cache: the driver of the product. */
export function sqliteCity(folder: string): Alternative {
  const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite') as { DatabaseSync: new (file: string) => Connection };
  const connection = new DatabaseSync(path.join(folder, 'topk.sqlite'));
  connection.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -${CACHE_KB}`);
  for (const sql of Object.values(schema)) connection.exec(sql);
  const insert = Object.fromEntries(Object.entries(widths).map(([table, width]) => [table, connection.prepare(`INSERT INTO ${table} VALUES (${Array(width).fill('?').join(', ')})`)])) as Record<Table, Statement>;
  connection.exec('BEGIN');
  return {
    name: 'sqlite', hint: '',
    add: ({ volunteer, credentials, absences, held }) => {
      insert.volunteers.run(...volunteer);
      for (const [table, rows] of [['credentials', credentials], ['absences', absences], ['held', held]] as const) for (const row of rows) insert[table].run(...row);
    },
    ready: () => {
      connection.exec('COMMIT');
      for (const sql of indexes) connection.exec(sql);
      connection.exec('ANALYZE');
      return Promise.resolve();
    },
    ask: (sql) => Promise.resolve(connection.prepare(sql).all() as Row[]),
    close: () => { connection.close(); return Promise.resolve(); },
  };
}

const BATCH = 2000;
/** Of this run alone, so that two do not clash. */
const DATABASE = `kepu_bench_${randomBytes(6).toString('hex')}`;

/** MariaDB at `TEST_MYSQL_URL`; null where nobody answers. The index is forced: left alone, the planner reads the table. */
export async function mariadbCity(): Promise<Alternative | null> {
  const url = process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306';
  const connection = await mysql.createConnection({ uri: url, connectTimeout: 2000 }).catch(() => null);
  if (connection === null) return null;
  await connection.query(`DROP DATABASE IF EXISTS ${DATABASE}`);
  await connection.query(`CREATE DATABASE ${DATABASE} CHARACTER SET ascii COLLATE ascii_bin`);
  await connection.query(`USE ${DATABASE}`);
  for (const sql of Object.values(schema)) await connection.query(sql);
  const waiting: Record<Table, (readonly unknown[])[]> = { volunteers: [], credentials: [], absences: [], held: [] };
  const flush = async (table: Table): Promise<void> => {
    const rows = waiting[table].splice(0);
    if (rows.length > 0) await connection.query(`INSERT INTO ${table} VALUES ?`, [rows]);
  };
  await connection.query('SET unique_checks = 0');
  await connection.query('START TRANSACTION');
  return {
    name: 'mariadb', hint: 'FORCE INDEX (volunteers_cover)',
    add: async ({ volunteer, ...rest }) => {
      waiting.volunteers.push(volunteer);
      for (const table of ['credentials', 'absences', 'held'] as const) waiting[table].push(...rest[table]);
      if (waiting.volunteers.length >= BATCH) for (const table of Object.keys(waiting) as Table[]) await flush(table);
    },
    ready: async () => {
      for (const table of Object.keys(waiting) as Table[]) await flush(table);
      await connection.query('COMMIT');
      for (const sql of indexes) await connection.query(sql);
      for (const table of Object.keys(waiting)) await connection.query(`ANALYZE TABLE ${table}`);
    },
    ask: async (sql) => (await connection.query(sql))[0] as unknown as Row[],
    close: async () => {
      await connection.query(`DROP DATABASE IF EXISTS ${DATABASE}`);
      await connection.end();
    },
  };
}

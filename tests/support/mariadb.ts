import { randomBytes } from 'node:crypto';
import { readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { mysqlUrl } from './engines.js';
import { runFolder } from './run-folder.js';

/** The `DATABASE_URL` of a database on the tests' server. */
export function databaseUrl(name: string): string {
  const url = new URL(mysqlUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Creates an empty database by a name of our own, and notes it for the end of the run. */
export async function createDatabase(): Promise<string> {
  const name = `kepu_test_${randomBytes(6).toString('hex')}`;
  writeFileSync(path.join(runFolder(), `${name}.database`), name);
  await withServer((connection) => connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`));
  return name;
}

/** Drops a database if it is there. */
export async function dropDatabase(name: string): Promise<void> {
  await withServer((connection) => connection.query(`DROP DATABASE IF EXISTS \`${name}\``));
}

/**
 * A copy of a database: one that somebody gave back, with what was changed in it put right, or else a new one. To make two hundred tables takes a busy machine longer than most suites run.
 *
 * @returns the copy's name
 */
export async function copyDatabase(from: string): Promise<string> {
  for (const file of readdirSync(runFolder()).filter((entry) => entry.startsWith(`${from}.`) && entry.endsWith('.free'))) {
    const name = String(file.split('.')[1]);
    try {
      unlinkSync(path.join(runFolder(), file));
    } catch {
      continue; // Another worker was faster.
    }
    if (await withServer((connection) => putRight(connection, from, name))) return name;
    await dropDatabase(name);
  }
  return cloneDatabase(from);
}

/** Gives a copy back for the next who asks. Nobody is connected to it any more. */
export function giveBack(from: string, name: string): void {
  writeFileSync(path.join(runFolder(), `${from}.${name}.free`), '');
}

/**
 * Copies tables, rows and triggers of one database into a new one.
 * The tables' own statements are used, because `CREATE TABLE … LIKE` leaves foreign keys out.
 */
async function cloneDatabase(from: string): Promise<string> {
  const to = await createDatabase();
  await withServer(async (connection) => {
    const { tables, triggers } = await structureOf(connection, from);
    await connection.query(`USE \`${to}\``);
    await connection.query('SET SESSION foreign_key_checks = 0, unique_checks = 0, autocommit = 0');
    for (const statement of tables.values()) await connection.query(statement);
    await fill(connection, from, to, [...tables.keys()]);
    // Last, so that they do not fire on the copy.
    for (const statement of triggers) await connection.query(statement);
  });
  return to;
}

/** Gives a copy the rows of its template again, where they differ. False if its tables do, or what would fire as it is filled. */
async function putRight(connection: mysql.Connection, from: string, to: string): Promise<boolean> {
  const [template, copy] = [await structureOf(connection, from), await structureOf(connection, to)];
  if (template.triggers.length > 0 || JSON.stringify([...template.tables]) !== JSON.stringify([...copy.tables]) || copy.triggers.length > 0) return false;
  const names = [...template.tables.keys()];
  const [sums] = await connection.query<mysql.RowDataPacket[]>(`CHECKSUM TABLE ${names.flatMap((name) => [`\`${from}\`.\`${name}\``, `\`${to}\`.\`${name}\``]).join(', ')}`);
  const sumOf = new Map(sums.map(({ Table, Checksum }) => [String(Table), Number(Checksum)]));
  const changed = names.filter((name) => sumOf.get(`${from}.${name}`) !== sumOf.get(`${to}.${name}`));
  await connection.query('SET SESSION foreign_key_checks = 0, unique_checks = 0, autocommit = 0');
  for (const name of changed) await connection.query(`DELETE FROM \`${to}\`.\`${name}\``);
  await fill(connection, from, to, changed);
  return true;
}

/** Copies the rows of some tables, and commits. */
async function fill(connection: mysql.Connection, from: string, to: string, names: readonly string[]): Promise<void> {
  const [columns] = await connection.query<mysql.RowDataPacket[]>(
    "SELECT TABLE_NAME AS name, COLUMN_NAME AS own FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND EXTRA NOT LIKE '%GENERATED%' ORDER BY ORDINAL_POSITION", [from],
  );
  for (const name of names) {
    const list = columns.filter((column) => column['name'] === name).map(({ own }) => `\`${own}\``).join(', ');
    await connection.query(`INSERT INTO \`${to}\`.\`${name}\` (${list}) SELECT ${list} FROM \`${from}\`.\`${name}\``);
  }
  await connection.query('COMMIT');
}

/** The statements that make a database's tables, by name, and its triggers. */
async function structureOf(connection: mysql.Connection, database: string): Promise<{ tables: Map<string, string>; triggers: string[] }> {
  const tables = new Map<string, string>();
  for (const name of await column(connection, `SHOW FULL TABLES FROM \`${database}\` WHERE Table_type = 'BASE TABLE'`, 0)) {
    const [statement] = await column(connection, `SHOW CREATE TABLE \`${database}\`.\`${name}\``, 1);
    tables.set(name, String(statement));
  }
  const triggers: string[] = [];
  for (const name of await column(connection, `SHOW TRIGGERS FROM \`${database}\``, 0)) {
    const [statement] = await column(connection, `SHOW CREATE TRIGGER \`${database}\`.\`${name}\``, 2);
    triggers.push(String(statement));
  }
  return { tables, triggers };
}

async function column(connection: mysql.Connection, sql: string, index: number): Promise<string[]> {
  const [rows] = await connection.query<mysql.RowDataPacket[][]>({ sql, rowsAsArray: true });
  return rows.map((row) => String(row[index]));
}

async function withServer<T>(work: (connection: mysql.Connection) => Promise<T>): Promise<T> {
  const url = new URL(mysqlUrl);
  url.pathname = '/';
  const connection = await mysql.createConnection({ uri: url.href });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

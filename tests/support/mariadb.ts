import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { mysqlUrl } from './engines.js';
import { runFolder } from './run-folder.js';

/** A name of our own for a throwaway database. */
export const throwawayName = (): string => `kepu_test_${randomBytes(6).toString('hex')}`;

/** The `DATABASE_URL` of a database on the tests' server. */
export function databaseUrl(name: string): string {
  const url = new URL(mysqlUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Creates an empty database, and notes it for the end of the run. */
export async function createDatabase(name: string): Promise<void> {
  writeFileSync(path.join(runFolder(), `${name}.database`), name);
  await withServer((connection) => connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`));
}

/** Drops a database if it is there. */
export async function dropDatabase(name: string): Promise<void> {
  await withServer((connection) => connection.query(`DROP DATABASE IF EXISTS \`${name}\``));
}

/**
 * Copies tables, rows and triggers of one database into a new one.
 * The tables' own statements are used, because `CREATE TABLE … LIKE` leaves foreign keys out.
 */
export async function cloneDatabase(from: string, to: string): Promise<void> {
  await createDatabase(to);
  await withServer(async (connection) => {
    await connection.query(`USE \`${to}\``);
    await connection.query('SET SESSION foreign_key_checks = 0, unique_checks = 0, autocommit = 0');
    const names = await column(connection, `SHOW FULL TABLES FROM \`${from}\` WHERE Table_type = 'BASE TABLE'`, 0);
    for (const name of names) {
      const [statement] = await column(connection, `SHOW CREATE TABLE \`${from}\`.\`${name}\``, 1);
      await connection.query(String(statement));
    }
    for (const name of names) {
      const columns = await column(connection, `SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = '${from}' AND TABLE_NAME = '${name}' AND EXTRA NOT LIKE '%GENERATED%' ORDER BY ORDINAL_POSITION`, 0);
      const list = columns.map((entry) => `\`${entry}\``).join(', ');
      await connection.query(`INSERT INTO \`${name}\` (${list}) SELECT ${list} FROM \`${from}\`.\`${name}\``);
    }
    await connection.query('COMMIT');
    // Last, so that they do not fire on the copy.
    for (const name of await column(connection, `SHOW TRIGGERS FROM \`${from}\``, 0)) {
      const [statement] = await column(connection, `SHOW CREATE TRIGGER \`${from}\`.\`${name}\``, 2);
      await connection.query(String(statement));
    }
  });
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

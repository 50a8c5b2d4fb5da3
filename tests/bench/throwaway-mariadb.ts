import { randomBytes } from 'node:crypto';
import mysql from 'mysql2/promise';
import type { Cell, Sink } from './talents/people.js';

const serverUrl = process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306';

/** A database of its own on the server, dropped at the end. */
export async function withMariaDb<T>(work: (url: string, connection: mysql.Connection) => Promise<T>): Promise<T> {
  const name = `kepu_bench_${randomBytes(6).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const server = new URL(serverUrl);
  server.pathname = '/';
  const connection = await mysql.createConnection({ uri: server.href });
  try {
    await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await connection.query(`USE \`${name}\``);
    return await work(url.href, connection);
  } finally {
    await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await connection.end();
  }
}

/** Rows into it. */
export const sinkOf = (connection: mysql.Connection): Sink => ({
  insert: async (table, columns, rows) => {
    if (rows.length > 0) await connection.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ')}`, rows.flat() as Cell[]);
  },
  read: async (sql) => (await connection.query<mysql.RowDataPacket[]>(sql))[0],
  exec: async (sql) => { await connection.query(sql); },
});

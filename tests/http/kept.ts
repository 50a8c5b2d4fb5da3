import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import mysql from 'mysql2/promise';
import type { TestServer } from '../support/server.js';

/** All that a server keeps, to look for what it must not keep: every row of its database, or every byte of its folder. */
export const keptBy = (server: TestServer): Promise<string> => (server.databaseUrl ? rowsOf(server.databaseUrl) : Promise.resolve(bytesOf(server.dataDir)));

const bytesOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !['demo-accounts.txt', 'demo-messages.txt'].includes(entry.name)).map((entry) => readFileSync(path.join(entry.parentPath, entry.name)).toString('latin1')).join('\n');

const rowsOf = async (url: string): Promise<string> => {
  const connection = await mysql.createConnection({ uri: url });
  try {
    const [tables] = await connection.query<mysql.RowDataPacket[][]>({ sql: 'SHOW TABLES', rowsAsArray: true });
    const parts: string[] = [];
    for (const [table] of tables) parts.push(JSON.stringify((await connection.query(`SELECT * FROM \`${String(table)}\``))[0]));
    return parts.join('\n');
  } finally {
    await connection.end();
  }
};

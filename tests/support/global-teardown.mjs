import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { defaultMysqlUrl } from '../../scripts/steps/mariadb.mjs';

/** Removes the run's folder, and drops every database that one of its suites made and did not live to drop. */
export default async function teardown() {
  const run = process.env.KEPU_TEST_RUN;
  if (!run || !existsSync(run)) return;
  const databases = readdirSync(run).filter((name) => name.endsWith('.database')).map((name) => readFileSync(path.join(run, name), 'utf8'));
  if (databases.length > 0) {
    const connection = await mysql.createConnection({ uri: process.env.TEST_MYSQL_URL ?? defaultMysqlUrl });
    for (const name of databases) await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await connection.end();
  }
  rmSync(run, { recursive: true, force: true });
}

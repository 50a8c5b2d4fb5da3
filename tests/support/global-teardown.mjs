import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { defaultMysqlUrl } from '../../scripts/steps/mariadb.mjs';

/** At the end of a run of one stage. */
export default async function teardown() {
  if (process.env.KEPU_TEST_RUN && process.env.KEPU_TEST_RUN_ENDS === 'here') await removeRun(process.env.KEPU_TEST_RUN);
}

/**
 * Removes the run's folder, and drops every database that one of its suites made and did not live to drop.
 *
 * @param {string} run
 */
export async function removeRun(run) {
  if (!existsSync(run)) return;
  const databases = readdirSync(run).filter((name) => name.endsWith('.database')).map((name) => readFileSync(path.join(run, name), 'utf8'));
  if (databases.length > 0) {
    const connection = await mysql.createConnection({ uri: process.env.TEST_MYSQL_URL ?? defaultMysqlUrl });
    for (const name of databases) await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await connection.end();
  }
  rmSync(run, { recursive: true, force: true });
}

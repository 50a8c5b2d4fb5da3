import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultMysqlUrl, mysqlAnswers } from '../../scripts/steps/mariadb.mjs';

// Jest loads this file without its transforms, and hands on to the workers what stands in the environment.

/** Chooses the engines, which `describe` cannot wait for, and makes the folder that the workers share their templates in; a run of several stages has made one for all of them. */
export default async function setup() {
  if (!process.env.KEPU_TEST_RUN) {
    process.env.KEPU_TEST_RUN = mkdtempSync(path.join(tmpdir(), 'kepu-run-'));
    process.env.KEPU_TEST_RUN_ENDS = 'here';
  }
  if (process.env.KEPU_TEST_DATABASES) return;
  const url = process.env.TEST_MYSQL_URL ?? defaultMysqlUrl;
  const answers = await mysqlAnswers(url);
  if (!answers && process.env.CI === 'true') throw new Error(`No MariaDB answers at ${new URL(url).host}; with CI=true that is a failure.`);
  if (!answers) console.error(`No MariaDB answers at ${new URL(url).host}: these suites run on SQLite only.`);
  process.env.KEPU_TEST_DATABASES = answers ? 'sqlite,mariadb' : 'sqlite';
}

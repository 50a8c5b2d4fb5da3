import { defaultMysqlUrl } from '../../scripts/steps/mariadb.mjs';

/** The two engines that every suite over HTTP runs on. */
export type Engine = 'sqlite' | 'mariadb';

/** Address of the MariaDB server that gives each test server a database of its own. */
export const mysqlUrl = process.env['TEST_MYSQL_URL'] ?? defaultMysqlUrl;

/** The engines at hand; SQLite always. */
export function engines(): Engine[] {
  const named = (process.env['KEPU_TEST_DATABASES'] ?? 'sqlite').split(',');
  return named.filter((name): name is Engine => name === 'sqlite' || name === 'mariadb');
}

/** Describes a suite once for each engine at hand: `eachDatabase('plans', (database) => { … })`. */
export function eachDatabase(name: string, suite: (database: Engine) => void): void {
  for (const database of engines()) describe(`${name} on ${database}`, () => suite(database));
}

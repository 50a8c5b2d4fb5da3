/**
 * A fresh database for a test, on both engines: a temporary SQLite file, and a database of its own on the MariaDB at TEST_MYSQL_URL, dropped afterwards.
 *
 * ```ts
 * eachDatabase('plans', (makeDb) => {
 *   it('…', async () => {
 *     const { database, unitOfWork } = await makeDb({ entities: [PlanEntity], migrations });
 *   });
 * });
 * ```
 * Where no MariaDB answers, its half is left out with one line that says so; with CI=true that is a failure.
 */
import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { Database, migrate, openDatabase, UnitOfWork } from '../src/platform/database/index.js';
import type { DatabaseConfig, EntityClass, OpenDatabase, UnitOfWorkLimits } from '../src/platform/database/index.js';
import type { MigrationClass } from '../src/migrations/index.js';

export const TEST_MYSQL_URL = process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306';

export type TestEngine = 'sqlite' | 'mariadb';

export interface TestDatabase {
  readonly opened: OpenDatabase;
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly config: DatabaseConfig;
  /** Opens the same database once more, as a second process would; closed with the first. */
  again(limits?: Partial<UnitOfWorkLimits>): Promise<TestDatabase>;
}

export interface TestDatabaseOptions {
  readonly entities: readonly EntityClass[];
  readonly migrations?: readonly MigrationClass[];
  readonly limits?: Partial<UnitOfWorkLimits>;
  readonly poolSize?: number;
}

export type MakeDb = (options: TestDatabaseOptions) => Promise<TestDatabase>;

type CleanUp = () => Promise<void>;

async function freshConfig(engine: TestEngine, poolSize: number, cleanUps: CleanUp[]): Promise<DatabaseConfig> {
  if (engine === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'kepu-test-'));
    cleanUps.push(() => rm(folder, { recursive: true, force: true }));
    return { kind: 'sqlite', file: join(folder, 'test.sqlite') };
  }
  const name = `kepu_test_${randomBytes(6).toString('hex')}`;
  const admin = await mysql.createConnection(TEST_MYSQL_URL);
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  cleanUps.push(async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await admin.end();
  });
  const url = new URL(TEST_MYSQL_URL);
  url.pathname = `/${name}`;
  return { kind: 'mariadb', url: url.toString(), poolSize };
}

async function openTest(config: DatabaseConfig, options: TestDatabaseOptions, cleanUps: CleanUp[]): Promise<TestDatabase> {
  const opened = await openDatabase(config, options.entities);
  cleanUps.push(() => opened.close());
  const unitOfWork = new UnitOfWork(opened, options.limits);
  return {
    opened,
    unitOfWork,
    config,
    database: new Database(opened, unitOfWork),
    again: (limits) => openTest(config, { ...options, ...(limits ? { limits } : {}) }, cleanUps),
  };
}

/** A maker of databases that are closed and removed after the test file's surrounding `describe`. */
function maker(engine: TestEngine): MakeDb {
  const cleanUps: CleanUp[] = [];
  afterAll(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  });
  return async (options) => {
    const config = await freshConfig(engine, options.poolSize ?? 10, cleanUps);
    const made = await openTest(config, options, cleanUps);
    if (options.migrations) await migrate(made.opened, options.migrations, { now: () => new Date() });
    return made;
  };
}

/** Jest wants to know the tests at once, so this asks in a process of its own and waits for it. */
function mariadbAnswers(): boolean {
  const { hostname, port } = new URL(TEST_MYSQL_URL);
  const probe = `const s=require('net').connect(${Number(port || 3306)},${JSON.stringify(hostname)});
    s.once('data',()=>process.exit(0));s.once('error',()=>process.exit(1));setTimeout(()=>process.exit(1),3000)`;
  try {
    execFileSync(process.execPath, ['-e', probe], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Describes the same thing on SQLite and on MariaDB. */
export function eachDatabase(name: string, body: (makeDb: MakeDb, engine: TestEngine) => void): void {
  describe(`${name} (sqlite)`, () => body(maker('sqlite'), 'sqlite'));
  onMariadb(name, (makeDb) => body(makeDb, 'mariadb'));
}

export function onSqlite(name: string, body: (makeDb: MakeDb) => void): void {
  describe(`${name} (sqlite)`, () => body(maker('sqlite')));
}

export function onMariadb(name: string, body: (makeDb: MakeDb) => void): void {
  const title = `${name} (mariadb)`;
  if (mariadbAnswers()) {
    describe(title, () => body(maker('mariadb')));
  } else if (process.env['CI'] === 'true') {
    it(`${title} needs a MariaDB at TEST_MYSQL_URL`, () => {
      throw new Error(`No MariaDB answers at ${new URL(TEST_MYSQL_URL).host}; with CI=true that is a failure`);
    });
  } else {
    // Not described, rather than skipped: a skipped test counts as failed, and a machine without a server is no failure.
    process.stderr.write(`No MariaDB answers at ${new URL(TEST_MYSQL_URL).host}: "${title}" was not tested.\n`);
  }
}

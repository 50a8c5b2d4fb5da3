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
 * Where no MariaDB answers, its half is left out: the run says so (tests/support/global-setup.mjs), and with CI=true that is a failure.
 */
import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { engines, type Engine } from '../../../tests/support/engines.js';
import { copyDatabase, createDatabase, databaseUrl, dropDatabase, giveBack } from '../../../tests/support/mariadb.js';
import { onceInRun, runFolder } from '../../../tests/support/run-folder.js';
import { Database, migrate, openDatabase, UnitOfWork } from '../src/platform/database/index.js';
import type { DatabaseConfig, EntityClass, OpenDatabase, UnitOfWorkLimits } from '../src/platform/database/index.js';
import type { MigrationClass } from '../src/migrations/index.js';

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

/** That a busy machine makes a unit wait is no finding: who tests a limit sets it. */
const PATIENT: Partial<UnitOfWorkLimits> = { unitMs: 60_000, totalMs: 60_000, queueMs: 60_000 };

/** An empty database, or a copy of one that exists. */
async function freshConfig(engine: Engine, poolSize: number, cleanUps: CleanUp[], template?: DatabaseConfig): Promise<DatabaseConfig> {
  if (engine === 'sqlite') {
    const folder = await mkdtemp(join(runFolder(), 'database-'));
    cleanUps.push(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'test.sqlite');
    if (template?.kind === 'sqlite') await copyFile(template.file, file);
    return { kind: 'sqlite', file };
  }
  const from = template && template.kind !== 'sqlite' ? new URL(template.url).pathname.slice(1) : null;
  const name = await (from ? copyDatabase(from) : createDatabase());
  cleanUps.push(async () => from ? giveBack(from, name) : dropDatabase(name));
  return { kind: 'mariadb', url: databaseUrl(name), poolSize };
}

/** What these migrations make of an empty database is made once in a run, and copied: it takes a tenth of the time of two hundred changes. */
function templateOf(engine: Engine, migrations: readonly MigrationClass[]): Promise<DatabaseConfig> {
  const names = createHash('sha256').update(migrations.map(({ name }) => name).join('\n')).digest('hex').slice(0, 12);
  return onceInRun(`migrated-${engine}-${names}`, async () => {
    // It ends with the run, and not with the suite that made it.
    const config = await freshConfig(engine, 1, []);
    const opened = await openDatabase(config, []);
    await migrate(opened, migrations, { now: () => new Date() });
    // SQLite's log goes when the statements of a closed connection are collected, at any time: what is copied must stand in the file alone.
    if (!new Database(opened, new UnitOfWork(opened)).foldLog()) throw new Error('The log of a template could not be emptied');
    await opened.close();
    return config;
  });
}

async function openTest(config: DatabaseConfig, options: TestDatabaseOptions, cleanUps: CleanUp[]): Promise<TestDatabase> {
  const opened = await openDatabase(config, options.entities);
  cleanUps.push(() => opened.close());
  const unitOfWork = new UnitOfWork(opened, { ...PATIENT, ...options.limits });
  return {
    opened,
    unitOfWork,
    config,
    database: new Database(opened, unitOfWork),
    again: (limits) => openTest(config, { ...options, ...(limits ? { limits } : {}) }, cleanUps),
  };
}

/** A maker of databases that are closed and removed after the test file's surrounding `describe`. */
function maker(engine: Engine): MakeDb {
  const cleanUps: CleanUp[] = [];
  afterAll(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  });
  return async (options) => {
    const template = options.migrations && (await templateOf(engine, options.migrations));
    return openTest(await freshConfig(engine, options.poolSize ?? 10, cleanUps, template), options, cleanUps);
  };
}

/** Describes the same thing on SQLite and on MariaDB. */
export function eachDatabase(name: string, body: (makeDb: MakeDb, engine: Engine) => void): void {
  describe(`${name} (sqlite)`, () => body(maker('sqlite'), 'sqlite'));
  onMariadb(name, (makeDb) => body(makeDb, 'mariadb'));
}

export function onSqlite(name: string, body: (makeDb: MakeDb) => void): void {
  describe(`${name} (sqlite)`, () => body(maker('sqlite')));
}

/** Where no MariaDB answers nothing is described, rather than skipped: a skipped test counts as failed, and a machine without a server is no failure. */
export function onMariadb(name: string, body: (makeDb: MakeDb) => void): void {
  if (engines().includes('mariadb')) describe(`${name} (mariadb)`, () => body(maker('mariadb')));
}

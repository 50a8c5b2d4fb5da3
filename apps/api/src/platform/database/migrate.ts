/**
 * Brings the schema up to date. One migrator at a time: on SQLite each migration is a transaction that looks once more, on MariaDB and MySQL a lock row with
 * a lease stands in the database (GET_LOCK would hold on one node of a cluster only), and a migrator that was killed frees it within `LEASE_MS`.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type QueryRunner } from 'typeorm';
import { mysqlOptions, type OpenDatabase } from './data-source.js';

const LEASE_MS = 15_000;
const RENEW_MS = 4_000;
const POLL_MS = 250;

const APPLIED_TABLE = 'CREATE TABLE IF NOT EXISTS schema_migrations (name varchar(120) NOT NULL PRIMARY KEY, applied_at datetime(3) NOT NULL)';
const LOCK_TABLE = 'CREATE TABLE IF NOT EXISTS schema_lock (id int NOT NULL PRIMARY KEY, owner varchar(120) NULL, lease_until datetime(3) NULL)';
const MIGRATION_NAME = /^[A-Z][A-Za-z0-9]*?(\d{13})$/;

/** What is needed here of `Migration` in migrations/dsl.ts, which stands above this folder. */
export interface MigrationStep {
  /** Of the class: ends in 13 digits. */
  readonly name: string;
  apply(runner: QueryRunner): Promise<void>;
}

export type MigrationStepClass = new () => MigrationStep;

export interface MigrateOptions {
  readonly now: () => Date;
  /** How long to wait for another migrator. */
  readonly waitMs?: number;
}

/** Another process has been migrating for longer than this one was willing to wait. */
export class MigrationLocked extends Error {}

/** @throws where a name does not end in 13 digits, or the order is not that of the digits */
function checkOrder(steps: readonly MigrationStep[]): void {
  let last = 0;
  for (const { name } of steps) {
    const digits = MIGRATION_NAME.exec(name)?.[1];
    if (!digits) throw new Error(`Migration ${name}: the class name must end in the 13 digits of its file`);
    if (Number(digits) <= last) throw new Error(`Migration ${name} does not come after the one before it`);
    last = Number(digits);
  }
}

async function appliedNames(source: DataSource | QueryRunner): Promise<Set<string>> {
  const rows = (await source.query('SELECT name FROM schema_migrations')) as { name: string }[];
  return new Set(rows.map((row) => row.name));
}

/** Names of the migrations that the database lacks. */
export async function pendingMigrations(opened: OpenDatabase, migrations: readonly MigrationStepClass[]): Promise<string[]> {
  await opened.writer.query(APPLIED_TABLE);
  const applied = await appliedNames(opened.writer);
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}

/** Applies what is missing, in order, and answers its names. Called before units of work begin. */
export async function migrate(opened: OpenDatabase, migrations: readonly MigrationStepClass[], options: MigrateOptions): Promise<string[]> {
  const steps = migrations.map((Step) => new Step());
  checkOrder(steps);
  await opened.writer.query(APPLIED_TABLE);
  if (!opened.server) return applyAll(opened.writer, steps, (runner, step) => applyOnSqlite(runner, step, options.now()));
  const source = await openMigrationSource(opened);
  try {
    return await withLock(source, options.waitMs ?? 60_000, () => applyAll(source, steps, (runner, step) => applyOnMysql(runner, step, options.now())));
  } finally {
    await source.destroy();
  }
}

/** Connections without a limit on a statement: changing a large table takes longer than any request may. */
async function openMigrationSource({ config, server, statements }: OpenDatabase): Promise<DataSource> {
  if (config.kind === 'sqlite' || !server) throw new Error('SQLite migrates on its writer');
  const limits = { poolSize: 2, statementTimeoutMs: 0 };
  return new DataSource(mysqlOptions(config.url, limits, [], statements, server)).initialize();
}

async function applyAll(
  source: DataSource,
  steps: readonly MigrationStep[],
  apply: (runner: QueryRunner, step: MigrationStep) => Promise<boolean>,
): Promise<string[]> {
  const applied = await appliedNames(source);
  const done: string[] = [];
  for (const step of steps.filter(({ name }) => !applied.has(name))) {
    const runner = source.createQueryRunner();
    try {
      if (await apply(runner, step)) done.push(step.name);
    } catch (error) {
      throw new Error(`Migration ${step.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    } finally {
      await runner.release();
    }
  }
  return done;
}

async function applyOnSqlite(runner: QueryRunner, step: MigrationStep, at: Date): Promise<boolean> {
  // Copying a table would otherwise cascade. SQLite ignores this inside a transaction.
  await runner.query('PRAGMA foreign_keys = OFF');
  try {
    await runner.query('BEGIN IMMEDIATE');
    try {
      const applied = await applyOnce(runner, step, at);
      await runner.query('COMMIT');
      return applied;
    } catch (error) {
      await runner.query('ROLLBACK');
      throw error;
    }
  } finally {
    await runner.query('PRAGMA foreign_keys = ON');
  }
}

async function applyOnce(runner: QueryRunner, step: MigrationStep, at: Date): Promise<boolean> {
  // Another process may have applied it while this one waited for the write lock.
  if ((await appliedNames(runner)).has(step.name)) return false;
  await step.apply(runner);
  const broken = (await runner.query('PRAGMA foreign_key_check')) as unknown[];
  if (broken.length > 0) throw new Error(`${broken.length} rows refer to rows that do not exist`);
  await record(runner, step, at);
  return true;
}

async function applyOnMysql(runner: QueryRunner, step: MigrationStep, at: Date): Promise<boolean> {
  await step.apply(runner);
  await record(runner, step, at);
  return true;
}

async function record(runner: QueryRunner, step: MigrationStep, at: Date): Promise<void> {
  await runner.query('INSERT INTO schema_migrations (name, applied_at) VALUES (?, ?)', [step.name, at]);
}

/** The lease is measured by the database's clock: the machines' clocks may differ. */
async function withLock<T>(source: DataSource, waitMs: number, fn: () => Promise<T>): Promise<T> {
  const owner = `${hostname().slice(0, 60)}:${process.pid}:${randomUUID()}`;
  await source.query(LOCK_TABLE);
  await source.query('INSERT IGNORE INTO schema_lock (id, owner, lease_until) VALUES (1, NULL, NULL)');
  await acquire(source, owner, waitMs);
  const renewal = setInterval(() => {
    source.query(`UPDATE schema_lock SET lease_until = ${leaseEnd} WHERE id = 1 AND owner = ?`, [owner]).catch(() => undefined);
  }, RENEW_MS);
  try {
    return await fn();
  } finally {
    clearInterval(renewal);
    await source.query('UPDATE schema_lock SET owner = NULL, lease_until = NULL WHERE id = 1 AND owner = ?', [owner]);
  }
}

const leaseEnd = `UTC_TIMESTAMP(3) + INTERVAL ${LEASE_MS / 1_000} SECOND`;

async function acquire(source: DataSource, owner: string, waitMs: number): Promise<void> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const { affectedRows } = (await source.query(
      `UPDATE schema_lock SET owner = ?, lease_until = ${leaseEnd} WHERE id = 1 AND (owner IS NULL OR lease_until < UTC_TIMESTAMP(3))`,
      [owner],
    )) as { affectedRows: number };
    if (affectedRows === 1) return;
    if (performance.now() > deadline) {
      const [row] = (await source.query('SELECT owner FROM schema_lock WHERE id = 1')) as { owner: string | null }[];
      throw new MigrationLocked(`Another process is migrating this database: ${row?.owner ?? 'unknown'} (host:pid:run). Wait for it, or end it, and start again.`);
    }
    await sleep(POLL_MS);
  }
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { childSource, spawnSource } from '../../../test-support/children.js';
import { DatabaseSync } from '@photostructure/sqlite';
import { openDatabase } from './data-source.js';
import { Database, DatabaseBusy, DatabaseUnavailable, translateDbError, UnitOfWork } from './index.js';
import { backupSqlite, prepareReader, prepareWriter, SqliteConnection } from './sqlite-adapter.js';

const KILLS = 16;

describe('the SQLite adapter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kepu-test-'));
  const opened: SqliteConnection[] = [];
  let files = 0;
  const freshFile = (): string => join(folder, `${(files += 1)}.sqlite`);
  const connect = (file: string, options: { readonly?: boolean; timeout?: number } = {}): SqliteConnection => {
    const connection = new SqliteConnection(file, options);
    (options.readonly ? prepareReader : prepareWriter)(connection);
    opened.push(connection);
    return connection;
  };
  afterAll(() => {
    for (const connection of opened) connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('needs no install script: the library is prebuilt inside the package', () => {
    const require = createRequire(__filename);
    const manifest = require.resolve('@photostructure/sqlite/package.json');
    const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies)).toContain('node-gyp-build');
    const loader = createRequire(manifest)('node-gyp-build') as { path(folder: string): string };
    expect(loader.path(dirname(manifest))).toContain('prebuilds');
  });

  it('writes through to the disk before it answers', async () => {
    const database = await openDatabase({ kind: 'sqlite', file: freshFile() }, []);
    const setting = async (name: string) => Object.values((await database.writer.query<object[]>(`PRAGMA ${name}`))[0] ?? {})[0] as unknown;
    expect(await setting('journal_mode')).toBe('wal');
    expect(await setting('synchronous')).toBe(2);
    expect(await setting('foreign_keys')).toBe(1);
    expect(await setting('busy_timeout')).toBe(5_000);
    await database.close();
  });

  it('enforces read-only, against pragmas too', async () => {
    const database = await openDatabase({ kind: 'sqlite', file: freshFile() }, []);
    await database.writer.query('CREATE TABLE t (a int)');
    const refused = async (sql: string): Promise<unknown> => database.reader?.query(sql).catch((error: unknown) => translateDbError(error, database.writer));
    for (const sql of ['INSERT INTO t VALUES (1)', 'DELETE FROM t', 'CREATE TABLE u (a int)', 'DROP TABLE t', 'PRAGMA user_version = 7']) {
      expect(await refused(sql)).toBeInstanceOf(DatabaseUnavailable);
    }
    await database.reader?.query('PRAGMA query_only = 0');
    expect(await refused('INSERT INTO t VALUES (1)')).toBeInstanceOf(DatabaseUnavailable);
    expect(await database.writer.query('SELECT * FROM t')).toEqual([]);
    await database.close();
  });

  it('recovers after BUSY in a prepared statement', () => {
    const file = freshFile();
    const [first, second] = [connect(file), connect(file)];
    first.exec('CREATE TABLE t (a int)');
    second.pragma('busy_timeout = 20');
    const insert = second.prepare('INSERT INTO t VALUES (?)');
    first.exec('BEGIN IMMEDIATE');
    for (let times = 0; times < 3; times++) expect(() => insert.run(1)).toThrow('locked');
    expect(() => second.prepare('BEGIN TRANSACTION').run()).toThrow('locked');
    expect(second.inTransaction).toBe(false);
    first.exec('COMMIT');
    for (let times = 0; times < 3; times++) insert.run(times);
    expect(first.prepare('SELECT COUNT(*) AS n FROM t').get()).toEqual({ n: 3 });
  });

  it('recovers after BUSY_SNAPSHOT in a prepared statement', () => {
    const file = freshFile();
    const [first, second] = [connect(file), connect(file)];
    first.exec('CREATE TABLE t (a int)');
    second.pragma('busy_timeout = 20');
    const insert = second.prepare('INSERT INTO t VALUES (?)');
    const read = second.prepare('SELECT COUNT(*) AS n FROM t');
    for (let times = 0; times < 3; times++) {
      second.exec('BEGIN DEFERRED');
      read.get();
      first.exec('INSERT INTO t VALUES (0)');
      expect(() => insert.run(1)).toThrow(expect.objectContaining({ errcode: 517 }));
      second.exec('ROLLBACK');
      insert.run(2);
    }
    expect(read.get()).toEqual({ n: 6 });
  });

  it('reports BUSY as such, and the unit of work goes on afterwards', async () => {
    const file = freshFile();
    const database = await openDatabase({ kind: 'sqlite', file }, []);
    const unitOfWork = new UnitOfWork(database);
    await database.writer.query('CREATE TABLE t (a int)');
    await database.writer.query('PRAGMA busy_timeout = 20');
    const insert = () => unitOfWork.run(async () => unitOfWork.manager?.query('INSERT INTO t VALUES (1)'));
    const intruder = connect(file);
    intruder.exec('BEGIN IMMEDIATE');
    await expect(insert()).rejects.toBeInstanceOf(DatabaseBusy);
    intruder.exec('ROLLBACK');
    await insert();
    expect(await database.reader?.query('SELECT a FROM t')).toEqual([{ a: 1 }]);
    await database.close();
  });

  it('reports a full disk, keeps what was written before, and goes on when there is room again', async () => {
    const database = await openDatabase({ kind: 'sqlite', file: freshFile() }, []);
    const unitOfWork = new UnitOfWork(database);
    await database.writer.query('CREATE TABLE t (a text)');
    const insert = (size: number) => unitOfWork.run(async () => unitOfWork.manager?.query('INSERT INTO t VALUES (?)', ['x'.repeat(size)]));
    await insert(1_000);
    await database.writer.query('PRAGMA max_page_count = 20');
    await expect(insert(1_000_000)).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(await database.reader?.query('SELECT LENGTH(a) AS n FROM t')).toEqual([{ n: 1_000 }]);
    await database.writer.query('PRAGMA max_page_count = 100000');
    await insert(1_000_000);
    expect(await database.reader?.query('SELECT COUNT(*) AS n FROM t')).toEqual([{ n: 2 }]);
    expect(await database.writer.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await database.close();
  });

  it('begins a writing transaction at once, and a reading one when it reads', () => {
    const file = freshFile();
    const [writer, reader, other] = [connect(file), connect(file, { readonly: true }), connect(file)];
    other.pragma('busy_timeout = 20');
    writer.prepare('BEGIN TRANSACTION').run();
    expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('locked');
    writer.exec('COMMIT');
    reader.prepare('BEGIN TRANSACTION').run();
    other.exec('BEGIN IMMEDIATE');
    other.exec('COMMIT');
    reader.exec('COMMIT');
  });

  it('keeps a prepared statement right when the table changes under it', () => {
    const connection = connect(freshFile());
    connection.exec('CREATE TABLE t (a int)');
    connection.exec('INSERT INTO t VALUES (1)');
    expect(connection.prepare('SELECT * FROM t').all()).toEqual([{ a: 1 }]);
    connection.exec('ALTER TABLE t ADD COLUMN b int');
    expect(connection.prepare('SELECT * FROM t').all()).toEqual([{ a: 1, b: null }]);
    for (let number = 0; number < 1_000; number++) connection.prepare(`SELECT ${number} AS n`).get();
    expect(connection.prepare('SELECT * FROM t').all()).toEqual([{ a: 1, b: null }]);
  });

  it('backs up a database in use: one committed state, whole', async () => {
    const file = freshFile();
    const database = await openDatabase({ kind: 'sqlite', file }, []);
    const unitOfWork = new UnitOfWork(database);
    await database.writer.query('CREATE TABLE halves (unit int, half int, padding text)');
    let going = true;
    const writing = (async () => {
      for (let unit = 0; going; unit++) {
        await unitOfWork.run(async () => {
          for (const half of [1, 2]) await unitOfWork.manager?.query('INSERT INTO halves VALUES (?, ?, ?)', [unit, half, 'x'.repeat(4_000)]);
        });
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const copies = [freshFile(), freshFile(), freshFile()];
    const backups = new Database(database, unitOfWork);
    for (const copy of copies) await backups.backupTo(copy);
    going = false;
    await writing;
    for (const copy of copies) {
      const restored = connect(copy);
      expect(restored.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      const [row] = restored.prepare('SELECT COUNT(*) AS n, COUNT(DISTINCT unit) AS units FROM halves').all();
      expect(row?.['n']).toBe(2 * Number(row?.['units']));
      expect(Number(row?.['units'])).toBeGreaterThan(0);
    }
    await expect(backupSqlite(join(folder, 'missing.sqlite'), freshFile())).rejects.toThrow();
    await database.close();
  });

  it(`loses nothing acknowledged, and no half of a unit, in ${KILLS} times kill -9`, async () => {
    const file = freshFile();
    const acknowledged: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const child = spawnSource(childSource('writing-child'), [file, String(kill * 1_000_000)]);
      const enough = 1 + Math.floor(Math.random() * 60);
      let seen = 0;
      let reached: () => void = () => undefined;
      const wroteEnough = new Promise<void>((resolve) => (reached = resolve));
      child.lines.on('line', (line) => {
        acknowledged.push(Number(line));
        if ((seen += 1) === enough) reached();
      });
      await wroteEnough;
      await child.kill();
    }
    const survivor = new DatabaseSync(file);
    expect(survivor.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    const rows = survivor.prepare('SELECT unit, COUNT(*) AS halves FROM halves GROUP BY unit').all() as { unit: number; halves: number }[];
    survivor.close();
    expect(rows.filter(({ halves }) => halves !== 2)).toEqual([]);
    const present = new Set(rows.map(({ unit }) => unit));
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
    expect(acknowledged.filter((unit) => !present.has(unit))).toEqual([]);
  }, 120_000);
});

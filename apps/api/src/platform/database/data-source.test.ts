import mysql from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { mysqlUrl } from '../../../../../tests/support/engines.js';
import { eachDatabase, onMariadb, type TestDatabase } from '../../../test-support/databases.js';
import { ClockZoneRefused, databaseConfigOf, mysqlOptions, openDatabase, refuseShiftedClock } from './data-source.js';
import { DatabaseBusy, DatabaseUnavailable, ForeignKeyViolation, fromDbTime, newId, toDbTime, translateDbError, ValueRefused } from './index.js';
import { mysqlDriver } from './mysql-pool.js';
import { detectServer } from './server-info.js';
import { Statements } from './statements.js';

describe('the address of the database', () => {
  it('tells the engine', () => {
    expect(databaseConfigOf(undefined, '/data/kepu.sqlite')).toEqual({ kind: 'sqlite', file: '/data/kepu.sqlite' });
    expect(databaseConfigOf('file:/x/y.sqlite', '/data/kepu.sqlite')).toEqual({ kind: 'sqlite', file: '/x/y.sqlite' });
    expect(databaseConfigOf('mysql://a:b@db/kepu', '', 7)).toEqual({ kind: 'mysql', url: 'mysql://a:b@db/kepu', poolSize: 7 });
    expect(() => databaseConfigOf('postgres://db/kepu', '')).toThrow('DATABASE_URL');
  });

  it('is taken apart with its escaped characters', () => {
    const server = { kind: 'mariadb', version: '10.11.18-MariaDB', galera: false } as const;
    const limits = { poolSize: 3, statementTimeoutMs: 1_000 };
    expect(mysqlOptions('mariadb://k%40pu:p%2Fw%3A@db.example:3307/kepu?ssl=true', limits, [], new Statements(), server)).toMatchObject({
      type: 'mariadb', host: 'db.example', port: 3307, username: 'k@pu', password: 'p/w:', database: 'kepu', ssl: { rejectUnauthorized: true }, poolSize: 3,
    });
  });
});

describe('times', () => {
  it('are the same text in and out, to the millisecond', () => {
    const instant = new Date('2026-02-28T23:59:59.007Z');
    expect(toDbTime(instant)).toBe('2026-02-28 23:59:59.007');
    expect(toDbTime('2026-02-28T23:59:59.007Z')).toBe('2026-02-28 23:59:59.007');
    expect(toDbTime('2026-02-28 23:59:59.007')).toBe('2026-02-28 23:59:59.007');
    expect(fromDbTime('2026-02-28 23:59:59.007')).toBe('2026-02-28T23:59:59.007Z');
    expect(fromDbTime('2026-02-28 23:59:59')).toBe('2026-02-28T23:59:59.000Z');
    expect(fromDbTime('2026-02-28T23:59:59.007Z')).toBe('2026-02-28T23:59:59.007Z');
    expect(fromDbTime(instant)).toBe('2026-02-28T23:59:59.007Z');
  });
});

describe('ids', () => {
  it('are UUIDv7 and sort in the order in which they were made', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

eachDatabase('errors of the driver', (makeDb, engine) => {
  const failing = async ({ opened, unitOfWork }: TestDatabase, sql: string): Promise<unknown> => {
    const { manager } = opened.writer;
    const outside: unknown = await manager.query(sql).catch((error: unknown) => translateDbError(error, opened.writer));
    const inside: unknown = await unitOfWork.run(async () => unitOfWork.manager?.query(sql)).catch((error: unknown) => error);
    expect((inside as Error).constructor).toBe((outside as Error).constructor);
    return inside;
  };

  it('come out typed, the same on both', async () => {
    const made = await makeDb({ entities: [] });
    await made.opened.writer.query('CREATE TABLE parents (id varchar(36) NOT NULL PRIMARY KEY, name varchar(5) NOT NULL)');
    await made.opened.writer.query(
      'CREATE TABLE children (id varchar(36) NOT NULL PRIMARY KEY, parent_id varchar(36) NOT NULL, CONSTRAINT fk_children_parent_id FOREIGN KEY (parent_id) REFERENCES parents (id) ON DELETE RESTRICT)',
    );
    await made.opened.writer.query('CREATE UNIQUE INDEX uq_parents_name ON parents (name)');
    await made.opened.writer.query("INSERT INTO parents VALUES ('1', 'one')");
    await made.opened.writer.query("INSERT INTO children VALUES ('c', '1')");
    expect(await failing(made, "INSERT INTO parents VALUES ('2', 'one')")).toMatchObject({ name: 'UniqueViolation', constraint: 'uq_parents_name' });
    const primary = await failing(made, "INSERT INTO parents VALUES ('1', 'two')");
    expect(primary).toMatchObject({ name: 'UniqueViolation', constraint: engine === 'mariadb' ? 'PRIMARY' : 'uq_parents_id' });
    for (const sql of ["INSERT INTO children VALUES ('d', 'none')", "DELETE FROM parents WHERE id = '1'"]) {
      const error = await failing(made, sql);
      expect(error).toBeInstanceOf(ForeignKeyViolation);
      expect(error).toMatchObject({ constraint: engine === 'mariadb' ? 'fk_children_parent_id' : null });
    }
    expect(await failing(made, "INSERT INTO parents VALUES ('3', NULL)")).toBeInstanceOf(ValueRefused);
    if (engine === 'mariadb') expect(await failing(made, "INSERT INTO parents VALUES ('3', 'much too long')")).toBeInstanceOf(ValueRefused);
  });

  it('leave alone what is no error of the database', async () => {
    const { unitOfWork } = await makeDb({ entities: [] });
    class OurRefusal extends Error {}
    await expect(unitOfWork.run(() => Promise.reject(new OurRefusal()))).rejects.toBeInstanceOf(OurRefusal);
  });
});

onMariadb('the pool', (makeDb) => {
  it('finds out by itself which server it is', async () => {
    expect(await detectServer(mysqlUrl)).toMatchObject({ kind: 'mariadb', galera: false });
    const { config } = await makeDb({ entities: [] });
    if (config.kind === 'sqlite') throw new Error('a server was asked for');
    const opened = await openDatabase({ ...config, kind: 'mysql' }, []);
    expect(opened.kind).toBe('mariadb');
    expect(opened.writer.options.type).toBe('mariadb');
    await opened.close();
  });

  it('sets every connection to UTC, strict, READ COMMITTED and bounded waits', async () => {
    const { opened } = await makeDb({ entities: [], poolSize: 3 });
    const settings = () =>
      opened.writer.query<unknown[]>(
        'SELECT @@time_zone AS zone, @@tx_isolation AS isolation, @@innodb_lock_wait_timeout AS lockWait, @@max_statement_time + 0 AS statement, LOCATE("STRICT_TRANS_TABLES", @@sql_mode) > 0 AS strict, @@collation_connection AS collation, SLEEP(0.05) AS held',
      );
    const rows = (await Promise.all([settings(), settings(), settings()])).flat();
    expect(rows).toEqual(
      Array.from({ length: 3 }, () => ({ zone: '+00:00', isolation: 'READ-COMMITTED', lockWait: 3, statement: 8, strict: 1, collation: 'utf8mb4_bin', held: 0 })),
    );
  });

  it('is refused where the clock of its sessions is not UTC', async () => {
    const shifted = new DataSource({ type: 'mariadb', url: mysqlUrl, poolSize: 1 });
    await shifted.initialize();
    await shifted.query("SET SESSION time_zone = '+08:00'");
    await expect(refuseShiftedClock(shifted)).rejects.toThrow(ClockZoneRefused);
    await expect(refuseShiftedClock(shifted)).rejects.toThrow('480 minutes');
    await shifted.query("SET SESSION time_zone = '+00:00'");
    await refuseShiftedClock(shifted);
    await shifted.destroy();
  });

  it('gives a statement up, throws its connection away and goes on', async () => {
    const server = await detectServer(mysqlUrl);
    const options = mysqlOptions(mysqlUrl, { poolSize: 1, statementTimeoutMs: 60_000 }, [], new Statements(), server);
    const source = await new DataSource({ ...options, maxQueryExecutionTime: 150 } as typeof options).initialize();
    const hanging = source.query('SELECT CONNECTION_ID() AS id, SLEEP(3) AS slept').catch((error: unknown) => translateDbError(error, source));
    expect(await hanging).toBeInstanceOf(DatabaseUnavailable);
    expect(await source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await source.destroy();
  });

  it('ends a statement on the server itself, as busy', async () => {
    const server = await detectServer(mysqlUrl);
    const options = mysqlOptions(mysqlUrl, { poolSize: 1, statementTimeoutMs: 100 }, [], new Statements(), server);
    const source = await new DataSource(options).initialize();
    const long = source.query('SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b, information_schema.columns c');
    expect(await long.catch((error: unknown) => translateDbError(error, source))).toBeInstanceOf(DatabaseBusy);
    expect(await source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await source.destroy();
  });

  it('does not let anyone wait for a free connection for ever', async () => {
    const server = await detectServer(mysqlUrl);
    const { hostname, port, username, password } = new URL(mysqlUrl);
    const pool = mysqlDriver(server, 1_000, 500).createPool({ host: hostname, port: Number(port || 3306), user: username, password, connectionLimit: 1 });
    const acquire = () => pool.promise().getConnection();
    const held = await acquire();
    await expect(acquire()).rejects.toMatchObject({ code: 'KEPU_POOL_EXHAUSTED' });
    held.release();
    const next = await acquire();
    next.release();
    await pool.promise().end();
  });

  it('says that a server is not there', async () => {
    const gone = openDatabase({ kind: 'mysql', url: 'mysql://root@127.0.0.1:9/kepu', poolSize: 1 }, []);
    const error: unknown = await gone.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('comes back after its connections were killed', async () => {
    const { opened, unitOfWork } = await makeDb({ entities: [], poolSize: 4 });
    await opened.writer.query('CREATE TABLE t (a int)');
    const admin = await mysql.createConnection(mysqlUrl);
    const [rows] = await admin.query<mysql.RowDataPacket[]>('SELECT id FROM information_schema.processlist WHERE db = DATABASE() OR db LIKE ?', [
      opened.writer.driver.database,
    ]);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) await admin.query(`KILL ${String(row['id'])}`);
    await unitOfWork.run(async () => unitOfWork.manager?.query('INSERT INTO t VALUES (1)'));
    expect(await opened.writer.query('SELECT a FROM t')).toEqual([{ a: 1 }]);
    await admin.end();
  });
});

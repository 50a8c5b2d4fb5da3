import { databaseProxy, type DatabaseProxy } from '../../../test-support/database-proxy.js';
import { onMariadb, type MakeDb } from '../../../test-support/databases.js';
import { CommitUncertain, Database, openDatabase, UnitOfWork, UnitOverran, type OpenDatabase } from './index.js';

it('a server that was never there is refused at the start', async () => {
  // Port 1 is nobody's: the connection is refused at once, with or without a database on this machine.
  await expect(openDatabase({ kind: 'mariadb', url: 'mysql://root@127.0.0.1:1/none', poolSize: 1 }, [])).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

onMariadb('a server that is lost', (makeDb) => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const thing of open.splice(0).reverse()) await thing.close();
  });

  async function behindProxy(make: MakeDb, unitMs: number): Promise<{ proxy: DatabaseProxy; opened: OpenDatabase; unitOfWork: UnitOfWork; database: Database }> {
    const { config } = await make({ entities: [] });
    if (config.kind === 'sqlite') throw new Error('a server was asked for');
    const proxy = await databaseProxy();
    const opened = await openDatabase({ ...config, url: proxy.through(config.url), poolSize: 2 }, []);
    await opened.writer.query('CREATE TABLE t (a int NOT NULL PRIMARY KEY)');
    open.push(proxy, opened);
    const unitOfWork = new UnitOfWork(opened, { unitMs });
    return { proxy, opened, unitOfWork, database: new Database(opened, unitOfWork) };
  }

  const insert = (unitOfWork: UnitOfWork, value: number) => unitOfWork.run(async () => unitOfWork.manager?.query('INSERT INTO t VALUES (?)', [value]));

  it('keeps nobody waiting while it is frozen, and serves again afterwards', async () => {
    const { proxy, unitOfWork, database } = await behindProxy(makeDb, 1_000);
    await insert(unitOfWork, 1);
    proxy.freeze();
    const started = performance.now();
    const answers = await Promise.allSettled([2, 3, 4, 5, 6, 7].map((value) => insert(unitOfWork, value)));
    expect(answers.map((answer) => (answer.status === 'rejected' ? (answer.reason as Error).constructor : null))).toEqual(Array(6).fill(UnitOverran));
    expect(performance.now() - started).toBeLessThan(10_000);
    proxy.thaw();
    await insert(unitOfWork, 8);
    const rows = await database.reader.query<{ a: number }[]>('SELECT a FROM t ORDER BY a');
    expect(rows.map(({ a }) => a)).toEqual([1, 8]);
  });

  it('leaves it open whether a unit was written when COMMIT was sent and no answer came', async () => {
    const { proxy, unitOfWork, database } = await behindProxy(makeDb, 5_000);
    await insert(unitOfWork, 1);
    let attempts = 0;
    proxy.onSent('COMMIT', () => proxy.cut());
    const lost = unitOfWork.run(async () => {
      attempts += 1;
      await unitOfWork.manager?.query('INSERT INTO t VALUES (2)');
    });
    await expect(lost).rejects.toBeInstanceOf(CommitUncertain);
    // Tried once: had the COMMIT arrived, another try would have written twice.
    expect(attempts).toBe(1);
    expect(await database.reader.query('SELECT COUNT(*) AS n FROM t WHERE a = 1')).toEqual([{ n: 1 }]);
  });

  it('repeats a unit that lost its connection before COMMIT', async () => {
    const { proxy, unitOfWork, database } = await behindProxy(makeDb, 5_000);
    let attempts = 0;
    await unitOfWork.run(async () => {
      attempts += 1;
      await unitOfWork.manager?.query('INSERT INTO t VALUES (1)');
      if (attempts === 1) proxy.cut();
      await unitOfWork.manager?.query('INSERT INTO t VALUES (2)');
    });
    expect(attempts).toBe(2);
    expect(await database.reader.query('SELECT COUNT(*) AS n FROM t')).toEqual([{ n: 2 }]);
  });
});
